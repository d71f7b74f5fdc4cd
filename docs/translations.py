"""Bring the window's translations up to date: sources into the `.ts` files, those into the `.qm` files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
OURS = "annotator_vi.ts"
"""What the window says, collected from its sources; what Qt says itself stands in `qt_vi.ts`, by hand."""


def collect(target: Path) -> None:
    """Write the texts of all modules of the window into a `.ts` file; translations it holds stay."""
    modules = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "annotator" / "ui").rglob("*.py"))
    shape = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "vi"]
    _run("lupdate", "-silent", *shape, *modules, "-ts", str(target))


def release(source: Path, target: Path) -> None:
    """Make the `.qm` file of a `.ts` file."""
    _run("lrelease", "-silent", str(source), "-qm", str(target))


def main() -> int:
    """Collect the texts and make every `.qm` file anew."""
    collect(FOLDER / OURS)
    for source in sorted(FOLDER.glob("*.ts")):
        release(source, source.with_suffix(".qm"))
    return 0


def _run(tool: str, *given: str) -> None:
    """Run one of the tools that come with PySide6, from the root of the project."""
    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if os.name == "nt" else tool)
    subprocess.run([program, *given], cwd=ROOT, check=True)  # noqa: S603 a tool of PySide6 over our own files


if __name__ == "__main__":
    sys.exit(main())
