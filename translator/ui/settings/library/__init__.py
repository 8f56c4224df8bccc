"""What is kept of translations on this computer: memory, glossaries and history."""
