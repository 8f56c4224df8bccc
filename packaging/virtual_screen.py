"""Shows the main job where there is no display: the window on a virtual screen, a text, and its translation.

The text is that of the file which the arguments name, or else a sentence that is typed. Ends with 0 where a translation
came. ``python3 dev.py run`` calls it; arguments go to the app.
"""

import signal
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.e2e.driver.app import App  # noqa: E402 - the clone is not installed as a whole
from tests.e2e.driver.desktop import Desktop  # noqa: E402 - likewise
from translator.commands.window import parse  # noqa: E402 - likewise

SENTENCE = "Good morning! Could you tell me where the nearest station is?"
PICTURE = ROOT / "screenshots" / "demo.png"
START_SECONDS = 60
OPENING_SECONDS = 10
TRANSLATION_SECONDS = 30
AT_REST_SECONDS = 1.0


def enter(app: App, file: Path | None) -> str:
    """Type the sentence, or have the file opened; return what is to be translated."""
    source = app.find("sourceEditor", timeout=START_SECONDS)
    if file is None:
        source.type(SENTENCE)
    else:  # what is typed before its text comes would stand beside that
        app.wait(lambda: source.text not in ("", "\n"), OPENING_SECONDS, f"text of {file}")
    return source.text.strip()


def translate(app: App) -> str:
    """Translate what is there; return the translation when nothing more is added to it."""
    app.key("ctrl+Return")
    target = app.find("targetView")
    seen, since = "", time.monotonic()

    def is_at_rest() -> bool:
        nonlocal seen, since
        text = target.text
        if text != seen:
            seen, since = text, time.monotonic()
        return bool(seen) and time.monotonic() - since > AT_REST_SECONDS

    app.wait(is_at_rest, TRANSLATION_SECONDS, "translation")
    return seen.strip()


def main(arguments: list[str]) -> int:
    """Run the app, print what it shows, save a picture of it; return the exit status."""
    # Whoever ends this ends the screen and what is on it as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    file = parse(arguments, "").file
    if file is not None and not file.is_file():
        print(f"There is no file {file}.", file=sys.stderr)
        return 2
    command = [sys.executable, "-m", "translator", "--demo", *arguments]
    try:
        with (
            tempfile.TemporaryDirectory(prefix="translator.") as folder,
            Desktop() as desktop,
            App(desktop, command, Path(folder)) as app,
        ):
            source = enter(app, file)
            translation = translate(app)
            app.screenshot(PICTURE, app.windows()[0])
    except (TimeoutError, RuntimeError) as error:
        print(f"The app did not translate: {error}", file=sys.stderr)
        return 1
    print(f"Source:      {source}\nTranslation: {translation}\nScreenshot:  {PICTURE}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
