"""Guiding: whose words the guideline of a label is in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.resources import default_schema
from annotator.workspace.guiding import guideline


def with_label(target, **changed):
    schema = default_schema()
    labels = tuple(replace(label, **changed) if label.name == target else label for label in schema.labels)
    return replace(schema, labels=labels)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_that_every_label_of_the_default_schema_has_a_guideline_of_its_own(language):
    schema = default_schema()
    said = {label.name: guideline(schema, label.name, language=language) for label in schema.labels}
    assert [name for name, text in said.items() if len(text) < 60] == []
    assert len(set(said.values())) == len(schema.labels)


def test_that_each_language_has_its_own_words():
    schema = default_schema()
    for label in schema.labels:
        assert guideline(schema, label.name, language="en") != guideline(schema, label.name, language="vi")


def test_that_a_projects_own_guideline_comes_first_in_either_language():
    schema = with_label("PERSON", guideline="Only *mayors*.", guideline_vi="")
    assert guideline(schema, "PERSON", language="en") == "Only *mayors*."
    assert guideline(schema, "PERSON", language="vi") == "Only *mayors*."
    both = with_label("PERSON", guideline="Only *mayors*.", guideline_vi="Chỉ *chủ tịch*.")
    assert guideline(both, "PERSON", language="vi") == "Chỉ *chủ tịch*."


def test_that_a_project_without_guidelines_has_those_of_the_default_schema():
    schema = with_label("PERSON", guideline="", guideline_vi="")
    assert guideline(schema, "PERSON", language="en") == guideline(default_schema(), "PERSON", language="en")


def test_that_a_label_that_is_not_ours_says_what_its_schema_says_of_it():
    own = {"guideline": "", "guideline_vi": ""}
    schema = with_label("PERSON", description="The name of a ship.", **own)
    assert guideline(schema, "PERSON", language="en") == "The name of a ship."
    other = with_label("PERSON", name="SHIP", description="A ship.", **own)
    assert guideline(other, "SHIP", language="vi") == "A ship."
    assert guideline(other, "PERSON", language="vi") == ""
