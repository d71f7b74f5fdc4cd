"""An export takes its place whole: nothing of an earlier one stays, nothing of anybody else is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.workspace.placing import described, placed, refuse_place


def export(folder: Path, files: dict[str, str]) -> None:
    """Write files into a folder as an export does: with a manifest that lists them."""
    with placed(folder, is_folder=True) as place:
        place.mkdir(mode=0o700)
        made = []
        for name, text in files.items():
            file = place / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
            made.append(described(file, place))
        told = {"format": "x", "program_version": "0", "files": made}
        (place / "manifest.json").write_text(json.dumps(told), encoding="utf-8")


def held(folder: Path) -> dict[str, str]:
    """Return what stands in a folder but the manifest: names with texts."""
    found = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }
    found.pop("manifest.json", None)
    return found


def test_that_what_an_earlier_export_wrote_is_gone_and_what_others_put_there_stays(tmp_path):
    folder = tmp_path / "gold"
    export(folder, {"r1.ann": "1", "r2.ann": "2", "deep/r3.ann": "3"})
    (folder / "notes.txt").write_text("mine")
    (folder / "out" / "model-best").mkdir(parents=True)
    (folder / "out" / "model-best" / "meta.json").write_text("{}")
    (folder / "deep" / "mine.txt").write_text("mine too")
    export(folder, {"r1.ann": "new"})
    assert held(folder) == {
        "r1.ann": "new",
        "notes.txt": "mine",
        "out/model-best/meta.json": "{}",
        "deep/mine.txt": "mine too",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["gold"]


NAMES = st.sampled_from(["a", "b", "c/a", "c/b", "d/e/a", "d/b", "e"])


@given(first=st.sets(NAMES), others=st.sets(NAMES), then=st.sets(NAMES))
def test_that_no_file_of_others_is_ever_lost(tmp_path_factory, first, others, then):
    folder = tmp_path_factory.mktemp("x") / "gold"
    export(folder, dict.fromkeys(first, "first"))
    others = others - first
    for name in others:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("theirs")
    before = held(folder)
    if others & then - first:
        with pytest.raises(UserError, match="is not of the earlier export"):
            export(folder, dict.fromkeys(then, "then"))
        assert held(folder) == before
    else:
        export(folder, dict.fromkeys(then, "then"))
        assert held(folder) == dict.fromkeys(others, "theirs") | dict.fromkeys(then, "then")
    assert [path.name for path in folder.parent.iterdir()] == ["gold"]


@pytest.mark.parametrize(
    "manifest",
    [
        None,
        "no JSON",
        "[]",
        '{"name": "an extension", "files": []}',
        '{"format": "x", "program_version": "0", "files": [{"name": "../notes.txt", "sha256": ""}]}',
        '{"format": "x", "program_version": "0", "files": [{"name": "/notes.txt", "sha256": ""}]}',
        '{"format": "x", "program_version": "0", "files": [1]}',
    ],
)
def test_that_a_folder_that_is_no_export_of_ours_is_refused(tmp_path, manifest):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    if manifest is not None:
        (folder / "manifest.json").write_text(manifest)
    before = held(folder)
    with pytest.raises(UserError) as caught:
        export(folder, {"r1.ann": "1"})
    assert caught.value.code == "not-an-export"
    assert "\n" not in caught.value.message
    assert held(folder) == before


def test_that_an_empty_folder_is_taken_with_its_mode(tmp_path):
    folder = tmp_path / "gold"
    folder.mkdir()
    folder.chmod(0o750)
    (folder / ".hidden").write_text("x")
    export(folder, {"r1.ann": "1"})
    assert held(folder) == {"r1.ann": "1", ".hidden": "x"}
    assert folder.stat().st_mode & 0o777 == 0o750


@pytest.mark.parametrize("change", ["write", "link"])
def test_that_a_file_somebody_worked_on_since_is_not_overwritten(tmp_path, change):
    folder = tmp_path / "gold"
    export(folder, {"r1.ann": "1", "r2.ann": "2"})
    if change == "write":
        (folder / "r1.ann").write_text("an afternoon's work")
    else:
        (folder / "r1.ann").unlink()
        (folder / "r1.ann").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UserError, match=r"r1\.ann changed since") as caught:
        export(folder, {"r1.ann": "new"})
    assert caught.value.code == "changed-export"
    (folder / "r1.ann").unlink()
    export(folder, {"r1.ann": "new"})
    assert held(folder) == {"r1.ann": "new"}


def test_that_a_stop_leaves_a_folder_as_it_was(tmp_path):
    folder = tmp_path / "gold"
    export(folder, {"r1.ann": "1"})

    def stop_halfway():
        with placed(folder, is_folder=True) as place:
            place.mkdir()
            (place / "r1.ann").write_text("half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop_halfway()
    assert held(folder) == {"r1.ann": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["gold"]


class PowerCut(BaseException):
    """What ends the program where no code of ours runs any more."""


def cut_at(monkeypatch, number):
    """Let the power go at the nth renaming from now; return how many there were."""
    real, seen = os.rename, []

    def rename(old, new, **options):
        seen.append(new)
        if len(seen) >= number:
            raise PowerCut
        return real(old, new, **options)

    monkeypatch.setattr(os, "rename", rename)
    monkeypatch.setattr(Path, "rename", lambda self, target: rename(self, target) or Path(target))
    return seen


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_that_a_power_cut_leaves_the_old_or_the_new_and_the_next_export_mends_it(
    tmp_path, monkeypatch, number
):
    folder = tmp_path / "gold"
    export(folder, {"r1.ann": "1", "r2.ann": "2"})
    (folder / "notes.txt").write_text("mine")
    (folder / "more.txt").write_text("mine")
    with monkeypatch.context() as patched:
        cut_at(patched, number)
        with pytest.raises(PowerCut):
            export(folder, {"r1.ann": "new"})
    there = held(folder) if folder.exists() else {}
    assert {there.get("r1.ann"), there.get("r2.ann")} in ({"1", "2"}, {"new", None}, {None})
    export(folder, {"r3.ann": "3"})
    assert held(folder) == {"r3.ann": "3", "notes.txt": "mine", "more.txt": "mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["gold"]


def test_that_a_file_never_stands_beside_the_manifest_of_another(tmp_path, monkeypatch):
    path = tmp_path / "gold.jsonl"

    def write(text):
        with placed(path, is_folder=False) as place:
            place.write_text(text)
            place.with_name("gold.jsonl.manifest.json").write_text(f"of {text}")
            if text == "1":
                place.with_name("gold.jsonl.losses.txt").write_text("lost")

    write("1")
    for number in range(1, 5):
        real, seen = Path.replace, []

        def replace(self, target, real=real, seen=seen, number=number):
            seen.append(target)
            if len(seen) >= number:
                raise PowerCut
            return real(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", replace)
            try:
                write("2")
            except PowerCut:
                manifest = tmp_path / "gold.jsonl.manifest.json"
                assert not manifest.exists() or manifest.read_text() == f"of {path.read_text()}"
    assert {file.name: file.read_text() for file in tmp_path.iterdir()} == {
        "gold.jsonl": "2",
        "gold.jsonl.manifest.json": "of 2",
    }


def test_that_a_file_that_cannot_be_replaced_keeps_its_manifest(tmp_path, monkeypatch):
    path = tmp_path / "gold.jsonl"
    path.write_text("1")
    path.with_name("gold.jsonl.manifest.json").write_text("of 1")

    def refuse(self, target):
        raise PermissionError(13, "it is open")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match="it is open") as caught, placed(path, is_folder=False) as place:
        place.write_text("2")
    assert caught.value.code == "cannot-write"
    assert {file.read_text() for file in tmp_path.iterdir()} == {"1", "of 1"}


def test_that_files_and_folders_are_not_taken_for_each_other(tmp_path):
    (tmp_path / "file").write_text("x")
    for path, is_folder, code in ((tmp_path, False, "is-a-folder"), (tmp_path / "file", True, "is-a-file")):
        with pytest.raises(UserError) as caught:
            refuse_place(path, is_folder=is_folder)
        assert caught.value.code == code


def test_that_a_refusal_names_the_place_that_was_asked_for(tmp_path):
    folder = tmp_path / "gold"
    with pytest.raises(UserError) as caught, placed(folder, is_folder=True) as place:
        raise UserError("cannot-write", f"cannot write {place / 'r1.ann'}: no; choose another place")
    assert caught.value.message == f"cannot write {folder / 'r1.ann'}: no; choose another place"


def test_that_a_folder_behind_a_link_is_exported_to_where_it_is(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    export(tmp_path / "link", {"r1.ann": "1"})
    assert (tmp_path / "link").is_symlink()
    assert held(tmp_path / "real") == {"r1.ann": "1"}


@pytest.mark.parametrize(("theirs", "written"), [("r1", "r1/text.txt"), ("r1/notes.txt", "r1")])
def test_that_a_name_somebody_else_took_is_refused_whatever_it_is(tmp_path, theirs, written):
    folder = tmp_path / "gold"
    export(folder, {"other": "1"})
    (folder / theirs).parent.mkdir(exist_ok=True)
    (folder / theirs).write_text("mine")
    with pytest.raises(UserError, match="r1 is not of the earlier export"):
        export(folder, {written: "1"})
    assert held(folder) == {"other": "1", theirs: "mine"}


def test_that_a_folder_that_may_not_be_looked_into_is_refused(tmp_path, monkeypatch):
    folder = tmp_path / "gold"
    export(folder, {"r1.ann": "1"})

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", refuse)
        with pytest.raises(UserError, match="Permission denied") as caught:
            export(folder, {"r1.ann": "new"})
    assert caught.value.code == "cannot-write"
    assert held(folder) == {"r1.ann": "1"}
