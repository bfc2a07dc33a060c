"""The built-in packs, and what each is for: known without loading any of them."""

from __future__ import annotations

PACKS = {
    "minimal": "any text at all: characters as they were meant, line ends, spaces at line ends",
    "ml": "over another pack, for training models: one form for what says the same",
    "news": "scraped articles; the default",
    "pii": "over another pack, masks e-mail and IP addresses, and numbers that are a person's",
    "web": "whole pages: news, with each text taken for a page",
}
"""The name of each, and a line on it."""
