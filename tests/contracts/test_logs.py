"""A log that was cut off or garbled leads to an earlier state that is whole, or to a refusal."""

from __future__ import annotations

import random

import pytest

from annotator.domain.edits import NOTHING, Edit, Fragment
from annotator.domain.errors import UserError
from annotator.domain.history import Draft
from annotator.domain.reports import Report
from annotator.domain.spans import Span
from annotator.resources import default_schema
from annotator.store.connection import create_store, open_store
from annotator.store.integrity import check
from annotator.store.journal import commit
from annotator.store.reports import add_report
from annotator.store.sets import load_set

REPORT = Report("r", "Sở Y tế họp ngày 5 tháng 3.\n" * 20)
STEPS = 8
HEAD, FRAME = 32, 24 + 4096
"""Bytes of the head of a log and of each frame: https://www.sqlite.org/fileformat2.html."""


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """Give a project and its log as they lie on the disk, with all steps in the log and none in the file."""
    path = tmp_path_factory.mktemp("open") / "work.annotator"
    with create_store(path, schema=default_schema(), author="an") as store:
        add_report(store, REPORT)
    log = path.with_name(path.name + "-wal")
    with open_store(path) as store:
        for number in range(STEPS):
            span = Span(f"s{number}", number, number + 2, "entity", "ORG", note="n" * 600)
            commit(
                store,
                [Draft(REPORT.id, "an", "an", f"b{number}", Edit("add", NOTHING, Fragment((span,))))],
                {},
            )
        return path.read_bytes(), log.read_bytes()


def opened(folder, file, log):
    """Return how many steps a copy holds, -1 where it is refused; fail where it holds no prefix of them."""
    path = folder / "copy.annotator"
    path.write_bytes(file)
    path.with_name(path.name + "-wal").write_bytes(log)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    try:
        store = open_store(path)
    except UserError:
        return -1
    with store:
        found = set(load_set(store, REPORT.id, "an").spans)
        assert found == {f"s{number}" for number in range(len(found))}
        problems = {problem.code for problem in check(store)}
        # What shows a report to those who have begun it was never written by this test.
        assert problems <= {"counts"}
        return len(found)


def test_that_the_log_holds_every_step(copied, tmp_path):
    file, log = copied
    assert len(log) % FRAME == HEAD
    assert opened(tmp_path, file, log) == STEPS


def test_that_a_log_cut_off_anywhere_leads_to_an_earlier_state(copied, tmp_path):
    file, log = copied
    frames = (len(log) - HEAD) // FRAME
    borders = [HEAD + FRAME * number for number in range(frames + 1)]
    within = [place + offset for place in borders[:-1] for offset in (1, 2000)]
    held = [opened(tmp_path, file, log[:place]) for place in sorted([0, 1, HEAD - 1, *borders, *within])]
    assert held[0] == -1, "without a log at all the copy is known as one"
    assert held[-1] == STEPS
    assert sorted(held) == held
    assert set(range(STEPS + 1)) <= set(held)


def test_that_a_changed_byte_anywhere_in_the_log_leads_to_an_earlier_state(copied, tmp_path):
    file, log = copied
    chance = random.Random(4)
    frames = (len(log) - HEAD) // FRAME
    places = [*range(0, HEAD, 3), *(HEAD + FRAME * n + chance.randrange(FRAME) for n in range(frames))]
    held = []
    for place in places:
        changed = bytearray(log)
        changed[place] ^= 1 << chance.randrange(8)
        held.append(opened(tmp_path, file, bytes(changed)))
    assert max(held) < STEPS
    assert len(set(held)) > STEPS // 2


def test_that_frames_in_another_order_lead_to_an_earlier_state(copied, tmp_path):
    file, log = copied
    first, second = log[HEAD : HEAD + FRAME], log[HEAD + FRAME : HEAD + 2 * FRAME]
    assert opened(tmp_path, file, log[:HEAD] + second + first + log[HEAD + 2 * FRAME :]) < STEPS


def test_that_the_log_of_another_project_changes_nothing(copied, tmp_path):
    file, _ = copied
    path = tmp_path / "other.annotator"
    with create_store(path, schema=default_schema(), author="binh") as store:
        store.set_setting("other", "x" * 50_000)
        other = path.with_name(path.name + "-wal").read_bytes()
    assert opened(tmp_path, file, other) in (-1, 0)
