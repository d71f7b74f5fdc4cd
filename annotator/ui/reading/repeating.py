"""Repeating by one key: what was last decided of a span is done to the current one or to the selection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.ui.reading.hands import Hands
from annotator.ui.reading.sheet import Sheet
from annotator.workspace.reading import Done
from annotator.workspace.repeating import Decision, decision_of, joined, repeat, repeat_over


class Repeating(QObject):
    """Watches what is decided; several things decided of one span are repeated together."""

    def __init__(self, sheet: Sheet, hands: Hands) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._hands = hands
        self._last: Decision | None = None
        sheet.edited.connect(self._note)
        sheet.opened.connect(self._forget_links)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return the handler of the command."""
        return {"span.repeat": self.repeat}

    def repeat(self) -> None:
        """Do the last decision again, and go on from a span that was open."""
        last, selection = self._last, self._sheet.page.selection
        if last is None:
            raise UserError("nothing-to-repeat", self.tr("nothing was decided yet that could be repeated"))
        if selection is not None:
            done = self._sheet.do(lambda desk: repeat_over(desk, *selection, last))
            if done is not None:
                self._sheet.page.clear_selection()
                drawn = [span.id for span in done.change.added if span.is_standing]
                self._sheet.set_current(drawn[0] if drawn else None, fresh=True)
            return
        span = self._sheet.chosen()
        goes_on = self._sheet.is_fresh(span)
        if self._sheet.do(lambda desk: repeat(desk, span.id, last)) is not None and goes_on:
            self._hands.go_on(span)

    def _note(self, done: Done) -> None:
        """Keep what an edit of one span decided; undo, and what changed many, leave the last one."""
        edit, current = done.edit, self._sheet.page.current
        if edit is None or edit.label == "repeat":
            return
        touched = _touched(edit, current)
        if touched is not None:
            before = next((span for span in edit.before.spans if span.id == touched), None)
            before = before or self._sheet.report.view.proposed(touched)
            decision = decision_of(edit, touched, before, unlinked=done.change.unlinked)
            if decision is not None and (decision.rejected or decision != Decision(touched)):
                self._last = joined(self._last, decision)

    def _forget_links(self) -> None:
        """Forget links: their targets are of another report."""
        last = self._last
        if last is not None:
            self._last = Decision(last.span_id, last.rejected, last.label, last.values)


def _touched(edit: Edit, current: str | None) -> str | None:
    """Return which span an edit was about: the current one, or the only one that is drawn."""
    links = edit.after.relations | edit.before.relations
    ids = {*edit.span_ids, *(link.source for link in links if edit.label in {"link", "unlink"})}
    if edit.label == "add":
        return next((span.id for span in edit.after.spans), None)
    return current if current in ids else (next(iter(ids)) if len(ids) == 1 else None)
