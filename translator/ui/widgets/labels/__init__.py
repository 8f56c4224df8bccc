"""What only says something: words, icons, names of keys, how much of something is used."""
