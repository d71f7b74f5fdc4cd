"""One author's work held against itself: what differs is listed, previewed, and mended as one step."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.workspace import editing, linking
from annotator.workspace.consistency import LapseKind, find_lapses, mend, preview
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

TEXTS = (
    "Huyện Sơn Kha họp. Thu ngân sách đạt 120 tỷ đồng.",
    "Huyện Sơn Kha họp. Thu ngân sách đạt 130 tỷ đồng.",
    "Huyện Sơn Kha họp. Thu ngân sách đạt 140 tỷ đồng, tại tỉnh Lào Kha.",
)


@pytest.fixture
def ids(project, add):
    return add(*TEXTS)


@pytest.fixture
def draw(project):
    """Give a function that draws spans of a report by their words and returns their ids."""

    def drawn(report_id, *given, links=(), finished=False):
        opened = OpenReport(project, report_id)
        named = []
        for surface, label in given:
            start = opened.report.text.index(surface)
            opened.commit(editing.draw(opened.desk, start, start + len(surface), label))
            named.append(opened.view.between(start, start + 1)[-1].id)
        for source, target in links:
            opened.commit(linking.link(opened.desk, named[source], named[target], "measures"))
        if finished:
            opened.commit(editing.finish(opened.desk))
        return named

    return drawn


@pytest.fixture
def uneven(project, ids, draw):
    """Give a project whose author labels one place otherwise in the last report and links nothing there."""
    both = [("Huyện Sơn Kha", "LOC"), ("Thu ngân sách", "INDICATOR")]
    for number, report_id in enumerate(ids[:2]):
        draw(report_id, *both, (f"{12 + number}0 tỷ đồng", "MONEY"), links=[(2, 1)], finished=True)
    draw(
        ids[2],
        ("Huyện Sơn Kha", "ORG"),
        ("Thu ngân sách", "INDICATOR"),
        ("140 tỷ", "MONEY"),
        ("Lào Kha", "LOC"),
        finished=True,
    )
    return project


def told(lapses):
    return [(each.kind, each.surface, each.found, each.wanted) for each in lapses]


LAPSES = [
    (LapseKind.LABEL, "Huyện Sơn Kha", "ORG", "LOC"),
    (LapseKind.LINK, "Thu ngân sách", "", "140 tỷ"),
    (LapseKind.BOUNDARY, "140 tỷ", "140 tỷ", "140 tỷ đồng"),
    (LapseKind.BOUNDARY, "Lào Kha", "Lào Kha", "tỉnh Lào Kha"),
]


def test_that_work_is_held_against_itself_and_the_boundary_rules(uneven, ids):
    found = find_lapses(uneven)
    assert told(found) == LAPSES
    assert {each.report_id for each in found} == {ids[2]}
    assert [(each.times, each.others) for each in found[:2]] == [(2, 1), (2, 0)]
    assert [each.rule for each in found] == ["", "", "unit", "type_word"]
    assert find_lapses(uneven, "nobody") == []


def test_that_a_repair_is_previewed_with_what_it_cannot_do(uneven):
    found = find_lapses(uneven)
    seen = preview(uneven, found)
    assert [(each.before, each.after, bool(each.refused)) for each in seen] == [
        ("ORG", "LOC", False),
        ("", "140 tỷ", False),
        ("140 tỷ", "140 tỷ đồng", True),
        ("Lào Kha", "tỉnh Lào Kha", False),
    ]
    assert told(find_lapses(uneven)) == LAPSES


def test_that_lapses_are_mended_in_one_step_and_taken_back_in_one(uneven, ids):
    before = uneven.decisions(ids[2])
    done = mend(uneven, find_lapses(uneven))
    assert [each.lapse.surface for each in done.left] == ["140 tỷ"]
    after = uneven.decisions(ids[2])
    assert after.finished
    assert {span.label for span in after.spans.values()} == {"LOC", "INDICATOR", "MONEY"}
    assert len(after.relations) == 1
    again = mend(uneven, find_lapses(uneven))
    assert (again.left, find_lapses(uneven)) == ((), [])
    path = uneven.path
    uneven.close()
    with Project.open(path, author="an") as project:
        opened = OpenReport(project, ids[2])
        opened.undo()
        opened.undo()
        assert project.decisions(ids[2]) == before


def test_that_a_repair_over_several_reports_is_one_step(uneven, ids, draw):
    for report_id in ids[:2]:
        opened = OpenReport(uneven, report_id)
        span = next(s for s in opened.view.between(0, 5) if s.label == "LOC")
        opened.commit(editing.relabel(opened.desk, span.id, "ORG"))
    opened = OpenReport(uneven, ids[2])
    opened.commit(editing.relabel(opened.desk, opened.view.between(0, 5)[0].id, "LOC"))
    found = [each for each in find_lapses(uneven) if each.kind is LapseKind.LABEL]
    assert [(each.found, each.wanted) for each in found] == [("LOC", "ORG")]
    labels = [each for each in find_lapses(uneven) if each.kind is not LapseKind.LINK]
    mend(uneven, labels)
    first = OpenReport(uneven, ids[2])
    assert first.undo() is not None
    assert [each.found for each in find_lapses(uneven) if each.kind is LapseKind.LABEL] == ["LOC"]


def test_that_two_labels_as_often_as_each_other_are_listed_and_left_to_the_author(project, ids, draw):
    draw(ids[0], ("Huyện Sơn Kha", "LOC"))
    draw(ids[1], ("Huyện Sơn Kha", "ORG"))
    found = find_lapses(project)
    assert told(found) == [
        (LapseKind.LABEL, "Huyện Sơn Kha", "LOC", ""),
        (LapseKind.LABEL, "Huyện Sơn Kha", "ORG", ""),
    ]
    assert not any(each.is_mendable for each in found)
    done = mend(project, found)
    assert done.done is None
    assert len(done.left) == 2


def test_that_a_repair_refuses_what_changed_since(uneven, ids):
    found = find_lapses(uneven)
    opened = OpenReport(uneven, ids[2])
    opened.commit(editing.relabel(opened.desk, opened.view.between(0, 5)[0].id, "EVENT"))
    done = mend(uneven, [found[0]])
    assert done.done is None
    assert "has changed since" in done.left[0].refused


def test_that_looking_and_mending_can_be_stopped(uneven):
    found = find_lapses(uneven)
    for job in (
        lambda: find_lapses(uneven, cancelled=lambda: True),
        lambda: mend(uneven, found, cancelled=lambda: True),
    ):
        with pytest.raises(UserError) as stopped:
            job()
        assert stopped.value.code == "cancelled"
    assert told(find_lapses(uneven)) == LAPSES


def test_that_a_name_whose_figure_measures_another_one_is_listed_and_linked_to_it(project, add, draw):
    text = "Chi ngân sách giảm. Thu ngân sách đạt 120 tỷ đồng."
    ids = add(text, "Thu ngân sách đạt 130 tỷ đồng.")
    draw(ids[1], ("Thu ngân sách", "INDICATOR"), ("130 tỷ đồng", "MONEY"), links=[(1, 0)])
    named = [("Chi ngân sách", "INDICATOR"), ("Thu ngân sách", "INDICATOR"), ("120 tỷ đồng", "MONEY")]
    draw(ids[0], *named, links=[(2, 0)])
    (lapse,) = find_lapses(project)
    assert told([lapse]) == [(LapseKind.LINK, "Thu ngân sách", "Chi ngân sách", "120 tỷ đồng")]
    mend(project, [lapse])
    held = project.decisions(ids[0])
    assert [text[held.spans[r.target].start :][:13] for r in held.relations] == ["Thu ngân sách"]
