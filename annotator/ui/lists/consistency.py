"""The list of where one's own work does not agree with itself, and the preview of mending it together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from annotator.domain.schema import Schema
from annotator.ui.bulk import Bulk
from annotator.ui.dialogs.ticking import TickDialog, TickedRows, TickRow
from annotator.ui.going import Going
from annotator.ui.jobs import Jobs, Tell
from annotator.ui.lists.cells import TextCells
from annotator.ui.lists.reading_aside import ReadingAside
from annotator.ui.lists.tables import RowTable
from annotator.ui.projects import Projects
from annotator.ui.reading.sheet import Sheet
from annotator.ui.refusals import in_words
from annotator.ui.review.telling import rule_title
from annotator.ui.titles import label_title
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.consistency import Lapse, LapseKind, Mending, find_lapses, mend, preview
from annotator.workspace.projects import Project
from annotator.workspace.reading import Done, OpenReport

HEADS = (
    QT_TRANSLATE_NOOP("Lists", "Report"),
    QT_TRANSLATE_NOOP("Lists", "Text"),
    QT_TRANSLATE_NOOP("Lists", "Lapse"),
    QT_TRANSLATE_NOOP("Lists", "As it is"),
    QT_TRANSLATE_NOOP("Lists", "As elsewhere"),
)


class Consistency(QWidget):
    """Looks the author's work through when it is first seen or asked to; Enter goes to a place."""

    counted = Signal(int)
    """How many lapses there are."""

    def __init__(self, sheet: Sheet, projects: Projects, jobs: Jobs, bulk: Bulk, going: Going) -> None:
        super().__init__()
        self._sheet = sheet
        self._projects = projects
        self._bulk = bulk
        self._going = going
        self._lapses: Sequence[Lapse] = ()
        self._is_stale = True
        self.dialog: TickDialog | None = None
        self.reading = ReadingAside(projects, jobs, sheet.notices)
        self.model = TextCells(HEADS)
        self.table = RowTable(self.model, (170, 0, 0, 0, 0))
        self.table.setAccessibleName(self.tr("Where my work does not agree with itself"))
        self.empty, self.told = QLabel(), QLabel()
        self.again, self.mend = QPushButton(self.tr("Look again")), QPushButton(self.tr("Mend…"))
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        guarded = sheet.notices.guarded
        self.again.clicked.connect(guarded(self.look))
        self.mend.clicked.connect(guarded(self.begin))
        for signal in (self.table.activated, self.table.doubleClicked):
            signal.connect(guarded(lambda index: self.go_to(index.row())))
        sheet.edited.connect(self._edited)
        projects.changed.connect(self._changed)

    def look(self) -> None:
        """Look this author's work through as it is now."""
        if self._projects.project is None:
            return
        self._is_stale = False
        self.empty.setText(self.tr("looking through your work…"))

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Lapse]:
            return find_lapses(project, progress=tell, cancelled=stopped)

        self.reading.start(self.tr("looking through your work"), work, self._show)

    def go_to(self, row: int) -> None:
        """Open the report of a row and select its span."""
        lapse = self._lapses[row]
        self._going.to(lapse.report_id, lapse.start, lapse.end)

    def begin(self) -> None:
        """Show what mending the lapses would do, to be ticked and done together."""
        wanted = [lapse for lapse in self._lapses if lapse.is_mendable]

        def work(project: Project, tell: Tell, stopped: Callable[[], bool]) -> list[Mending]:
            return preview(project, wanted)

        self.reading.start(self.tr("working out the repairs"), work, self._offer)

    def showEvent(self, event: object) -> None:
        """Look through the work when the list is first seen, and after it has changed."""
        if self._is_stale:
            self._soon.start()

    def _lay_out(self) -> None:
        self.empty.setObjectName("empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.told.setObjectName("hint")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.setSpacing(8)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.again)
        foot.addWidget(self.mend)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(full)

    def _show(self, found: list[Lapse]) -> None:
        self._lapses = found
        schema = self._projects.held.schema if self._projects.project is not None else None
        self.model.show([] if schema is None else [_cells(lapse, schema) for lapse in found])
        self.empty.setText(self.tr("Your work agrees with itself and with the boundary rules."))
        self._stack.setCurrentIndex(1 if found else 0)
        can = sum(lapse.is_mendable for lapse in found)
        said = self.tr("%1 of %2 can be mended here").replace("%2", str(len(found)))
        self.told.setText(said.replace("%1", str(can)))
        self.mend.setEnabled(bool(can) and schema is not None and not self._projects.held.read_only)
        self.counted.emit(len(found))

    def _offer(self, mendings: list[Mending]) -> None:
        schema = self._projects.held.schema
        rows = [TickRow(tuple(_cells(each.lapse, schema)), in_words(each.refused)) for each in mendings]
        heads = [self.model.headerData(n, Qt.Orientation.Horizontal) for n in range(len(HEADS))]
        dialog = TickDialog(
            self.window(),
            self.tr("Mend what does not agree"),
            self.tr("What is ticked becomes as it is elsewhere, in one step to undo; reports stay finished."),
            self.tr("Mend %1"),
            TickedRows(heads, rows),
        )
        dialog.accepted.connect(lambda: self._mend([mendings[n].lapse for n in dialog.model.chosen]))
        dialog.finished.connect(self._close)
        self.dialog = dialog
        dialog.open()

    def _mend(self, chosen: Sequence[Lapse]) -> None:
        def work(
            project: Project, opened: OpenReport | None, tell: Tell, stopped: Callable[[], bool]
        ) -> Done | None:
            return mend(project, chosen, opened=opened, progress=tell, cancelled=stopped).done

        reports = {lapse.report_id for lapse in chosen}
        self._bulk.run(self.tr("mending"), len(reports), work, self.look)

    def _close(self) -> None:
        self.dialog = None
        self.window().activateWindow()

    def _edited(self) -> None:
        self._is_stale = True

    def _changed(self) -> None:
        """Forget what was listed of another project."""
        self.reading.stop()
        self._is_stale = True
        self._show([])
        if self.isVisible():
            self._soon.start()


def _cells(lapse: Lapse, schema: Schema) -> list[str]:
    """Say what a lapse is: labels by their titles, texts as they are written."""
    if lapse.kind is LapseKind.LABEL:
        found, wanted = label_title(schema, lapse.found), label_title(schema, lapse.wanted)
        return [lapse.report, lapse.surface, _kind(lapse), f"{found} × {lapse.others}", _times(wanted, lapse)]
    if lapse.kind is LapseKind.LINK:
        return [lapse.report, lapse.surface, _kind(lapse), "–", lapse.wanted or "?"]
    return [lapse.report, lapse.surface, _kind(lapse), lapse.found, lapse.wanted]


def _times(wanted: str, lapse: Lapse) -> str:
    return f"{wanted} × {lapse.times}" if lapse.wanted else "?"


def _kind(lapse: Lapse) -> str:
    if lapse.kind is LapseKind.BOUNDARY:
        return rule_title(lapse.rule)
    label = QT_TRANSLATE_NOOP("Lists", "labelled otherwise elsewhere")
    link = QT_TRANSLATE_NOOP("Lists", "linked elsewhere, not here")
    return QCoreApplication.translate("Lists", label if lapse.kind is LapseKind.LABEL else link)
