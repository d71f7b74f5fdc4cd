"""The schema dialog: labels, values, what the changes come to, and the one step that makes them hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.errors import UserError
from annotator.domain.schema import Schema
from annotator.domain.schema_changes import Revision, revision
from annotator.domain.schema_differences import differences
from annotator.domain.schema_drafts import SchemaDraft
from annotator.ui.command import Command
from annotator.ui.fonts import scaled
from annotator.ui.refusals import in_words
from annotator.ui.schema.labels_page import LabelsPage
from annotator.ui.schema.telling import difference_in_words, touched_in_words
from annotator.ui.schema.values_page import ValuesPage
from annotator.ui.sizes import open_at
from annotator.ui.theme import Theme
from annotator.workspace.defining import Plan

_SIZE = (880, 680)
_REST = 250
"""Milliseconds without a change after which the spans it touches are counted."""


class SchemaDialog(QDialog):
    """Alters a draft; asks for what it touches, for applying it, and for taking the last change back."""

    counting = Signal()
    apply_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(
        self, parent: QWidget, schema: Schema, theme: Theme, commands: Callable[[], Sequence[Command]]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels and values"))
        open_at(self, *_SIZE)
        self.draft = SchemaDraft(schema)
        self.labels, self.values = LabelsPage(theme, commands), ValuesPage()
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.labels, self.tr("&Labels"))
        self.pages.addTab(self.values, self.tr("&Values"))
        self.preview, self.said = QPlainTextEdit(), QLabel()
        self.undo, self.redo = QPushButton(self.tr("&Take back")), QPushButton(self.tr("&Do again"))
        self._is_altered = self._warned = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self.counting)
        self._lay_out()
        for page in (self.labels, self.values):
            page.changed.connect(self._changed)
            page.refused.connect(self.refuse)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.restart(schema)

    def _lay_out(self) -> None:
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Apply | kinds.Close)
        self.apply, close = buttons.button(kinds.Apply), buttons.button(kinds.Close)
        self.apply.setText(self.tr("A&pply"))
        close.setText(self.tr("Close"))
        self.apply.clicked.connect(self.apply_asked)
        buttons.rejected.connect(self.reject)
        for button in (self.apply, close, self.undo, self.redo):
            button.setAutoDefault(False)
        self.said.setObjectName("notice")
        self.said.setWordWrap(True)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName(self.tr("What changes, and the spans it touches"))
        # Larger text takes room from the preview and the list, but not as much as it would like.
        self.preview.setFixedHeight((132 + scaled(132)) // 2)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.undo, self.redo):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.pages, 1)
        column.addWidget(self.preview)
        column.addWidget(self.said)
        column.addLayout(row)

    def restart(self, schema: Schema) -> None:
        """Begin a new draft of a schema, as after a change was made."""
        self.draft = SchemaDraft(schema)
        for page in (self.labels, self.values):
            page.show_draft(self.draft)
        self._rest.stop()
        self._is_altered = self._warned = False
        self._say("")
        self._preview([])

    def offer(self, undo: Revision | None, redo: Revision | None) -> None:
        """Say what taking back and doing again would do."""
        for button, found in ((self.undo, undo), (self.redo, redo)):
            button.setEnabled(found is not None)
            lines = map(difference_in_words, differences(found)) if found is not None else ()
            button.setToolTip("\n".join(lines))

    def show_plan(self, planned: Plan) -> None:
        """Show what the draft comes to, and let it be applied."""
        self._preview([*self._differences(planned.revision), *touched_in_words(planned)])
        self.apply.setEnabled(True)

    def reject(self) -> None:
        """Close; what was not applied is dropped only when asked a second time."""
        if self._warned or not self._is_altered:
            super().reject()
            return
        self._warned = True
        self.refuse(self.tr("the changes are not applied; Esc once more drops them"))

    def refuse(self, message: str) -> None:
        """Say why something cannot be."""
        self._say(in_words(message), refused=True)

    def _changed(self) -> None:
        self._say("")
        try:
            draft = self.draft
            found = revision(draft.before, draft.schema(), labels=draft.labels, values=draft.values)
        except UserError as error:
            self.apply.setEnabled(False)
            self.refuse(error.message)
            return
        self.values.show_draft(self.draft)
        self._is_altered, self._warned = bool(differences(found)), False
        self._preview(self._differences(found))
        if self._is_altered:
            self._rest.start()

    def _differences(self, found: Revision) -> list[str]:
        return [f"• {difference_in_words(each)}" for each in differences(found)]

    def _preview(self, lines: Sequence[str]) -> None:
        self.apply.setEnabled(False)
        self.preview.setPlainText("\n".join(lines) or self.tr("nothing is changed yet"))

    def _say(self, text: str, *, refused: bool = False) -> None:
        self.said.setProperty("refused", refused)
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(f"! {text}" if refused else text)
