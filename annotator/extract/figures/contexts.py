"""Read each figure of a sentence in its context: attributes, the name it measures, the date it holds for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.extract.base import Match
from annotator.extract.figures.attributes import read_basis, read_direction, read_qualifier
from annotator.extract.figures.bases import Times
from annotator.extract.figures.carrying import Carry, is_followed_by_change
from annotator.extract.figures.leads import leads_of
from annotator.extract.figures.linking import read_subject
from annotator.extract.figures.pages import Page
from annotator.extract.figures.periods import periods_of
from annotator.extract.figures.planning import read_status
from annotator.extract.figures.quantities import Quantity
from annotator.extract.figures.readings import Reading
from annotator.extract.figures.respective import share_basis
from annotator.extract.figures.sentences import Sentence
from annotator.extract.figures.statuses import Headings, status_words


def readings_of(
    page: Page, sentence: Sentence, quantities: Sequence[Quantity], dates: Sequence[Match], headings: Headings
) -> Iterator[Reading]:
    """Yield the figures of one sentence, read in order."""
    leads = leads_of(page, sentence)
    said = status_words(sentence)
    times = {at for at in sentence.figures if quantities[sentence.things[at]].is_times}
    periods = periods_of(page, sentence, dates, times)
    carry = Carry()
    order = sentence.figures
    for position, at in enumerate(order):
        quantity = quantities[sentence.things[at]]
        following = order[position + 1] if position + 1 < len(order) else None
        reading = Reading(quantity=quantity, date=periods.get(at))
        lead = leads[at]
        carry.pass_brackets(sentence.words[lead.first : at])
        end = leads[following].cut if following is not None else len(sentence.words)
        read_qualifier(sentence, lead, at, reading)
        read_direction(page, sentence, lead, reading, carry)
        after = leads[following] if following is not None else None
        expected = carry.expects(sentence, lead, quantity) or is_followed_by_change(sentence, after)
        read_subject(page, sentence, lead, reading, carry, at, expected=expected)
        read_basis(sentence, lead, reading, carry, end, Times(page, dates, reading.date))
        share_basis(reading, carry.previous)
        read_status(sentence, lead, reading, said.get(at), headings)
        carry.after(reading)
        yield reading
