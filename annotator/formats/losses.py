"""Losses: what a format cannot hold of the gold, counted while it is written and listed beside the files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from annotator.whole_files import whole_file

NAME = "losses.txt"


class Losses:
    """Counts what was left out, by what it was and why."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, what: str, why: str, number: int = 1) -> None:
        """Count things left out: `what` in the plural, `why` in a few words."""
        if number:
            self._counts[what, why] += number

    def __bool__(self) -> bool:
        return bool(self._counts)

    def lines(self) -> tuple[str, ...]:
        """Return a line for each reason, the most frequent first."""
        ranked = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(f"{number} {what} left out: {why}" for (what, why), number in ranked)

    def write(self, path: Path) -> tuple[Path, ...]:
        """Write the lines into a file and return it; where nothing was left out, an old one goes."""
        if not self:
            path.unlink(missing_ok=True)
            return ()
        with whole_file(path) as file:
            file.writelines(f"{line}\n" for line in self.lines())
        return (path,)
