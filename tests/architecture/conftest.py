"""Where the checkout is and which Python files it holds, for the tests that read the source."""

import ast
import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
# The scripts behind `make` are shell scripts; Windows sets up by `uv run`.
collect_ignore = ["test_setting_up.py"] if os.name == "nt" else []
_OURS = ("annotator", "tests", "benchmarks", "docs")


@pytest.fixture(scope="session")
def root():
    return _ROOT


@pytest.fixture(scope="session")
def sources():
    """Give every Python file of ours and its syntax tree, by its path from the top of the checkout."""
    paths = sorted(path for folder in _OURS for path in (_ROOT / folder).rglob("*.py"))
    return {path.relative_to(_ROOT).as_posix(): ast.parse(path.read_bytes()) for path in paths}


@pytest.fixture(scope="session")
def program(sources):
    """Give the program's own files among the sources."""
    return {name: tree for name, tree in sources.items() if name.startswith("annotator/")}
