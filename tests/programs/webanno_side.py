"""Run where web_anno_tsv is: read a WebAnno TSV and say what is in it, or write one of sentences given."""

from __future__ import annotations

import json
import re
import sys
from types import SimpleNamespace

from web_anno_tsv import Annotation, open_web_anno_tsv


def read(path: str) -> None:
    with open_web_anno_tsv(path) as file:
        told = [
            {"text": sentence.text, "spans": [found.text for found in sentence.annotations]}
            for sentence in file
        ]
    sys.stdout.write(json.dumps(told))


def write(path: str, sentences: str) -> None:
    with open_web_anno_tsv(path, "w") as file:
        for sentence in json.loads(sentences):
            text = sentence["text"]
            tokens = [
                Annotation("", found.group(), found.start(), found.end())
                for found in re.finditer(r"\w+|[^\w\s]", text)
            ]
            spans = [
                Annotation(label, text[start:end], start, end) for label, start, end in sentence["spans"]
            ]
            file.write(SimpleNamespace(text=text, tokens=tokens, annotations=spans))


{"read": read, "write": write}[sys.argv[1]](*sys.argv[2:])
