"""Rows got ready in another thread are shown as they are asked for by the time they arrive."""

from __future__ import annotations

import pytest

from annotator.domain.progress import Counts, ReportRow, Stage
from annotator.ui.library.rows import LibraryModel


def row(number: int, title: str, left: int) -> ReportRow:
    stage = Stage.DONE if left == 0 else Stage.UNTOUCHED
    return ReportRow(f"id{number}", f"{number}.txt", title, "", 100, stage, Counts(left=left))


ROWS = [row(1, "Mùa vụ", 3), row(2, "Y tế", 0), row(3, "Ngân sách", 7), row(4, "Mùa mưa", 5)]


@pytest.fixture
def model(qapp) -> LibraryModel:
    """Return a model that shows nothing yet."""
    return LibraryModel()


def titles(model: LibraryModel) -> list[str]:
    return [row.title for row in model.shown()]


def test_that_rows_got_ready_are_shown_in_their_order_and_can_be_found(model) -> None:
    model.arrange("left")
    model.take(model.get_ready(ROWS))
    assert titles(model) == ["Ngân sách", "Mùa mưa", "Mùa vụ", "Y tế"]
    assert [model.row_of(row.id) for row in ROWS] == [2, 3, 0, 1]
    assert model.totals.left == 15


def test_that_a_filter_typed_meanwhile_holds(model) -> None:
    ready = model.get_ready(ROWS)
    model.narrow("mua")
    model.take(ready)
    assert titles(model) == ["Mùa vụ", "Mùa mưa"]
    model.narrow("")
    assert titles(model) == [row.title for row in ROWS]


def test_that_an_order_chosen_meanwhile_holds(model) -> None:
    ready = model.get_ready(ROWS)
    model.arrange("left")
    model.narrow("", Stage.UNTOUCHED)
    model.take(ready)
    assert titles(model) == ["Ngân sách", "Mùa mưa", "Mùa vụ"]
