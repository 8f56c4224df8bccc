"""Whether all of a list is chosen, with what of it has not been fetched yet."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView


class AllChosen(QObject):
    """Is on from when all of ``view`` was chosen until anything else is. What is fetched meanwhile is chosen too."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.is_on = False
        view.selectionModel().selectionChanged.connect(self._end)
        view.model().modelReset.connect(self._end)
        view.model().rowsInserted.connect(self._choose_more)

    def begin(self) -> None:
        """Take note that all was chosen."""
        self.is_on = True

    def _end(self) -> None:
        self.is_on = False

    def _choose_more(self) -> None:
        if self.is_on:
            self._view.selectAll()
