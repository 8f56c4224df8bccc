"""The composition root of the window: show it, then set it to work."""

import os
import signal
import sys
from collections.abc import Callable, Coroutine
from functools import partial
from importlib import import_module
from typing import Any, NoReturn

from PySide6.QtCore import QEventLoop, Qt, QTimer

from translator import APPLICATION_ID
from translator.crash.hooks import hear_faults
from translator.crash.watch import CrashWatch
from translator.desktop.application import Application
from translator.desktop.missing_screen import hearing_of_no_screen
from translator.i18n import tr
from translator.places import find_places
from translator.running.opening import Opening, UnknownService, open_window
from translator.service_choice import WindowOptions
from translator.standing import ALONE, Standing

NEEDED_AFTER_PAINT = (
    "asyncio",
    "translator.ui.loop.event_loop",
    "translator.text.private.find",
    "translator.translation.prompting.protected_text",
    "translator.translation.aids",
    "translator.translation.translate_text",
    "translator.running.engine_pool",
    "translator.ui.translate.editing.incoming",
    "translator.running.workings",
    "translator.running.window_archive",
    "translator.ui.words.desk",
    "translator.ui.window.desk",
    "translator.running.running_window",
    "translator.running.resident.popup_parts",
    "translator.running.running_app",
)
"""What works behind the window, in pieces of about equal weight."""

WITHOUT_SCREEN = 1
"""The exit status where no window can be shown."""


def run_window(options: WindowOptions, standing: Standing = ALONE) -> int:
    """Show the window, unless it is to start without, and run the program to its end; return the exit status."""
    watch = CrashWatch(find_places().crash_folder)
    watch.begin()
    hear_faults(watch.write)
    # Until the event loop listens, Python would raise in the midst of a slot, and Qt would go on as if nothing were.
    if sys.platform != "win32":  # whose event loop never listens
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    with hearing_of_no_screen(partial(_leave_without_screen, watch, standing)):
        app = make_application()
    status = _run(app, options, standing)
    watch.end()  # not where an exception ends the program: that is written down on its way out
    return status


def _leave_without_screen(watch: CrashWatch, standing: Standing) -> NoReturn:
    """Say that no window can be shown, and what can be done; leave nothing of this run behind."""
    from translator.joining import sentences

    watch.end()
    if standing.instance:
        standing.instance.release()
    nowhere = tr("There is no screen here that a window could be shown on.")
    step = tr("“translator text” translates without one; “translator doctor” tells what this program finds here.")
    sys.stderr.write(f"translator: {sentences(nowhere, step)}\n")
    sys.stderr.flush()
    os._exit(WITHOUT_SCREEN)


def _run(app: Application, options: WindowOptions, standing: Standing) -> int:
    try:
        opening = open_window(app, options, standing)
    except UnknownService as unknown:
        from translator.joining import sentences
        from translator.messages import no_such_service

        sentence, step = no_such_service(unknown.name, unknown.known)
        sys.stderr.write(f"translator: {sentences(sentence, step)}\n")
        return 2
    if not options.background:
        wait_for_first_paint(opening)
    import_in_steps()
    work(app, opening)
    return 0


def make_application() -> Application:
    """Return the application, set up as every widget of ours expects it."""
    # Without this a change of palette does not reach widgets under a style sheet.
    Application.setAttribute(Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles)
    # As an argument: setStyle returns the style, for which PySide would build a class of many enumerations.
    app = Application([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("translator")
    app.setApplicationDisplayName("Translator")
    app.setDesktopFileName(APPLICATION_ID)
    app.setQuitOnLastWindowClosed(False)
    return app


def wait_for_first_paint(opening: Opening) -> None:
    """Let the window appear before anything is imported that it does not need to appear."""
    until_painted = QEventLoop()
    opening.window.first_painted.connect(until_painted.quit)
    opening.window.closed.connect(until_painted.quit)
    until_painted.exec()


def import_in_steps() -> None:
    """Import NEEDED_AFTER_PAINT, a module in each turn of Qt's loop: together they would hold up typing for 100 ms."""
    until_imported = QEventLoop()
    timer = QTimer()
    rest = iter(NEEDED_AFTER_PAINT)

    def step() -> None:
        if name := next(rest, ""):
            import_module(name)
        else:
            until_imported.quit()

    timer.timeout.connect(step)
    timer.start(0)
    until_imported.exec()


def work(app: Application, opening: Opening, beside: Callable[[], Coroutine[Any, Any, None]] | None = None) -> None:
    """Run the program to its end, and ``beside`` next to it: whoever takes pictures or measures."""
    import asyncio

    from translator.assets import resources
    from translator.desktop.memory import hold_little_memory
    from translator.desktop.x11.outliving import outlive_display
    from translator.running.running_app import RunningApp
    from translator.ui.look.app_icon import app_icon
    from translator.ui.loop.event_loop import run
    from translator.ui.loop.garbage import GarbageCollector

    async def until_closed(the_end: asyncio.Event) -> None:
        if not (opening.window.isVisible() or opening.options.background):
            return

        async def accompany(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
            try:
                await work()
            except Exception:
                the_end.set()  # or the program would go on with nobody looking
                raise

        running = RunningApp(opening, the_end)
        companion = asyncio.create_task(accompany(beside)) if beside else None
        asyncio.get_running_loop().call_soon(app.open_files_with, running.open_file)  # once that is at work
        await running.run(the_end)
        if companion is not None:
            await companion

    hold_little_memory()
    app.setWindowIcon(app_icon(resources() / "icons"))
    collector = GarbageCollector(app)
    outlive_display(app)
    run(app, until_closed)
    collector.stop()
