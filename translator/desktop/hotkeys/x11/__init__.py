"""Global shortcuts on X11. Import what is here on a thread: loading xcffib takes 250 ms."""
