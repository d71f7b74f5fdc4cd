"""Sweeping: many candidates accepted by one key, as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from annotator.domain.spans import Span
from annotator.ui.dialogs.asking import ask_score
from annotator.ui.reading.sheet import Sheet
from annotator.workspace import editing
from annotator.workspace.grouping import open_group
from annotator.workspace.reading import Done, OpenReport


class Sweeping(QObject):
    """Accepts the rest of the sentence, paragraph or report, or all that makes one statement."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._sheet = sheet

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handlers of the commands that accept many candidates by id."""
        return {
            "span.accept_group": self.accept_group,
            "span.accept_sentence": lambda: self._accept_rest(self._sheet.report.sentence_end),
            "span.accept_paragraph": lambda: self._accept_rest(self._sheet.report.paragraph_end),
            "span.accept_report": self.accept_report,
        }

    def accept_group(self) -> None:
        """Accept what the current span states together with others, and go on behind the current span."""
        span = self._sheet.chosen()
        self._accept(open_group(self._sheet.report.view, span), after=span)

    def accept_report(self) -> None:
        """Ask from which score on the candidates left in the report are accepted, and accept those."""
        left = self._sheet.report.view.counts.left
        score = ask_score(self._sheet.page.window(), left) if left else None
        if score is not None or not left:
            self.accept_above(score or 0.0)

    def accept_above(self, score: float) -> None:
        """Accept every candidate left in the report whose score is at least this."""
        left = editing.open_candidates(self._sheet.report.desk)
        sure = [span for span in left if span.score is None or span.score >= score]
        self._accept(sure, after=sure[-1] if sure else None)

    def _accept_rest(self, end_of: Callable[[int], int]) -> None:
        start = self._sheet.current.start if self._sheet.current else self._sheet.page.caret
        rest = editing.open_candidates(self._sheet.report.desk, start, end_of(start))
        self._accept(rest, after=rest[-1] if rest else None)

    def _accept(self, spans: Sequence[Span], *, after: Span | None) -> None:
        if not spans:
            self._sheet.notices.say(self.tr("no candidate is left there"))
            return
        ids = [span.id for span in spans]

        def step(report: OpenReport) -> Done | None:
            return report.commit(editing.accept(report.desk, ids))

        def then(done: Done | None) -> None:
            following = self._sheet.next_open(after=after) if done is not None and after is not None else None
            if following is not None:
                self._sheet.set_current(following.id)

        self._sheet.put_large(step, len(ids), then)
