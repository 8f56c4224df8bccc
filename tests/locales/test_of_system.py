"""What the system wishes, on every platform."""

import ctypes

import pytest

from translator.locales.of_system import macos_languages, system_languages, windows_languages


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({}, []),
        ({"LANG": "de_AT.UTF-8"}, ["de_AT"]),
        ({"LANG": "de_AT.UTF-8", "LC_MESSAGES": "fr_FR"}, ["fr_FR"]),
        ({"LANG": "de_AT.UTF-8", "LC_MESSAGES": "fr_FR", "LC_ALL": "ja_JP.UTF-8"}, ["ja_JP"]),
        ({"LANG": "de_AT.UTF-8", "LANGUAGE": "pt_PT:pt:en"}, ["pt_PT", "pt", "en"]),
        ({"LANG": "", "LC_ALL": "", "LANGUAGE": ""}, []),
        ({"LANG": "de_DE", "LC_ALL": "C", "LANGUAGE": "fr"}, ["C"]),
        ({"LANG": "C", "LANGUAGE": "fr"}, ["C"]),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, ["fr"]),
        ({"LANG": "C.UTF-8"}, ["C"]),
    ],
)
def test_on_linux_the_environment_says_it(environment: dict[str, str], languages: list[str]) -> None:
    assert system_languages(environment, "linux") == languages


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({"LANG": "en_DE.UTF-8"}, ["de-AT", "en"]),
        ({"LANG": "en_DE.UTF-8", "LANGUAGE": "ja"}, ["ja"]),
        ({"LC_ALL": "ko_KR.UTF-8"}, ["ko_KR"]),
    ],
)
def test_elsewhere_the_systems_settings_come_before_what_a_terminal_makes_up(
    environment: dict[str, str], languages: list[str]
) -> None:
    assert system_languages(environment, "darwin", lambda: ["de-AT", "en"]) == languages


def test_where_the_system_says_nothing_the_environment_is_asked() -> None:
    assert system_languages({"LANG": "de_DE.UTF-8"}, "win32", list) == ["de_DE"]


class FakeKernel32:
    """Answers as Windows does: first how long the names are, then the names."""

    def __init__(self, names: list[str], *, fails_at: int = 0) -> None:
        self._names = "".join(f"{name}\0" for name in names) + "\0"
        self._fails_at = fails_at
        self.calls: list[int] = []

    def GetUserPreferredUILanguages(self, flags, count, names, size) -> int:  # noqa: N802 - Windows' own name
        self.calls.append(flags)
        if len(self.calls) == self._fails_at:
            return 0
        size._obj.value = len(self._names)
        count._obj.value = self._names.count("\0") - 1
        if names is not None:
            ctypes.memmove(names, ctypes.create_unicode_buffer(self._names), 2 * 2 * len(self._names))
        return 1


def test_windows_gives_its_names_one_after_the_other() -> None:
    kernel = FakeKernel32(["zh-Hant-TW", "en-US"])

    assert windows_languages(kernel) == ["zh-Hant-TW", "en-US"]
    assert kernel.calls == [8, 8]


@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_windows_that_does_not_answer_has_no_wishes(fails_at: int) -> None:
    assert windows_languages(FakeKernel32(["de"], fails_at=fails_at)) == []


class Function:
    """A function of a library, whose types can be set."""

    def __init__(self, does) -> None:
        self._does = does

    def __call__(self, *arguments):
        return self._does(*arguments)


class FakeFoundation:
    """An array of names, counted and released."""

    def __init__(self, names: list[bytes] | None) -> None:
        self.released: list[int] = []
        self._names = names or []
        self.CFLocaleCopyPreferredLanguages = Function(lambda: None if names is None else 7)
        self.CFArrayGetCount = Function(lambda _array: len(self._names))
        self.CFArrayGetValueAtIndex = Function(lambda _array, place: place)
        self.CFStringGetCString = Function(self._write)
        self.CFRelease = Function(self.released.append)

    def _write(self, place: int, buffer, size: int, encoding: int) -> bool:
        assert (size, encoding) == (200, 0x08000100)
        buffer.value = self._names[place]
        return self._names[place] != b""


def test_macos_gives_an_array_which_is_given_back() -> None:
    foundation = FakeFoundation([b"ar-EG", b"", b"en-GB"])

    assert macos_languages(foundation) == ["ar-EG", "en-GB"]
    assert foundation.released == [7]


def test_a_macos_that_does_not_answer_has_no_wishes() -> None:
    assert macos_languages(FakeFoundation(None)) == []
