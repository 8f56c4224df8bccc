"""Lines that were broken for their width, and the paragraphs they were."""
