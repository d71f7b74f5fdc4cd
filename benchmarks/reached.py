"""Print how much of each package the last counted run of the tests reached, and fail where it is too little.

`make coverage` runs the tests under coverage, those of processes of their own too, and then this.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

LEAST = 95.0
"""Per cent of statements and branches, in each package but the window's, that tests reach at least."""
WINDOW = ("ui", "app")
"""What only has to be told: the window, which journeys and pictures look at as a whole."""


@dataclass(slots=True)
class Reach:
    """Statements and branches of a package, and how many of them were run."""

    statements: int = 0
    run: int = 0
    branches: int = 0
    taken: int = 0

    @property
    def share(self) -> float:
        """Give the per cent of statements and branches together, as coverage does."""
        return 100 * (self.run + self.taken) / max(1, self.statements + self.branches)

    @property
    def branch_share(self) -> float:
        """Give the per cent of branches alone."""
        return 100 * self.taken / self.branches if self.branches else 100.0


def packages(report: dict) -> dict[str, Reach]:
    """Return the reach of each package, by its name, of a report that coverage wrote as JSON."""
    found: dict[str, Reach] = defaultdict(Reach)
    for file, told in report["files"].items():
        part = Path(file).parts[1].removesuffix(".py")
        numbers, reach = told["summary"], found[part]
        reach.statements += numbers["num_statements"]
        reach.run += numbers["covered_lines"]
        reach.branches += numbers["num_branches"]
        reach.taken += numbers["covered_branches"]
    return dict(found)


def table(found: dict[str, Reach]) -> str:
    """Return a line a package."""
    lines = ["| package | statements | branches | branches taken | both |", "|---|--:|--:|--:|--:|"]
    for name, reach in sorted(found.items()):
        if reach.statements > 1 and name != "__init__":
            lines.append(
                f"| `{name}` | {reach.statements} | {reach.branches} | {reach.branch_share:.1f} % "
                f"| {reach.share:.1f} % |"
            )
    return "\n".join(lines)


def low(found: dict[str, Reach], least: float) -> list[str]:
    """Return the packages whose branches are taken less than they have to be."""
    return sorted(name for name, reach in found.items() if name not in WINDOW and reach.branch_share < least)


def main() -> int:
    """Print the table of a report; 1 where a package lies under the least."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("report", type=Path, help="what `coverage json` wrote")
    words.add_argument("--least", type=float, default=LEAST)
    asked = words.parse_args()
    found = packages(json.loads(asked.report.read_text(encoding="utf-8")))
    print(table(found))
    missing = low(found, asked.least)
    for name in missing:
        print(
            f"{name}: {found[name].branch_share:.1f} % of its branches, {asked.least} % asked",
            file=sys.stderr,
        )
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
