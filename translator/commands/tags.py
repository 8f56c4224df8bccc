"""The tags of languages on a command line."""

from translator.commands.ending import UsageProblem
from translator.i18n import tr
from translator.language.catalogue import Catalogue
from translator.language.tag import InvalidTag, LanguageTag
from translator.text.display import repair


def parse_tag(text: str) -> LanguageTag:
    """Return the tag, whether that language is offered or not. Raises UsageProblem."""
    try:
        return LanguageTag.parse(text)
    except InvalidTag:
        raise _unknown(text) from None


def parse_offered(text: str, catalogue: Catalogue) -> LanguageTag:
    """Return the tag of a language that is offered. Raises UsageProblem."""
    tag = parse_tag(text)
    if catalogue.find(tag) is None:
        raise _unknown(text)
    return tag


def _unknown(text: str) -> UsageProblem:
    words = tr("No language has the tag “{tag}”.").format(tag=repair(text))
    return UsageProblem(words, tr("Use one such as de, pt-BR or zh-Hant."))
