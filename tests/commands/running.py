"""Runs ``translator`` in this process, or as one of its own."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from translator.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    status: int
    out: str
    err: str


class Run(Protocol):
    """Runs the command line with this standard input."""

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Ran: ...


def runner(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs the command line in this process, with streams like those of a pipe."""

    def run(*arguments: str, stdin: bytes = b"") -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        streams = {"stdin": io.BytesIO(stdin), "stdout": out, "stderr": err}
        for name, stream in streams.items():
            monkeypatch.setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", newline=""))
        try:
            status = main(list(arguments))
        except SystemExit as end:
            status = int(end.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        return Ran(status, out.getvalue().decode(), err.getvalue().decode())

    return run


def start(*arguments: str, stdin: int = subprocess.PIPE, **environment: str) -> subprocess.Popen[bytes]:
    """Start ``python -m translator`` with pipes, or with another standard input."""
    return subprocess.Popen(
        [sys.executable, "-m", "translator", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
