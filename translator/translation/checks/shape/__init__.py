"""The target is built like the source: its lines, its length, its brackets and quotation marks."""
