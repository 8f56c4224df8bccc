"""How an ending is told, and which next steps are offered for it."""

import pytest

from tests.fakes.screen import FakeScreen
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import AddressInvalid, ConnectionLost, NameNotFound, TimedOut
from translator.translation.errors.keys import KeyMissing, KeyRefused
from translator.translation.errors.limits import OverBudget, RateLimited
from translator.translation.errors.models import ModelUnknown, NoModel
from translator.translation.errors.servers import ServerFailed
from translator.translation.request import (
    BlockOrigin,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    Translation,
    Usage,
)
from translator.ui.translate.language_choice import Decision
from translator.ui.translate.running.ending import Endings, NextSteps
from translator.ui.translate.running.spending import Expected
from translator.ui.translate.target.shown_target import Gap

DE, EN = LanguageTag("de"), LanguageTag("en", region="US")


class Office:
    """Endings before a screen; ``done`` lists what the buttons did."""

    def __init__(self, *, is_trial: bool = False) -> None:
        self.screen = FakeScreen()
        self.done: list[str] = []
        self.endings = Endings(self.screen, {DE: "German", EN: "English"}.__getitem__, lambda: is_trial)
        self.endings.offer(NextSteps(**{name: self._step(name) for name in NextSteps.__slots__}))

    def _step(self, name: str):
        return lambda: self.done.append(name)

    def show(self, ending: Ending, seconds: float = 1.84, *gaps: Gap) -> FakeScreen:
        self.endings.show(ending, seconds, gaps)
        return self.screen

    def press_all(self) -> list[str]:
        assert self.screen.notice is not None
        for action in self.screen.notice.actions:
            action.run()
        return self.done


GAP = Gap([(4, 7)], 3)


@pytest.mark.parametrize(
    ("translation", "facts"),
    [
        (Translation("x", usage=Usage(1000, 500), engine="OpenAI", model="gpt"), "gpt · 1.8 s · 1,500 tokens"),
        (Translation("x", usage=Usage(1, 0), model="gpt"), "gpt · 1.8 s · 1 token"),
        (Translation("x", engine="Demo"), "Demo · 1.8 s"),
        (Translation("x"), "1.8 s"),
    ],
)
def test_the_facts_of_a_complete_translation(translation: Translation, facts: str) -> None:
    screen = Office().show(Completed(translation))

    assert screen.meta == facts
    assert screen.status == ("Ready", "ready")
    assert screen.broken_off is False
    assert screen.notice is None


def test_of_a_text_with_nothing_to_translate_no_service_is_named() -> None:
    blocks = (FinishedBlock(0, "\U0001f389", "\U0001f389", BlockOrigin.UNCHANGED),)
    screen = Office().show(Completed(Translation("\U0001f389", engine="OpenAI", model="gpt", finished=blocks)))

    assert screen.status == ("Nothing to translate", "idle")
    assert screen.meta == ""


def test_what_is_incomplete_without_an_error_is_a_warning() -> None:
    office = Office()
    screen = office.show(Incomplete(IncompleteReason.FILTERED, Translation("Hal")))

    assert screen.notice is not None
    assert screen.notice.severity == "warning"
    assert screen.notice.sentence.startswith("Incomplete: the service's content filter")
    assert office.press_all() == ["afresh", "keep_partial"]


def test_what_an_error_broke_off_is_told_by_the_error_and_that_the_text_is_kept() -> None:
    office = Office()
    screen = office.show(Incomplete(IncompleteReason.CUT, Translation("Hal"), ConnectionLost("Box", "box")))

    assert screen.broken_off is True
    assert screen.status == ("Incomplete", "warning")
    assert screen.meta == "Incomplete · 1.8 s"
    assert screen.notice is not None
    assert screen.notice.severity == "error"
    assert screen.notice.sentence.endswith("The part already translated is kept.")
    assert office.press_all()[-1] == "keep_partial"


def test_what_has_gaps_can_be_gone_on_with_first_of_all() -> None:
    office = Office()
    screen = office.show(Incomplete(IncompleteReason.LENGTH, Translation("Hal")), 1.8, GAP)

    assert screen.gaps == [3]
    assert screen.marked == [(4, 7)]
    assert office.press_all() == ["go_on", "afresh", "keep_partial"]


def test_what_has_to_be_done_first_comes_before_going_on() -> None:
    office = Office()
    office.show(Incomplete(IncompleteReason.CUT, Translation("Hal"), KeyRefused("Box")), 1.8, GAP)

    assert office.press_all() == ["enter_key", "go_on", "afresh", "keep_partial"]


@pytest.mark.parametrize(
    ("ending", "topic"),
    [
        (Failed(KeyRefused("Box")), "troubleshooting#key_refused"),
        (Incomplete(IncompleteReason.LENGTH, Translation("Hal")), "troubleshooting#incomplete_length"),
        (
            Incomplete(IncompleteReason.CUT, Translation("Hal"), ConnectionLost("Box")),
            "troubleshooting#connection_lost",
        ),
    ],
)
def test_the_last_button_leads_to_what_the_guide_says_of_it(ending: Ending, topic: str) -> None:
    office = Office()
    office.endings.lead_to_guide(office.done.append)

    assert office.show(ending).notice is not None
    assert office.press_all()[-1] == topic


def test_over_the_budget_one_allows_or_opens_the_budget() -> None:
    office = Office()
    screen = office.show(Failed(OverBudget("Box", limit=1)))

    assert screen.notice is not None
    assert screen.notice.severity == "warning"
    assert "$1.00" in screen.notice.sentence
    assert office.press_all() == ["allow_once", "open_budget"]


def test_a_part_that_came_before_the_budget_was_spent_can_be_kept() -> None:
    office = Office()
    office.show(Incomplete(IncompleteReason.CUT, Translation("Hal"), OverBudget("Box", limit=1)), 1.8, GAP)

    assert office.press_all() == ["allow_once", "open_budget", "keep_partial"]


def test_what_was_stopped_is_marked_and_offers_more_where_that_is_wanted() -> None:
    office = Office()
    office.endings.show_stopped([GAP], has_part=True, offers_more=True)

    assert office.screen.broken_off is True
    assert (office.screen.gaps, office.screen.marked) == ([3], [(4, 7)])
    assert (office.screen.meta, office.screen.status) == ("Stopped", ("Stopped", "idle"))
    assert office.press_all() == ["go_on", "afresh"]


def test_what_was_stopped_because_it_is_no_longer_wanted_offers_nothing() -> None:
    office = Office()
    office.endings.show_stopped([GAP], has_part=True, offers_more=False)

    assert office.screen.broken_off is True
    assert office.screen.notice is None


def test_of_what_was_stopped_without_text_nothing_is_marked() -> None:
    office = Office()
    office.endings.show_stopped([], has_part=False, offers_more=True)

    assert office.screen.broken_off is False
    assert office.screen.notice is None


def test_no_text_is_no_part_to_keep() -> None:
    office = Office()
    office.show(Incomplete(IncompleteReason.REFUSED, Translation("")))

    assert office.press_all() == ["afresh"]


@pytest.mark.parametrize(
    ("error", "steps"),
    [
        (KeyMissing("Box"), ["enter_key", "retry"]),
        (KeyRefused("Box"), ["enter_key", "retry"]),
        (NoModel("Box"), ["choose_model", "retry"]),
        (ModelUnknown("Box", "m"), ["choose_model", "retry"]),
        (AddressInvalid("Box"), ["open_settings", "retry"]),
        (NameNotFound("Box"), ["retry"]),
        (RateLimited("Box"), ["retry"]),
        (ServerFailed("Box", "500"), ["retry"]),
        (TranslationError("Box"), ["retry"]),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_a_failure_offers_what_helps_and_to_try_again(error: TranslationError, steps: list[str]) -> None:
    office = Office()
    screen = office.show(Failed(error))

    assert screen.status == ("Not translated", "error")
    assert screen.notice is not None
    assert screen.notice.severity == "error"
    assert "Box" in screen.notice.sentence
    assert office.press_all() == steps


def test_each_button_has_a_name_of_its_own() -> None:
    office = Office()
    office.show(Incomplete(IncompleteReason.CUT, Translation("Hal"), KeyRefused("Box")))

    assert office.screen.notice is not None
    assert office.screen.notice.buttons == ["enterKeyButton", "retryButton", "keepPartialButton"]


def test_a_failure_in_the_middle_of_the_old_text_does_not_mark_it() -> None:
    assert Office().show(Failed(TimedOut("Box"))).broken_off is False


def test_before_a_service_was_chosen_it_is_said_that_the_demo_translates_nothing() -> None:
    office = Office(is_trial=True)
    screen = office.show(Completed(Translation("x")))

    assert screen.notice is not None
    assert screen.notice.severity == "info"
    assert screen.notice.sentence == "This is the demo: it changes letters and translates nothing."
    assert office.press_all() == ["choose_service"]


def test_a_failure_takes_the_facts_of_the_last_translation_away() -> None:
    office = Office()
    office.show(Completed(Translation("x", model="m")))

    assert office.show(Failed(TimedOut("Box"))).meta == ""


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision(LanguagePair(DE, EN)), "Translating"),
        (Decision(LanguagePair(None, EN)), "Translating"),
        (Decision(LanguagePair(DE, EN), switched=True), "The text is in German: translating into English"),
    ],
)
def test_what_is_said_as_it_begins(decision: Decision, words: str) -> None:
    assert Office().endings.words_for(decision) == words


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision(LanguagePair(DE, EN)), "Translating about 4,000 tokens, about $0.020"),
        (
            Decision(LanguagePair(DE, EN), switched=True),
            "The text is in German: translating into English · about 4,000 tokens, about $0.020",
        ),
    ],
)
def test_of_a_long_text_it_is_said_what_it_will_take(decision: Decision, words: str) -> None:
    assert Office().endings.words_for(decision, Expected(4_021, 0.02)) == words


def test_a_text_that_is_there_already_can_have_another_target() -> None:
    office = Office()
    office.endings.show_already_there(EN)

    assert office.screen.notice is not None
    assert office.screen.notice.sentence == "The text is already in English."
    assert office.screen.notice.severity == "info"
    assert office.press_all() == ["choose_target"]


LACKING = "The glossaries could not be read: this was translated without their terms."


def test_that_the_terms_of_the_glossaries_are_missing_is_told_with_the_way_to_have_them() -> None:
    office = Office(is_trial=True)
    screen = office.show(Completed(Translation("Hallo", lacks_terms=True)))
    assert screen.notice is not None
    assert (screen.notice.sentence, screen.notice.severity) == (LACKING, "warning")
    assert office.press_all() == ["afresh"]


def test_that_terms_are_missing_is_told_beside_what_else_is_missing() -> None:
    screen = Office().show(Incomplete(IncompleteReason.LENGTH, Translation("Hal", lacks_terms=True)))
    assert screen.notice is not None
    assert screen.notice.sentence.endswith(f" {LACKING}")
    assert screen.notice.sentence != LACKING
