"""Numbers, dates and times are the same in both texts, however they are written."""
