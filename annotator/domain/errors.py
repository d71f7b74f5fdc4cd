"""The errors a user can act on, told apart from bugs."""

from __future__ import annotations


class UserError(Exception):
    """Say in one line what is wrong, where, and what to do next.

    `code` is a stable kebab-case word for tests and scripts; the message never holds report text.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class StaleEditError(UserError):
    """An edit whose `before` is not what the set holds; nothing was changed."""

    def __init__(self, message: str) -> None:
        super().__init__("stale-edit", message)
