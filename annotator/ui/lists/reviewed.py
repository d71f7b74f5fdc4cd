"""The list of what reviewers decided about one's work: Enter goes there, an answer is written below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.domain.disputes import DisputeKind, Statement
from annotator.domain.schema import Schema
from annotator.ui.going import Going
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.lists.cells import TextCells
from annotator.ui.lists.reading_aside import ReadingAside
from annotator.ui.lists.tables import RowTable
from annotator.ui.moments import said_when
from annotator.ui.notices import Notices
from annotator.ui.projects import Projects
from annotator.ui.review.telling import kind_title
from annotator.ui.titles import attribute_title, label_title, value_title
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace import settling
from annotator.workspace.feedback import Change, changes
from annotator.workspace.projects import Project

HEADS = (
    QT_TRANSLATE_NOOP("Lists", "Report"),
    QT_TRANSLATE_NOOP("Lists", "Different"),
    QT_TRANSLATE_NOOP("Lists", "I had"),
    QT_TRANSLATE_NOOP("Lists", "Decided"),
    QT_TRANSLATE_NOOP("Lists", "Reason"),
    QT_TRANSLATE_NOOP("Lists", "Who"),
    QT_TRANSLATE_NOOP("Lists", "When"),
)
_SOON = 800
"""Milliseconds after a project was opened: its first report is on the page by then."""


class Reviewed(QWidget):
    """What differs between this author's finished work and what holds, with the reason."""

    counted = Signal(int)
    """How many places reviewers have changed."""

    def __init__(self, projects: Projects, jobs: Jobs, notices: Notices, going: Going) -> None:
        super().__init__()
        self._projects = projects
        self._notices = notices
        self._going = going
        self._changes: Sequence[Change] = ()
        self._schema: Schema | None = None
        self.reading = ReadingAside(projects, jobs, notices)
        self.model = TextCells(HEADS)
        self.table = RowTable(self.model, (170, 110, 0, 0, 0, 90, 170))
        self.table.setAccessibleName(self.tr("What reviewers decided about my work"))
        self.empty, self.said = QLabel(), QLabel()
        self.answer = QLineEdit()
        self.send, self.reopen = QPushButton(self.tr("Send")), QPushButton(self.tr("Ask to open it again"))
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.read)
        projects.changed.connect(self._changed)
        going_to = notices.guarded(lambda index: self.go_to(index.row()))
        self.table.activated.connect(going_to)
        self.table.doubleClicked.connect(going_to)
        self.table.selectionModel().selectionChanged.connect(self._chosen)
        self.answer.returnPressed.connect(notices.guarded(self.comment))
        self.send.clicked.connect(notices.guarded(self.comment))
        self.reopen.clicked.connect(notices.guarded(self.ask))

    def read(self) -> None:
        """Read the list as it is now."""
        self._soon.stop()
        if self._projects.project is None:
            return

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Change]:
            return changes(project)

        self._schema = self._projects.held.schema
        self.reading.start(self.tr("reading what was decided"), work, self._show)

    def go_to(self, row: int) -> None:
        """Open the report of a row and select its place."""
        change = self._changes[row]
        mine = change.mine[0] if change.mine else change
        self._going.to(change.report_id, mine.start, mine.end)

    def comment(self) -> None:
        """Answer the chosen row by a comment."""
        change = self._change()
        if change is not None:
            settling.comment(self._projects.held, change.report_id, change.dispute, self.answer.text())
            self._sent(self.tr("comment sent"))

    def ask(self) -> None:
        """Open the dispute of the chosen row again, with what is written as the reason."""
        change = self._change()
        if change is not None:
            project = self._projects.held
            settling.reopen(project, change.report_id, change.dispute, comment=self.answer.text())
            self._sent(self.tr("opened again; the reviewer sees it in the queue"))

    def showEvent(self, event: object) -> None:
        """Be up to date when the tab is turned to."""
        self._soon.start()

    def _lay_out(self) -> None:
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setText(
            self.tr("Nothing in your finished reports was changed. What reviewers change is listed here.")
        )
        self.said.setObjectName("hint")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.answer.setPlaceholderText(self.tr("Answer the reviewer; Enter sends it"))
        self.answer.setAccessibleName(self.tr("Answer to the reviewer"))
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 6)
        below.setSpacing(8)
        below.addWidget(self.answer, 1)
        below.addWidget(self.send)
        below.addWidget(self.reopen)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(below)
        self.said.setContentsMargins(12, 4, 12, 0)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)

    def _show(self, found: list[Change]) -> None:
        held = self._change()
        self._changes = found
        schema = self._schema
        self.model.show([] if schema is None else [_cells(change, schema) for change in found])
        self._stack.setCurrentIndex(1 if found else 0)
        self.counted.emit(len(found))
        rows = [n for n, change in enumerate(found) if held and change.dispute == held.dispute]
        if found:
            self.table.selectRow(rows[0] if rows else 0)

    def _chosen(self, _: QItemSelection) -> None:
        change = self._change()
        row = None if change is None else change.resolution
        rows = () if change is None else change.thread
        said = [
            f"{each.author}: {each.comment or each.reason}" for each in rows if each.comment or each.reason
        ]
        if row is not None and row.comment and all(each.id != row.id for each in rows):
            said.insert(0, f"{row.author}: {row.comment}")
        self.said.setText("\n".join(said))
        self.said.setVisible(bool(said))
        can = change is not None and not self._projects.held.read_only
        for part in (self.answer, self.send):
            part.setEnabled(can)
        self.reopen.setEnabled(can and change is not None and not change.is_open)

    def _change(self) -> Change | None:
        rows = self.table.selectionModel().selectedRows()
        return self._changes[rows[0].row()] if rows and rows[0].row() < len(self._changes) else None

    def _sent(self, said: str) -> None:
        self.answer.clear()
        self._notices.say(said)
        self.read()

    def _changed(self) -> None:
        """Forget what was listed of another project."""
        self.reading.stop()
        self._show([])
        if self._projects.project is not None:
            self._soon.start()


def _cells(change: Change, schema: Schema) -> list[str]:
    kinds = ", ".join(kind_title(kind) for kind in change.kinds)
    row = change.resolution
    return [
        change.report,
        kinds,
        _said(change, change.mine, change.before, schema),
        _said(change, change.decided, change.after, schema),
        row.reason,
        row.author,
        said_when(row.at),
    ]


def _said(change: Change, said: Sequence[Statement], text: str, schema: Schema) -> str:
    """Say what stands at a place: its text, with the label or the values where these are what differs."""
    if not said:
        return "–"
    parts = [text]
    if DisputeKind.LABEL in change.kinds:
        parts.insert(0, label_title(schema, said[0].label))
    given = dict(said[0].attributes)
    parts += [
        f"{attribute_title(schema, rule.name)}: {value_title(schema, rule.name, given.get(rule.name, '–'))}"
        for rule in schema.attributes
        if rule.name in change.names
    ]
    return " · ".join(parts)
