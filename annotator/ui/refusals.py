"""Refusals: what the work beneath the window says in English, said in the language of the window.

Sentences are matched whole, `%1` and `%2` standing for names, paths and counts; one that is not listed is
shown as it came.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QCoreApplication

from annotator.domain.schema import Schema
from annotator.resources import default_schema
from annotator.ui.backups.sentences import BACKUP_SENTENCES
from annotator.ui.fault_sentences import FAULT_SENTENCES
from annotator.ui.format_sentences import FORMAT_SENTENCES
from annotator.ui.moments import said_when
from annotator.ui.team.sentences import TEAM_SENTENCES
from annotator.ui.titles import attribute_title, label_title
from annotator.ui.translating import QT_TRANSLATE_NOOP

SENTENCES = (
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 comes from elsewhere and has %2 faults: it can only be read; ask its sender for it again, or "
        "mend it by annotator check --repair",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 comes from elsewhere and was not found sound yet: it can only be read"),
    QT_TRANSLATE_NOOP("Refusals", "nothing is selected; select some text first"),
    QT_TRANSLATE_NOOP("Refusals", "that range is not in the report; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "that is page furniture, not report text; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "a span stays within one paragraph; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "that span is not there any more; choose another"),
    QT_TRANSLATE_NOOP("Refusals", "a decided span of layer %1 is there already; reject or shrink it first"),
    QT_TRANSLATE_NOOP("Refusals", "an end cannot pass the other; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the caret is not inside the span; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "no further span of this layer in the paragraph; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has no attribute %2; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is %2; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "one of %1"),
    QT_TRANSLATE_NOOP("Refusals", "a plain decimal such as 1500 or 6.43"),
    QT_TRANSLATE_NOOP("Refusals", "a date such as 2023-10-19"),
    QT_TRANSLATE_NOOP("Refusals", "a duration such as P5Y"),
    QT_TRANSLATE_NOOP("Refusals", "text without control signs"),
    QT_TRANSLATE_NOOP("Refusals", "the text is longer than %1 characters; shorten it first"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 is a pipe or a device, no file; save what it gives in a file and name that"
    ),
    QT_TRANSLATE_NOOP("Refusals", "the author's name %1 %2; give another one"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has more than %2; split it and retry"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1's work is hidden until all have finished; say --by %2 if it is yours, or %3"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 is not opened, since its tags nest too deeply; save its text and add that"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 is not opened, since a tag of it has too many attributes; save its text and add that"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 candidates are undecided; accept or reject them first"),
    QT_TRANSLATE_NOOP("Refusals", "%1 does not lead from %2 to %3; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "a rejected span takes no link; accept it first"),
    QT_TRANSLATE_NOOP("Refusals", "no label was given last; press the key of a label"),
    QT_TRANSLATE_NOOP("Refusals", "no %1 stands there; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "that link is not there any more; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the schema %1 has no label %2; check its spelling"),
    QT_TRANSLATE_NOOP("Refusals", "the project has no report %1; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the project has no report %1; look at the library and choose one"),
    QT_TRANSLATE_NOOP("Refusals", "labelling was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the check of %1 was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "finishing was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the export was stopped; nothing was written"),
    QT_TRANSLATE_NOOP(
        "Refusals", "no report of %1 was finished by two persons yet; let a second one finish one"
    ),
    QT_TRANSLATE_NOOP("Refusals", "stopped before all reports were compared; run it again"),
    QT_TRANSLATE_NOOP("Refusals", "the new schema has no %1; check the spelling"),
    QT_TRANSLATE_NOOP("Refusals", "%1 gets another name in the same step; rename it first"),
    QT_TRANSLATE_NOOP("Refusals", "%1; a label stays in its layer: add one under another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 may be in the history; retire it instead"),
    QT_TRANSLATE_NOOP("Refusals", "the schema has no label %1; check its spelling"),
    QT_TRANSLATE_NOOP("Refusals", "the schema has no attribute %1 with values to choose"),
    QT_TRANSLATE_NOOP("Refusals", "the schema cannot be used: %1; mend the file and retry"),
    QT_TRANSLATE_NOOP("Refusals", "there is no encoding %1; known: %2"),
    QT_TRANSLATE_NOOP("Refusals", "the encoding of %1 cannot be told; name it with --encoding (likely: %2)"),
    QT_TRANSLATE_NOOP("Refusals", "the project has no label %1 to be mapped; check its spelling"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has no value %2 to be mapped; check its spelling"),
    QT_TRANSLATE_NOOP("Refusals", "the schema cannot be changed so: %1"),
    QT_TRANSLATE_NOOP("Refusals", "no report is named %1; there are %2"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "no configuration was written: this export has %1, and none of %2; "
        "training needs train and dev: export all splits, of three reports or more",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is after %2; no day lies between them"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a folder; name the file to write in it"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a file, and this format writes a folder; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 holds other files than an export; choose a new or an empty folder"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 changed since it was exported; move that or choose another folder"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 is not of the earlier export; move that or choose another folder"),
    QT_TRANSLATE_NOOP("Refusals", "%1 can hold none of these reports; export them as jsonl instead"),
    QT_TRANSLATE_NOOP("Refusals", "no report with gold is within the limits (%1); widen them"),
    QT_TRANSLATE_NOOP("Refusals", "there is no format %1; known: %2"),
    QT_TRANSLATE_NOOP("Refusals", "there is no split %1; there are %2"),
    QT_TRANSLATE_NOOP("Refusals", "no report has gold to be written%1"),
    QT_TRANSLATE_NOOP("Refusals", '%1 has no table [%2] with lines such as PER = "PERSON"'),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a mapping file in TOML; mend it and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a format for export only; choose another"),
    QT_TRANSLATE_NOOP("Refusals", "this format needs the library %1; install %2 and retry"),
    QT_TRANSLATE_NOOP("Refusals", "looking at the files was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "the schema has no label %1; it has %2"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is no pair of labels; write it as PER=PERSON"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a project or named as one; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is read here and would be lost; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is open for reading only; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is open for reading only; nothing was added"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is open for reading only; nothing was extracted"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is in use by %2; close it there and try again"),
    QT_TRANSLATE_NOOP("Refusals", "stopped while %1 was in use by %2"),
    QT_TRANSLATE_NOOP("Refusals", "another program"),
    QT_TRANSLATE_NOOP("Refusals", "%1 on %2 (process %3, since %4)"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be written; copy it elsewhere or free it"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is being made by %2; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "there is no project %1; check the path or make a new one"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a file; choose a file that ends in .annotator"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a project of annotator; choose a file that ends in .annotator"),
    QT_TRANSLATE_NOOP("Refusals", "%1 was made by an older annotator; open it once for writing, then again"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 was copied while it was open, without %2; put that file beside it, copy the project again when "
        "it is closed, or take what is there by annotator check --repair",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 was made by a newer annotator (version %2, this one knows %3);"
        " update the program and open it again",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 holds database objects that annotator did not make (%2) and is not opened;"
        " ask its sender for a bundle or an export instead",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1: parts of the file are missing (%2); restore a backup"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1: the file holds a value larger than any report has; ask its sender for a bundle"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 is a program that may do all that you may (content %2); "
        "if you know who made it, repeat with --trust",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 has changed since you agreed to it (content %2); if you know who made it, repeat with --trust",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is there already; choose another name or open it"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be made: there is no such folder; make the folder first"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be made: the disk is full; free some space and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be made: the folder is read-only; choose another folder"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be made (%2); choose another place"),
    QT_TRANSLATE_NOOP("Refusals", "%1: the disk is full; nothing was changed; free some space and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "%1: another program holds the file; close it there and repeat"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1: the file cannot be written; check its permissions or copy it elsewhere",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1: the disk reported an error; nothing was changed; check the disk and repeat",
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1: the file is damaged and cannot be read; put a backup of it in its place"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1: the file cannot be opened; check the folder's permissions"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1: this is not a project of annotator; choose a file that ends in .annotator",
    ),
    QT_TRANSLATE_NOOP("Refusals", "an author needs a name; give one with --author NAME"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is the name of the %2 %3; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 was not added: %2"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 more lines like these; mend these first"),
    QT_TRANSLATE_NOOP("Refusals", "%1 more lines are not listed; mend these first"),
    QT_TRANSLATE_NOOP("Refusals", "%1: the same text is in the project already, as the report %2"),
    QT_TRANSLATE_NOOP("Refusals", "%1: no loader for %2; save it as one of %3 and add that"),
    QT_TRANSLATE_NOOP("Refusals", "%1 holds no text; nothing was added"),
    QT_TRANSLATE_NOOP("Refusals", "there is no file %1; check the path and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a folder; name a file in it"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read (%2); check its permissions and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a text file; save its text as UTF-8 and add that"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not %2 text (line %3); choose another encoding"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is damaged or no document of its kind (%2); save it anew and retry"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 is an old Word file or one with a password; save it as .docx without one and add that",
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not opened, since %2; save it anew and retry"),
    QT_TRANSLATE_NOOP("Refusals", "it has more than %1 parts"),
    QT_TRANSLATE_NOOP("Refusals", "a part of it lies outside of it"),
    QT_TRANSLATE_NOOP("Refusals", "it has a part twice"),
    QT_TRANSLATE_NOOP("Refusals", "it is encrypted"),
    QT_TRANSLATE_NOOP("Refusals", "it unpacks to too much"),
    QT_TRANSLATE_NOOP("Refusals", "it declares entities"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is no PDF; save it anew and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is damaged or no PDF (%2); save it anew and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has a password; save it without one and add that"),
    QT_TRANSLATE_NOOP("Refusals", "%1 takes more than %2 seconds to read; split it and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is larger than can be read (%2 pages); split it and retry"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 is a scan without a text layer; have its text recognised (OCR) and add that"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 has no text; have its text recognised (OCR) and add that"),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "%1 does not say which letters its signs are; have its text recognised (OCR) and add that",
    ),
    QT_TRANSLATE_NOOP("Refusals", "a report needs a name; nothing was added"),
    QT_TRANSLATE_NOOP("Refusals", "reading %1 was stopped; nothing was added"),
    QT_TRANSLATE_NOOP("Refusals", "%1 lacks what is on scanned pages (%2); have their text recognised (OCR)"),
    QT_TRANSLATE_NOOP("Refusals", "%1 was read as %2; look whether it reads well"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is larger than %2 MB; split it and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is larger than %2 MB; save its text and add that"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read as %2 (%3); save it anew and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 cannot be read as a web page (%2); save its text and retry"),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 is an old Word file, which cannot be read; save it as .docx and add that"
    ),
    QT_TRANSLATE_NOOP(
        "Refusals", "%1 is a rich text file, which cannot be read; save it as .docx and add that"
    ),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not UTF-8 text (line %2); save it as UTF-8 and retry"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write %1: the disk is full; free some space and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write %1: %2; choose another place or free space"),
    QT_TRANSLATE_NOOP("Refusals", "cannot write %1: %2; choose another place"),
    QT_TRANSLATE_NOOP("Refusals", "cannot make the folder %1: %2; choose another place"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is the name of a project; give the gold another name"),
    QT_TRANSLATE_NOOP("Refusals", "no report has gold yet%1; finish one, or use --unfinished"),
    QT_TRANSLATE_NOOP(
        "Refusals", "no report has gold to be written: nobody has worked on it, or its authors differ"
    ),
    QT_TRANSLATE_NOOP("Refusals", "no report has gold yet; finish one, or use --unfinished"),
    QT_TRANSLATE_NOOP("Refusals", "%1 differ; settle it, or use --author or --strategy"),
    QT_TRANSLATE_NOOP("Refusals", "it is not finished"),
    QT_TRANSLATE_NOOP("Refusals", "nobody has worked on it"),
    QT_TRANSLATE_NOOP("Refusals", "%1: %2 has not finished it; taken without that work"),
    QT_TRANSLATE_NOOP("Refusals", "%1 undecided or rejected spans were left out"),
    QT_TRANSLATE_NOOP("Refusals", "the project has no author %1; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has no work in this project; known: %2"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is a format for import only; choose another"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not a day; write it as 2023-10-19"),
    QT_TRANSLATE_NOOP("Refusals", "the sample project was stopped; nothing was made"),
    QT_TRANSLATE_NOOP("Refusals", "the folder %1 cannot be made (%2); name another: annotator demo DIR"),
    QT_TRANSLATE_NOOP("Refusals", "no sample project was made: %1; see annotator doctor"),
    *TEAM_SENTENCES,
    *BACKUP_SENTENCES,
    *FAULT_SENTENCES,
    *FORMAT_SENTENCES,
    QT_TRANSLATE_NOOP("Refusals", "%1 does not review here; ask %2 to settle it"),
    QT_TRANSLATE_NOOP("Refusals", "nobody reviews here yet; take the role in the review settings"),
    QT_TRANSLATE_NOOP("Refusals", "that span is agreed on; only the disputed place is written anew"),
    QT_TRANSLATE_NOOP("Refusals", "a version stays with the disputed place and its layer"),
    QT_TRANSLATE_NOOP("Refusals", "no version has a majority here; choose one by its number"),
    QT_TRANSLATE_NOOP("Refusals", "the comment is empty; write something first"),
    QT_TRANSLATE_NOOP("Refusals", "nobody has finished this report; have it finished first"),
    QT_TRANSLATE_NOOP("Refusals", "%1 here; settle them first"),
    QT_TRANSLATE_NOOP("Refusals", "1 dispute is open"),
    QT_TRANSLATE_NOOP("Refusals", "%1 disputes are open"),
    QT_TRANSLATE_NOOP("Refusals", "%1; finish its review, or use --author or --strategy"),
    QT_TRANSLATE_NOOP("Refusals", "its disputes are settled, but nobody made it gold"),
    QT_TRANSLATE_NOOP("Refusals", "two of these spans lie over each other; shrink one first"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is of another layer; choose a label of this one"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has no %2; leave it out"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is %2; change it and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "the tolerance is a share of at least 0 and below 1, such as 0.001"),
    QT_TRANSLATE_NOOP("Refusals", "the tolerance is a number such as 0.001; write one and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "there is no boundary rule %1; choose one of the list"),
    QT_TRANSLATE_NOOP("Refusals", "it was stopped; nothing was settled"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is not in this project; known: %2"),
    QT_TRANSLATE_NOOP("Refusals", "looking was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "mending was stopped; nothing was changed"),
    QT_TRANSLATE_NOOP("Refusals", "nothing says what is right here; change it by hand"),
    QT_TRANSLATE_NOOP("Refusals", "the span has changed since; look again and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "another repair changes that span; repeat this one after it"),
    QT_TRANSLATE_NOOP("Refusals", "the review has moved on since; look again and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "%1: no report file was found there; their names end in %2"),
    QT_TRANSLATE_NOOP("Refusals", "the folder %1 cannot be read (%2); check its permissions and retry"),
    QT_TRANSLATE_NOOP("Refusals", "that cannot be: %1"),
    QT_TRANSLATE_NOOP("Refusals", "the key %1 is that of %2 and of %3"),
    QT_TRANSLATE_NOOP("Refusals", "the code %1 stands twice"),
    QT_TRANSLATE_NOOP("Refusals", "the code_vi %1 stands twice"),
    QT_TRANSLATE_NOOP("Refusals", "the colour of label %1 is not written #rrggbb"),
    QT_TRANSLATE_NOOP("Refusals", "the colour_dark of label %1 is not written #rrggbb"),
    QT_TRANSLATE_NOOP("Refusals", "there is a label %1 already; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is what %2 was called; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "a name is a letter, then letters, digits and _, 40 at most"),
    QT_TRANSLATE_NOOP("Refusals", "%1 has the value %2 already; choose another name"),
    QT_TRANSLATE_NOOP("Refusals", "%1 needs a value that is offered; add another first"),
    QT_TRANSLATE_NOOP("Refusals", "the schema has changed since; look again and repeat"),
    QT_TRANSLATE_NOOP("Refusals", "the label %1 is retired; choose another label"),
    QT_TRANSLATE_NOOP("Refusals", "%1 is %2, which cannot be read; save it as .docx and add that"),
    QT_TRANSLATE_NOOP("Refusals", "an old Word file"),
    QT_TRANSLATE_NOOP("Refusals", "a rich text file"),
    # What any sentence would fit comes last.
    QT_TRANSLATE_NOOP("Refusals", "%1; save it anew and retry"),
    QT_TRANSLATE_NOOP("Refusals", "%1 %2; save it as .docx without one and add that"),
    QT_TRANSLATE_NOOP("Refusals", "%1 %2; have its text recognised (OCR) and add that"),
)

_LEFT_OUT = re.compile(r"(?s)(.+?): (.+)")
_PLACE = re.compile(r"%(\d)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")


def in_words(message: str) -> str:
    """Return a message in the language of the window, what it names included; as it came when unknown."""
    for sentence, pattern in _patterns():
        found = pattern.fullmatch(message)
        if found:
            return _filled(QCoreApplication.translate("Refusals", sentence), found.groups())
    return message


def reason_in_words(line: str) -> str:
    """Return a line of a list, `name: reason`, with its reason in the language of the window."""
    said = in_words(line)
    found = _LEFT_OUT.fullmatch(line)
    return f"{found[1]}: {in_words(found[2])}" if said == line and found else said


def _filled(said: str, parts: Sequence[str]) -> str:
    """Return a sentence with what it names in its places."""
    return _PLACE.sub(lambda place: _named(parts[int(place[1]) - 1], default_schema()), said)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each sentence with the pattern of the messages it stands for."""
    return tuple(
        (sentence, re.compile(_PLACE.sub("(.+?)", re.escape(sentence).replace("\\%", "%")), re.DOTALL))
        for sentence in SENTENCES
    )


def _named(part: str, schema: Schema) -> str:
    """Return what stands in a place: a sentence, a moment, a label or attribute by its title, else itself."""
    if part in schema.by_name:
        return label_title(schema, part)
    if any(part == rule.name for rule in schema.attributes):
        return attribute_title(schema, part)
    if _MOMENT.fullmatch(part):
        return said_when(part.replace(" ", "T"))
    return reason_in_words(part)
