"""What a command is: its id, texts, keys and the place where it acts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

CONTEXT = "Commands"


class Place(Enum):
    """Where a command acts: anywhere in the window, or only while one of its pages has the focus."""

    WINDOW = "window"
    PAGE = "page"
    REVIEW = "review"
    """The page of the review view."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the user can do.

    `text` and `help` are English sources of translations; the first key is the one shown.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    help: str = ""
    place: Place = Place.WINDOW
    toolbar: bool = False
    writes: bool = False

    @property
    def title(self) -> str:
        """Return the text in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.text)

    @property
    def hint(self) -> str:
        """Return the help in the language of the window."""
        return QCoreApplication.translate(CONTEXT, self.help)


def page_command(
    id: str, menu: str, text: str, keys: tuple[str, ...], help: str, *, writes: bool = True
) -> Command:
    """Return a command that acts only while the page has the focus."""
    return Command(id, menu, text, keys, help, Place.PAGE, writes=writes)
