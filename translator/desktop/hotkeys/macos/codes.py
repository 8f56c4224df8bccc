"""Carbon's names for keys: modifiers, and the codes of the keys, letters as on a US keyboard (HIToolbox/Events.h)."""

MODIFIERS = {"Meta": 0x0100, "Shift": 0x0200, "Alt": 0x0800, "Ctrl": 0x1000}

KEYS = {
    "A": 0, "S": 1, "D": 2, "F": 3, "H": 4, "G": 5, "Z": 6, "X": 7, "C": 8, "V": 9, "B": 11, "Q": 12, "W": 13, "E": 14,
    "R": 15, "Y": 16, "T": 17, "1": 18, "2": 19, "3": 20, "4": 21, "6": 22, "5": 23, "9": 25, "7": 26, "8": 28,
    "0": 29, "O": 31, "U": 32, "I": 34, "P": 35, "L": 37, "J": 38, "K": 40, "N": 45, "M": 46, "Space": 49,
    "F1": 122, "F2": 120, "F3": 99, "F4": 118, "F5": 96, "F6": 97, "F7": 98, "F8": 100, "F9": 101, "F10": 109,
    "F11": 103, "F12": 111, "F13": 105, "F14": 107, "F15": 113, "F16": 106, "F17": 64, "F18": 79, "F19": 80, "F20": 90,
    "Menu": 110, "Insert": 114, "Home": 115, "PgUp": 116, "Delete": 117, "End": 119, "PgDown": 121, "Left": 123,
    "Right": 124, "Down": 125, "Up": 126,
}  # fmt: skip
"""Insert is the key that a Mac calls Help. Pause, Print, Scroll Lock and F21 to F24 do not exist there."""
