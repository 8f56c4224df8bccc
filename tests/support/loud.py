"""Runs the command line several times in one process, with every log at its loudest.

``python -m tests.support.loud FILE`` reads from the file a list, in JSON, of ``{"arguments": [...], "environment":
{...}, "stdin": "..."}``, and writes for each a line with its exit status. Everybody's logs, asyncio's debugging and
every step of its loop go to standard error.
"""

import asyncio
import io
import json
import logging
import os
import sys
import traceback
from pathlib import Path
from typing import Any

from translator import cli

log = logging.getLogger(__name__)


class _TalkativeLoop(asyncio.SelectorEventLoop):
    """Logs everything that it runs, with the arguments."""

    def __init__(self) -> None:
        super().__init__()
        self.slow_callback_duration = 0
        self.set_debug(True)


class _TalkativePolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = _TalkativeLoop


class _Loud(logging.Formatter):
    """Formats a traceback with what every variable in it holds."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        described = traceback.TracebackException(*ei, capture_locals=True)
        return "".join(described.format())


def main() -> None:
    """Do what the file asks for."""
    asked = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Loud("%(name)s %(levelname)s %(message)s"))
    logging.basicConfig(level=logging.DEBUG, handlers=[handler])
    asyncio.set_event_loop_policy(_TalkativePolicy())
    for run in asked:
        os.environ.update(run.get("environment", {}))
        sys.stdin = io.TextIOWrapper(io.BytesIO(run.get("stdin", "").encode()))
        try:
            status = cli.main(run["arguments"])
        except SystemExit as end:
            status = end.code
        except Exception:
            log.exception("A fault that nobody handled")
            status = "raised"
        print(f"--- status {status}", flush=True)  # noqa: T201 - this is how it answers


if __name__ == "__main__":
    main()
