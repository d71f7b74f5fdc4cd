"""The errors a user can act on, told apart from bugs."""

from __future__ import annotations

from collections.abc import Sequence


class UserError(Exception):
    """Say in one line what is wrong, where, and what to do next.

    `code` is a stable kebab-case word for tests and scripts; the message never holds report text. `lines`
    name what it is about, one each, where that is more than one thing.
    """

    def __init__(self, code: str, message: str, *, lines: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.lines = tuple(lines)


def no_file(path: object) -> UserError:
    """Return the error for a path that is neither a file nor a folder: to read it might never end."""
    why = f"{path} is a pipe or a device, no file; save what it gives in a file and name that"
    return UserError("unreadable-file", why)


class StaleEditError(UserError):
    """An edit whose `before` is not what the set holds; nothing was changed."""

    def __init__(self, message: str) -> None:
        super().__init__("stale-edit", message)
