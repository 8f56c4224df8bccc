"""What is left of one allowance of a service, requests or tokens, between the times that the service says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from translator.engines.limits.charging import Charging
from translator.engines.limits.refill import Kind, Refill
from translator.translation.limits import Allowance

_SHORTEST = 0.001
_ENOUGH = 1e-6


@dataclass(frozen=True, slots=True)
class Mark:
    """A request as a gauge sees it. ``number`` puts all that is counted in order; ``at`` is when it was sent.

    ``begun`` is the sum of all estimates up to this one, itself included; ``ended`` of those that had ended by then.
    """

    number: int
    at: float
    begun: float
    ended: float


@dataclass(slots=True)
class _Charge:
    """Something that the service counts, between ``sent`` and ``at``: a request that begins, or one that ends.

    ``is_open``: its answer is not there. ``is_told``: it is in what was told.
    """

    estimate: float
    sent: float
    at: float
    is_end: bool = False
    is_open: bool = False
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    """What the newest answer said. ``at`` is when it came, ``full_at`` when all is back."""

    mark: Mark
    left: float
    at: float
    full_at: float


class Gauge:
    """Reckons what is left: what was told, less what went out since, plus what has come back.

    It errs on the side of less. An answer speaks of the time it was made, so requests sent after its own are taken
    off, and so are earlier ones whose answers are not there yet; what comes back is counted from when the answer
    came. The next answer puts it right. Times are seconds of one clock; amounts are our own estimates of what the
    service counts, corrected by what it was seen to take where ``learns`` says so.
    """

    def __init__(self, *, learns: bool) -> None:
        self._refill = Refill()
        self._charging = Charging(learns=learns)
        self._limit = 0.0
        self._told: _Told | None = None
        self._learned: _Told | None = None
        self._charges: dict[int, _Charge] = {}

    @property
    def is_known(self) -> bool:
        """Whether the service has said what it allows."""
        return self._told is not None

    def begin(self, mark: Mark, estimate: float) -> None:
        """Note that a request is sent."""
        self._forget(mark.at)
        self._charges[mark.number] = _Charge(estimate, mark.at, mark.at, is_open=True)

    def end(self, number: int, estimate: float, now: float) -> None:
        """Note that a request has ended that took about so much: what a service counts only now is taken off."""
        if self._charging.at_end > 0:
            self._charges[number] = _Charge(estimate, now, now, is_end=True)

    def settle(self, number: int, now: float, *, counted: bool) -> None:
        """Note that no answer of this request will say anything; ``counted`` if the service may have counted it."""
        charge = self._charges.get(number)
        if charge is None:
            return
        if charge.is_open:
            charge.is_open, charge.at = False, now
        if not counted:
            del self._charges[number]
            self._learned = None  # among what began is now something that was not taken

    def tell(self, mark: Mark, allowance: Allowance, now: float, *, refused: bool = False) -> None:
        """Note what the answer to this request says."""
        self.settle(mark.number, now, counted=True)
        left, limit = allowance.left, allowance.limit or allowance.left
        if left is None or not limit or limit < 0:
            return
        self._limit = limit
        new = _Told(mark, self._with_debt(left, allowance.full_in or 0.0), now, now + (allowance.full_in or 0.0))
        told = self._told
        if told is not None and mark.number < told.mark.number:
            self._told = replace(told, left=self._lesser(new, told))
        else:
            self._see(allowance.full_in, limit - left, now, mark.at, is_plain=left > 0 and not refused)
            self._told = new if told is None else self._following(told, new)
        for number, charge in self._charges.items():
            charge.is_told = charge.is_told or (number <= self._told.mark.number and not charge.is_open)
        self._learn(self._told)

    def doubt(self) -> None:
        """Note that the service refused a request that there was room for."""
        self._refill.doubt()

    def missing(self, estimate: float, now: float, *, ahead: float = 0.0, on_the_way: float = 0.0) -> float:
        """Return in how many seconds there is room for a request of this estimate, 0 for now.

        ``ahead`` is the estimate of those that go first, ``on_the_way`` of those that have not ended. A request that
        is larger than all that is allowed needs all of it.
        """
        told = self._told
        if told is None:
            return 0.0
        need = min(self._charging.at_most(estimate), self._limit) + ahead * self._charging.at_start
        short = need - self._left(told, now) + on_the_way * self._charging.at_end
        if short <= _ENOUGH or (need <= self._limit and self._may_probe(told, now)):
            return 0.0
        return max(_SHORTEST, self._time_for(short, need, told, now))

    def _left(self, told: _Told, now: float) -> float:
        kind, window = self._refill.kind, self._refill.window
        if kind is not Kind.BUCKET and now >= (told.at + window if kind is Kind.SLIDING else told.full_at):
            return self._limit - self._sum(c for c in self._charges.values() if c.is_open or c.at > now - window)
        left = min(self._limit, told.left + self._come_back(told.at, now))
        return left - self._sum(c for c in self._charges.values() if not c.is_told)

    def _sum(self, charges: Iterable[_Charge]) -> float:
        """Return what these take, as far as is known now how the service counts."""
        at_start, at_end = self._charging.at_start, self._charging.at_end
        return sum(charge.estimate * (at_end if charge.is_end else at_start) for charge in charges)

    def _come_back(self, since: float, now: float) -> float:
        """Return how much of what was used has come back bit by bit between these times."""
        match self._refill.kind:
            case Kind.BUCKET:
                return self._refill.rate(self._limit) * (now - since)
            case Kind.SLIDING:
                window = self._refill.window
                told = (c for c in self._charges.values() if c.is_told)
                return self._sum(c for c in told if since < c.sent + window and c.at + window <= now)
            case _:
                return 0.0

    def _may_probe(self, told: _Told, now: float) -> bool:
        """Tell whether a window has ended and nothing was sent since: one goes ahead, and its answer tells the rest."""
        if self._refill.kind in {Kind.BUCKET, Kind.SLIDING} or now < told.full_at:
            return False
        return not any(c.is_open and c.at >= told.full_at for c in self._charges.values())

    def _time_for(self, short: float, need: float, told: _Told, now: float) -> float:
        kind = self._refill.kind
        if kind is Kind.BUCKET:
            return short / self._refill.rate(self._limit)
        if kind is not Kind.SLIDING and now < told.full_at:  # all is back then, and again after each further window
            return told.full_at - now + (max(0.0, need - _ENOUGH) // self._limit) * self._refill.window
        return self._until_free(short, now)

    def _until_free(self, short: float, now: float) -> float:
        """Return when so much of what was sent in the last window no longer counts."""
        since = now - self._refill.window
        for charge in sorted((c for c in self._charges.values() if not c.is_open and c.at > since), key=_time_of):
            short -= self._sum([charge])
            if short <= _ENOUGH:
                return charge.at - since
        return self._refill.window

    def _see(self, full_in: float | None, used: float, now: float, sent: float, *, is_plain: bool) -> None:
        """Learn how the service gives back.

        Not from a refusal, which begins no window, as what it grants may; nor where it may have counted more than it
        allows, and does not say so.
        """
        if full_in is not None and is_plain:
            self._refill.saw(used, full_in, now, sent)
        elif full_in is not None:
            self._refill.told(full_in)

    def _with_debt(self, left: float, full_in: float) -> float:
        """Return what is left, less than nothing where the time until all is back says so, though the number did not.

        A service that counts some of a request only at its end may be overdrawn.
        """
        if left > 0 or self._refill.kind is not Kind.BUCKET:
            return left
        return min(left, self._limit - self._refill.rate(self._limit) * full_in)

    def _following(self, told: _Told, new: _Told) -> _Told:
        """Return what is told by the answer to a later request.

        A window ends when it ends: a slow answer does not put that off.
        """
        left = self._lesser(told, new) if new.mark.at <= told.at else new.left
        is_same_window = self._refill.kind is Kind.WINDOW and new.at < told.full_at
        return replace(new, left=left, full_at=min(told.full_at, new.full_at) if is_same_window else new.full_at)

    def _lesser(self, earlier: _Told, later: _Told) -> float:
        """Return what is left after two requests that were on their way together, sent in this order.

        The service may have let them in in the other one. Then the answer to the earlier one tells of less.
        """
        back = self._come_back(earlier.mark.at, later.mark.at)
        is_other_window = abs(later.full_at - earlier.full_at) > self._refill.window / 2
        if is_other_window and self._refill.kind in {Kind.WINDOW, None}:
            return later.left
        return min(later.left, earlier.left + back)

    def _learn(self, told: _Told) -> None:
        """Compare what the service took between two answers with what we had reckoned.

        That is possible only where no answer is missing: nobody knows in which order the service lets requests in.
        """
        if any(charge.is_open for charge in self._charges.values()):
            return
        since, self._learned = self._learned, told
        if since is None or told.mark is since.mark:
            return
        left = since.left + self._come_back(since.mark.at, told.mark.at)
        is_bucket = self._refill.kind is Kind.BUCKET
        began_anew = left >= self._limit if is_bucket else told.mark.at >= since.full_at
        if not began_anew and left >= told.left:
            begun, ended = told.mark.begun - since.mark.begun, told.mark.ended - since.mark.ended
            self._charging.saw(left - told.left, begun, ended)

    def _forget(self, now: float) -> None:
        """Drop what no longer counts, whatever kind of service it is."""
        since = now - 2 * self._refill.window
        for number in [n for n, c in self._charges.items() if not c.is_open and c.at <= since]:
            del self._charges[number]


def _time_of(charge: _Charge) -> float:
    return charge.at
