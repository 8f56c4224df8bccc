"""Keyrings that behave, and keyrings that do not."""

import threading

from translator.translation.errors.keys import KeyStoreError


class MemorySecrets:
    """Keeps keys in a dict. ``failure`` is raised by every call; ``reads`` counts how often it was read."""

    def __init__(self, keys: dict[str, str] | None = None, failure: KeyStoreError | None = None) -> None:
        self.keys = dict(keys or {})
        self.failure = failure
        self.reads = 0

    def prepare(self) -> None:
        """Fail, or be ready."""
        self._fail()

    def read(self, service_id: str) -> str | None:
        """Return the key."""
        self.reads += 1
        self._fail()
        return self.keys.get(service_id)

    def write(self, service_id: str, key: str) -> None:
        """Keep the key."""
        self._fail()
        self.keys[service_id] = key

    def delete(self, service_id: str) -> None:
        """Remove the key."""
        self._fail()
        self.keys.pop(service_id, None)

    def _fail(self) -> None:
        if self.failure:
            raise self.failure


class FrozenSecrets:
    """Answers nothing until it is released, as a stopped Secret Service does. ``reads`` counts the reads begun."""

    def __init__(self) -> None:
        self.reads = 0
        self.released = threading.Event()

    def prepare(self) -> None:
        """Block."""
        self.released.wait()

    def read(self, service_id: str) -> str | None:
        """Block."""
        self.reads += 1
        self.released.wait()
        return f"late-{service_id}"

    def write(self, service_id: str, key: str) -> None:
        """Block."""
        self.released.wait()

    def delete(self, service_id: str) -> None:
        """Block."""
        self.released.wait()
