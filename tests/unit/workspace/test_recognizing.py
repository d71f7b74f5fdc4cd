"""Work on a copy of a report that is spelled or laid out otherwise comes to its place, or is listed."""

from __future__ import annotations

import re
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.reports import Report
from annotator.domain.spans import Span, candidate_id
from annotator.resources import default_schema
from annotator.store.authors import ensure_author
from annotator.store.integrity import check
from annotator.store.journal import entries
from annotator.store.reports import add_report
from annotator.text.anchors import Words
from annotator.workspace import editing
from annotator.workspace.bundling import bundle
from annotator.workspace.counting import everybodys_counts
from annotator.workspace.merging import merge
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

TEXT = (
    "Huyện ủy Tam Hòa họp ngày 19/10/2023 tại trung tâm hội nghị của huyện.\n"
    "Thu ngân sách của huyện đạt 2.236 tỷ đồng, tăng 6,43% so với dự toán; hòa giải thành 15 vụ.\n"
    "Đồng chí Vàng A Mẫu, Bí thư Huyện ủy, dự họp và đọc báo cáo trước toàn thể hội nghị.\n"
    "Toàn huyện hiện có 12 trường đạt chuẩn, 7 xã hoàn thành chương trình, 45 bản có điện.\n"
)
NAMED = {
    "Huyện ủy Tam Hòa": "ORG",
    "19/10/2023": "DATE",
    "Vàng A Mẫu": "PERSON",
    "Bí thư Huyện ủy": "POSITION",
}
TONES = {"Hòa": "Hoà", "hòa": "hoà", "ủy": "uỷ"}
COPIES = {
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "line breaks": lambda text: text.replace(", ", ",\n"),
    "tones elsewhere": lambda text: re.sub(r"\w+", lambda word: TONES.get(word[0], word[0]), text),
    "a word more": lambda text: text.replace("dự họp", "cùng dự họp"),
}


def made(folder, name, text, author):
    """Make a project with one report, and the candidates an extractor finds by name."""
    project = Project.create(Path(folder) / f"{name}.annotator", schema=default_schema(), author=author)
    report = Report(name, text)
    add_report(project.store, report)
    ensure_author(project.store, "rules", kind="extractor")
    spans = []
    for surface, label in NAMED.items():
        found = re.search(r"\s+".join(map(re.escape, surface.split())), text) or re.search(
            r"\s+".join(re.escape(TONES.get(word, word)) for word in surface.split()), text
        )
        if found is not None:
            held = ("entity", label, *found.span())
            spans.append(Span(candidate_id("rules", *held), *found.span(), "entity", label, score=0.9))
    draft = Draft(report.id, "rules", "rules", "b", Edit("extract", Fragment(), Fragment(tuple(spans))))
    project.commit([draft], {})
    held = project.candidates(report.id)
    project.commit([], everybodys_counts(held, [], threshold=project.threshold))
    return project, report.id


def decided(project, report_id, verbs):
    opened = OpenReport(project, report_id)
    for number, verb in enumerate(verbs):
        span = list(opened.view)[number]
        opened.commit({"accept": editing.accept, "reject": editing.reject}[verb](opened.desk, [span.id]))
    return opened


def said(project, report_id, author):
    """Return what an author's set says, by words rather than by place."""
    text = project.report(report_id).text
    spans = project.decisions(report_id, author).ordered()
    return [(tuple(Words(text[s.start : s.end]).keys), s.label, s.state) for s in spans]


VERBS = st.lists(st.sampled_from(["accept", "reject"]), min_size=1, max_size=4)


@settings(max_examples=6)
@given(st.sampled_from(sorted(COPIES)), VERBS, st.sampled_from(sorted(COPIES)), VERBS)
def test_that_work_on_copies_comes_to_its_place_in_any_order(one, first, two, second):
    with TemporaryDirectory() as folder:
        lead, report_id = made(folder, "lead", TEXT, "an")
        files, told = [], {}
        for author, copy, verbs in (("binh", one, first), ("chi", two, second)):
            project, theirs = made(folder, author, COPIES[copy](TEXT), author)
            decided(project, theirs, verbs)
            told[author] = said(project, theirs, author)
            files.append(Path(folder) / f"{author}.bundle")
            bundle(project, files[-1], author=author)
            project.close()
        lead.close()
        reached = []
        for number, order in enumerate(permutations(files)):
            target = Path(folder) / f"target{number}.annotator"
            target.write_bytes(lead.path.read_bytes())
            with Project.for_writing(target, author="an") as project:
                for file in order:
                    done = merge(project, [file])
                    assert done.refused == done.unplaced == done.unapplied == ()
                for author, words in told.items():
                    assert said(project, report_id, author) == words
                    # Every decision answers a candidate of the project's own text.
                    mine = project.decisions(report_id, author).spans.keys()
                    assert mine <= project.candidates(report_id).spans.keys()
                assert check(project.store) == []
                assert merge(project, files).entries == 0
                sets = [project.decisions(report_id, author) for author in ("binh", "chi", "rules")]
                reached.append((sets, entries(project.store, report_id, everything=True)))
        assert reached[0] == reached[1]


def test_that_what_has_no_sure_place_is_listed_and_never_moved(tmp_path):
    lead, report_id = made(tmp_path, "lead", TEXT.replace("Vàng A Mẫu", "Vàng A Màu"), "an")
    project, theirs = made(tmp_path, "binh", TEXT, "binh")
    decided(project, theirs, ["accept"] * 4)
    bundle(project, tmp_path / "binh.bundle", author="binh")
    done = merge(lead, [tmp_path / "binh.bundle"])
    (line,) = done.unplaced
    start = TEXT.index("Vàng A Mẫu")
    assert line.endswith(f"binh: PERSON of binh at {start} to {start + 10} there has no sure place")
    assert [label for _, label, _ in said(lead, report_id, "binh")] == ["ORG", "DATE", "POSITION"]
    assert any("is taken for lead of this project" in note for note in done.notes)
    assert "Vàng" not in "".join(done.lines)
    assert check(lead.store) == []
    project.close()
    lead.close()


@pytest.mark.parametrize("text", ["Một báo cáo khác hẳn về mùa màng ở vùng cao năm nay.\n", TEXT[:150]])
def test_that_a_report_the_project_does_not_have_is_listed(tmp_path, text):
    lead, report_id = made(tmp_path, "lead", TEXT, "an")
    project, _ = made(tmp_path, "binh", text, "binh")
    project.close()
    done = merge(lead, [project.path])
    assert done.unplaced == (
        "binh.annotator: binh is no report of this project, nor nearly one; add it, then merge again",
    )
    assert done.entries == 0
    assert lead.report_ids() == [report_id]
    lead.close()


def test_that_of_two_reports_that_are_alike_none_is_chosen(tmp_path):
    lead, _ = made(tmp_path, "lead", TEXT.replace("15 vụ", "16 vụ"), "an")
    add_report(lead.store, Report("other", TEXT.replace("15 vụ", "17 vụ")))
    project, _ = made(tmp_path, "binh", TEXT, "binh")
    project.close()
    assert len(merge(lead, [project.path]).unplaced) == 1
    lead.close()


def test_that_a_report_that_comes_along_itself_is_not_taken_for_a_copy_of_another(tmp_path):
    lead, report_id = made(tmp_path, "lead", TEXT, "an")
    project, _ = made(tmp_path, "binh", TEXT.replace("15 vụ", "16 vụ"), "binh")
    add_report(project.store, Report("lead", TEXT))
    project.close()
    done = merge(lead, [project.path])
    assert len(done.unplaced) == 1
    assert len(entries(lead.store, report_id)) == 1
    lead.close()


def test_that_a_file_that_is_neither_is_refused(tmp_path):
    lead, _ = made(tmp_path, "lead", TEXT, "an")
    (tmp_path / "notes.txt").write_text("không phải")
    with pytest.raises(UserError, match="neither a bundle nor a project"):
        merge(lead, [tmp_path / "notes.txt"])
    with pytest.raises(UserError, match="this very project"):
        merge(lead, [lead.path])
    lead.close()
