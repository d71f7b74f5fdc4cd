"""The queue's model: what an answer changes in it is what reading it all anew would show."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.disputes import DisputeKind, Line, Wanted, worst_first
from annotator.ui.review.queue_rows import QueueModel, listed

KINDS = st.sampled_from(list(DisputeKind))


def line(number: int, kind: DisputeKind, settled: bool) -> Line:
    return Line(
        id=f"d{number}",
        report_id=f"r{number % 3}",
        report=f"Report {number % 3}",
        layer="entity",
        start=number,
        end=number + 2,
        kinds=(kind,),
        labels=("LOC",),
        authors=(("an",), ("binh",)),
        surface="words",
        severity=4 * list(DisputeKind).index(kind),
        is_settled=settled,
    )


lines_of = st.lists(st.tuples(KINDS, st.booleans()), max_size=20).map(
    lambda made: worst_first(line(number, *each) for number, each in enumerate(made))
)


def model_of(lines, wanted):
    model = QueueModel()
    model.show(listed(lines, wanted), wanted)
    return model


@given(lines_of, st.lists(st.integers(0, 19)), st.sampled_from([True, False, None]))
def test_that_lines_put_one_by_one_stand_as_if_all_had_been_read_anew(lines, turned, settled):
    wanted = Wanted(settled=settled)
    model, held = model_of(lines, wanted), {each.id: each for each in lines}
    for number in turned:
        before = held.get(f"d{number}")
        if before is not None:
            held[before.id] = replace(before, is_settled=not before.is_settled)
            model.put([held[before.id]])
    anew = model_of(worst_first(held.values()), wanted)
    assert list(model.lines) == list(anew.lines)
    assert model.open == anew.open
    assert [model.row_of(each) for each in model.lines] == list(range(len(model.lines)))


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(settled=None), ["d0", "d1"]),
        (Wanted(), ["d0"]),
        (Wanted(kind=DisputeKind.LABEL), []),
        (Wanted(pair=("an", "binh")), ["d0"]),
        (Wanted(pair=("an", "chi")), []),
        (Wanted(report_id="r1", settled=None), ["d1"]),
    ],
)
def test_that_a_filter_lists_what_is_asked_for(wanted, ids):
    lines = [line(0, DisputeKind.VALUE, False), line(1, DisputeKind.VALUE, True)]
    assert sorted(each.id for each in model_of(lines, wanted).lines) == ids


def test_that_a_line_that_is_not_listed_has_no_row():
    model = model_of([line(0, DisputeKind.VALUE, False)], Wanted())
    assert model.row_of(line(7, DisputeKind.UNIT, False)) == -1
