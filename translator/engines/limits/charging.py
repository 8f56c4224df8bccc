"""How a service counts tokens, in terms of our own estimates: some count a request when it comes, some at its end."""

_FADING = 0.95
_MOST = 8.0
_PRIOR = 0.2
# Where as much ends as begins all the time, the two parts cannot be told apart. So the second one is believed in only
# where it explains the most of what the first leaves unexplained.
_RIDGE = 1e-6
_CONVINCING = 0.25
_LEAST_MARGIN = 0.05
_MOST_MARGIN = 0.5
_DEVIATIONS = 3.0
_FOLLOWING = 0.2


class Charging:
    """Learns what a service takes for a request. ``at_start`` and ``at_end`` are parts of our estimate.

    The two are fitted to what is seen by least squares, what is older counting less each time (Haykin, "Adaptive
    Filter Theory", recursive least squares with a forgetting factor): six sums, and large steps weigh more than
    small ones. Until more is known, a request is expected to be counted when it comes, and as estimated. Requests
    differ, so what is needed is reckoned with a margin: three times the mean deviation so far, as TCP reckons its
    timeouts from round trips (RFC 6298). With ``learns`` false, a request counts for what it is.
    """

    def __init__(self, *, learns: bool) -> None:
        self.at_start = 1.0
        self.at_end = 0.0
        self._learns = learns
        self._deviation = 0.0
        self._begun_begun = self._begun_ended = self._ended_ended = 0.0
        self._begun_taken = self._ended_taken = self._taken_taken = 0.0

    def at_most(self, estimate: float) -> float:
        """Return what a request probably takes at the most when it comes."""
        if not self._learns:
            return estimate
        margin = min(_MOST_MARGIN, max(_LEAST_MARGIN, self._deviation * _DEVIATIONS))
        return estimate * self.at_start * (1 + margin)

    def saw(self, taken: float, begun: float, ended: float) -> None:
        """Learn: so much was taken while requests estimated at ``begun`` began, and others, at ``ended``, ended."""
        if not self._learns or begun <= 0:
            return
        if not self._begun_begun:
            self._add(begun * _PRIOR, begun * _PRIOR, 0.0)
        else:
            expected = self.at_start * begun + self.at_end * ended
            off = abs(taken - expected) / max(expected, taken, 1.0)
            self._deviation += (off - self._deviation) * _FOLLOWING
        self._add(taken, begun, ended)
        self._fit()

    def _add(self, taken: float, begun: float, ended: float) -> None:
        self._begun_begun = self._begun_begun * _FADING + begun * begun
        self._begun_ended = self._begun_ended * _FADING + begun * ended
        self._ended_ended = self._ended_ended * _FADING + ended * ended
        self._begun_taken = self._begun_taken * _FADING + begun * taken
        self._ended_taken = self._ended_taken * _FADING + ended * taken
        self._taken_taken = self._taken_taken * _FADING + taken * taken

    def _fit(self) -> None:
        bb, be, bt, et = self._begun_begun, self._begun_ended, self._begun_taken, self._ended_taken
        ee, tt = self._ended_ended + _RIDGE * bb, self._taken_taken
        determinant = bb * ee - be * be
        start, end = (bt * ee - et * be) / determinant, (et * bb - bt * be) / determinant
        if start < 0:
            start, end = 0.0, et / ee
        left_by_one, left_by_both = tt - bt * bt / bb, tt - start * bt - end * et
        if end < 0 or left_by_both > left_by_one * _CONVINCING:
            start, end = bt / bb, 0.0
        self.at_start, self.at_end = min(_MOST, start), min(_MOST, end)
