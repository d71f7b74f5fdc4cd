"""What the library says of a report and of them all, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from annotator.domain.progress import ReportRow, Stage
from annotator.ui.numbers import one_as_one
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.shelving import Totals

translate = QCoreApplication.translate

STAGES = {
    Stage.UNTOUCHED: QT_TRANSLATE_NOOP("Library", "untouched"),
    Stage.IN_WORK: QT_TRANSLATE_NOOP("Library", "in work"),
    Stage.DISPUTED: QT_TRANSLATE_NOOP("Library", "disputed"),
    Stage.DONE: QT_TRANSLATE_NOOP("Library", "done"),
}


def stage_title(stage: Stage) -> str:
    """Name a stage in the language of the window."""
    return translate("Library", STAGES[stage])


def title_of(row: ReportRow) -> str:
    """Return the title of a report, its file name where it has none."""
    return row.title or row.name


def number_line(row: ReportRow) -> str:
    """Return the number at the right of a row: spans when it is done, else what is left of how many."""
    counts = row.counts
    if row.stage is Stage.DONE:
        return _number(counts.decided)
    if not counts.decided:
        return _number(counts.left) if counts.left else ""
    return f"{_number(counts.left)} / {_number(counts.left + counts.decided)}"


def state_line(row: ReportRow) -> str:
    """Say in a few words how far a report is, what matters most first."""
    counts = row.counts
    if row.stage is Stage.UNTOUCHED and not counts.left:
        return " · ".join(filter(None, (translate("Library", "no candidates yet"), ", ".join(row.assignees))))
    parts = (
        [translate("Library", "done")]
        if row.stage is Stage.DONE
        else [_counted(translate("Library", "%1 left"), counts.left)]
    )
    if row.disputes:
        parts.append(f"◆ {_counted(translate('Library', '%1 disputes'), row.disputes)}")
    if counts.flagged:
        parts.append(_counted(translate("Library", "%1 flagged"), counts.flagged))
    if counts.figures:
        parts.append(_counted(translate("Library", "%1 figures"), counts.figures))
    if row.seconds >= 1:
        parts.append(time_spent(row.seconds))
    if row.assignees:
        parts.append(", ".join(row.assignees))
    return " · ".join(parts)


def told_in_full(row: ReportRow) -> str:
    """Say everything the library knows of a report, a line each."""
    counts = row.counts
    lines = [title_of(row), row.name, row.date, stage_title(row.stage)]
    lines.append(_counted(translate("Library", "%1 candidates left"), counts.left))
    lines.append(_counted(translate("Library", "%1 spans decided"), counts.decided))
    lines.append(_counted(translate("Library", "%1 figures"), counts.figures))
    if row.disputes:
        lines.append(_counted(translate("Library", "%1 disputes"), row.disputes))
    if counts.flagged:
        lines.append(_counted(translate("Library", "%1 flagged"), counts.flagged))
    if row.seconds >= 1:
        lines.append(time_spent(row.seconds))
    if row.assignees:
        lines.append(translate("Library", "assigned to %1").replace("%1", ", ".join(row.assignees)))
    return "\n".join(line for line in dict.fromkeys(lines) if line)


def progress_line(totals: Totals) -> str:
    """Say how far the whole project is."""
    done = (
        translate("Library", "%1 of %2 done")
        .replace("%1", _number(totals.done))
        .replace("%2", _number(totals.reports))
    )
    parts = [
        done,
        _counted(translate("Library", "%1 decided"), totals.decided),
        _counted(translate("Library", "%1 left"), totals.left),
    ]
    if totals.seconds >= 1:
        parts.append(time_spent(totals.seconds))
    return " · ".join(parts)


def time_spent(seconds: float) -> str:
    """Write a time as people say it: `40 s`, `4 min 10 s`, `1 h 12 min`."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return translate("Library", "%1 h %2 min").replace("%1", _number(hours)).replace("%2", str(minutes))
    if minutes:
        return translate("Library", "%1 min %2 s").replace("%1", str(minutes)).replace("%2", str(rest))
    return _counted(translate("Library", "%1 s"), whole)


def _counted(text: str, count: int) -> str:
    return one_as_one(text.replace("%1", _number(count)))


def _number(count: int) -> str:
    return QLocale().toString(count)
