"""Whatever an extractor does in its worker, its report is named and skipped, and the rest goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from multiprocessing.connection import wait

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.extract.base import Extraction
from annotator.workspace import working
from annotator.workspace.working import Limits, Standby, extractions

GOOD = "Tỉnh ủy"


def reports(*texts):
    return [Report(f"r{number}", text) for number, text in enumerate(texts)]


def answered(texts, *, extractor="odd", jobs=1):
    return {r.name: found for r, found in extractions(iter(reports(*texts)), extractor=extractor, jobs=jobs)}


@pytest.fixture
def limits(monkeypatch):
    """Give a function that sets what workers may take."""

    def set_limits(**given):
        monkeypatch.setattr(working, "LIMITS", Limits(**given))

    return set_limits


@pytest.fixture
def no_process_left(new_processes):
    yield
    assert new_processes() == []


def test_that_an_extractor_that_never_ends_is_ended_and_the_others_go_on(odd, limits, no_process_left):
    limits(seconds=3.0, seconds_per_thousand=0.0)
    found = answered([GOOD, "HANG Bí mật", GOOD + " 2", GOOD + " 3"], jobs=2)
    assert found["r1"] == "r1: the extractor took more than 3 seconds; skipped"
    assert all(isinstance(found[name], Extraction) for name in ("r0", "r2", "r3"))


def test_that_a_longer_report_may_take_longer():
    allowed = Limits(seconds=100.0, seconds_per_thousand=2.0)
    assert allowed.time_for(Report("short", "a")) == pytest.approx(100.002)
    assert allowed.time_for(Report("long", "a" * 1_000_000)) == pytest.approx(2100)


def test_that_workers_share_the_memory_there_is_and_none_gets_less_than_a_gigabyte():
    assert Limits(megabytes=8000).memory_of(4) == 2000
    assert Limits().memory_of(1_000_000) == 1024
    assert 1024 <= Limits().memory_of(1) <= 4096


def test_that_the_report_somebody_waits_for_is_given_up_after_its_time(odd, limits, no_process_left):
    limits(seconds=3.0, seconds_per_thousand=0.0)
    kept = Standby(extractor=odd)
    found = kept.extraction(Report("r", "HANG"), cancelled=lambda: False)
    assert found == "r: the extractor took more than 3 seconds; skipped"
    assert isinstance(kept.extraction(Report("s", GOOD), cancelled=lambda: False), Extraction)
    kept.end()


def test_that_a_long_report_for_a_worker_that_hangs_can_still_be_cancelled(odd, no_process_left):
    # Longer than a pipe holds, sent to a worker that does not read.
    kept = Standby(extractor=odd)
    kept.get_ready()
    assert isinstance(kept.extraction(Report("r", GOOD), cancelled=lambda: False), Extraction)
    kept._worker.take(Report("hanging", "HANG"))
    asked = iter([False, True])
    long = Report("long", GOOD * 100_000)
    assert kept.extraction(long, cancelled=lambda: next(asked)) is None


if sys.platform == "linux":

    def test_that_an_extractor_that_eats_memory_is_stopped_and_the_others_go_on(odd, limits, no_process_left):
        limits(megabytes=1000)
        found = answered([GOOD, "SWELL Bí mật", GOOD + " 2"])
        assert found["r1"] == "r1: the extractor needs more than 1000 MB of memory; skipped"
        assert all(isinstance(found[name], Extraction) for name in ("r0", "r2"))

    def test_that_what_an_extractor_started_ends_with_its_worker(odd, limits, tmp_path, no_process_left):
        limits(seconds=5.0, seconds_per_thousand=0.0)
        said = tmp_path / "number"
        assert "took more than" in answered([f"CHILD {said}"])["r0"]
        assert _has_ended(int(said.read_text()))

    def test_that_no_worker_outlives_a_program_that_was_killed_while_its_extractor_hangs(odd, tmp_path):
        said = tmp_path / "number"
        paths = os.pathsep.join([*map(str, sys.path[:2]), os.environ.get("PYTHONPATH", "")])
        program = subprocess.Popen(
            [sys.executable, "-c", _KILLED, f"CHILD {said}"], env={**os.environ, "PYTHONPATH": paths}
        )
        assert program.wait(timeout=60) == -9
        assert _has_ended(int(said.read_text()))


def test_that_leaving_printing_and_starting_threads_harm_nobody(odd, capfd, no_process_left):
    found = answered([GOOD, "LEAVE Bí mật", f"PRINT Bí mật {GOOD}", f"THREADS {GOOD}", GOOD + " 4"])
    assert found["r1"] == "r1: the extractor failed with SystemExit; skipped"
    assert all(isinstance(found[name], Extraction) for name in ("r0", "r2", "r3", "r4"))
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def test_that_a_worker_that_garbles_its_answer_loses_its_report_alone(odd, no_process_left):
    found = answered([GOOD, "GARBLE Bí mật", GOOD + " 2"])
    assert "r1: the worker process ended" in found["r1"]
    assert all(isinstance(found[name], Extraction) for name in ("r0", "r2"))


def test_that_an_extractor_that_loses_every_report_is_given_up(odd, no_process_left):
    with pytest.raises(UserError, match="the extractor silent answered none of 3 reports") as caught:
        answered([f"Bí mật {number}" for number in range(9)], extractor="silent")
    assert caught.value.code == "broken-plugin"
    assert "Bí mật" not in caught.value.message


def test_that_one_that_answered_before_is_not_given_up(odd, no_process_left):
    found = answered([GOOD, *(f"EXIT {number}" for number in range(4)), GOOD + " 2"])
    assert [isinstance(each, Extraction) for each in found.values()] == [True, *[False] * 4, True]


def test_that_an_extractor_whose_import_leaves_the_program_is_named(odd, no_process_left):
    with pytest.raises(UserError, match="the extractor leaving cannot be loaded"):
        answered([GOOD], extractor="leaving")


def _has_ended(number):
    """Wait until a process that was killed is gone; the system takes its time."""
    try:
        held = os.pidfd_open(number)
    except ProcessLookupError:
        return True
    ended = wait([held], timeout=30)
    os.close(held)
    return bool(ended)


_KILLED = """
import os, sys
from pathlib import Path
from annotator.domain.reports import Report
from annotator.workspace.working import extractions

def cancelled():
    said = Path(sys.argv[1].partition("CHILD ")[2])
    if said.exists() and said.read_text():
        os.kill(os.getpid(), 9)
    return False

if __name__ == "__main__":
    list(extractions(iter([Report("r", sys.argv[1])]), extractor="odd", cancelled=cancelled))
"""
