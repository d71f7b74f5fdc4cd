"""Administrative units before and after 2025, in any spelling."""

from __future__ import annotations

import pytest

from annotator.extract.entities.gazetteer import units
from annotator.extract.entities.pages import words_of

OLD_PROVINCES = "Bắc Kạn|Hậu Giang|Ninh Thuận|Bình Phước|Kon Tum|Yên Bái|Quảng Bình|Hà Giang"


@pytest.mark.parametrize(
    "name", [*OLD_PROVINCES.split("|"), "Lào Cai", "Huế", "Đắk Lắk", "Đăk Lăk", "Bắc Cạn"]
)
def test_that_provinces_are_known_before_and_after_the_mergers(name):
    words = words_of(name)
    found = units().longest(words, 0)
    assert found is not None
    assert found.end == len(words)
    assert found.value.is_province


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Than Uyên", "huyện"), ("Đà Lạt", "thành phố"), ("Thủ Dầu Một", "phường"), ("Phú Quốc", "đặc khu")],
)
def test_that_districts_towns_and_communes_are_known_by_their_type(name, kind):
    found = units().longest(words_of(name), 0)
    assert found is not None
    assert kind in found.value.types
