"""The field that texts are read and written in, and what is drawn in it."""
