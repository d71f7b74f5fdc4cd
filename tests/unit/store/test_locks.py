"""A lock file names its holder, and is worth only as much as the operating system's lock on it."""

import errno
import os
import subprocess
import sys
import time

import pytest

from annotator.store import locks
from annotator.store.locks import FileLock, Holder, read_holder


@pytest.fixture
def path(tmp_path):
    return tmp_path / "work.annotator.lock"


def test_that_a_lock_is_taken_once_at_a_time(path):
    lock = FileLock.take(path)
    assert isinstance(lock, FileLock)
    second = FileLock.take(path)
    assert isinstance(second, Holder)
    assert second.pid == os.getpid()
    lock.release()
    third = FileLock.take(path)
    assert isinstance(third, FileLock)
    third.release()


def test_that_a_file_left_behind_is_taken_over_and_names_the_new_holder(path):
    path.write_text(
        '{"pid": 1, "host": "elsewhere", "user": "an", "since": "2026-01-01T00:00:00+00:00"}' + " " * 999
    )
    lock = FileLock.take(path)
    assert isinstance(lock, FileLock)
    assert read_holder(path).pid == os.getpid()
    lock.release()


def test_that_a_released_lock_leaves_no_file_and_can_be_released_again(path):
    lock = FileLock.take(path)
    lock.release()
    lock.release()
    assert not path.exists()


def test_that_releasing_late_does_not_take_the_lock_of_the_next_holder(path):
    first = FileLock.take(path)
    first.release()
    second = FileLock.take(path)
    first.release()
    assert isinstance(FileLock.take(path), Holder)
    second.release()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"pid": "x", "host": 1}', "\xff"])
def test_that_a_holder_that_cannot_be_read_is_another_program(path, content):
    path.write_text(content, encoding="latin-1")
    assert str(read_holder(path)) == "another program"
    assert read_holder(path.with_name("none")) == Holder()


def test_that_waiting_has_an_end(path):
    lock = FileLock.take(path)
    assert isinstance(FileLock.take(path, wait=0.1), Holder)
    lock.release()


def test_that_a_folder_that_is_not_there_takes_no_lock(tmp_path):
    with pytest.raises(FileNotFoundError):
        FileLock.take(tmp_path / "none" / "a.lock")


def test_that_a_full_disk_keeps_the_holder_unnamed_and_the_lock_held(path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    lock = FileLock.take(path)
    monkeypatch.undo()
    assert isinstance(lock, FileLock)
    assert FileLock.take(path) == Holder()
    lock.release()
    assert not path.exists()


_RACING = """
import os, sys
from pathlib import Path
from annotator.store import locks
from annotator.store.locks import FileLock, Holder
lock, book = Path(sys.argv[1]), Path(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
won = 0
for _ in range(40):
    taken = FileLock.take(lock, wait=5)
    if isinstance(taken, Holder):
        continue
    with book.open("ab", buffering=0) as file:
        file.write(b"in %d\\n" % os.getpid())
        file.write(b"out %d\\n" % os.getpid())
    taken.release()
    won += 1
print(won)
"""


def test_that_of_many_processes_that_take_over_a_stale_lock_one_holds_it_at_a_time(path):
    path.write_text('{"pid": 1, "host": "gone", "user": "an", "since": "2026-01-01T00:00:00+00:00"}')
    book = path.with_name("book")
    racing = [
        subprocess.Popen(
            [sys.executable, "-c", _RACING, str(path), str(book)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(10)
    ]
    assert all(each.stdout.readline() == "ready\n" for each in racing)
    for each in racing:
        each.stdin.write("go\n")
        each.stdin.flush()
    won = [int(each.communicate(timeout=120)[0]) for each in racing]
    assert sum(won) == 400
    lines = book.read_text().splitlines()
    assert len(lines) == 800
    # Whoever goes in goes out before anybody else goes in.
    assert all(
        (came.split()[0], went.split()[0]) == ("in", "out") and came.split()[1] == went.split()[1]
        for came, went in zip(lines[::2], lines[1::2], strict=True)
    )
    assert not path.exists()


def test_that_a_holder_is_named_with_the_time_of_this_place(monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    holder = Holder(7, "desk", "an", "2026-11-23T18:15:30+00:00")
    said = str(holder)
    monkeypatch.undo()
    time.tzset()
    assert said == "an on desk (process 7, since 2026-11-24 01:15)"
    assert str(Holder(7, "desk", "an", "soon")) == "an on desk (process 7, since soon)"


def test_that_a_file_its_holder_has_removed_meanwhile_is_not_taken_for_the_lock(path, monkeypatch):
    locked, first, others = locks._locked, FileLock.take(path), []

    def late(number):
        # Between opening the file and locking it: the holder lets go, and somebody else takes the lock.
        monkeypatch.setattr(locks, "_locked", locked)
        first.release()
        others.append(FileLock.take(path))
        return locked(number)

    monkeypatch.setattr(locks, "_locked", late)
    assert isinstance(FileLock.take(path), Holder)
    others[0].release()
