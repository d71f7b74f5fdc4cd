"""What was made of one span is done to every other place of its words, in one step over reports."""

from __future__ import annotations

import pytest

from annotator.domain.reports import Report, Section, SectionKind
from annotator.domain.spans import State
from annotator.store.integrity import check
from annotator.store.reports import add_report
from annotator.workspace import editing
from annotator.workspace.applying import apply_to_all, example_of, is_done, others, others_here
from annotator.workspace.concording import passages
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport

TEXT = "Quý III họp. Trong quý III và QUÝ III; quý IIII không. Trang chủ quý III"


@pytest.fixture
def reports(project):
    project.ensure_author()
    chrome = (Section(SectionKind.CHROME, TEXT.index("Trang chủ"), len(TEXT)),)
    made = [Report(f"r{number}", TEXT + "." * number, sections=chrome) for number in range(3)]
    for report in made:
        add_report(project.store, report)
    return [report.id for report in made]


@pytest.fixture
def opened(project, reports):
    """Give the first report, its first place drawn as a date with a value of its own."""
    held = OpenReport(project, reports[0])
    held.commit(editing.draw(held.desk, 0, 7, "DATE"))
    span = next(iter(held.view))
    held.commit(editing.set_attribute(held.desk, span.id, "granularity", "quarter"))
    return held


def example(opened):
    return example_of(opened.report, next(span for span in opened.view if span.start == 0))


def everywhere(project, held):
    found = [passage for portion in passages(project, held.wanted) for passage in portion]
    return others(found, held, {r: project.report(r) for r in project.report_ids()})


def dates(project, report_id):
    spans = project.decisions(report_id).spans.values()
    return sorted((s.start, s.attributes.get("granularity"), s.state) for s in spans)


def test_that_other_places_are_whole_words_in_any_case_without_furniture_and_the_own_place(opened):
    found = others_here(opened, example(opened))
    assert [TEXT[p.start : p.end] for p in found] == ["quý III", "QUÝ III"]


def test_that_label_and_attributes_go_to_all_reports_in_one_step(project, opened, reports):
    held = example(opened)
    chosen = everywhere(project, held)
    outcome = apply_to_all(project, chosen, held, opened=opened)
    assert (outcome.done.label, outcome.done.spans, outcome.done.reports) == ("apply", 8, 3)
    assert outcome.refused == ()
    for report_id in reports:
        assert [given for _, given, _ in dates(project, report_id)] == ["quarter"] * 3
    assert check(project.store) == []


def test_that_the_step_is_undone_as_one_after_a_restart(project, opened, reports):
    held = example(opened)
    apply_to_all(project, everywhere(project, held), held, opened=opened)
    path = project.path
    project.close()
    with Project.open(path, author="an") as again:
        assert OpenReport(again, reports[2]).undo().reports == 3
        assert [len(dates(again, report_id)) for report_id in reports] == [1, 0, 0]


def test_that_a_rejection_goes_to_the_spans_of_that_label_only(project, opened):
    for start in (19, 30):
        opened.commit(editing.draw(opened.desk, start, start + 7, "DATE" if start == 19 else "EVENT"))
    held = example(opened)
    rejection = type(held)(held.report_id, 0, 7, held.words, "DATE", {}, True)
    outcome = apply_to_all(project, others_here(opened, rejection), rejection, opened=opened)
    assert [passage.start for passage, _ in outcome.refused] == [30]
    assert [span.start for span in opened.view] == [0, 30]


def test_that_places_under_decided_spans_are_told_and_what_crosses_one_is_refused(project, opened):
    opened.commit(editing.draw(opened.desk, 13, 26, "EVENT"))
    held = example(opened)
    first, second = others_here(opened, held)
    assert (is_done(first), is_done(second)) == (True, False)
    outcome = apply_to_all(project, [first, second], held, opened=opened)
    assert [passage.start for passage, _ in outcome.refused] == [19]
    assert [span.state for span in opened.view if span.label == "DATE"] == [State.DRAWN] * 2
