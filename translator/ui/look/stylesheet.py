"""The one style sheet, made from the tokens. What QSS cannot draw well is painted in ``ui.widgets``."""

from translator.ui.look.tokens import RADIUS_CONTROL, RADIUS_GROUP, Colours

_TEMPLATE = """
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 8px; }}

QPushButton {{
    background: {surface}; color: {text}; border: 1px solid {border_strong}; border-radius: {radius}px;
    padding: 0 {p14}px; min-height: {h34}px; font-size: {f13}px; font-weight: 500; outline: none;
}}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {pressed}; }}
QPushButton:disabled {{ color: {disabled}; border-color: {border}; }}
QPushButton[ring="true"] {{ border: 2px solid {focus}; padding: 0 {p13}px; min-height: {h32}px; }}

QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_pressed}; border-color: {accent_pressed}; }}
QPushButton[kind="primary"]:disabled {{ background: {pressed}; color: {text_3}; border-color: {pressed}; }}
QPushButton[kind="primary"][ring="true"] {{ background: {accent}; border: 2px solid {ring_on_accent}; }}

QPushButton[kind="text"], QPushButton[kind="danger"], QPushButton[kind="quiet"] {{
    background: transparent; border: 2px solid transparent; min-height: {h24}px; padding: 0 {p6}px; font-weight: 600;
}}
QPushButton[kind="text"] {{ color: {accent_text}; }}
QPushButton[kind="danger"] {{ color: {error}; }}
QPushButton[kind="quiet"] {{ color: {text_2}; font-weight: 400; font-size: {f12}px; }}
QPushButton[kind="text"]:hover, QPushButton[kind="danger"]:hover, QPushButton[kind="quiet"]:hover {{
    background: {hover};
}}
QPushButton[kind="text"]:pressed, QPushButton[kind="danger"]:pressed, QPushButton[kind="quiet"]:pressed {{
    background: {pressed};
}}
QPushButton[kind="text"][ring="true"], QPushButton[kind="danger"][ring="true"],
QPushButton[kind="quiet"][ring="true"] {{ border-color: {focus}; }}
QPushButton[kind="text"]:disabled, QPushButton[kind="danger"]:disabled, QPushButton[kind="quiet"]:disabled {{
    color: {disabled};
}}
QPushButton[kind="choice"] {{ text-align: left; font-weight: 400; padding: 0 {p12}px; }}
QPushButton[kind="choice"][ring="true"] {{ padding: 0 {p11}px; }}
QPushButton::menu-indicator {{ width: 0; image: none; }}

QPushButton[kind="icon"] {{
    background: transparent; border: 2px solid transparent; padding: 0; min-height: 0;
}}
QPushButton[kind="icon"]:hover {{ background: {hover}; }}
QPushButton[kind="icon"]:pressed {{ background: {pressed}; }}
QPushButton[kind="icon"][ring="true"] {{ border-color: {focus}; padding: 0; min-height: 0; }}

QToolButton {{
    background: transparent; border: 2px solid transparent; border-radius: {radius}px; color: {text_2};
    font-size: {f13}px; font-weight: 500; padding: 0; outline: none;
}}
QToolButton[kind="labelled"] {{ padding: 0 {p3}px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {pressed}; }}
QToolButton:disabled {{ color: {disabled}; }}
QToolButton[ring="true"] {{ border-color: {focus}; }}
QToolButton::menu-indicator {{ width: 0; image: none; }}

QLabel {{ color: {text}; font-size: {f13}px; background: transparent; }}
QLabel[role="title"] {{ font-size: {f20}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="hint"] {{ color: {text_2}; font-size: {f12}px; }}
QLabel[role="meta"] {{ color: {text_2}; font-size: {f12}px; }}
QLabel[role="key"] {{
    background: {raised}; color: {text_2}; border: 1px solid {border}; border-radius: 4px;
    padding: 0 6px; font-size: {f11}px; font-weight: 500;
}}
QLabel[role="error"] {{ color: {error}; font-size: {f12}px; }}
QLabel[role="success"] {{ color: {success}; font-size: {f12}px; }}

QLineEdit, QPlainTextEdit, QSpinBox {{
    background: {surface}; color: {text}; border: 1px solid {border_strong}; border-radius: {radius}px;
    padding: 0 {p10}px; min-height: {h34}px; font-size: {f13}px; placeholder-text-color: {text_3};
    selection-background-color: {selection}; selection-color: {text};
}}
QPlainTextEdit {{ padding: {p6}px {p8}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus {{
    border: 2px solid {focus}; padding: 0 {p9}px; min-height: {h32}px;
}}
QLineEdit[role="search"] {{ padding: 0 {p3}px; }}
QLineEdit[role="search"]:focus {{ padding: 0 {p2}px; }}
QPlainTextEdit:focus {{ padding: {p5}px {p7}px; }}
QLineEdit:disabled {{ color: {disabled}; border-color: {border}; }}

QTextEdit {{
    background: transparent; color: {text}; border: none; placeholder-text-color: {text_3};
    selection-background-color: {selection}; selection-color: {text};
}}

QComboBox {{
    background: {surface}; color: {text}; border: 1px solid {border_strong}; border-radius: {radius}px;
    padding: 0 {p12}px; min-height: {h34}px; font-size: {f13}px; combobox-popup: 0;
}}
QComboBox:hover {{ background: {hover}; }}
QComboBox:focus {{ border: 2px solid {focus}; padding: 0 {p11}px; min-height: {h32}px; }}
QComboBox:editable {{ padding: 0 {p10}px; }}
QComboBox:editable:focus {{ padding: 0 {p9}px; }}
QComboBox:disabled {{ color: {disabled}; border-color: {border}; }}
QComboBox::drop-down {{ border: none; width: {h32}px; }}
QComboBox::down-arrow {{ image: none; width: 0; }}
QComboBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox QAbstractItemView {{
    background: {surface}; color: {text}; border: 1px solid {border_strong}; padding: 4px; outline: none;
    selection-background-color: {hover}; selection-color: {text};
}}
QComboBox QAbstractItemView::item {{ border: 2px solid transparent; border-radius: 6px; padding: 0 {p6}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {hover}; color: {text}; border-color: {focus}; }}

QMenu {{
    background: {surface}; color: {text}; border: 1px solid {border_strong}; padding: 4px; font-size: {f13}px;
    menu-scrollable: 1;
}}
QMenu[columns="true"] {{ menu-scrollable: 0; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p12}px; border: 2px solid transparent; border-radius: 6px; }}
QMenu::item:selected {{ background: {hover}; border-color: {focus}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: {p8}px; }}

QListView {{
    background: transparent; color: {text}; border: none; outline: none; font-size: {f13}px;
}}
QListView[role="popup"] {{ background: {surface}; border: 1px solid {border_strong}; padding: 4px; }}
QListView[role="popup"]::item {{ border: 2px solid transparent; border-radius: 6px; }}
QListView[role="popup"]::item:selected {{ background: {hover}; color: {text}; border-color: {focus}; }}

QTableView {{
    background: transparent; color: {text}; border: none; outline: none; font-size: {f13}px;
    selection-background-color: {hover}; selection-color: {text};
}}
QTableView::item {{ padding: 0 {p8}px; border: 2px solid transparent; border-bottom: 1px solid {border}; }}
QTableView::item:selected {{ background: {hover}; color: {text}; }}
QTableView::item:focus {{ border: 2px solid {focus}; }}
QTableView::indicator {{
    width: {p14}px; height: {p14}px; border: 1px solid {border_strong}; border-radius: 3px; background: {surface};
}}
QTableView::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; min-height: 0; padding: 0 {p6}px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {text_2}; border: none; border-bottom: 1px solid {border};
    padding: {p6}px {p13}px; font-size: {f12}px; font-weight: 500;
}}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 4px 2px; }}
QScrollBar::handle:vertical {{ background: {scrollbar}; border-radius: 2px; min-height: 32px; margin: 0 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px 4px; }}
QScrollBar::handle:horizontal {{ background: {scrollbar}; border-radius: 2px; min-width: 32px; margin: 2px 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QAbstractScrollArea::corner {{ background: none; border: none; }}

QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollArea[ring] {{ border: 2px solid transparent; border-radius: {radius}px; }}
QScrollArea[ring="true"] {{ border-color: {focus}; }}
QFrame[role="group"] {{ background: {surface}; border: 1px solid {border}; border-radius: {group}px; }}
QFrame[role="rule"] {{ background: {border}; border: none; }}
QSplitter::handle {{ background: transparent; }}
"""

_LENGTHS = {f"p{n}": n for n in (2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 24)} | {f"h{n}": n for n in (24, 32, 34)}
_FONTS = {f"f{n}": n for n in (11, 12, 13, 20)}


def stylesheet(colours: Colours, scale: float) -> str:
    """Return the style sheet in these colours, with lengths and font sizes times ``scale``."""
    scaled = {name: round(value * scale) for name, value in (_LENGTHS | _FONTS).items()}
    named = {name: getattr(colours, name) for name in Colours._fields}
    return _TEMPLATE.format(**named, **scaled, radius=RADIUS_CONTROL, group=RADIUS_GROUP)
