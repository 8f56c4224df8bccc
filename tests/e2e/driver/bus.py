"""The accessibility bus, spoken to as a screen reader does: calls, and the events that programs send."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.e2e.driver.waiting import wait_until

ATSPI = "org.a11y.atspi"
REGISTRY = f"{ATSPI}.Registry"
# The registry's own default for an answer is 0.8 s, which is short for a busy interface.
ANSWER_SECONDS = 5.0
STATUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")


class Gone(Exception):
    """The object, or the whole program, is no longer there."""


@dataclass(frozen=True, slots=True)
class Event:
    """What a program announced: ``kind`` such as ``StateChanged``, its ``detail``, and the object it is about."""

    kind: str
    detail: str
    number: int
    value: object
    owner: str
    path: str


@dataclass
class AccessibilityBus:
    """A connection to the accessibility bus of one session. Raises Gone where a program does not answer."""

    session_address: str
    connection: DBusConnection = field(init=False)
    _events: deque[Any] = field(init=False, default_factory=deque)

    def __post_init__(self) -> None:
        with open_dbus_connection(self.session_address) as session:
            wait_until(lambda: _is_switched_on(session), 10, "accessibility")
            address = _answer(session, new_method_call(STATUS.with_interface("org.a11y.Bus"), "GetAddress"))
        self.connection = open_dbus_connection(address)
        rule = MatchRule(type="signal", interface=f"{ATSPI}.Event.Object")
        self.connection.filter(rule, queue=self._events)
        self.connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_SECONDS)
        for kind in ("object:state-changed:showing", "object:announcement"):
            self.call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", "s", (kind,))

    def close(self) -> None:
        """End the connection."""
        self.connection.close()

    def call(self, owner: str, path: str, interface: str, member: str, signature: str = "", body: tuple = ()) -> Any:
        """Call a method and return its result: one value, or a tuple of several."""
        message = new_method_call(DBusAddress(path, owner, interface), member, signature or None, body)
        return _answer(self.connection, message)

    def call_each(self, places: Sequence[tuple[str, str]], interface: str, member: str) -> list[Any]:
        """Call a method without arguments of each (owner, path), all at once; None stands for what is gone."""
        called = [new_method_call(DBusAddress(path, owner, interface), member) for owner, path in places]
        replies = self._replies(called)
        return [None if reply.header.message_type is MessageType.error else reply.body[0] for reply in replies]

    def _replies(self, messages: Sequence[Message]) -> list[Message]:
        serials = [next(self.connection.outgoing_serial) for _ in messages]
        replies: dict[int, Message] = {}
        came: deque[Message] = deque()
        returns, errors = MatchRule(type="method_return"), MatchRule(type="error")
        with self.connection.filter(returns, queue=came), self.connection.filter(errors, queue=came):
            for serial, message in zip(serials, messages, strict=True):
                self.connection.send(message, serial)
            while not replies.keys() >= set(serials):
                try:
                    reply = self.connection.recv_until_filtered(came, timeout=ANSWER_SECONDS)
                except TimeoutError as error:
                    raise Gone(f"{messages}: no answer") from error
                replies[reply.header.fields[HeaderFields.reply_serial]] = reply
        return [replies[serial] for serial in serials]

    def property(self, owner: str, path: str, interface: str, name: str) -> Any:
        """Read a property."""
        return self.call(owner, path, "org.freedesktop.DBus.Properties", "Get", "ss", (interface, name))[1]

    def set_property(self, owner: str, path: str, interface: str, name: str, value: tuple[str, object]) -> None:
        """Write a property; the value comes with its D-Bus signature."""
        self.call(owner, path, "org.freedesktop.DBus.Properties", "Set", "ssv", (interface, name, value))

    def children(self, owner: str, path: str) -> Sequence[tuple[str, str]]:
        """Return the (owner, path) of each child."""
        return self.call(owner, path, f"{ATSPI}.Accessible", "GetChildren")

    def take_events(self) -> list[Event]:
        """Return the events that came in since the last call."""
        try:
            while True:
                self.connection.recv_messages(timeout=0)
        except TimeoutError:
            pass
        found = [_event(message) for message in self._events]
        self._events.clear()
        return found


def _answer(connection: DBusConnection, message: Message) -> Any:
    asked = message.header.fields
    what = f"{asked[HeaderFields.destination]}{asked[HeaderFields.path]} {asked[HeaderFields.member]}"
    try:
        reply = connection.send_and_get_reply(message, timeout=ANSWER_SECONDS)
    except TimeoutError as error:
        raise Gone(f"{what}: no answer") from error
    if reply.header.message_type is MessageType.error:
        raise Gone(f"{what}: {reply.body}")
    return reply.body[0] if len(reply.body) == 1 else reply.body


def _is_switched_on(session: DBusConnection) -> bool:
    """Raise the flags that a screen reader raises at its start: a Qt program offers nothing until then."""
    flags = Properties(STATUS)
    try:
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            _answer(session, flags.set(name, "b", True))
        return bool(_answer(session, flags.get("IsEnabled"))[1])
    except Gone:
        return False


def _event(message: Any) -> Event:
    fields = message.header.fields
    detail, number, _, value = message.body[:4]
    kind = fields[HeaderFields.member]
    return Event(kind, detail, number, value[1], fields[HeaderFields.sender], fields[HeaderFields.path])
