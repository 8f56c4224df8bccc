"""The real app with probes around it: ``python -m tests.bench.inside ROWS BASE_URL SCALE``.

Of every start it measures how long the engine took (``ready_s``, from the first paint on), the gaps meanwhile, and
memory before the engine's import. Then the probes of these rows follow, one after the other.
"""

import asyncio
import gc
import json
import sys
import time
from importlib import import_module
from typing import Any

from tests.bench.probes import Ticks, memory_mb, tell
from tests.bench.row import Scale
from translator.commands.window import parse
from translator.ui.loop.plain_import import restore_import


def main(rows: str, base_url: str, scale: Scale) -> None:
    """Start the app, measure, print the figures, and end it."""
    gc.disable()  # as cli.py does
    restore_import()
    from translator import app as composition
    from translator.running.opening import open_window

    options = parse(["--base-url", base_url, "--model", "mock", "--from", "en", "--to", "de"], "")
    application = composition.make_application()
    ticks = Ticks(application)
    opening = open_window(application, options)
    opening.window.first_painted.connect(ticks.start)
    composition.wait_for_first_paint(opening)
    painted = time.monotonic()
    composition.import_in_steps()
    measured: dict[str, Any] = {}

    from translator.running.running_app import RunningApp
    from translator.ui.loop.event_loop import run
    from translator.ui.loop.garbage import GarbageCollector

    async def work(the_end: asyncio.Event) -> None:
        running = RunningApp(opening, the_end)
        measured["memory_mb"] = memory_mb()
        at_work = asyncio.create_task(running.run(the_end))
        await asyncio.sleep(0)  # the window's own wish for an engine comes first
        await running.workings.engines.translator(opening.choice.service)
        measured["ready_s"] = time.monotonic() - painted
        measured["ready_gap"] = ticks.stop()
        await probe(running)
        the_end.set()
        await at_work

    async def probe(running: RunningApp) -> None:
        from tests.bench.subject import Subject

        subject = Subject(opening, running, scale)
        for name in rows.split(","):
            measured.update(await import_module(f"tests.bench.rows.{name}").ROW.probe(subject))

    collector = GarbageCollector(application)
    run(application, work)
    collector.stop()
    tell(measured)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Scale(**json.loads(sys.argv[3])))
