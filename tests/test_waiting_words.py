"""Why nothing comes for a while, and until when, in one sentence."""

from datetime import UTC, datetime, timedelta

import pytest

from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import Waiting, WaitReason
from translator.waiting_words import explain_end_of_waiting, explain_waiting, seconds_left

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
UNTIL = NOW + timedelta(seconds=2.5)
THEN = f"{UNTIL.astimezone():%H:%M:%S}"


@pytest.mark.parametrize(
    ("waiting", "left", "end"),
    [
        (
            Waiting(UNTIL, WaitReason.LIMITS),
            "Keeping within the limits of Box; going on in 3 s.",
            f"Keeping within the limits of Box; going on at {THEN}.",
        ),
        (
            Waiting(UNTIL, WaitReason.SERVER_ASKS, ConnectionLost("Box")),
            "Box asks to wait 3 s.",
            f"Box asks to wait until {THEN}.",
        ),
        (Waiting(UNTIL, WaitReason.TRYING_AGAIN), "Trying again in 3 s.", f"Trying again at {THEN}."),
        (
            Waiting(UNTIL, WaitReason.TRYING_AGAIN, ConnectionLost("Box")),
            "The connection to Box broke off. Trying again in 3 s.",
            f"The connection to Box broke off. Trying again at {THEN}.",
        ),
    ],
)
def test_each_reason_has_its_words_with_what_is_left_and_with_the_end(waiting: Waiting, left: str, end: str) -> None:
    assert explain_waiting(waiting, "Box", NOW) == left
    assert explain_end_of_waiting(waiting, "Box") == end


def test_a_service_without_a_name_is_the_service() -> None:
    assert explain_waiting(Waiting(UNTIL), "", NOW) == "The service asks to wait 3 s."


def test_seconds_are_rounded_up_and_never_negative() -> None:
    assert [seconds_left(Waiting(UNTIL), NOW + timedelta(seconds=s)) for s in (0, 2.4, 2.5, 9)] == [3, 1, 0, 0]
