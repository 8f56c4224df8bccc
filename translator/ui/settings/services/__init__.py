"""The services: which there are, which is in use, and what is set for each of them."""
