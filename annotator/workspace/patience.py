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

    `warn` is told what is to be known of the project, once.
    """

    seconds: float = 2.0
    stopped: Callable[[], bool] = _never
    tell: Callable[[Holder], None] = _silently
    warn: Callable[[str], None] = _silently


_USUAL = Patience()
PATIENCE: ContextVar[Patience] = ContextVar("patience", default=_USUAL)
"""What the verb that runs was asked for."""


def open_patiently(path: Path, *, without_log: bool = False) -> Store:
    """Open a project for writing as soon as nobody holds it, for reading when the patience has an end.

    Raises UserError `stopped` where the wait was stopped, and as `open_store` does.
    """
    from annotator.store.connection import open_store

    patience = PATIENCE.get()
    until = monotonic() + patience.seconds
    is_told = False
    while True:
        left = max(0.0, until - monotonic())
        store = open_store(path, wait=min(_TURN, left), without_log=without_log)
        if store.holder is None or monotonic() >= until:
            return store
        holder = store.holder
        store.close()
        if patience.stopped():
            raise UserError("stopped", f"stopped while {path.name} was in use by {holder}")
        if not is_told:
            is_told = True
            patience.tell(holder)
