"""Start the program: `python -m annotator` and the command `annotator`."""

from __future__ import annotations


def main() -> None:
    """Run the shell, which opens the window when it is given no verb."""
    from annotator.cli import run

    run()


if __name__ == "__main__":
    main()
