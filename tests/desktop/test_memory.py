import subprocess
import sys
from types import SimpleNamespace

import pytest

from translator.desktop.memory import give_memory_back, hold_little_memory


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


def test_glibc_is_told_to_hold_little() -> None:
    told: list[tuple[int, int]] = []

    def mallopt(number: int, value: int) -> int:
        told.append((number, value))
        return 1

    assert hold_little_memory(lambda: SimpleNamespace(mallopt=mallopt, gnu_get_libc_version=None))
    assert [number for number, _ in told] == [-8, -3, -1]


def test_other_libraries_are_told_nothing() -> None:
    def missing() -> object:
        raise OSError

    assert not hold_little_memory(lambda: SimpleNamespace(mallopt=None))
    assert not hold_little_memory(missing)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own")
def test_this_very_library_is_asked() -> None:
    assert give_memory_back() == hasattr(__import__("ctypes").CDLL(None), "malloc_trim")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own")
def test_this_very_library_does_as_it_is_told() -> None:
    asked = (
        "import ctypes; from translator.desktop.memory import hold_little_memory;"
        "print(hold_little_memory(), hasattr(ctypes.CDLL(None), 'gnu_get_libc_version'))"
    )
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)
    did, is_glibc = told.stdout.split()
    assert did == is_glibc
