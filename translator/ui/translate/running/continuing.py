"""What a translation left to go on with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from translator.language.tag import LanguagePair, LanguageTag
from translator.settings import Service, Style
from translator.translation.request import Ending, TranslationRequest

if TYPE_CHECKING:
    from collections.abc import Collection

    from translator.ui.findings.presenter import Identity
    from translator.ui.translate.target.shown_target import HeldTarget


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
    def of(cls, service: Service, style: Style, languages: LanguagePair) -> Asked:
        """Return what is kept of this."""
        return cls(service.id, service.model, languages, style)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was asked of a service (by its id), and not answered in full.

    ``was_not_fixed`` says that blocks were asked for again which were there already, and that this failed.
    """

    request: TranslationRequest
    service: str
    was_not_fixed: bool = False

    def is_rest_of(self, request: TranslationRequest, service: str) -> bool:
        """Whether this request asks for the same."""
        before = self.request
        asked = (before.text, _chosen_source(before), before.target, self.service)
        return (request.text, _chosen_source(request), request.target, service) == asked

    def gone_on_with(self, request: TranslationRequest) -> TranslationRequest:
        """Return a request for the rest, in the way that was asked for."""
        before = self.request
        return replace(
            request, over_budget=request.over_budget or before.over_budget,
            afresh=before.afresh and self.was_not_fixed, corrections=before.corrections,
        )  # fmt: skip


def _chosen_source(request: TranslationRequest) -> LanguageTag | None:
    return None if request.source_is_guess else request.source


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a translation ended that is on the screen: by itself after so many seconds, or stopped, where that is None.

    ``offers_more`` says of one that was stopped whether the user is offered to go on with it.
    """

    ending: Ending | None
    seconds: float = 0.0
    offers_more: bool = False


@dataclass(frozen=True, slots=True)
class HeldTranslation:
    """A translation as a screen showed it, how it had ended, and what it left to go on with."""

    shown: HeldTarget
    outcome: Outcome | None
    unfinished: Unfinished | None
    asked: Asked | None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A translation as one screen showed it, for another screen of the same text: nothing of it is asked for twice.

    ``goes_on`` says whether it was on its way, ``rests`` whether the user had edited the source a moment ago.
    ``dismissed`` are findings that the user has dismissed.
    """

    translation: HeldTranslation
    goes_on: bool
    rests: bool
    dismissed: Collection[Identity]
