"""The line to a portal that gives way to another one."""

from typing import Any

from jeepney import DBusAddress

from translator import APPLICATION_ID
from translator.desktop.bus.portal_line import Listener, Patience, PortalLine
from translator.desktop.bus.portal_requests import DESKTOP


class ChangingBus:
    """A bus on which a portal ends as soon as it knows us, for the first time, and another takes its name."""

    def __init__(self) -> None:
        self.line = PortalLine(DESKTOP, Patience(), Listener(changed=self.told))
        self.line._bus = self  # type: ignore[assignment]
        self.owners = [":1.1", ":1.2"]
        self.registered: list[tuple[str, str]] = []
        self.met: list[str] = []

    def told(self, owner: str) -> None:
        self.met.append(owner)

    async def call(
        self, _to: DBusAddress, member: str, _signature: str, *body: Any, patience: float
    ) -> tuple[Any, ...]:
        assert patience
        if member == "Register":
            self.registered.append((self.owners[0], body[0]))
        elif len(self.owners) > 1:
            del self.owners[0]
            self.line._meet(self.owners[0])
        return (self.owners[0],)


async def test_a_portal_that_comes_while_another_gets_to_know_us_gets_to_know_us_too() -> None:
    bus = ChangingBus()
    for _ in range(2):
        await bus.line._get_acquainted()

    assert bus.registered == [(":1.1", APPLICATION_ID), (":1.2", APPLICATION_ID)]
    assert bus.met == [":1.2"]
    assert bus.line._owner == ":1.2"
