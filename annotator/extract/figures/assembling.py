"""Put figures and indicators together as matches: sentences, then tables, then scores and evidence."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.domain.figures import Figure
from annotator.domain.spans import Evidence, Piece
from annotator.extract.base import Match
from annotator.extract.figures.cells import cell_readings
from annotator.extract.figures.contexts import readings_of
from annotator.extract.figures.pages import Page
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.scores import figure_rule, figure_score, indicator_rule, indicator_score
from annotator.extract.figures.sentences import sentence_of, within
from annotator.extract.figures.statuses import Headings
from annotator.text.words import sentences


def matches_of(page: Page, quantities: Sequence[Quantity]) -> list[Match]:
    """Return figures and indicators as matches in reading order, none overlapping another."""
    cells = cell_readings(page)
    taken = {reading.quantity.start for reading in cells}
    readings = [r for r in _readings(page, quantities) if r.quantity.start not in taken] + cells
    found = [_figure(reading) for reading in readings]
    found += _indicators(readings)
    return _apart(found)


def _readings(page: Page, quantities: Sequence[Quantity]) -> list[Reading]:
    """Return the figures of running text, read sentence by sentence."""
    headings = Headings(page, page.sections)
    starts = [quantity.start for quantity in quantities]
    date_starts = [date.start for date in page.dates]
    found: list[Reading] = []
    for start, end in sentences(page.text, page.sections):
        inside = within(starts, start, end)
        if not inside:
            continue
        own = [quantities[at] for at in inside]
        dates = [page.dates[at] for at in within(date_starts, start, end)]
        sentence = sentence_of(page, start, end, own, dates)
        found.extend(readings_of(page, sentence, own, dates, headings))
    return found


def _figure(reading: Reading) -> Match:
    """Return the match of one figure."""
    quantity = reading.quantity
    figure = Figure(
        value=quantity.value,
        unit=quantity.unit,
        value_max=quantity.value_max,
        total=quantity.total,
        per=quantity.per,
        ambiguous=quantity.ambiguous,
        **reading.attributes,
    )
    pieces = [*quantity.pieces, *reading.pieces]
    if reading.subject:
        pieces.append(Piece("measures", reading.subject.start, reading.subject.end))
    if reading.date:
        pieces.append(Piece("during", reading.date.start, reading.date.end))
    evidence = Evidence(rule=figure_rule(quantity), entry=quantity.entry, pieces=tuple(pieces))
    return Match(
        quantity.start, quantity.end, quantity.label, figure_score(quantity), evidence, figure.attributes()
    )


def _indicators(readings: Sequence[Reading]) -> list[Match]:
    """Return each indicator once, with the score of the surest link."""
    best: dict[tuple[int, int], Match] = {}
    for reading in readings:
        subject = reading.subject
        if subject is None:
            continue
        key = (subject.start, subject.end)
        if key not in best:
            evidence = Evidence(rule=indicator_rule(subject), entry=subject.entry)
            best[key] = Match(*key, "INDICATOR", indicator_score(subject), evidence)
    return list(best.values())


def _apart(found: list[Match]) -> list[Match]:
    """Return matches in reading order without those that overlap one before them; figures win."""
    ranked = sorted(found, key=lambda match: (match.label == "INDICATOR", match.start, -match.end))
    kept: list[Match] = []
    taken: set[int] = set()
    for match in ranked:
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)
