"""Let coverage count what runs in worker processes, which are killed: save before each answer."""

from __future__ import annotations

import sys
from multiprocessing import connection, parent_process
from typing import Any

from coverage import Coverage


def coverage_init(registry: Any, options: Any) -> None:
    """Be loaded by coverage in each process; nothing is changed in those that end by themselves."""
    del registry, options
    if parent_process() is not None or _is_spawned():
        _save_before("send_bytes")
        _save_before("send")


def _is_spawned() -> bool:
    """Tell whether this process is on its way to be a worker: coverage begins before multiprocessing does."""
    return "--multiprocessing-fork" in getattr(sys, "orig_argv", ())


def _save_before(name: str) -> None:
    plain = getattr(connection.Connection, name)

    def sending(pipe: Any, *given: Any, **named: Any) -> Any:
        running = Coverage.current()
        if running is not None:
            running.save()
        return plain(pipe, *given, **named)

    setattr(connection.Connection, name, sending)
