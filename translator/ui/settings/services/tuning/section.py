"""What is seldom set of a service: under a heading that opens."""

from typing import cast, get_args

from PySide6.QtCore import QSignalBlocker

from translator.i18n import ptr, tr
from translator.settings import Reasoning
from translator.ui.look.theme import Theme
from translator.ui.settings.line_row import LineRow
from translator.ui.settings.services.screen import Field, ServiceCommands
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.fields.combo import ComboBox
from translator.ui.widgets.fields.lines_field import LinesField
from translator.ui.widgets.groups.disclosure import Disclosure
from translator.ui.widgets.groups.group import Group, Row

_HEADER_LINES = 3


class TuningSection(Disclosure):
    """Masking, reasoning, prices, deadlines, proxy and headers. ``rows`` are those with a field in them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Advanced"), "serviceAdvancedButton")
        self.every: list[Row] = []
        self.rows: dict[Field, Row] = {}
        self._add_group("", {}, self._make_masking(theme), self._make_reasoning(theme))
        self._price_group = self._add_group(tr("Price"), _price_rows(theme))
        self._add_group(tr("Deadlines"), _deadline_rows(theme))
        self._add_group(tr("Connection"), self._make_connection(theme))

    def _add_group(self, heading: str, fields: dict[Field, Row], *others: Row) -> Group:
        group = self.add(Group(heading))
        self.rows.update(fields)
        for row in (*others, *fields.values()):
            self.every.append(row)
            group.add(row)
        return group

    def _make_masking(self, theme: Theme) -> Row:
        title = tr("Mask before sending")
        hint = tr("E-mail addresses, phone and card numbers, keys and tokens. They come back in the translation.")
        self._masking = Switch(theme, title)
        self._masking.setObjectName("serviceMaskSwitch")
        return Row(theme, title, hint, self._masking)

    def _make_reasoning(self, theme: Theme) -> Row:
        self._reasoning = ComboBox(theme, "serviceReasoningPicker")
        words: dict[Reasoning, str] = {
            "least": tr("As little as possible"), "model": tr("As the model likes"),
            "low": tr("Low"), "medium": tr("Medium"), "high": tr("High"),
        }  # fmt: skip
        self._reasoning.set_choices([(words[value], value) for value in get_args(Reasoning)])
        hint = tr("Before a model answers. It costs time and tokens; as little as possible is recommended.")
        return Row(theme, tr("Reasoning"), hint, self._reasoning)

    def _make_connection(self, theme: Theme) -> dict[Field, Row]:
        hint = tr("Empty: the system's own, which is never used for this computer.")
        proxy = LineRow(theme, tr("Proxy"), hint, "serviceProxyField", "http://proxy.example:3128")
        self._headers = LinesField(theme, "serviceHeadersField", _HEADER_LINES)
        hint = tr("Sent with each request, one a line as Name: value. No keys: they belong in the keyring.")
        return {"proxy": proxy, "headers": Row(theme, tr("Headers"), hint, self._headers)}

    def listen(self, commands: ServiceCommands) -> None:
        """Let the controls do this."""
        for field, row in self.rows.items():
            if isinstance(row, LineRow):
                row.finished.connect(lambda text, field=field: commands.change(field, text))
        self._headers.editing_finished.connect(lambda: commands.change("headers", self._headers.toPlainText()))
        self._masking.toggled.connect(commands.tuning.mask_private)
        self._reasoning.activated.connect(
            lambda _: commands.tuning.choose_reasoning(cast(Reasoning, self._reasoning.currentData()))
        )

    # What the presenter shows

    def show_headers(self, text: str) -> None:
        """Show the headers, one a line."""
        self._headers.setPlainText(text)

    def show_reasoning(self, reasoning: Reasoning) -> None:
        """Show how much reasoning models are asked to think."""
        self._reasoning.choose(reasoning)

    def show_masking(self, *, wanted: bool) -> None:
        """Show whether private pieces of a text are kept on this computer; says nothing."""
        with QSignalBlocker(self._masking):
            self._masking.setChecked(wanted)
        self._masking.update()

    def show_price_of(self, model: str, hint: str) -> None:
        """Say which model's price is in the fields; no price can be entered where it is empty."""
        self._price_group.set_heading(tr("Price of {model}").format(model=model) if model else tr("Price"))
        for row in self._price_group.rows:
            row.set_hint(hint)
            cast(LineRow, row).field.setEnabled(bool(model))


def _price_rows(theme: Theme) -> dict[Field, Row]:
    return {
        "input_price": LineRow(theme, tr("Input price"), "", "serviceInputPriceField"),
        "output_price": LineRow(theme, tr("Output price"), "", "serviceOutputPriceField"),
    }


def _deadline_rows(theme: Theme) -> dict[Field, Row]:
    def row(title: str, hint: str, object_name: str) -> LineRow:
        return LineRow(theme, title, hint, object_name)

    return {
        "connect": row(tr("To connect"), tr("Seconds until there is a connection."), "serviceConnectField"),
        "first_token": row(
            tr("To the first token"),
            tr("Seconds until the reply begins. A local server may have to load its model first."),
            "serviceFirstTokenField",
        ),
        "idle": row(
            tr("Between tokens"), tr("Seconds without another piece of the reply."), "serviceBetweenTokensField"
        ),
        "total": row(
            ptr("seconds that a reply may take in all", "In all"),
            tr("Seconds from the request to the end of the reply."),
            "serviceTotalField",
        ),
    }
