"""Extractors in worker processes: answers as they finish, and each failure told of its report alone."""

from __future__ import annotations

import os
import signal
from itertools import count
from multiprocessing.connection import Connection

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.extract.base import Extraction
from annotator.workspace.working import Standby, extractions

BAD = ["RAISE Bí mật", "EXIT Bí mật", "NOTHING Bí mật", "OUTSIDE Bí mật", "UNSENT Bí mật"]


def reports(*texts):
    return [Report(f"r{number}", text) for number, text in enumerate(texts)]


@pytest.fixture
def workers(new_processes):
    return new_processes


def test_that_a_report_that_fails_or_kills_its_worker_is_named_and_the_others_go_on(odd, workers):
    given = reports("Tỉnh ủy 1", *BAD, *(f"Tỉnh ủy {number}" for number in range(2, 6)))
    answers = {r.name: found for r, found in extractions(iter(given), extractor=odd, jobs=2)}
    assert len(answers) == len(given)
    told = {name: found for name, found in answers.items() if isinstance(found, str)}
    assert sorted(told) == ["r1", "r2", "r3", "r4", "r5"]
    assert all(line.startswith(f"{name}: ") and "skipped" in line for name, line in told.items())
    assert "ValueError" in told["r1"]
    assert "ended (7)" in told["r2"]
    assert not any("Bí mật" in line for line in told.values())
    assert all(len(found.spans) == 1 for found in answers.values() if isinstance(found, Extraction))
    assert workers() == []


def test_that_a_worker_that_hangs_is_ended_by_a_cancel_and_what_others_did_is_kept(odd, workers):
    given = reports("HANG", *(f"Tỉnh ủy {number}" for number in range(3)))
    done = []
    for report, _ in extractions(iter(given), extractor=odd, jobs=2, cancelled=lambda: len(done) == 3):
        done.append(report.name)
    assert sorted(done) == ["r1", "r2", "r3"]
    assert workers() == []


def test_that_a_cancel_before_the_beginning_starts_nothing(odd):
    asked = []
    given = (asked.append(report) or report for report in reports("Tỉnh ủy"))
    assert list(extractions(given, extractor=odd, jobs=2, cancelled=lambda: True)) == []
    assert asked == []


def test_that_reports_are_asked_for_only_when_a_worker_is_free(odd):
    asked, done = [], []
    given = reports(*(f"Tỉnh ủy {number}" for number in range(6)))
    for report, _ in extractions((asked.append(r) or r for r in given), extractor=odd, jobs=1):
        done.append(report)
        assert len(asked) <= len(done) + 1
    assert done == given


def test_that_an_extractor_that_cannot_be_started_is_said_once():
    with pytest.raises(UserError, match="there is no extractor nonsense"):
        next(extractions(iter(reports("x")), extractor="nonsense"))


def test_that_a_broken_extractor_stops_the_run_with_its_name(odd, workers):
    with pytest.raises(UserError, match="the extractor broken cannot be started") as caught:
        list(extractions(iter(reports("x", "y")), extractor="broken", jobs=1))
    assert caught.value.code == "broken-plugin"
    assert workers() == []


def test_that_no_worker_outlives_a_consumer_that_gives_up(odd, workers):
    running = extractions(iter(reports("Tỉnh ủy", "HANG")), extractor=odd, jobs=1)
    next(running)
    assert len(workers()) == 1
    running.close()
    assert workers() == []


def test_that_the_worker_kept_for_one_who_waits_goes_on_after_a_failure_and_a_death(odd, workers):
    kept = Standby(extractor=odd)
    kept.get_ready()
    given = reports("Tỉnh ủy", "RAISE Bí mật", "EXIT Bí mật", "Tỉnh ủy họp")
    answers = [kept.extraction(report, cancelled=lambda: False) for report in given]
    assert [isinstance(found, Extraction) for found in answers] == [True, False, False, True]
    assert "ended (7)" in answers[2]
    assert len(workers()) == 1
    kept.end()
    assert workers() == []


def test_that_waiting_for_a_report_that_hangs_can_be_given_up(odd, workers):
    kept = Standby(extractor=odd)
    asked = count()
    assert kept.extraction(Report("r", "HANG"), cancelled=lambda: next(asked) > 1) is None
    assert workers() == []
    assert isinstance(kept.extraction(Report("r", "Tỉnh ủy"), cancelled=lambda: False), Extraction)
    kept.end()


def test_that_the_worker_kept_says_that_its_extractor_cannot_be_started(odd):
    kept = Standby(extractor="broken")
    kept.get_ready()
    with pytest.raises(UserError, match="the extractor broken cannot be started"):
        kept.extraction(Report("r", "x"), cancelled=lambda: False)
    kept.end()


if os.name == "posix":

    def test_that_ctrl_c_does_not_reach_into_a_worker(odd, workers):
        asked = count()
        running = extractions(
            iter(reports("Tỉnh ủy", "HANG")), extractor=odd, cancelled=lambda: next(asked) > 3
        )
        next(running)
        (worker,) = workers()
        os.kill(worker.pid, signal.SIGINT)
        assert list(running) == []


def test_that_a_pipe_closed_under_a_write_is_a_dead_worker_and_no_bug(odd, monkeypatch):
    def closed_meanwhile(*given):
        raise TypeError("'NoneType' object cannot be interpreted as an integer")

    monkeypatch.setattr(Connection, "send", closed_meanwhile)
    kept = Standby(extractor=odd)
    kept.get_ready()
    kept.end()
