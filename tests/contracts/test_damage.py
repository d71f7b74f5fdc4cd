"""A changed byte in any column of any table, or on any page of the file, is found, or says nothing at all."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.domain.bundles import BundleReport
from annotator.domain.disputes import Answer, DisputeKind, Line, Resolution, Ruling, Statement
from annotator.domain.edits import NOTHING, Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import UNDO, Draft, Entry
from annotator.domain.memory import Key, Lesson
from annotator.domain.progress import Counts
from annotator.domain.relations import Relation
from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import Evidence, Piece, Span, State
from annotator.resources import default_schema
from annotator.store.assignments import assign
from annotator.store.authors import ensure_author
from annotator.store.connection import create_store, open_store
from annotator.store.dispute_lists import keep_lists
from annotator.store.integrity import check
from annotator.store.journal import commit
from annotator.store.merging import settle, take_report
from annotator.store.repairs import recount, repair
from annotator.store.reports import add_report, search_reports
from annotator.store.resolutions import keep_resolutions
from annotator.store.schemas import write_schema
from annotator.store.splits import keep_splits

FIRST, SECOND = (
    Report(
        name,
        f"Tỉnh ủy Lai Châu họp {name}.\nThu ngân sách đạt 6,43% kế hoạch năm 2023, tăng 05 xã.\n" * 9,
        title="Báo cáo",
        date="2023-10-19",
        source=f"{name}.txt",
        original_sha256="ab" * 32,
        sections=(Section(SectionKind.TITLE, 0, 21), Section(SectionKind.CHROME, 77, 81)),
        metadata=(("author", "Lò Văn A"), ("publisher", "Sở B")),
        pages=((1, 0), (2, 60)),
        moves=((5, 6, 5, 7),),
    )
    for name in ("một", "hai")
)
CANDIDATES = (
    Span("a", 0, 7, "entity", "ORG", score=0.9, extractor="rules", evidence=Evidence("r", "e")),
    Span("b", 8, 16, "entity", "LOC", score=0.75, extractor="rules"),
    Span(
        "c",
        30,
        42,
        "figure",
        "INDICATOR",
        attributes={"value": "5", "unit": "VND"},
        score=0.3,
        extractor="rules",
    ),
)
LINK = Relation("measures", "b", "c")
MANY = tuple(Span(f"m{n}", n, n + 2, "entity", "DATE", note=f"ghi chú {n}") for n in range(90))
"""Enough to be kept compressed, and to fill several pages."""


def edits(report):
    """Give drafts of three authors, with everything that an edit can have."""
    accepted = CANDIDATES[0].decided(State.ACCEPTED)
    noted = replace(accepted, note="xem lại", flagged=True, attributes={"type": "party"})
    pieces = Evidence("r", "e", (Piece("value", 1, 2),))
    yield Draft(
        report.id, "rules", "rules", "b1", Edit("extract", NOTHING, Fragment(CANDIDATES, frozenset({LINK})))
    )
    yield Draft(
        report.id,
        "an",
        "an",
        "+b2",
        Edit("accept", NOTHING, Fragment((accepted,))),
        answers=("a",),
        seconds=2.25,
        reason="rõ",
        taught=(Lesson(Key("ORG", "tinh uy"), "", 1), Lesson(Key("LOC", "lai chau"), "x", 3)),
    )
    yield Draft(
        report.id, "an", "an", "b3", Edit("note", Fragment((accepted,)), Fragment((noted,))), seconds=1.5
    )
    yield Draft(report.id, "an", "an", "b4", Edit("add", NOTHING, Fragment(MANY)), seconds=0.125)
    rejected = replace(CANDIDATES[1].decided(State.REJECTED), evidence=pieces)
    yield Draft(report.id, "binh", "binh", "b5", Edit("reject", NOTHING, Fragment((rejected, accepted))))
    yield Draft(
        report.id,
        "binh",
        "binh",
        "b6",
        Edit("link", NOTHING, Fragment((), frozenset({Relation("holds", "a", "b")}))),
    )
    yield Draft(
        report.id, "binh", "binh", "b7", Edit("finish", Fragment(finished=False), Fragment(finished=True))
    )


def counts(store, report):
    """Count a report as its spans come to."""

    with store.writing() as connection:
        recount(store, connection, report.id)


def review(report):
    said = tuple(Statement(n, n + 5, "entity", "ORG", (("type", "party"),), (), f"s{n}") for n in range(60))
    for answer, ruling in (
        (Answer.TAKE, Ruling("entity", 0, 7, said[:1], ("an",))),
        (Answer.REOPEN, Ruling("entity", 0, 7, said)),
    ):
        yield Resolution(
            "", report.id, "an", "", 0, "", "b8", "d1", answer, ruling, reason="vì", comment="nhớ"
        )


def work(store):
    """Do everything in a project that leaves rows in it."""
    for name in ("an", "binh"):
        ensure_author(store, name, role="reviewer" if name == "binh" else "analyst")
    ensure_author(store, "rules", kind="extractor")
    for report in (FIRST, SECOND):
        assert add_report(store, report)
        for draft in edits(report):
            (entry,) = commit(store, [draft], {(report.id, ""): Counts(1, 0, 0)})
        undone = replace(draft, edit=entry.edit.inverse(), action=UNDO, reverts=entry.id)
        commit(store, [undone], {})
        keep_resolutions(store, list(review(report)))
    lost = replace(CANDIDATES[2], id="zz")
    theirs = Entry(
        "e" * 32, FIRST.id, "binh", "binh", "dd", 3, "2023-10-19T00:00:00.000+00:00", "b9",
        Edit("relabel", Fragment((lost,)), Fragment((replace(lost, label="MONEY"),))), seconds=4.5,
    )  # fmt: skip
    take_report(store, BundleReport(FIRST.id, "một", FIRST.text, (theirs,), (), ("an", "binh")))
    from annotator.store.memory import memory_of

    settle(store, FIRST.id, memory_of(store, FIRST.id))
    assign(store, {SECOND.id: ["an", "binh"]})
    keep_splits(store, {FIRST.id: "train", SECOND.id: "test"})
    line = Line(
        "d1",
        FIRST.id,
        "một",
        "entity",
        0,
        7,
        (DisputeKind.VALUE,),
        ("ORG",),
        (("an",), ("binh",)),
        "Tỉnh ủy",
        2,
    )
    for machines in (False, True):
        keep_lists(store, {FIRST.id: ("1:0:5:2", [line]), SECOND.id: ("1:0:9:4", [])}, machines=machines)
    store.set_setting("threshold", "0.5")
    with store.writing():
        before = store.schema_toml()
        write_schema(
            store, author="an", batch="b10", action="edit", reverts="", label="colour", before=before,
            after=f"{before}\n# anders\n",
        )  # fmt: skip
    for report in (FIRST, SECOND):
        counts(store, report)


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    """Give a closed project with rows in every table."""
    path = tmp_path_factory.mktemp("rich") / "rich.annotator"
    with create_store(path, schema=default_schema(), author="an") as store:
        work(store)
        assert check(store) == []
    return path


def tables(connection):
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [name for (name,) in rows if name != "report_search"]


def flipped(value, chance):
    """Return a value with one bit changed, of the same type."""
    if isinstance(value, int):
        return value ^ (1 << chance.choice([0, 0, 1, 3, 7, 20]))
    if isinstance(value, float):
        return value + 2.0 ** chance.randint(-20, 3)
    if isinstance(value, bytes):
        place = chance.randrange(len(value))
        return value[:place] + bytes([value[place] ^ (1 << chance.randrange(8))]) + value[place + 1 :]
    place = chance.randrange(len(value))
    other = chr(ord(value[place]) ^ (1 << chance.randrange(5)))
    return value[:place] + (other if other.isprintable() else "~") + value[place + 1 :]


def harm(connection, table, column, chance):
    """Change one bit of a value in a column, past everything that guards it; None where there is no value."""
    keys = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if row[5]] or ["rowid"]
    named = ", ".join(f'"{key}"' for key in keys)
    rows = [
        row
        for row in connection.execute(f'SELECT "{column}", {named} FROM {table}').fetchall()
        if row[0] not in (None, "", b"")
    ]
    for _ in range(20 if rows else 0):
        value, *key = chance.choice(rows)
        where = " AND ".join(f'"{each}" = ?' for each in keys)
        changed = flipped(value, chance)
        try:
            connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE {where}', (changed, *key))
        except sqlite3.IntegrityError:
            continue  # the value of another row: such a change is none of a single byte
        if changed != value:
            return f"{table}.{column} of {key}: {value!r:.60} became {changed!r:.60}"
    return None


BOOKS = {"report_search_idx", "report_search_data"}
"""Tables in which FTS5 also writes what it gets on without, such as where a segment of one page begins."""


def searches(store):
    """Return what some searches find: words, the beginning of one, words side by side."""
    return [search_reports(store, words) for words in ("thu ngan sach", "hop hai", "ke hoa", '"05 xa"')]


def test_that_every_table_of_a_rich_project_has_rows(rich):
    with closing(sqlite3.connect(rich)) as connection:
        empty = [t for t in tables(connection) if not connection.execute(f"SELECT 1 FROM {t}").fetchall()]
    assert empty == []


@pytest.mark.parametrize("seed", [1, 2])
def test_that_a_changed_value_in_any_column_of_any_table_is_found(rich, tmp_path, seed):
    chance = random.Random(seed)
    path = tmp_path / "copy.annotator"
    path.write_bytes(rich.read_bytes())
    missed, tried = [], set()
    with open_store(path) as store:
        connection = store.connection
        found = searches(store)
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table in tables(connection):
            for _, column, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
                connection.execute("BEGIN")
                for name, _ in guards:
                    connection.execute(f"DROP TRIGGER {name}")
                done = harm(connection, table, column, chance)
                for _, sql in guards:
                    connection.execute(sql)
                if done is not None:
                    tried.add(f"{table}.{column}")
                    if not check(store) and not (table in BOOKS and searches(store) == found):
                        missed.append(done)
                connection.execute("ROLLBACK")
        assert check(store) == []
    assert missed == []
    assert len(tried) > 100


def dump(path):
    """Return all that a project says: every row with its number, and what a search finds."""
    with open_store(path, read_only=True) as store:
        said = [
            store.rows(f"SELECT * FROM {table}")
            for table in tables(store.connection)
            if not table.startswith("report_search_")
        ]
        return said, searches(store)


def used_places(data, number, size):
    """Return the places of a page that hold anything: its head, its list of cells, its cells."""
    first = (number - 1) * size
    head = first + (100 if number == 1 else 0)
    if data[head] not in (2, 5, 10, 13):
        return [*range(first, first + size)]  # a page of what did not fit on one
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    content = int.from_bytes(data[head + 5 : head + 7], "big") or 65536
    listed = 12 if data[head] in (2, 5) else 8
    return [*range(first, head + listed + 2 * cells), *range(first + content, first + size)]


def is_found(path, whole):
    """Tell whether a changed file is refused, or its check says so, or nothing that it says has changed."""
    try:
        with open_store(path, read_only=True) as store:
            if check(store):
                return True
        return dump(path) == whole
    except UserError:
        return True


def test_that_a_changed_byte_on_any_page_of_the_file_is_found_or_says_nothing(rich, tmp_path):
    chance = random.Random(3)
    data, whole = rich.read_bytes(), dump(rich)
    size = int.from_bytes(data[16:18], "big")
    path = tmp_path / "copy.annotator"
    missed = []
    for number in range(1, len(data) // size + 1):
        for place in chance.sample(used_places(data, number, size), 5):
            changed = bytearray(data)
            changed[place] ^= 1 << chance.randrange(8)
            path.write_bytes(changed)
            if not is_found(path, whole):
                missed.append(f"page {number}, byte {place % size}")
    assert missed == []


MENDABLE = {
    "seconds": "UPDATE sets SET seconds = seconds + 1",
    "memory": "UPDATE memory SET times = times + 4",
    "disputes": "UPDATE dispute_lists SET stamp = 'x'",
    "counts": "UPDATE counts SET open = open + 1",
    "clock": "UPDATE clock SET value = value + 1",
    "search": "UPDATE report_search_docsize SET sz = x'7f'",
    "replay": "UPDATE spans SET label = 'LOC' WHERE label = 'ORG'",
}


@pytest.mark.parametrize("code", MENDABLE)
def test_that_what_follows_from_the_rest_is_mended(rich, tmp_path, code):
    path = tmp_path / "copy.annotator"
    path.write_bytes(rich.read_bytes())
    with open_store(path) as store:
        store.connection.execute(MENDABLE[code])
        assert code in {problem.code for problem in check(store)}
        done = repair(store)
        assert code in {problem.code for problem in done.mended}
        assert done.left == ()
        assert done.backup is not None
    assert dump(path)[1] == dump(rich)[1]


def test_that_what_follows_from_nothing_is_listed_and_left(rich, tmp_path):
    path = tmp_path / "copy.annotator"
    path.write_bytes(rich.read_bytes())
    with open_store(path) as store:
        store.connection.execute("UPDATE authors SET role = 'analyst' WHERE role = 'reviewer'")
        store.connection.execute("UPDATE reports SET title = 'Khác' WHERE id = 1")
        done = repair(store)
        assert [problem.code for problem in done.left] == ["row", "row"]
        assert any("authors" in str(problem) for problem in done.left)
        assert store.rows("SELECT title FROM reports WHERE id = 1") == [("Khác",)]
