"""What one is told while a service lets one wait, and what one can do."""

import pytest

from tests.fakes.screen import FakeScreen, Said
from tests.support.waiting import settle
from tests.ui.translate.room import FakeTime
from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import Waiting, WaitReason
from translator.ui.translate.running.waiting import Countdown


class WaitingRoom:
    """``done`` lists what the buttons did."""

    def __init__(self) -> None:
        self.screen = FakeScreen()
        self.time = FakeTime()
        self.done: list[str] = []
        self.countdown = Countdown(self.screen, lambda: "OpenAI", lambda: self.done.append("stop"), self.time.clock)

    def wait(self, seconds: float, reason: WaitReason = WaitReason.SERVER_ASKS, error=None, name: str = "hurry"):
        hurry = Waiting(self.time.after(seconds), reason, error, lambda: self.done.append(name))
        self.countdown.show(hurry)

    @property
    def notice(self) -> Said:
        assert self.screen.notice is not None
        return self.screen.notice


async def test_the_seconds_go_by_one_by_one() -> None:
    room = WaitingRoom()
    room.wait(40)
    said = [room.notice.sentence]
    await settle()
    for _ in range(3):
        await room.time.go_on(1)
        said.append(room.notice.sentence)

    assert said == [f"OpenAI asks to wait {n} s." for n in (40, 39, 38, 37)]
    assert room.screen.shown_notices == 1
    await room.countdown.close()


async def test_a_second_that_has_begun_counts() -> None:
    room = WaitingRoom()
    room.wait(2.4)
    assert room.notice.sentence == "OpenAI asks to wait 3 s."
    await settle()
    await room.time.go_on(0.5)

    assert room.notice.sentence == "OpenAI asks to wait 2 s."
    await room.countdown.close()


async def test_once_the_notice_is_closed_the_seconds_go_by_in_the_status_line() -> None:
    room = WaitingRoom()
    room.wait(40)
    await settle()
    room.screen.notice = None  # closed by the reader
    await room.time.go_on(2)
    assert room.screen.status == ("Waiting, 38 s left", "warning")
    room.wait(20)
    assert room.screen.status == ("Waiting, 20 s left", "warning")
    assert room.screen.notice is None
    await settle()
    await room.time.go_on(20)

    assert room.screen.status == ("Trying again", "ready")
    assert room.time.sleepers == 0


async def test_a_screen_reader_is_told_the_time_and_not_every_second() -> None:
    room = WaitingRoom()
    room.wait(40)
    name = room.notice.name
    await settle()
    await room.time.go_on(5)

    assert name == room.notice.name == f"OpenAI asks to wait until {room.time.after(35).astimezone():%H:%M:%S}."
    await room.countdown.close()


@pytest.mark.parametrize(
    ("reason", "error", "sentence", "name", "severity", "again"),
    [
        (
            WaitReason.TRYING_AGAIN, ConnectionLost("OpenAI"),
            "The connection to OpenAI broke off. Trying again in 3 s.",
            "The connection to OpenAI broke off. Trying again at {when}.", "warning", "Retry now",
        ),
        (WaitReason.TRYING_AGAIN, None, "Trying again in 3 s.", "Trying again at {when}.", "warning", "Retry now"),
        (
            WaitReason.LIMITS, None, "Keeping within the limits of OpenAI; going on in 3 s.",
            "Keeping within the limits of OpenAI; going on at {when}.", "info", "Send now",
        ),
        (
            WaitReason.SERVER_ASKS, None, "OpenAI asks to wait 3 s.", "OpenAI asks to wait until {when}.",
            "warning", "Retry now",
        ),
    ],
)  # fmt: skip
async def test_each_reason_has_its_words(reason, error, sentence: str, name: str, severity: str, again: str) -> None:
    room = WaitingRoom()
    room.wait(3, reason, error)

    assert room.notice.sentence == sentence
    assert room.notice.name == name.format(when=f"{room.time.after(3).astimezone():%H:%M:%S}")
    assert room.notice.severity == severity
    assert [(action.text, action.name) for action in room.notice.actions] == [
        (again, "retryNowButton"), ("Stop", "stopWaitingButton"),
    ]  # fmt: skip
    assert room.screen.status == ("Waiting", "warning")
    await room.countdown.close()


async def test_a_short_wait_is_no_notice_and_ticks_not() -> None:
    room = WaitingRoom()
    room.wait(1.4)
    await settle()

    assert room.screen.notice is None
    assert room.screen.status == ("Waiting", "warning")
    assert room.time.sleepers == 0


@pytest.mark.parametrize(
    ("reason", "said"), [(WaitReason.SERVER_ASKS, "Trying again"), (WaitReason.LIMITS, "Translating")]
)
async def test_at_its_end_the_notice_goes_and_nothing_ticks(reason: WaitReason, said: str) -> None:
    room = WaitingRoom()
    room.wait(2, reason)
    await settle()
    await room.time.go_on(2)

    assert room.screen.notice is None
    assert room.screen.status == (said, "ready")
    assert room.time.sleepers == 0
    assert room.done == []


async def test_when_something_comes_the_notice_goes_and_nothing_ticks() -> None:
    room = WaitingRoom()
    room.wait(40)
    await settle()
    assert room.time.sleepers == 1
    room.countdown.end()
    await settle()

    assert room.screen.notice is None
    assert room.time.sleepers == 0


async def test_a_notice_of_something_else_is_left_alone() -> None:
    room = WaitingRoom()
    room.screen.show_notice("Something else.", "info")
    room.countdown.end()

    assert room.notice.sentence == "Something else."


async def test_retry_now_hurries_and_the_notice_goes() -> None:
    room = WaitingRoom()
    room.wait(40)
    notice = room.notice
    notice.press("retryNowButton")
    await settle()

    assert room.done == ["hurry"]
    assert room.screen.notice is None
    assert room.screen.status == ("Trying again", "ready")
    assert room.time.sleepers == 0
    notice.press("retryNowButton")
    assert room.done == ["hurry"]


async def test_stop_stops() -> None:
    room = WaitingRoom()
    room.wait(40)
    room.notice.press("stopWaitingButton")

    assert room.done == ["stop"]
    await room.countdown.close()


async def test_a_longer_wait_for_the_same_reason_leaves_the_buttons() -> None:
    room = WaitingRoom()
    room.wait(10, WaitReason.LIMITS, name="first")
    await settle()
    room.wait(20, WaitReason.LIMITS, name="second")
    await settle()

    assert room.notice.sentence.endswith("20 s.")
    assert room.notice.name.endswith(f"{room.time.after(20).astimezone():%H:%M:%S}.")
    assert room.screen.shown_notices == 1
    assert room.time.sleepers == 1
    room.notice.press("retryNowButton")
    assert room.done == ["second"]


async def test_a_wait_for_another_reason_has_buttons_of_its_own() -> None:
    room = WaitingRoom()
    room.wait(10, WaitReason.LIMITS)
    room.wait(20)
    await settle()

    assert room.notice.actions[0].text == "Retry now"
    assert room.time.sleepers == 1
    await room.countdown.close()


async def test_a_short_wait_after_a_long_one_takes_the_notice_away() -> None:
    room = WaitingRoom()
    room.wait(10)
    room.wait(1)
    await settle()

    assert room.screen.notice is None
    assert room.time.sleepers == 0
