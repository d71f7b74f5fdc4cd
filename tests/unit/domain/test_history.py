"""Undo and redo are folds of the journal: they obey their algebra after any prefix of it."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.history import Standing, latest_batch, redo_stack, steps, undo_stack


@dataclass(frozen=True)
class Row:
    """The parts of an entry that the fold looks at; `change` is +1 or -1 on a counter of its own."""

    id: str
    batch: str
    change: int
    number: int
    reverts: str = ""
    action: str = "edit"


KEYS = st.lists(st.sampled_from(["edit", "bulk", "undo", "redo"]), max_size=40)


class Desk:
    """A journal kept by pressing keys, beside a plain model of undo and redo to compare it with."""

    def __init__(self):
        self.journal = []
        self.done = []
        self.undone = []
        self.presses = 0

    def press(self, key):
        self.presses += 1
        if key in {"edit", "bulk"}:
            size = 1 if key == "edit" else 3
            numbers = [f"{self.presses}.{at}" for at in range(size)]
            self.journal += [Row(f"e{n}", f"b{self.presses}", 1, n) for n in numbers]
            self.done.append(numbers)
            self.undone.clear()
            return
        stack = undo_stack(self.journal) if key == "undo" else redo_stack(self.journal)
        self.journal += [
            Row(f"{key}{self.presses}.{at}", f"b{self.presses}", -entry.change, entry.number, entry.id, key)
            for at, entry in enumerate(latest_batch(stack))
        ]
        here, there = (self.done, self.undone) if key == "undo" else (self.undone, self.done)
        if here:
            there.append(here.pop())

    def standing(self):
        held = {}
        for row in self.journal:
            held[row.number] = held.get(row.number, 0) + row.change
        assert set(held.values()) <= {0, 1}
        return {number for number, count in held.items() if count}


@pytest.fixture
def desk():
    return Desk()


@given(KEYS)
def test_that_what_stands_is_what_a_stack_of_edits_would_hold(keys):
    desk = Desk()
    for key in keys:
        desk.press(key)
        assert desk.standing() == {number for batch in desk.done for number in batch}


@given(KEYS)
def test_that_undo_after_any_prefix_takes_back_the_latest_batch_whole(keys):
    desk = Desk()
    for key in keys:
        desk.press(key)
        following = [entry.number for entry in latest_batch(undo_stack(desk.journal))]
        assert sorted(following) == (desk.done[-1] if desk.done else [])


@given(KEYS)
def test_that_redo_after_undo_leads_back(keys):
    desk = Desk()
    for key in keys:
        desk.press(key)
    if desk.done:
        before = desk.standing(), len(undo_stack(desk.journal))
        desk.press("undo")
        desk.press("redo")
        assert (desk.standing(), len(undo_stack(desk.journal))) == before


@given(KEYS)
def test_that_undoing_everything_and_redoing_everything_leads_back(keys):
    desk = Desk()
    for key in keys:
        desk.press(key)
    there, steps = desk.standing(), len(desk.done)
    for _ in range(steps):
        desk.press("undo")
    assert desk.standing() == set()
    assert undo_stack(desk.journal) == []
    for _ in range(steps):
        desk.press("redo")
    assert desk.standing() == there


def test_that_a_new_edit_leaves_nothing_to_redo(desk):
    for key in ("edit", "undo", "edit"):
        desk.press(key)
    assert redo_stack(desk.journal) == []


def test_that_entries_that_revert_unknown_ones_take_nothing_away():
    journal = [Row("e1", "b1", 1, "1"), Row("u1", "b2", -1, "9", reverts="elsewhere", action="undo")]
    assert [entry.id for entry in undo_stack(journal)] == ["e1"]


def test_that_two_edits_of_one_label_in_a_row_are_taken_back_one_by_one(desk):
    desk.press("edit")
    desk.press("edit")
    assert len(latest_batch(undo_stack(desk.journal))) == 1


@given(KEYS)
def test_that_steps_are_what_stands_then_what_can_be_done_again_in_order(keys):
    desk = Desk()
    for key in keys:
        desk.press(key)
    line = steps(desk.journal)
    told = {standing: [numbers(step) for step in line if step.standing is standing] for standing in Standing}
    assert told[Standing.DONE] == desk.done
    assert told[Standing.UNDONE] == desk.undone[::-1]
    reachable = [step.standing for step in line if step.standing is not Standing.LEFT]
    assert reachable == sorted(reachable)


@given(KEYS)
def test_that_every_edit_is_in_one_step_whatever_was_undone(keys):
    desk = Desk()
    for key in keys:
        desk.press(key)
    found = sorted(number for step in steps(desk.journal) for number in numbers(step))
    assert found == sorted(row.number for row in desk.journal if row.action == "edit")


def test_that_a_step_left_behind_stands_where_it_was_made(desk):
    for key in ("edit", "edit", "undo", "edit", "undo"):
        desk.press(key)
    line = steps(desk.journal)
    assert [step.standing.value for step in line] == ["done", "left", "undone"]
    assert [numbers(step) for step in line] == [["1.0"], ["2.0"], ["4.0"]]


def numbers(step):
    return [edit.number for edit in step.edits]
