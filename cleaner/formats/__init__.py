"""Readers and writers over documents."""
