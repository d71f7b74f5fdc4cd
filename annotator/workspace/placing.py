"""Placing an export: written beside its place and swapped in when complete, files of others kept."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from annotator.domain.errors import UserError
from annotator.formats.files import make_folder
from annotator.whole_files import unwritable

MANIFEST, CARD, LOSSES = "manifest.json", "DATACARD.md", "losses.txt"
"""What stands beside the files of an export: in its folder, or behind the name of its file and a point."""

_PORTION = 2**20
_SHOWN = 3


@contextmanager
def placed(path: Path, *, is_folder: bool) -> Iterator[Path]:
    """Give a place to write an export to; when the block ends well, it takes the place of `path`.

    Until then, and whatever fails, `path` is as it was. A folder is swapped whole: files that the manifest
    of an earlier export lists are gone then, all others are kept. Raises UserError as `refuse_place`, and
    `cannot-write`, `disk-full`.
    """
    try:
        if is_folder:
            path = path.resolve()
            _recover(path)
        refuse_place(path, is_folder=is_folder)
        make_folder(path.parent)
        with TemporaryDirectory(prefix=".annotator-", dir=path.parent) as part:
            place = Path(part, path.name)
            try:
                yield place
            except UserError as error:
                # Whoever asked knows nothing of the folder beside.
                message = error.message.replace(part, str(path.parent))
                raise UserError(error.code, message, lines=error.lines) from error
            (_swap_folder if is_folder else _swap_files)(place, path)
    except OSError as error:
        raise unwritable(path, error.strerror or str(error), full=error.errno == errno.ENOSPC) from error


def refuse_place(path: Path, *, is_folder: bool) -> None:
    """Raise UserError `not-an-export` or `changed-export` for a folder whose files would be lost.

    A folder that is new, or empty but for hidden files, takes any export; another one only when a manifest
    of ours is in it and what that lists is as it was written. Raises also `is-a-folder`, `is-a-file`.
    """
    if not is_folder:
        if path.is_dir():
            raise UserError("is-a-folder", f"{path} is a folder; name the file to write in it")
        return
    if path.exists() and not path.is_dir():
        raise UserError(
            "is-a-file", f"{path} is a file, and this format writes a folder; choose another name"
        )
    if not path.is_dir() or all(entry.name.startswith(".") for entry in path.iterdir()):
        return
    listed = _listed(path)
    if listed is None:
        raise UserError(
            "not-an-export", f"{path} holds other files than an export; choose a new or an empty folder"
        )
    changed = [name for name, digest in listed.items() if _has_changed(path / name, digest)]
    if changed:
        raise UserError(
            "changed-export",
            f"{path}: {_some(changed)} changed since it was exported; move that or choose another folder",
        )


def described(file: Path, folder: Path) -> dict[str, Any]:
    """Return a file of an export as the manifest lists it: name in the folder, bytes, SHA-256 (hex)."""
    name = file.relative_to(folder).as_posix()
    return {"name": name, "bytes": file.stat().st_size, "sha256": _digest(file)}


def _digest(file: Path) -> str:
    made = sha256()
    with file.open("rb") as opened:
        while part := opened.read(_PORTION):
            made.update(part)
    return made.hexdigest()


def _listed(folder: Path) -> dict[str, str] | None:
    """Return what the manifest in a folder lists, names with hashes; None where none of ours is there."""
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        if not {"format", "program_version", "files"} <= told.keys():
            return None
        files = {str(file["name"]): str(file["sha256"]) for file in (*told["files"], *told.get("cards", ()))}
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    return files if all(_is_inside(name) for name in files) else None


def _is_inside(name: str) -> bool:
    """Tell whether a name from a manifest leads to a file in its folder and nowhere else."""
    parts = PurePosixPath(name)
    return bool(parts.parts) and not parts.is_absolute() and ".." not in parts.parts and "\\" not in name


def _has_changed(file: Path, digest: str) -> bool:
    return file.is_symlink() or (file.exists() and (not file.is_file() or _digest(file) != digest))


def _some(names: Iterable[str]) -> str:
    ordered = sorted(names)
    more = f" and {len(ordered) - _SHOWN} more" if len(ordered) > _SHOWN else ""
    return ", ".join(ordered[:_SHOWN]) + more


def _before(path: Path) -> Path:
    """Return where the earlier folder stands while another takes its place."""
    return path.with_name(f".{path.name}.annotator-before")


def _recover(path: Path) -> None:
    """Bring back what a swap that was cut short, as by a power cut, left beside a folder."""
    before = _before(path)
    with suppress(OSError):
        if before.is_dir() and not path.exists():
            before.rename(path)
        elif before.is_dir():
            _bring(before, path, {*(_listed(before) or {}), MANIFEST, CARD})


def _swap_folder(new: Path, path: Path) -> None:
    """Let a complete folder take the place of `path`; files of others in that come along."""
    if not path.exists():
        _settle(new)
        new.rename(path)
        _settle(path.parent)
        return
    ours = {*(_listed(path) or {}), MANIFEST, CARD}
    _refuse_clash(new, path, ours)
    shutil.copymode(path, new)
    _settle(new)
    before = _before(path)
    path.rename(before)
    try:
        new.rename(path)
    except OSError:
        before.rename(path)
        raise
    _settle(path.parent)
    # The new folder is in its place. What cannot be moved now is moved by the next export.
    with suppress(OSError):
        _bring(before, path, ours)


def _refuse_clash(new: Path, path: Path, ours: set[str]) -> None:
    """Raise UserError `not-an-export` where a file of others has the name of one that is written."""

    def clashes(made: Path, name: str) -> bool:
        there = path / name
        if name in ours or not os.path.lexists(there):
            return False
        return not (made.is_dir() and there.is_dir() and not there.is_symlink())

    named = ((made, made.relative_to(new).as_posix()) for made in new.rglob("*"))
    clash = [name for made, name in named if clashes(made, name)]
    if clash:
        raise UserError(
            "not-an-export",
            f"{path}: {_some(clash)} is not of the earlier export; move that or choose another folder",
        )


def _bring(old: Path, new: Path, ours: set[str]) -> None:
    """Move what is not ours from an old folder into the new one, and remove the old one."""
    _move(old, new, ours)
    # The manifest goes last: while it is there, it is known what is ours.
    for name in sorted(ours, key=MANIFEST.__eq__):
        (old / name).unlink(missing_ok=True)
    folders = (entry for entry in old.rglob("*") if entry.is_dir())
    for folder in (*sorted(folders, key=lambda each: -len(each.parts)), old):
        folder.rmdir()


def _move(old: Path, new: Path, ours: set[str], inner: str = "") -> None:
    for entry in list(old.iterdir()):
        name = f"{inner}{entry.name}"
        there = new / entry.name
        is_folder = entry.is_dir() and not entry.is_symlink()
        if is_folder and (there.is_dir() or any(one.startswith(f"{name}/") for one in ours)):
            _move(entry, there, ours, f"{name}/")
        elif name not in ours and not os.path.lexists(there):
            new.mkdir(mode=0o700, parents=True, exist_ok=True)
            entry.rename(there)


def _swap_files(new: Path, path: Path) -> None:
    """Let a complete file and what stands beside it take their places, the manifest last.

    No manifest ever speaks of another file than the one beside it, wherever the power is cut.
    """
    manifest = path.with_name(f"{path.name}.{MANIFEST}")
    kept = new.with_name("manifest-before")
    with suppress(FileNotFoundError):
        manifest.rename(kept)
    try:
        new.replace(path)
    except OSError:
        if kept.exists():
            kept.rename(manifest)
        raise
    for name in (LOSSES, CARD, MANIFEST):
        beside = path.with_name(f"{path.name}.{name}")
        made = new.with_name(beside.name)
        if made.exists():
            made.replace(beside)
        else:
            beside.unlink(missing_ok=True)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """See to it that the names in a folder are on the disk, where the system can be asked for that."""
    if os.name == "posix":
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
