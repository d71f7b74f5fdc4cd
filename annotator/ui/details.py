"""Details: what is known of a report beside its text, in the words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QWidget

from annotator.domain.reports import Report
from annotator.ui.dialogs.reading import TextDialog, show_text
from annotator.ui.languages import is_vietnamese
from annotator.ui.translating import QT_TRANSLATE_NOOP

METADATA = {
    "author": QT_TRANSLATE_NOOP("Details", "Author"),
    "publisher": QT_TRANSLATE_NOOP("Details", "Publisher"),
    "url": QT_TRANSLATE_NOOP("Details", "Address"),
    "created": QT_TRANSLATE_NOOP("Details", "Written"),
    "modified": QT_TRANSLATE_NOOP("Details", "Changed"),
    "encoding": QT_TRANSLATE_NOOP("Details", "Encoding"),
    "scanned-pages": QT_TRANSLATE_NOOP("Details", "Pages without text"),
}
"""What metadata is called, by its name in a report; what a loader of another package gives keeps its name."""

PARTS = {
    "name": QT_TRANSLATE_NOOP("Details", "Name"),
    "title": QT_TRANSLATE_NOOP("Details", "Title"),
    "date": QT_TRANSLATE_NOOP("Details", "Date"),
    "source": QT_TRANSLATE_NOOP("Details", "Source"),
    "pages": QT_TRANSLATE_NOOP("Details", "Pages"),
    "characters": QT_TRANSLATE_NOOP("Details", "Characters"),
}


def show_details(parent: QWidget, report: Report) -> TextDialog:
    """Open a dialog with what is known of a report."""
    title = QCoreApplication.translate("Details", "About this report")
    return show_text(parent, title, report.title or report.name, details_of(report))


def details_of(report: Report) -> str:
    """Return a line for everything that is known of a report, what it is called before it."""
    language = QLocale.Language.Vietnamese if is_vietnamese() else QLocale.Language.English
    known = {
        "name": report.name,
        "title": report.title,
        "date": report.date,
        "source": report.source,
        "pages": str(report.pages[-1][0]) if report.pages else "",
        "characters": QLocale(language).toString(len(report.text)),
    }
    lines = [(PARTS[name], value) for name, value in known.items()]
    lines += [(METADATA.get(name, name), value) for name, value in report.metadata]
    return "\n".join(
        f"{QCoreApplication.translate('Details', name)}: {value}" for name, value in lines if value
    )
