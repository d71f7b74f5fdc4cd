"""The sheet: the page and its open report, through which every edit of the window goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.domain.views import key_of
from annotator.resources import default_schema
from annotator.ui.jobs import Jobs
from annotator.ui.notices import Notices
from annotator.ui.reading.behind import LARGE, Behind, Landed, Step, size_of
from annotator.ui.reading.page import Page
from annotator.ui.titles import attribute_title
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.editing import Desk
from annotator.workspace.reading import Done, OpenReport
from annotator.workspace.stepping import ahead, reports_ahead, spans_of

_NOTHING = Report("", "")
_MOST_NAMES = 3
"""Reports that are named in the status line at most."""

Intent = Callable[[Desk], Edit]

EDIT_TITLES = {
    "accept": QT_TRANSLATE_NOOP("Edits", "accepted"),
    "reject": QT_TRANSLATE_NOOP("Edits", "rejected"),
    "relabel": QT_TRANSLATE_NOOP("Edits", "relabelled"),
    "add": QT_TRANSLATE_NOOP("Edits", "added"),
    "resize": QT_TRANSLATE_NOOP("Edits", "border moved"),
    "split": QT_TRANSLATE_NOOP("Edits", "split"),
    "join": QT_TRANSLATE_NOOP("Edits", "joined"),
    "link": QT_TRANSLATE_NOOP("Edits", "linked"),
    "unlink": QT_TRANSLATE_NOOP("Edits", "link taken away"),
    "name": QT_TRANSLATE_NOOP("Edits", "named what it measures"),
    "set values": QT_TRANSLATE_NOOP("Edits", "values set"),
    "note": QT_TRANSLATE_NOOP("Edits", "note written"),
    "flag": QT_TRANSLATE_NOOP("Edits", "flag changed"),
    "finish": QT_TRANSLATE_NOOP("Edits", "report finished"),
    "extract": QT_TRANSLATE_NOOP("Edits", "candidates found again"),
    "reopen": QT_TRANSLATE_NOOP("Edits", "reopened by candidates that came"),
    "merge labels": QT_TRANSLATE_NOOP("Edits", "labels joined"),
    "label": QT_TRANSLATE_NOOP("Edits", "labelled"),
    "apply": QT_TRANSLATE_NOOP("Edits", "applied to all"),
    "repeat": QT_TRANSLATE_NOOP("Edits", "repeated"),
    "recall": QT_TRANSLATE_NOOP("Edits", "remembered"),
    "mend": QT_TRANSLATE_NOOP("Edits", "mended"),
}


class Sheet(QObject):
    """Keeps page, view and current span in step; an edit is on disk before the page shows it."""

    opened = Signal()
    edited = Signal(object)
    current_changed = Signal()

    def __init__(self, page: Page, notices: Notices, jobs: Jobs) -> None:
        super().__init__(page)
        self.page = page
        self.notices = notices
        self.behind = Behind(jobs)
        self.open_report: OpenReport | None = None
        self._fresh: str | None = None
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.recall)
        page.span_clicked.connect(self.set_current)

    @property
    def report(self) -> OpenReport:
        """Return the open report; refuse when none is."""
        if self.open_report is None:
            raise UserError("no-report", self.tr("no report is open; choose one in the library"))
        return self.open_report

    @property
    def current(self) -> Span | None:
        """Return the current span as it stands."""
        if self.open_report is None or self.page.current is None:
            return None
        return self.open_report.view.get(self.page.current)

    def chosen(self) -> Span:
        """Return the current span; refuse when none is."""
        span = self.current
        if span is None:
            raise UserError("no-span", self.tr("no span is current; press Tab to go to the next candidate"))
        return span

    def open(self, report: OpenReport | None) -> None:
        """Show a report with its spans, or nothing."""
        self.open_report = report
        self.page.setEnabled(report is not None)
        if report is not None:
            self.page.set_schema(report.project.schema)
            self.page.threshold = report.view.threshold
            self.page.show_report(report.report, report.borders)
            self.page.set_spans(report.view, report.view.relations())
        else:
            # What was on the page may be of a project that is closed.
            self.page.show_report(_NOTHING, None)
        self.opened.emit()
        self.current_changed.emit()

    def set_current(self, span_id: str | None, *, scroll: bool = True, fresh: bool = False) -> None:
        """Make a span the current one, the caret at its start; a drawn one may be made fresh."""
        span = None if span_id is None or self.open_report is None else self.open_report.view.get(span_id)
        if span is not None and span.id != self._fresh:
            self._fresh = span.id if span.is_undecided or fresh else None
        self.page.set_current(None if span is None else span.id, scroll=scroll)
        if span is not None:
            self.page.set_caret(span.start)
        self.current_changed.emit()

    def is_fresh(self, span: Span) -> bool:
        """Tell whether a span was open, or not there, when it last became the current one.

        Answering such a span goes on to the next; changing one that was decided stays with it.
        """
        return span.id == self._fresh or span.is_undecided

    def go_to(self, start: int, end: int) -> None:
        """Select `[start, end)` (code points); a span of that very range becomes the current one instead."""
        near = self.report.view.between(start, start + 1)
        same = next((s.id for s in near if s.end == end and (s.is_standing or s.is_undecided)), None)
        self.set_current(same)
        if same is None:
            self.page.select(start, end)

    def do(self, intent: Intent, *, say: bool = True) -> Done | None:
        """Turn an intent into an edit, commit it, and show it; a refusal is said and changes nothing."""
        return self.put(lambda report: report.commit(intent(report.desk)), say=say)

    def put(self, step: Step, *, say: bool = True) -> Done | None:
        """Show what a step of the open report's own has committed; a refusal is said and changes nothing."""
        try:
            self.behind.refuse_while_busy()
            done = step(self.report)
        except UserError as error:
            self.notices.refuse(error)
            return None
        if done is not None:
            self._show(done)
            if say:
                self.notices.say(self.saying(done))
        return done

    def put_large(
        self, step: Step, spans: int, then: Callable[[Done | None], object], *, say: bool = True
    ) -> None:
        """Do as `put` does with a step over so many spans, behind the page where these are very many.

        `then` gets what came of it once that is shown; None where nothing did.
        """
        if spans < LARGE or self.behind.is_busy:
            then(self.put(step, say=say))
            return

        def landed(outcome: Landed) -> None:
            self._show_late(outcome, say=say)
            then(outcome.done if outcome.report is self.open_report else None)

        def failed(error: BaseException) -> None:
            self.notices.catch(type(error), error, error.__traceback__)
            then(None)

        self.notices.say(self.tr("writing %1 spans…").replace("%1", self.page.locale().toString(spans)))
        self.behind.run(self.report, step, landed=landed, failed=failed)

    def reload(self) -> None:
        """Read the open report anew, as after it was changed over another connection."""
        report, current = OpenReport(self.report.project, self.report.report_id), self.page.current
        self.open_report = report
        self.page.set_spans(report.view, report.view.relations())
        self.set_current(current, scroll=False)
        self.opened.emit()

    def recall(self) -> None:
        """Show what the latest decisions made of other candidates of the same strings; they are said."""
        if self.open_report is None or self.behind.is_busy:
            return
        done = self.open_report.recall(but=self.page.current)
        if done is not None:
            self._show(done)
            said = self.tr("%1; others of the string: %2")
            self.notices.say(said.replace("%1", edit_title(done.label)).replace("%2", str(done.spans)))

    def undo(self) -> None:
        """Take back the latest edit of this report."""
        self._travel(OpenReport.undo, 1, self.tr("nothing to undo in this report"), self.tr("undone: %s"))

    def redo(self) -> None:
        """Do again what was taken back."""
        self._travel(OpenReport.redo, -1, self.tr("nothing to redo in this report"), self.tr("redone: %s"))

    def next_open(self, *, after: Span | int) -> Span | None:
        """Return the next candidate Tab stops at, behind a span or from a position (code points)."""
        return self.beside(after, forward=True, only=self.is_stop)

    def previous_open(self, *, before: Span | int) -> Span | None:
        """Return the candidate Tab stops at ahead of a span or a position (code points)."""
        return self.beside(before, forward=False, only=self.is_stop)

    def beside(
        self, place: Span | int, *, forward: bool, only: Callable[[Span], bool] | None = None
    ) -> Span | None:
        """Return the nearest span that is not rejected behind or ahead of a place."""
        at = place if isinstance(place, int) else key_of(place)
        view = self.report.view
        wanted = only or (lambda span: span.is_standing or span.is_undecided)
        return next((span for span in (view.after(at) if forward else view.before(at)) if wanted(span)), None)

    def is_stop(self, span: Span) -> bool:
        """Tell whether Tab stops at a span."""
        threshold = self.report.view.threshold
        return span.state is State.CANDIDATE and (span.score is None or span.score >= threshold)

    def saying(self, done: Done) -> str:
        """Name an edit in words, with the number of spans where it is more than one."""
        said = edit_title(done.label)
        if done.spans > 1:
            said = self.tr("%1: %2 spans").replace("%1", said).replace("%2", str(done.spans))
        if done.reports > 1:
            said = self.tr("%1 in %2 reports").replace("%1", said).replace("%2", str(done.reports))
        if done.left_out:
            few = done.left_out[:_MOST_NAMES]
            names = ", ".join(few) + (" …" if len(done.left_out) > len(few) else "")
            kept = self.tr("%1; changed since and left as they are: %2").replace("%2", names)
            said = kept.replace("%1", said)
        return said

    def _travel(self, move: Step, way: int, nothing: str, said: str) -> None:
        steps = ahead(self.report, way)
        if not steps:
            self.notices.say(nothing)
            return

        def then(done: Done | None) -> None:
            if done is None:
                return
            touched = [span.id for span in done.change.added]
            if touched:
                self.set_current(touched[0])
            self.notices.say(said.replace("%s", self.saying(done)))

        size = size_of(spans=spans_of(steps), reports=reports_ahead(self.report, way))
        self.put_large(move, size, then, say=False)

    def _show_late(self, outcome: Landed, *, say: bool) -> None:
        """Show what landed: on the page where its report still lies there, else in words alone."""
        done, report = outcome.done, self.open_report
        if report is None or done is None:
            return
        if report is outcome.report:
            self._show(done)
        elif report.report_id == outcome.report.report_id:
            self.reload()
        if report is not outcome.report:
            self.edited.emit(replace(done, report_ids=(outcome.report.report_id,)))
        if say:
            self.notices.say(self.saying(done))

    def _show(self, done: Done) -> None:
        report = self.report
        if done.everything or len(done.change.added) >= LARGE:
            self.page.set_spans(report.view, report.view.relations())
        else:
            self.page.replace_spans(done.change.removed, done.change.added)
            self.page.replace_relations(done.change.unlinked, done.change.linked)
        current = self.page.current
        if current is not None and report.view.get(current) is None:
            self.page.set_current(None, scroll=False)
        self.edited.emit(done)
        self.current_changed.emit()
        self._late.start()


def edit_title(label: str) -> str:
    """Name an edit's label in the language of the window."""
    name = label.removeprefix("set ")
    if name != label and label not in EDIT_TITLES:
        return QCoreApplication.translate("Edits", "%1 set").replace(
            "%1", attribute_title(default_schema(), name)
        )
    return QCoreApplication.translate("Edits", EDIT_TITLES.get(label, label))
