"""WebAnno TSV 3.3: a file a report, a token a line, spans and relations in columns; INCEpTION reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.schema import Schema
from annotator.domain.spans import Span, reading_order
from annotator.formats.base import Holds, ParsedReport, Progress, Summary, silent
from annotator.formats.brat import free_name
from annotator.formats.files import make_folder
from annotator.formats.losses import NAME as LOSSES
from annotator.formats.losses import Losses
from annotator.formats.utf16 import Utf16
from annotator.formats.webanno_escapes import escaped_text, escaped_value
from annotator.formats.webanno_layout import Sentence, Unit, laid_out
from annotator.whole_files import whole_file

SPAN, RELATION = "webanno.custom.Span", "webanno.custom.Relation"
"""Their layers: one for all spans, since a relation of WebAnno's leads from a layer to the same one."""
NOTHING, NO_VALUE = "_", "*"
"""What a column holds where no span is, and where the span has no value."""


class WebAnnoTsv:
    """The format `webanno-tsv`: `NAME.tsv`, offsets in UTF-16 units."""

    name = "webanno-tsv"
    title = "WebAnno TSV 3.3 (a folder)"
    suffix = ""
    can_read = True
    can_write = True
    holds = Holds(scores=False, authors=False, undecided=False)

    def write(
        self, reports: Iterable[GoldReport], *, schema: Schema, path: Path, progress: Progress = silent
    ) -> Summary:
        """Write every report into the folder `path`."""
        make_folder(path)
        files: list[Path] = []
        taken: set[str] = set()
        losses = Losses()
        count = spans = relations = 0
        for count, gold in enumerate(reports, 1):
            file = path / f"{free_name(gold.report.name, taken)}.tsv"
            table = _Table(gold, schema)
            with whole_file(file) as out:
                out.writelines(table.lines())
            losses.add("attributes", "the schema has none of their name", table.strange)
            files.append(file)
            spans += len(table.spans)
            relations += len(gold.relations)
            progress(count)
        files += losses.write(path / LOSSES)
        return Summary(count, spans, relations, tuple(files), notes=losses.lines())

    def read(self, path: Path, *, schema: Schema, progress: Progress = silent) -> list[ParsedReport]:
        """Read the `.tsv` files of a folder, or one of them; raise UserError `no-gold`."""
        from annotator.formats.webanno_reading import read_webanno

        return read_webanno(path, schema=schema, progress=progress)


class _Table:
    """The lines of one report."""

    def __init__(self, gold: GoldReport, schema: Schema) -> None:
        self._text = gold.report.text
        self._units = Utf16(self._text)
        self.spans: list[Span] = reading_order(span for span in gold.spans if span.is_standing)
        used = {name for span in self.spans for name in span.attributes}
        self._attributes = [rule.name for rule in schema.attributes if rule.name in used]
        known = set(self._attributes)
        self.strange = sum(name not in known for span in self.spans for name in span.attributes)
        self._sentences: list[Sentence] = list(laid_out(self._text, self.spans))
        self._first: dict[int, Unit] = {}
        on_many: set[int] = set()
        for unit in self._all_units():
            for number in unit.spans:
                # A span is named by a number where it shares a line, has several, or is on a part of a token.
                if number in self._first or len(unit.spans) > 1 or "." in unit.name:
                    on_many.add(number)
                self._first.setdefault(number, unit)
        self._numbers = {number: name for name, number in enumerate(sorted(on_many), 1)}
        self._arriving = self._relations(gold.relations)

    def lines(self) -> Iterator[str]:
        """Yield the header and, of every sentence, its text and its units."""
        yield "#FORMAT=WebAnno TSV 3.3\n"
        yield "|".join([f"#T_SP={SPAN}", "label", *(f"a_{name}" for name in self._attributes)]) + "\n"
        if self._arriving:
            yield f"#T_RL={RELATION}|label|BT_{SPAN}\n"
        yield "\n"
        empty = f"{NOTHING}\t" * (1 + len(self._attributes) + 2 * bool(self._arriving))
        for sentence in self._sentences:
            yield "\n"
            for line in self._text[sentence.start : sentence.end].split("\n"):
                yield f"#Text={escaped_text(line)}\n"
            for unit in sentence.units:
                place = f"{self._units.units(unit.start)}-{self._units.units(unit.end)}"
                token = escaped_text(self._text[unit.start : unit.end])
                columns = "".join(self._columns(unit)) if unit.spans else empty
                yield f"{unit.name}\t{place}\t{token}\t{columns}\n"

    def _columns(self, unit: Unit) -> Iterator[str]:
        yield self._column(unit, [self.spans[number].label for number in unit.spans])
        for name in self._attributes:
            yield self._column(unit, [self.spans[number].attributes.get(name, "") for number in unit.spans])
        if self._arriving:
            arriving = [each for number in unit.spans for each in self._arriving_at(number, unit)]
            yield "|".join(label for label, _ in arriving) + "\t" if arriving else f"{NOTHING}\t"
            yield "|".join(source for _, source in arriving) + "\t" if arriving else f"{NOTHING}\t"

    def _column(self, unit: Unit, values: Sequence[str]) -> str:
        told = (escaped_value(value) if value else NO_VALUE for value in values)
        named = (f"[{self._numbers[number]}]" if number in self._numbers else "" for number in unit.spans)
        return "|".join(f"{value}{name}" for value, name in zip(told, named, strict=True)) + "\t"

    def _relations(self, relations: Iterable[Relation]) -> dict[int, list[tuple[str, str]]]:
        """Return by number of the span a relation reaches its label, and where it comes from."""
        numbers = {span.id: number for number, span in enumerate(self.spans)}
        arriving: dict[int, list[tuple[str, str]]] = defaultdict(list)
        ends = ((numbers.get(link.source), numbers.get(link.target), link.label) for link in relations)
        for source, target, label in sorted(
            (a, b, word) for a, b, word in ends if a is not None and b is not None
        ):
            names = self._numbers.get(source, 0), self._numbers.get(target, 0)
            named = f"[{names[0]}_{names[1]}]" if any(names) else ""
            arriving[target].append((escaped_value(label), f"{self._first[source].name}{named}"))
        return arriving

    def _arriving_at(self, number: int, unit: Unit) -> Sequence[tuple[str, str]]:
        """Return the relations that reach a span, on its first line only."""
        return self._arriving.get(number, ()) if self._first[number] is unit else ()

    def _all_units(self) -> Iterator[Unit]:
        return (unit for sentence in self._sentences for unit in sentence.units)
