"""From which language into which: what was chosen, what was found, and what follows from both."""

from collections.abc import Sequence
from typing import NamedTuple

from translator.language.tag import Detection, LanguageDetector, LanguagePair, LanguageTag

ENGLISH = LanguageTag("en", region="US")

# For somebody whose system speaks English, until they say otherwise.
_FIRST_TARGET_FOR_ENGLISH = LanguageTag("es")

_RECENT = 6


class Decision(NamedTuple):
    """What to translate. ``already_there`` is set where source and target are the same and nothing else is left."""

    languages: LanguagePair
    switched: bool = False
    already_there: bool = False


class Pairing(NamedTuple):
    """The choice as it was at some moment, to go back to."""

    source: LanguageTag | None
    target: LanguageTag
    wanted_target: LanguageTag
    found: Detection


def first_target(system: LanguageTag) -> LanguageTag:
    """Return the target language to begin with: the system's, or for English systems another."""
    return _FIRST_TARGET_FOR_ENGLISH if system.language == ENGLISH.language else system


class LanguageChoice:
    """Holds the choice. ``source`` is None for Detect."""

    def __init__(self, system: LanguageTag, second: LanguageTag | None = None) -> None:
        self.system = system
        self.detector: LanguageDetector | None = None
        self._looked_at: str | None = None
        self._before_switch: LanguageTag | None = None
        self.second = second
        self.source: LanguageTag | None = None
        self.target = first_target(system)
        self.found = Detection(None, certain=False)
        self.recent_sources: tuple[LanguageTag, ...] = ()
        self.recent_targets: tuple[LanguageTag, ...] = ()

    def use_detector(self, detector: LanguageDetector) -> None:
        """Detect with this from now on."""
        self.detector, self._looked_at = detector, None

    def begin_as(self, other: "LanguageChoice", target: LanguageTag | None = None) -> None:
        """Know what another choice knows, and begin anew: with Detect, and this target or else the other's own."""
        self.system, self.detector, self.second = other.system, other.detector, other.second
        self.recent_sources, self.recent_targets = other.recent_sources, other.recent_targets
        self.source, self.target = None, target or other.wanted_target
        self.found, self._looked_at, self._before_switch = Detection(None, certain=False), None, None

    def targets_at_hand(self) -> Sequence[LanguageTag]:
        """Return the target languages that the user is likely to want next, the present one first."""
        wanted = [self.wanted_target, *self.recent_targets, *([self.second] if self.second else [])]
        return tuple(dict.fromkeys(wanted))

    def choose_source(self, tag: LanguageTag | None) -> None:
        """Take the user's word for the source language; None is Detect."""
        self.source = tag
        if tag is not None:
            self.recent_sources = _with(tag, self.recent_sources)

    def choose_target(self, tag: LanguageTag) -> None:
        """Take the user's word for the target language."""
        self.target = tag
        self._before_switch = None
        self.recent_targets = _with(tag, self.recent_targets)

    def look_at(self, text: str) -> None:
        """Find the language of this text."""
        if self.detector is not None and text != self._looked_at:
            self.found, self._looked_at = self.detector.detect(text), text

    def swap(self) -> None:
        """Turn the pair round. What was found counts as chosen; with nothing found, the target keeps its language."""
        source = self.source or self.found.tag
        new_source = self.target
        if source is not None:
            self.choose_target(source)
        self.choose_source(new_source)

    @property
    def wanted_target(self) -> LanguageTag:
        """The target that was chosen, whatever the present text made of it."""
        return self._before_switch or self.target

    def pairing(self) -> Pairing:
        """Return the choice as it is now."""
        return Pairing(self.source, self.target, self.wanted_target, self.found)

    def restore(self, pairing: Pairing) -> None:
        """Go back to a choice."""
        self.source, self.target, self.found = pairing.source, pairing.target, pairing.found
        self._looked_at = None
        self._before_switch = pairing.wanted_target if pairing.wanted_target != pairing.target else None

    @property
    def known_source(self) -> LanguageTag | None:
        """The source language as far as it is certain."""
        return self.source or (self.found.tag if self.found.certain else None)

    def decide(self) -> Decision:
        """Return the pair to translate, switching the target where the text is already in it.

        The target goes back to what it was as soon as the text is in another language again. An uncertain
        detection decides nothing.
        """
        source = self.known_source
        if source is None:
            return Decision(LanguagePair(None, self.target))
        wanted = self.wanted_target
        if not source.is_same_language(wanted) or (self.source is not None and source != wanted):
            switched = self.target != wanted
            self.target, self._before_switch = wanted, None
            return Decision(LanguagePair(source, self.target), switched=switched)
        return self._switch(source, wanted)

    def _switch(self, source: LanguageTag, wanted: LanguageTag) -> Decision:
        instead = next((tag for tag in self._alternatives() if not tag.is_same_language(source)), None)
        if instead is None:
            return Decision(LanguagePair(source, wanted), already_there=True)
        switched = instead != self.target
        self.target, self._before_switch = instead, wanted
        return Decision(LanguagePair(source, instead), switched=switched)

    def _alternatives(self) -> list[LanguageTag]:
        chosen = [self.second] if self.second else []
        return [*chosen, ENGLISH, self.system, *self.recent_targets]


def _with(tag: LanguageTag, recent: Sequence[LanguageTag]) -> tuple[LanguageTag, ...]:
    return (tag, *(other for other in recent if other != tag))[:_RECENT]
