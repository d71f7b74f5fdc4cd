"""Texts for measuring extraction: real sentences of the samples, and projects filled with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from annotator.resources import default_schema, resource_path
from annotator.workspace.adding import add_paths
from annotator.workspace.projects import Project

LENGTHS = {"S": 7_000, "M": 100_000}
"""Code points."""


def texts(count: int, length: int = 2_000) -> list[str]:
    """Return as many different reports of at least a length in code points, made from the samples."""
    samples = [path.read_text(encoding="utf-8") for path in sorted(resource_path("samples").glob("*.txt"))]
    made = []
    for number in range(count):
        text = f"Báo cáo số {number}\n"
        parts = cycle(samples[number % len(samples) :] + samples[: number % len(samples)])
        while len(text) < length:
            text += next(parts)
        made.append(text)
    return made


def filled(place: Path, given: Sequence[str]) -> Project:
    """Make a project of reports that nobody has extracted; the caller closes it."""
    folder = place / "in"
    folder.mkdir(parents=True)
    for number, text in enumerate(given):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    project = Project.create(place / "made.annotator", schema=default_schema(), author="an")
    add_paths(project, [folder])
    return project
