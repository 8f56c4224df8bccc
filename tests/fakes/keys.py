"""A place for keys that holds one."""

from translator.settings import Service


class FixedKeys:
    """Gives every service the same key; ``asked`` records for which it was asked."""

    def __init__(self, key: str | None = "sk-test") -> None:
        self.key = key
        self.asked: list[str] = []

    async def key_for(self, service: Service) -> str | None:
        """Return the key."""
        self.asked.append(service.id)
        return self.key
