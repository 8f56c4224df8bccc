"""The use case: translate a text, block by block, as it streams.

The text is cut into blocks. Those that an earlier run left unchanged, or that the memory has, are not asked for (see
``preparing``). The others are asked for together as they follow each other, one a line, with what helps to translate
them (see ``briefing``); what comes back is stripped of what models add, and goes to the target behind the block's own
gap. Where the lines that come back are not those that were asked for, the same blocks are asked for once more, in place
of what was said (see ``asking``). Several requests are on their way at a time, and told in the order of the text (see
``side_by_side``). What has come is aligned and checked (see ``settling``), and remembered. In the end it is told
whether every block was answered and the service finished for a valid reason; anything else is incomplete, and can be
continued from the blocks that are finished.
"""

from collections.abc import AsyncGenerator, Callable
from datetime import datetime

from translator import clock
from translator.language.tag import LanguageTag
from translator.translation.aids import Aids
from translator.translation.ports import Engine
from translator.translation.request import TranslationEvent, TranslationRequest
from translator.translation.running.run import Run


class TranslateText:
    """Translates texts with an engine, and with what helps.

    ``names`` gives a language's English name, for the prompt; ``now`` the time (aware).
    """

    def __init__(
        self,
        engine: Engine,
        aids: Aids | None = None,
        names: Callable[[LanguageTag], str] = str,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._engine = engine
        self._aids = aids or Aids()
        self._names = names
        self._now = now

    def run(self, request: TranslationRequest) -> AsyncGenerator[TranslationEvent, None]:
        """Translate, and yield what happens: Began first, one Ending last.

        What Began says is standing and the TextAdded events together, less what TextTakenBack takes, are the text of
        the ending's translation. Errors of the engine become endings. Closing the generator, or cancelling the task
        that reads it, closes the engine's streams, and returns when they are closed.
        """
        return Run(self._engine, self._aids, self._names, self._now, request).events()
