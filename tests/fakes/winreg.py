"""The module ``winreg``, with a registry of its own. What is asked of it is kept in ``calls``."""

from collections.abc import Iterator
from contextlib import contextmanager

Value = str | bytes


class FakeWinreg:
    """``keys`` are the keys of the current user that there are, with their values."""

    HKEY_CURRENT_USER = 0x80000001
    KEY_SET_VALUE = 0x0002
    REG_SZ = 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, Value]] = {r"Software\Microsoft\Windows\CurrentVersion\Run": {}}
        self.calls: list[tuple[object, ...]] = []
        self._open: list[str] = []

    @contextmanager
    def OpenKey(self, key: int, sub_key: str, reserved: int = 0, access: int = 0x20019, /) -> Iterator[str]:  # noqa: N802
        self.calls.append(("OpenKey", key, sub_key, reserved, access))
        if sub_key not in self.keys:
            raise FileNotFoundError(2, "no such key")
        yield from self._opened(sub_key)

    @contextmanager
    def CreateKey(self, key: int, sub_key: str, /) -> Iterator[str]:  # noqa: N802
        self.calls.append(("CreateKey", key, sub_key))
        self.keys.setdefault(sub_key, {})
        yield from self._opened(sub_key)

    def _opened(self, sub_key: str) -> Iterator[str]:
        self._open.append(sub_key)
        yield sub_key
        self._open.remove(sub_key)

    def QueryValueEx(self, key: str, name: str, /) -> tuple[Value, int]:  # noqa: N802
        self.calls.append(("QueryValueEx", key, name))
        value = self._values(key, name)[name]
        return value, 3 if isinstance(value, bytes) else self.REG_SZ

    def SetValueEx(self, key: str, name: str, reserved: int, kind: int, value: str, /) -> None:  # noqa: N802
        assert key in self._open
        self.calls.append(("SetValueEx", key, name, reserved, kind, value))
        self.keys[key][name] = value

    def DeleteValue(self, key: str, name: str, /) -> None:  # noqa: N802
        self.calls.append(("DeleteValue", key, name))
        del self._values(key, name)[name]

    def _values(self, key: str, name: str) -> dict[str, Value]:
        assert key in self._open
        if name not in self.keys[key]:
            raise FileNotFoundError(2, "no such value")
        return self.keys[key]
