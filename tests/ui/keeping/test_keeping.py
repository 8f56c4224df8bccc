"""What of a window's translations comes into the history and into the memory."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import Any

import pytest

from tests.fakes.history import NOON, ListedHistory
from tests.fakes.memory import ListedMemory
from tests.fakes.translator import Step
from tests.support.waiting import settle
from tests.ui.translate.room import Room, tag
from translator.language.tag import LanguagePair
from translator.settings import DEMO, Service
from translator.text.difference import TextEdit
from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import (
    Action,
    Began,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
)
from translator.ui.history.recorder import HistoryRecorder
from translator.ui.keeping.keeping import Keeping
from translator.ui.keeping.learning import Learning
from translator.ui.translate.editing.hand_editing import HandEditing

BOX, OTHER = Service("box", "Box"), Service("other", "Other")
ONE, TWO = FinishedBlock(0, "hello one", "Hallo eins"), FinishedBlock(1, "hello two", "Hallo zwei")
TEXT = "hello one\nhello two"


def run_of(*blocks: FinishedBlock) -> Sequence[Step]:
    return [Began([], known=blocks), Completed(Translation("\n".join(b.target for b in blocks), finished=blocks))]


class Study:
    """A room with a pencil, in which everything is kept."""

    def __init__(self, *runs: Sequence[Step], service: Service = BOX, action: Action = Action.WINDOW) -> None:
        self.room = Room(*runs, action=action)
        self.room.current.service = service
        self.history, self.memory = ListedHistory(), ListedMemory()
        self.is_private = False
        self.keeping = Keeping(
            HistoryRecorder(self.history, lambda: NOON), Learning(self.memory, lambda: True, lambda: NOON),
            lambda: self.room.current.service, lambda: self.is_private,
        )  # fmt: skip
        self.keeping.follow(self.room.presenter)
        self.pencil = HandEditing(self.room.screen, self.room.presenter, self.keeping, self.room.time.clock.sleep)

    async def translate(self, text: str = TEXT) -> None:
        await self.room.translate(text)

    async def write(self, edit: TextEdit) -> None:
        """Change the translation by hand."""
        self.pencil.toggle()
        self.room.screen.target = edit.applied_to(self.room.screen.target)
        self.pencil.follow_edit(edit)
        self.pencil.leave()
        await settle()

    @property
    def recorded(self) -> list[tuple[str, str, bool]]:
        """The sources and translations in the history, and whether these are complete."""
        return [(entry.source, entry.target, entry.is_complete) for entry in self.history.entries.values()]

    @property
    def learned(self) -> list[str]:
        """The translations of the user's that are in the memory."""
        return [unit.target for unit in self.memory.units]

    async def close(self) -> None:
        await self.pencil.close()
        await self.room.close()
        await self.keeping.close()


StudyOf = Callable[..., Study]


@pytest.fixture
async def study_of() -> AsyncIterator[StudyOf]:
    """Make rooms in which everything is kept, and leave them in the end."""
    async with AsyncExitStack() as leaving:

        def make(*runs: Sequence[Step], **given: Any) -> Study:
            study = Study(*runs, **given)
            leaving.push_async_callback(study.close)
            return study

        yield make


async def test_what_was_translated_is_recorded_with_what_the_user_makes_of_it(study_of: StudyOf) -> None:
    study = study_of(run_of(ONE, TWO))
    await study.translate()
    assert study.recorded == [(TEXT, "Hallo eins\nHallo zwei", True)]

    await study.write(TextEdit(0, 5, "Servus"))
    assert study.recorded == [(TEXT, "Servus eins\nHallo zwei", True)]
    assert study.learned == ["Servus eins"]


async def test_what_broke_off_is_recorded_as_such_and_stays_so_when_it_is_edited(study_of: StudyOf) -> None:
    cut = Incomplete(IncompleteReason.CUT, Translation("Hallo eins", finished=(ONE,)))
    study = study_of([Began([], known=[ONE]), cut])
    await study.translate()
    await study.write(TextEdit(0, 5, "Servus"))
    assert study.recorded == [(TEXT, "Servus eins", False)]


async def test_the_translation_of_an_earlier_text_is_no_part_of_that_of_a_later_one(study_of: StudyOf) -> None:
    old, new = FinishedBlock(0, "hello 1", "Hallo 1"), "hello two\nhello 2, Hugo"
    begun = Incomplete(IncompleteReason.CUT, Translation("Hallo zwei", finished=(replace(TWO, index=0),)))
    study = study_of(run_of(old, TWO), [Failed(ConnectionLost("Box"))], [Began([]), begun])
    await study.translate("hello 1\nhello two")
    await study.translate("hello 1, Greg\nhello 2, Hugo")
    study.room.outgoing.copy()
    await settle()
    assert [source for source, _, _ in study.recorded] == ["hello 1\nhello two"]

    await study.translate(new)
    assert study.room.screen.target == "Hallo zwei\nHallo zwei"
    assert study.recorded[-1] == (new, "Hallo zwei", False)
    assert study.learned == []


async def test_what_it_was_translated_for_is_recorded(study_of: StudyOf) -> None:
    study = study_of(run_of(ONE, TWO), action=Action.POPUP)
    await study.translate()

    assert study.room.translator.requests[0].action is Action.POPUP
    assert [entry.action for entry in study.history.entries.values()] == [Action.POPUP]


async def test_a_failure_is_no_entry(study_of: StudyOf) -> None:
    study = study_of([Failed(ConnectionLost("Box"))])
    await study.translate()
    assert study.recorded == []


async def test_an_edit_of_a_translation_that_was_brought_back_is_not_taken_for_one_of_the_last(
    study_of: StudyOf,
) -> None:
    study = study_of(run_of(ONE, TWO))
    await study.translate()
    old = Translation("Alt", finished=(FinishedBlock(0, "old", "Alt"),))
    study.room.editing.reopen("old", old, LanguagePair(tag("en"), tag("de")))
    await study.write(TextEdit(0, 3, "Uralt"))

    assert study.recorded == [(TEXT, "Hallo eins\nHallo zwei", True)]
    assert study.learned == ["Uralt"]


async def test_an_edit_of_a_translation_that_was_stopped_is_not_taken_for_one_of_the_last(study_of: StudyOf) -> None:
    other = FinishedBlock(0, "hello you", "Hallo du")
    study = study_of(run_of(ONE, TWO), [Began([]), TextAdded("Hallo du", 0), asyncio.Event()])
    await study.translate()
    await study.translate("hello you\nhello me")
    study.room.presenter.stop()
    await settle()
    await study.write(TextEdit(0, 5, "Servus"))

    assert study.recorded == [(TEXT, "Hallo eins\nHallo zwei", True)]
    assert study.learned == [other.target.replace("Hallo", "Servus")]


async def test_of_the_demo_nothing_is_kept_nor_what_the_user_makes_of_it(study_of: StudyOf) -> None:
    study = study_of(run_of(ONE, TWO), service=DEMO)
    await study.translate()
    await study.write(TextEdit(0, 5, "Servus"))
    study.keeping.keep_accepted([ONE], LanguagePair(tag("en"), tag("de")))
    await settle()

    assert (study.recorded, study.learned) == ([], [])


@pytest.mark.parametrize(("asked", "then", "kept"), [(BOX, OTHER, ["Box"]), (BOX, DEMO, ["Box"]), (DEMO, BOX, [])])
async def test_what_ends_once_another_service_is_in_use_is_of_the_one_that_was_asked(
    study_of: StudyOf, asked: Service, then: Service, kept: list[str]
) -> None:
    gate = asyncio.Event()
    study = study_of([gate, *run_of(ONE, TWO)], service=asked)
    await study.translate()

    study.room.current.service = then
    gate.set()
    await settle()
    await study.write(TextEdit(0, 5, "Servus"))

    assert [entry.service for entry in study.history.entries.values()] == kept
    assert bool(study.learned) is bool(kept)


async def test_what_ends_in_private_is_not_kept_though_private_mode_is_off_before_its_turn(study_of: StudyOf) -> None:
    study = study_of(run_of(ONE, TWO))
    study.is_private = True
    study.room.presenter.listen(lambda *_: setattr(study, "is_private", False))
    await study.translate()
    assert study.recorded == []

    await study.write(TextEdit(0, 5, "Servus"))
    assert study.recorded == [], "the text itself was private"


async def test_what_is_used_as_it_is_is_learned(study_of: StudyOf) -> None:
    study = study_of()
    study.keeping.keep_accepted([replace(ONE)], LanguagePair(tag("en"), tag("de")))
    await study.keeping.close()
    assert study.learned == ["Hallo eins"]
