"""What the peers make of a few damaged sentences, beside what this program makes of them."""
