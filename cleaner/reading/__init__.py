"""What passes know and recognise: words, names, dates, the kinds of lines. No rule lives here."""
