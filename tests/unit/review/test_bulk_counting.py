"""What authors have alike is counted in bulk: every number is the one that comparing span by span gives."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.relations import Relation
from annotator.domain.sets import set_of
from annotator.domain.spans import Span, State
from annotator.review.align import aligned
from annotator.review.coding import coded
from annotator.review.coefficients import coincidences_of_table
from annotator.review.measures import Agreement
from annotator.review.scores import Counts, label_scores, same_reading, targets_of

TOKENS = [(at * 3, at * 3 + 2) for at in range(14)]
LAYERS = ("entity", "figure")
LABELS = {"entity": ("ORG", "DATE"), "figure": ("MONEY", "INDICATOR")}
VALUED = ("value", "value_max", "total", "unit")
values = st.dictionaries(st.sampled_from(["value", "unit", "basis", ""]), st.sampled_from(["", "1", "1.0"]))


@st.composite
def spans(draw):
    layer = draw(st.sampled_from(LAYERS))
    start = draw(st.integers(0, 38))
    end = start + draw(st.integers(1, 4))
    label = draw(st.sampled_from(LABELS[layer]))
    return layer, start, end, label, draw(values)


@st.composite
def reports(draw):
    """Give up to four authors' sets over one report: a common part, and some of each one's own."""
    common = draw(st.lists(spans(), max_size=8))
    sets = []
    for name in "abcd"[: draw(st.integers(2, 4))]:
        kept = [each for each in common if draw(st.integers(0, 5))]
        held = [
            Span(f"{name}{at}", start, end, layer, label, State.ACCEPTED, attributes)
            for at, (layer, start, end, label, attributes) in enumerate(
                kept + draw(st.lists(spans(), max_size=3))
            )
        ]
        ids = [span.id for span in held]
        ends = st.tuples(st.sampled_from(["measures", "during"]), st.sampled_from(ids), st.sampled_from(ids))
        links = draw(st.lists(ends, max_size=4)) if ids else []
        sets.append((name, held, [Relation(*each) for each in links]))
    return sets


def plain(first, second):
    """Compare two sets of a report span by span and token by token."""
    found = Counter()
    for key, score in label_scores(first.held, second.held, LAYERS).items():
        for kind in ("strict", "overlapping"):
            counts = getattr(score, kind)
            for name in ("correct", "gold", "predicted"):
                found[kind, name, *key] += getattr(counts, name)
    for layer in LAYERS:
        alignment = aligned(first.spans[layer], second.spans[layer])
        for pair in alignment.pairs:
            _count_pair(found, layer, pair.gold, pair.predicted, first.held, second.held)
        for span in (*alignment.missing, *alignment.spurious):
            found["spans", layer, span.label] += 1
        for span in alignment.missing:
            found["case", span.label, "", (span.start, span.end), None] += 1
        for span in alignment.spurious:
            found["case", "", span.label, None, (span.start, span.end)] += 1
        ours, theirs = (_by_token(side, layer) for side in (first, second))
        for cell in zip(ours, theirs, strict=True):
            found["tokens", layer, cell] += 1
    return +found


def _count_pair(found, layer, one, other, first, second):
    borders = (one.start, one.end), (other.start, other.end)
    found["case", one.label, other.label, *borders] += 1
    has_value = any(name in span.attributes for span in (one, other) for name in VALUED)
    for label in (one.label, other.label):
        found["spans", layer, label] += 1
        found["partnered", layer, label] += 1
    for label in {one.label, other.label}:
        found["pairs", layer, label] += 1
        found["bounded", layer, label] += borders[0] == borders[1]
        found["labelled", layer, label] += one.label == other.label
        found["with_value", layer, label] += has_value
        found["valued", layer, label] += has_value and same_reading(one, other, VALUED)
    if one.label != other.label:
        return
    for name in one.attributes.keys() | other.attributes.keys():
        found["compared", name] += 1
        found["agreed", name] += same_reading(one, other, (name,))
    for relation in ("measures", "during"):
        ends = targets_of(first, relation).get(borders[0]), targets_of(second, relation).get(borders[1])
        found["compared", relation] += any(ends)
        found["agreed", relation] += any(ends) and ends[0] == ends[1]


def _by_token(side, layer):
    """Give each token the label of the first span of the layer that it touches and that is not taken."""
    labels = [""] * len(TOKENS)
    for span in side.spans[layer]:
        touched = [at for at, (start, end) in enumerate(TOKENS) if start < span.end and span.start < end]
        free = next((at for at in touched if not labels[at]), None)
        for at in touched:
            if free is not None and at >= free:
                labels[at] = span.label
    return labels


def counted(tally):
    """Return the counts of a tally under the names that `plain` gives them."""
    found = Counter()
    for key, score in tally.scores.items():
        for kind in ("strict", "overlapping"):
            for name in ("correct", "gold", "predicted"):
                found[kind, name, *key] += getattr(getattr(score, kind), name)
    for key, held in tally.found.items():
        for name in held.__slots__:
            found[name, *key] += getattr(held, name)
    for name, counts in tally.attributes.items():
        found["compared", name] += counts.gold
        found["agreed", name] += counts.correct
    for cell, cases in tally.confusion.items():
        for case in cases:
            found["case", *cell, case.first, case.second] += 1
    for layer, table in tally.tables.items():
        for cell, count in table.items():
            found["tokens", layer, cell] += count
    return +found


@given(st.lists(reports(), min_size=1, max_size=3))
def test_that_counting_in_bulk_gives_what_comparing_span_by_span_gives(drawn):
    found, wanted, strict = Agreement(), {}, {}
    coincidences = {}
    for number, sets in enumerate(drawn):
        sides = [coded(set_of(f"r{number}", *each), TOKENS, LAYERS) for each in sets]
        found.add(sides, tokens=len(TOKENS))
        for first, second in combinations(sides, 2):
            names = (first.held.author, second.held.author)
            counts = plain(first, second)
            wanted[names] = wanted.get(names, Counter()) + counts
            strict[names] = strict.get(names, Counts()) + _strict(counts)
            for layer in LAYERS:
                cells = Counter(zip(_by_token(first, layer), _by_token(second, layer), strict=True))
                held = coincidences.setdefault(layer, {})
                for cell, count in coincidences_of_table(cells, annotators=len(sides)).items():
                    held[cell] = held.get(cell, 0) + count
    assert {names: counted(tally) for names, tally in found.pairs.items()} == wanted
    assert {names: tally.periods[""] for names, tally in found.pairs.items()} == strict
    # Sums of broken numbers depend on their order, so that it has to be the same too.
    assert {layer: list(held.items()) for layer, held in found.coincidences.items()} == {
        layer: list(held.items()) for layer, held in coincidences.items()
    }


def _strict(counts):
    names = ("correct", "gold", "predicted")
    return Counts(*(sum(n for key, n in counts.items() if key[:2] == ("strict", name)) for name in names))


@given(st.lists(reports(), min_size=1, max_size=2))
def test_that_a_tally_sums_up_what_its_labels_say(drawn):
    found = Agreement()
    for number, sets in enumerate(drawn):
        found.add([coded(set_of(f"r{number}", *each), TOKENS, LAYERS) for each in sets], tokens=len(TOKENS))
    for tally in found.pairs.values():
        assert tally.all_found.spans == sum(held.spans for held in tally.found.values())
        assert tally.all_found.partnered == sum(held.partnered for held in tally.found.values())
        for units, length in ((side, tally.tokens) for sides in tally.units.values() for side in sides):
            borders = [at for unit in units for at in unit]
            assert borders == sorted(borders)
            assert not borders or borders[-1] <= length
