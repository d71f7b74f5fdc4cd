"""Drafting: a further version written with the keys of the page and the span card, then let stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

from annotator.ui.card.panel import SpanCard
from annotator.ui.chords import pressed
from annotator.ui.reading.keyboard import PageKeyboard
from annotator.ui.reading.page import Page
from annotator.ui.reading.physical import chord_by_place, codes_of
from annotator.ui.reading.sheet import Sheet
from annotator.ui.review.answering import Answering
from annotator.workspace import settling
from annotator.workspace.drafting import DraftReport

if TYPE_CHECKING:
    from annotator.ui.actions import Actions
    from annotator.ui.jobs import Jobs
    from annotator.ui.notices import Notices

_LABEL = "label."
_ENTER = "span.accept"


class Drafting(QObject):
    """Puts a page of its own in place of the one under review; its keys are those of the page, as bound."""

    def __init__(self, answering: Answering, actions: Actions, notices: Notices, jobs: Jobs) -> None:
        super().__init__(answering)
        self._answering = answering
        self._actions = actions
        self._notices = notices
        self._panel = answering.panel
        self.page = Page()
        self.page.setAccessibleName(self.tr("A version of your own"))
        self.sheet = Sheet(self.page, notices, jobs)
        self._keyboard = PageKeyboard(self.sheet)
        self.card = SpanCard(self.sheet)
        hands = self._keyboard.hands
        self.card.label_chosen.connect(notices.guarded(hands.give))
        hands.card_asked.connect(notices.guarded(self.card.focus_on))
        self._handlers = self._keyboard.handlers() | self.card.handlers()
        self._codes = codes_of(QGuiApplication.platformName())
        self._panel.add_draft(self.page, self.card)
        self.page.installEventFilter(self)

    def begin(self) -> None:
        """Write a version of the current dispute, begun with the majority's or the first there is."""
        self._answering.refuse()
        dispute, found = self._answering.chosen(), self._answering.found
        assert found is not None
        draft = DraftReport(self._answering.project, found, dispute)
        self.card.set_schema(draft.project.schema)
        self.sheet.open(draft)
        self._panel.show_draft()
        spans = draft.spans()
        self.sheet.set_current(spans[0].id if spans else None)
        if not spans:
            self.page.select(dispute.start, dispute.end)
        self.page.scroll_to(dispute.start, always=True)
        self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._notices.say(
            self.tr("change borders, label or value as on the page; Enter keeps this version, Esc does not")
        )

    def store(self) -> None:
        """Let the version stand, and go on to the next dispute."""
        draft = self.sheet.report
        assert isinstance(draft, DraftReport)
        said = draft.statements()
        self._answering.settle_with(
            lambda project, dispute, reason, comment: settling.settle_own(
                project, dispute, said, reason=reason, comment=comment
            )
        )

    def leave(self) -> None:
        """Let the draft go, and the dispute be looked at as before."""
        self._panel.end_draft()
        self._panel.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._notices.say(self.tr("that version was not kept"))

    def undo(self) -> None:
        """Take back the last step of the draft."""
        self.sheet.put(lambda report: report.undo())

    def redo(self) -> None:
        """Do again the step of the draft that was last taken back."""
        self.sheet.put(lambda report: report.redo())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Run the page's commands on the draft, before Qt's shortcuts see the key."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if not isinstance(event, QKeyEvent) or event.type() not in kinds:
            return False
        run = self._found(event)
        if run is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._notices.guarded(run)()
        return True

    def _found(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does to the draft; None for keys that are the page's own or the window's."""
        if event.key() == Qt.Key.Key_Escape:
            choosing = self._keyboard.is_choosing or self.page.selection is not None
            return None if choosing else self.leave
        name = self._actions.id_on_page(chord_by_place(event, self._codes) or pressed(event))
        if name == _ENTER and not self._keyboard.is_choosing:
            return self.store
        if name.startswith(_LABEL):
            return lambda: self._keyboard.hands.give(name.removeprefix(_LABEL))
        own = {"edit.undo": self.undo, "edit.redo": self.redo}
        return own.get(name) or self._handlers.get(name)
