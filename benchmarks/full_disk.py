"""A disk that is really full: work on a project of a small disk with every amount of room left on it.

`python -m benchmarks.full_disk [--step 64] [--json]` makes a disk in memory of its own (Linux, in a
namespace, which unprivileged users may have, too). For each amount of room every verb is tried. Then the disk
is freed, and the project must be sound, hold what was decided before, and take the verb. Exit code 1 else.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

_INSIDE = "ANNOTATOR_FULL_DISK"
_SIZE = 8 << 20


def main() -> int:
    """Make the disk in a namespace of this program's own, then work on it."""
    if _INSIDE not in os.environ:
        with TemporaryDirectory(prefix="full-disk-") as folder:
            words = [sys.executable, "-m", "benchmarks.full_disk", *sys.argv[1:]]
            done = subprocess.run(
                ["unshare", "--user", "--map-root-user", "--mount", *words],
                env={**os.environ, _INSIDE: folder},
                check=False,
            )
            return done.returncode
    return run(standalone_mode=False) or 0


@click.command()
@click.option("--step", default=64, help="Kilobytes between two amounts of room.")
@click.option("--most", default=1024, help="Kilobytes of room that are tried at most.")
@click.option("--json", "as_json", is_flag=True)
def run(step: int, most: int, as_json: bool) -> int:
    """Try every verb at every amount of room."""
    disk = Path(os.environ[_INSIDE])
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE},mode=0700", "none", str(disk)], check=True)
    with TemporaryDirectory() as folder:
        begun = _begin(Path(folder))
        found = [each for room in range(0, most + 1, step) for each in _tried(disk, begun, room << 10)]
    wrong = [each for each in found if each["fault"]]
    refused = sum(each["code"] == 1 for each in found)
    if as_json:
        click.echo(json.dumps({"tried": len(found), "refused": refused, "wrong": wrong}, indent=2))
    else:
        click.echo(
            f"{len(found)} verbs on a disk with too little room, {refused} refused, {len(wrong)} wrong"
        )
        for each in wrong:
            click.echo(f"  {each['verb']} with {each['room']} bytes: {each['fault']}")
    return 1 if wrong else 0


def _tried(disk: Path, begun: Path, room: int) -> list[dict[str, Any]]:
    from annotator.resources import resource_path

    report = sorted(resource_path("samples").glob("*.txt"))[0]
    other = sorted(resource_path("samples").glob("*.txt"))[1]
    verbs = {
        "new": ["new", disk / "new.annotator"],
        "add": ["add", disk / "work.annotator", other],
        "extract": ["extract", disk / "work.annotator", "--again", "--jobs", "1"],
        "authors": ["authors", disk / "work.annotator", "--add", "binh"],
        "export": ["export", disk / "work.annotator", "--format", "sqlite", "-o", disk / "g.db"],
        "prelabel": ["prelabel", report, "-o", disk / "out.jsonl", "--jobs", "1"],
    }
    found = []
    for name, words in verbs.items():
        _empty(disk)
        shutil.copy(begun, disk / "work.annotator")
        kept = _held(disk / "work.annotator")
        _fill(disk, room)
        code, said = _verb(words)
        fault = _fault_of(code, said)
        (disk / "filler").unlink()
        fault = fault or _fault_after(disk, kept, words, code)
        found.append({"verb": name, "room": room, "code": code, "fault": fault})
    return found


def _begin(folder: Path) -> Path:
    """Make a project with one finished report."""
    from annotator.resources import resource_path

    report = sorted(resource_path("samples").glob("*.txt"))[0]
    path = folder / "work.annotator"
    for words in (["new", path, "--author", "an"], ["add", path, report], ["extract", path, "--jobs", "1"]):
        code, said = _verb(words)
        if code:
            raise RuntimeError(said)
    from annotator.workspace import editing
    from annotator.workspace.projects import Project
    from annotator.workspace.reading import OpenReport

    with Project.open(path, author="an") as project:
        opened = OpenReport(project, project.report_ids()[0])
        opened.commit(editing.finish(opened.desk, leftovers="accept"))
    return path


def _held(path: Path) -> dict[str, Any]:
    from annotator.workspace.projects import Project

    with Project.open(path, read_only=True) as project:
        first = project.report_ids()[0]
        return {"spans": project.decisions(first, "an")}


def _fill(disk: Path, room: int) -> None:
    """Leave that many bytes of the disk."""
    free = shutil.disk_usage(disk).free
    with (disk / "filler").open("wb") as file:
        file.write(b"\0" * max(0, free - room))


def _verb(words: list[Any]) -> tuple[int, str]:
    from annotator.cli import main as shell

    said = StringIO()
    with redirect_stdout(StringIO()), redirect_stderr(said):
        code = shell([str(word) for word in (*words, "--json")])
    return code, said.getvalue()


def _fault_of(code: int, said: str) -> str:
    if code not in (0, 1):
        return f"exit code {code}: {said.strip()[-200:]}"
    return "Traceback in what was said" if "Traceback" in said else ""


def _fault_after(disk: Path, kept: dict[str, Any], words: list[Any], code: int) -> str:
    """Return what is wrong once there is room again."""
    path = disk / "work.annotator"
    checked, said = _verb(["check", path])
    if checked:
        return f"the project is not sound: {said.strip()[-200:]}"
    if _held(path) != kept:
        return "what was decided before is not there"
    left = [each.name for each in disk.iterdir() if each.name.endswith(".part")]
    if left:
        return f"left behind: {', '.join(left)}"
    if code:
        again, said = _verb(words)
        return f"cannot be repeated: {said.strip()[-200:]}" if again else ""
    return ""


def _empty(disk: Path) -> None:
    for each in disk.iterdir():
        if each.is_dir():
            shutil.rmtree(each)
        else:
            each.unlink()


if __name__ == "__main__":
    sys.exit(main())
