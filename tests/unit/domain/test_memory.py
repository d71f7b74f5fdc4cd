"""What became of one candidate says how the next one of its string comes, and is taken back whole."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment
from annotator.domain.memory import (
    KEPT,
    REJECTED,
    Change,
    Key,
    Tally,
    change_from,
    key_of,
    lessons,
    original,
    outcome_of,
    recalled,
)
from annotator.domain.spans import Span, State

TEXT = "tổng mức 5 tỷ; sau đó tổng mức 6 tỷ"
SECOND = TEXT.index("tổng", 5)


def read(start, end):
    return TEXT[start:end]


def candidate(start=0, end=4, **given):
    return Span("c", start, end, "figure", "INDICATOR", **given)


def decided(span, state=State.CORRECTED, **changes):
    return replace(span, state=state, **changes)


def test_that_a_border_moved_outwards_moves_where_the_same_words_follow():
    outcome = outcome_of(read, candidate(), decided(candidate(), end=8))
    later = recalled(read, candidate(SECOND, SECOND + 4), outcome)
    assert TEXT[later.start : later.end] == "tổng mức"
    assert later.state is State.CANDIDATE
    assert original(later) == candidate(SECOND, SECOND + 4)


def test_that_a_border_is_left_where_other_words_follow_or_a_word_would_be_cut():
    outcome = outcome_of(read, candidate(), decided(candidate(), end=8))
    elsewhere = candidate(TEXT.index("sau"), TEXT.index("sau") + 3)
    assert recalled(read, elsewhere, outcome) == elsewhere
    cut = Change(right=3).written()
    assert recalled(read, candidate(), cut) == candidate()


def test_that_a_rejected_string_comes_suppressed_and_comes_back():
    assert outcome_of(read, candidate(), decided(candidate(), State.REJECTED)) == REJECTED
    suppressed = recalled(read, candidate(), REJECTED)
    assert suppressed == decided(candidate(), State.SUPPRESSED)
    assert recalled(read, suppressed, KEPT) == candidate()


def test_that_a_label_and_what_follows_from_the_characters_are_carried_and_the_rest_is_not():
    span = replace(candidate(), label="COUNT", attributes={"value": "5", "unit": "tỷ"})
    answer = decided(span, label="MONEY", attributes={"value": "5000", "unit": "tỷ", "direction": "up"})
    later = recalled(read, span, outcome_of(read, span, answer))
    assert (later.label, later.attributes) == ("MONEY", {"value": "5000", "unit": "tỷ"})
    assert key_of(read, later) == Key("COUNT", "tổng")


def test_that_decisions_that_say_nothing_of_others_teach_nothing():
    span = candidate()
    assert outcome_of(read, span, decided(span, State.NOT_SHOWN)) is None
    assert outcome_of(read, span, decided(span, layer="entity", label="ORG")) is None
    assert outcome_of(read, span, decided(span, start=10, end=12)) is None
    assert outcome_of(read, span, decided(span, State.ACCEPTED)) == KEPT
    assert outcome_of(read, span, decided(span, note="xem lại")) == KEPT


@pytest.mark.parametrize(
    ("kept", "rejected", "changed", "verdict"),
    [
        (0, 1, 0, REJECTED),
        (1, 1, 0, KEPT),
        (1, 2, 0, REJECTED),
        (5, 1, 2, KEPT),
        (0, 1, 2, "other"),
        (0, 0, 0, KEPT),
    ],
)
def test_that_only_what_outnumbers_keeping_decides(kept, rejected, changed, verdict):
    tally = Tally({KEPT: {"an": kept}, REJECTED: {"an": rejected}, "other": {"bình": changed}})
    assert tally.verdict() == verdict


def test_that_an_edit_teaches_and_its_inverse_takes_back():
    span = candidate()
    edit = Edit("reject", Fragment(), Fragment((decided(span, State.REJECTED),)))
    (learnt,) = lessons(edit, {"c": span}, read)
    (forgotten,) = lessons(edit.inverse(), {"c": span}, read)
    assert learnt == (Key("INDICATOR", "tổng"), REJECTED, 1)
    assert forgotten == learnt._replace(times=-1)
    assert list(lessons(edit, {}, read)) == []


@st.composite
def corrections(draw):
    borders = sorted(draw(st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=2, unique=True)))
    start = draw(st.integers(0, len(TEXT) - 1))
    return candidate(start, draw(st.integers(start + 1, len(TEXT)))), *borders


@given(corrections())
def test_that_a_correction_recalled_on_its_own_candidate_gives_the_correction(corrected):
    span, start, end = corrected
    outcome = outcome_of(read, span, decided(span, start=start, end=end))
    if outcome is None:
        assert not span.overlaps(decided(span, start=start, end=end))
        return
    later = recalled(read, span, outcome)
    assert (later.start, later.end) in {(start, end), (span.start, span.end)}
    assert original(later) == span


@given(st.text(max_size=5), st.integers(0, 9) | st.text(max_size=9), st.dictionaries(st.text(), st.text()))
def test_that_a_change_is_read_as_it_was_written(label, side, attributes):
    change = Change(label, side, 0, attributes)
    assert change_from(change.written()) == change
