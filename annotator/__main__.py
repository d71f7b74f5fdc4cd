"""Start the program: `python -m annotator` and the command `annotator`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".annotator"


def main() -> None:
    """Open the window where nothing else is asked, else run the shell, whose words take a while to load."""
    words = sys.argv[1:]
    if asks_for_the_window(words):
        from annotator.workspace.displays import window_obstacle

        if not window_obstacle():
            from annotator.app import run_window
            from annotator.terminal import finish

            project = Path(words[0]) if words else None
            sys.exit(finish(lambda: run_window(project)))
    from annotator.cli import run

    run()


def asks_for_the_window(words: Sequence[str]) -> bool:
    """Tell whether the words of a command line name at most one project, and no verb or option."""
    return not words or (len(words) == 1 and words[0].endswith(SUFFIX) and not words[0].startswith("-"))


if __name__ == "__main__":
    main()
