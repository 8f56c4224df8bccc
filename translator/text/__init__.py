"""What text is: blocks, sentences, what in them is not for translating, sizes, encodings. Imports only itself."""
