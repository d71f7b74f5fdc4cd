"""Safeguarding: when backups are made by themselves, where they lie and how many stay, as the user wishes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from annotator.domain.backups import Policy
from annotator.workspace.places import settings_folder
from annotator.workspace.projects import SUFFIX

_FILE = "backups.json"
_DAY = 60 * 24
MOST_RECENT, MOST_ROOM = 500, 10_000
"""How many backups of a day and how many gigabytes can be wished for."""


@dataclass(frozen=True)
class Wishes:
    """How backups are made: every how many minutes of work (0 for never), when a project is closed, where.

    An empty `folder` is the place beside each project. `recent` are kept of the last day, and all together
    have `gigabytes` of room.
    """

    minutes: int = 30
    closing: bool = True
    folder: str = ""
    recent: int = 24
    gigabytes: int = 4

    @property
    def policy(self) -> Policy:
        """Return how many backups these wishes keep."""
        return Policy(recent=self.recent, largest=self.gigabytes << 30)

    def folder_of(self, project: Path) -> Path | None:
        """Return the folder of a project's backups where another place is wished, else None.

        Projects of one name get a folder each.
        """
        if not self.folder:
            return None
        real = project.resolve()
        mark = blake2b(str(real).encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
        return Path(self.folder) / f"{real.name.removesuffix(SUFFIX)}-{mark}.backups"


def wishes() -> Wishes:
    """Return what the user wishes; what the file does not say, or says wrongly, is as at first."""
    try:
        found = json.loads((settings_folder() / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Wishes()
    if not isinstance(found, dict):
        return Wishes()
    folder, closing = found.get("folder"), found.get("closing")
    return Wishes(
        _number(found.get("minutes"), Wishes.minutes, 0, _DAY),
        closing if isinstance(closing, bool) else True,
        folder if isinstance(folder, str) and Path(folder).is_absolute() else "",
        _number(found.get("recent"), Wishes.recent, 1, MOST_RECENT),
        _number(found.get("gigabytes"), Wishes.gigabytes, 1, MOST_ROOM),
    )


def wish(wished: Wishes) -> None:
    """Keep what the user wishes from now on; raise UserError `disk-full` or `cannot-write`."""
    from annotator.whole_files import whole_file

    folder = settings_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with whole_file(folder / _FILE) as file:
        json.dump(asdict(wished), file, ensure_ascii=False, indent=2)


def _number(given: object, default: int, least: int, most: int) -> int:
    return min(most, max(least, given)) if isinstance(given, int) and type(given) is not bool else default


class Schedule:
    """Tells when it is time for a backup of an open project, by a clock in seconds that never goes back."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._since = clock()

    def is_due(self, minutes: int) -> bool:
        """Tell whether so many minutes went by since the last backup, or since the project was opened."""
        return minutes > 0 and self._clock() - self._since >= 60 * minutes

    def done(self) -> None:
        """Begin to count anew."""
        self._since = self._clock()
