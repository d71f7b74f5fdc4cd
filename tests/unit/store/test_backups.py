"""A backup is one moment of a project, whole and verified, while decisions go on; nothing half-made stays."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.domain.backups import Policy, Why
from annotator.domain.errors import UserError
from annotator.store import backups
from annotator.store.backups import back_up, contents, folder_of, is_whole, listed, reading
from annotator.store.connection import create_store, open_store
from annotator.store.integrity import check
from annotator.store.locks import FileLock

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def made(store, why=Why.ASKED, **options):
    with store.another() as beside:
        return back_up(beside.connection, store.path, why, **options)


def filled(store, rows):
    """Make a project large enough to be copied in many steps."""
    with store.writing() as connection:
        connection.execute("CREATE TABLE theirs(number INTEGER PRIMARY KEY, word TEXT) STRICT")
        connection.executemany("INSERT INTO theirs(word) VALUES (?)", (("x" * 4000,) for _ in range(rows)))


def test_that_a_backup_opens_as_the_project_it_was_made_of(store, path):
    backup = made(store)
    assert backup.path.parent == path.with_name("work.backups")
    assert backup == listed(folder_of(path))[0]
    assert is_whole(backup)
    with reading(backup.path) as copy, store.another() as beside:
        assert contents(copy) == contents(beside.connection)
    with open_store(backup.path, read_only=True) as copy:
        assert check(copy) == []
    assert sorted(each.name for each in backup.path.parent.iterdir()) == [backup.path.name]


def test_that_folder_and_file_are_for_their_owner_only(store, path):
    before = os.umask(0)
    try:
        backup = made(store)
    finally:
        os.umask(before)
    assert backup.path.stat().st_mode & 0o777 == 0o600
    assert backup.path.parent.stat().st_mode & 0o777 == 0o700


def test_that_decisions_go_on_while_pages_are_copied_and_do_not_come_in(store):
    filled(store, 2000)
    waits, steps = [], []

    def stopped():
        """Write at every step, as a window would, with no patience at all."""
        steps.append(1)
        store.connection.execute("PRAGMA busy_timeout = 0")
        store.set_setting("step", str(len(steps)))
        with store.writing() as connection:
            connection.execute("DELETE FROM theirs WHERE number = ?", (len(steps),))
        waits.append(1)
        return False

    backup = made(store, stopped=stopped)
    assert 5 < len(steps) < 20
    assert waits == steps
    with reading(backup.path) as copy:
        assert copy.execute("SELECT count(*) FROM theirs").fetchone() == (2000,)
        assert copy.execute("SELECT count(*) FROM settings WHERE key = 'step'").fetchone() == (0,)
    assert store.rows("SELECT count(*) FROM theirs") == [(2000 - len(steps),)]


def test_that_a_backup_is_stopped_between_two_steps_and_leaves_nothing(store, path):
    filled(store, 1000)
    with pytest.raises(UserError, match="stopped"):
        made(store, stopped=lambda: True)
    assert list(folder_of(path).iterdir()) == []


def test_that_a_clock_that_jumps_back_hides_no_backup_and_overwrites_none(store, path):
    first = made(store, now=NOW)
    store.set_setting("a", "b")
    second = made(store, now=NOW - timedelta(days=4000))
    third = made(store, now=NOW)
    assert [each.number for each in listed(folder_of(path))] == [3, 2, 1]
    assert listed(folder_of(path))[0] == third
    assert len({first.path, second.path, third.path}) == 3


def test_that_the_policy_takes_only_our_own_files_away(store, path):
    folder = folder_of(path)
    first = made(store, Why.SCHEDULED, now=NOW)
    mine = folder / "notes.txt"
    mine.write_text("mine")
    link = folder / first.path.name.replace("000001", "000002")
    link.symlink_to(path)
    few = Policy(recent=1, days=0, weeks=0)
    for hour in range(1, 6):
        made(store, Why.SCHEDULED, now=NOW + timedelta(hours=hour), policy=few)
    assert [each.number for each in listed(folder)] == [6, 5, 4]
    assert mine.read_text() == "mine"
    assert link.is_symlink()
    assert path.exists()


def test_that_backups_stay_within_their_room_but_for_the_newest(store, path):
    for hour in range(4):
        made(store, now=NOW + timedelta(hours=hour), policy=Policy(largest=1))
    assert [each.number for each in listed(folder_of(path))] == [4]


def test_that_what_a_killed_program_left_counts_for_nothing_and_goes(store, path):
    folder = folder_of(path)
    folder.mkdir(mode=0o700)
    for name in (".000001.part", ".000001.part-journal"):
        (folder / name).write_bytes(b"half")
    assert listed(folder) == []
    made(store)
    assert [each.suffix for each in folder.iterdir()] == [".backup"]


@pytest.mark.parametrize(("number", "code"), [(28, "disk-full"), (30, "cannot-back-up")])
def test_that_a_disk_that_takes_no_more_leaves_nothing_half_written(store, path, monkeypatch, number, code):
    kept = made(store)

    def refuse(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(backups, "digest_of", refuse)
    with pytest.raises(UserError, match=r"no backup was made in .*work\.backups") as caught:
        made(store)
    assert caught.value.code == code
    assert [each.name for each in folder_of(path).iterdir()] == [kept.path.name]


def test_that_a_disk_that_fills_while_pages_are_copied_is_said(store, path, monkeypatch):
    filled(store, 500)
    connect = backups._connect

    def small(part: Path, options: str) -> sqlite3.Connection:
        connection = connect(part, options)
        connection.execute("PRAGMA max_page_count = 10")
        return connection

    monkeypatch.setattr(backups, "_connect", small)
    with pytest.raises(UserError, match=r"no backup was made in .*work\.backups: the disk is full") as caught:
        made(store)
    assert caught.value.code == "disk-full"
    assert list(folder_of(path).iterdir()) == []


def test_that_a_place_that_is_no_folder_is_refused_with_what_to_do(store, path):
    folder_of(path).write_text("a file")
    with pytest.raises(UserError, match="choose another folder") as caught:
        made(store)
    assert caught.value.code == "cannot-back-up"


def test_that_two_programs_make_their_backups_one_after_the_other(store, path, monkeypatch):
    folder_of(path).mkdir(mode=0o700)
    held = FileLock.take(folder_of(path) / ".lock")
    monkeypatch.setattr(backups, "_PATIENCE", 0.0)
    with pytest.raises(UserError, match="makes a backup") as caught:
        made(store)
    assert caught.value.code == "locked"
    held.release()
    assert made(store).number == 1


def test_that_a_wait_for_another_backup_can_be_stopped(store, path):
    folder_of(path).mkdir(mode=0o700)
    held = FileLock.take(folder_of(path) / ".lock")
    with pytest.raises(UserError, match="stopped") as caught:
        made(store, stopped=lambda: True)
    assert caught.value.code == "cancelled"
    held.release()


def test_that_no_backup_is_made_of_a_damaged_project(store, path):
    filled(store, 200)
    store.close()
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 4096)
    with closing(sqlite3.connect(path)) as connection, pytest.raises(UserError) as caught:
        back_up(connection, path, Why.ASKED)
    assert caught.value.code == "damaged-project"
    assert list(folder_of(path).iterdir()) == []


def test_that_a_changed_byte_of_a_backup_is_known(store):
    backup = made(store)
    with backup.path.open("rb+") as file:
        file.seek(5000)
        file.write(b"?")
    assert not is_whole(backup)
    backup.path.unlink()
    assert not is_whole(backup)


def test_that_a_project_and_its_copies_are_one_project_and_another_is_not(store, path, schema):
    backup = made(store)
    with (
        create_store(path.with_name("other.annotator"), schema=schema, author="an") as other,
        reading(backup.path) as copy,
    ):
        assert contents(copy).is_of(contents(store.connection))
        assert not contents(other.connection).is_of(contents(copy))
