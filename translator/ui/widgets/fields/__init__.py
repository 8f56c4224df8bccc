"""What is typed into or chosen from: keys, searches, lines of text, combo boxes."""
