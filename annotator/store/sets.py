"""Sets: the current spans and relations of every author over every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby

from annotator.domain.relations import Relation
from annotator.domain.sets import AnnotationSet
from annotator.store.connection import Store
from annotator.store.rows import SPAN_COLUMNS, collection_paused, spans_from
from annotator.text.words import fold

MERGED = "merged"
"""The setting that says a project took in others' work, so that candidates of one extractor may overlap."""

_OF_REPORT = (
    "FROM sets JOIN reports r ON r.id = sets.report JOIN authors a ON a.id = sets.author "
    "WHERE r.report_id = ?"
)


def load_set(store: Store, report_id: str, author: str) -> AnnotationSet:
    """Return an author's set over a report, an empty one when there is none."""
    rows = store.rows(f"SELECT sets.id, finished {_OF_REPORT} AND a.name = ?", (report_id, author))
    return _loaded(store, report_id, author, *rows[0]) if rows else AnnotationSet(report_id, author)


def extractor_sets(store: Store, report_id: str) -> list[AnnotationSet]:
    """Return the candidates of a report, one set an extractor or model, in the order these came."""
    rows = store.rows(
        f"SELECT a.name, sets.id, finished {_OF_REPORT} AND a.kind <> 'person' ORDER BY a.id", (report_id,)
    )
    return [_loaded(store, report_id, *row) for row in rows]


def has_candidates(store: Store, report_id: str) -> bool:
    """Tell whether an extractor or model has a set over a report, an empty one too."""
    return bool(store.rows(f"SELECT 1 {_OF_REPORT} AND a.kind <> 'person' LIMIT 1", (report_id,)))


def set_authors(store: Store, report_id: str) -> list[str]:
    """Return the authors that have a set over a report, in the order they came."""
    return [row[0] for row in store.rows(f"SELECT a.name {_OF_REPORT} ORDER BY a.id", (report_id,))]


def reports_of(store: Store, author: str) -> list[str]:
    """Return the ids of the reports an author has a set over, in the order they were added."""
    rows = store.rows(
        "SELECT report_id FROM sets JOIN reports ON reports.id = sets.report "
        "WHERE author = (SELECT id FROM authors WHERE name = ?) ORDER BY reports.id",
        (author,),
    )
    return [row[0] for row in rows]


def rejected_strings(store: Store) -> Mapping[tuple[str, str], int]:
    """Count how often each string was rejected under each label: by label and folded text."""
    rows = store.rows(
        'SELECT sets.report, spans.label, spans.start, spans."end" FROM spans '
        "JOIN sets ON sets.id = spans.set_id WHERE spans.state = 'rejected' ORDER BY sets.report"
    )
    found: Counter[tuple[str, str]] = Counter()
    for report, spans in groupby(rows, key=lambda row: row[0]):
        text = store.rows("SELECT text FROM texts WHERE report = ?", (report,))[0][0]
        found.update((label, fold(text[start:end])) for _, label, start, end in spans)
    return found


def _loaded(store: Store, report_id: str, author: str, number: int, finished: int) -> AnnotationSet:
    with collection_paused():
        spans = spans_from(store.rows(f"SELECT {SPAN_COLUMNS} FROM spans WHERE set_id = ?", (number,)))
        links = store.rows("SELECT label, source, target FROM relations WHERE set_id = ?", (number,))
        return AnnotationSet(
            report_id,
            author,
            {span.id: span for span in spans},
            frozenset(Relation(*link) for link in links),
            bool(finished),
        )
