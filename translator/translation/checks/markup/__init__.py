"""What is not for translating comes back as it was: tags, marks of Markdown, placeholders, code, links."""
