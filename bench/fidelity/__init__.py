"""Fidelity: what the default pipeline does to clean text, and what it restores of damaged text.

*Harm*: clean articles are cleaned, and every edit of a word is suspect. *Repair*: the same
articles with one defect put in at a known place, restored or not, and whether any other word
changed. The figures have floors, pinned with a digest of the data (`floors.toml`).
"""
