"""Resources are found by one function, and schemas are refused in one line."""

from pathlib import Path

import pytest

from annotator.domain.errors import UserError
from annotator.resources import (
    default_schema,
    read_text,
    resource_path,
    schema_from_file,
    schema_from_text,
)


def refused(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        schema_from_file(path)
    assert "\n" not in caught.value.message
    assert path.name in caught.value.message
    return caught.value


def test_that_a_resource_has_a_path_and_a_text():
    assert resource_path("schema", "vn-report.toml").read_text(encoding="utf-8") == read_text(
        "schema", "vn-report.toml"
    )


def test_that_a_missing_resource_is_named():
    with pytest.raises(UserError, match=r"schema/none\.toml") as caught:
        resource_path("schema", "none.toml")
    assert caught.value.code == "missing-resource"


def test_that_the_default_schema_has_the_fourteen_labels_of_the_guideline():
    schema = default_schema()
    assert [label.name for label in schema.labels] == [
        "PERSON", "POSITION", "ORG", "LOC", "DATE", "EVENT", "DOCUMENT",
        "MONEY", "PERCENT", "COUNT", "MEASURE", "RATIO", "RATE", "INDICATOR",
    ]  # fmt: skip


def test_that_a_schema_keeps_the_text_it_was_read_from(tmp_path: Path):
    toml = read_text("schema", "vn-report.toml")
    (tmp_path / "own.toml").write_text(toml, encoding="utf-8")
    schema = schema_from_file(tmp_path / "own.toml")
    assert schema.toml == toml
    assert schema == schema_from_text(toml, where="the project")


def test_that_a_missing_schema_file_is_said(tmp_path: Path):
    assert refused(tmp_path / "none.toml").code == "missing-file"


def test_that_a_folder_is_no_schema_file(tmp_path: Path):
    assert refused(tmp_path).code == "unreadable-file"


@pytest.mark.parametrize(
    "content",
    [
        b"labels = [",
        b"\xff\xfe not text",
        b"",
        b"labels = 3",
        b"labels = ['PERSON']",
        b"version = 'one'\n[[layers]]\nname='a'\n[[labels]]\nname='A'\nlayer='a'",
        b"[[layers]]\nname='a'\n[[labels]]\nname='A'\nlayer='b'",
    ],
)
def test_that_a_file_that_is_no_schema_is_refused_in_one_line(tmp_path: Path, content: bytes):
    (tmp_path / "bad.toml").write_bytes(content)
    with pytest.raises(UserError) as caught:
        schema_from_file(tmp_path / "bad.toml")
    assert caught.value.code == "bad-schema"
    assert "\n" not in caught.value.message
