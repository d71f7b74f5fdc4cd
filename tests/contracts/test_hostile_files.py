"""Whatever is done to a file of any format, its reader answers with reports or with one clear error."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator import plugins
from annotator.domain.errors import UserError
from annotator.domain.gold import GoldReport
from annotator.domain.relations import Relation
from annotator.domain.reports import Report
from annotator.domain.spans import Span, State
from annotator.formats.base import ParsedReport, silent
from annotator.resources import default_schema

SCHEMA = default_schema()
READERS = [kind for name in plugins.names("formats") if (kind := plugins.load("formats", name)()).can_read]
GOLD = GoldReport(
    Report("bao-cao", "𝄞 Thu ngân sách đạt 5 tỷ đồng.\nSở Y tế họp."),
    (
        Span("thu", 2, 15, "figure", "INDICATOR", State.ACCEPTED),
        Span("money", 20, 29, "figure", "MONEY", State.ACCEPTED, {"value": "5000000000", "unit": "VND"}),
        Span("body", 31, 38, "entity", "ORG", State.ACCEPTED),
    ),
    (Relation("measures", "money", "thu"),),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Give what each format writes of one report, by its name."""
    folder = tmp_path_factory.mktemp("written")
    for kind in READERS:
        kind.write([GOLD], schema=SCHEMA, path=folder / kind.name, progress=silent)
    return folder


@st.composite
def harm(draw):
    """Give a function that does a file some harm."""
    kind = draw(st.sampled_from(["cut", "flip", "insert", "double", "swap", "replace"]))
    at, size = draw(st.floats(0, 1)), draw(st.integers(1, 40))
    stuff = draw(
        st.sampled_from([b"\0", b"\xff\xfe", b'"', b"{", b"9" * 30, b"-1", b"\n\n", b"null", b"<!ENTITY"])
    )

    def done(data: bytes) -> bytes:
        place = int(at * len(data))
        return {
            "cut": data[:place],
            "flip": data[:place]
            + bytes(byte ^ 0x15 for byte in data[place : place + size])
            + data[place + size :],
            "insert": data[:place] + stuff + data[place:],
            "double": data + data[place:],
            "swap": data[place:] + data[:place],
            "replace": data[:place] + stuff + data[place + len(stuff) :],
        }[kind]

    return done


@pytest.mark.parametrize("kind", READERS, ids=lambda kind: kind.name)
@given(harm=harm(), which=st.integers(0, 20))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_a_harmed_file_is_read_or_refused(kind, written, harm, which):
    with TemporaryDirectory() as folder:
        place = Path(folder, "x")
        source = written / kind.name
        if source.is_dir():
            shutil.copytree(source, place)
            files = sorted(place.iterdir())
            file = files[which % len(files)]
        else:
            shutil.copy(source, place)
            file = place
        file.write_bytes(harm(file.read_bytes()))
        found = []
        with suppress(UserError):
            found = kind.read(place, schema=SCHEMA, progress=silent)
    for parsed in found:
        assert isinstance(parsed, ParsedReport)
        if not parsed.problems:
            assert all(0 <= span.start < span.end <= len(parsed.text) for span in parsed.spans)
            ids = {span.id for span in parsed.spans}
            assert all({link.source, link.target} <= ids for link in parsed.relations)


@pytest.mark.parametrize("kind", READERS, ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "data", [b"", b"\0" * 1000, b"x" * 10_000_000, "ế\n".encode() * 10_000, b'{"text": ' + b"[" * 50_000]
)
def test_that_a_file_of_something_else_is_answered(kind, tmp_path, data):
    path = tmp_path / "x"
    path.write_bytes(data)
    found = []
    with suppress(UserError):
        found = kind.read(path, schema=SCHEMA, progress=silent)
    assert all(parsed.problems or parsed.text for parsed in found)


def test_that_a_file_of_docs_cannot_bring_a_pickle(tmp_path):
    import pickle
    import zlib

    from srsly import msgpack_dumps

    class Evil:
        def __reduce__(self):
            return Path.touch, (tmp_path / "done",)

    for text in (str, str.encode):
        array = {"nd": True, "type": "O", "kind": "O", "shape": (1,)}
        hidden = {text(key): text(value) if isinstance(value, str) else value for key, value in array.items()}
        hidden[text("data")] = pickle.dumps(Evil())
        path = tmp_path / "x.spacy"
        path.write_bytes(
            zlib.compress(msgpack_dumps({"tokens": hidden, "user_data": [msgpack_dumps(hidden)]}))
        )
        with pytest.raises(UserError):
            plugins.load("formats", "spacy")().read(path, schema=SCHEMA, progress=silent)
    assert not (tmp_path / "done").exists()
