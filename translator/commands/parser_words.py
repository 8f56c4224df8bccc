"""argparse's own words, in the language of the interface."""

import argparse

from translator.i18n import ntr, tr


def translate_parser_words() -> None:
    """Let argparse find its words in our catalogue.

    It asks gettext for them by two names of its module, and gettext would look for a catalogue of Python's own, which
    there is not.
    """
    vars(argparse).update(_=tr, ngettext=ntr)


def parser_words() -> tuple[str, ...]:
    """Return what argparse says to a person, so that it comes into the catalogues."""
    return (
        tr("usage: "),
        tr("positional arguments"),
        tr("options"),
        tr("show this help message and exit"),
        tr("%(prog)s: error: %(message)s\n"),
        tr("argument %(argument_name)s: %(message)s"),
        tr("unrecognized arguments: %s"),
        tr("the following arguments are required: %s"),
        tr("one of the arguments %s is required"),
        tr("not allowed with argument %s"),
        tr("ignored explicit argument %r"),
        tr("expected one argument"),
        tr("expected at most one argument"),
        tr("expected at least one argument"),
        tr("ambiguous option: %(option)s could match %(matches)s"),
        tr("invalid %(type)s value: %(value)r"),
        tr("invalid choice: %(value)r (choose from %(choices)s)"),
    )
