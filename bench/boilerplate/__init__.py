"""Measures how well boilerplate is told from a story: on whole pages, and inside articles."""
