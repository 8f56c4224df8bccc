"""What a translation left to go on with, and where it has gaps."""

from dataclasses import dataclass
from typing import NamedTuple

from translator.language.tag import LanguagePair, LanguageTag
from translator.settings import Service, Style
from translator.text.span import Span
from translator.translation.request import TranslationRequest


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked (a service, by its id), and how: what a block depends on that came without a key.

    ``languages`` are those that the user has chosen: a source that was found may be found only while one translates,
    and is found anew with every edit.
    """

    service: str
    model: str
    languages: LanguagePair
    style: Style

    @classmethod
    def of(cls, service: Service, style: Style, languages: LanguagePair) -> "Asked":
        """Return what is kept of this."""
        return cls(service.id, service.model, languages, style)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was asked of a service (by its id), and not answered in full."""

    request: TranslationRequest
    service: str

    def is_rest_of(self, request: TranslationRequest, service: str) -> bool:
        """Whether this request asks for the same."""
        before = self.request
        asked = (before.text, _chosen_source(before), before.target, self.service)
        return (request.text, _chosen_source(request), request.target, service) == asked


def _chosen_source(request: TranslationRequest) -> LanguageTag | None:
    return None if request.source_is_guess else request.source


class Gap(NamedTuple):
    """Where part of a translation is missing: the first block of the source that is, and the place in the target.

    Both are in code points.
    """

    source: Span
    target: int
