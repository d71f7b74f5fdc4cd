"""A bundle that is cut off, changed, newer, foreign or false is refused or partly taken, each with a line."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.cli import main
from annotator.domain.backups import Why
from annotator.domain.disputes import Answer, Resolution, Ruling, Statement
from annotator.domain.errors import UserError
from annotator.domain.reports import Report, text_sha256
from annotator.store.backups import back_up, folder_of
from annotator.store.integrity import check
from annotator.store.reports import add_report
from annotator.store.resolutions import keep_resolutions
from annotator.workspace import editing
from annotator.workspace.bundling import bundle
from annotator.workspace.merging import merge
from annotator.workspace.reading import OpenReport


def packed(lines, form=1):
    body = zlib.compress(b"".join(line + b"\n" for line in lines))
    return b"annotator-bundle %d %s\n" % (form, sha256(body).hexdigest().encode()) + body


def lines_of(data):
    return zlib.decompress(data[data.index(b"\n") + 1 :]).split(b"\n")[:-1]


@pytest.fixture
def sent(filled, report, tmp_path):
    """Give the file of a bundle of `binh`, who decided in two reports, and the project it is merged into."""
    target = filled.path.with_name("target.annotator")
    add_report(filled.store, Report("hai", "Thu ngân sách đạt 15 tỷ đồng.\n"))
    back_up(filled.store.connection, filled.path, Why.ASKED, folder=tmp_path / "kept").path.rename(target)
    filled.author = "binh"
    filled.ensure_author()
    first, second = filled.report_ids()
    opened = OpenReport(filled, first)
    opened.commit(editing.accept(opened.desk, ["org", "money"]))
    opened.undo()
    opened.redo()
    opened = OpenReport(filled, second)
    opened.commit(editing.draw(opened.desk, 0, 13, "INDICATOR"))
    ruling = Ruling("entity", 0, 5, (Statement(0, 5, "entity", "ORG", (("value", "1"),)),), ("binh",))
    keep_resolutions(
        filled.store, [Resolution("", first, "binh", "", 0, "", "b", "d1", Answer.OWN, ruling, "vì", "ghi")]
    )
    path = tmp_path / "binh.bundle"
    bundle(filled, path, author="binh")
    from annotator.workspace.projects import Project

    with Project.for_writing(target, author="an") as project:
        yield path, project


def state(project):
    """Return everything a project file holds but its log's own numbers."""
    tables = [name for (name,) in project.store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: project.store.rows(f"SELECT * FROM {name}") for name in tables if "search" not in name}


def refused(project, path, match):
    before = state(project)
    with pytest.raises(UserError, match=match) as caught:
        merge(project, [path])
    assert state(project) == before
    assert not list(folder_of(project.path).glob("*.backup"))
    assert "ngân sách" not in caught.value.message


def test_that_the_bundle_itself_is_taken_whole(sent):
    path, project = sent
    assert path.stat().st_mode & 0o777 == 0o600
    done = merge(project, [path])
    assert (done.reports, done.entries, done.resolutions, done.lines) == (2, 4, 1, ())
    assert check(project.store) == []
    data = path.read_bytes()
    bundle(project, path, author="binh")
    assert path.read_bytes() == data


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.99])
def test_that_a_bundle_cut_off_is_refused(sent, share):
    path, project = sent
    path.write_bytes(path.read_bytes()[: round(path.stat().st_size * share)])
    refused(project, path, "neither a bundle|cut off or was changed")


def test_that_a_bundle_with_something_behind_it_is_refused(sent):
    path, project = sent
    path.write_bytes(path.read_bytes() + b"\n")
    refused(project, path, "cut off or was changed")


def test_that_a_bundle_of_a_newer_form_is_refused(sent):
    path, project = sent
    path.write_bytes(packed(lines_of(path.read_bytes()), form=2))
    refused(project, path, "made by a newer annotator")


def test_that_a_bundle_of_another_schema_is_refused(sent):
    path, project = sent
    head, *rest = lines_of(path.read_bytes())
    path.write_bytes(packed([json.dumps({**json.loads(head), "schema": "other"}).encode(), *rest]))
    refused(project, path, "another schema")


@pytest.mark.parametrize(
    "head", [b"", b"{}", b"[]", b"nothing", b'{"schema": 1, "author": 2}', b"[" * 100_000]
)
def test_that_a_bundle_without_its_first_line_is_refused(sent, head):
    path, project = sent
    path.write_bytes(packed([head, *lines_of(path.read_bytes())[1:]]))
    refused(project, path, "cut off or was changed")


@pytest.mark.parametrize("body", [b"", b"no compression", zlib.compress(b"x" * 10**7)[:-9]])
def test_that_what_is_no_compressed_text_is_refused(sent, body):
    path, project = sent
    path.write_bytes(b"annotator-bundle 1 %s\n" % sha256(body).hexdigest().encode() + body)
    refused(project, path, "cut off or was changed")


def first_span(held):
    return next(e for e in held["entries"] if e["author"] == "binh")["after"]["spans"][0]


def entry_of(held):
    return next(e for e in held["entries"] if e["author"] == "binh")


BY_HAND = {
    "a span out of range": lambda held: first_span(held).update(end=10**6),
    "a span before the text": lambda held: first_span(held).update(start=-1),
    "a span the wrong way round": lambda held: first_span(held).update(start=9, end=3),
    "a border that is true": lambda held: first_span(held).update(start=True),
    "a border that is no whole number": lambda held: first_span(held).update(start=0.5),
    "a span of an unknown layer": lambda held: first_span(held).update(layer="mood"),
    "a span of an unknown label": lambda held: first_span(held).update(label="MOOD"),
    "a label of another layer": lambda held: first_span(held).update(layer="figure"),
    "a span of an unknown state": lambda held: first_span(held).update(state="maybe"),
    "a span with a field more": lambda held: first_span(held).update(colour="red"),
    "a span without an id": lambda held: first_span(held).pop("id"),
    "a score beyond one": lambda held: first_span(held).update(score=1.5),
    "a score that is no number": lambda held: first_span(held).update(score=float("nan")),
    "a score that is longer than any number": lambda held: first_span(held).update(score=10**400),
    "seconds longer than any number": lambda held: entry_of(held).update(seconds=10**400),
    "a number that is a word": lambda held: first_span(held).update(attributes={"value": "abc"}),
    "a number that is none": lambda held: first_span(held).update(attributes={"value": "sNaN"}),
    "a date there is not": lambda held: first_span(held).update(attributes={"date_from": "2023-13-40"}),
    "attributes that are numbers": lambda held: first_span(held).update(attributes={"value": 5}),
    "evidence outside the text": lambda held: first_span(held).update(evidence=["r", "", [["v", 0, 10**6]]]),
    "evidence that is none": lambda held: first_span(held).update(evidence="because"),
    "half a character": lambda held: first_span(held).update(note="\ud800"),
    "a relation of two": lambda held: entry_of(held)["after"].update(relations=[["holds", "a"]]),
    "a side that is a list": lambda held: entry_of(held).update(after=[]),
    "a finished that is a word": lambda held: entry_of(held)["after"].update(finished="yes"),
    "a clock from the end of time": lambda held: entry_of(held).update(clock=2**60),
    "a clock that is a word": lambda held: entry_of(held).update(clock="5"),
    "an id that is none": lambda held: entry_of(held).update(id="x"),
    "an undo of nothing": lambda held: entry_of(held).update(action="undo"),
    "an unknown action": lambda held: entry_of(held).update(action="drop"),
    "a time that is none": lambda held: entry_of(held).update(at="yesterday"),
    "a name with a line break": lambda held: entry_of(held).update(author="binh\nan"),
    "an author nobody names": lambda held: entry_of(held).update(author="dung"),
    "work in another's set": lambda held: entry_of(held).update(set="an"),
    "the same id twice": lambda held: held["entries"].append(entry_of(held)),
    "entries that are none": lambda held: held.update(entries={"a": 1}),
    "another text": lambda held: held.update(text=held["text"] + "Thêm."),
    "no text": lambda held: held.pop("text"),
}
REVIEWED = {
    "a ruling out of range": lambda row: row["ruling"].update(end=10**6),
    "a ruling that is a list": lambda row: row.update(ruling=[]),
    "a statement out of range": lambda row: row["ruling"]["spans"][0].update(end=10**6),
    "a statement without a label": lambda row: row["ruling"]["spans"][0].pop("label"),
    "a statement of an unknown label": lambda row: row["ruling"]["spans"][0].update(label="MOOD"),
    "an unknown answer": lambda row: row.update(answer="perhaps"),
    "authors that are numbers": lambda row: row["ruling"].update(authors=[1]),
    "a resolution by another": lambda row: row.update(author="rules"),
}


def changed(path, change):
    """Change the first report of a bundle by hand, as somebody would who knows how the hash is made."""
    head, line, *rest = lines_of(path.read_bytes())
    held = json.loads(line)
    change(held)
    path.write_bytes(packed([head, json.dumps(held).encode(), *rest]))


@pytest.mark.parametrize("fault", [*BY_HAND, *REVIEWED])
def test_that_a_report_edited_by_hand_is_left_out_and_the_others_are_taken(sent, fault):
    path, project = sent
    reviewing = REVIEWED.get(fault)
    change = BY_HAND[fault] if reviewing is None else lambda held: reviewing(held["resolutions"][0])
    changed(path, change)
    first, second = project.report_ids()
    before = project.decisions(first, "binh"), project.decisions(first, "rules")
    done = merge(project, [path])
    (line,) = (*done.refused, *done.unplaced)
    assert "was not taken" in line or "no report of this project" in line
    assert "ngân sách" not in line
    assert "\n" not in line
    assert (project.decisions(first, "binh"), project.decisions(first, "rules")) == before
    assert len(project.decisions(second, "binh").spans) == 1
    assert check(project.store) == []


def test_that_bytes_of_half_a_character_are_left_out_too(sent):
    path, project = sent
    head, line, rest = lines_of(path.read_bytes())
    broken = line.replace(b'"reason":""', b'"reason":"\xed\xa0\x80"', 1)
    assert broken != line
    path.write_bytes(packed([head, broken, rest]))
    done = merge(project, [path])
    assert "was not taken" in done.refused[0]
    assert done.reports == 1
    assert check(project.store) == []


def test_that_a_known_entry_that_says_something_else_stays_as_it_was(sent):
    path, project = sent
    merge(project, [path])
    first, _ = project.report_ids()
    before = project.decisions(first, "binh")
    changed(path, lambda held: first_span(held).update(note="khác"))
    done = merge(project, [path])
    assert done.entries == 0
    assert "1 known entries say something else" in done.refused[0]
    assert project.decisions(first, "binh") == before


def test_that_a_report_this_project_does_not_know_is_listed(sent):
    path, project = sent
    text = "Một báo cáo mà dự án này không có.\n"

    def other(held):
        held.update(text=text, id=text_sha256(text)[:16], entries=[], resolutions=[])

    changed(path, other)
    done = merge(project, [path])
    assert done.unplaced[0].endswith("is no report of this project, nor nearly one; add it, then merge again")
    assert done.reports == 1


def test_that_one_bad_file_of_several_is_listed_and_the_good_one_taken(sent, tmp_path):
    path, project = sent
    bad = tmp_path / "bad.bundle"
    bad.write_bytes(path.read_bytes()[:-5])
    done = merge(project, [bad, path])
    assert done.reports == 2
    assert "bad.bundle is cut off" in done.refused[0]
    with pytest.raises(UserError, match="is cut off or was changed") as caught:
        merge(project, [bad, bad])
    assert caught.value.code == "nothing-merged"


def test_that_missing_and_unreadable_files_are_refused(sent, tmp_path):
    path, project = sent
    refused(project, tmp_path / "none.bundle", "there is no file")
    refused(project, path.parent, "cannot be read")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6), st.integers(1, 255))
def test_that_no_changed_byte_goes_unnoticed(sent, at, by):
    path, project = sent
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= by
    broken = path.with_name("broken.bundle")
    broken.write_bytes(data)
    refused(project, broken, "broken.bundle")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_that_no_changed_byte_behind_a_right_hash_breaks_a_project(sent, data):
    path, project = sent
    lines = lines_of(path.read_bytes())
    number = data.draw(st.integers(0, len(lines) - 1))
    line = bytearray(lines[number])
    for _ in range(data.draw(st.integers(1, 4))):
        line[data.draw(st.integers(0, len(line) - 1))] = data.draw(st.integers(0, 255))
    lines[number] = bytes(line).replace(b"\n", b" ")
    broken = path.with_name("broken.bundle")
    broken.write_bytes(packed(lines))
    with suppress(UserError):
        merge(project, [broken])
    assert check(project.store) == []


def test_that_the_shell_bundles_and_merges_and_tells_what_was_not_taken(sent, tmp_path, capsys):
    path, project = sent
    target, other = str(project.path), str(tmp_path / "work.annotator")
    project.close()
    again = str(tmp_path / "again")
    assert main(["bundle", other, "--author", "binh", "-o", again, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": f"{again}.bundle", "reports": 2, "entries": 5}
    assert main(["merge", target, str(path), "--author", "an", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["reports"], told["entries"], told["resolutions"], told["refused"]) == (2, 4, 1, [])
    changed(path, BY_HAND["a span out of range"])
    assert main(["merge", target, str(path), "--author", "an"]) == 1
    said = capsys.readouterr()
    assert "0 entries and 0 resolutions came" in said.out
    assert "a span lies outside its text" in said.err
    assert main(["bundle", other, "--author", "nobody", "-o", again]) == 1
    assert "no person nobody" in capsys.readouterr().err
    assert main(["authors", target, "--add", "chi", "--author", "an"]) == 0
    assert main(["bundle", target, "--author", "chi", "-o", str(tmp_path / "none")]) == 1
    assert "chi has no work in this project yet" in capsys.readouterr().err
    assert not (tmp_path / "none.bundle").exists()
