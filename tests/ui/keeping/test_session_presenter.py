"""The draft is kept after a rest and at the end; in private mode it is not."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.support.waiting import settle
from translator.session import Session
from translator.ui.keeping.session_presenter import SessionPresenter


class Desk:
    """A presenter over a draft; ``kept`` lists the drafts that were kept."""

    def __init__(self, rest: float = 0.0, at_latest: float = 3600) -> None:
        self.draft = ""
        self.kept: list[str] = []
        self.presenter = SessionPresenter(lambda: Session(draft=self.draft), self._keep, rest, at_latest)

    def _keep(self, session: Session) -> None:
        self.kept.append(session.draft)

    def type(self, text: str) -> None:
        self.draft = text
        self.presenter.follow_change()


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    made = Desk()
    yield made
    await made.presenter.close()


async def test_after_a_rest_the_last_draft_is_kept_once(desk: Desk) -> None:
    for text in ("a", "ab", "abc"):
        desk.type(text)
    await settle()

    assert desk.kept == ["abc"]


async def test_what_did_not_rest_is_kept_at_the_end() -> None:
    desk = Desk(rest=3600)
    desk.type("abc")
    await settle()
    assert desk.kept == []

    await desk.presenter.close()

    assert desk.kept == ["abc"]


async def test_in_private_mode_nothing_that_is_typed_is_kept() -> None:
    desk = Desk()
    desk.presenter.set_private(private=True)
    desk.type("secret")
    desk.presenter.keep_now()
    await settle()
    await desk.presenter.close()

    assert "secret" not in desk.kept
    assert desk.presenter.is_private


async def test_what_was_typed_before_is_kept_as_it_was_and_its_rest_is_over() -> None:
    desk = Desk()
    desk.type("before")
    desk.presenter.set_private(private=True)
    desk.draft = "secret"
    await settle()
    await desk.presenter.close()

    assert desk.kept == ["before"]


async def test_after_private_mode_it_is_kept_again(desk: Desk) -> None:
    desk.presenter.set_private(private=True)
    desk.type("secret")
    desk.type("open")
    desk.presenter.set_private(private=False)
    await settle()

    assert desk.kept[-1] == "open"
    assert not desk.presenter.is_private


async def test_the_rest_begins_anew_with_each_change() -> None:
    desk = Desk(rest=3600)
    desk.type("a")
    await settle()
    desk.type("ab")
    await asyncio.sleep(0)

    assert desk.kept == []
    await desk.presenter.close()


async def test_typing_that_never_rests_is_kept_all_the_same() -> None:
    desk = Desk(rest=3600, at_latest=0)
    desk.type("a")
    desk.type("ab")
    await settle()
    assert desk.kept == ["ab"]

    desk.type("abc")
    await settle()

    assert desk.kept == ["ab", "abc"]
    await desk.presenter.close()


async def test_in_private_mode_what_never_rests_is_not_kept() -> None:
    desk = Desk(rest=3600, at_latest=0)
    desk.type("before")
    desk.presenter.set_private(private=True)
    desk.draft = "secret"
    await settle()

    assert desk.kept == ["before"]
    await desk.presenter.close()
