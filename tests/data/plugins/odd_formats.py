"""Formats that go one way only, and one that writes folders in folders."""

from __future__ import annotations

from annotator.formats.base import Holds, ParsedReport, Summary


class InOnly:
    """Reads nothing that is wrong, and cannot write."""

    name, title, suffix = "in-only", "In only", ".in"
    can_read, can_write, holds = True, False, Holds()

    def read(self, path, *, schema, progress):
        """Return one report with the text of the file."""
        return [ParsedReport(path.stem, path.read_text(encoding="utf-8"), layers=schema.layers)]


class OutOnly:
    """Writes each report's text into a folder of its own, and cannot read."""

    name, title, suffix = "out-only", "Out only", ""
    can_read, can_write, holds = False, True, Holds()

    def write(self, reports, *, schema, path, progress):
        """Write the texts."""
        texts = {gold.report.name: gold.report.text for gold in reports}
        for name, text in texts.items():
            (path / name).mkdir(parents=True)
            (path / name / "text.txt").write_text(text, encoding="utf-8")
        return Summary(len(texts))
