"""Doubting: figures of a report as they stand, seen with the others of their indicator."""

from __future__ import annotations

from pathlib import Path

from annotator.domain.relations import DURING, MEASURES, Relation
from annotator.domain.reports import Report
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.formats.markup import read_folder
from annotator.workspace.doubting import all_doubts, doubts, statement_of

TEXT = "Năm 2023, thu ngân sách đạt 1.860 tỷ đồng, bằng 68,2% kế hoạch, tăng 4,6% so với cùng kỳ; 700% là gì."
DATA = Path(__file__).parents[2] / "data" / "figures"


def span(name, words, label, state=State.CANDIDATE, **attributes):
    start = TEXT.index(words)
    layer = "entity" if label == "DATE" else "figure"
    return Span(name, start, start + len(words), layer, label, state, attributes, 0.9, "rules")


def spans():
    return [
        span("year", "Năm 2023", "DATE"),
        span("thu", "thu ngân sách", "INDICATOR"),
        span("level", "1.860 tỷ đồng", "MONEY", value="1860000000000", unit="VND"),
        span("share", "68,2%", "PERCENT", value="68.2", unit="%", basis="plan"),
        span("change", "4,6%", "PERCENT", value="4.6", unit="%", direction="up", basis="same_period"),
        span("odd", "700%", "PERCENT", value="700", unit="%", basis="total"),
    ]


def links():
    measures = {Relation(MEASURES, name, "thu") for name in ("level", "share", "change")}
    return measures | {Relation(DURING, "level", "year")}


def view_of(found, relations=frozenset()):
    return View(set_of("r", "rules", found, relations), set_of("r", "an", ()), threshold=0.5)


def test_that_the_figures_of_an_indicator_are_seen_together_from_each_of_them():
    view, report = view_of(spans(), links()), Report("r", TEXT)
    for name in ("thu", "level", "share", "change"):
        statement = statement_of(report, view, view.get(name))
        assert [figure.id for figure in statement.figures] == ["level", "share", "change"]
        assert [(each.basis, str(each.value)) for each in statement.derived] == [
            ("plan", "2727000000000"),
            ("same_period", "1778000000000"),
        ]
    assert statement_of(report, view, view.get("odd")).figures == ()


def test_that_rejected_figures_state_nothing_and_are_not_doubted():
    changed = [each.decided(State.REJECTED) if each.id in {"share", "odd"} else each for each in spans()]
    view, report = view_of(changed, links()), Report("r", TEXT)
    assert [figure.id for figure in statement_of(report, view, view.get("thu")).figures] == [
        "level",
        "change",
    ]
    assert doubts(report, view, view.get("odd")) == ()


def test_that_every_figure_of_a_report_is_gone_through_in_reading_order():
    view, report = view_of(spans(), links()), Report("r", TEXT)
    found = {each.id: [doubt.code for doubt in held] for each, held in all_doubts(report, view)}
    assert list(found) == ["level", "share", "change", "odd"]
    assert found == {"level": [], "share": [], "change": [], "odd": ["share-over-whole"]}


def test_that_gold_made_by_the_guideline_raises_no_doubt(schema):
    doubted, seen = [], 0
    for parsed in read_folder(DATA, schema=schema):
        report = Report(parsed.name, parsed.text)
        own = set_of(report.id, "an", parsed.spans, parsed.relations)
        for figure, held in all_doubts(report, View(set_of(report.id, "x", ()), own, threshold=0.5)):
            seen += 1
            doubted += [(parsed.name, figure.start, held)] if held else []
    assert seen > 300
    assert doubted == []
