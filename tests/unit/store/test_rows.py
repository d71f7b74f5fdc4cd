"""Spans and fragments come back from their rows as they were."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Fragment
from annotator.domain.spans import Span
from annotator.store.rows import packed, span_row, spans_from, unpacked


@given(data=st.data())
def test_that_spans_come_back_from_their_rows(data, spans):
    held = data.draw(st.lists(spans, max_size=5))
    assert spans_from([span_row(span) for span in held]) == held


@given(data=st.data(), finished=st.none() | st.booleans())
def test_that_a_fragment_comes_back_as_it_was_packed(data, finished, spans, sets):
    held = tuple(data.draw(st.lists(spans, max_size=5)))
    fragment = Fragment(held, data.draw(sets).relations, finished)
    assert unpacked(packed(fragment)) == fragment


def test_that_a_span_at_the_very_start_with_a_score_of_nought_comes_back():
    span = Span("a", 0, 1, "entity", "ORG", score=0.0)
    assert unpacked(packed(Fragment((span,)))).spans == (span,)


def test_that_a_large_fragment_is_kept_compressed():
    spans = tuple(Span(f"s{n}", n, n + 1, "entity", "ORG") for n in range(500))
    small, large = packed(Fragment(spans[:1])), packed(Fragment(spans))
    assert isinstance(small, str)
    assert isinstance(large, bytes)
    assert len(large) < 500 * 20
    assert unpacked(large).spans == spans
