"""Alignment: counts agree with nervaluate, pairs are one to one and say how far they agree."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator

from annotator.domain.spans import Span
from annotator.review.align import Likeness, aligned, overlap_matches, strict_matches

LABELS = ["PERSON", "ORG", "LOC"]


@st.composite
def layers(draw):
    """Spans of one layer: none overlap, many touch."""
    cuts = sorted(draw(st.sets(st.integers(0, 24), max_size=14)))
    kept = [pair for pair in pairwise(cuts) if draw(st.booleans())]
    return [made(start, end, draw(st.sampled_from(LABELS))) for start, end in kept]


def made(start, end, label="ORG"):
    return Span(f"{start}-{end}", start, end, "entity", label)


def by_nervaluate(gold, predicted):
    """Counts by label and scheme.

    Our strict counts are its scheme `strict`; our overlapping ones are its `ent_type`, which asks for the
    label and any overlap. Both are taken label by label, since over all labels at once it lets a wrong
    label use up a gold span. Its ends are inclusive.
    """
    sides = [
        [[{"label": span.label, "start": span.start, "end": span.end - 1} for span in spans]]
        for spans in (gold, predicted)
    ]
    evaluated = Evaluator(*sides, tags=LABELS, loader="dict").evaluate()
    found = {**evaluated["entities"], "all": {"strict": evaluated["overall"]["strict"]}}
    return {
        (label, scheme): (result.correct, result.possible, result.actual)
        for label, results in found.items()
        for scheme, result in results.items()
        if scheme in {"strict", "ent_type"}
    }


def by_us(gold, predicted):
    counted = {("all", "strict"): (strict_matches(gold, predicted), len(gold), len(predicted))}
    for label in {span.label for span in (*gold, *predicted)}:
        left = [span for span in gold if span.label == label]
        right = [span for span in predicted if span.label == label]
        counted[label, "strict"] = (strict_matches(left, right), len(left), len(right))
        counted[label, "ent_type"] = (overlap_matches(left, right), len(left), len(right))
    return counted


@given(gold=layers(), predicted=layers())
def test_that_counts_are_those_of_nervaluate(gold, predicted):
    assert by_us(gold, predicted) == by_nervaluate(gold, predicted)


def test_that_small_layouts_count_as_nervaluate_counts_them():
    gold = [made(0, 4), made(5, 9), made(10, 20, "LOC"), made(22, 24, "PERSON")]
    predicted = [made(0, 4), made(6, 12), made(12, 14, "LOC"), made(15, 16, "LOC"), made(22, 24, "LOC")]
    assert by_us(gold, predicted) == by_nervaluate(gold, predicted)
    assert by_us(gold, predicted)["ORG", "ent_type"] == (2, 2, 2)
    assert by_us(gold, predicted)["LOC", "ent_type"] == (1, 1, 3)


@given(gold=layers(), predicted=layers())
def test_that_every_span_is_paired_once_or_left_over(gold, predicted):
    alignment = aligned(gold, predicted)
    ours = [pair.gold for pair in alignment.pairs] + list(alignment.missing)
    theirs = [pair.predicted for pair in alignment.pairs] + list(alignment.spurious)
    assert sorted(span.id for span in ours) == sorted(span.id for span in gold)
    assert sorted(span.id for span in theirs) == sorted(span.id for span in predicted)
    assert all(pair.gold.overlaps(pair.predicted) for pair in alignment.pairs)
    same = sum(pair.likeness is Likeness.SAME for pair in alignment.pairs)
    assert same == strict_matches(gold, predicted)


@given(spans=layers())
def test_that_a_layer_answers_itself(spans):
    alignment = aligned(spans, spans)
    assert {pair.likeness for pair in alignment.pairs} <= {Likeness.SAME}
    assert (alignment.missing, alignment.spurious) == ((), ())


def test_that_pairs_say_how_far_they_agree():
    gold = [made(0, 4), made(5, 9), made(10, 14), made(15, 19), made(20, 24)]
    predicted = [made(0, 4), made(5, 9, "LOC"), made(10, 13), made(16, 19, "LOC"), made(30, 34)]
    alignment = aligned(gold, predicted)
    assert [pair.likeness for pair in alignment.pairs] == list(Likeness)
    assert ([s.start for s in alignment.missing], [s.start for s in alignment.spurious]) == ([20], [30])


def test_that_the_nearer_label_wins_over_the_nearer_border():
    gold = [made(0, 10)]
    predicted = [made(0, 2), made(2, 10, "LOC")]
    assert [pair.likeness for pair in aligned(gold, predicted).pairs] == [Likeness.BOUNDARY]


def test_that_the_same_span_proposed_twice_counts_once():
    assert strict_matches([made(0, 4)], [made(0, 4), made(0, 4)]) == 1
