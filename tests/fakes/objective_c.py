"""The runtime of Objective-C, with objects written in Python."""

import ctypes
import re
from typing import Any

from tests.fakes.library import FakeLibrary
from translator.desktop.macos.objective_c import ObjectiveC


class FakeObjects:
    """Objects by number. ``classes`` are those that can be asked for; a message is a method, as Python would write it.

    Text is a ``str`` or bytes here, an NSArray a list.
    """

    def __init__(self, **classes: Any) -> None:
        self._objects: list[Any] = [None]
        self._selectors: list[str] = [""]
        self._alive: list[Any] = []
        self.pools = 0
        self.classes = {
            "NSString": _Strings(), "NSData": _Datas(), "NSMutableArray": _Arrays(),
            "NSAutoreleasePool": _Pools(self), **classes,
        }  # fmt: skip
        library = FakeLibrary(
            objc_getClass=lambda name: self.number(self.classes[name.decode()]),
            sel_registerName=self._select,
            objc_msgSend=self._send,
        )
        self.runtime = ObjectiveC(library)

    def number(self, what: Any) -> int:
        """Return the number of this object; of a number itself."""
        if what is None or isinstance(what, int):
            return int(what or 0)
        self._objects.append(what)
        return 1_000_000 + len(self._objects) - 1

    def object(self, number: Any) -> Any:
        """Return the object of this number; anything else as it is."""
        is_object = isinstance(number, int) and number >= 1_000_000
        return self._objects[number - 1_000_000] if is_object else number

    def _select(self, name: bytes) -> int:
        self._selectors.append(name.decode())
        return len(self._selectors) - 1

    def _send(self, receiver: int, selector: int, *arguments: Any) -> int:
        target, message = self.object(receiver), self._selectors[selector]
        given = [self.object(each) for each in arguments]
        match target, message:
            case str(), "UTF8String":
                return self._place(target.encode() + b"\0")
            case bytes(), "length":
                return len(target)
            case bytes(), "bytes":
                return self._place(target)
            case list(), "count":
                return len(target)
            case list(), "objectAtIndex:":
                return self.number(target[given[0]])
            case list(), "addObject:":
                target.append(given[0])
                return 0
        return self.number(getattr(target, _python_name(message))(*given))

    def _place(self, content: bytes) -> int:
        self._alive.append(buffer := ctypes.create_string_buffer(content, len(content)))
        return ctypes.addressof(buffer)


def _python_name(message: str) -> str:
    words = re.sub("([a-z0-9])([A-Z])", r"\1_\2", message.replace(":", "_"))
    return words.lower().strip("_").replace("__", "_")


class _Strings:
    def string_with_utf8_string(self, content: bytes) -> str:
        return content.decode()


class _Datas:
    def data_with_bytes_length(self, content: bytes, length: int) -> bytes:
        assert len(content) == length
        return content


class _Arrays:
    def array(self) -> list[Any]:
        return []


class _Pools:
    def __init__(self, objects: FakeObjects) -> None:
        self._objects = objects

    def alloc(self) -> "_Pools":
        return self

    def init(self) -> "_Pools":
        self._objects.pools += 1
        return self

    def drain(self) -> None:
        self._objects.pools -= 1


class FakePasteboard:
    """NSPasteboard. ``content`` lists its items, each with its types. ``refuses`` is whether it takes nothing."""

    def __init__(self) -> None:
        self.content: list[dict[str, bytes]] = []
        self.count = 1
        self.refuses = False

    def copy(self, *items: dict[str, bytes]) -> None:
        """Put this on it, as another program."""
        self.content = list(items)
        self.count += 1

    def general_pasteboard(self) -> "FakePasteboard":
        return self

    def change_count(self) -> int:
        return self.count

    def types(self) -> list[str]:
        return [name for item in self.content for name in item]

    def data_for_type(self, name: str) -> bytes | None:
        return next((item[name] for item in self.content if name in item), None)

    def pasteboard_items(self) -> list["FakeItem"]:
        return [FakeItem(item) for item in self.content]

    def clear_contents(self) -> int:
        self.copy()
        return self.count

    def write_objects(self, items: list["FakeItem"]) -> int:
        self.content = [] if self.refuses else [item.content for item in items]
        return not self.refuses


class FakeItem:
    """NSPasteboardItem."""

    def __init__(self, content: dict[str, bytes] | None = None) -> None:
        self.content = content or {}

    def alloc(self) -> "FakeItem":
        return FakeItem()

    def init(self) -> "FakeItem":
        return self

    def autorelease(self) -> "FakeItem":
        return self

    def types(self) -> list[str]:
        return list(self.content)

    def data_for_type(self, name: str) -> bytes:
        return self.content[name]

    def set_data_for_type(self, data: bytes, name: str) -> int:
        self.content[name] = data
        return 1
