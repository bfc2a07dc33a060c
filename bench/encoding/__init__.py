"""Encoding: the pass `encoding` returns what ftfy returns, line by line, and where it does not.

A line counts as the *same* where the two agree to the letter. Where they do not, it is told why,
by the one thing that makes them agree: these are the differences that the program means to make.
What nothing explains *differs*, and has a ceiling of none.
"""
