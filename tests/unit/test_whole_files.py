"""A file appears complete or not at all, for its owner only, and nothing is left beside it."""

import errno
import os
import stat

import pytest

from annotator.domain.errors import UserError
from annotator.whole_files import whole_file, whole_path


def test_that_a_file_appears_when_it_is_complete(tmp_path):
    path = tmp_path / "a.txt"
    with whole_file(path) as file:
        file.write("một\n")
        assert not path.exists()
    assert path.read_bytes() == "một\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_that_what_was_there_stays_when_writing_fails(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("cũ", encoding="utf-8")

    def write_half():
        with whole_file(path) as file:
            file.write("mới")
            raise RuntimeError("no further")

    with pytest.raises(RuntimeError):
        write_half()
    assert path.read_text(encoding="utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EROFS, "cannot-write")])
def test_that_a_disk_that_fails_at_the_end_is_told(tmp_path, monkeypatch, number, code):
    def refuse(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(UserError) as caught, whole_path(tmp_path / "a.bin") as part:
        part.write_bytes(b"x")
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UserError, match="nowhere") as caught, whole_file(tmp_path / "nowhere" / "a.txt"):
        pass
    assert caught.value.code == "cannot-write"
