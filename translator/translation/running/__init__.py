"""One translation on its way: what is known before, the requests, the answers put in their places."""
