"""A project with gold, its exports by the commands anybody would give, and the programs they are made for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORTS = {
    "mua-vu": "𝄞 Huyện Suối Bạc thu ngân sách ước đạt 1.860 tỷ đồng, tăng 4,6% so với cùng kỳ.\n\n"
    "Ông Giàng A Páo, Chủ tịch UBND huyện 🇻🇳 Suối Bạc, họp ngày 5/8/2024.\n",
    "hoc-ky": "Sở Giáo dục tỉnh có 312 trường; tỷ lệ đạt chuẩn là 68,2%.\nBà Lò Thị Xuân phát biểu.",
}


@pytest.fixture(scope="session")
def annotator(tmp_path_factory):
    """Give a function that gives a command to the program and returns what it prints."""
    settings = tmp_path_factory.mktemp("settings-of-commands")

    def done(*words) -> str:
        command = [sys.executable, "-m", "annotator", *map(str, words)]
        return _run(command, env={**os.environ, "ANNOTATOR_CONFIG": str(settings)})

    return done


@pytest.fixture(scope="session")
def project(annotator, tmp_path_factory) -> Path:
    """Give a project whose reports all have gold: the samples, and some with signs of two units."""
    folder = tmp_path_factory.mktemp("project")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    reports = [*sorted(folder.glob("*.txt")), *sorted((ROOT / "resources" / "samples").glob("*.txt"))]
    made, candidates = folder / "work.annotator", folder / "candidates.jsonl"
    annotator("new", made, "--author", "an")
    annotator("add", made, *reports)
    annotator("prelabel", *reports, "-o", candidates)
    annotator("import", made, candidates, "--format", "jsonl", "--author", "an")
    return made


@pytest.fixture(scope="session")
def exported(annotator, project):
    """Give a function that exports the gold in a format and returns where it is."""

    def done(name: str, ending: str = "") -> Path:
        path = project.parent / f"{name}{ending}"
        if not path.exists():
            annotator("export", project, "--format", name, "-o", path, "--author", "an")
        return path

    return done


@pytest.fixture(scope="session")
def gold(exported) -> list[dict]:
    """Give the gold, a report an object."""
    lines = exported("jsonl", ".jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert len(found) == len(REPORTS) + 6
    assert sum(len(each["spans"]) for each in found) > 300
    return found


@pytest.fixture(scope="session")
def programs() -> Path:
    """Give the folder of the programs."""
    folder = ROOT / ".venv" / "programs" / "bin"
    assert folder.is_dir(), "run make programs, which installs them"
    return folder


@pytest.fixture(scope="session")
def program(programs):
    """Give a function that runs a program, or a script beside this file, and returns what it prints."""

    def done(name: str, *words) -> str:
        script = Path(__file__).with_name(name)
        command = [programs / "python", script] if script.exists() else [programs / name]
        return _run([*map(str, command), *map(str, words)])

    return done


def _run(command: list[str], env: dict[str, str] | None = None) -> str:
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", env=env, check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
