"""What the window remembers between runs: geometry, theme, zoom, recent projects, the author's name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from annotator.workspace.places import settings_folder

_MOST_RECENT = 8


class Settings:
    """A small file of the user's own; `ANNOTATOR_CONFIG` names another folder for it."""

    def __init__(self, folder: Path | None = None) -> None:
        place = folder or settings_folder()
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = QSettings(str(place / "window.ini"), QSettings.Format.IniFormat)

    def text(self, name: str, default: str = "") -> str:
        """Return a remembered word; the default when the file holds something else."""
        value = self._file.value(name, default)
        if isinstance(value, list):
            # An entry written by hand: Qt takes a comma for the end of a value.
            return ",".join(map(str, value))
        return str(value) if isinstance(value, str | int) else default

    def number(self, name: str, default: int) -> int:
        """Return a remembered whole number; the default when the file holds something else."""
        try:
            return int(str(self._file.value(name, default)))
        except ValueError:
            return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a remembered yes or no."""
        return self.text(name, "yes" if default else "no") == "yes"

    def remember(self, name: str, value: str | int | bool | QByteArray) -> None:
        """Keep a value for the next run."""
        kept = ("yes" if value else "no") if isinstance(value, bool) else value
        self._file.setValue(name, kept)

    def forget(self, name: str) -> None:
        """Remember a value, or all of a group, no longer."""
        self._file.remove(name)

    def state(self, name: str) -> QByteArray:
        """Return remembered geometry, empty when there is none."""
        value = self._file.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    @property
    def recent(self) -> list[Path]:
        """Return the projects opened last that still exist, latest first."""
        held = self.text("recent")
        return [path for path in map(Path, filter(None, held.split("\n"))) if path.exists()]

    def opened(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        others = [known for known in self.recent if known != path.resolve()]
        self.remember("recent", "\n".join(map(str, [path.resolve(), *others[: _MOST_RECENT - 1]])))

    def flush(self) -> None:
        """Write the file now."""
        self._file.sync()
