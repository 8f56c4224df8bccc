"""What engines that stand before another engine have in common."""

from translator.translation.ports import Engine


class Wrapping:
    """The part of an Engine that it leaves to the one it stands before."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def name(self) -> str:
        """What the user knows it by."""
        return self._engine.name

    @property
    def model(self) -> str:
        """The model in use; empty until it is known."""
        return self._engine.model

    async def models(self) -> tuple[str, ...]:
        """Return the models it offers. Raises TranslationError."""
        return await self._engine.models()

    async def warm(self) -> None:
        """Make ready what the first request would otherwise wait for. Raises TranslationError."""
        await self._engine.warm()

    async def aclose(self) -> None:
        """Close its connections."""
        await self._engine.aclose()
