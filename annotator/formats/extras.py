"""Extras: libraries that only one format needs, and what is said where one is not installed."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec

from annotator.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class Extra:
    """A library by the name of its module, and the extra of this program that brings it."""

    module: str
    name: str

    @property
    def is_there(self) -> bool:
        """Tell whether the library is installed, without loading it."""
        return find_spec(self.module) is not None

    def require(self) -> None:
        """Raise UserError `missing-extra` where the library is not installed."""
        if not self.is_there:
            raise UserError(
                "missing-extra",
                f"this format needs the library {self.module}; install annotator[{self.name}] and retry",
            )
