"""Python's part of PySide6, laid out and compiled: ``python unpack.py FOLDER``.

PySide6 carries it packed, and unpacks and compiles it with each start, which takes a twentieth of ours. Where there is
a folder of a certain name beside shiboken6, it takes the files from there. This is a program of its own, since who
imports PySide6 has another ``import`` from then on.
"""

import py_compile
import sys
from pathlib import Path

PLACE = "shiboken6/files.dir"
"""Where PySide6 looks for them."""


def unpack(into: Path) -> None:
    """Write the files, and beside them the compiled ones, of which nobody is to ask whether they are still true."""
    import PySide6.QtCore  # noqa: F401 - it is this import that finds the packed files

    packed = sys.modules["shibokensupport.signature.loader"].__loader__.zfile  # type: ignore[union-attr]  # PySide6's own
    sources = [name for name in packed.namelist() if name.endswith(".py")]
    packed.extractall(into, sources)
    as_it_is = py_compile.PycInvalidationMode.UNCHECKED_HASH
    for name in sources:
        py_compile.compile(str(into / name), dfile=name, doraise=True, invalidation_mode=as_it_is)


if __name__ == "__main__":
    unpack(Path(sys.argv[1]))
