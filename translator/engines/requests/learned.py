"""What was learned about the models of one endpoint: loaded once, kept when it is proven."""

import asyncio
from contextlib import suppress
from dataclasses import replace

from translator.engines.requests.layout import first_guess
from translator.translation.capabilities import Capabilities, CapabilityStore

_STORE_SECONDS = 2.0  # a disk that hangs holds up no translation


class Learned:
    """The capabilities of an endpoint's models. Without a store they last as long as this does.

    ``endpoint`` is its address. What is noted of a model is used, but not kept, until a request was answered that was
    laid out so; what was known before comes back where that does not help.
    """

    def __init__(self, endpoint: str, store: CapabilityStore | None) -> None:
        self._endpoint = endpoint
        self._store = store
        self._known: dict[str, Capabilities] = {}
        self._noted: dict[str, Capabilities] = {}
        self._loading = asyncio.Lock()

    async def of(self, model: str) -> Capabilities:
        """Return what is known of the model; a guess by its name before anything is."""
        async with self._loading:
            if model not in self._known:
                stored = None
                if self._store is not None:
                    with suppress(Exception):  # what is lost can be learned again: no reason to lose a translation
                        async with asyncio.timeout(_STORE_SECONDS):
                            stored = await self._store.load(self._endpoint, model)
                self._known[model] = stored or first_guess(model)
            return self._noted.get(model, self._known[model])

    def note(self, model: str, capabilities: Capabilities) -> None:
        """Use this from now on, without keeping it: it may yet turn out to be a misunderstanding."""
        self._noted[model] = capabilities

    def is_noted(self, model: str, capabilities: Capabilities) -> bool:
        """Tell whether this is what was noted last, and neither kept nor forgotten since."""
        return self._noted.get(model) == capabilities

    def forget(self, model: str) -> None:
        """Use what was known before anything was noted: a request that was laid out so was refused all the same."""
        self._noted.pop(model, None)

    async def keep(self, model: str, capabilities: Capabilities) -> None:
        """Use this from now on, and keep it: a request that was laid out so was answered."""
        self._noted.pop(model, None)
        await self._save(model, capabilities)

    async def keep_reasoning(self, model: str) -> None:
        """Keep that the model reasons, where it was not known: from now on it is asked for its least.

        What is only noted stays that. To be called when ``of`` has told of the model.
        """
        if model in self._noted:
            self._noted[model] = replace(self._noted[model], reasons=True)
        if not self._known[model].reasons:
            await self._save(model, replace(self._known[model], reasons=True))

    async def keep_seeing(self, model: str, *, sees: bool) -> None:
        """Keep whether the model reads pictures. To be called when ``of`` has told of the model."""
        if model in self._noted:
            self._noted[model] = replace(self._noted[model], sees=sees)
        if self._known[model].sees is not sees:
            await self._save(model, replace(self._known[model], sees=sees))

    async def _save(self, model: str, capabilities: Capabilities) -> None:
        self._known[model] = capabilities
        if self._store is not None:
            with suppress(Exception):
                async with asyncio.timeout(_STORE_SECONDS):
                    await self._store.save(self._endpoint, model, capabilities)
