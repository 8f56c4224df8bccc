"""Reading aloud, by the platform's own voices."""
