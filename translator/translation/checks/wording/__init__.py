"""The words are a translation, into the right language, with the right terms, and nothing else."""
