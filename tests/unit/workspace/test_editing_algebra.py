"""Any run of intents keeps the rules of the schema, and its inverses bring back what was there."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.domain.edits import Edit, applied
from annotator.domain.errors import UserError
from annotator.domain.sets import combined, set_of
from annotator.domain.spans import State
from annotator.workspace import editing

WHICH = st.integers(0, 20)
BORDERS = st.tuples(st.integers(0, 150), st.integers(1, 18)).map(lambda pair: (pair[0], sum(pair)))
LABELS = st.sampled_from(["ORG", "PERSON", "POSITION", "DATE", "MONEY", "PERCENT", "INDICATOR"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("accept"), st.lists(WHICH, max_size=4)),
        st.tuples(st.just("reject"), st.lists(WHICH, max_size=4)),
        st.tuples(st.just("relabel"), WHICH, LABELS),
        st.tuples(st.just("draw"), BORDERS, LABELS),
        st.tuples(st.just("resize"), WHICH, st.integers(-6, 6), st.integers(-6, 6)),
        st.tuples(st.just("split"), WHICH, st.integers(1, 9)),
        st.tuples(st.just("join"), WHICH),
        st.tuples(st.just("link"), WHICH, WHICH, st.sampled_from(["measures", "during", "holds"])),
        st.tuples(st.just("unlink"), WHICH),
        st.tuples(
            st.just("set"), WHICH, st.sampled_from(["value", "basis"]), st.sampled_from(["5", "plan", ""])
        ),
        st.tuples(st.just("note"), WHICH, st.sampled_from(["", "hm"]), st.booleans()),
        st.tuples(st.just("finish"), st.sampled_from(["accept", "reject"])),
    ),
    max_size=14,
)


def read(start, end, label):
    """Read something from a range that depends on the range alone, as the rules do."""
    return {"value": str(end - start), "basis": "plan", "date_from": f"20{start % 90 + 10}-01-01"}


def intent(desk, step):
    """Turn a step into the edit of an intent; numbers choose among the spans there are."""
    kind, *words = step
    spans = list(desk.view)

    def at(number):
        return spans[number % len(spans)]

    if kind in {"accept", "reject"}:
        return getattr(editing, kind)(desk, [at(number).id for number in words[0]])
    if kind == "draw":
        return editing.draw(desk, *words[0], words[1])
    if kind == "finish":
        return editing.finish(desk, leftovers=words[0])
    span = at(words[0])
    if kind == "relabel":
        return editing.relabel(desk, span.id, words[1])
    if kind == "resize":
        return editing.resize(desk, span.id, span.start + words[1], span.end + words[2])
    if kind == "split":
        return editing.split(desk, span.id, span.start + words[1])
    if kind == "join":
        return editing.join(desk, span.id)
    if kind == "link":
        return editing.link(desk, span.id, at(words[1]).id, words[2])
    if kind == "unlink":
        links = desk.view.relations_from(span.id)
        return editing.unlink(desk, links[0]) if links else Edit("unlink")
    if kind == "set":
        return editing.set_attribute(desk, span.id, words[1], words[2])
    return editing.annotate(desk, span.id, note=words[1], flagged=words[2])


def check(desk, held, candidates):
    """Assert what holds of any set that intents made."""
    spans = held.spans.values()
    standing = [span for span in spans if span.is_standing]
    assert not any(a.layer == b.layer and a.overlaps(b) for a, b in combinations(standing, 2))
    for span in standing:
        rules = desk.schema.attributes_of(span.label)
        assert desk.schema.label(span.label).layer == span.layer
        assert span.attributes.keys() <= {rule.name for rule in rules}
        assert all(rule.allows(span.attributes[rule.name]) for rule in rules if rule.name in span.attributes)
        text = desk.report.text[span.start : span.end]
        assert text == text.strip() != ""
        assert "\n" not in text
    single = [(r.label, r.source) for r in held.relations if r.label != "holds"]
    assert max(Counter(single).values(), default=1) == 1
    for relation in held.relations:
        ends = [desk.view.get(end) for end in (relation.source, relation.target)]
        if None not in ends:
            rules = desk.schema.relation_rules(*(end.label for end in ends))
            assert relation.label in {rule.name for rule in rules}
            assert all(end.state is not State.REJECTED for end in ends)
    seen = combined(candidates, held)
    assert {span.id: span for span in desk.view} == seen.spans
    assert desk.view.finished == held.finished


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_that_any_run_of_intents_is_lawful_and_taken_back_by_its_inverses(
    make_desk, report, candidates, steps
):
    desk = make_desk(read=read)
    start = held = set_of(report.id, "an", ())
    done = []
    for step in steps:
        try:
            edit = intent(desk, step)
        except UserError:
            check(desk, held, candidates)
            continue
        desk.view.apply(edit)
        held = applied(held, edit)
        done.append(edit)
        check(desk, held, candidates)
    for edit in reversed(done):
        desk.view.apply(edit.inverse())
        held = applied(held, edit.inverse())
    assert held == start
    assert {span.id: span for span in desk.view} == candidates.spans
