"""Write docs/keys.md from the command table and the default schema: `make docs`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.resources import default_schema
from annotator.ui.chords import normal
from annotator.ui.command import Command, Place
from annotator.ui.commands import COMMANDS, MENUS, label_command
from annotator.ui.fixed_keys import FIXED_KEYS

LEAD = """\
# Keys

<!-- written by make docs from the command table -->

Ctrl+K finds any of these commands by a few letters of its name, Shift+F1 lists them with their keys, and the
settings (Ctrl+,) bind them to others. A key that another command has is refused.

Commands marked *page* act only while the report has the focus, those marked *review* only while the page of
the review view has it. No key changes the report while a text field has it.

Vietnamese input methods rewrite single keys. Text that they send to the page is ignored and the status line
says so; the second key of each command, with Ctrl or Alt, is one that they leave alone. Digits and brackets
act by where they lie on the keyboard, whatever its layout writes with them.
"""


def page() -> str:
    """Return the whole page, in English and with the keys of the table."""
    labels = [label_command(label.name, label.title, label.key) for label in default_schema().labels]
    lines = list(LEAD.splitlines())
    for menu, title in MENUS.items():
        lines += ["", f"## {title.replace('&', '')}", ""]
        lines += _table(command for command in (*COMMANDS, *labels) if command.menu == menu)
    lines += ["", "## Always the same", "", "| keys | what they do |", "|---|---|"]
    lines += [f"| {_keys(key.keys)} | {key.text} |" for key in FIXED_KEYS]
    return "\n".join([*lines, ""])


def _table(commands: Iterable[Command]) -> Iterator[str]:
    yield from ("| command | keys | | what it does |", "|---|---|---|---|")
    for command in commands:
        place = "" if command.place is Place.WINDOW else f"*{command.place.value}*"
        yield f"| {command.text} | {_keys(command.keys)} | {place} | {command.help} |"


def _keys(keys: Iterable[str]) -> str:
    return ", ".join(f"`{normal(key).replace('Return', 'Enter')}`" for key in keys)


def main() -> None:
    """Write the page of this checkout."""
    path = Path(__file__).resolve().parent / "keys.md"
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
