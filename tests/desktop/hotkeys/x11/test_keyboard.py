"""Where the keys of a chord are on an X11 keyboard."""

from translator.desktop.hotkeys.x11.keyboard import CONTROL, LOCK, SHIFT, Keyboard
from translator.desktop.hotkeys.x11.keysyms import keysym_of, us_keycode_of
from translator.surroundings.chord import FUNCTION_KEYS, OTHER_KEYS, Chord

ALT, NUM, SUPER = 8, 16, 64
FIRST = 8


def keyboard_of(keys: dict[int, tuple[int, ...]], modifiers: dict[int, list[int]]) -> Keyboard:
    """Return a keyboard of 250 keys with these keysyms, and with keycodes for the bits of modifiers."""
    rows = [keys.get(keycode, ()) for keycode in range(FIRST, 256)]
    bits = [modifiers.get(1 << index, [0, 0]) for index in range(8)]
    return Keyboard.read(FIRST, rows, bits)


PLAIN = {64: (0xFFE9, 0xFFE7), 77: (0xFF7F,), 133: (0xFFEB,), 38: (ord("a"), ord("A")), 67: (0xFFBE,)}
BITS = {ALT: [64, 0], NUM: [77, 0], SUPER: [133, 0]}


def test_modifiers_and_locks_are_the_bits_that_the_mapping_gives_them() -> None:
    keyboard = keyboard_of(PLAIN, BITS)
    assert keyboard.bits_of(Chord.parse("Ctrl+Alt+Shift+Meta+A")) == CONTROL | ALT | SHIFT | SUPER
    assert sorted(keyboard.lock_masks()) == [0, LOCK, NUM, LOCK | NUM]
    assert keyboard.relevant == CONTROL | ALT | SHIFT | SUPER


def test_a_scroll_lock_that_is_a_modifier_doubles_the_masks() -> None:
    keyboard = keyboard_of(PLAIN | {78: (0xFF14,)}, BITS | {32: [78, 0]})
    assert len(set(keyboard.lock_masks())) == 8


def test_where_a_modifier_is_missing_its_chords_are_not_to_be_had() -> None:
    assert keyboard_of(PLAIN, {}).bits_of(Chord.parse("Meta+A")) is None
    assert keyboard_of(PLAIN, {}).bits_of(Chord.parse("Ctrl+A")) == CONTROL


def test_two_modifiers_on_one_bit_are_pressed_as_one() -> None:
    keyboard = keyboard_of(PLAIN, {ALT: [64, 133]})
    assert keyboard.bits_of(Chord.parse("Alt+Meta+A")) == ALT


def test_a_key_is_where_the_first_of_the_layouts_has_it() -> None:
    """Two layouts: French, where A is on the key of a US Q, and US."""
    both = {24: (ord("a"), ord("A"), ord("q"), ord("Q")), 38: (ord("q"), ord("Q"), ord("a"), ord("A"))}
    assert keyboard_of(both, {}).keycodes_of("A") == (24,)


def test_every_key_that_writes_the_same_counts() -> None:
    assert keyboard_of({50: (0xFF63,), 90: (0xFF63,)}, {}).keycodes_of("Insert") == (50, 90)


def test_letters_that_a_layout_lacks_are_where_a_us_keyboard_has_them() -> None:
    cyrillic = {38: (0x6C6, 0x6E6)}
    assert keyboard_of(cyrillic, {}).keycodes_of("A") == (38,)
    assert keyboard_of(cyrillic, {}).keycodes_of("F13") == (191,)


def test_a_key_that_is_not_there_at_all_is_none() -> None:
    assert keyboard_of({}, {}).keycodes_of("Pause") == ()
    assert Keyboard.read(FIRST, [()] * 20, []).keycodes_of("Z") == ()


def test_every_key_of_a_chord_has_a_keysym_of_its_own() -> None:
    keys = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *FUNCTION_KEYS, *OTHER_KEYS)
    assert len({keysym_of(key) for key in keys}) == len(keys)
    assert (us_keycode_of("1"), us_keycode_of("M"), us_keycode_of("F24"), us_keycode_of("F12")) == (10, 58, 202, None)
