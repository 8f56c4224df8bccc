import sys
from types import SimpleNamespace

import pytest

from translator.desktop.memory import give_memory_back


class Trim:
    def __init__(self) -> None:
        self.kept: list[int] = []

    def __call__(self, kept: int) -> int:
        self.kept.append(kept)
        return 1


def test_all_of_it_is_given_back() -> None:
    trim = Trim()

    assert give_memory_back(lambda: SimpleNamespace(malloc_trim=trim))
    assert trim.kept == [0]


def test_a_library_that_cannot_is_left_alone() -> None:
    def missing() -> object:
        raise OSError

    assert not give_memory_back(SimpleNamespace)
    assert not give_memory_back(missing)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own")
def test_this_very_library_is_asked() -> None:
    assert give_memory_back() == hasattr(__import__("ctypes").CDLL(None), "malloc_trim")
