"""Views of a document's edits: they return text or plain data, ``cli`` prints."""
