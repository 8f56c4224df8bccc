"""Run by the frozen program before its first line: takes what its starter put into the environment out again.

PyInstaller's starter sets LD_LIBRARY_PATH to the program's own libraries, and variables of its own. The loader has read
the first already; what the program starts in its turn (a browser, a voice, itself in the background) would take our
libraries for the system's, and has nothing to do with the others.
"""

import os


def _leave() -> None:
    for name in [name for name in os.environ if name.startswith("_PYI_")]:
        del os.environ[name]
    for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"):
        before = os.environ.pop(f"{name}_ORIG", None)
        if before:
            os.environ[name] = before
        elif os.name == "posix":  # elsewhere the starter sets neither
            os.environ.pop(name, None)


_leave()
del _leave
