"""A store of capabilities in memory."""

from collections.abc import Mapping

from translator.translation.capabilities import Capabilities


class MemoryCapabilities:
    """Keeps them by endpoint and model. ``loads`` records what was asked for, ``saves`` what was kept."""

    def __init__(self, known: Mapping[tuple[str, str], Capabilities] | None = None) -> None:
        self.known = dict(known or {})
        self.loads: list[tuple[str, str]] = []
        self.saves: list[tuple[str, str]] = []

    async def load(self, endpoint: str, model: str) -> Capabilities | None:
        """Return what is known, or None."""
        self.loads.append((endpoint, model))
        return self.known.get((endpoint, model))

    async def save(self, endpoint: str, model: str, capabilities: Capabilities) -> None:
        """Keep it in place of what was known."""
        self.saves.append((endpoint, model))
        self.known[endpoint, model] = capabilities

    async def models_of(self, endpoint: str) -> Mapping[str, Capabilities]:
        """Return what is known of each model of an endpoint."""
        return {model: known for (there, model), known in self.known.items() if there == endpoint}
