"""What a translation depends on."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from translator.language.tag import LanguageTag

_DIGEST_BYTES = 16
_PART_END = b"\0"


@dataclass(frozen=True, slots=True)
class MemoryKey:
    """All that the translation of a block depends on: where two keys are equal, one translation serves both.

    ``source`` is None where the user has not chosen it. ``service`` is the address of the service. ``style`` and
    ``terms`` are how it was asked for: the style, and the glossary terms that occur in the text, each as one string.
    """

    text: str
    source: LanguageTag | None
    target: LanguageTag
    service: str = ""
    model: str = ""
    style: str = ""
    terms: Sequence[str] = ()

    def digest(self) -> bytes:
        """Return 16 bytes that stand for the key."""
        parts = (self.text, str(self.source or ""), str(self.target), self.service, self.model, self.style, *self.terms)
        hashed = blake2b(digest_size=_DIGEST_BYTES)
        for part in parts:
            encoded = part.encode("utf-8", "surrogatepass")
            hashed.update(str(len(encoded)).encode() + _PART_END + encoded)
        return hashed.digest()
