"""One object of a program's accessible tree."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from tests.e2e.driver.bus import ATSPI, AccessibilityBus

# AtspiStateType: the bit's number is its place here.
STATES = (
    "invalid", "active", "armed", "busy", "checked", "collapsed", "defunct", "editable", "enabled", "expandable",
    "expanded", "focusable", "focused", "has-tooltip", "horizontal", "iconified", "modal", "multi-line",
    "multiselectable", "opaque", "pressed", "resizable", "selectable", "selected", "sensitive", "showing",
    "single-line", "stale", "transient", "vertical", "visible", "manages-descendants", "indeterminate", "required",
    "truncated", "animated", "invalid-entry", "supports-autocompletion", "selectable-text", "is-default", "visited",
    "checkable", "has-popup", "read-only",
)  # fmt: skip
LABELLED_BY = 2  # AtspiRelationType
PASSWORD_TEXT = 40  # AtspiRole


class Hands(Protocol):
    """The keyboard and mouse that a node is worked with, and the patience to see it work."""

    def key(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        ...

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        ...

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click there."""
        ...

    def wait(self, condition: Callable[[], object], timeout: float = 10, what: str = "condition") -> float:
        """Wait until the condition holds, or raise TimeoutError."""
        ...


@dataclass(frozen=True)
class Node:
    """An accessible object. Every read asks the program, so a kept Node never shows old values.

    Reads raise Gone where the object no longer exists.
    """

    bus: AccessibilityBus
    hands: Hands
    owner: str
    path: str

    def __repr__(self) -> str:
        return f"<{self.role} {self.name!r} #{self.id}>"

    def _ask(self, interface: str, member: str, signature: str = "", body: tuple = ()) -> Any:
        return self.bus.call(self.owner, self.path, f"{ATSPI}.{interface}", member, signature, body)

    def _read(self, name: str, interface: str = "Accessible") -> Any:
        return self.bus.property(self.owner, self.path, f"{ATSPI}.{interface}", name)

    @property
    def id(self) -> str:
        """The dotted path of objectNames, outermost first."""
        return self._read("AccessibleId")

    def answers_to(self, object_name: str) -> bool:
        """Whether that is its objectName, or the end of its path of objectNames."""
        return f".{self.id}".endswith(f".{object_name}")

    @property
    def role(self) -> str:
        """What kind of thing it is, such as "push button"."""
        return self._ask("Accessible", "GetRoleName")

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return self._read("Name")

    @property
    def description(self) -> str:
        """What a screen reader says about it."""
        return self._read("Description")

    @property
    def states(self) -> set[str]:
        """The names of its states, such as "focused"."""
        return _states(self._ask("Accessible", "GetState"))

    @property
    def is_showing(self) -> bool:
        """Whether it is on the screen."""
        return "showing" in self.states

    @property
    def is_enabled(self) -> bool:
        """Whether it can be used now."""
        return "enabled" in self.states

    @property
    def is_focused(self) -> bool:
        """Whether it has the keyboard."""
        return "focused" in self.states

    @property
    def is_checked(self) -> bool:
        """Whether a switch is on."""
        return "checked" in self.states

    @property
    def is_secret(self) -> bool:
        """Whether it is a password field, which hides what is typed. Qt calls it a text all the same."""
        return bool(self._ask("Accessible", "GetRole") == PASSWORD_TEXT)

    @property
    def text(self) -> str:
        """The whole text; that of a label is its name."""
        interfaces = self._ask("Accessible", "GetInterfaces")
        return self._ask("Text", "GetText", "ii", (0, -1)) if f"{ATSPI}.Text" in interfaces else self.name

    @property
    def length(self) -> int:
        """The length of the text in UTF-16 units; much quicker to learn than a long text itself."""
        return self._read("CharacterCount", "Text")

    @property
    def selection(self) -> tuple[int, int]:
        """Where the selected text begins and ends, in UTF-16 units; the same twice where nothing is selected."""
        start, end = self._ask("Text", "GetSelection", "i", (0,))
        return start, end

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """Left, top, width and height on the screen, in pixels."""
        return self._ask("Component", "GetExtents", "u", (0,))

    def click_letter(self, offset: int) -> None:
        """Click on the left half of the letter at this offset, in UTF-16 units: the caret goes before it."""
        left, top, width, height = self._ask("Text", "GetCharacterExtents", "iu", (offset, 0))
        self.hands.click(left + width // 4, top + height // 2)

    @property
    def children(self) -> list["Node"]:
        """What it holds."""
        return self._nodes(self.bus.children(self.owner, self.path))

    def _nodes(self, places: Iterable[tuple[str, str]]) -> list["Node"]:
        return [Node(self.bus, self.hands, owner, path) for owner, path in places if not path.endswith("/null")]

    @property
    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        if f"{ATSPI}.Action" not in self._ask("Accessible", "GetInterfaces"):
            return []
        return [self._ask("Action", "GetName", "i", (number,)) for number in range(self._read("NActions", "Action"))]

    @property
    def labels(self) -> list[str]:
        """The names of the labels that belong to it."""
        related = [targets for kind, targets in self._ask("Accessible", "GetRelationSet") if kind == LABELLED_BY]
        return [Node(self.bus, self.hands, *target).name for targets in related for target in targets]

    @property
    def parent_path(self) -> str:
        """The path of what holds it."""
        return self._read("Parent")[1]

    def walk(self, *, hidden: bool = True) -> Iterator["Node"]:
        """Yield it and everything in it, depth first; what vanishes meanwhile is left out.

        Without what is hidden, nothing is looked for in it either: what it holds is on no screen. All that one
        object holds is asked at once: an answer takes less time than its way here.
        """
        yield from self._walk_all([self], hidden)

    def _walk_all(self, nodes: Sequence["Node"], hidden: bool) -> Iterator["Node"]:
        if not hidden:
            states = self._ask_each(nodes, "GetState")
            nodes = [node for node, bits in zip(nodes, states, strict=True) if bits and "showing" in _states(bits)]
        for node, held in zip(nodes, self._ask_each(nodes, "GetChildren"), strict=True):
            yield node
            yield from self._walk_all(self._nodes(held or ()), hidden)

    def _ask_each(self, nodes: Sequence["Node"], member: str) -> list[Any]:
        return self.bus.call_each([(node.owner, node.path) for node in nodes], f"{ATSPI}.Accessible", member)

    def press(self, action: str = "") -> None:
        """Do the named action, or the first of Press, Toggle and ShowMenu. The program does it later: wait for it."""
        have = self.actions
        wanted = action or next((name for name in ("Press", "Toggle", "ShowMenu") if name in have), "Press")
        if wanted not in have or not self.is_enabled:
            raise RuntimeError(f"{self} cannot {wanted} (enabled: {self.is_enabled}); it can {have}")
        self._ask("Action", "DoAction", "i", (have.index(wanted),))

    def set_text(self, text: str) -> None:
        """Replace the text without key events. Raises RuntimeError for a read-only field: Qt would let it through."""
        if "editable" not in self.states:
            raise RuntimeError(f"{self} is not editable")
        self._ask("EditableText", "SetTextContents", "s", (text,))

    def focus(self) -> None:
        """Give it the keyboard: as a screen reader does, or else by a click (another window may be active)."""
        if self.is_focused:
            return
        self._ask("Component", "GrabFocus")
        try:
            self.hands.wait(lambda: self.is_focused, 0.5)
        except TimeoutError:
            self.click()
            self.hands.wait(lambda: self.is_focused, 3, f"focus on {self}")

    def type(self, text: str) -> None:
        """Focus it and type. It waits until the text is there, but for a password field, which cannot be read.

        Qt asks the registry about each key before it uses it, but takes a shortcut at once: one that is pressed too
        soon overtakes the letters before it.
        """
        self.focus()
        self.hands.type(text)
        if self.role == "text" and not self.is_secret:
            self.hands.wait(lambda: text in self.text, 10, f"{text!r} in {self}")

    def click(self, button: int = 1) -> None:
        """Click in its middle."""
        left, top, width, height = self.extents
        self.hands.click(left + width // 2, top + height // 2, button)

    def select(self, item: str) -> None:
        """Choose the item of that name in a combo box. Raises LookupError where there is none."""
        rows = [node for node in self.walk() if node.role == "list item"]
        names = [row.name for row in rows]
        if item not in names:
            raise LookupError(f"{item!r} is not in {names}")
        self.press("ShowMenu")
        self.hands.wait(lambda: any(row.is_showing and row.is_focused for row in rows), 3, f"the list of {self}")
        self.hands.key("Home", *["Down"] * names.index(item), "Return")
        self.hands.wait(lambda: self.name == item, 3, f"{item!r} chosen in {self}")


def _states(words: Sequence[int]) -> set[str]:
    bits = words[0] | words[1] << 32
    return {name for number, name in enumerate(STATES) if bits >> number & 1}
