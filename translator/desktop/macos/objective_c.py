"""Objective-C from Python: messages to objects of macOS' frameworks.

https://developer.apple.com/documentation/objectivec/objective-c_runtime
"""

import ctypes
import ctypes.util
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_APPKIT = "/System/Library/Frameworks/AppKit.framework/AppKit"


class ObjectiveC:
    """Sends messages. An object is the number of its place in memory; 0 is none. For any thread."""

    def __init__(self, runtime: Any = None) -> None:  # noqa: ANN401 - the library, or what a test puts in its place
        if runtime is None:
            ctypes.CDLL(_APPKIT)
            runtime = ctypes.CDLL(ctypes.util.find_library("objc") or "/usr/lib/libobjc.dylib")
        self._runtime = runtime
        self._sending = threading.Lock()  # the one function has the types of whoever calls it
        for function in (runtime.objc_getClass, runtime.sel_registerName):
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]

    def class_named(self, name: str) -> int:
        """Return a class."""
        return self._runtime.objc_getClass(name.encode()) or 0

    def send(self, receiver: int, message: str, *arguments: int | bytes) -> int:
        """Send a message whose arguments and answer are objects, numbers or bytes; return the answer."""
        selector = self._runtime.sel_registerName(message.encode())
        kinds = [ctypes.c_char_p if isinstance(each, bytes) else ctypes.c_void_p for each in arguments]
        with self._sending:
            function = self._runtime.objc_msgSend
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p, *kinds]
            return function(receiver, selector, *arguments) or 0

    def string(self, text: str) -> int:
        """Return an NSString."""
        encoded = text.encode("utf-8", "replace").replace(b"\0", b"")
        return self.send(self.class_named("NSString"), "stringWithUTF8String:", encoded)

    def text(self, string: int) -> str:
        """Return the text of an NSString; empty for none."""
        place = self.send(string, "UTF8String") if string else 0
        return ctypes.string_at(place).decode("utf-8", "replace") if place else ""

    def data(self, content: bytes) -> int:
        """Return an NSData."""
        return self.send(self.class_named("NSData"), "dataWithBytes:length:", content, len(content))

    def content(self, data: int) -> bytes:
        """Return the bytes of an NSData."""
        size = self.send(data, "length")
        return ctypes.string_at(self.send(data, "bytes"), size) if size else b""

    def items(self, array: int) -> list[int]:
        """Return the objects in an NSArray."""
        count = self.send(array, "count") if array else 0
        return [self.send(array, "objectAtIndex:", index) for index in range(count)]

    def array(self, objects: list[int]) -> int:
        """Return an NSArray of these objects."""
        made = self.send(self.class_named("NSMutableArray"), "array")
        for each in objects:
            self.send(made, "addObject:", each)
        return made

    @contextmanager
    def pool(self) -> Iterator[None]:
        """Let what is made inside go at the end, as every thread but the first has to."""
        made = self.send(self.send(self.class_named("NSAutoreleasePool"), "alloc"), "init")
        try:
            yield
        finally:
            self.send(made, "drain")
