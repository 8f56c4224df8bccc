"""What in a text has to come out of a translation as it went in: placeholders, links, tags, code and the like."""
