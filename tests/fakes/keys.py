"""Keys in a dict."""

from translator.settings import Service
from translator.translation.errors import KeyStoreError


class FakeKeys:
    """The Keys port on a dict of service ids. ``failure`` is raised instead of an answer."""

    def __init__(self, keys: dict[str, str] | None = None, failure: KeyStoreError | None = None) -> None:
        self.keys = dict(keys or {})
        self.failure = failure

    async def key_for(self, service: Service) -> str | None:
        """Return the service's key."""
        if self.failure:
            raise self.failure
        return self.keys.get(service.id)
