"""Files and folders: what there is to read, where it goes, how it is written."""
