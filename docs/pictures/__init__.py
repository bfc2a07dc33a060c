"""The pictures of README and the site, made by the program itself: see ``__main__``."""
