"""What text is: blocks and gaps, size estimates, encodings. Imports nothing but itself."""
