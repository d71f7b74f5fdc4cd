"""One open report: its view, its history, and every edit committed before it is shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, replace
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Literal
from uuid import uuid4

from annotator.domain.edits import Edit
from annotator.domain.errors import StaleEditError
from annotator.domain.history import EDIT, OF_SCHEMA, REDO, SHARED, UNDO, Draft, Entry, redo_stack, undo_stack
from annotator.domain.memory import KEPT, Key
from annotator.domain.relations import Relation
from annotator.domain.views import View, ViewChange
from annotator.text.words import WordBorders, sentences
from annotator.workspace.counting import everybodys_counts, person_sets
from annotator.workspace.editing import Desk
from annotator.workspace.figuring import reader
from annotator.workspace.remembering import RECALL, disputed, recall, taught
from annotator.workspace.restoring import ended, restoring

if TYPE_CHECKING:
    from annotator.workspace.projects import Project

LONGEST_THOUGHT = 300.0
"""Seconds after which a pause counts as time away rather than time spent on a decision."""


@dataclass(frozen=True, slots=True)
class Done:
    """What one committed step did: its label, what to repaint, and whether all must be painted anew.

    `edit` is what was written, None for undo, redo and what went over several reports. `spans` counts what it
    touched, `report_ids` are the reports it touched where these are several; `left_out` names reports that
    had changed and stayed as they were.
    """

    label: str
    change: ViewChange
    spans: int
    everything: bool = False
    report_ids: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    edit: Edit | None = None

    @property
    def reports(self) -> int:
        """Return how many reports it touched."""
        return max(1, len(self.report_ids))


class OpenReport:
    """A report on an analyst's desk.

    Every change goes through `commit`, `undo` or `redo`: when they return, the journal row is on disk, and a
    commit that fails leaves the view as it was. `clock` gives seconds, to measure the time spent.
    """

    def __init__(self, project: Project, report_id: str, *, clock: Callable[[], float] = monotonic) -> None:
        self.project = project
        self.report = project.report(report_id)
        self.report_id = report_id
        self._read = reader(self.report, project.lexicons)
        self._clock = clock
        self._last = clock()
        self._learnt: dict[Key, bool] = {}
        self._begin()

    def _reload(self) -> None:
        project = self.project
        self.view = View(
            project.candidates(self.report_id),
            project.decisions(self.report_id),
            threshold=project.threshold,
            allows=project.schema.allows,
        )
        self.desk = Desk(self.report, project.schema, self.view, self._read)

    def _begin(self) -> None:
        """Load the view, and keep its counts where the library shows others, as after a long job."""
        from annotator.store.journal import last_row

        project = self.project
        last = last_row(project.store, self.report_id)
        self._reload()
        if project.row(self.report_id).counts != self.view.counts and not project.read_only:
            with suppress(StaleEditError):  # somebody writes this very moment, and keeps the counts too
                counts = {(self.report_id, project.author): self.view.counts}
                project.commit([], counts, last={self.report_id: last})
        with suppress(StaleEditError):
            while recall(self)[1]:
                pass

    def twin(self, project: Project) -> OpenReport:
        """Return the report once more over another connection, for a step that another thread works out.

        This one may be looked at meanwhile, but not changed; `become` then takes over what came of it.
        """
        made = copy(self)
        made.project, made.view = project, self.view.twin()
        made.desk = replace(self.desk, view=made.view)
        made._learnt = dict(self._learnt)
        if "_history" in self.__dict__:
            made._history = list(self._history)
        return made

    def become(self, twin: OpenReport) -> None:
        """Take over what a step on the twin made of the report; it is on disk by then."""
        # A history that was read meanwhile does not have the step.
        self.__dict__.pop("_history", None)
        self.__dict__ |= twin.__dict__ | {"project": self.project}

    @cached_property
    def borders(self) -> WordBorders:
        """Return the syllable borders of the text."""
        return WordBorders(self.report.text)

    def commit(self, edit: Edit, *, reason: str = "") -> Done | None:
        """Write an edit and apply it to the view; return None when it changes nothing.

        A finished report is reopened by the same edit.
        """
        if edit.is_empty:
            return None
        if self.view.finished and edit.after.finished is None:
            edit = reopening(edit)
        return self._write(edit, batch=uuid4().hex, reason=reason)

    def undo(self) -> Done | None:
        """Take back this author's latest edit here; return None when there is none."""
        return self._revert(undo_stack, UNDO)

    def redo(self) -> Done | None:
        """Do again what was last taken back; return None when there is nothing."""
        return self._revert(redo_stack, REDO)

    def undo_label(self) -> str:
        """Return the label of the edit undo would take back, empty when none."""
        stack = undo_stack(self._history)
        return stack[-1].edit.label if stack else ""

    @cached_property
    def _history(self) -> list[Entry]:
        from annotator.store.journal import entries

        made = entries(self.project.store, self.report_id, author=self.project.author)
        # What came with a change of the schema is taken back with it, not report by report.
        return [entry for entry in made if not entry.batch.startswith(OF_SCHEMA)]

    def history(self, span_id: str = "") -> list[Entry]:
        """Return this author's journal here, oldest first, of one span where given."""
        return [e for e in self._history if not span_id or span_id in e.edit.span_ids]

    def _revert(self, stack: Callable[[list[Entry]], list[Entry]], action: str) -> Done | None:
        for entry in reversed(stack(self._history)):
            try:
                return self._take_back(entry, stack, action)
            except StaleEditError:
                # What another device of this author has changed since cannot be taken back: it is passed by.
                if len({each.device for each in self._history}) < 2:
                    raise
        return None

    def _take_back(
        self, last: Entry, stack: Callable[[list[Entry]], list[Entry]], action: str
    ) -> Done | None:
        if last.batch.startswith(SHARED):
            from annotator.workspace.batching import revert

            return revert(self, last, stack, action)
        return self._write(
            taking_back(self, last),
            batch=uuid4().hex,
            action=action,
            reverts=last.id,
            set_author=last.set_author,
        )

    def _write(
        self,
        edit: Edit,
        *,
        batch: str,
        action: str = EDIT,
        reverts: str = "",
        set_author: str = "",
        reason: str = "",
    ) -> Done:
        owner = set_author or self.project.author
        draft = self.draft(edit, batch=batch, action=action, reverts=reverts)
        spent = round(min(self._clock() - self._last, LONGEST_THOUGHT), 2)
        draft = replace(draft, set_author=owner, seconds=spent, reason=reason)
        if owner != self.project.author:
            return self._write_candidates(draft)
        change = self.view.apply(edit)
        try:
            written = self.project.commit([draft], {(self.report_id, owner): self.view.counts})
        except BaseException:
            self.view.apply(edit.inverse())
            raise
        self._last = self._clock()
        self.take(written)
        return Done(edit.label, change, len(edit.span_ids), edit=edit if action == EDIT else None)

    def recall(self, *, but: str | None = None) -> Done | None:
        """Let open candidates come as the decisions on their strings say; None when none has to change.

        The candidate `but` stays as it is. Where very many have to, the next call goes on.
        """
        learnt, self._learnt = self._learnt, {}
        keys = {key for key, is_new in learnt.items() if is_new}
        keys |= disputed(self.project, learnt.keys() - keys)
        change, more = recall(self, keys, but=but) if keys else (None, False)
        if more:
            self._learnt.update(dict.fromkeys(keys, True))
        return None if change is None else Done(RECALL, change, len(change.ids))

    def draft(self, edit: Edit, *, batch: str, action: str = EDIT, reverts: str = "") -> Draft:
        """Return an edit of this author's set as it is to be journalled."""
        proposed = self.view.candidates.spans
        lessons = taught(edit, proposed, self.report)
        for lesson in lessons:
            self._learnt[lesson.key] = self._learnt.get(lesson.key, False) or lesson.outcome != KEPT
        return Draft(
            report_id=self.report_id,
            set_author=self.project.author,
            author=self.project.author,
            batch=batch,
            edit=edit,
            answers=tuple(sorted(span_id for span_id in edit.span_ids if span_id in proposed)),
            reverts=reverts,
            action=action,
            taught=lessons,
        )

    def take(self, written: Iterable[Entry]) -> None:
        """Take journal entries of this report into its history, once they are on disk."""
        if "_history" in self.__dict__:
            # Otherwise it is read from the journal when asked for, these entries with it.
            self._history.extend(written)

    def _write_candidates(self, draft: Draft) -> Done:
        """Write an edit of an extractor's set, which everybody's counts and the view then follow."""
        project = self.project
        try:
            with project.store.writing():
                written = project.commit([draft], {})
                self._reload()
                sets = person_sets(project, self.report_id)
                counts = everybodys_counts(self.view.candidates, sets, threshold=project.threshold)
                project.commit([], counts)
        except BaseException:
            self._reload()
            raise
        self._last = self._clock()
        self.take(written)
        return Done(draft.edit.label, ViewChange(), len(draft.edit.span_ids), everything=True)

    def relations_of(self, span_id: str) -> list[Relation]:
        """Return the relations shown that leave or reach a span."""
        return sorted({*self.view.relations_from(span_id), *self.view.relations_to(span_id)})

    def paragraph_end(self, position: int) -> int:
        """Return the code point where the paragraph around a position ends."""
        found = self.report.text.find("\n", position)
        return len(self.report.text) if found < 0 else found

    def sentence_end(self, position: int) -> int:
        """Return the code point where the sentence around a position ends."""
        at = bisect_right(self._sentences, (position, len(self.report.text) + 1)) - 1
        return self._sentences[at][1] if at >= 0 else self.paragraph_end(position)

    def sentence_at(self, position: int) -> str:
        """Return the text of the sentence around a position."""
        at = bisect_right(self._sentences, (position, len(self.report.text) + 1)) - 1
        return "" if at < 0 else self.report.text[slice(*self._sentences[at])]

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentences(self.report.text, self.report.sections)

    def moved(
        self, place: tuple[int, int], side: Literal["start", "end"], way: int, *, by_character: bool = False
    ) -> tuple[int, int]:
        """Return the borders of a place with `start` or `end` moved one step left (-1) or right (1).

        A step is a syllable, or a code point with `by_character`, white space stepped over; borders are code
        points and may meet or pass, which `editing.resize` then refuses.
        """
        start, end = place
        border = start if side == "start" else end
        if by_character:
            border = _stepped(self.report.text, border, side, way)
        else:
            step = self.borders.next if way > 0 else self.borders.previous
            border = step(border, edge=side)
        return (border, end) if side == "start" else (start, border)


def _stepped(text: str, place: int, side: Literal["start", "end"], way: int) -> int:
    """Return the next border in a direction whose character inside is not white space."""
    inside = 0 if side == "start" else -1
    further = place + way
    while 0 <= further + inside < len(text):
        if not text[further + inside].isspace():
            return further
        further += way
    return place


def reopening(edit: Edit) -> Edit:
    """Return the edit with the reopening of a finished report in it."""
    return replace(
        edit,
        before=replace(edit.before, finished=True),
        after=replace(edit.after, finished=False),
    )


def taking_back(report: OpenReport, entry: Entry) -> Edit:
    """Return the edit that takes a journal entry of a report back in its set as it stands now."""
    project = report.project
    if entry.set_author == project.author:
        is_alone = len({each.device for each in report.history()}) < 2
        return entry.edit.inverse() if is_alone else ended(entry.edit.inverse(), report.view)
    # An extractor's set moves on by itself: others extract again, and what is remembered changes it.
    held = project.decisions(entry.report_id, entry.set_author)
    return restoring(held, entry.edit, person_sets(project, entry.report_id))
