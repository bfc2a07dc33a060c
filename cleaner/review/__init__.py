"""Edits and flags put before a person, one after another; what is decided holds from then on."""
