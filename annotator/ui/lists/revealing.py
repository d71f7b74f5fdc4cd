"""Revealing: a list brought to the front, high enough to be read."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QTabWidget, QWidget

_LOWEST = 260
"""Pixels the lists get when they are asked for and show less."""


def reveal(part: QWidget) -> None:
    """Bring a tab of the lists to the front, the lists high enough to be read."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QTabWidget):
        above = above.parentWidget()
    if above is None:
        return
    above.setCurrentWidget(part)
    rows = above.parentWidget()
    if isinstance(rows, QSplitter) and above.height() < _LOWEST:
        whole = sum(rows.sizes())
        rows.setSizes([max(whole - _LOWEST, whole // 2), min(_LOWEST, whole // 2)])
