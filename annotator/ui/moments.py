"""Moments: the times of a journal as people write them, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt

from annotator.ui.languages import is_vietnamese

_ENGLISH, _VIETNAMESE = "d MMM yyyy, HH:mm", "dd/MM/yyyy HH:mm"


def said_when(at: str) -> str:
    """Write a moment, given in ISO 8601, as local time: `22 Nov 2026, 19:48` or `22/11/2026 19:48`."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    # The system's own short form is one of a hundred, some of them without any marks between day and month.
    if is_vietnamese():
        return QLocale(QLocale.Language.Vietnamese).toString(moment, _VIETNAMESE)
    return QLocale(QLocale.Language.English).toString(moment, _ENGLISH)
