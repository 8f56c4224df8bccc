"""What was learned about the models of one endpoint: loaded once, kept when it is proven."""

import asyncio
from contextlib import suppress

from translator.engines.requests.layout import first_guess
from translator.translation.capabilities import Capabilities, CapabilityStore

_STORE_SECONDS = 2.0  # a disk that hangs holds up no translation


class Learned:
    """The capabilities of an endpoint's models. Without a store they last as long as this does.

    ``endpoint`` is its address.
    """

    def __init__(self, endpoint: str, store: CapabilityStore | None) -> None:
        self._endpoint = endpoint
        self._store = store
        self._known: dict[str, Capabilities] = {}
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
            return self._known[model]

    def note(self, model: str, capabilities: Capabilities) -> None:
        """Use this from now on, without keeping it: it may yet turn out to be a misunderstanding."""
        self._known[model] = capabilities

    async def keep(self, model: str, capabilities: Capabilities) -> None:
        """Use this from now on, and keep it: a request that was laid out so was answered."""
        self._known[model] = capabilities
        if self._store is not None:
            with suppress(Exception):
                async with asyncio.timeout(_STORE_SECONDS):
                    await self._store.save(self._endpoint, model, capabilities)
