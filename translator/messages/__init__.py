"""A TranslationError in one plain sentence and one next step, for window and command line alike.

The words are looked up when they are needed, so that they follow the interface language. They are in tables by what
went wrong: the most exact type that has words is taken.
"""

from translator.messages.explaining import explain, explain_incomplete, no_such_service, partial_kept, terms_missing
from translator.messages.message import Message, NextStep

__all__ = ["Message", "NextStep", "explain", "explain_incomplete", "no_such_service", "partial_kept", "terms_missing"]
