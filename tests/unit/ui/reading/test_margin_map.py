"""The margin map: a tick where a candidate waits, none where it was decided, a diamond at a flag."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.domain.spans import Span, State
from annotator.ui.reading.margin_map import MarginMap
from annotator.ui.theme import load_theme

LENGTH = 1000


@pytest.fixture
def strip(qtbot) -> MarginMap:
    made = MarginMap(None)
    qtbot.addWidget(made)
    made.set_theme(load_theme("light"))
    made.resize(16, 416)
    return made


def span(start: int, label: str = "ORG", **more) -> Span:
    return Span(f"s{start}{label}", start, start + 4, "entity", label, **{"score": 0.9, **more})


def colours(strip: MarginMap) -> set[str]:
    image = strip.grab().toImage()
    return {image.pixelColor(8, y).name() for y in range(8, 408)}


def test_that_a_candidate_has_a_tick_in_its_colour_where_it_lies(strip):
    strip.set_spans([span(500)], length=LENGTH, threshold=0.5)
    image = strip.grab().toImage()
    green = load_theme("light").colour("ORG")
    assert [y for y in range(416) if image.pixelColor(8, y).name() == green] == [208, 209, 210]


def test_that_faint_suppressed_and_decided_ones_have_none(strip):
    decided = [span(100, state=State.ACCEPTED), span(300, state=State.SUPPRESSED), span(700, score=0.2)]
    strip.set_spans(decided, length=LENGTH, threshold=0.5)
    assert load_theme("light").colour("ORG") not in colours(strip)


def test_that_a_flag_is_marked_whatever_its_state(strip):
    strip.set_spans([span(500, state=State.ACCEPTED, flagged=True)], length=LENGTH, threshold=0.5)
    assert load_theme("light").warning in colours(strip)


def test_that_changes_leave_the_map_as_if_it_were_counted_anew(strip, qtbot):
    spans = [span(at, label) for at in range(0, 1000, 37) for label in ("ORG", "MONEY", "DATE")]
    held = {one.id: one for one in spans}
    strip.set_spans(held.values(), length=LENGTH, threshold=0.5)
    strip.show()
    strip.grab()
    gone, come = spans[5:40], [replace(one, state=State.ACCEPTED, flagged=True) for one in spans[5:20]]
    for one in gone:
        del held[one.id]
    held |= {one.id: one for one in come}
    strip.change(gone, come)
    changed = strip.grab().toImage()
    strip.set_spans(held.values(), length=LENGTH, threshold=0.5)
    assert strip.grab().toImage() == changed


def test_that_both_ends_of_the_map_are_both_ends_of_the_report(strip):
    strip.set_spans([], length=LENGTH, threshold=0.5)
    assert strip.position_at(0) == 0
    assert strip.position_at(500) == LENGTH
    assert strip.position_at(207.5) == pytest.approx(LENGTH / 2, abs=3)
