"""Words are found over a project with what stands over them, arranged by context, and labelled in bulk."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.edits import Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.reports import Report
from annotator.domain.spans import Span
from annotator.store.authors import ensure_author
from annotator.store.reports import add_report
from annotator.workspace import concording, editing
from annotator.workspace.annotating import annotate
from annotator.workspace.concording import arranged, labelled, passages
from annotator.workspace.reading import OpenReport
from annotator.workspace.searching import Wanted, after, before, pieces, touching

TEXTS = {
    "mot": "Tỉnh ủy giao việc.\nThu ngân\xa0sách đạt 6,43% kế hoạch; ngân sách xã tăng.",
    "hai": "Chi NGÂN SÁCH giảm. Dat dai, đất đai và đạt chuẩn.",
    "ba": "Không có chữ nào.",
}


@pytest.fixture
def filled(project):
    project.ensure_author()
    ensure_author(project.store, "rules", kind="extractor")
    for name, text in TEXTS.items():
        add_report(project.store, Report(name, text, title=f"Báo cáo {name}"))
    return project


@pytest.fixture
def propose(filled):
    """Give a function that puts one candidate over words of a report."""

    def put(report_id, words, label="ORG", layer="entity"):
        text = filled.report(report_id).text
        start = text.index(words)
        span = Span(f"c{start}", start, start + len(words), layer, label, score=0.9, extractor="rules")
        edit = Edit("extract", Fragment(), Fragment((span,)))
        filled.commit([Draft(report_id, "rules", "rules", "b", edit)], {})
        return span

    return put


def found(project, words, **choices):
    return [each for group in passages(project, Wanted(words, **choices)) for each in group]


def hits(project, words, **choices):
    return [passage.hit for passage in found(project, words, **choices)]


def test_that_words_are_found_with_their_context_on_one_line(filled) -> None:
    first, second, third = found(filled, "ngân sách")
    assert (first.left, first.hit, first.right[:9]) == ("Tỉnh ủy giao việc. Thu ", "ngân sách", " đạt 6,43")
    assert [each.report for each in (first, second, third)] == ["Báo cáo mot"] * 2 + ["Báo cáo hai"]
    assert third.hit == "NGÂN SÁCH"
    text = filled.report(first.report_id).text
    assert text[first.start : first.end] == "ngân\xa0sách"


def test_that_tones_are_minded_or_not(filled) -> None:
    assert hits(filled, "dat", folded=True) == ["đạt", "Dat", "đất", "đạt"]
    assert hits(filled, "đạt") == ["đạt", "đạt"]
    assert hits(filled, "dat") == ["Dat"]


@pytest.mark.parametrize(
    ("words", "count"), [("sác", 0), ("6,43%", 1), ("%", 1), ('"', 0), ("  ", 0), ("43", 1)]
)
def test_that_whole_words_and_signs_are_found(filled, words, count) -> None:
    assert len(found(filled, words)) == count


def test_that_what_stands_over_a_passage_is_told(filled, propose) -> None:
    report_id = filled.report_ids()[0]
    span = propose(report_id, "Tỉnh ủy")
    (passage,) = found(filled, "Tỉnh ủy")
    assert (passage.label, passage.standing, passage.span_id) == ("ORG", "open", span.id)
    report = OpenReport(filled, report_id)
    report.commit(editing.relabel(report.desk, span.id, "LOC"))
    (passage,) = labelled(filled, report_id, [passage])
    assert (passage.label, passage.standing) == ("LOC", "decided")
    report.commit(editing.reject(report.desk, [span.id]))
    assert labelled(filled, report_id, [passage])[0].label == ""


def test_that_a_decided_span_hides_the_candidate_under_it(filled, propose) -> None:
    report_id = filled.report_ids()[0]
    propose(report_id, "Tỉnh ủy giao")
    report = OpenReport(filled, report_id)
    report.commit(editing.draw(report.desk, 0, 7, "EVENT"))
    assert [(p.label, p.standing) for p in found(filled, "Tỉnh ủy")] == [("EVENT", "decided")]
    assert [(p.label, p.standing) for p in found(filled, "giao")] == [("", "")]


def test_that_finding_stops_at_the_most_and_when_cancelled(filled, monkeypatch) -> None:
    monkeypatch.setattr(concording, "MOST", 2)
    assert len(found(filled, "ngân sách")) == 2
    assert list(passages(filled, Wanted("ngân sách"), cancelled=lambda: True)) == []


def test_that_passages_are_arranged_by_what_stands_beside_them(filled) -> None:
    held = found(filled, "ngân sách")
    assert [held[n].right.split()[0] for n in arranged(held, "right")] == ["đạt", "giảm.", "xã"]
    assert [held[n].left.split()[-1] for n in arranged(held, "left")] == ["Chi", "hoạch;", "Thu"]
    assert arranged(held, "reports") == [0, 1, 2]


def test_that_many_passages_are_labelled_and_undone_as_one_step(filled, propose) -> None:
    first, second, _ = filled.report_ids()
    span = propose(first, "ngân sách xã tăng")
    held = found(filled, "ngân sách")
    opened = OpenReport(filled, first)
    outcome = annotate(filled, held, "ORG", opened=opened)
    assert (outcome.done.spans, outcome.done.reports, outcome.refused) == (3, 2, ())
    assert [p.label for p in found(filled, "ngân sách")] == ["ORG"] * 3
    assert opened.view.get(span.id) is None
    opened.undo()
    assert [p.label for p in found(filled, "ngân sách")] == ["", "ORG", ""]
    assert not filled.decisions(second).spans


def test_that_passages_over_other_decided_spans_are_refused_and_named(filled) -> None:
    second = filled.report_ids()[1]
    report = OpenReport(filled, second)
    report.commit(editing.draw(report.desk, 0, 13, "EVENT"))
    outcome = annotate(filled, found(filled, "ngân sách"), "ORG")
    assert outcome.done.spans == 2
    ((passage, why),) = outcome.refused
    assert (passage.report_id, passage.hit) == (second, "NGÂN SÁCH")
    assert "is there already" in why


def test_that_a_labelled_passage_gets_the_other_label(filled) -> None:
    annotate(filled, found(filled, "ngân sách"), "ORG")
    outcome = annotate(filled, found(filled, "ngân sách"), "EVENT")
    assert outcome.refused == ()
    assert [p.label for p in found(filled, "ngân sách")] == ["EVENT"] * 3
    assert annotate(filled, found(filled, "ngân sách"), "EVENT").done is None


def test_that_labelling_can_be_stopped_with_nothing_changed(filled) -> None:
    with pytest.raises(UserError, match="nothing was changed"):
        annotate(filled, found(filled, "ngân sách"), "ORG", cancelled=lambda: True)
    assert [p.label for p in found(filled, "ngân sách")] == [""] * 3


RANGES = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)), max_size=8).map(
    lambda steps: [
        (sum(map(sum, steps[:n])) + gap, sum(map(sum, steps[:n])) + gap + size)
        for n, (gap, size) in enumerate(steps)
    ]
)


@given(RANGES, st.integers(0, 60))
def test_that_the_next_and_the_previous_range_are_the_nearest_or_round_the_end(ranges, position) -> None:
    behind = [n for n, (start, _) in enumerate(ranges) if start >= position]
    ahead = [n for n, (start, _) in enumerate(ranges) if start < position]
    assert after(ranges, position) == (behind[0] if behind else 0 if ranges else -1)
    assert before(ranges, position) == (ahead[-1] if ahead else len(ranges) - 1)


@given(RANGES, st.integers(0, 60), st.integers(1, 20))
def test_that_the_ranges_in_sight_are_those_that_touch_it(ranges, start, length) -> None:
    end = start + length
    assert list(touching(ranges, start, end)) == [r for r in ranges if r[0] < end and start < r[1]]


@given(
    st.text(alphabet="đdạaăt \xa0\n%", max_size=20), st.text(alphabet="đdạat %", max_size=4), st.booleans()
)
def test_that_what_is_found_reads_like_what_was_looked_for(text, words, folded) -> None:
    wanted = Wanted(words, folded=folded)
    compared = wanted.of(text)
    assert len(compared) == len(text)
    for start, end in wanted.ranges(compared):
        assert wanted.of(" ".join(text[start:end].split())) == wanted.of(" ".join(words.split()))
        assert "\n" not in text[start:end]


@given(st.text(alphabet="đạt \n", max_size=30), st.text(alphabet="đạt ", max_size=4), st.integers(1, 8))
def test_that_pieces_of_a_text_hold_every_hit_of_it(text, words, size) -> None:
    wanted, cut = Wanted(words, folded=True), pieces(text, size)
    assert "".join(text[start:end] for start, end in cut) == text
    hits = [(s + a, s + b) for s, e in cut for a, b in wanted.ranges(wanted.of(text[s:e]))]
    assert hits == wanted.ranges(wanted.of(text))
