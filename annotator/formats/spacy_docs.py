"""Gold as spaCy Docs, a paragraph each: entities, a span group a layer, and both layers in `sc`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.domain.gold import GoldReport
from annotator.domain.spans import Span, without_overlaps
from annotator.formats.losses import Losses
from annotator.formats.stretches import stretches
from annotator.text.spacy_groups import write_group, write_relations
from annotator.text.spacy_tokens import SyllableTokenizer
from annotator.text.words import syllables

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as SpacySpan
    from spacy.vocab import Vocab

KEY = "annotator"
"""The key in `doc.user_data` of where a Doc is from: `report` (its id), `name`, `start` (code points)."""

BOTH = "sc"
"""The span group in which spaCy's span categorizer looks for the spans of all layers."""

ENTITY = "entity"


def docs_of(gold: GoldReport, layers: Sequence[str], vocab: Vocab, losses: Losses) -> Iterator[Doc]:
    """Yield the Docs of one report.

    Offsets in the groups' `attrs` are code points of the Doc. A border inside a token is moved out to it, and
    of spans that overlap in `doc.ents` the shorter are left out: both are counted in `losses`.
    """
    tokenize = SyllableTokenizer(vocab)
    told = 0
    for stretch in stretches(gold):
        text = gold.report.text[stretch.start : stretch.end]
        doc = tokenize(text)
        doc.user_data[KEY] = {"report": gold.report.id, "name": gold.report.name, "start": stretch.start}
        moved = [made for span in stretch.spans if (made := _moved(span, stretch.start, text)) is not None]
        for layer in layers:
            write_group(doc, layer, [span for span in moved if span.layer == layer])
        _set_both(doc, layers)
        _set_entities(doc, moved, losses)
        ids = {span.id for span in stretch.spans}
        write_relations(doc, layers, [link for link in gold.relations if link.source in ids])
        told += len(moved)
        borders = {border for start, end in syllables(text) for border in (start, end)}
        off = sum(not {span.start, span.end} <= borders for span in moved)
        losses.add("exact borders", "they lie inside a token; the token is covered whole", off)
        yield doc
    standing = sum(span.is_standing for span in gold.spans)
    losses.add("spans", "they reach over page chrome or hold white space only", standing - told)


def _moved(span: Span, start: int, text: str) -> Span | None:
    """Return a span where it stands in a Doc, white space at its ends left out; None for nothing else."""
    words = text[span.start - start : span.end - start]
    first = span.start - start + len(words) - len(words.lstrip())
    last = first + len(words.strip())
    return replace(span, start=first, end=last) if first < last else None


def _set_both(doc: Doc, layers: Sequence[str]) -> None:
    from spacy.tokens import SpanGroup

    doc.spans[BOTH] = SpanGroup(doc, name=BOTH, spans=[span for layer in layers for span in doc.spans[layer]])


def _set_entities(doc: Doc, spans: Sequence[Span], losses: Losses) -> None:
    placed: dict[str, SpacySpan] = {}
    wide: list[Span] = []
    for span in spans:
        # By tokens, since two spans may come to share one.
        found = doc.char_span(span.start, span.end, label=span.label, alignment_mode="expand")
        if span.layer == ENTITY and found is not None:
            placed[span.id] = found
            wide.append(replace(span, start=found.start_char, end=found.end_char))
    kept = without_overlaps(wide)
    doc.ents = tuple(placed[span.id] for span in kept)
    why = "they overlap a longer one; the span groups have them"
    losses.add("entities in doc.ents", why, len(wide) - len(kept))
