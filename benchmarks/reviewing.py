"""The review at scale: five analysts over 200 reports, 60,000 spans and 300,000 in all; prints a table."""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.domain.disputes import Wanted
from annotator.domain.edits import Edit, Fragment
from annotator.domain.history import Draft
from annotator.domain.relations import Relation
from annotator.domain.spans import Span, State
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.journal import commit
from annotator.store.reports import add_report
from annotator.workspace import agreeing, reviewing, settling
from annotator.workspace.projects import Project
from benchmarks.budgets import Row, absolute, p99, parser, print_rows, timed
from benchmarks.reports import Made, make_of

REPORTS = 200
SIZES = {"60k": (60, 7_000, 10_000), "300k": (300, 35_000, 50_000)}
"""By all spans: spans and code points of a report, and milliseconds that agreement may take."""
ANALYSTS = ("an", "bình", "chi", "dung", "giang")
_ODD = 0.08
"""The share of spans that an analyst has otherwise."""


def fill(project: Project, size: str) -> None:
    """Put the reports and every analyst's finished set over them into a project."""
    spans, characters, _ = SIZES[size]
    for name in ANALYSTS:
        ensure_author(project.store, name)
    for number in range(REPORTS):
        one = make_of(characters, spans, name=f"report-{number}", seed=number)
        add_report(project.store, one.report)
        commit(project.store, [_draft(one, name, number) for name in ANALYSTS], {})


def _draft(one: Made, name: str, number: int) -> Draft:
    chance = random.Random(f"{name}{number}")
    spans = list(_worked(one.spans, chance))
    ids = {span.id for span in spans}
    links = frozenset(
        Relation(r.label, r.source, r.target)
        for r in one.relations
        if r.source in ids and r.target in ids and chance.random() > _ODD / 4
    )
    edit = Edit("import", Fragment(finished=False), Fragment(tuple(spans), links, finished=True))
    return Draft(report_id=one.report.id, set_author=name, author=name, batch=f"{name}{number}", edit=edit)


def _worked(spans: tuple[Span, ...], chance: random.Random) -> Iterator[Span]:
    """Yield an analyst's version of spans: some left out, some labelled, bounded or valued otherwise."""
    for span in spans:
        ours = replace(span, state=State.IMPORTED, score=None, extractor="")
        way = chance.random() / _ODD
        if way >= 1:
            yield ours
        elif way > 0.75:
            yield replace(ours, label="EVENT" if ours.layer == "entity" else "RATE")
        elif way > 0.5:
            yield replace(ours, end=ours.end + 1)
        elif way > 0.25:
            yield replace(ours, attributes={**ours.attributes, "value": "1"})


def rows(project: Project, size: str) -> list[Row]:
    """Measure the budgets of the review in a filled project."""
    ids = project.report_ids()
    reviewing.review(project, ids[0])  # what is read once: word tables, modules
    one = [timed(partial(reviewing.review, project, name)) for name in ids[:40]]
    anew = timed(lambda: reviewing.queue(project))
    held = [timed(lambda: reviewing.queue(project)) for _ in range(5)]
    lines = reviewing.queue(project, Wanted(report_id=ids[0]))
    disputes = reviewing.review(project, ids[0]).open
    settled = [timed(partial(settling.take, project, each, each.versions[0])) for each in disputes]
    after = timed(lambda: reviewing.report_lines(project, ids[0]))
    print(
        f"{len(reviewing.queue(project, Wanted(settled=None)))} disputes, {len(lines)} of them in one report",
        file=sys.stderr,
    )
    return [
        absolute("disputes of a report, median", size, statistics.median(one), 100),
        absolute("disputes of a report, slowest", size, max(one), 100),
        absolute("queue, from what was kept", size, statistics.median(held), 1000),
        absolute("queue, every report looked at anew", size, anew, 15_000),
        absolute("settling one dispute, p99", size, p99(settled), 50),
        absolute("lines of a report after it", size, after, 100),
        absolute(
            "agreement of the project", size, timed(lambda: agreeing.agreement(project)), SIZES[size][2]
        ),
    ]


def main() -> int:
    """Measure in a project of its own, in a folder that goes again."""
    options = parser(__doc__).parse_args()
    found: list[Row] = []
    for size in SIZES:
        with TemporaryDirectory(prefix="reviewing-") as folder:
            path = Path(folder) / "review.annotator"
            with Project.create(path, schema=default_schema(), author="reviewer") as project:
                fill(project, size)
                found += rows(project, size)
    return print_rows(found, as_json=options.json)


if __name__ == "__main__":
    raise SystemExit(main())
