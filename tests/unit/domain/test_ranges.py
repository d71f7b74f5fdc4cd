"""Ranges answer which spans overlap, whatever spans they hold."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.ranges import SpanRanges


def overlapping(spans, layer, start, end):
    return {s.id for s in spans if s.layer == layer and s.start < end and start < s.end}


@given(data=st.data())
def test_that_ranges_find_what_looking_at_every_span_finds(data, loose_spans):
    spans = data.draw(loose_spans)
    ranges = SpanRanges(spans)
    for start in range(0, 40, 3):
        for layer in ("entity", "figure"):
            found = ranges.overlapping(layer, start, start + 2)
            assert len(found) == len(set(found))
            assert set(found) == overlapping(spans, layer, start, start + 2)


@given(data=st.data())
def test_that_spans_added_and_let_go_leave_the_rest(data, loose_spans):
    spans, others = data.draw(loose_spans), data.draw(loose_spans)
    ranges = SpanRanges(spans)
    added = [span for span in others if span.id not in {s.id for s in spans}]
    for span in added:
        ranges.add(span)
    for span in spans:
        ranges.discard(span)
        ranges.discard(span)
    assert set(ranges.overlapping("entity", 0, 99)) == {s.id for s in added if s.layer == "entity"}


@given(data=st.data())
def test_that_the_last_span_comes_first(data, loose_spans):
    spans = {span.id: span for span in data.draw(loose_spans)}
    found = [spans[i].start for i in SpanRanges(spans.values()).overlapping("figure", 0, 99)]
    assert found == sorted(found, reverse=True)
