"""Global shortcuts, a file for each way they are had. Only the one that serves here is imported."""
