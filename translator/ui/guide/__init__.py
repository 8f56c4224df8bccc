"""The user guide, shown in a window of its own: offline, from the pages that come with the program."""
