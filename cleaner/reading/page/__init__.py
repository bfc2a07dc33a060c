"""Whole pages as text: what tells one from an article, and its story from all that is around it."""
