"""Lexicons: tables anyone can edit, and what a wrong one says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.domain.errors import UserError
from annotator.extract.lexicons import Phrases, table
from annotator.resources import resource_path


@pytest.mark.parametrize("path", sorted(resource_path("lexicons").glob("*.tsv")), ids=lambda path: path.stem)
def test_that_every_table_of_the_program_can_be_read(path):
    assert table(path.stem)


def test_that_a_project_adds_rows_to_a_table(tmp_path: Path):
    (tmp_path / "surnames.tsv").write_text("# ours\nphrase\tgroup\nzơrâm\thighland\n", encoding="utf-8")
    added = set(map(str, table("surnames", (tmp_path,)))) - set(map(str, table("surnames")))
    assert added == {str({"phrase": "zơrâm", "group": "highland"})}


def test_that_a_folder_without_the_table_changes_nothing(tmp_path: Path):
    assert table("surnames", (tmp_path,)) == table("surnames")


def test_that_a_bad_row_is_named_by_file_and_line(tmp_path: Path):
    path = tmp_path / "levels.tsv"
    path.write_text("phrase\tkind\n# fine\nbuôn\tbuôn\ttoo\tmany\n\tno name\n", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        table("levels", (tmp_path,))
    assert caught.value.code == "bad-lexicon"
    assert str(path) in caught.value.message
    assert "line 3" in caught.value.message
    assert "line 4" in caught.value.message


def test_that_a_table_in_another_encoding_is_refused(tmp_path: Path):
    (tmp_path / "levels.tsv").write_bytes("phrase\tkind\nbản\tx\n".encode("utf-16"))
    with pytest.raises(UserError) as caught:
        table("levels", (tmp_path,))
    assert caught.value.code == "bad-lexicon"


def test_that_the_longest_phrase_is_found():
    phrases = Phrases([(["sở"], 1), (["sở", "y", "tế"], 3)])
    words = ["sở", "y", "tế", "sở", "y"]
    found = phrases.longest(words, 0)
    assert found is not None
    assert (found.end, found.value) == (3, 3)
    assert [(each.end, each.value) for each in phrases.all(words, 0)] == [(3, 3), (1, 1)]
    assert [(each.end, each.value) for each in phrases.all(words, 3)] == [(4, 1)]
    assert phrases.longest(words, 1) is None
    assert phrases.longest(words, 5) is None


WORDS = st.lists(st.sampled_from("abc"), min_size=1, max_size=4)


@given(st.lists(WORDS, max_size=8), st.lists(st.sampled_from("abc"), max_size=12), st.integers(0, 11))
def test_that_a_trie_finds_what_a_plain_search_finds(entries, words, at):
    phrases = Phrases((entry, tuple(entry)) for entry in entries)
    expected = {tuple(entry) for entry in entries if words[at : at + len(entry)] == entry}
    assert {found.value for found in phrases.all(words, at)} == expected
    best = phrases.longest(words, at)
    assert (best is None) == (not expected)
    if best is not None:
        assert best.value == max(expected, key=len)
