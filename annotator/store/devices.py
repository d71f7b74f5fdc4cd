"""Devices: a name for each copy of a project and who works in it, by which the journal tells them apart."""

from __future__ import annotations

import platform
from hashlib import blake2b
from pathlib import Path

from annotator.store.locks import user_name

RESTORED = "restored"
"""The setting by which a project that was restored differs from what it was."""

RESTORED_CLOCK = "restored-clock"
"""The setting that holds the clock of the project that was replaced: later work comes after it."""


def device_name(path: Path, restored: str) -> str:
    """Return a name for one copy of a project and its user that tells nobody who they are: 12 hex digits.

    Two copies are two devices, on one machine too: neither knows what is done in the other. So are a project
    and what becomes of it when it is restored: what was done since may lie in colleagues' copies.
    """
    words = f"{platform.node()}\x1f{user_name()}\x1f{path.resolve()}\x1f{restored}"
    return blake2b(words.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()
