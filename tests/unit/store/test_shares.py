"""A project on a network share is kept without a log, and a lock of another machine is never taken there."""

from __future__ import annotations

import json
import platform
from pathlib import Path

import pytest

from annotator.domain.backups import Why
from annotator.domain.errors import UserError
from annotator.store import shares
from annotator.store.backups import back_up
from annotator.store.connection import create_store, open_store
from annotator.store.locks import FileLock, Holder, lock_path
from annotator.store.logs import make_room
from annotator.store.restores import restore
from annotator.store.shares import share_of

MOUNTS = (
    "21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw\n"
    "22 21 0:40 / /net/team rw shared:7 - nfs4 server:/team rw\n"
    "23 22 8:2 / /net/team/local rw - ext4 /dev/sdb1 rw\n"
    "24 21 0:41 / /net/with\\040space rw - cifs //server/it rw\n"
    "25 21 0:42 / /net/far rw - fuse.sshfs an@far:/ rw\n"
    "26 21 0:43 / /net/stick rw - fuseblk /dev/sdc1 rw\n"
    "27 21 0:44 / /net/stick2 rw - fuse.ntfs-3g /dev/sdc2 rw\n"
    "28 21 0:45 / /net/two rw - nfs server:/old rw\n"
    "29 21 0:46 / /net/two rw - tmpfs none rw\n"
    "broken\n"
)


@pytest.fixture
def mounted(tmp_path, monkeypatch):
    """Give a function by which the system says that the test's folder is on a disk of some kind."""
    told = tmp_path / "mountinfo"
    monkeypatch.setattr(shares, "MOUNTS", told)

    def mount(kind):
        told.write_text(f"21 1 8:1 / / rw - ext4 /dev/sda1 rw\n30 21 0:9 / {tmp_path} rw - {kind} it rw\n")

    return mount


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/disk/work.annotator", ""),
        ("/net/team/work.annotator", "nfs4"),
        ("/net/teammate/work.annotator", ""),
        ("/net/team/local/work.annotator", ""),
        ("/net/with space/work.annotator", "cifs"),
        ("/net/far/a/b/work.annotator", "fuse.sshfs"),
        ("/net/stick/work.annotator", ""),
        ("/net/stick2/work.annotator", ""),
        ("/net/two/work.annotator", ""),
    ],
)
def test_that_the_innermost_mount_says_whether_a_path_is_on_a_share(tmp_path, monkeypatch, path, kind):
    told = tmp_path / "mountinfo"
    told.write_text(MOUNTS)
    monkeypatch.setattr(shares, "MOUNTS", told)
    assert share_of(Path(path)) == kind


def test_that_a_system_that_does_not_say_has_local_disks(tmp_path, monkeypatch):
    monkeypatch.setattr(shares, "MOUNTS", tmp_path / "none")
    assert share_of(tmp_path / "work.annotator") == ""


def test_that_a_project_on_a_share_is_one_file_with_a_journal_and_keeps_its_work(tmp_path, schema, mounted):
    mounted("nfs4")
    path = tmp_path / "work.annotator"
    with create_store(path, schema=schema, author="an") as store:
        assert store.place.share == "nfs4"
        assert store.rows("PRAGMA journal_mode") == [("delete",)]
        store.set_setting("kept", "yes")
        make_room(store)
        assert not path.with_name(path.name + "-wal").exists()
        assert not path.with_name(path.name + "-shm").exists()
        with store.another() as beside:
            beside.set_setting("beside", "yes")
        with open_store(path) as second:
            assert second.read_only
            assert second.setting("beside") == "yes"
    with open_store(path) as again:
        assert again.setting("kept") == "yes"


def test_that_a_project_moved_between_disk_and_share_is_kept_as_each_needs(tmp_path, schema, mounted):
    mounted("ext4")
    path = tmp_path / "work.annotator"
    with create_store(path, schema=schema, author="an") as store:
        assert store.rows("PRAGMA journal_mode") == [("wal",)]
    for kind, mode in (("cifs", "delete"), ("ext4", "wal"), ("fuse.sshfs", "delete")):
        mounted(kind)
        with open_store(path) as store:
            assert store.rows("PRAGMA journal_mode") == [(mode,)]
            store.set_setting("last", kind)
        with open_store(path, read_only=True) as store:
            assert store.setting("last") == kind


def test_that_a_crash_on_a_disk_leaves_a_project_that_opens_on_a_share(tmp_path, schema, mounted):
    mounted("ext4")
    path = tmp_path / "work.annotator"
    store = create_store(path, schema=schema, author="an")
    store.set_setting("kept", "yes")
    moved = tmp_path / "moved.annotator"
    for suffix in ("", "-wal"):
        moved.with_name(moved.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    store.close()
    mounted("nfs")
    for _ in range(2):
        with open_store(moved) as again:
            assert again.setting("kept") == "yes"
            assert again.setting("in-use") == ""


def test_that_a_lock_from_another_machine_is_never_taken_on_a_share(tmp_path, schema, mounted):
    mounted("nfs4")
    path = tmp_path / "work.annotator"
    create_store(path, schema=schema, author="an").close()
    named = {"pid": 7, "host": "elsewhere", "user": "binh", "since": "2026-01-01T00:00:00+00:00"}
    lock_path(path).write_text(json.dumps(named))
    with open_store(path, wait=0.1) as store:
        assert store.read_only
        assert store.holder == Holder(**named)
    assert json.loads(lock_path(path).read_text()) == named
    lock_path(path).unlink()
    with open_store(path) as store:
        assert not store.read_only


def test_that_a_lock_this_machine_left_on_a_share_is_taken_over(tmp_path):
    path = tmp_path / "work.annotator.lock"
    path.write_text(json.dumps({"pid": 7, "host": platform.node(), "user": "an", "since": "then"}))
    lock = FileLock.take(path, is_shared=True)
    assert isinstance(lock, FileLock)
    lock.release()


def test_that_where_the_disk_knows_no_locks_nobody_writes(tmp_path, schema, monkeypatch):
    import fcntl

    path = tmp_path / "work.annotator"
    create_store(path, schema=schema, author="an").close()

    def no_locks(*_):
        raise OSError(37, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with open_store(path) as store:
        assert (store.read_only, store.holder) == (True, None)
        with pytest.raises(UserError, match="reading only"):
            store.set_setting("a", "b")


def test_that_no_project_that_another_machine_has_open_on_a_share_is_replaced(store, path, mounted):
    made = back_up(store.connection, path, Why.ASKED)
    store.close()
    mounted("nfs4")
    lock = lock_path(path)
    lock.write_text('{"pid": 1, "host": "elsewhere", "user": "an", "since": "2026-01-01T00:00:00+00:00"}')
    before = path.read_bytes()
    with pytest.raises(UserError, match="in use by an on elsewhere") as caught:
        restore(path, made.path)
    assert caught.value.code == "locked"
    assert path.read_bytes() == before
    lock.unlink()
    restore(path, made.path)
