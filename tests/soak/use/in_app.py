"""The app in use: ``python -m tests.soak.use.in_app BASE_URL SEED SECONDS``.

It starts as it does for anybody, and is then used by itself: first everything once, in turn, then at random, until the
time is over. Now and then it comes to rest and is counted. Each line that it says is JSON: ``{"figures": {...}}``,
``{"did": "..."}``, ``{"warning": "..."}``, ``{"fault": "..."}``.
"""

import asyncio
import faulthandler
import json
import logging
import sys
import time
import traceback
from collections import Counter
from dataclasses import asdict
from functools import partial
from random import Random
from typing import Any

from tests.soak.use.figures import warm_up_of
from tests.support.watched_log import WatchedLog, WatchingHandler, send_qt_messages_to_log
from translator import cli
from translator.places import find_places
from translator.settings import Deadlines, Service, Settings
from translator.storage.settings.settings_file import SettingsFile
from translator.ui.loop import plain_import

_MOST_OFTEN = 3
"""Translations are at hand so much oftener than anything else."""

_STUCK_SECONDS = 150
_COUNTED_EVERY_SECONDS = 60.0
_WANTED_READINGS = 12
_LEAST_READINGS = 4
"""On a machine that is so busy that the time was over before."""

_SETTLED_SECONDS = 0.6
_HANGS_SECONDS = 1.0
_REST_TEXT = "The house by the lake is quiet at this time of the year."

_restore_import = plain_import.restore_import


def tell(**said: object) -> None:
    """Say it to whoever started this."""
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


class Use:
    """A seeded stretch of use of a running app, so many seconds long from the start of the process on."""

    def __init__(self, app: Any, log: WatchedLog, random: Random, seconds: float, begun: float) -> None:
        from tests.soak.use.switching import SPEAK, Switching
        from tests.soak.use.translating import Translating
        from tests.soak.use.visiting import Visiting

        self._app = app
        self._log = log
        self._random = random
        self._seconds = seconds
        self._begun = begun
        self._did: Counter[str] = Counter()
        self._speak = SPEAK
        self._translating, self._switching, self._visiting = Translating(app), Switching(app), Visiting(app)
        often = self._translating.acts
        self._acts = {**often, **self._switching.acts, **self._visiting.acts}
        self._weights = {name: _MOST_OFTEN if name in often else 1 for name in self._acts}
        self._readings = 0

    async def work(self) -> None:
        """Use the app until the time is over, and let go of all that is outside of it."""
        try:
            await self._work()
        finally:
            self._visiting.close()

    async def _work(self) -> None:
        """First everything once; then at random. AssertionError where the app does not do its part."""
        self._beginning = self._app.preferences.settings
        await self._visiting.prepare()
        await self._switching.speak_all()
        await self._switching.translate_all()
        for name in self._acts:
            await self._do(name)
        grows_from = warm_up_of(self._seconds)
        speaks_from = (max(grows_from, self._at()) + self._seconds) / 2
        counted = await self._count()
        is_grown = counted >= grows_from
        while self._at() < self._seconds or self._readings < _LEAST_READINGS:
            if not is_grown and self._at() >= grows_from:
                await self._grow()
                is_grown = True
            if self._at() - counted >= min(_COUNTED_EVERY_SECONDS, self._seconds / _WANTED_READINGS):
                counted = await self._count()
            await self._do(self._next(speaks=not grows_from <= self._at() < speaks_from))
        await self._count()

    async def _grow(self) -> None:
        """Have every window in every language, as large and as small as it gets.

        While the language changes there are two of each window, and every script has fonts of its own in each size.
        The heap has to have the size for that, with all in it that came since the beginning; or what is first done in
        the second half looks like growth.
        """
        for size in (80, 200, self._beginning.text_size):
            self._app.change(text_size=size)
            await self._switching.speak_all(self._look_everywhere)

    async def _look_everywhere(self, _random: Random) -> None:
        faulthandler.dump_traceback_later(_STUCK_SECONDS, exit=True)
        await self._visiting.everywhere()

    def _next(self, *, speaks: bool) -> str:
        """Return what to do next.

        Another language makes all windows anew. So it is chosen while all warms up, and in the second half of what is
        judged: in between, what is left in one window has to show.
        """
        weights = {**self._weights, self._speak: int(speaks)}
        [name] = self._random.choices([*weights], [*weights.values()])
        return name

    def _at(self) -> float:
        return time.monotonic() - self._begun

    async def _do(self, name: str) -> None:
        faulthandler.dump_traceback_later(_STUCK_SECONDS, exit=True)
        try:
            await self._acts[name](self._random)
        except Exception as fault:
            raise AssertionError(f"while it was to do: {name}") from fault
        self._did[name] += 1
        unexpected, self._log.unexpected[:] = [*self._log.unexpected], []
        for line in unexpected:
            tell(warning=line, after=name)

    async def _count(self) -> float:
        """Come to rest, count, and return when that was."""
        from tests.soak.use.counting import count

        faulthandler.dump_traceback_later(_STUCK_SECONDS, exit=True)
        await self._come_to_rest()
        self._readings += 1
        tell(figures=asdict(count(self._at())), done=self._did.total())
        return self._at()

    async def _come_to_rest(self) -> None:
        """Have the app as it was in the beginning: its settings and languages, nothing open, a short text.

        What a window makes when it is first wanted is there by then, also in a window that another language has made
        anew: so no count depends on what happened to be wanted before it.
        """
        from tests.soak.use.translating import HERE

        app = self._app
        app.escape()
        await app.finish()
        await app.close_others()
        app.preferences.change_service(self._beginning.find(HERE))
        await app.return_to(self._beginning)
        actions = app.opening.window.actions_
        for each in (actions.matches, actions.private):
            if each.isChecked():
                each.trigger()
        app.at_work.do.by_hand.leave()
        app.opening.languages.choose_source(app.opening.parse_tag("en"))
        app.at_work.take_in(None, app.opening.parse_tag("de"), "")
        await self._translating.show_all()
        app.put(_REST_TEXT)
        app.translate()
        await app.finish()
        await self._visiting.everywhere()
        await asyncio.sleep(_SETTLED_SECONDS)


def settings_for(base_url: str) -> Settings:
    """Return settings with a service that answers, and one for each way to fail."""
    from tests.soak.use.translating import FAULTS, HERE

    soon = Deadlines(first_token=_HANGS_SECONDS, idle=_HANGS_SECONDS)
    failing = (Service(name, name, base_url=base_url, model=f"mock+{name}", deadlines=soon) for name in FAULTS)
    here = Service(HERE, "Here", base_url=base_url, model="mock")
    return Settings(HERE, (here, *failing), on_close="quit", romanise=True)


def watch(seed: int, seconds: float, begun: float) -> None:
    """Do what the app does before it imports its window; then have it used while it works."""
    _restore_import()
    from translator import app as composition

    work = composition.work

    def work_in_use(application: Any, opening: Any) -> None:
        from translator.running import running_app

        made: list[Any] = []

        class Known(running_app.RunningApp):
            def __init__(self, *arguments: Any) -> None:
                super().__init__(*arguments)
                made.append(self)

        running_app.RunningApp = Known  # type: ignore[misc]
        work(application, opening, beside=lambda: _use(made[0], seed, seconds, begun))

    composition.work = work_in_use


async def _use(running: Any, seed: int, seconds: float, begun: float) -> None:
    from tests.soak.use.app_in_use import AppInUse

    log, app = WatchedLog(), AppInUse(running)
    logging.getLogger().addHandler(WatchingHandler(log))
    send_qt_messages_to_log()
    try:
        await Use(app, log, Random(seed), seconds, begun).work()
    except Exception:  # noqa: BLE001 - whatever it is, it is told; and the app has to end
        tell(fault=traceback.format_exc())
    finally:
        faulthandler.cancel_dump_traceback_later()
        app.opening.window.quit()


def main() -> int:
    """Start the app, use it, and end it; return its exit status."""
    base_url, seed, seconds = sys.argv[1:]
    SettingsFile(find_places().settings_file).save(settings_for(base_url))
    plain_import.restore_import = partial(watch, int(seed), float(seconds), time.monotonic())
    return cli.main(["--from", "en", "--to", "de"])


if __name__ == "__main__":
    sys.exit(main())
