"""The pages of the site; ``reference`` builds those that are made of the source."""
