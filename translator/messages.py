"""A TranslationError in one plain sentence and one next step."""
