"""One request for some blocks, and the reply to it: the engine's text in, pieces of blocks out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from translator.text.codes import Restoring
from translator.translation.ports import Prompt
from translator.translation.reply.filter import ReplyFilter
from translator.translation.reply.lines import Piece, lines_of_reply
from translator.translation.request import IncompleteReason


class Attempt:
    """Reads the reply to ``prompt``, which asks for these blocks.

    ``restoring`` gives what puts the originals of a block's codes back. ``reason`` says why the reply broke off: to be
    set to what the engine says when it has finished, as a stream may end without it. ``lost`` are the blocks that are
    whole, but whose codes did not all come back, or came with codes of others (their lines may be mixed up), each
    with the codes that it should have.
    """

    def __init__(self, blocks: Sequence[int], prompt: Prompt, restoring: Callable[[int], Restoring]) -> None:
        self.prompt = prompt
        self.reason: IncompleteReason | None = IncompleteReason.CUT
        self.lost: dict[int, frozenset[str]] = {}
        self._blocks = blocks
        self._filter = ReplyFilter(prompt.lines)
        self._reply = lines_of_reply(prompt.lines, prompt.form)
        self._restoring_of = restoring
        self._texts: dict[int, list[str]] = {}
        self._open: tuple[int, Restoring] | None = None

    @property
    def agrees(self) -> bool:
        """Whether the reply has one text for each block."""
        return self._reply.agrees

    @property
    def hidden(self) -> int:
        """How many characters of the reply were thoughts, which are never shown."""
        return self._filter.hidden

    def feed(self, delta: str) -> Iterator[Piece]:
        """Take a piece of the reply; yield what it says of which block, by the block's index in the text."""
        return self._restored(self._reply.feed(self._filter.feed(delta)))

    def finish(self) -> Iterator[Piece]:
        """Yield the rest, now that nothing follows."""
        yield from self._restored(self._reply.feed(self._filter.finish()))
        yield from self._restored(self._reply.finish())
        yield from self._close()

    def finished(self) -> dict[int, str]:
        """Return the translations of the blocks that are known to be whole, once the reply has ended.

        Where it broke off the block being written is not; and none is where there were more lines than blocks by
        then, as nobody knows which is whose.
        """
        answered = set(self._reply.answered)
        if self.reason is not None:
            answered = answered - {self._reply.current} if self._reply.current < len(self._blocks) else set()
        blocks = {self._blocks[place] for place in answered} - self.lost.keys()
        return {block: "".join(self._texts[block]) for block in blocks}

    def texts(self) -> list[Piece]:
        """Return what is said of each block that is answered, in order."""
        return [
            (self._blocks[place], "".join(self._texts[self._blocks[place]])) for place in sorted(self._reply.answered)
        ]

    def take_over(self, finished: Mapping[int, str]) -> None:
        """Put these texts in place of what was said of their blocks; they are whole."""
        for block, text in finished.items():
            self._texts[block] = [text]
            self.lost.pop(block, None)

    def _restored(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Put the originals of codes back, and keep what each block says."""
        for place, text in pieces:
            block = self._blocks[place]
            if self._open is None or self._open[0] != block:
                yield from self._close()
                self._open = block, self._restoring_of(block)
                self._texts[block] = []
            yield from self._add(block, self._open[1].feed(text))

    def _close(self) -> Iterator[Piece]:
        """Yield what is held of the block being written."""
        if self._open is not None:
            block, restoring = self._open
            self._open = None
            yield from self._add(block, restoring.finish())
            if restoring.missing or restoring.unexpected:
                self.lost[block] = restoring.expected

    def _add(self, block: int, text: str) -> Iterator[Piece]:
        if text:
            self._texts[block].append(text)
            yield block, text
