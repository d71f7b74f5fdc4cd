"""Bindings: the keys a user has put in place of those of the command table, and why some cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.domain.errors import UserError
from annotator.ui.chords import is_function_key, is_single, normal, shown
from annotator.ui.command import CONTEXT, Command, Place
from annotator.ui.commands import MENUS
from annotator.ui.fixed_keys import FIXED_KEYS
from annotator.ui.settings import Settings

MOST_KEYS = 2
"""A command has a key, and a second chord with Ctrl or Alt."""

_GROUP = "keys/"


class Bindings(QObject):
    """Knows the keys of every command; what a user binds is kept in the settings."""

    changed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def bound(self, commands: Iterable[Command]) -> list[Command]:
        """Return commands with the keys they have now.

        Of two that claim a key, as labels of another schema may, one that the user bound keeps it, else the
        earlier.
        """
        taken: list[Command] = []
        given: dict[str, Command] = {}
        asked = list(commands)
        for command in sorted(asked, key=lambda command: self._kept(command) is None):
            keys = self._keys(command)
            free = tuple(key for key in keys if holder(key, command.place, taken) is None)
            given[command.id] = replace(command, keys=free)
            taken.append(given[command.id])
        return [given[command.id] for command in asked]

    def is_bound(self, command: Command) -> bool:
        """Tell whether the user has given a command keys of their own."""
        return self._kept(command) is not None

    def bind(self, command: Command, slot: int, key: str, *, among: Iterable[Command]) -> None:
        """Give a command a key, in slot 0 its first and in slot 1 its second chord.

        `among` are all commands with the keys they have now. Raise UserError, and change nothing, for a key
        that another one has or that serves no command of its place.
        """
        wanted, known = normal(key), list(among)
        self._check(command, slot, wanted, known)
        keys = [*next(each.keys for each in known if each.id == command.id), "", ""][:MOST_KEYS]
        keys[slot] = wanted
        self._settings.remember(_GROUP + command.id, "\n".join(dict.fromkeys(filter(None, keys))))
        self.changed.emit()

    def reset(self, default: Command, *, among: Iterable[Command]) -> None:
        """Give a command the keys of the table again; raise UserError when another one holds one of them."""
        for key in default.keys:
            self._refuse_taken(default, key, among)
        self._settings.forget(_GROUP + default.id)
        self.changed.emit()

    def reset_all(self) -> None:
        """Give every command the keys of the table again."""
        self._settings.forget(_GROUP.rstrip("/"))
        self.changed.emit()

    def _keys(self, command: Command) -> tuple[str, ...]:
        kept = self._kept(command)
        return tuple(filter(None, map(normal, command.keys))) if kept is None else kept

    def _kept(self, command: Command) -> tuple[str, ...] | None:
        """Return what the settings hold for a command; None when there is nothing there that can be used."""
        lines = self._settings.text(_GROUP + command.id).split("\n")
        keys = (normal(line) for line in lines)
        fit = [key for key in dict.fromkeys(keys) if key and not _unfit(command, key)]
        return tuple(fit[:MOST_KEYS]) or None

    def _check(self, command: Command, slot: int, key: str, among: Iterable[Command]) -> None:
        if not key:
            raise UserError("no-key", self.tr("that key has no name; press another one"))
        if slot and is_single(key):
            message = self.tr("the second chord needs Ctrl or Alt, which no input method rewrites")
            raise UserError("key-needs-modifier", message)
        why = _unfit(command, key)
        if why:
            raise UserError("key-unfit", why)
        self._refuse_taken(command, key, among)

    def _refuse_taken(self, command: Command, key: str, among: Iterable[Command]) -> None:
        other = holder(key, command.place, (each for each in among if each.id != command.id))
        if other is not None:
            message = self.tr("%1 is the key of “%2”; give that another key first")
            raise UserError("key-taken", message.replace("%1", shown(normal(key))).replace("%2", other.title))


def holder(key: str, place: Place, commands: Iterable[Command]) -> Command | None:
    """Return the command that has a key where it would clash: in the same place or in the whole window."""
    wanted = normal(key)
    for command in commands:
        meets = command.place is place or Place.WINDOW in {command.place, place}
        if meets and wanted in map(normal, command.keys):
            return command
    return None


def key_problem(command: Command, key: str, others: Iterable[Command]) -> str:
    """Say why a command cannot have a key, naming who has it; empty when it can."""
    translate = QCoreApplication.translate
    if not key:
        return translate("Bindings", "that key has no name; write it as 3 or Shift+3")
    taken = holder(key, command.place, others)
    if taken is None:
        return _unfit(command, key)
    said = translate("Bindings", "%1 is the key of “%2”; choose another key")
    return said.replace("%1", shown(key)).replace("%2", taken.title)


def menu_keys() -> Iterator[tuple[str, str]]:
    """Yield the chord that opens each menu, with the menu's title, in the language of the window."""
    for title in MENUS.values():
        text = QCoreApplication.translate(CONTEXT, title)
        _, _, after = text.partition("&")
        if after:
            yield normal(f"Alt+{after[0]}"), text.replace("&", "")


def _unfit(command: Command, key: str) -> str:
    """Say why a key serves no such command, whoever else has it; empty when it does."""
    translate = QCoreApplication.translate
    for fixed in FIXED_KEYS:
        if key in map(normal, fixed.keys):
            said = translate("Bindings", "%1 is kept for: %2; press another key")
            return said.replace("%1", shown(key)).replace("%2", fixed.title)
    for chord, title in menu_keys():
        if key == chord:
            said = translate("Bindings", "%1 opens the menu %2; press another key")
            return said.replace("%1", shown(key)).replace("%2", title)
    if command.place is Place.WINDOW and is_single(key) and not is_function_key(key):
        return translate("Bindings", "this command works in text fields too: its key needs Ctrl or Alt")
    return ""
