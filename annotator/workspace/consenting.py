"""Consenting: a spaCy pipeline in a folder is a program, and runs only once its user has agreed to it."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.whole_files import whole_file
from annotator.workspace.places import settings_folder

_AT_ONCE = 1 << 20


def refuse_without_consent(extractor: str) -> None:
    """Raise UserError `needs-consent` for code in a folder that nobody agreed to, or that has changed since.

    Extractors that are part of the program, or of an installed package, need none.
    """
    folder = plugins.folder_of(extractor)
    if folder is None:
        return
    agreed, now = _agreed().get(_key(folder)), content_of(folder)
    if agreed == now:
        return
    if agreed:
        raise UserError(
            "needs-consent",
            f"{folder} has changed since you agreed to it (content {now[:12]}); "
            "if you know who made it, repeat with --trust",
        )
    raise UserError(
        "needs-consent",
        f"{folder} is a program that may do all that you may (content {now[:12]}); "
        "if you know who made it, repeat with --trust",
    )


def agree(extractor: str) -> None:
    """Remember that the code in a folder, as it is now, may run; others need no consent."""
    folder = plugins.folder_of(extractor)
    if folder is None:
        return
    known = _agreed() | {_key(folder): content_of(folder)}
    file = _file()
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with whole_file(file) as written:
        json.dump(known, written, ensure_ascii=False, indent=1)


def content_of(folder: Path) -> str:
    """Return the SHA-256 (hex) of all files of a folder with their names; raise UserError `no-pipeline`."""
    found = sha256()
    try:
        for path in sorted(each for each in folder.rglob("*") if not each.is_dir()):
            name = os.fsencode(path.relative_to(folder).as_posix())
            found.update(b"%d %s %d " % (len(name), name, path.stat().st_size))
            with path.open("rb") as file:
                while piece := file.read(_AT_ONCE):
                    found.update(piece)
    except OSError as error:
        raise UserError(
            "no-pipeline", f"{folder} cannot be read ({error.strerror}); check its permissions and retry"
        ) from error
    return found.hexdigest()


def _file() -> Path:
    return settings_folder() / "agreed.json"


def _key(folder: Path) -> str:
    return str(folder.resolve())


def _agreed() -> dict[str, str]:
    """Return what was agreed to: by folder, the hash of its content; nothing where that cannot be read."""
    try:
        held = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in held.items()} if isinstance(held, dict) else {}
