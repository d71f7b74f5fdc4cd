"""Exchanging: how fast a thousand reports with sixty spans each go out in every format, and come in again."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator import plugins
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import silent
from annotator.resources import default_schema
from annotator.store.gold import write_gold
from benchmarks.budgets import Row, absolute, amount, parser, print_rows, timed

REPORTS, SPANS = 1_000, 60
TEXTS = 20_000
"""Milliseconds that a text format may take one way."""

ROUNDS = 5

HALF = 2.0
"""How many times the bare rows' time the whole gold file may take."""

SEEN = {"doccano": (30, 55), "label-studio": (300, 250)}
"""Reports a second that these programs themselves import and export, seen on such a machine."""

_SENTENCE = "Thu ngân sách {0} đạt 2.236 tỷ đồng, tăng 6,43% so với năm 2023 ở huyện số {0}. "
_PARTS = (
    ("Thu ngân sách", "figure", "INDICATOR", {}),
    ("2.236 tỷ đồng", "figure", "MONEY", {"value": "2236000000000", "unit": "VND", "status": "actual"}),
    ("6,43%", "figure", "PERCENT", {"value": "6.43", "unit": "%", "direction": "up", "basis": "same_period"}),
    ("năm 2023", "entity", "DATE", {"date_from": "2023-01-01", "date_to": "2023-12-31"}),
)


def golds() -> Iterator[GoldReport]:
    """Yield the reports, each a text of its own."""
    for number in range(REPORTS):
        text, spans, links = "", [], []
        for sentence in range(SPANS // len(_PARTS)):
            start = len(text)
            text += _SENTENCE.format(number * 100 + sentence)
            ids = []
            for surface, layer, label, attributes in _PARTS:
                at = text.index(surface, start)
                ids.append(f"s{len(spans)}")
                made = Span(ids[-1], at, at + len(surface), layer, label, State.ACCEPTED, attributes)
                spans.append(made)
            links += [Relation("measures", ids[1], ids[0]), Relation("measures", ids[2], ids[0])]
            text += "\n" if sentence % 3 == 2 else ""
        report = Report(f"bao-cao-{number:04}", text, date="2024-10-19")
        yield GoldReport(report, tuple(spans), tuple(links), split="train" if number % 5 else "dev")


def rows(reports: Sequence[GoldReport], folder: Path) -> Iterator[Row]:
    """Measure every format both ways, and SQLite against bare rows."""
    schema, size = default_schema(), f"{REPORTS} x {SPANS}"
    yield _against_bare_rows(reports, folder, size)
    for name in plugins.names("formats"):
        kind = plugins.load("formats", name)()
        needs = getattr(kind, "needs", None)
        if needs is not None and not needs.is_there:
            continue
        path = folder / f"out-{name}{kind.suffix}"
        written = timed(lambda k=kind, p=path: k.write(reports, schema=schema, path=p, progress=silent))  # type: ignore[misc]  # defaults bind the loop
        yield absolute(f"{name}, export", size, written, TEXTS)
        _beside(name, "export", written)
        if kind.can_read:
            taken = timed(lambda k=kind, p=path: k.read(p, schema=schema, progress=silent))  # type: ignore[misc]  # defaults bind the loop
            yield absolute(f"{name}, import", size, taken, TEXTS)
            _beside(name, "import", taken)


def _against_bare_rows(reports: Sequence[GoldReport], folder: Path, size: str) -> Row:
    """Compare the gold file, hash and indexes too, with its rows put into the same tables by executemany.

    In seconds of the processor, in turn, since other work beside disturbs one more than the other.
    """
    schema = default_schema()
    ratios, speeds = [], []
    for number in range(ROUNDS):
        path = folder / f"gold-{number}.db"
        ours = _worked(lambda p=path: write_gold(p, reports, schema=schema, meta={}, full_text=False))  # type: ignore[misc]  # defaults bind the loop
        rows, reference = _bare(path, folder / f"bare-{number}.db")
        ratios.append(ours / reference)
        speeds.append((rows / ours, rows / reference))
    at = sorted(range(ROUNDS), key=ratios.__getitem__)[ROUNDS // 2]
    ours, bare = (round(speed) for speed in speeds[at])
    print(f"gold file: {ours} rows a second, bare rows {bare}", file=sys.stderr)
    return amount("sqlite, times the bare rows' time", size, ratios[at], HALF)


def _bare(gold: Path, path: Path) -> tuple[int, float]:
    """Put the rows of a gold file into the same tables; return how many they are, and the seconds."""
    with closing(sqlite3.connect(gold)) as made:
        tables = [
            (name, sql)
            for name, sql in made.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith("sqlite_") and not name.startswith("reports_fts")
        ]
        held = {name: made.execute(f'SELECT * FROM "{name}"').fetchall() for name, _ in tables}
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:

        def fill() -> None:
            bare.execute("BEGIN")
            for name, sql in tables:
                bare.execute(sql)
                if held[name]:
                    marks = ", ".join("?" * len(held[name][0]))
                    bare.executemany(f'INSERT INTO "{name}" VALUES ({marks})', held[name])
            bare.execute("COMMIT")

        return sum(map(len, held.values())), _worked(fill)


def _worked(job: Callable[[], object]) -> float:
    """Return how many seconds of the processor a job takes."""
    start = time.process_time()
    job()
    return time.process_time() - start


def _beside(name: str, way: str, seconds: float) -> None:
    seen = SEEN.get(name)
    said = f"{name}: {REPORTS / seconds:.0f} reports a second, {way}"
    beside = f"; the program itself {seen[way == 'export']}" if seen else ""
    print(said + beside, file=sys.stderr)


def main() -> int:
    """Measure in a folder that goes again."""
    options = parser(__doc__).parse_args()
    reports = list(golds())
    with TemporaryDirectory(prefix="exchanging-") as folder:
        found = list(rows(reports, Path(folder)))
    return print_rows(found, as_json=options.json)


if __name__ == "__main__":
    raise SystemExit(main())
