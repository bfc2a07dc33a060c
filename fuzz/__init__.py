"""Long trials: what random bytes, rules files and deaths do to the program."""
