"""Displays: whether a window can be opened here, found out in milliseconds and before Qt is loaded."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple

from annotator.workspace import qt_libraries

# Platforms of Qt on which nobody sees a window, and those that show one without a display server.
_UNSEEN = ("offscreen", "minimal")
_SERVERLESS = ("vnc", "eglfs", "linuxfb")


class Lack(NamedTuple):
    """Libraries of the system that are missing: what needs them, and the line that installs them."""

    message: str
    remedy: str


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether a window would be seen: Linux may have no display, and Qt may be told to draw unseen."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _UNSEEN:
        return False
    if platform in _SERVERLESS or sys.platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def window_obstacle() -> str:
    """Return in one line what keeps a window from opening, empty when nothing is known to.

    Qt ends the process where a library or the display is missing, so this is asked first; it takes
    milliseconds, since libraries are only loaded and no Qt is.
    """
    if not has_display():
        return "there is no display to open the window on; set DISPLAY, or use a verb (annotator --help)"
    if sys.platform != "linux":
        return ""
    for purpose, libraries in (("Qt", qt_libraries.NEEDED_BY_QT), for_a_window()):
        lack = lacking(purpose, libraries)
        if lack is not None:
            return f"{lack.message}; {lack.remedy}"
    unseen = os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY")
    if not unseen and not qt_libraries.x11_answers():
        return f"the display {os.environ['DISPLAY']} does not answer; start the program from a desktop"
    return ""


def for_a_window() -> tuple[str, Mapping[str, str]]:
    """Return what kind of window would be opened on Linux, and the libraries it takes."""
    if os.environ.get("WAYLAND_DISPLAY"):
        return "a window on Wayland", qt_libraries.NEEDED_BY_WAYLAND
    return "a window on X11", qt_libraries.NEEDED_BY_X11


def lacking(purpose: str, libraries: Mapping[str, str]) -> Lack | None:
    """Look for libraries, given with the Debian package of each; None where all are there."""
    missing = qt_libraries.missing(libraries)
    if not missing:
        return None
    message = f"{purpose} needs system libraries that are missing: {', '.join(missing)}"
    return Lack(message, qt_libraries.install_line(libraries[one] for one in missing))
