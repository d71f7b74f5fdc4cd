"""Ask Qt what it finds here, in a process of its own: a Qt that lacks something ends its process."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

_QUESTION = """
import json
from PySide6 import QtCore, QtGui, QtWidgets
app = QtWidgets.QApplication([])
fonts = QtGui.QFontDatabase.families(QtGui.QFontDatabase.WritingSystem.Vietnamese)
print(json.dumps({"version": QtCore.qVersion(), "platform": app.platformName(), "fonts": list(fonts)}))
"""
_PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class QtAnswer:
    """What a Qt in a process of its own said, or one line of why it did not."""

    version: str = ""
    platform: str = ""
    fonts: tuple[str, ...] = ()
    trouble: str = ""


def ask_qt(environment: Mapping[str, str]) -> QtAnswer:
    """Start Qt in a process of its own, with additions to the environment, and return what it says."""
    command = [sys.executable, "-P", "-c", _QUESTION]
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own text
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return QtAnswer(trouble=f"no answer within {_PATIENCE_SECONDS} seconds")
    if done.returncode != 0:
        return QtAnswer(trouble=_reason(done.stderr) or f"it ended with code {done.returncode}")
    answer = json.loads(done.stdout)
    return QtAnswer(answer["version"], answer["platform"], tuple(answer["fonts"]))


def _reason(said: str) -> str:
    """Return the line that matters: the last one of a traceback, else the first, with which Qt begins."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if not lines:
        return ""
    return lines[-1] if lines[0].startswith("Traceback") else lines[0]


def listed_fonts() -> list[str]:
    """Return the families with Vietnamese letters that fontconfig lists, none where it is not there."""
    program = shutil.which("fc-list")
    if program is None:
        return []
    command = [program, ":lang=vi", "family"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    return sorted(set(done.stdout.splitlines()))
