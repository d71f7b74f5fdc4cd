"""The simulated analyst brings real candidates to the gold by keys alone, and every key is counted."""

from __future__ import annotations

import json
import sys

import pytest
from PySide6.QtWidgets import QLineEdit

from annotator.domain.relations import MEASURES, Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from benchmarks import effort
from benchmarks.comparing import differences, gold_of
from benchmarks.keyboard import Keyboard, strokes

REPORT = (
    "Sáng 19/10/2023, Sở Tài chính họp.\n"
    "Thu ngân sách đạt 2.236 tỷ đồng, tăng 6,4%.\n"
    "Máy nông cụ đời mới giảm 12 chiếc ở xã Bản Lang.\n"
)
# Some of it no rule would find: another label and a longer name, a unit nobody wrote, another direction.
ENTITIES = REPORT.replace("Sở Tài chính họp", "⟦EVENT|Sở Tài chính họp⟧").replace(
    "xã Bản Lang", "xã ⟦LOC|Bản Lang⟧"
)
FIGURES = (
    REPORT.replace("Thu ngân sách", "⟦INDICATOR#i1|Thu ngân sách⟧")
    .replace("2.236 tỷ đồng", "⟦MONEY;value=2236000000000;unit=VND;status=actual;indicator=i1|2.236 tỷ đồng⟧")
    .replace("6,4%", "⟦PERCENT;value=6.4;unit=%;direction=down;status=actual;indicator=i1|6,4%⟧")
    .replace("đời mới giảm", "⟦INDICATOR#i2|đời mới⟧ giảm")
    .replace("12 chiếc", "⟦COUNT;value=12;value_max=15;unit=cái;per=năm;direction=up;indicator=i2|12 chiếc⟧")
)


@pytest.fixture
def folders(tmp_path):
    """Return a folder with a report, and one with its gold."""
    reports, gold = tmp_path / "reports", tmp_path / "gold"
    reports.mkdir()
    gold.mkdir()
    (reports / "a.txt").write_text(REPORT, encoding="utf-8")
    (gold / "a.entity.txt").write_text(ENTITIES, encoding="utf-8")
    (gold / "a.figure.txt").write_text(FIGURES, encoding="utf-8")
    return reports, gold


@pytest.fixture(autouse=True)
def own_hook(monkeypatch):
    """Put back what catches exceptions once the benchmark has taken it over."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_that_the_analyst_ends_equal_whatever_the_rules_found(folders, qapp, capsys):
    assert effort.main([*map(str, folders), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == [
        "reports",
        "keys_per_gold_span",
        "keys_per_gold_span_bulk",
        "seconds_per_gold_span",
        "mouse_seconds_per_gold_span",
        "equal",
    ]
    (report,) = told["reports"]
    assert list(report) == ["name", "gold_spans", "gold_links", "keys", "seconds", "equal", "differences"]
    assert (report["gold_spans"], report["gold_links"], report["equal"], told["equal"]) == (7, 3, True, True)
    assert [each for each in report["differences"] if each["decides"]] == []
    assert 7 < report["keys"] < 90
    assert report["seconds"] > report["keys"] * effort.SECONDS_A_KEY + 7 * effort.SECONDS_A_JUDGEMENT - 0.01
    assert told["keys_per_gold_span"] == round(report["keys"] / 7, 3)
    assert 4 < told["mouse_seconds_per_gold_span"] < 5


def test_that_gold_of_no_report_is_refused_in_one_line(folders, tmp_path, qapp, capsys):
    (folders[0] / "a.txt").write_text("Một báo cáo khác.", encoding="utf-8")
    assert effort.main([*map(str, folders)]) == 1
    assert "has the text of gold" in capsys.readouterr().err


def test_that_keys_are_counted_with_their_modifiers_and_repeats(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    keyboard = Keyboard(field)
    for chord, keys in (("Enter", 1), ("Shift+3", 2), ("Ctrl+Shift+A", 3), ("}", 2), ("[", 1)):
        before = keyboard.keys
        keyboard.press(chord, 2)
        assert keyboard.keys - before == 2 * keys


@pytest.mark.parametrize(
    ("letter", "keys"), [("a", 1), ("A", 2), ("á", 2), ("ấ", 3), ("đ", 2), ("Ư", 3), ("%", 2)]
)
def test_that_a_vietnamese_letter_costs_what_telex_takes(letter, keys):
    assert strokes(letter) == keys


def test_that_differences_tell_what_decides_and_what_is_only_reported():
    given = {"value": "5", "unit": "%", "basis": "plan"}
    figure = Span("f", 0, 2, "figure", "PERCENT", State.IMPORTED, given)
    name = Span("i", 5, 9, "figure", "INDICATOR", State.IMPORTED)
    gold = gold_of("a", "", ["figure"], [figure, name], [Relation(MEASURES, "f", "i")])
    stored = Span(
        "x", 0, 2, "figure", "PERCENT", State.ACCEPTED, {"value": "6", "unit": "%", "basis": "total"}
    )
    other = Span("y", 12, 14, "figure", "COUNT", State.DRAWN)
    entity = Span("z", 20, 22, "entity", "LOC", State.ACCEPTED)
    left = list(differences(gold, set_of("a", "an", [stored, other, entity])))
    assert [(each["what"], each["decides"]) for each in left] == [
        ("missing", True),
        ("spurious", True),
        ("value", True),
        ("basis", False),
        ("measures", True),
    ]
    assert (
        list(differences(gold, set_of("a", "an", gold.spans.values(), [Relation(MEASURES, "f", "i")]))) == []
    )
