"""Values are given to one span or to the rest of a list in one step, or refused whole."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.domain.views import View
from annotator.workspace.valuing import give, rest_of_list


def test_that_several_spans_are_given_values_in_one_edit(make_desk):
    desk = make_desk()
    edit = give(desk, ["money", "percent"], {"direction": "down", "basis": "budget"})
    desk.view.apply(edit)
    for span_id in ("money", "percent"):
        span = desk.view.get(span_id)
        assert (span.attributes["direction"], span.attributes["basis"]) == ("down", "budget")
        assert span.state is State.CORRECTED
    assert edit.label == "set values"


def test_that_an_empty_value_clears_and_one_value_names_the_edit(make_desk):
    desk = make_desk()
    edit = give(desk, ["percent"], {"direction": ""})
    desk.view.apply(edit)
    assert "direction" not in desk.view.get("percent").attributes
    assert edit.label == "set direction"


def test_that_a_span_that_has_the_values_is_answered_once_and_then_stays(make_desk):
    desk = make_desk()
    desk.view.apply(give(desk, ["percent"], {"direction": "up"}))
    assert desk.view.get("percent").state is State.ACCEPTED
    assert give(desk, ["percent"], {"direction": "up"}).is_empty


@pytest.mark.parametrize(
    ("span_id", "values", "code"),
    [
        ("money", {"value": "2.236.000"}, "bad-value"),
        ("money", {"direction": "sideways"}, "bad-value"),
        ("org", {"value": "5"}, "no-attribute"),
    ],
)
def test_that_what_the_schema_does_not_allow_is_refused(make_desk, span_id, values, code):
    with pytest.raises(UserError) as refused:
        give(make_desk(), ["percent", span_id], {"value": "1", **values})
    assert refused.value.code == code


def rest(text, *surfaces):
    spans = [
        Span(
            words,
            text.index(words),
            text.index(words) + len(words),
            "figure",
            "PERCENT",
            attributes={"value": "1"},
        )
        for words in surfaces
    ]
    view = View(set_of("r", "rules", spans), set_of("r", "an", ()), threshold=0.5)
    first = view.get(surfaces[0])
    found = rest_of_list(Report("r", text), view, first, end=text.index(".", first.end) + 1)
    return [span.id for span in found]


def test_that_a_list_is_the_rest_of_the_sentence():
    assert rest("lúa tăng 1%; ngô 2%; sắn 3%. Rừng 4%.", "1%", "2%", "3%", "4%") == ["2%", "3%"]


def test_that_the_items_under_an_item_belong_to_the_list_and_other_lines_do_not():
    text = "Lead.\n- lúa 1%.\n- ngô 2%.\n- sắn 3%.\nRừng 4%.\n- cá 5%."
    assert rest(text, "1%", "2%", "3%", "4%", "5%") == ["2%", "3%"]
    assert rest("1) lúa 1%.\n2) ngô 2%.\n+ sắn 3%.", "1%", "2%", "3%") == ["2%"]
