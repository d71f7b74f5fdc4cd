"""Extracting: candidates found in worker processes and put into the project, decisions untouched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING
from uuid import uuid4

from annotator import plugins
from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.progress import Counts
from annotator.domain.ranges import SpanRanges
from annotator.domain.sets import AnnotationSet, set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.text.words import fold
from annotator.workspace.exporting import person_sets

if TYPE_CHECKING:
    from annotator.domain.reports import Report
    from annotator.extract.base import Extraction
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

DEFAULT_EXTRACTOR = "vn-rules"
AHEAD = 2
"""Reports handed to a worker before it asks: enough to keep it busy, few enough to cancel at once."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What extracting one report did: candidates found, and of the open ones how many came, went and stayed.

    `message` is one line when the report was skipped because its extractor failed.
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

    What was committed before a cancel stays, so that extracting again goes on where it ended.
    """
    if project.read_only:
        raise UserError("read-only", f"{project.path.name} is open for reading only; nothing was extracted")
    placing = _Placing(project, extractor)
    outcomes: list[Extracted] = []
    reports = (project.report(report_id) for report_id in report_ids)
    for report, found in extractions(reports, extractor=extractor, jobs=jobs, cancelled=cancelled):
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


def extractions(
    reports: Iterator[Report],
    *,
    extractor: str = DEFAULT_EXTRACTOR,
    jobs: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[tuple[Report, Extraction | str]]:
    """Yield each report with its extraction, or with one line where it failed, in the order they finish."""
    plugins.check("extractors", extractor)
    pool = _pool(jobs)
    waiting: dict[Future[Extraction | str], Report] = {}
    source = iter(reports)
    try:
        while cancelled is None or not cancelled():
            for report in source:
                waiting[pool.submit(_extract, extractor, report)] = report
                if len(waiting) >= jobs * AHEAD:
                    break
            if not waiting:
                return
            finished, _ = wait(waiting, timeout=0.2, return_when=FIRST_COMPLETED)
            broken = False
            for future in finished:
                report = waiting.pop(future)
                broken |= isinstance(future.exception(), BrokenProcessPool)
                yield report, _result(future, report)
            if broken:
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(jobs)
                lost = list(waiting.values())
                waiting = {pool.submit(_extract, extractor, report): report for report in lost}
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=max(1, jobs), mp_context=get_context("spawn"))


def _extract(extractor: str, report: Report) -> Extraction | str:
    """Run in a worker: the extraction, or the name of what it raised; never report text."""
    try:
        found: Extraction = _built(extractor).extract(report)
    except Exception as error:  # a plugin may raise anything; the report is named and skipped
        return f"the extractor {extractor} failed with {type(error).__name__}"
    return found


_EXTRACTORS: dict[str, plugins.Extracts] = {}


def _built(name: str) -> plugins.Extracts:
    if name not in _EXTRACTORS:
        _EXTRACTORS[name] = plugins.load("extractors", name)()
    return _EXTRACTORS[name]


def _result(future: Future[Extraction | str], report: Report) -> Extraction | str:
    error = future.exception()
    if isinstance(error, BrokenProcessPool):
        return f"{report.name}: the worker process ended while extracting; skipped, extract it again alone"
    if error is not None:
        return f"{report.name}: extracting failed with {type(error).__name__}; skipped"
    found = future.result()
    return f"{report.name}: {found}; skipped" if isinstance(found, str) else found


class _Placing:
    """Puts what was found into the project, all under one batch, so that one undo takes it back."""

    def __init__(self, project: Project, extractor: str) -> None:
        from annotator.store.authors import ensure_author
        from annotator.store.sets import rejected_strings

        ensure_author(project.store, extractor, kind="extractor")
        self._project = project
        self._extractor = extractor
        self._rejected = rejected_strings(project.store)
        self._batch = uuid4().hex

    def put(self, report: Report, found: Extraction) -> Extracted:
        """Bring the extractor's set of one report from what it held to what was found."""
        from annotator.store.sets import load_set

        held = load_set(self._project.store, report.id, self._extractor)
        sets = person_sets(self._project, report.id)
        edit = replacing(held, _arrived(report, found, self._rejected), found, sets)
        first = not held.spans
        draft = Draft(
            report_id=report.id,
            set_author=self._extractor,
            author=self._extractor if first else self._project.author,
            batch=self._batch,
            edit=edit,
        )
        if first or not edit.is_empty:
            self._project.commit([draft], {})
            self._project.commit([], _counts(self._project, report.id, sets))
        before = {span.id for span in edit.before.spans}
        after = {span.id for span in edit.after.spans}
        return Extracted(
            report_id=report.id,
            name=report.name,
            candidates=len(found.spans),
            come=len(after - before),
            gone=len(before - after),
            kept=len(held.spans) - len(before - after),
            suppressed=sum(span.state is State.SUPPRESSED for span in edit.after.spans),
        )


def replacing(
    held: AnnotationSet, arrived: Sequence[Span], found: Extraction, decided: Sequence[AnnotationSet]
) -> Edit:
    """Return the edit that brings an extractor's set from what it held to what it found.

    Candidates that anybody answered, and ends of anybody's relations, stay as they were; where everybody who
    works on the report has decided, no new candidate of the layer comes.
    """
    answered = {span_id for each in decided for span_id in each.spans}
    ends = {end for each in decided for r in each.relations for end in (r.source, r.target)}
    kept = {span_id: span for span_id, span in held.spans.items() if span_id in answered | ends}
    taken = SpanRanges(kept.values())
    standing = [SpanRanges(s for s in each.spans.values() if s.is_standing) for each in decided]
    target = dict(kept)
    for span in arrived:
        place = (span.layer, span.start, span.end)
        everywhere = standing and all(ranges.overlapping(*place) for ranges in standing)
        if span.id not in target and not taken.overlapping(*place) and not everywhere:
            target[span.id] = span
    links = frozenset(r for r in found.relations if r.source in target and r.target in target)
    links |= frozenset(r for r in held.relations if r.source in kept and r.target in target)
    before = tuple(span for span_id, span in held.spans.items() if target.get(span_id) != span)
    after = tuple(span for span_id, span in target.items() if held.spans.get(span_id) != span)
    return Edit("extract", Fragment(before, held.relations - links), Fragment(after, links - held.relations))


def _arrived(report: Report, found: Extraction, rejected: Mapping[tuple[str, str], int]) -> list[Span]:
    """Mark candidates whose string was rejected under this label before: a no is durable."""
    spans = []
    for span in found.spans:
        string = fold(report.text[span.start : span.end])
        spans.append(span.decided(State.SUPPRESSED) if (span.label, string) in rejected else span)
    return spans


def _counts(project: Project, report_id: str, sets: Sequence[AnnotationSet]) -> dict[tuple[str, str], Counts]:
    """Count the report for everybody who works on it, and for those who have not begun under the name ``."""
    candidates = project.candidates(report_id)
    fresh = set_of(report_id, "", [])
    return {
        (report_id, each.author): View(candidates, each, threshold=project.threshold).counts
        for each in (*sets, fresh)
    }
