"""The spaCy tokenizer keeps every character and cuts where our syllables do."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from annotator.text.spacy_tokens import NAME
from annotator.text.words import syllables

TEXTS = st.one_of(
    st.text(alphabet="aĐịỷ 0.,%/-\n\t\u00a0\u2028\u0301", max_size=60),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
)


def blank_pipeline() -> Language:
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": NAME}}})


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return blank_pipeline()


@given(text=TEXTS)
@settings(max_examples=200, deadline=None)
def test_that_a_doc_holds_the_text_to_the_code_point(pipeline: Language, text: str):
    assert pipeline(text).text == text


@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_that_every_syllable_is_one_token(pipeline: Language, text: str):
    tokens = {(token.idx, token.idx + len(token)) for token in pipeline(text)}
    assert set(syllables(text)) <= tokens


@pytest.mark.parametrize("text", ["", " ", "  \n", "\tDiện tích\u00a01.500ha  rừng \n", "đạt\u20286,43%"])
def test_that_white_space_of_every_kind_survives(pipeline: Language, text: str):
    assert pipeline(text).text == text


def test_that_a_number_and_its_unit_are_tokens_apart(pipeline: Language):
    assert [token.text for token in pipeline("trồng 1.500ha, đạt 18/24")] == [
        "trồng", "1.500", "ha", ",", "đạt", "18", "/", "24",
    ]  # fmt: skip


def test_that_a_saved_pipeline_loads_with_the_same_tokens(tmp_path: Path):
    blank_pipeline().to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert [token.text for token in loaded("12 km2, 6,43%")] == ["12", "km2", ",", "6,43", "%"]


def test_that_a_pipeline_survives_the_way_through_bytes():
    blank = blank_pipeline()
    again = blank_pipeline().from_bytes(blank.to_bytes())
    assert [token.text for token in again("35 MW")] == ["35", "MW"]


def test_that_worker_processes_can_use_the_tokenizer():
    docs: list[Doc] = list(blank_pipeline().pipe(["5,1%", "hai xã"], n_process=2))
    assert [len(doc) for doc in docs] == [2, 2]
