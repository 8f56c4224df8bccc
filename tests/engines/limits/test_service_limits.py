"""What is learned of a service's limits, step by step, with times handed in."""

import pytest

from translator.engines.limits.charging import Charging
from translator.engines.limits.concurrency import Concurrency
from translator.engines.limits.gauge import Gauge, Mark
from translator.engines.limits.rate import Pace
from translator.engines.limits.refill import Kind, Refill
from translator.engines.limits.service_limits import Limits, Load
from translator.translation.limits import Allowance, RateLimits
from translator.translation.request import WaitReason


def _mark(number: int, at: float = 0.0) -> Mark:
    return Mark(number, at, number, 0)


def _told(gauge: Gauge, left: int | None, full_in: float | None, *, limit: int | None = 60, at: float = 0.0) -> Gauge:
    """Send request 1 and have it answered."""
    gauge.begin(_mark(1, at), 1)
    gauge.tell(_mark(1, at), Allowance(limit, left, full_in), at)
    return gauge


def test_a_bucket_is_known_by_a_time_that_grows_with_what_is_used() -> None:
    refill = Refill()
    refill.saw(1, 1, 0)
    assert refill.kind is None
    refill.saw(4, 4, 0.01)
    assert refill.kind is Kind.BUCKET
    assert refill.rate(60) == pytest.approx(1)


def test_a_window_is_known_by_its_end() -> None:
    refill = Refill()
    refill.saw(1, 60, 0)
    refill.saw(4, 59, 1)
    assert refill.kind is Kind.WINDOW


def test_a_sliding_window_is_known_by_a_time_that_stays() -> None:
    refill = Refill()
    refill.saw(1, 60, 0)
    refill.saw(4, 60, 1)
    assert (refill.kind, refill.window) == (Kind.SLIDING, 60)


def test_answers_made_together_and_read_one_after_the_other_are_of_no_sliding_window() -> None:
    refill = Refill()
    for late in range(10):
        refill.saw(30 + late, 2.577, 4 + 0.018 * late, sent=3.7)
    assert refill.kind is None
    refill.saw(40, 2.291, 4.3, sent=4.2)
    assert refill.kind is Kind.WINDOW


def test_a_sliding_window_is_known_once_a_request_was_sent_after_an_answer() -> None:
    refill = Refill()
    refill.saw(30, 3, 4, sent=3.7)
    refill.saw(31, 3, 4.02, sent=3.7)
    refill.saw(32, 3, 4.4, sent=4.1)
    assert refill.kind is Kind.SLIDING


def test_answers_that_fit_any_kind_or_none_teach_nothing() -> None:
    refill = Refill()
    for used, full_in, now in [(1, 60, 0), (1, 60, 0), (0, 0, 1), (1, 60, 500)]:
        refill.saw(used, full_in, now)
    assert refill.kind is None


def test_what_was_learned_is_doubted_after_a_refusal() -> None:
    refill = Refill()
    refill.saw(1, 60, 0)
    refill.saw(4, 59, 1)
    refill.doubt()
    assert refill.kind is None


def test_a_limit_without_a_time_is_that_of_a_minute() -> None:
    gauge = _told(Gauge(learns=False), 0, None)
    assert gauge.missing(1, 0) == pytest.approx(1)
    assert gauge.missing(1, 1) == 0


@pytest.mark.parametrize(("limit", "left"), [(None, None), (60, None), (-1, -1), (0, 0)])
def test_numbers_that_say_nothing_are_not_believed(limit: int | None, left: int | None) -> None:
    gauge = _told(Gauge(learns=False), left, 5, limit=limit)
    assert not gauge.is_known
    assert gauge.missing(1, 0) == 0


def test_milliseconds_are_kept() -> None:
    gauge = _told(Gauge(learns=False), 0, 0.05)
    assert gauge.missing(1, 0.01) == pytest.approx(0.04)
    assert gauge.missing(1, 0.05) == 0


def test_what_was_sent_since_is_taken_off_and_so_is_what_has_no_answer_yet() -> None:
    gauge = Gauge(learns=False)
    for number in range(1, 4):
        gauge.begin(_mark(number), 1)
    gauge.tell(_mark(2), Allowance(60, 2, 30), 0)
    assert gauge.missing(1, 0) > 0, "the first and the third may not be counted yet"
    gauge.settle(1, 0, counted=True)
    gauge.settle(3, 0, counted=False)
    assert gauge.missing(1, 0) == 0


def test_answers_in_another_order_than_requests_tell_of_the_lesser() -> None:
    for order in ([1, 2], [2, 1]):
        gauge = Gauge(learns=False)
        for number in (1, 2):
            gauge.begin(_mark(number), 1)
        for number in order:
            gauge.tell(_mark(number), Allowance(60, {1: 0, 2: 1}[number], 30), 0)
        assert gauge.missing(1, 0) == pytest.approx(30), order


def test_one_request_finds_out_what_a_new_window_holds() -> None:
    gauge = _told(Gauge(learns=False), 0, 10, limit=1)
    assert gauge.missing(1, 10) == 0
    gauge.begin(_mark(2, 10), 1)
    assert gauge.missing(1, 10) > 0


def test_a_request_larger_than_all_that_is_allowed_needs_all_of_it() -> None:
    gauge = _told(Gauge(learns=False), 60, 0)
    assert gauge.missing(1000, 0) == 0


def test_a_service_may_have_counted_more_than_it_allows() -> None:
    gauge = Gauge(learns=True)
    for number, (left, full_in) in enumerate([(90, 6), (50, 30), (0, 72)], 1):
        gauge.begin(Mark(number, number, number, 0), 1)
        gauge.tell(Mark(number, number, number, 0), Allowance(100, left, full_in), number)
    assert gauge.missing(1, 3) > 12, "at 100 a minute, 72 seconds are 20 too many"


def test_counting_at_the_start_and_at_the_end_are_told_apart() -> None:
    charging = Charging(learns=True)
    for begun, ended in [(1000, 0), (2000, 500), (500, 2000), (1500, 1000), (100, 1200)]:
        charging.saw(0.3 * begun + 0.6 * ended, begun, ended)
    assert (charging.at_start, charging.at_end) == (pytest.approx(0.3, abs=0.05), pytest.approx(0.6, abs=0.05))


def test_counting_at_the_end_is_not_believed_without_need() -> None:
    charging = Charging(learns=True)
    for begun, ended, noise in [(1000, 900, 1.1), (2000, 2100, 0.9), (500, 600, 1.05), (1500, 1400, 1.0)]:
        charging.saw(begun * noise, begun, ended)
    assert (charging.at_start, charging.at_end) == (pytest.approx(1, abs=0.1), 0)


def test_counting_at_the_end_alone_is_possible() -> None:
    charging = Charging(learns=True)
    for begun, ended in [(1000, 0), (2000, 1000), (100, 3000), (2000, 100), (100, 2000)]:
        charging.saw(ended, begun, ended)
    assert (charging.at_start, charging.at_end) == (pytest.approx(0, abs=0.05), pytest.approx(1, abs=0.05))


def test_the_margin_follows_how_far_expectations_were_off() -> None:
    charging = Charging(learns=True)
    steady = charging.at_most(100)
    for taken in (500, 2000, 500, 2000):
        charging.saw(taken, 1000, 0)
    assert charging.at_most(100) / charging.at_start > steady


def test_room_grows_by_success_and_halves_by_refusal() -> None:
    concurrency = Concurrency(4, 16)
    for _ in range(20):
        concurrency.succeeded(16)
    assert concurrency.allowed == 16
    concurrency.refused()
    assert concurrency.allowed == 8
    concurrency.succeeded(16)
    assert concurrency.allowed == 8, "after a refusal it takes a round"
    for _ in range(8):
        concurrency.succeeded(16)
    assert concurrency.allowed == 9
    for _ in range(9):
        concurrency.refused()
    assert concurrency.allowed == 1


def test_a_pace_is_what_was_accepted_between_two_refusals() -> None:
    pace = Pace()
    pace.refused(0)
    assert pace.missing(0) == 0
    for _ in range(10):
        pace.accepted()
    pace.refused(10)
    pace.sent(10)
    assert pace.missing(10) == pytest.approx(1 / 0.95, rel=0.01)
    assert pace.missing(10, ahead=2) == pytest.approx(3 / 0.95, rel=0.02)
    assert pace.missing(12) == 0


def test_a_pace_that_is_a_guess_grows_with_every_success() -> None:
    pace = Pace()
    pace.refused(0)
    pace.accepted()
    pace.refused(10)
    pace.sent(10)
    first = pace.missing(10)
    for _ in range(10):
        pace.accepted()
    pace.sent(30)
    assert pace.missing(30) < first / 5


def test_a_limit_that_was_lifted_is_found_out() -> None:
    pace = Pace()
    pace.refused(0)
    for _ in range(10):
        pace.accepted()
    pace.refused(10)
    pace.sent(1000)
    assert pace.missing(1000) < 0.02


def test_refusals_of_what_was_on_its_way_count_once() -> None:
    limits = Limits(start=8)
    tickets = [limits.send(100, 0) for _ in range(8)]
    assert not limits.has_place()
    for ticket in tickets:
        limits.refused(ticket, 1, seconds=2)
    for _ in range(4):
        limits.send(100, 1)
    assert not limits.has_place(), "halved once"
    assert limits.wait(100, 1).seconds == 2


def test_a_wait_says_why() -> None:
    limits = Limits()
    ticket = limits.send(100, 0)
    assert limits.wait(100, 0).seconds == 0
    limits.told(ticket, RateLimits(requests=Allowance(60, 0, 20)), 0)
    assert (limits.wait(100, 0).seconds, limits.wait(100, 0).reason) == (20, WaitReason.LIMITS)
    limits.refused(limits.send(100, 0), 0, seconds=50)
    assert (limits.wait(100, 0).seconds, limits.wait(100, 0).reason) == (50, WaitReason.SERVER_ASKS)


def test_a_wait_counts_those_ahead() -> None:
    limits = Limits()
    ticket = limits.send(100, 0)
    limits.told(ticket, RateLimits(requests=Allowance(60, 0, None)), 0)
    assert limits.wait(100, 0, Load(9, 900)).seconds == pytest.approx(10)


def test_a_refusal_that_tells_the_limits_needs_no_guess() -> None:
    limits = Limits()
    limits.refused(limits.send(100, 0), 0, seconds=None, limits=RateLimits(requests=Allowance(60, 0, 7)))
    assert (limits.wait(100, 0).seconds, limits.wait(100, 0).reason) == (7, WaitReason.LIMITS)


def test_a_request_that_came_to_nothing_makes_room() -> None:
    limits = Limits(start=1)
    limits.lost(limits.send(100, 0), 1)
    assert limits.has_place()
