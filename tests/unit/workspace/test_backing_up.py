"""Backups as a user meets them: made, listed, restored, and what colleagues hold is lost to nobody."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.domain.backups import Why
from annotator.store.integrity import check
from annotator.store.journal import entries
from annotator.workspace import editing
from annotator.workspace.backing_up import (
    back_up,
    back_up_changes,
    backups_of,
    look_through,
    restore,
    state_of,
)
from annotator.workspace.bundling import bundle
from annotator.workspace.merging import merge
from annotator.workspace.projects import Project
from annotator.workspace.reading import OpenReport
from annotator.workspace.safeguarding import Schedule, Wishes, wish, wishes


def decide(project, *span_ids):
    """Accept candidates one by one."""
    report = OpenReport(project, project.report_ids()[0])
    for span_id in span_ids:
        report.commit(editing.accept(report.desk, [span_id]))


def states(project):
    """Return what each author decided in the first report, by span id."""
    held = project.decisions(project.report_ids()[0])
    return {span_id: str(span.state) for span_id, span in held.spans.items()}


def test_that_a_backup_is_made_by_itself_only_where_something_was_done(filled):
    opened = state_of(filled)
    assert back_up_changes(filled, Why.CLOSING, opened=opened) is None
    decide(filled, "org")
    made = back_up_changes(filled, Why.CLOSING, opened=opened)
    assert made.why is Why.CLOSING
    assert back_up_changes(filled, Why.SCHEDULED, opened=opened) is None
    filled.store.set_setting("threshold", "0.3")
    assert back_up_changes(filled, Why.SCHEDULED).number == made.number + 1


def test_that_each_backup_says_what_it_holds_and_what_restoring_it_loses(filled):
    decide(filled, "org")
    back_up(filled)
    decide(filled, "money", "date")
    back_up(filled)
    damaged = backups_of(filled.path)[0]
    damaged.path.write_bytes(damaged.path.read_bytes()[:-1])
    newer, older = look_through(filled.path)
    assert (newer.is_whole, newer.held) == (False, None)
    assert (older.is_whole, older.held.decisions, older.held.lost, older.held.reports) == (True, 1, 2, 1)
    assert list(look_through(filled.path, stopped=lambda: True)) == []


def test_that_work_goes_on_after_a_restore_and_merges_with_bundles_from_before_it(filled, tmp_path):
    path, theirs = filled.path, tmp_path / "colleague.annotator"
    decide(filled, "org")
    made = back_up(filled)
    back_up(filled).path.rename(theirs)
    decide(filled, "money", "date")
    bundle(filled, tmp_path / "before.bundle", author="an")
    with Project.for_writing(theirs, author="binh") as colleague:
        merge(colleague, [tmp_path / "before.bundle"])
    filled.close()
    restore(path, made.path)
    with Project.for_writing(path, author="an") as project:
        assert set(states(project)) == {"org"}
        report = OpenReport(project, project.report_ids()[0])
        report.commit(editing.reject(report.desk, ["money"]))
        decide(project, "percent")
        assert merge(project, [tmp_path / "before.bundle"]).entries == 2
        assert check(project.store) == []
        here = states(project)
        assert set(here) == {"org", "money", "date", "percent"}
        rows = entries(project.store, project.report_ids()[0], author="an", everything=True)
        assert len({(row.device, row.clock) for row in rows}) == len(rows) == len({row.id for row in rows})
        bundle(project, tmp_path / "after.bundle", author="an")
        clock = project.store.rows("SELECT value FROM clock")
        decide(project, "person")
        assert project.store.rows("SELECT value FROM clock") > clock
    with Project.for_writing(theirs, author="binh") as colleague:
        merge(colleague, [tmp_path / "after.bundle"])
        assert check(colleague.store) == []
        colleague.author = "an"
        assert states(colleague) == here


def test_that_what_a_restore_took_away_comes_back_by_merging_the_backup_made_before_it(filled):
    path = filled.path
    decide(filled, "org")
    made = back_up(filled)
    decide(filled, "money")
    filled.close()
    done = restore(path, made.path)
    with Project.for_writing(path, author="an") as project:
        assert set(states(project)) == {"org"}
        assert merge(project, [done.before]).entries == 1
        assert set(states(project)) == {"org", "money"}
        assert check(project.store) == []


def test_that_what_a_killed_restore_left_goes_with_the_next_backup_of_who_may_write(filled):
    left = [
        filled.path.with_name(f".{filled.path.name}.restoring{suffix}") for suffix in ("", "-wal", ".lock")
    ]
    for each in left:
        each.write_bytes(b"half")
    with Project.open(filled.path, read_only=True) as reader:
        back_up(reader)
    assert all(each.exists() for each in left), "a restore may be running"
    back_up(filled)
    assert not any(each.exists() for each in left)


def test_that_backups_lie_where_the_user_wishes_one_folder_a_project(filled, tmp_path):
    wish(Wishes(folder=str(tmp_path / "disk"), recent=7, gigabytes=2))
    made = back_up(filled)
    assert made.path.parent.parent == tmp_path / "disk"
    assert backups_of(filled.path) == [made]
    other = tmp_path / "other" / filled.path.name
    other.parent.mkdir()
    shutil.copy(made.path, other)
    assert backups_of(other) == []
    path = filled.path
    filled.close()
    path.write_bytes(b"\xff" * 9000)
    restore(path, made.path)
    with Project.open(path) as opened:
        assert check(opened.store) == []


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"minutes": "x", "closing": 3, "folder": "here", "recent": true, "gigabytes": null}'],
)
def test_that_wishes_that_cannot_be_read_are_as_at_first(own_settings, text):
    (own_settings / "backups.json").write_text(text)
    assert wishes() == Wishes()


def test_that_wishes_are_kept_for_their_owner_only_and_within_bounds(own_settings, tmp_path):
    wished = Wishes(0, False, str(tmp_path), 5, 9)
    wish(wished)
    assert wishes() == wished
    assert (own_settings / "backups.json").stat().st_mode & 0o777 == 0o600
    (own_settings / "backups.json").write_text(json.dumps({"minutes": 10**9, "recent": -4, "gigabytes": 0}))
    assert (wishes().minutes, wishes().recent, wishes().gigabytes) == (1440, 1, 1)


def test_that_the_schedule_counts_from_the_last_backup_and_zero_is_never():
    now = [0.0]
    schedule = Schedule(lambda: now[0])
    now[0] = 1799.0
    assert not schedule.is_due(30)
    now[0] = 1800.0
    assert schedule.is_due(30)
    assert not schedule.is_due(0)
    schedule.done()
    assert not schedule.is_due(30)


def shell(*words):
    return main(["backup", *map(str, words)])


def test_that_the_shell_makes_lists_and_restores_backups(filled, capfd):
    path = filled.path
    decide(filled, "org")
    assert shell(path, "--json") == 0
    made = json.loads(capfd.readouterr().out)
    decide(filled, "money")
    assert shell(path, "--restore", made["path"]) == 1
    assert "is in use by" in capfd.readouterr().err
    filled.close()
    assert shell(path, "--list") == 0
    said = capfd.readouterr().out
    assert "1 decisions, 1 since" in said
    assert made["path"] in said
    assert shell(path, "--restore", made["path"], "--json") == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["decisions"], told["lost"]) == (1, 1)
    assert Path(told["kept"]).exists()
    assert shell(path, "--list", "--json") == 0
    listed = json.loads(capfd.readouterr().out)
    assert [(each["why"], each["whole"], each["lost"]) for each in listed] == [
        ("before-restore", True, 0),
        ("asked", True, 0),
    ]
    with Project.open(path, read_only=True) as opened:
        assert check(opened.store) == []


def test_that_the_shell_says_what_is_asked_for_wrongly(filled, tmp_path, capfd):
    assert shell(filled.path, "--list", "--restore", "x") == 2
    assert shell(filled.path, "--another") == 2
    assert shell(filled.path, "--list") == 0
    assert "no backup yet" in capfd.readouterr().out
    assert shell(tmp_path / "none.annotator", "--list") == 1
    assert shell(tmp_path / "none.annotator") == 1
    assert "there is no project" in capfd.readouterr().err
