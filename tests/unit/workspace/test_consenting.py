"""A pipeline in a folder is code: it runs once somebody has agreed to it, as it then was."""

import stat

import pytest

from annotator.domain.errors import UserError
from annotator.domain.reports import Report
from annotator.workspace.consenting import agree, refuse_without_consent
from annotator.workspace.working import extractions


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "model"
    (folder / "ner").mkdir(parents=True)
    (folder / "meta.json").write_text("{}")
    (folder / "ner" / "model").write_bytes(b"\x80weights")
    return folder


def code_of(folder):
    with pytest.raises(UserError) as caught:
        refuse_without_consent(f"spacy:{folder}")
    assert str(folder) in caught.value.message
    return caught.value.code


def test_that_a_pipeline_nobody_agreed_to_does_not_run(folder):
    assert code_of(folder) == "needs-consent"
    with pytest.raises(UserError) as caught:
        list(extractions(iter([Report("r", "x")]), extractor=f"spacy:{folder}"))
    assert caught.value.code == "needs-consent"


def test_that_consent_is_remembered_for_the_folder_by_its_owner_only(folder, own_settings):
    agree(f"spacy:{folder}")
    refuse_without_consent(f"spacy:{folder}")
    refuse_without_consent(f"spacy:{folder.parent / '.' / 'model'}")
    assert stat.S_IMODE((own_settings / "agreed.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("change", ["content", "more", "less", "name"])
def test_that_a_pipeline_changed_since_has_to_be_agreed_to_again(folder, change):
    agree(f"spacy:{folder}")
    if change == "content":
        (folder / "ner" / "model").write_bytes(b"\x80Weights")
    elif change == "more":
        (folder / "code.py").write_text("")
    elif change == "less":
        (folder / "meta.json").unlink()
    else:
        (folder / "ner").rename(folder / "net")
    assert code_of(folder) == "needs-consent"


def test_that_the_same_pipeline_elsewhere_has_to_be_agreed_to_too(folder):
    agree(f"spacy:{folder}")
    assert code_of(folder.rename(folder.with_name("other"))) == "needs-consent"


@pytest.mark.parametrize("written", ["", "[]", "{", "[" * 100_000])
def test_that_a_list_that_cannot_be_read_agrees_to_nothing(folder, own_settings, written):
    (own_settings / "agreed.json").write_text(written)
    assert code_of(folder) == "needs-consent"


@pytest.mark.parametrize("extractor", ["vn-rules", "underthesea", "unheard-of", "spacy:"])
def test_that_extractors_from_no_folder_need_no_consent(extractor):
    refuse_without_consent(extractor)
    agree(extractor)
