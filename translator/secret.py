"""A key, as a text that does not show itself."""

HIDDEN = "•••"


class Secret(str):
    """A key whose repr hides it: in a log of handles and futures, in the variables of a traceback, in a data class."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{HIDDEN}'"

    def strip(self, characters: str | None = None, /) -> "Secret":
        """Return it without the blanks around it, still a secret."""
        return Secret(super().strip(characters))
