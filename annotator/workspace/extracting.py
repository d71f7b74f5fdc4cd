"""Extracting: candidates found in worker processes and put into the project, decisions untouched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator import plugins
from annotator.domain.edits import Edit, Fragment, applied
from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.history import Draft
from annotator.domain.progress import Stage
from annotator.domain.ranges import SpanRanges
from annotator.domain.sets import AnnotationSet
from annotator.domain.spans import Span, State
from annotator.workspace.counting import everybodys_counts, person_sets
from annotator.workspace.fitting import fitting
from annotator.workspace.remembering import remembered
from annotator.workspace.working import DEFAULT_EXTRACTOR, Standby, extractions

if TYPE_CHECKING:
    from annotator.domain.reports import Report
    from annotator.extract.base import Extraction
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

_PATIENCE = 20
"""How often a report is put again because somebody decided in it meanwhile."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What extracting one report did: candidates found, and of the open ones how many came, went and stayed.

    `suppressed` are those that came faint, their string having been rejected before. `message` is one line
    when the report was skipped because its extractor failed.
    """

    report_id: str
    name: str
    candidates: int = 0
    come: int = 0
    gone: int = 0
    kept: int = 0
    suppressed: int = 0
    message: str = ""


def extract_reports(
    project: Project,
    report_ids: Sequence[str],
    *,
    extractor: str = DEFAULT_EXTRACTOR,
    jobs: int = 1,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Extracted]:
    """Extract reports in `jobs` worker processes and commit each as it comes; a failure skips its report.

    The tables of `Project.lexicons` are used beside the program's. What was committed before a cancel stays,
    so that extracting again goes on where it ended.
    """
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was extracted")
    plugins.check("extractors", extractor)
    placing = Placing(project, extractor)
    outcomes: list[Extracted] = []
    reports = (project.report(report_id) for report_id in report_ids)
    running = extractions(
        reports,
        extractor=extractor,
        lexicons=project.lexicons,
        schema=project.schema,
        jobs=jobs,
        cancelled=cancelled,
    )
    with closing(running) as answers:
        for report, found in answers:
            if isinstance(found, str):
                outcomes.append(Extracted(report.id, report.name, message=found))
            else:
                outcomes.append(placing.put(report, found))
            if progress is not None:
                progress(len(outcomes), len(report_ids), report.name)
    return outcomes


def unextracted(project: Project, extractor: str = DEFAULT_EXTRACTOR) -> list[str]:
    """Return the reports that have no set of this extractor yet, so that a cancelled run can go on."""
    from annotator.store.sets import reports_of

    have = set(reports_of(project.store, extractor))
    return [report_id for report_id in project.report_ids() if report_id not in have]


def unfinished(project: Project, report_ids: Sequence[str]) -> list[str]:
    """Return those of the reports that the project's author has not finished."""
    done = {row.id for row in project.rows() if row.stage is Stage.DONE}
    return [report_id for report_id in report_ids if report_id not in done]


def awaits_candidates(project: Project, report_id: str) -> bool:
    """Tell whether no extractor has been over a report that its author may still work on."""
    from annotator.store.sets import has_candidates, load_set

    if project.read_only or has_candidates(project.store, report_id):
        return False
    return not load_set(project.store, report_id, project.author).finished


def standby(project: Project) -> Standby:
    """Return a worker for reports of a project that are extracted while somebody waits; end it at the end."""
    return Standby(extractor=DEFAULT_EXTRACTOR, lexicons=project.lexicons, schema=project.schema)


def extract_at_once(
    project: Project, report_id: str, worker: Standby, *, cancelled: Callable[[], bool] = lambda: False
) -> Extracted | None:
    """Extract the one report somebody waits for and commit it, whatever else runs; None after a cancel."""
    report = project.report(report_id)
    found = worker.extraction(report, cancelled=cancelled)
    if found is None:
        return None
    if isinstance(found, str):
        return Extracted(report.id, report.name, message=found)
    return Placing(project, DEFAULT_EXTRACTOR).put(report, found)


class Placing:
    """Puts what an extractor finds into a project, report by report, decisions untouched.

    The first set of a report is the extractor's own doing; a later one is an edit its author can undo there.
    Candidates that come onto a report which that author had finished reopen it.
    """

    def __init__(self, project: Project, extractor: str) -> None:
        from annotator.store.authors import ensure_author

        ensure_author(project.store, extractor, kind="extractor")
        self._project = project
        self._extractor = extractor
        self._batch = uuid4().hex

    def put(self, report: Report, found: Extraction) -> Extracted:
        """Bring the extractor's set of one report from what it held to what was found, in one transaction.

        What the project's schema does not have stays out. Raises StaleEditError when somebody keeps changing
        the report meanwhile.
        """
        found = fitting(found, self._project.schema)
        arrived = self._arrived(report, found)
        for _ in range(_PATIENCE):
            try:
                return self._put(report, found, arrived)
            except StaleEditError as error:
                stale = error
        raise stale

    def _put(self, report: Report, found: Extraction, arrived: Sequence[Span]) -> Extracted:
        from annotator.store.journal import last_row
        from annotator.store.sets import load_set, set_authors

        project = self._project
        last = last_row(project.store, report.id)
        is_first = self._extractor not in set_authors(project.store, report.id)
        held = load_set(project.store, report.id, self._extractor)
        sets = person_sets(project, report.id)
        # Who extracts works on the report too, though nothing is decided yet.
        begun = any(each.author == project.author for each in sets)
        workers = sets if begun else [*sets, AnnotationSet(report.id, project.author)]
        edit = replacing(held, arrived, found, workers)
        drafts: list[Draft] = []
        if is_first or not edit.is_empty:
            draft = Draft(
                report_id=report.id,
                set_author=self._extractor,
                author=self._extractor if is_first else project.author,
                batch=self._batch,
                edit=edit,
            )
            candidates = project.candidates(report.id, instead=applied(held, edit))
            counts = everybodys_counts(candidates, sets, threshold=project.threshold)
            own = next((each for each in sets if each.author == project.author), None)
            if own is not None and own.finished and counts[report.id, own.author].left:
                drafts.append(self._reopening(own))
            project.commit([*drafts, draft], counts, last={report.id: last})
        return _outcome(report, found, held, edit, sets)

    def _reopening(self, own: AnnotationSet) -> Draft:
        """Return what reopens a report its author had finished; what others finished is theirs to reopen."""
        edit = Edit("reopen", Fragment(finished=True), Fragment(finished=False))
        return Draft(own.report_id, own.author, own.author, uuid4().hex, edit)

    def _arrived(self, report: Report, found: Extraction) -> list[Span]:
        """Return what was found as it comes with what is remembered of its strings: a no is durable."""
        project = self._project
        changed = {s.id: s for s in remembered(project.store, report, project.schema, found.spans)}
        return [changed.get(span.id, span) for span in found.spans]


def replacing(
    held: AnnotationSet, arrived: Sequence[Span], found: Extraction, decided: Sequence[AnnotationSet]
) -> Edit:
    """Return the edit that brings an extractor's set from what it held to what it found.

    Candidates that anybody answered, and ends of anybody's relations, stay as they were; where everybody who
    works on the report has decided, no new candidate of the layer comes, but for the one that was answered.
    """
    answered = {span_id for each in decided for span_id in each.spans}
    ends = {end for each in decided for r in each.relations for end in (r.source, r.target)}
    kept = {span_id: span for span_id, span in held.spans.items() if span_id in answered | ends}
    taken = SpanRanges(kept.values())
    closed = [SpanRanges(filter(_is_decision, each.spans.values())) for each in decided]
    target = dict(kept)
    for span in arrived:
        place = (span.layer, span.start, span.end)
        everywhere = closed and all(ranges.overlapping(*place) for ranges in closed)
        wanted = span.id in answered or not everywhere
        if wanted and span.id not in target and not taken.overlapping(*place):
            target[span.id] = span
    links = frozenset(r for r in found.relations if r.source in target and r.target in target)
    links |= frozenset(r for r in held.relations if r.source in kept and r.target in target)
    before = tuple(span for span_id, span in held.spans.items() if target.get(span_id) != span)
    after = tuple(span for span_id, span in target.items() if held.spans.get(span_id) != span)
    return Edit("extract", Fragment(before, held.relations - links), Fragment(after, links - held.relations))


def _is_decision(span: Span) -> bool:
    return span.is_standing or span.state is State.REJECTED


def _outcome(
    report: Report, found: Extraction, held: AnnotationSet, edit: Edit, decided: Sequence[AnnotationSet]
) -> Extracted:
    before = {span.id for span in edit.before.spans}
    after = {span.id: span for span in edit.after.spans}
    gone = before - after.keys()
    answered = {span_id for each in decided for span_id in each.spans}
    come = [span for span_id, span in after.items() if span_id not in before]
    return Extracted(
        report_id=report.id,
        name=report.name,
        candidates=len(found.spans),
        come=len(come),
        gone=len(gone),
        kept=len(held.spans.keys() - gone - answered),
        suppressed=sum(span.state is State.SUPPRESSED for span in come),
    )
