"""Measurements: speed against the real peers, and harm on clean text."""
