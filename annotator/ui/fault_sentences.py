"""What is said of faults around the program: of workers, disks, shares, files and other holders."""

from __future__ import annotations

from annotator.ui.translating import QT_TRANSLATE_NOOP

FAULT_SENTENCES = (
    QT_TRANSLATE_NOOP("Refusals", "%1: the extractor took more than %2 seconds; skipped"),
    QT_TRANSLATE_NOOP("Refusals", "%1: the extractor needs more than %2 MB of memory; skipped"),
    QT_TRANSLATE_NOOP("Refusals", "%1: the extractor failed with %2; skipped"),
    QT_TRANSLATE_NOOP("Refusals", "%1: the extractor gave %2; skipped"),
    QT_TRANSLATE_NOOP("Refusals", "no extraction"),
    QT_TRANSLATE_NOOP("Refusals", "something that is no span"),
    QT_TRANSLATE_NOOP("Refusals", "spans without ids of their own"),
    QT_TRANSLATE_NOOP("Refusals", "a span that is not in the report"),
    QT_TRANSLATE_NOOP("Refusals", "a span whose names are no words"),
    QT_TRANSLATE_NOOP("Refusals", "a span that is decided already"),
    QT_TRANSLATE_NOOP("Refusals", "a span whose attributes are no words"),
    QT_TRANSLATE_NOOP("Refusals", "a span whose score is not between 0 and 1"),
    QT_TRANSLATE_NOOP("Refusals", "a span whose evidence is none"),
    QT_TRANSLATE_NOOP("Refusals", "something that is no relation"),
    QT_TRANSLATE_NOOP("Refusals", "a relation to a span that is not there"),
    QT_TRANSLATE_NOOP("Refusals", "%1: the worker process ended (%2) while extracting; skipped"),
    QT_TRANSLATE_NOOP("Refusals", "%1: what the extractor gave cannot be sent (%2); skipped"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "the extractor %1 answered none of %2 reports; the last: %3; choose another extractor, or have this "
        "one mended",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "the extractor %1 cannot be started (%2); install its package again or choose another"
    ),
    QT_TRANSLATE_NOOP("Refusals", "the %1 %2 cannot be loaded (%3); install its package again or remove it"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 was moved, deleted or replaced while it was open; all decided before is in %2; open that",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 was moved, deleted or replaced while it was open; nothing was changed; put it back",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 is in use by %2; close it there and try again, or delete %3 when that machine no longer runs",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 lies on a network share (%2), which is slower and less safe; better copy it to this machine",
    ),
)
"""Sentences as `refusals.SENTENCES` has them, translated in its context."""
