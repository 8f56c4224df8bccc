"""Reaching the program that runs, or becoming it."""
