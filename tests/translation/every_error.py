"""The whole tree of errors."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from translator.translation import errors
from translator.translation.errors.base import TranslationError


def every_error() -> list[type[TranslationError]]:
    """Return each kind of error that there is, the widest first."""
    for module in iter_modules(errors.__path__, f"{errors.__name__}."):
        import_module(module.name)
    return list(_tree(TranslationError))


def _tree(kind: type[TranslationError]) -> Iterator[type[TranslationError]]:
    yield kind
    for narrower in kind.__subclasses__():
        if narrower.__module__.startswith(errors.__name__):  # and not another test's own
            yield from _tree(narrower)
