"""Texts in Latin letters, for readers who cannot read the script: worked out on this computer."""
