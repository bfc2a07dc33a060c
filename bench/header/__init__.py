"""How well dates above a story are read.

Real lines that carry a date are put above clean articles of our own, under the headline and
above a story without one; what the front matter says is held against an independent reader.
"""
