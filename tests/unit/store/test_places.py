"""A project whose file is moved, deleted or replaced while it is open takes no decision, and loses none."""

from __future__ import annotations

import stat
import tempfile

import pytest

from annotator.domain.errors import UserError
from annotator.store.connection import create_store, open_store


def refused(store):
    with pytest.raises(UserError, match="moved, deleted or replaced") as caught:
        store.set_setting("late", "decision")
    assert caught.value.code == "moved"
    assert "\n" not in caught.value.message
    return caught.value.message


def spoil_by_deleting(path):
    path.unlink()


def spoil_by_moving(path):
    path.rename(path.with_name("elsewhere.annotator"))


def spoil_by_replacing(path):
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


@pytest.mark.parametrize("spoil", [spoil_by_deleting, spoil_by_moving, spoil_by_replacing])
def test_that_what_was_decided_is_rescued_beside_the_place(store, path, spoil):
    store.set_setting("kept", "yes")
    spoil(path)
    assert not store.place.is_rescued
    message = refused(store)
    rescued = path.with_name(path.stem + ".rescued.annotator")
    assert str(rescued) in message
    assert stat.S_IMODE(rescued.stat().st_mode) == 0o600
    assert refused(store) == message
    assert store.place.is_rescued
    assert [each.name for each in path.parent.glob("*rescued*")] == [rescued.name]
    with open_store(rescued) as again:
        assert (again.setting("kept"), again.setting("late"), again.read_only) == ("yes", "", False)


def test_that_work_over_another_connection_is_refused_too(store, path):
    beside = store.another()
    path.unlink()
    refused(beside)
    with pytest.raises(UserError, match="moved, deleted or replaced"):
        store.another()
    beside.close()


def test_that_a_rescue_takes_no_name_that_is_taken(store, path):
    first = path.with_name(path.stem + ".rescued.annotator")
    first.write_text("dear diary")
    path.unlink()
    assert str(path.with_name(path.stem + ".rescued-2.annotator")) in refused(store)
    assert first.read_text() == "dear diary"


def test_that_a_project_whose_folder_is_gone_is_rescued_at_home(tmp_path, schema, monkeypatch):
    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    with create_store(folder / "work.annotator", schema=schema, author="an") as store:
        store.set_setting("kept", "yes")
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()
        assert str(home / "work.rescued.annotator") in refused(store)
    with open_store(home / "work.rescued.annotator") as again:
        assert again.setting("kept") == "yes"


def test_that_what_lay_among_temporary_files_is_not_rescued_at_home(tmp_path, schema, monkeypatch):
    home, folder = tmp_path / "home", tmp_path / "folder"
    home.mkdir()
    folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with create_store(folder / "work.annotator", schema=schema, author="an") as store:
        folder.rename(tmp_path / "away")
        assert "put it back" in refused(store)
    assert list(home.iterdir()) == []


def test_that_where_nothing_can_be_rescued_the_file_is_to_be_put_back(tmp_path, schema, monkeypatch):
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "none"))
    path = folder / "work.annotator"
    with create_store(path, schema=schema, author="an") as store:
        folder.rename(tmp_path / "away")
        assert "put it back" in refused(store)
        (tmp_path / "away").rename(folder)
        store.set_setting("late", "decision")
        assert store.setting("late") == "decision"


def test_that_a_folder_that_is_gone_is_said_of_a_link_too(tmp_path, schema):
    real, link = tmp_path / "real.annotator", tmp_path / "link.annotator"
    create_store(real, schema=schema, author="an").close()
    link.symlink_to(real)
    with open_store(link) as store:
        store.set_setting("a", "b")
        real.unlink()
        refused(store)
