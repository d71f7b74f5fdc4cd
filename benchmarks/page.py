"""The budgets of the window: keys, opening, scrolling, starting and its longest block."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import Row, parser, print_rows
from benchmarks.desks import Desk, make_project, unseen
from benchmarks.reports import SIZES

PARTS = ("start", "page", "block")
"""What can be measured by itself."""


def measure(parts: list[str]) -> list[Row]:
    """Return the table of the parts asked for; the window is the real one, on a project file on disk."""
    with TemporaryDirectory() as held:
        folder = Path(held)
        unseen(folder / "settings")
        project = make_project(folder)
        rows: list[Row] = []
        if "start" in parts:
            from benchmarks.starting import starting

            # First, while nothing of this process is at work beside what starts.
            rows += starting(project, folder / "settings")
        if "page" in parts or "block" in parts:
            desk = Desk(project)
            try:
                rows += _page(desk) if "page" in parts else []
                rows += _block(desk) if "block" in parts else []
            finally:
                desk.close()
    return rows


def _page(desk: Desk) -> Iterator[Row]:
    """Yield the lines of the report page, size by size."""
    from benchmarks.bare import Bare
    from benchmarks.opening import opening, scrolling
    from benchmarks.pressing import against, pressing
    from benchmarks.reports import make

    reports = {size: make(size) for size in SIZES}
    for size, made in reports.items():
        bare = Bare(made, desk.page.viewport().size())
        yield opening(size, desk, bare)
        yield from scrolling(size, desk, bare)
        yield from pressing(size, desk, bare)
        bare.close()
    yield against(desk, reports["L"], reports["S"])


def _block(desk: Desk) -> Iterator[Row]:
    from benchmarks.blocking import blocking

    yield from blocking(desk)


def main() -> int:
    """Print the table; `--json` prints it as one JSON value, `--only` measures one part."""
    asked = parser(__doc__)
    asked.add_argument("--only", choices=PARTS, action="append", help="measure this part alone")
    options = asked.parse_args()
    return print_rows(measure(options.only or list(PARTS)), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
