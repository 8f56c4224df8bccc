"""The operating system, and what it gives a program: with Qt, or without where that is not needed. Shows no words."""
