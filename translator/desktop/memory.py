"""How the C library holds memory: in few heaps, and no longer than it is needed."""

import ctypes
from collections.abc import Callable
from typing import Any

_LARGE_BYTES = 256 * 1024
_HEAPS = 2

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8  # as malloc.h of glibc names them
_HELD = ((_ARENA_MAX, _HEAPS), (_MMAP_THRESHOLD, _LARGE_BYTES), (_TRIM_THRESHOLD, _LARGE_BYTES))


def hold_little_memory(find_library: Callable[[], object] = lambda: ctypes.CDLL(None)) -> bool:
    """Have what is freed go back to the system; say whether this C library can. To be called before threads work.

    By itself glibc gives each thread a heap of its own, and keeps ever larger pieces in them once such a piece was
    freed: of a long text, of a picture. What is used then lies scattered over all of them, and each peak leaves its
    heap a little larger. In 600 acts of a long run this made 8 MB of difference, of 214, and the more the longer.
    """
    try:
        library: Any = find_library()
    except (OSError, TypeError):  # Windows has no such library
        return False
    if not hasattr(library, "gnu_get_libc_version"):  # others have no such fault, and other numbers
        return False
    done = [library.mallopt(number, value) for number, value in _HELD]
    return all(done)


def give_memory_back(find_library: Callable[[], object] = lambda: ctypes.CDLL(None)) -> bool:
    """Return what the C library keeps for later to the system; say whether it can. May be called on any thread.

    glibc does so by itself only at the end of its heap: after the imports of the start, some of them on threads that
    have heaps of their own, 8 to 13 MB of 100 were kept so, and it took 2 ms. Others (musl, Windows, macOS) have no
    such call, and less need of it.
    """
    try:
        trim = find_library().malloc_trim  # type: ignore[attr-defined]  # a library has what it has
    except (AttributeError, OSError, TypeError):
        return False
    trim.argtypes, trim.restype = (ctypes.c_size_t,), ctypes.c_int
    trim(0)
    return True
