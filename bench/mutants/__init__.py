"""Mistakes put into the passes on purpose: how many of them the tests see."""
