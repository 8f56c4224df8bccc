"""Run by the frozen program on Linux before its first line: reads its modules from what runs, not from what lies there.

They are in the program's own file, at places that were learned at the start, and many are imported when they are first
needed. While the program runs, an upgrade may put another file there, with other modules at those places; or a removal
none.
"""

import pyimod02_importers

pyimod02_importers.pyz_archive._filename = "/proc/self/exe"  # noqa: SLF001 - there is no other way to say it
del pyimod02_importers
