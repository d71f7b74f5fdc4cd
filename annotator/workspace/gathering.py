"""Gathering: the report files among paths and folders, and what could not be looked into."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_PAGES = (".html", ".htm")
_BESIDE_A_PAGE = ("_files", "-files", ".files")


@dataclass(frozen=True, slots=True)
class Unseen:
    """A folder that gave nothing, and one line that says why."""

    path: Path
    message: str


def gathered(
    paths: Iterable[Path], suffixes: Iterable[str], *, also: Iterable[str] = ()
) -> Iterator[Path | Unseen]:
    """Yield the files among the paths, and of folders those of the suffixes that are not hidden.

    Files of the suffixes `also` come too, since whoever reads them says why they cannot be read. Folders that
    cannot be read, at any depth, and folders without a file come as `Unseen`.
    """
    wanted = ", ".join(sorted(suffixes))
    known = {*suffixes, *also}
    for path in paths:
        if not is_so(path.is_dir):
            yield path
            continue
        unread: list[Unseen] = []
        inside = sorted(_inside(path, known, unread))
        yield from inside
        yield from unread
        if not inside and not unread:
            yield Unseen(path, f"{path}: no report file was found there; their names end in {wanted}")


def _is_passed_over(folder: str, pages: set[str]) -> bool:
    """Tell whether a folder is hidden, or holds what a browser saved beside a page: frames, banners."""
    return folder.startswith(".") or (folder.endswith(_BESIDE_A_PAGE) and folder[: -len("_files")] in pages)


def is_so(asked: Callable[[], bool]) -> bool:
    """Ask a path what it is; one that the system will not look at is nothing, as reading it then says."""
    try:
        return asked()
    except OSError:
        return False


def _inside(folder: Path, known: set[str], unread: list[Unseen]) -> Iterator[Path]:
    def refused(error: OSError) -> None:
        where, why = Path(error.filename or folder), error.strerror or "no reason given"
        unread.append(
            Unseen(where, f"the folder {where} cannot be read ({why}); check its permissions and retry")
        )

    for place, folders, names in os.walk(folder, onerror=refused):
        pages = {Path(name).stem for name in names if name.lower().endswith(_PAGES)}
        folders[:] = sorted(name for name in folders if not _is_passed_over(name, pages))
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and path.suffix.lower() in known and is_so(path.is_file):
                yield path
