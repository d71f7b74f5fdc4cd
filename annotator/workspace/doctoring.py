"""Find what on this machine keeps the program from working, and say what to do about it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from annotator.workspace import qt_libraries
from annotator.workspace.asking_qt import QtAnswer, ask_qt, listed_fonts
from annotator.workspace.displays import for_a_window, has_display, lacking
from annotator.workspace.places import settings_folder

_PYTHONS = ((3, 11), (3, 14))
_PACKAGES = (
    "PySide6-Essentials",
    "spacy",
    "underthesea",
    "sqlite-utils",
    "pydantic",
    "pyahocorasick",
    "rapidfuzz",
)
_FONT_PACKAGE = "fonts-dejavu-core"
_INSTALL_ABOVE = "install the system libraries named above"
_SET_UP_AGAIN = "set the program up again: make run, or uv run annotator"


class State(StrEnum):
    """How a finding stands: fine, worth knowing, or in the way of work."""

    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: a stable name, how it stands, what was seen and, unless fine, what to do."""

    name: str
    state: State
    message: str
    remedy: str = ""


def diagnose(folder: Path | None = None) -> list[Finding]:
    """Return all findings; `folder` is where settings are kept, by default the user's own place for it."""
    offscreen = ask_qt({"QT_QPA_PLATFORM": "offscreen"})
    return [
        _python(),
        *_libraries(),
        _packages(),
        _qt(offscreen),
        _fonts(offscreen),
        _display(),
        _sqlite(),
        _settings_folder(folder or settings_folder()),
    ]


def is_healthy(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing is in the way of work; warnings are not."""
    return all(finding.state is not State.PROBLEM for finding in findings)


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the findings for a shell, the remedy of each on a line of its own below it."""
    for finding in findings:
        yield f"{finding.state:8} {finding.message}"
        if finding.remedy:
            yield f"{'':8} {finding.remedy}"


def as_json(findings: Iterable[Finding]) -> list[dict[str, str]]:
    """Return the findings as plain objects with `name`, `state`, `message` and `remedy`."""
    return [{key: str(value) for key, value in asdict(finding).items()} for finding in findings]


def _python() -> Finding:
    """Look at the version of Python."""
    version = sys.version.split()[0]
    if _PYTHONS[0] <= sys.version_info[:2] < _PYTHONS[1]:
        return Finding("python", State.OK, f"Python {version}")
    return Finding(
        "python",
        State.PROBLEM,
        f"Python {version} is not one the program runs on",
        f"install Python 3.11, 3.12 or 3.13 and {_SET_UP_AGAIN}",
    )


def _libraries() -> Iterator[Finding]:
    """Look at the system's libraries: those of Qt itself, and those of the kind of display there is."""
    if sys.platform != "linux":
        return
    yield _library_finding("qt-libraries", "Qt", qt_libraries.NEEDED_BY_QT, State.PROBLEM)
    purpose, libraries = for_a_window()
    seen = has_display() or os.environ.get("WAYLAND_DISPLAY")
    yield _library_finding("window-libraries", purpose, libraries, State.PROBLEM if seen else State.WARNING)


def _library_finding(name: str, purpose: str, libraries: Mapping[str, str], state: State) -> Finding:
    """Look for libraries; `state` is how bad it is where some are missing."""
    lack = lacking(purpose, libraries)
    if lack is None:
        return Finding(name, State.OK, f"the system libraries for {purpose} are there")
    return Finding(name, state, lack.message, lack.remedy)


def _packages() -> Finding:
    """Look at the Python packages, by their metadata alone: importing them takes seconds."""
    versions = {name: _version(name) for name in _PACKAGES}
    missing = [name for name, version in versions.items() if not version]
    if missing:
        return Finding("packages", State.PROBLEM, f"missing packages: {', '.join(missing)}", _SET_UP_AGAIN)
    seen = ", ".join(f"{name} {version}" for name, version in versions.items())
    return Finding("packages", State.OK, f"packages: {seen}")


def _version(package: str) -> str:
    """Return the version of an installed package, nothing when it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _qt(answer: QtAnswer) -> Finding:
    """Look at whether Qt starts when it needs no display."""
    if answer.trouble:
        remedy = _INSTALL_ABOVE if "shared object file" in answer.trouble else _SET_UP_AGAIN
        return Finding("qt", State.PROBLEM, f"Qt does not start: {answer.trouble}", remedy)
    return Finding("qt", State.OK, f"Qt {answer.version} starts")


def _fonts(answer: QtAnswer) -> Finding:
    """Look for fonts with Vietnamese letters: as Qt sees them, or as the system does when Qt is silent."""
    families = answer.fonts or tuple(listed_fonts())
    if families:
        return Finding("fonts", State.OK, f"{len(families)} font families have Vietnamese letters")
    remedy = "install a font with Vietnamese letters, such as Noto Sans"
    if sys.platform == "linux":
        remedy = qt_libraries.install_line([_FONT_PACKAGE])
    return Finding("fonts", State.PROBLEM, "no font has Vietnamese letters", remedy)


def _display() -> Finding:
    """Look for a display, and try it: one that is named may not answer."""
    if not has_display():
        return Finding(
            "display",
            State.WARNING,
            "there is no display: DISPLAY and WAYLAND_DISPLAY are not set, or QT_QPA_PLATFORM hides windows",
            "verbs work without one; for the window, start the program from a desktop",
        )
    answer = ask_qt({})
    if answer.trouble:
        return Finding(
            "display",
            State.PROBLEM,
            f"no window can be opened: {answer.trouble}",
            f"{_INSTALL_ABOVE}, or start the program from a desktop",
        )
    return Finding("display", State.OK, f"a window can be opened ({answer.platform})")


def _sqlite() -> Finding:
    """Look at what SQLite can do."""
    from annotator.store.probe import sqlite_abilities

    abilities = sqlite_abilities()
    if abilities.lacks:
        message = f"SQLite {abilities.version} lacks {' and '.join(abilities.lacks)}"
        return Finding(
            "sqlite", State.PROBLEM, message, f"use another Python 3.11 to 3.13 and {_SET_UP_AGAIN}"
        )
    return Finding("sqlite", State.OK, f"SQLite {abilities.version} has STRICT tables and full-text search")


def _settings_folder(folder: Path) -> Finding:
    """Look at whether files can be made in a folder, or in the one it would be made in."""
    place = next(path for path in (folder, *folder.parents) if path.exists())
    try:
        with tempfile.TemporaryFile(dir=place):
            return Finding("settings-folder", State.OK, f"the settings folder {folder} can be written")
    except OSError as error:
        message = f"the settings folder {folder} cannot be written: {error.strerror}"
        return Finding("settings-folder", State.PROBLEM, message, f"make {place} writable for yourself")
