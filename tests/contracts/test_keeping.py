"""Whatever signs a file plants in ids, notes, values and names, an author keeps working in the report."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Evidence, Piece, Span, State
from annotator.formats.base import silent
from annotator.resources import default_schema
from annotator.store.integrity import check
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.bundling import bundle
from annotator.workspace.importing import import_path
from annotator.workspace.merging import merge
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

SCHEMA = default_schema()
READERS = [name for name in plugins.names("formats") if plugins.load("formats", name)().can_read]
TEXT = "Sở Y tế thu 5 tỷ đồng.\n"
MARK = "QzQ"
SIGNS = {
    "nul": "\0",
    "control": "\x01",
    "escape": "\x1b[2J",
    "delete": "\x7f",
    "half": "\ud83d",
    "no-character": "\uffff",
    "endless": "x" * 300_000,
}


def gold(word):
    """Give the gold of a report with a word in every text that a format may carry."""
    evidence = Evidence(f"rule{word}", f"entry{word}", (Piece(f"value{word}", 12, 13),))
    money = {"value": "5000000000", "unit": f"VND{word}", "per": f"hộ{word}"}
    return GoldReport(
        Report(f"r{word}", TEXT, title=f"t{word}", source=f"s{word}.txt", metadata=(("author", word),)),
        (
            Span(f"body{word}", 0, 7, "entity", "ORG", State.ACCEPTED, note=f"note{word}"),
            Span(f"thu{word}", 8, 11, "figure", "INDICATOR", State.ACCEPTED, extractor=f"by{word}"),
            Span(f"sum{word}", 12, 21, "figure", "MONEY", State.ACCEPTED, money, 0.5, f"by{word}", evidence),
        ),
        (Relation("measures", f"sum{word}", f"thu{word}"),),
    )


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """Give a folder with what each format writes of the report, the mark in every text of it."""
    folder = tmp_path_factory.mktemp("marked")
    for name in READERS:
        kind = plugins.load("formats", name)()
        kind.write([gold(MARK)], schema=SCHEMA, path=folder / name, progress=silent)
    return folder


@pytest.fixture
def held(tmp_path):
    """Give a project with the report that the files speak of."""
    with Project.create(tmp_path / "p", schema=SCHEMA, author="an") as project:
        add_report(project.store, Report("r", TEXT))
        yield project


def forms(sign):
    """Give the ways in which files write a sign: as it is, escaped in JSON, as an entity of XML."""
    raw = sign.encode("utf-8", "surrogatepass")
    yield raw
    yield json.dumps(sign)[1:-1].encode()
    yield "".join(f"&#{ord(letter)};" for letter in sign[:10]).encode()


def files(path):
    return sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]


def planted(source, place, form):
    """Write files anew with the mark replaced in them."""
    for file in files(source):
        to = place / file.relative_to(source) if source.is_dir() else place
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes().replace(MARK.encode(), form))
    return place


def assert_no_sign(project):
    """Hold a project to none of the signs in anything it keeps of spans, authors and reports."""
    words = project.store.rows("SELECT span_id, note, attributes, extractor, evidence FROM spans")
    names = project.store.rows("SELECT name, '' FROM authors")
    for text in (text for row in (*words, *names) for text in row):
        assert not any(sign[:20] in text for sign in SIGNS.values())


def assert_at_work(project, author):
    """Hold a project to be sound, and its author to decide, undo and redo there."""
    assert_no_sign(project)
    assert check(project.store) == []
    with project.beside() as beside:
        beside.author = author
        beside.ensure_author()
        (report_id,) = beside.report_ids()
        opened = OpenReport(beside, report_id)
        spans = list(beside.decisions(report_id).spans)
        if spans:
            opened.commit(editing.reject(opened.desk, spans))
        opened.commit(editing.draw(opened.desk, 12, 21, "MONEY"))
        opened.undo()
        opened.redo()
        assert [(s.start, s.end) for s in beside.decisions(report_id).spans.values() if s.is_standing] == [
            (12, 21)
        ]
    assert check(project.store) == []


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
@pytest.mark.parametrize("name", READERS)
def test_that_no_sign_of_a_file_locks_its_author_out(name, sign, marked, held, tmp_path):
    for number, form in enumerate(forms(sign)):
        place = planted(marked / name, tmp_path / f"in{number}", form)
        with suppress(UserError):
            import_path(held, place, format=name, author="binh")
    with suppress(Exception):  # a writer may well refuse to write such signs
        plugins.load("formats", name)().write(
            [gold(sign)], schema=SCHEMA, path=tmp_path / "own", progress=silent
        )
    with suppress(UserError):
        import_path(held, tmp_path / "own", format=name, author="binh")
    assert_at_work(held, "binh")


@pytest.mark.parametrize("name", READERS)
def test_that_the_mark_itself_is_taken(name, marked, held):
    done = import_path(held, marked / name, format=name, author="binh")
    assert (done.reports, done.problems) == (1, ())
    assert_at_work(held, "binh")


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_that_no_author_has_such_a_name(sign, marked, held):
    with pytest.raises(UserError) as caught:
        import_path(held, marked / "jsonl", format="jsonl", author=f"bi{sign}nh")
    assert caught.value.code == "bad-author-name"
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 300
    assert [name for (name,) in held.store.rows("SELECT name FROM authors")] == ["an"]


@pytest.mark.parametrize("sign", SIGNS.values(), ids=SIGNS)
def test_that_no_sign_of_a_bundle_locks_its_author_out(sign, held, tmp_path):
    path = tmp_path / "binh.bundle"
    with Project.create(tmp_path / "other", schema=SCHEMA, author="binh") as other:
        add_report(other.store, Report(MARK, TEXT))
        work_of(other)
        bundle(other, path, author="binh")
    assert_taken_whole(path, tmp_path)
    data = path.read_bytes()
    text = zlib.decompress(data[data.index(b"\n") + 1 :])
    places = text.count(MARK.encode())
    assert places > 8
    for place in range(places):
        write_bundle_of(path, replaced(text, place, json.dumps(sign)[1:-1].encode()))
        with suppress(UserError):
            merge(held, [path])
        assert_no_sign(held)
    assert_at_work(held, "binh")


def assert_taken_whole(path, tmp_path):
    """Hold a bundle to be one that is merged as it is, marks and all."""
    with Project.create(tmp_path / "third", schema=SCHEMA, author="an") as third:
        add_report(third.store, Report("r", TEXT))
        done = merge(third, [path])
        assert (done.entries, done.lines) == (2, ())


def work_of(project):
    """Let an author decide and say things, the mark in all of them."""
    (report_id,) = project.report_ids()
    opened = OpenReport(project, report_id)
    opened.commit(editing.draw(opened.desk, 0, 7, "ORG"))
    folder = Path(project.path).with_name("own-marked")
    plugins.load("formats", "jsonl")().write([gold(MARK)], schema=SCHEMA, path=folder, progress=silent)
    import_path(project, folder, format="jsonl", author="binh")


def replaced(text, place, form):
    """Give a text with the mark replaced at one of its places, and as it was at the others."""
    parts = text.split(MARK.encode())
    return MARK.encode().join(parts[: place + 1]) + form + MARK.encode().join(parts[place + 1 :])


def write_bundle_of(path, text):
    body = zlib.compress(text)
    path.write_bytes(b"annotator-bundle 1 %s\n" % sha256(body).hexdigest().encode() + body)
