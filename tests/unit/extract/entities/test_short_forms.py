"""Short forms: a body's name in brackets once, then found alone; codes and other brackets are none."""

from __future__ import annotations

import pytest

MARKED = [
    "⟦ORG|Ủy ban Dân tộc⟧ (UBDT) họp. Theo ⟦ORG|UBDT⟧, kết quả tốt; ⟦ORG|UBDT⟧ và ⟦ORG|Sở Y tế⟧ ký.",
    "UBDT họp trước khi ⟦ORG|Ủy ban Dân tộc⟧ (UBDT) ra đời.",
    "⟦ORG|Ủy ban Dân tộc⟧ (XYZ) họp. Theo XYZ thì khác.",
    "⟦ORG|Ủy ban Dân tộc⟧ (UBDT) ban hành ⟦DOCUMENT|Quyết định số 45/QĐ-UBDT⟧.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_that_a_short_form_given_in_brackets_is_found_again(unmarked, marked):
    text = unmarked(marked)
    assert text.shown(text.found()) == text.shown(text.gold)
