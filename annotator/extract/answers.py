"""Answers: what an extractor gave, looked at before anything believes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotator.domain.relations import Relation
from annotator.domain.spans import UNDECIDED, Evidence, Piece, Proposal, Span, State
from annotator.extract.base import Extraction


def fault(found: object, size: int) -> str:
    """Return in a few words what is wrong with an answer to a report of `size` code points, "" for nothing.

    The words hold nothing of the report. What passes is made of our own types alone, down to the last string,
    so that it can be sent, stored and exported.
    """
    if type(found) is not Extraction:
        return "no extraction"
    if type(found.spans) is not tuple or type(found.relations) is not frozenset:
        return "no extraction"
    if not all(type(span) is Span for span in found.spans):
        return "something that is no span"
    ids = [span.id for span in found.spans]
    if not _are_words(ids) or len(set(ids)) < len(ids):
        return "spans without ids of their own"
    faults = (each for span in found.spans if (each := _span_fault(span, size)))
    return next(faults, "") or _link_fault(found.relations, frozenset(ids))


def plain(found: Extraction) -> Extraction:
    """Return a sound answer with attributes in mappings of our own, which any process can take."""
    spans = tuple(
        replace(span, attributes=dict(span.attributes)) if span.attributes else span for span in found.spans
    )
    return Extraction(spans, found.relations)


def _span_fault(span: Span, size: int) -> str:
    if type(span.start) is not int or type(span.end) is not int or not 0 <= span.start < span.end <= size:
        return "a span that is not in the report"
    if not _are_words((span.layer, span.label, span.extractor, span.note)) or type(span.flagged) is not bool:
        return "a span whose names are no words"
    if type(span.state) is not State or span.state not in UNDECIDED:
        return "a span that is decided already"
    if not _are_attributes(span.attributes):
        return "a span whose attributes are no words"
    score = span.score
    if score is not None and not (type(score) in (int, float) and 0 <= score <= 1):
        return "a span whose score is not between 0 and 1"
    return "" if _is_evidence(span.evidence) else "a span whose evidence is none"


def _link_fault(links: Iterable[object], ids: frozenset[str]) -> str:
    for link in links:
        if type(link) is not Relation or not _are_words((link.label, link.source, link.target)):
            return "something that is no relation"
        if not {link.source, link.target} <= ids:
            return "a relation to a span that is not there"
    return ""


def _is_evidence(evidence: object) -> bool:
    if type(evidence) is not Evidence or not _are_words((evidence.rule, evidence.entry)):
        return False
    recalled = evidence.recalled_from
    return (
        type(evidence.pieces) is tuple
        and all(
            type(piece) is Piece and _are_words((piece.attribute,)) and _are_numbers(piece.start, piece.end)
            for piece in evidence.pieces
        )
        and (recalled is None or _is_proposal(recalled))
    )


def _is_proposal(proposal: object) -> bool:
    return (
        type(proposal) is Proposal
        and _are_words((proposal.label,))
        and _are_numbers(proposal.start, proposal.end)
        and _are_attributes(proposal.attributes)
    )


def _are_attributes(attributes: object) -> bool:
    return isinstance(attributes, Mapping) and _are_words((*attributes.keys(), *attributes.values()))


def _are_numbers(*numbers: object) -> bool:
    return all(type(number) is int for number in numbers)


def _are_words(words: Iterable[object]) -> bool:
    """Tell whether all are strings, none a half character, which no file can hold."""
    return all(type(word) is str and _is_whole(word) for word in words)


def _is_whole(word: str) -> bool:
    return word.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in word)
