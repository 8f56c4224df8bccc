"""How this run stands to the other programs of the same user."""

from typing import NamedTuple

from translator.desktop.instance.instance import Instance


class Standing(NamedTuple):
    """``instance`` is set where this run is the one that other starts reach.

    A run that ``is_apart`` was asked for beside it, with a service of its own: it keeps no session, and takes neither
    shortcuts nor a place in the tray. ``notice`` is what the user has to be told of it.
    """

    instance: Instance | None = None
    is_apart: bool = False
    notice: str = ""


ALONE = Standing()
"""A run that nobody reaches, and that reaches nobody."""
