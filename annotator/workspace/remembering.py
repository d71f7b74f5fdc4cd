"""Remembering: what an edit teaches of other candidates of a string, and candidates that come accordingly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.memory import (
    KEPT,
    REJECTED,
    Key,
    Lesson,
    Read,
    Tally,
    key_of,
    lessons,
    original,
    recalled,
)
from annotator.domain.progress import Counts, counts_of
from annotator.domain.ranges import SpanRanges
from annotator.domain.reports import Report, inside
from annotator.domain.schema import Schema
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span
from annotator.domain.views import ViewChange
from annotator.text.words import fold
from annotator.workspace.blinding import is_blind, is_blinded
from annotator.workspace.counting import person_sets

if TYPE_CHECKING:
    from annotator.store.connection import Store
    from annotator.workspace.projects import Project
    from annotator.workspace.reading import OpenReport

AT_ONCE = 100
"""Candidates changed in one go: the window waits for these, and for the next ones a moment later."""
RECALL = "recall"
"""The label of an edit that changes candidates by what is remembered; their extractor is its author."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """What is remembered of a candidate's string: rejected or corrected, how often, and by whom how often."""

    rejected: bool
    times: int
    by: Mapping[str, int]


def reading_of(report: Report) -> Read:
    """Return how the memory reads a report."""
    return lambda start, end: fold(report.text[start:end])


def taught(edit: Edit, proposed: Mapping[str, Span], report: Report) -> tuple[Lesson, ...]:
    """Return what an edit of a person's set teaches; what it only carries along teaches nothing."""
    seen: dict[tuple[Key, str], int] = {}
    for lesson in lessons(edit, proposed, reading_of(report)):
        seen[lesson.key, lesson.outcome] = seen.get((lesson.key, lesson.outcome), 0) + lesson.times
    return tuple(Lesson(key, outcome, times) for (key, outcome), times in seen.items() if times)


def disputed(project: Project, keys: Iterable[Key]) -> set[Key]:
    """Return the keys that were not only kept: one more that is kept may change what comes of them."""
    from annotator.store.memory import tallies

    wanted = list(keys)
    found = tallies(project.store, wanted) if wanted else {}
    return {key for key, tally in found.items() if set(tally.times) - {KEPT}}


def recollection(project: Project, report: Report, candidate: Span) -> Recollection | None:
    """Return why a candidate came suppressed or corrected; None where nothing is remembered of it."""
    from annotator.store.memory import tallies

    key = key_of(reading_of(report), candidate)
    tally = tallies(project.store, [key]).get(key, Tally({}))
    verdict = tally.verdict()
    if verdict == KEPT:
        return None
    by = tally.of(verdict)
    if is_blinded(project):
        by = {name: times for name, times in by.items() if name == project.author}
    if not by:
        return None
    return Recollection(verdict == REJECTED, sum(by.values()), by)


def remembered(
    store: Store, report: Report, schema: Schema, spans: Sequence[Span], *, keys: Iterable[Key] | None = None
) -> list[Span]:
    """Return the candidates among `spans` that are to come otherwise, as they are to come.

    `keys` are those that may have changed, all that anybody ever rejected or corrected where none are given.
    """
    from annotator.store.memory import contested, tallies

    if is_blind(store):
        # Candidates are shared: what one analyst decided would show in what others are still to decide.
        return []
    wanted = set(contested(store) if keys is None else keys)
    read = reading_of(report)
    found = [(span, key) for span in _of_shapes(spans, wanted) if (key := key_of(read, span)) in wanted]
    if not found:
        return []
    verdicts = {key: tally.verdict() for key, tally in tallies(store, {key for _, key in found}).items()}
    others = SpanRanges(spans) if any(v not in {KEPT, REJECTED} for v in verdicts.values()) else None
    changed = []
    for span, key in found:
        come = recalled(read, span, verdicts.get(key, KEPT))
        if others is not None and not _may_come(come, others, report, schema):
            come = original(span)
        changed += [come] if come != span else []
    return changed


def recall(
    opened: OpenReport, keys: Iterable[Key] | None = None, *, but: str | None = None
) -> tuple[ViewChange | None, bool]:
    """Change open candidates by what is remembered, `AT_ONCE` at most; tell whether more are left.

    `keys` are as in `remembered`; the candidate `but` stays, since somebody looks at it. The edit belongs to
    the extractor, so that undo passes it by: what undo takes back is forgotten, and recalled again.
    """
    from annotator.store.memory import contested, proposers

    project, view = opened.project, opened.view
    wanted = set(contested(project.store) if keys is None else keys)
    if project.read_only or not wanted:
        return None, False
    waiting = [s for s in view if s.is_undecided and view.decided(s.id) is None]
    changed = remembered(project.store, opened.report, project.schema, waiting, keys=wanted)
    changed = [span for span in changed if span.id != but]
    makers = proposers(project.store, opened.report_id, [span.id for span in changed]) if changed else {}
    changed = [span for span in changed if span.id in makers]
    some = changed[:AT_ONCE]
    return (_changed(opened, makers, some) if some else None), len(some) < len(changed)


def _changed(opened: OpenReport, makers: Mapping[str, str], changed: Sequence[Span]) -> ViewChange:
    """Write candidates as they are to come, and show them so."""
    project, view = opened.project, opened.view
    before = {span.id: view.candidates.spans[span.id] for span in changed}
    counts = _counts(opened, before, changed)
    change = view.revise(changed)
    try:
        project.commit(
            _drafts(opened.report_id, makers, before, changed),
            {**counts, (opened.report_id, project.author): view.counts},
        )
    except BaseException:
        view.revise(list(before.values()))
        raise
    return change


def _of_shapes(spans: Iterable[Span], keys: Iterable[Key]) -> Iterator[Span]:
    """Yield the spans whose first label and length are those of a key: few texts are then folded."""
    shapes = {(key.label, len(key.string)) for key in keys}
    for span in spans:
        first = span.evidence.recalled_from or span
        if (first.label, first.end - first.start) in shapes:
            yield span


def _may_come(come: Span, others: SpanRanges, report: Report, schema: Schema) -> bool:
    """Tell whether a corrected candidate fits where it stands: its label, its line, its neighbours."""
    if come.evidence.recalled_from is None:
        return True
    label = schema.by_name.get(come.label)
    if label is None or label.layer != come.layer or inside(report.chrome, come.start, come.end):
        return False
    return set(others.overlapping(come.layer, come.start, come.end)) <= {come.id}


def _drafts(
    report_id: str, makers: Mapping[str, str], before: Mapping[str, Span], changed: Sequence[Span]
) -> list[Draft]:
    """Return one edit an extractor, each in its own set."""
    batch = uuid4().hex
    ordered = sorted(changed, key=lambda span: makers[span.id])
    return [
        Draft(
            report_id,
            maker,
            maker,
            batch,
            Edit(RECALL, Fragment(tuple(before[s.id] for s in spans)), Fragment(tuple(spans))),
        )
        for maker, group in groupby(ordered, key=lambda span: makers[span.id])
        for spans in [list(group)]
    ]


def _counts(
    opened: OpenReport, before: Mapping[str, Span], changed: Sequence[Span]
) -> dict[tuple[str, str], Counts]:
    """Return everybody else's counts once the candidates have changed; nobody of them answered these."""
    from annotator.store.reports import report_row

    project, report_id = opened.project, opened.report_id
    others = person_sets(project, report_id, but=project.author)
    counts = {}
    for held in (*others, set_of(report_id, "", [])):
        shown = report_row(project.store, report_id, held.author).counts
        gone, come = (_share(held, spans, opened.view.threshold) for spans in (before.values(), changed))
        counts[report_id, held.author] = Counts(
            shown.left + come.left - gone.left,
            shown.decided,
            shown.figures + come.figures - gone.figures,
            shown.flagged,
        )
    return counts


def _share(held: AnnotationSet, spans: Iterable[Span], threshold: float) -> Counts:
    """Count what somebody sees of open candidates: those that none of their decisions covers."""
    standing = SpanRanges(span for span in held.spans.values() if span.is_standing)
    seen = [s for s in spans if not standing.overlapping(s.layer, s.start, s.end)]
    return counts_of(set_of("", "", seen), threshold=threshold)
