"""Entity candidates: people, positions, bodies, places, dates, events and documents of a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotator.domain.reports import Report
from annotator.extract.base import Match
from annotator.extract.calibration import calibrated
from annotator.extract.entities.bodies import find_bodies
from annotator.extract.entities.dates import find_dates
from annotator.extract.entities.documents import find_documents
from annotator.extract.entities.events import find_events
from annotator.extract.entities.pages import Page, page_of
from annotator.extract.entities.people import find_people
from annotator.extract.entities.periods import resolved
from annotator.extract.entities.places import find_places
from annotator.extract.entities.positions import find_positions
from annotator.extract.entities.short_forms import find_short_forms
from annotator.extract.entities.words import words
from annotator.extract.overlaps import settled


def find_entities(report: Report, *, folders: tuple[Path, ...] = ()) -> list[Match]:
    """Return the entity candidates of a report in reading order, none overlapping, none in its chrome.

    Offsets are code points of the report's text; the score is how likely a candidate is right to the
    character. `folders` hold a project's own lexicons.
    """
    page = page_of(report)
    lexicons = words(folders)
    found = [
        *find_positions(page, lexicons),
        *find_bodies(page, lexicons),
        *find_documents(page, lexicons),
        *find_events(page, lexicons),
        *find_dates(page, lexicons),
    ]
    found = settled(found)
    found = settled([*found, *find_short_forms(page, lexicons, found)])
    places = list(find_places(page, lexicons, found))
    found.extend(find_people(page, lexicons, settled([*found, *places])))
    return [_finished(match, page, report.date) for match in settled([*found, *places])]


def _finished(match: Match, page: Page, report_date: str) -> Match:
    """Give a match its calibrated score, and a DATE the attributes of the period it stands for."""
    score = calibrated(match.evidence.rule, match.score)
    if match.label != "DATE":
        return replace(match, score=score)
    line = page.text.rfind("\n", 0, match.start) + 1
    before = page.text[max(line, match.start - 30) : match.start]
    after = page.text[match.end : match.end + 16]
    surface = page.text[match.start : match.end]
    period = resolved(surface, report_date=report_date, before=before, after=after)
    return replace(match, score=score, attributes=period.attributes())
