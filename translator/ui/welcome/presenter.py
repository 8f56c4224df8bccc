"""The first run: finds local servers, stores a key, makes the chosen service the current one."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from translator.i18n import ntr, tr
from translator.joining import listed, sentences
from translator.locales.numbers import grouped
from translator.messages import explain
from translator.presets import PRESETS, Preset, find_preset, preferred_model
from translator.settings import DEMO_ID, Price, Service
from translator.translation.errors.base import TranslationError
from translator.translation.errors.keys import KeyMalformed, KeyProblem, KeyRefused, KeyStoreError
from translator.ui.guide.topics import topic_of_error
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import Engines, KeyStore
from translator.ui.preferences import Preferences
from translator.ui.settings.services.new_service import known_service, new_service
from translator.ui.welcome.key_check import check, words_on_cost
from translator.ui.welcome.screen import Offer, WayOn, WelcomeScreen

LOOK_EVERY = 3.0
"""Seconds between two looks for local servers, while the panel is shown."""

_Server = tuple[Preset, tuple[str, ...]]


class WelcomePresenter:
    """Works while the panel is shown, and calls ``done`` once one has chosen. The event loop must be running.

    ``price_of`` is what a model of a service costs. ``stop`` is for when the panel goes: a key that is on its way into
    the keyring still arrives, and is used, unless the user chooses something else before it is there.
    """

    def __init__(
        self, panel: WelcomeScreen, preferences: Preferences, keys: KeyStore, engines: Engines,
        price_of: Callable[[Service, str], Price | None], done: Callable[[], None], *,
        has_environment_key: bool = False, look_every: float = LOOK_EVERY,
    ) -> None:  # fmt: skip
        self._panel = panel
        self._preferences = preferences
        self._keys = keys
        self._engines = engines
        self._done = done
        self._look_every = look_every
        self._servers: list[_Server] = []
        self._unchecked: Service | None = None
        self._chosen_before = self._chosen
        """What was chosen when the user entered a key."""
        self._tasks = Tasks()
        self._is_open = True
        panel.listen(self)
        panel.show_while_typing(wanted=preferences.settings.translate_while_typing)
        panel.show_local_servers(_looking(), [])
        panel.show_cost(words_on_cost(price_of(*_first_choice(self._openai()))))
        if has_environment_key:
            panel.offer_environment_key()
        preferences.listen(lambda settings: self._follow(while_typing=settings.translate_while_typing))
        self._tasks.start("look", self._look())

    @property
    def is_busy(self) -> bool:
        """Whether a key is being stored, or checked."""
        return self._tasks.is_running("store") or self._tasks.is_running("check")

    def stop(self) -> None:
        """Look for no more servers, and touch the panel no more."""
        self._is_open = False
        self._tasks.cancel("look")

    async def close(self) -> None:
        """End everything that runs."""
        self.stop()
        await self._tasks.close()

    # Commands

    def store_key(self, key: str) -> None:
        """Keep this key in the keyring and translate with OpenAI."""
        self._chosen_before = self._chosen
        self._tasks.start("store", self._store(key))

    def keep_key_for_session(self) -> None:
        """Translate with the key in the field, without the keyring."""
        self._chosen_before = self._chosen
        service = self._openai()
        try:
            self._keys.keep_for_session(service, self._panel.key())
        except KeyMalformed as error:
            self._say(error)
            return
        self._tasks.start("check", self._check(service))

    def use_environment_key(self) -> None:
        """Translate with the key that the environment holds."""
        self._chosen_before = self._chosen
        self._tasks.start("check", self._check(self._openai(), is_new=False))

    def use_unchecked(self) -> None:
        """Use the key that could not be checked, or not yet."""
        if self._unchecked is not None:
            self._tasks.cancel("check")
            self._panel.forget_key()
            self._use(self._unchecked)

    def choose_local_server(self, preset_id: str) -> None:
        """Translate with this server, with the best model that it has."""
        preset = find_preset(preset_id)
        models = next((models for found, models in self._servers if found is preset), ())
        model = preferred_model(preset, models) or (models[0] if len(models) == 1 else "")
        known = known_service(preset, self._preferences.settings)
        self._choose(replace(known, model=model) if known else new_service(preset, self._preferences.settings, model))

    def choose_demo(self) -> None:
        """Translate with the demo."""
        self._preferences.choose_service(DEMO_ID)
        self._finish()

    def set_while_typing(self, wanted: bool) -> None:
        """Translate while one types, or not."""
        self._preferences.change(replace(self._preferences.settings, translate_while_typing=wanted))

    # What they do

    async def _store(self, key: str) -> None:
        service = self._openai()
        self._panel.show_key_problem("")
        self._panel.show_state("storing")
        try:
            await self._keys.store(service, key)
        except KeyProblem as error:
            self._fail(error, "session" if isinstance(error, KeyStoreError) else "")
            return
        if self._is_open:
            self._tasks.start("check", self._check(service))
        else:
            self._use(service)

    async def _check(self, service: Service, *, is_new: bool = True) -> None:
        """Use the service once a tiny request was answered; a new key that it does not accept is not kept."""
        self._unchecked = service
        self._panel.show_key_problem("")
        self._panel.show_state("checking")
        try:
            model = await check(await self._engines.translator(service))
        except KeyRefused as error:
            self._unchecked = None
            with suppress(KeyStoreError):  # it stays where it is, and the next one takes its place
                if is_new:
                    await self._keys.forget(service)
            self._fail(error)
        except TranslationError as error:
            if self._is_open:
                self._fail(error, "unchecked")
            else:  # nobody is there to be asked; the first translation will say what is wrong
                self._use(service)
        else:
            if self._is_open:
                self._panel.forget_key()
            self._use(service, model)

    def _fail(self, error: TranslationError, way_on: WayOn = "") -> None:
        if self._is_open:
            self._panel.show_state("resting")
            self._say(error, way_on)

    def _say(self, error: TranslationError, way_on: WayOn = "") -> None:
        self._panel.show_key_problem(explain(error).sentence, way_on, topic_of_error(error))

    def _openai(self) -> Service:
        """Return the user's service at OpenAI's own address, or a new one: the key is for no other place."""
        preset = find_preset("openai")
        settings = self._preferences.settings
        return known_service(preset, settings) or new_service(preset, settings)

    @property
    def _chosen(self) -> tuple[str, str]:
        """What the user has chosen, for good and for this run."""
        return self._preferences.settings.current_service, self._preferences.service.id

    def _use(self, service: Service, model: str = "") -> None:
        """Use a service, as it is set by now, once there is a key; where another was chosen since, it is only there."""
        settings = self._preferences.settings
        now = settings.find(service.id) or service
        now = replace(now, model=now.model or model)
        if self._chosen == self._chosen_before:
            self._choose(now)
        else:
            self._preferences.change(settings.with_service(now))

    def _choose(self, service: Service) -> None:
        self._preferences.change(self._preferences.settings.with_service(service))
        self._preferences.choose_service(service.id)
        self._finish()

    def _finish(self) -> None:
        self._tasks.cancel("look")
        self._done()

    def _follow(self, *, while_typing: bool) -> None:
        if self._is_open:
            self._panel.show_while_typing(wanted=while_typing)

    async def _look(self) -> None:
        while True:
            self._servers = await self._engines.local_servers()
            offers = [Offer(p.id, tr("Use {name}").format(name=p.name), bool(models)) for p, models in self._servers]
            self._panel.show_local_servers(_found(self._servers), offers)
            await asyncio.sleep(self._look_every)


def _first_choice(service: Service) -> tuple[Service, str]:
    """Return the service and the model that it will most likely be asked for."""
    return service, service.model or find_preset(service.preset).preferred_models[0]


def _local_names() -> str:
    return _listed([preset.name for preset in PRESETS if preset.is_local], tr("{names} or {last}"))


def _listed(names: list[str], words: str) -> str:
    return words.format(names=listed(names[:-1]), last=names[-1]) if len(names) > 1 else listed(names)


def _looking() -> str:
    return tr("Looking for {names} on this computer…").format(names=_local_names())


def _found(servers: list[_Server]) -> str:
    """Return what to say about the servers that answered."""
    if not servers:
        return tr("None is running. Start {names}, and it appears here.").format(names=_local_names())
    nothing_leaves = tr("Nothing leaves this computer.")
    if len(servers) > 1:
        names = _listed([preset.name for preset, _ in servers], tr("{names} and {last}"))
        return sentences(tr("{names} are running here.").format(names=names), nothing_leaves)
    preset, models = servers[0]
    if not models:
        return tr("{name} is running here, but has no model yet.").format(name=preset.name)
    count = len(models)
    words = ntr("{name} is running here with {n} model.", "{name} is running here with {n} models.", count)
    return sentences(words.format(name=preset.name, n=grouped(count)), nothing_leaves)
