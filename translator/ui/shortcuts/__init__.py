"""The keys that work in every program: bound, paused, told where another program has them."""
