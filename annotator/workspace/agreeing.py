"""Agreeing: how far the persons of a project agree on the reports that several of them have finished."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError
from annotator.review.alikes import Case
from annotator.review.coding import coded, tokens_of
from annotator.review.coefficients import Cell
from annotator.review.measures import Agreement, Measures, agreement_object
from annotator.review.scores import Counts
from annotator.review.tables import Row, aligned_lines
from annotator.text.words import sentences
from annotator.workspace.blinding import hidden_reports
from annotator.workspace.counting import person_sets

if TYPE_CHECKING:
    from annotator.domain.sets import AnnotationSet
    from annotator.workspace.adding import Progress
    from annotator.workspace.projects import Project

__all__ = [
    "Agreement",
    "Case",
    "Comparison",
    "Measures",
    "Passage",
    "agreed",
    "agreement",
    "agreement_lines",
    "agreement_object",
    "comparisons",
    "passages_of",
]

_SHARES = ("found", "bounded", "labelled", "valued")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two authors come to, or all of them where `names` is empty, worked out to be shown.

    `weeks` are strict counts by the Monday of a week; `confusion` is by the first author's label and the
    second's, empty where one has nothing there.
    """

    names: tuple[str, ...]
    measures: Measures
    by_label: Mapping[str, Measures]
    attributes: Mapping[str, Counts]
    weeks: Mapping[str, Counts]
    confusion: Mapping[Cell, Sequence[Case]]


@dataclass(frozen=True, slots=True)
class Passage:
    """A case with its report and words: what either author marked, and the sentence around it."""

    case: Case
    report: str
    first: str
    second: str
    sentence: str


def agreement(
    project: Project,
    *,
    with_extractors: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Agreement:
    """Measure how far authors agree, over reports that at least two have finished or imported.

    Persons only, `with_extractors` adds what extractors and models propose. Raises UserError
    `nothing-to-compare` when no report has two sets, and `stopped` when it was cancelled.
    """
    from annotator.store.journal import last_edits

    found, layers = Agreement(), project.schema.layers
    hidden = hidden_reports(project)
    edits = last_edits(project.store)
    ids = project.report_ids()
    for number, report_id in enumerate(ids):
        if cancelled is not None and cancelled():
            raise UserError("stopped", "stopped before all reports were compared; run it again")
        if progress is not None:
            progress(number, len(ids), "")
        if report_id in hidden:
            continue
        persons = [held for held in person_sets(project, report_id) if held.finished]
        machines = _proposed(project, report_id) if with_extractors else []
        if len(persons) + len(machines) < 2:
            continue
        tokens = tokens_of(project.report(report_id))
        sets = [coded(held, tokens, layers) for held in persons]
        sets += [coded(held, tokens, layers, proposed=True) for held in machines]
        when = {held.author: _week(edits[report_id, held.author]) for held in (*persons, *machines)}
        found.add(sets, tokens=len(tokens), periods=when)
    if not found.pairs:
        raise UserError(
            "nothing-to-compare",
            f"no report of {project.path.name} was finished by two persons yet; let a second one finish one",
        )
    return found


def agreed(project: Project) -> dict[str, float | None] | None:
    """Return how far all persons agree, as a manifest tells it; None where nobody can be compared."""
    try:
        overall, _ = agreement(project).of_all()
    except UserError:
        return None
    alpha = None if overall.alpha is None else round(overall.alpha, 4)
    return {"reports": overall.reports, "strict_f1": round(overall.score.strict.f1, 4), "alpha": alpha}


def comparisons(found: Agreement) -> list[Comparison]:
    """Work out what is shown: all authors first, then pair by pair."""
    overall, by_label = found.of_all()
    weeks: Mapping[str, Counts] = found.over_time()
    confusion: dict[Cell, list[Case]] = {}
    for tally in found.pairs.values():
        for cell, cases in tally.confusion.items():
            confusion.setdefault(cell, []).extend(cases)
    told = [Comparison((), overall, by_label, found.attributes(), weeks, confusion)]
    for names, tally in found.pairs.items():
        overall, by_label = found.of_pair(names)
        weeks = dict(sorted(tally.periods.items()))
        told.append(Comparison(names, overall, by_label, found.attributes(names), weeks, tally.confusion))
    return told


def passages_of(
    project: Project, cases: Sequence[Case], *, cancelled: Callable[[], bool] | None = None
) -> list[Passage]:
    """Return cases with their words; as many as were done where it was cancelled."""
    told: list[Passage] = []
    for report_id, held in groupby(sorted(cases, key=_place), key=lambda case: case.report_id):
        if cancelled is not None and cancelled():
            break
        report = project.report(report_id)
        cuts = sentences(report.text, report.sections)
        starts = [start for start, _ in cuts]
        for case in held:
            at = max(0, bisect_right(starts, _place(case)[1]) - 1)
            sentence = " ".join(report.text[slice(*cuts[at])].split()) if cuts else ""
            words = [report.text[slice(*place)] if place else "" for place in (case.first, case.second)]
            told.append(Passage(case, report.name, words[0], words[1], sentence))
    return told


def agreement_lines(found: Agreement) -> list[str]:
    """Return the measures as a table for the terminal: pairs, all together, then label by label."""
    overall, by_label = found.of_all()
    rows: list[Row] = [("", "reports", "F1", "overlap", "kappa", "alpha", "alpha-u", *_SHARES)]
    rows += [(" and ".join(names), *_row(found.of_pair(names)[0])) for names in found.pairs]
    rows += [("all", *_row(overall)), *((label, *_row(each)) for label, each in by_label.items())]
    lines = aligned_lines(rows)
    compared = found.attributes()
    if compared:
        pairs = [(name, f"{c.correct}", f"{c.gold}") for name, c in compared.items()]
        lines += ["", *aligned_lines([("attribute", "agreed", "compared"), *pairs])]
    weeks = found.over_time()
    if len(weeks) > 1:
        by_week = [(week, f"{counts.f1:.3f}") for week, counts in weeks.items()]
        lines += ["", *aligned_lines([("week of", "F1"), *by_week])]
    return lines


def _row(measures: Measures) -> tuple[str, ...]:
    strict, overlap = measures.score.strict, measures.score.overlapping
    numbers = [counts.f1 if counts.gold + counts.predicted else None for counts in (strict, overlap)]
    numbers += [measures.kappa, measures.alpha, measures.alpha_u]
    numbers += [getattr(measures, name) for name in _SHARES]
    return (str(measures.reports), *("-" if number is None else f"{number:.3f}" for number in numbers))


def _place(case: Case) -> tuple[str, int]:
    place = case.first or case.second
    return case.report_id, place[0] if place else 0


def _proposed(project: Project, report_id: str) -> list[AnnotationSet]:
    from annotator.store.sets import extractor_sets

    return extractor_sets(project.store, report_id)


def _week(at: str) -> str:
    """Return the Monday of the week of a moment, as an ISO day."""
    day = datetime.datetime.fromisoformat(at).date()
    return (day - datetime.timedelta(days=day.weekday())).isoformat()
