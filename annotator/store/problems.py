"""Problems: promises of a project file that are broken, each with a word for its kind and one line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it should be: a word for it, the report where one is meant, and a line."""

    code: str
    report_id: str
    message: str

    def __str__(self) -> str:
        """Return the line, with the report's id in front of it."""
        return f"{self.report_id}: {self.message}" if self.report_id else self.message
