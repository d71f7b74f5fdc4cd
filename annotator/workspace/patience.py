"""Patience: how long the shell waits for a project that somebody else holds, and what ends the wait."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from annotator.domain.errors import UserError

if TYPE_CHECKING:
    from annotator.store.connection import Holder, Store

_TURN = 0.25
"""Seconds after which a wait looks whether it was stopped."""


def _never() -> bool:
    return False


def _silently(_: object) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait for the other to let go, what stops it, and who is told whom it waits for.

    `warn` is told what is to be known of the project, once; `progress` how far the check is of one that comes
    from elsewhere.
    """

    seconds: float = 2.0
    stopped: Callable[[], bool] = _never
    tell: Callable[[Holder], None] = _silently
    warn: Callable[[str], None] = _silently
    progress: Callable[[int, int, str], None] | None = None


_USUAL = Patience()
PATIENCE: ContextVar[Patience] = ContextVar("patience", default=_USUAL)
"""What the verb that runs was asked for."""


class Wait:
    """One wait for a project that somebody else holds, as long as the verb that runs has patience."""

    def __init__(self, path: Path, stopped: Callable[[], bool] = _never) -> None:
        self._path = path
        self._stopped = stopped
        self._patience = PATIENCE.get()
        self._until = monotonic() + self._patience.seconds
        self._is_told = False

    @property
    def turn(self) -> float:
        """Return how many seconds to wait before the next look whether to go on waiting."""
        return min(_TURN, max(0.0, self._until - monotonic()))

    def goes_on(self, holder: Holder) -> bool:
        """Tell whether to look again for a project found held; say once for whom it is waited.

        Raises UserError `stopped` where the wait was stopped.
        """
        if monotonic() >= self._until:
            return False
        if self._stopped() or self._patience.stopped():
            raise UserError("stopped", f"stopped while {self._path.name} was in use by {holder}")
        if not self._is_told:
            self._is_told = True
            self._patience.tell(holder)
        return True


def open_patiently(path: Path, *, without_log: bool = False, strangers: bool = False) -> Store:
    """Open a project for writing as soon as nobody holds it, for reading when the patience has an end.

    Raises UserError `stopped` where the wait was stopped, and as `open_store` does.
    """
    from annotator.store.connection import open_store

    wait = Wait(path)
    while True:
        store = open_store(path, wait=wait.turn, without_log=without_log, strangers=strangers)
        holder = store.holder
        try:
            if holder is None or not wait.goes_on(holder):
                return store
        except UserError:
            store.close()
            raise
        store.close()
