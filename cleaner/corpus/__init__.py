"""What is true of many documents at once: what rules do to them, and what recurs in them."""
