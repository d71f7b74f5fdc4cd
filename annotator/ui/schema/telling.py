"""Telling changes of the schema in the language of the window: what changes, and which spans with it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from annotator.domain.schema_differences import SENTENCES, Difference
from annotator.ui.translating import QT_TRANSLATE_NOOP
from annotator.workspace.defining import Plan

CHANGES = (
    QT_TRANSLATE_NOOP("Changes", "new label %1"),
    QT_TRANSLATE_NOOP("Changes", "label %1 is called %2"),
    QT_TRANSLATE_NOOP("Changes", "label %1 becomes %2"),
    QT_TRANSLATE_NOOP("Changes", "label %1 is retired: it stays on its spans and is offered for no others"),
    QT_TRANSLATE_NOOP("Changes", "label %1 is not in the new schema; it stays as a retired one"),
    QT_TRANSLATE_NOOP("Changes", "label %1 is offered again"),
    QT_TRANSLATE_NOOP("Changes", "label %1 goes; no span ever had it"),
    QT_TRANSLATE_NOOP("Changes", "label %1 has other colours"),
    QT_TRANSLATE_NOOP("Changes", "label %1 has the key %2"),
    QT_TRANSLATE_NOOP("Changes", "label %1 has no key"),
    QT_TRANSLATE_NOOP("Changes", "label %1 has another title, code or description"),
    QT_TRANSLATE_NOOP("Changes", "label %1 has another guideline"),
    QT_TRANSLATE_NOOP("Changes", "the labels stand in another order"),
    QT_TRANSLATE_NOOP("Changes", "%3 has the new value %1"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 is called %2"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 becomes %2"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 is retired"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 is not in the new schema; it stays as a retired one"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 is offered again"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 goes; no span ever had it"),
    QT_TRANSLATE_NOOP("Changes", "the value %1 of %3 has another title"),
    QT_TRANSLATE_NOOP("Changes", "new attribute %1"),
    QT_TRANSLATE_NOOP("Changes", "attribute %1 goes; no span has it"),
    QT_TRANSLATE_NOOP(
        "Changes", "attribute %1 is carried by other labels, of another kind, or titled otherwise"
    ),
    QT_TRANSLATE_NOOP("Changes", "new relation %1"),
    QT_TRANSLATE_NOOP("Changes", "relation %1 goes; no link is one"),
    QT_TRANSLATE_NOOP("Changes", "relation %1 joins other labels, or is titled otherwise"),
)
"""The sentences of `schema_differences`, which a test compares with these."""


def difference_in_words(each: Difference) -> str:
    """Return one change as a line in the language of the window."""
    said = QCoreApplication.translate("Changes", SENTENCES[each.kind])
    for place, part in (("%1", each.name), ("%2", each.now), ("%3", each.attribute)):
        said = said.replace(place, part)
    return said


def touched_in_words(planned: Plan) -> Iterator[str]:
    """Yield which spans a plan touches: counts by report and author, then some of the places."""
    translate = QCoreApplication.translate
    if not planned.uses:
        yield translate("Changes", "no span is touched")
        return
    said = translate("Changes", "%1 spans in %2 reports get the new name:").replace("%1", str(planned.spans))
    yield said.replace("%2", str(planned.reports))
    yield from (f"    {use.report} · {use.author}: {use.spans}" for use in planned.told)
    if planned.hidden:
        hidden = translate("Changes", "others, hidden until all have finished: %1")
        yield f"    {hidden.replace('%1', str(planned.hidden))}"
    if planned.places:
        yield translate("Changes", "among them:")
    for place in planned.places:
        left, right = place.left.replace("\n", " ⏎ "), place.right.replace("\n", " ⏎ ")
        yield f"    {place.report}: …{left}«{place.hit}»{right}…"
