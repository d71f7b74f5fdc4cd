"""Drafting: a reviewer's own version of a disputed place, shaped like any span and kept nowhere yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.domain.disputes import Dispute, Link, Statement
from annotator.domain.edits import Edit
from annotator.domain.errors import UserError
from annotator.domain.history import Entry
from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.workspace.editing import Desk
from annotator.workspace.figuring import reader
from annotator.workspace.reading import Done, OpenReport
from annotator.workspace.reviewing import ReportReview

if TYPE_CHECKING:
    from annotator.workspace.projects import Project

_SIGN = "draft"


class DraftReport(OpenReport):
    """A report under review in which one disputed place is written anew; what holds elsewhere stays.

    Nothing is journalled: `statements` are what it comes to, for `settling.settle_own`.
    """

    def __init__(self, project: Project, found: ReportReview, dispute: Dispute) -> None:
        # What the open report of an analyst reads from the project is a reviewer's concern here.
        self.project = project
        self.report = found.report
        self.report_id = found.report.id
        self._read = reader(found.report, project.lexicons)
        self._dispute = dispute
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        around = [span for span in found.resolved.ordered() if not _is_in(span, dispute)]
        self._around = frozenset(span.id for span in around)
        said = _begun_with(dispute)
        spans = [_drafted(one, number) for number, one in enumerate(said)]
        self._said = {span.id: one for span, one in zip(spans, said, strict=True)}
        links = set(_links(spans, said, [*around, *spans]))
        links |= {r for r in found.resolved.relations if {r.source, r.target} <= self._around}
        decisions = set_of(self.report_id, project.author, [*around, *spans], links)
        self.view = View(AnnotationSet(self.report_id, ""), decisions, threshold=project.threshold)
        self.desk = Desk(self.report, project.schema, self.view, self._read)

    def spans(self) -> list[Span]:
        """Return the spans of the draft as they stand, in reading order."""
        return [span for span in self.view if span.id not in self._around and span.is_standing]

    def statements(self) -> tuple[Statement, ...]:
        """Return what the draft says."""
        return tuple(
            Statement(
                span.start,
                span.end,
                span.layer,
                span.label,
                tuple(sorted(span.attributes.items())),
                self._links_of(span),
            )
            for span in self.spans()
        )

    def commit(self, edit: Edit, *, reason: str = "") -> Done | None:
        """Apply an edit to the draft, None when it changes nothing.

        Raises UserError `not-in-dispute` for a span that is agreed on, and for one beside the disputed place.
        """
        if edit.is_empty:
            return None
        touched = {span.id for span in edit.before.spans} | {r.source for r in edit.after.relations}
        if touched & self._around:
            raise UserError(
                "not-in-dispute", "that span is agreed on; only the disputed place is written anew"
            )
        if not all(_is_in(span, self._dispute) for span in edit.after.spans):
            raise UserError("not-in-dispute", "a version stays with the disputed place and its layer")
        self._undone.clear()
        self._done.append(edit)
        return Done(edit.label, self.view.apply(edit), len(edit.span_ids), edit=edit)

    def undo(self) -> Done | None:
        """Take back the last step of the draft; None when there is none."""
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(edit)
        return Done(edit.label, self.view.apply(edit.inverse()), len(edit.span_ids))

    def redo(self) -> Done | None:
        """Do again what was last taken back; None when there is nothing."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(edit)
        return Done(edit.label, self.view.apply(edit), len(edit.span_ids))

    def recall(self, *, but: str | None = None) -> Done | None:
        """Remember nothing: a draft has no candidates."""
        return None

    def history(self, span_id: str = "") -> list[Entry]:
        """Return nothing: a draft is journalled as a whole once it is let stand."""
        return []

    def _links_of(self, span: Span) -> tuple[Link, ...]:
        """Return where a span's relations lead; those whose target nobody agreed on yet stay as they were."""
        shown = []
        for relation in self.view.relations_from(span.id):
            target = self.view.get(relation.target)
            if target is not None:
                shown.append(Link(relation.label, target.layer, target.start, target.end, target.label))
        labels = {link.label for link in shown}
        before = self._said.get(span.id)
        kept = [] if before is None else [link for link in before.links if link.label not in labels]
        there = list(self.view)
        return tuple(sorted((*shown, *(link for link in kept if _target(link, there) is None))))


def _is_in(span: Span, dispute: Dispute) -> bool:
    return span.layer == dispute.layer and span.start < dispute.end and dispute.start < span.end


def _begun_with(dispute: Dispute) -> tuple[Statement, ...]:
    """Return the statements a draft begins with: the majority's, else the first version that has any."""
    versions = [version.statements for version in dispute.versions]
    first = versions[dispute.majority] if dispute.majority >= 0 else ()
    return first or next((each for each in versions if each), ())


def _drafted(said: Statement, number: int) -> Span:
    name = f"{_SIGN}{number}"
    return Span(name, said.start, said.end, said.layer, said.label, State.DRAWN, dict(said.attributes))


def _links(spans: Iterable[Span], said: Iterable[Statement], there: list[Span]) -> Iterator[Relation]:
    for span, one in zip(spans, said, strict=True):
        for link in one.links:
            target = _target(link, there)
            if target is not None and target.id != span.id:
                yield Relation(link.label, span.id, target.id)


def _target(link: Link, there: Iterable[Span]) -> Span | None:
    """Return the span a link leads to, which may have got other borders."""
    return next(
        (
            span
            for span in there
            if span.is_standing
            and (span.layer, span.label) == (link.layer, link.target)
            and span.start < link.end
            and link.start < span.end
        ),
        None,
    )
