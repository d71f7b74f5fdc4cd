"""The schema of a project changes in one step, spans with it, and that step is taken back as one."""

import pytest

from annotator.domain.errors import StaleEditError, UserError
from annotator.domain.schema_drafts import SchemaDraft
from annotator.resources import schema_from_text
from annotator.store.integrity import check
from annotator.store.memory import tallies
from annotator.store.schemas import schema_entries
from annotator.workspace import editing
from annotator.workspace.defining import (
    define,
    plan,
    redo_definition,
    redoable,
    undo_definition,
    undoable,
)
from annotator.workspace.exporting import ExportRequest, export
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport


def draft_of(project):
    return SchemaDraft(project.schema)


def put(project, draft):
    return define(project, plan(project, draft.schema(), labels=draft.labels, values=draft.values))


def rename(project, old, new):
    draft = draft_of(project)
    draft.rename(old, new)
    return put(project, draft)


def without(schema, *names):
    """Return a schema's file as somebody writes it who has no use for some labels."""
    draft = SchemaDraft(schema)
    for name in names:
        draft._data["labels"].remove(draft._label(name))
        for mentioned in draft._mentions():
            mentioned[:] = [each for each in mentioned if each != name]
    return draft.schema()


def labels_of(project, report_id, author="an"):
    return {span.id: span.label for span in project.decisions(report_id, author).spans.values()}


@pytest.fixture
def worked(filled, report):
    """Give the project with the body accepted, the amount and its name too, and the person drawn anew."""
    opened = OpenReport(filled, report.id)
    opened.commit(editing.accept(opened.desk, ["org"]))
    opened.commit(editing.accept(opened.desk, ["money", "thu", "percent"]))
    opened.commit(editing.reject(opened.desk, ["position"]))
    return filled


def test_that_a_plan_counts_spans_by_report_and_author_and_shows_some(worked, report):
    draft = draft_of(worked)
    draft.rename("ORG", "BODY")
    found = plan(worked, draft.schema(), labels=draft.labels)
    assert [(use.report, use.author, use.spans, use.is_person) for use in found.uses] == [
        (report.name, "an", 1, True),
        (report.name, "rules", 1, False),
    ]
    assert (found.spans, found.reports) == (2, 1)
    (place,) = found.places
    assert report.text[place.start : place.end] == place.hit == "Tỉnh ủy Yên Thủy"
    assert place.left + place.hit + place.right == report.text[: place.end + 40]
    assert worked.schema.by_name.keys() >= {"ORG"}, "nothing was changed by looking"


def test_that_a_renamed_label_takes_every_span_with_it_and_undo_brings_both_back(worked, report):
    toml = worked.schema.toml
    assert rename(worked, "ORG", "BODY").spans == 2
    assert worked.schema.label("BODY").formerly == ("ORG",)
    assert labels_of(worked, report.id)["org"] == "BODY"
    assert labels_of(worked, report.id, "rules")["org"] == "BODY"
    assert check(worked.store) == []
    assert undo_definition(worked).spans == 2
    assert worked.schema.label("ORG").formerly == ("BODY",)
    assert schema_from_text(toml, where="").by_name.keys() == worked.schema.by_name.keys()
    assert labels_of(worked, report.id)["org"] == "ORG"
    assert check(worked.store) == []
    assert redo_definition(worked).spans == 2
    assert labels_of(worked, report.id)["org"] == "BODY"
    assert redo_definition(worked) is None
    assert check(worked.store) == []


def test_that_an_edit_made_before_a_rename_is_undone_after_it_and_after_a_restart(worked, report):
    path = worked.path
    rename(worked, "ORG", "BODY")
    worked.close()
    with Project.open(path, author="an") as again:
        opened = OpenReport(again, report.id)
        for _ in range(3):
            assert opened.undo() is not None
        assert opened.view.decided("org") is None
        assert opened.view.get("org").label == "BODY"
        opened.redo()
        assert opened.view.decided("org").label == "BODY"
        assert check(again.store) == []


def test_that_an_edit_made_under_a_new_name_is_undone_after_the_old_one_is_back(worked, report):
    rename(worked, "ORG", "BODY")
    opened = OpenReport(worked, report.id)
    opened.commit(editing.annotate(opened.desk, "org", note="xem lại"))
    undo_definition(worked)
    opened = OpenReport(worked, report.id)
    opened.undo()
    assert (opened.view.decided("org").label, opened.view.decided("org").note) == ("ORG", "")
    assert check(worked.store) == []


def test_that_the_undo_of_a_report_passes_a_change_of_the_schema_by(worked, report):
    draft = draft_of(worked)
    wanted = without(worked.schema, "PERCENT")
    define(worked, plan(worked, wanted, labels={"PERCENT": "COUNT"}))
    opened = OpenReport(worked, report.id)
    assert opened.undo_label() == "reject"
    assert opened.undo().label == "reject"
    assert draft.before.by_name.keys() - worked.schema.by_name.keys() == {"PERCENT"}


def test_that_gold_has_the_new_name_and_the_decisions_made_before(worked, report, tmp_path):
    import sqlite3
    from contextlib import closing

    rename(worked, "ORG", "BODY")
    opened = OpenReport(worked, report.id)
    opened.commit(editing.finish(opened.desk, leftovers="reject"))
    export(worked, ExportRequest("sqlite", tmp_path / "gold.db"))
    with closing(sqlite3.connect(tmp_path / "gold.db")) as gold:
        assert gold.execute("SELECT text FROM gold_entities WHERE label = 'BODY'").fetchall() == [
            ("Tỉnh ủy Yên Thủy",)
        ]
        actions = gold.execute(
            "SELECT d.author, d.action, d.candidate_id FROM decisions d JOIN spans s ON s.id = d.span_id "
            "WHERE s.label = 'BODY' ORDER BY d.at"
        ).fetchall()
        assert actions == [("an", "accept", "org")]
        assert gold.execute("SELECT count(*) FROM labels WHERE label = 'ORG'").fetchone() == (0,)


def test_that_labels_join_in_everybodys_sets_and_are_parted_again(worked, report):
    before = {author: labels_of(worked, report.id, author) for author in ("an", "rules")}
    wanted = without(worked.schema, "PERCENT")
    done = define(worked, plan(worked, wanted, labels={"PERCENT": "COUNT"}))
    assert done.spans == 2
    assert labels_of(worked, report.id)["percent"] == "COUNT"
    assert labels_of(worked, report.id, "rules")["percent"] == "COUNT"
    assert check(worked.store) == []
    assert undo_definition(worked).left_out == 0
    assert {author: labels_of(worked, report.id, author) for author in ("an", "rules")} == before
    assert check(worked.store) == []
    redo_definition(worked)
    assert labels_of(worked, report.id)["percent"] == "COUNT"
    undo_definition(worked)
    assert {author: labels_of(worked, report.id, author) for author in ("an", "rules")} == before
    assert check(worked.store) == []


def test_that_a_joined_span_somebody_changed_since_stays_joined_when_the_labels_part(worked, report):
    define(worked, plan(worked, without(worked.schema, "PERCENT"), labels={"PERCENT": "COUNT"}))
    opened = OpenReport(worked, report.id)
    opened.commit(editing.annotate(opened.desk, "percent", note="xem lại"))
    assert undo_definition(worked).left_out == 1
    assert labels_of(worked, report.id)["percent"] == "COUNT"
    assert labels_of(worked, report.id, "rules")["percent"] == "PERCENT"
    assert check(worked.store) == []


def test_that_attributes_and_links_the_other_label_cannot_have_go_and_come_back(worked, report):
    held = worked.decisions(report.id)
    assert held.spans["money"].attributes
    assert held.relations
    wanted = without(worked.schema, "MONEY")
    define(worked, plan(worked, wanted, labels={"MONEY": "INDICATOR"}))
    joined = worked.decisions(report.id)
    assert not joined.spans["money"].attributes
    assert not [link for link in joined.relations if link.source == "money"]
    undo_definition(worked)
    assert worked.decisions(report.id) == held
    assert check(worked.store) == []


def test_that_a_label_spans_have_is_not_left_out_without_a_word(worked):
    with pytest.raises(UserError) as caught:
        plan(worked, without(worked.schema, "ORG", "LOC"))
    assert caught.value.code == "label-in-use"
    assert "2 spans are ORG (say what they become: --map ORG=LABEL)" in caught.value.message
    assert "LOC" not in caught.value.message


def test_that_a_label_no_span_has_retires_where_the_file_has_it_not(worked):
    define(worked, plan(worked, without(worked.schema, "LOC")))
    assert worked.schema.label("LOC").retired


def test_that_an_attribute_or_relation_in_use_is_not_left_out(worked):
    draft = draft_of(worked)
    draft._data["attributes"] = [rule for rule in draft._data["attributes"] if rule["name"] != "unit"]
    draft._data["relations"] = [rule for rule in draft._data["relations"] if rule["name"] != "measures"]
    with pytest.raises(UserError) as caught:
        plan(worked, draft.schema())
    assert caught.value.code == "attribute-in-use"
    assert "spans of MONEY have the attribute unit" in caught.value.message
    assert "links are measures" in caught.value.message


def test_that_a_renamed_value_takes_every_span_with_it_and_undo_brings_it_back(worked, report):
    draft = draft_of(worked)
    draft.rename_value("direction", "up", "rise")
    assert put(worked, draft).spans == 2
    assert worked.decisions(report.id).spans["percent"].attributes["direction"] == "rise"
    assert check(worked.store) == []
    opened = OpenReport(worked, report.id)
    opened.undo()
    opened.undo()
    assert opened.view.get("percent").attributes["direction"] == "rise"
    undo_definition(worked)
    assert worked.decisions(report.id, "rules").spans["percent"].attributes["direction"] == "up"
    assert check(worked.store) == []


def test_that_an_added_label_nobody_used_goes_without_a_trace(worked):
    labels = worked.schema.labels
    draft = draft_of(worked)
    draft.add("AREA", layer="entity")
    put(worked, draft)
    assert "AREA" in worked.schema.by_name
    undo_definition(worked)
    assert worked.schema.labels == labels


def test_that_an_added_label_somebody_used_stays_as_a_retired_one(worked, report, place):
    draft = draft_of(worked)
    draft.add("AREA", layer="entity")
    put(worked, draft)
    opened = OpenReport(worked, report.id)
    opened.commit(editing.draw(opened.desk, *place("họp"), "AREA"))
    opened.undo()
    undo_definition(worked)
    assert worked.schema.label("AREA").retired
    OpenReport(worked, report.id).redo()
    assert "AREA" in labels_of(worked, report.id).values()
    assert check(worked.store) == []


def test_that_what_is_remembered_follows_the_new_name(worked):
    keys = set(_keys(worked))
    assert {key.label for key in keys} >= {"POSITION"}
    rename(worked, "POSITION", "POST")
    assert {key.label for key in _keys(worked)} & {"POST", "POSITION"} == {"POST"}


def _keys(project):
    from annotator.domain.memory import Key

    rows = project.store.rows("SELECT DISTINCT label, string FROM memory")
    return tallies(project.store, [Key(*row) for row in rows])


def test_that_extracting_again_gives_candidates_their_new_name_and_no_retired_ones(
    worked, report, candidates
):
    from annotator.extract.base import Extraction
    from annotator.workspace.extracting import Placing

    rename(worked, "DATE", "DAY")
    draft = draft_of(worked)
    draft.alter("PERSON", retired=True)
    put(worked, draft)
    found = Extraction(tuple(candidates.spans.values()), candidates.relations)
    Placing(worked, "rules").put(report, found)
    held = worked.decisions(report.id, "rules")
    assert held.spans["date"].label == "DAY"
    assert "person" not in held.spans
    assert check(worked.store) == []


def test_that_only_one_of_two_changes_made_at_once_holds(worked):
    draft = draft_of(worked)
    draft.rename("ORG", "BODY")
    late = plan(worked, draft.schema(), labels=draft.labels)
    rename(worked, "LOC", "PLACE")
    with pytest.raises(StaleEditError):
        define(worked, late)
    assert len(schema_entries(worked.store)) == 1


def test_that_a_change_is_told_who_made_it_and_what_it_was(worked):
    assert undoable(worked) is None
    rename(worked, "ORG", "BODY")
    (entry,) = schema_entries(worked.store)
    assert (entry.author, entry.action) == ("an", "edit")
    assert undoable(worked).labels == {"ORG": "BODY"}
    assert redoable(worked) is None
    undo_definition(worked)
    assert undoable(worked) is None
    assert redoable(worked).labels == {"ORG": "BODY"}


def test_that_a_change_that_changes_nothing_is_not_written(worked):
    assert define(worked, plan(worked, worked.schema)).spans == 0
    assert schema_entries(worked.store) == []


def test_that_the_history_of_the_schema_is_append_only(worked):
    import sqlite3

    rename(worked, "ORG", "BODY")
    for sql in ("DELETE FROM schemas", "UPDATE schemas SET author = 1"):
        with pytest.raises(sqlite3.IntegrityError):
            worked.store.connection.execute(sql)


def test_that_candidates_that_came_corrected_follow_labels_that_join_and_part(worked, add):
    from annotator.domain.edits import Edit, Fragment
    from annotator.domain.history import Draft
    from annotator.domain.spans import Span

    texts = ("Thu ngân sách tăng 5% ở xã Nà Lốc.", "Thu ngân sách tăng 5% ở xã Nà Lốc nữa.")
    ids = add(*texts)
    for report_id, text in zip(ids, texts, strict=True):
        start = text.index("5%")
        span = Span(f"c{report_id}", start, start + 2, "figure", "PERCENT", score=0.9, extractor="rules")
        edit = Edit("extract", Fragment(), Fragment((span,)))
        worked.commit([Draft(report_id, "rules", "rules", "b", edit)], {})
    opened = OpenReport(worked, ids[0])
    opened.commit(editing.relabel(opened.desk, f"c{ids[0]}", "COUNT"))
    recalled = OpenReport(worked, ids[1]).view.get(f"c{ids[1]}")
    assert (recalled.label, recalled.evidence.recalled_from.label) == ("COUNT", "PERCENT")
    rename(worked, "PERCENT", "SHARE")
    assert OpenReport(worked, ids[1]).view.get(f"c{ids[1]}").evidence.recalled_from.label == "SHARE"
    define(worked, plan(worked, without(worked.schema, "SHARE"), labels={"SHARE": "RATIO"}))
    assert [problem for problem in check(worked.store) if problem.code != "counts"] == []
    undo_definition(worked)
    assert [problem for problem in check(worked.store) if problem.code != "counts"] == []
    assert OpenReport(worked, ids[1]).view.get(f"c{ids[1]}").evidence.recalled_from.label == "SHARE"


def test_that_a_retired_label_stays_on_its_spans_and_is_given_to_no_others(worked, report, place):
    draft = draft_of(worked)
    draft.alter("ORG", retired=True)
    put(worked, draft)
    opened = OpenReport(worked, report.id)
    assert opened.view.get("org").label == "ORG"
    for intent in (
        lambda desk: editing.draw(desk, *place("họp"), "ORG"),
        lambda desk: editing.relabel(desk, "date", "ORG"),
    ):
        with pytest.raises(UserError) as caught:
            intent(opened.desk)
        assert caught.value.code == "retired-label"
    opened.commit(editing.relabel(opened.desk, "org", "LOC"))
    assert opened.undo() is not None
    assert opened.view.get("org").label == "ORG"


def test_that_a_renamed_label_is_still_read_as_what_it_was(worked, report, place):
    rename(worked, "DATE", "DAY")
    opened = OpenReport(worked, report.id)
    opened.commit(editing.reject(opened.desk, ["date"]))
    opened.commit(editing.draw(opened.desk, *place("19/10/2023"), "DAY"))
    drawn = opened.view.between(*place("19/10/2023"))[0]
    assert (drawn.label, drawn.attributes["date_from"]) == ("DAY", "2023-10-19")


@pytest.mark.parametrize(("format_", "name"), [("jsonl", "g.jsonl"), ("markup", "g")])
def test_that_gold_written_before_a_rename_is_read_after_it(worked, report, tmp_path, format_, name):
    from annotator.workspace.importing import import_path

    opened = OpenReport(worked, report.id)
    opened.commit(editing.finish(opened.desk, leftovers="accept"))
    export(worked, ExportRequest(format_, tmp_path / name))
    rename(worked, "ORG", "BODY")
    draft = draft_of(worked)
    draft.rename_value("direction", "up", "rise")
    put(worked, draft)
    done = import_path(worked, tmp_path / name, format=format_, author="binh")
    assert done.problems == ()
    held = worked.decisions(report.id, "binh").spans.values()
    assert "BODY" in {span.label for span in held}
    assert "rise" in {span.attributes.get("direction") for span in held}
