"""WebAnno TSV against a library of others: it finds our tokens and spans, and we read what it writes."""

from __future__ import annotations

import json
from collections import Counter

# That library takes a backslash and a t for two characters, so that its offsets fail behind a tab.
PLAIN = ("mua-vu", "hoc-ky")


def test_that_the_library_finds_our_sentences_and_spans_at_their_offsets(exported, program, gold):
    folder = exported("webanno-tsv")
    for report in (each for each in gold if each["name"] in PLAIN):
        # It holds every token against its offsets in UTF-16 units, and raises where they are not the same.
        said = json.loads(program("webanno_side.py", "read", folder / f"{report['name']}.tsv"))
        assert all(sentence["text"] in report["text"] for sentence in said)
        found = Counter(words for sentence in said for words in sentence["spans"])
        assert found == Counter(report["text"][each["start"] : each["end"]] for each in report["spans"])


def test_that_we_read_what_the_library_writes(annotator, program, tmp_path):
    sentences = [
        {
            "text": "𝄞 Bà Lò Thị Xuân, Giám đốc Sở Y tế 🇻🇳 tỉnh",
            "spans": [["PERSON", 5, 16], ["POSITION", 18, 34]],
        },
        {"text": "họp tại huyện Suối Bạc.", "spans": [["LOC", 8, 22]]},
    ]
    (tmp_path / "theirs").mkdir()
    file = tmp_path / "theirs" / "theirs.tsv"
    program("webanno_side.py", "write", file, json.dumps(sentences))
    text = "\n".join(sentence["text"] for sentence in sentences)
    (tmp_path / "theirs.txt").write_text(text, encoding="utf-8")
    made = tmp_path / "theirs.annotator"
    annotator("new", made, "--author", "an")
    annotator("add", made, tmp_path / "theirs.txt")
    annotator("import", made, file.parent, "--format", "webanno-tsv", "--author", "an")
    annotator("export", made, "--format", "jsonl", "-o", tmp_path / "back.jsonl", "--author", "an")
    (back,) = map(json.loads, (tmp_path / "back.jsonl").read_text("utf-8").splitlines())
    assert sorted((span["label"], text[span["start"] : span["end"]]) for span in back["spans"]) == [
        ("LOC", "huyện Suối Bạc"),
        ("PERSON", "Lò Thị Xuân"),
        ("POSITION", "Giám đốc Sở Y tế"),
    ]
