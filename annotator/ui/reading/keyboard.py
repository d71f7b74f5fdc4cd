"""The keyboard of the page: everything that keys do to spans, put together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.ui.reading.hands import Hands
from annotator.ui.reading.hinting import Hinting
from annotator.ui.reading.linking import Linking
from annotator.ui.reading.modes import Modes
from annotator.ui.reading.naming import Naming
from annotator.ui.reading.repeating import Repeating
from annotator.ui.reading.sheet import Sheet
from annotator.ui.reading.spotting import Spotting
from annotator.ui.reading.sweeping import Sweeping


class PageKeyboard(QObject):
    """Makes the parts once and knows the handlers of them all."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.hands = Hands(sheet)
        modes = self._modes = Modes(sheet, self.hands)
        self.linking = Linking(sheet, self.hands, modes)
        self.sweeping = Sweeping(sheet)
        self._parts = (
            self.hands,
            modes,
            self.linking,
            Naming(sheet, self.hands, modes),
            self.sweeping,
            Repeating(sheet, self.hands),
            Spotting(sheet, self.hands, modes),
            Hinting(sheet),
        )

    @property
    def is_choosing(self) -> bool:
        """Tell whether Enter, Delete and Escape answer a choice that is being made."""
        return self._modes.is_choosing

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the page's commands by id."""
        return {name: handler for part in self._parts for name, handler in part.handlers().items()}
