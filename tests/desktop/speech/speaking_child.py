"""Stands in for ``say`` and for the PowerShell script: writes what it was told into a file, and waits where asked.

speaking_child.py FILE say|sapi [OPTIONS]. A text with "wait" in it is read for ever; one with "fail" ends it.
"""

import json
import sys
import time
from pathlib import Path

SAY = """Albert              en_US    # Hello! My name is Albert.
Anna                de_DE    # Hallo! Ich heiße Anna.
Anna (Premium)      de_DE    # Hallo! Ich heiße Anna.
Bad News            en_US    # Hello!
Eddy (English (US)) en_US    # Hello!
Samantha            en_US    # Hello!
not a voice
"""
SAPI = "de-DE\tMicrosoft Hedda Desktop\nen-US\tMicrosoft Zira Desktop\n.\n"


def main(file: str, kind: str, *options: str) -> int:
    """Speak."""
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    if "?" in options:
        sys.stdout.write(SAY)
        return 0
    if kind == "sapi":
        _write(SAPI)
    for line in map(str.rstrip, sys.stdin):
        with Path(file).open("a", encoding="utf-8") as log:
            log.write(json.dumps([line, *options]) + "\n")
        if "fail" in line:
            return 3
        if "wait" in line:
            time.sleep(60)
        if kind == "sapi" and "Microsoft" not in line:
            _write(".\n")
    return 0


def _write(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
