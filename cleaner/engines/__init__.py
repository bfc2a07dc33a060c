"""Ways to run one function over many items; they know nothing of articles."""
