"""A version of one's own: begun with what is there, shaped, undone, said as statements."""

from __future__ import annotations

import pytest

from annotator.domain.disputes import Link
from annotator.domain.errors import UserError
from annotator.workspace import editing, valuing
from annotator.workspace.drafting import DraftReport
from annotator.workspace.reviewing import review
from annotator.workspace.settling import settle_own


def accept(*span_ids):
    return lambda desk: editing.accept(desk, span_ids)


@pytest.fixture
def disputed(filled, report, work):
    """Give the project with two analysts who differ about a label and about an amount with its links."""
    work(filled, report.id, "an", accept("org", "money", "thu", "date"))
    work(
        filled,
        report.id,
        "binh",
        lambda desk: editing.relabel(desk, "org", "LOC"),
        accept("thu", "date", "money"),
        lambda desk: valuing.give(desk, ["money"], {"value": "2236"}),
    )
    return filled


def draft_of(project, report, kind):
    found = review(project, report.id)
    dispute = next(each for each in found.open if kind in each.kinds)
    return DraftReport(project, found, dispute), dispute


def test_that_a_draft_begins_with_a_version_and_what_is_agreed_on(disputed, report):
    draft, _ = draft_of(disputed, report, "label")
    assert [(span.label, report.text[span.start : span.end]) for span in draft.spans()] == [
        ("ORG", "Tỉnh ủy Yên Thủy")
    ]
    assert {"INDICATOR", "DATE"} <= {span.label for span in draft.view}


def test_that_links_of_the_version_come_along_and_are_said_again(disputed, report, place):
    draft, dispute = draft_of(disputed, report, "value")
    (said,) = draft.statements()
    links = {link.label: link for link in said.links}
    assert links["measures"] == Link("measures", "figure", *place("Thu ngân sách"), "INDICATOR")
    assert links["during"].target == "DATE"
    assert said.attributes == tuple(sorted(dispute.versions[0].statements[0].attributes))


def test_that_a_draft_is_shaped_and_taken_back_step_by_step(disputed, report, place):
    draft, dispute = draft_of(disputed, report, "label")
    (span,) = draft.spans()
    draft.commit(editing.relabel(draft.desk, span.id, "EVENT"))
    draft.commit(editing.resize(draft.desk, span.id, *place("Tỉnh ủy")))
    assert [(one.label, one.start, one.end) for one in draft.statements()] == [("EVENT", *place("Tỉnh ủy"))]
    draft.undo()
    draft.undo()
    assert draft.undo() is None
    assert [one.label for one in draft.statements()] == ["ORG"]
    draft.redo()
    assert [one.label for one in draft.statements()] == ["EVENT"]
    written = settle_own(disputed, dispute, draft.statements())
    assert [one.label for one in written.ruling.statements] == ["EVENT"]


def test_that_a_draft_may_come_to_nothing(disputed, report):
    draft, _ = draft_of(disputed, report, "label")
    draft.commit(editing.reject(draft.desk, [draft.spans()[0].id]))
    assert draft.statements() == ()


@pytest.mark.parametrize(
    "intent",
    [
        lambda desk, place: editing.reject(
            desk, [next(span.id for span in desk.view if span.label == "DATE")]
        ),
        lambda desk, place: editing.draw(desk, *place("Vàng A Mẫu"), "PERSON"),
        lambda desk, place: editing.draw(desk, *place("6,43%"), "PERCENT"),
    ],
    ids=["agreed", "elsewhere", "another layer"],
)
def test_that_nothing_but_the_disputed_place_is_written_anew(disputed, report, place, intent):
    draft, _ = draft_of(disputed, report, "label")
    with pytest.raises(UserError) as refused:
        draft.commit(intent(draft.desk, place))
    assert refused.value.code == "not-in-dispute"
    assert len(draft.statements()) == 1
