"""What a port of global shortcuts tells."""

import asyncio

from translator.surroundings.summons import Summons


class Heard:
    """Hand it to ``listen``. ``everything`` is what was told until now."""

    def __init__(self) -> None:
        self.everything: list[Summons] = []
        self._told: asyncio.Queue[tuple[Summons, str]] = asyncio.Queue()

    def __call__(self, summons: Summons, activation: str) -> None:
        self.everything.append(summons)
        self._told.put_nowait((summons, activation))

    async def next(self) -> tuple[Summons, str]:
        """Return the next that is told, with its activation token."""
        async with asyncio.timeout(30):
            return await self._told.get()
