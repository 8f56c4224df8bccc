"""The translation memory in a table: to be searched, corrected, taken in from files and given out."""
