"""One statement is a figure with its indicator, the other figures of it and their dates."""

from __future__ import annotations

import pytest

from annotator.domain.spans import State
from annotator.workspace.grouping import open_group


def group(desk, span_id):
    return {span.id for span in open_group(desk.view, desk.view.get(span_id))}


@pytest.mark.parametrize("span_id", ["money", "percent", "thu"])
def test_that_a_figure_goes_with_its_indicator_the_other_figures_and_their_dates(make_desk, span_id):
    assert group(make_desk(), span_id) == {"thu", "money", "percent", "date"}


@pytest.mark.parametrize("span_id", ["person", "position"])
def test_that_a_person_goes_with_the_positions_held(make_desk, span_id):
    assert group(make_desk(), span_id) == {"person", "position"}


def test_that_a_date_or_a_body_stands_alone(make_desk):
    assert (group(make_desk(), "date"), group(make_desk(), "org")) == ({"date"}, {"org"})


def test_that_what_is_decided_faint_or_suppressed_is_left_out_but_the_span_itself(make_desk, candidates):
    money = candidates.spans["money"].decided(State.ACCEPTED)
    desk = make_desk([money])
    assert group(desk, "percent") == {"thu", "percent"}
    assert group(desk, "plan") == {"plan"}


def test_that_the_group_comes_in_reading_order(make_desk):
    desk = make_desk()
    starts = [span.start for span in open_group(desk.view, desk.view.get("percent"))]
    assert starts == sorted(starts)
