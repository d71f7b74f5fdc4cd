"""Annotated files as an author's own finished sets: matched by text, replaced by layer, undone as an edit."""

from __future__ import annotations

import json

import pytest

from annotator.domain.errors import UserError
from annotator.domain.relations import DURING, HOLDS, MEASURES
from annotator.domain.spans import State, candidate_id
from annotator.store.integrity import check
from annotator.workspace import editing
from annotator.workspace.importing import import_path
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

TEXT = "Năm 2023 thu 5 tỷ đồng.\nÔng Vàng A Mẫu, Bí thư.\n"
ENTITY = "⟦DATE#d1|Năm 2023⟧ thu 5 tỷ đồng.\nÔng ⟦PERSON;holds=p1|Vàng A Mẫu⟧, ⟦POSITION#p1|Bí thư⟧.\n"
FIGURE = (
    "Năm 2023 ⟦INDICATOR#i1|thu⟧ "
    "⟦MONEY#f1;value=5000000000;unit=VND;indicator=i1;period=d1|5 tỷ đồng⟧.\nÔng Vàng A Mẫu, Bí thư.\n"
)


@pytest.fixture
def gold(tmp_path):
    """Give a function that writes gold files by their names and returns their folder."""
    folder = tmp_path / "gold"
    folder.mkdir()

    def written(**files):
        for path in folder.iterdir():
            path.unlink()
        for name, text in files.items():
            stem, _, layer = name.rpartition("_")
            (folder / f"{stem}.{layer}.txt").write_text(text, encoding="utf-8")
        return folder

    return written


@pytest.fixture
def lines(tmp_path):
    """Give a function that writes JSON lines and returns their file."""

    def written(*objects):
        path = tmp_path / "in.jsonl"
        path.write_text("".join(json.dumps(each) + "\n" for each in objects), encoding="utf-8")
        return path

    return written


def span(span_id, surface, label, layer, text=TEXT, **more):
    start = text.index(surface)
    return {"id": span_id, "start": start, "end": start + len(surface), "layer": layer, "label": label} | more


def line(*spans, relations=(), text=TEXT):
    links = [dict(zip(("label", "from", "to"), relation, strict=True)) for relation in relations]
    return {"source": "r0.txt", "text": text, "spans": list(spans), "relations": links}


def take(project, path, author="binh", format="markup", **more):
    return import_path(project, path, format=format, author=author, **more)


def surfaces(held, text=TEXT):
    return {(text[s.start : s.end], s.label) for s in held.spans.values()}


def test_that_both_layers_become_one_finished_set_of_the_author(project, add, gold):
    (report_id,) = add(TEXT)
    done = take(project, gold(r0_entity=ENTITY, r0_figure=FIGURE))
    held = project.decisions(report_id, "binh")
    assert (done.reports, done.spans, done.relations, done.problems, done.notes) == (1, 5, 3, (), ())
    assert surfaces(held) == {
        ("Năm 2023", "DATE"),
        ("Vàng A Mẫu", "PERSON"),
        ("Bí thư", "POSITION"),
        ("thu", "INDICATOR"),
        ("5 tỷ đồng", "MONEY"),
    }
    assert {r.label for r in held.relations} == {DURING, HOLDS, MEASURES}
    assert {s.state for s in held.spans.values()} == {State.IMPORTED}
    assert held.finished
    assert project.decisions(report_id).spans == {}
    assert check(project.store) == []


def test_that_importing_the_same_twice_changes_nothing_more(project, add, gold):
    (report_id,) = add(TEXT)
    folder = gold(r0_entity=ENTITY, r0_figure=FIGURE)
    take(project, folder)
    before = project.decisions(report_id, "binh"), project.store.rows("SELECT * FROM journal")
    done = take(project, folder)
    assert (done.reports, done.spans) == (1, 5)
    assert (project.decisions(report_id, "binh"), project.store.rows("SELECT * FROM journal")) == before


def test_that_an_empty_annotation_is_a_finished_set_too(project, add, gold):
    (report_id,) = add(TEXT)
    done = take(project, gold(r0_entity=TEXT))
    assert (done.reports, done.spans) == (1, 0)
    assert project.decisions(report_id, "binh").finished


def test_that_an_import_replaces_the_authors_own_set_and_can_be_undone(project, add, gold):
    (report_id,) = add(TEXT)
    opened = OpenReport(project, report_id)
    opened.commit(editing.draw(opened.desk, 0, 3, "DATE"))
    before = project.decisions(report_id)
    take(project, gold(r0_entity=ENTITY), author="an")
    assert ("Năm", "DATE") not in surfaces(project.decisions(report_id))
    opened = OpenReport(project, report_id)
    assert opened.view.counts == project.row(report_id).counts
    assert opened.undo_label() == "import"
    opened.undo()
    assert project.decisions(report_id) == before
    opened.redo()
    assert project.decisions(report_id).finished


def test_that_a_layer_without_a_file_is_kept_with_its_relations(project, add, gold):
    (report_id,) = add(TEXT)
    take(project, gold(r0_entity=ENTITY, r0_figure=FIGURE))
    take(project, gold(r0_entity=ENTITY.replace(";holds=p1", "")))
    held = project.decisions(report_id, "binh")
    assert len(held.spans) == 5
    assert {r.label for r in held.relations} == {DURING, MEASURES}
    take(project, gold(r0_figure=TEXT))
    assert surfaces(project.decisions(report_id, "binh")) == {
        ("Năm 2023", "DATE"),
        ("Vàng A Mẫu", "PERSON"),
        ("Bí thư", "POSITION"),
    }


def test_that_a_relation_the_files_no_longer_state_is_gone(project, add, lines):
    (report_id,) = add(TEXT)
    spans = [span("e1", "Vàng A Mẫu", "PERSON", "entity"), span("e2", "Bí thư", "POSITION", "entity")]
    take(project, lines(line(*spans, relations=[(HOLDS, "e1", "e2")])), format="jsonl")
    assert len(project.decisions(report_id, "binh").relations) == 1
    take(project, lines(line(*spans)), format="jsonl")
    assert project.decisions(report_id, "binh").relations == frozenset()


def test_that_an_id_that_a_kept_span_has_already_costs_neither_its_place(project, add, lines, gold):
    (report_id,) = add(TEXT)
    name = candidate_id("import", "entity", "DATE", 0, 8)
    spans = [
        span(name, "thu", "INDICATOR", "figure"),
        span("f", "5 tỷ đồng", "MONEY", "figure", attributes={"value": "5000000000", "unit": "VND"}),
    ]
    take(project, lines(line(*spans, relations=[(MEASURES, "f", name)])), format="jsonl")
    for _ in range(2):
        take(project, gold(r0_entity=ENTITY))
        held = project.decisions(report_id, "binh")
        assert len(held.spans) == 5
        assert held.spans[name].label == "INDICATOR"
        assert {r.label for r in held.relations} == {MEASURES, HOLDS}


def test_that_spans_that_overlap_within_a_layer_are_left_out_and_said(project, add, lines):
    (report_id,) = add(TEXT)
    spans = [span("a", "Vàng A Mẫu", "PERSON", "entity"), span("b", "Mẫu, Bí", "ORG", "entity")]
    done = take(project, lines(line(*spans)), format="jsonl")
    assert surfaces(project.decisions(report_id, "binh")) == {("Vàng A Mẫu", "PERSON")}
    assert done.spans == 1
    (note,) = done.notes
    assert note == "r0.txt: left out, since they overlap others of their layer: 1"


def test_that_texts_no_report_has_and_broken_files_are_listed_and_the_others_taken(project, add, gold):
    (report_id,) = add(TEXT)
    done = take(
        project,
        gold(
            r0_entity=ENTITY,
            other_entity="Một văn bản khác ⟦LOC|Lai Châu⟧.\n",
            broken_entity="⟦PLANET|Sao Hỏa⟧ và ⟦LOC|Lai Châu\n",
        ),
    )
    assert done.reports == 1
    assert project.decisions(report_id, "binh").finished
    said = "\n".join(done.problems)
    assert "other: no report of the project has this text" in said
    assert said.count("broken.entity.txt") >= 2
    assert "Sao Hỏa" not in said


def test_that_the_same_report_twice_is_taken_once_and_said(project, add, lines):
    (report_id,) = add(TEXT)
    first = line(span("a", "Vàng A Mẫu", "PERSON", "entity"))
    second = line(span("b", "Bí thư", "POSITION", "entity"))
    done = take(project, lines(first, second), format="jsonl")
    assert surfaces(project.decisions(report_id, "binh")) == {("Vàng A Mẫu", "PERSON")}
    assert done.reports == 1
    assert len(done.problems) == 1
    assert "twice" in done.problems[0]


def test_that_when_nothing_can_be_taken_nothing_is_changed(project, add, gold):
    add("Khác.\n")
    with pytest.raises(UserError) as caught:
        take(project, gold(r0_entity=ENTITY))
    assert caught.value.code == "nothing-imported"
    assert "no report of the project has this text" in caught.value.message
    assert project.store.rows("SELECT name FROM authors") == [("an",)]
    assert project.store.rows("SELECT * FROM journal") == []


@pytest.mark.parametrize(
    ("author", "format", "code"), [("rules", "markup", "author-taken"), ("an", "papyrus", "unknown-plugin")]
)
def test_that_a_wrong_author_or_format_is_refused(filled, add, gold, author, format, code):
    add(TEXT)
    before = filled.store.rows("SELECT * FROM journal")
    with pytest.raises(UserError) as caught:
        take(filled, gold(r0_entity=ENTITY), author=author, format=format)
    assert caught.value.code == code
    assert filled.store.rows("SELECT * FROM journal") == before


def test_that_nothing_is_imported_into_a_project_open_for_reading_only(project, add, gold):
    add(TEXT)
    project.close()
    with Project.open(project.path, read_only=True) as held, pytest.raises(UserError, match="reading only"):
        take(held, gold(r0_entity=ENTITY), author="an")


def test_that_a_cancel_keeps_what_was_taken(project, add, gold):
    texts = [f"Báo cáo {number}.\n" for number in range(3)]
    ids = add(*texts)
    told = []
    done = take(
        project,
        gold(**{f"r{n}_entity": text for n, text in enumerate(texts)}),
        progress=lambda *words: told.append(words),
        cancelled=lambda: len(told) == 2,
    )
    assert done.reports == 2
    assert [project.decisions(each, "binh").finished for each in ids] == [True, True, False]
    assert told == [(0, 3, "r0"), (1, 3, "r1")]
    again = take(project, gold(r0_entity=texts[0]), cancelled=lambda: True)
    assert again.reports == 0


def test_that_gold_survives_a_way_out_and_in_again(filled, report, tmp_path):
    from annotator.workspace.exporting import ExportRequest, export

    opened = OpenReport(filled, report.id)
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    for format, name in (("jsonl", "out.jsonl"), ("markup", "out")):
        export(filled, ExportRequest(format, tmp_path / name))
        take(filled, tmp_path / name, author=format, format=format)
        theirs, mine = filled.decisions(report.id, format), filled.decisions(report.id)
        standing = {s.id: s for s in mine.spans.values() if s.is_standing}
        assert surfaces(theirs, report.text) == {
            (report.text[s.start : s.end], s.label) for s in standing.values()
        }
        assert len(theirs.relations) == len(mine.relations)


def test_that_a_format_that_cannot_read_is_refused_and_one_of_a_plugin_is_used(project, add, odd, tmp_path):
    (report_id,) = add(TEXT)
    path = tmp_path / "r0.in"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        take(project, path, format="out-only")
    assert caught.value.code == "cannot-read"
    assert take(project, path, format="in-only").reports == 1
    assert project.decisions(report_id, "binh").finished


def test_that_a_flood_of_problems_is_told_in_a_few_lines(project, lines, tmp_path):
    from annotator.workspace.surveying import survey

    marks = tmp_path / "a.entity.txt"
    marks.write_text("⟦\n" * 5_000, encoding="utf-8")
    bad = lines(*({"text": f"dòng {number}", "spans": [{}]} for number in range(1_000)))
    for path, kind, many in ((marks, "markup", "more lines like these"), (bad, "jsonl", "are not listed")):
        with pytest.raises(UserError) as caught:
            import_path(project, path, format=kind, author="an")
        told = str(caught.value).splitlines()
        assert len(told) <= 201
        assert len(set(told)) == len(told)
        assert many in told[-1]
        assert len(survey(project, path, format=kind).problems) <= 201


def test_that_one_mark_with_the_same_fault_many_times_is_told_once(project, tmp_path):
    path = tmp_path / "a.entity.txt"
    path.write_text("⟦ORG" + ";a=b" * 5_000 + "|x⟧", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        import_path(project, path, format="markup", author="an")
    assert str(caught.value).count("stands twice") == 1


def test_that_a_long_text_no_report_has_costs_no_more_than_itself(project, tmp_path):
    import tracemalloc

    path = tmp_path / "a.conll"
    path.write_text("x" * 2_000_000 + "\tO\n", encoding="utf-8")
    tracemalloc.start()
    try:
        with pytest.raises(UserError, match="no report of the project has this text"):
            import_path(project, path, format="conll", author="an")
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
    finally:
        tracemalloc.stop()
