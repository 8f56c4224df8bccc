"""What a user changes of the window: its language, its look, the languages of the texts, the service."""

import asyncio
import sys
from collections.abc import Mapping
from dataclasses import replace
from random import Random

from tests.soak.use.app_in_use import Act, AppInUse
from tests.soak.use.texts import SHORT
from tests.soak.use.translating import HERE
from translator.locales.offered import OFFERED
from translator.settings import Deadlines

SPEAK = "language of the window"

_SOURCES = ("", "en", "de", "ru")
_TARGETS = ("de", "en", "ja", "ar", "zh-Hans", "fr")
_HEAVY_TARGETS = ("ja", "zh-Hans")
_READ_IN_CHINESE = next(text for text in SHORT if text.startswith("今日"))
"""Japanese of which the mock leaves the characters as they are: what reads them loads its tables once, 55 MB."""

_SIZES = (80, 100, 125, 150, 200)
_REST_SECONDS = 0.1


class Switching:
    """Changes what can be changed, as the settings and the bar do."""

    def __init__(self, app: AppInUse) -> None:
        self._app = app

    @property
    def acts(self) -> Mapping[str, Act]:
        """What can be done, by name."""
        return {
            SPEAK: self.speak, "colours": self.colour, "size of the text": self.size,
            "languages of the texts": self.languages, "service": self.service, "ways": self.ways,
        }  # fmt: skip

    async def speak(self, random: Random) -> None:
        """Have the window in another language; now and then in two, one right after the other."""
        self._app.change(interface_language=random.choice([*OFFERED]))
        if random.random() < 0.3:
            await asyncio.sleep(0)
            self._app.change(interface_language=random.choice([*OFFERED]))
        await self._app.finish_speaking()
        await asyncio.sleep(_REST_SECONDS)

    async def speak_all(self, then: Act | None = None) -> None:
        """Have the window in every language once, and do this in each."""
        for language in OFFERED:
            self._app.change(interface_language=language)
            await self._app.finish_speaking()
            await asyncio.sleep(_REST_SECONDS)
            if then is not None:
                await then(Random(language))

    async def translate_all(self) -> None:
        """Have texts in every script translated, into the languages that load most for it, some of it for good."""
        app, parse = self._app, self._app.opening.parse_tag
        app.opening.languages.choose_source(None)
        for target in _HEAVY_TARGETS:
            app.at_work.take_in(None, parse(target), "")
            for text in SHORT:
                app.put(text)
                app.translate()
                await app.finish()
            await asyncio.sleep(_REST_SECONDS)
        app.put(_READ_IN_CHINESE)
        app.translate()
        await app.until(lambda: "pypinyin" in sys.modules and app.is_romanised, "the reading of Chinese")

    async def colour(self, random: Random) -> None:
        """Have it light or dark."""
        self._app.change(appearance=random.choice(("light", "dark", "system")))
        await asyncio.sleep(_REST_SECONDS)

    async def size(self, random: Random) -> None:
        """Have it larger or smaller."""
        self._app.change(text_size=random.choice(_SIZES))
        await asyncio.sleep(_REST_SECONDS)

    async def languages(self, random: Random) -> None:
        """Choose others, and translate into them if there is a text."""
        app, parse = self._app, self._app.opening.parse_tag
        app.opening.languages.choose_source(parse(random.choice(_SOURCES)))
        app.at_work.take_in(None, parse(random.choice(_TARGETS)), "")
        await asyncio.sleep(_REST_SECONDS)

    async def service(self, random: Random) -> None:
        """Change the service in use, for which another engine is built, and use it."""
        service = self._app.preferences.settings.find(HERE)
        assert service
        self._app.preferences.change_service(replace(service, deadlines=Deadlines(total=random.randrange(60, 600))))
        self._app.translate()
        await self._app.finish()

    async def ways(self, random: Random) -> None:
        """Turn some of what can be turned on and off in the menu."""
        actions = self._app.opening.window.actions_
        for each in random.sample((actions.typing, actions.romanisation, actions.matches, actions.private), 2):
            each.trigger()
            await asyncio.sleep(_REST_SECONDS)
