"""Warming up: what the first decisions need, loaded before they are made, since it takes a second or more."""

from __future__ import annotations

import gc


def warm_up() -> None:
    """Import what writes to a project and load the rules that read figures; any thread may call this."""
    from annotator.store import connection
    from annotator.workspace import figuring

    connection.warm_up()
    figuring.warm_up()
    # It stays as long as the program: no key may wait until the garbage collector has looked it all through.
    gc.freeze()
