"""The encodings of Vietnamese from before Unicode: their tables as facts, and both ways through them.

A file in one of them is bytes of which a font makes letters, so text that was copied out of such a font holds
Windows-1252 characters instead. Every table is therefore kept over those characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

# What bytes 0x80 to 0x9F are in Windows-1252; the five it leaves free stand for themselves.
_HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"
_LATIN = "".join(map(chr, range(0x80))) + _HIGH + "".join(map(chr, range(0xA0, 0x100)))
_HIGH_CODES = dict(enumerate(_HIGH, start=0x80))
_BYTES = {sign: byte for byte, sign in enumerate(_LATIN)}

# Bytes from 0x80 (VISCII, VPS) and from 0xA0 (TCVN) on; a dot is no letter but what Windows has there.
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
    "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ"}
_VPS = (
    "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ··ỀỂỄỐỒỔỖýỷỵỚỜỞ·ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ·àáâãảạă·èéêẽìí·ĩẴĐòóôõ·Ơụùúủ·ỶẼỳ"
)
_VPS_LOW = {
    2: "Ạ",
    3: "Ậ",
    4: "Ặ",
    5: "Ẹ",
    6: "Ệ",
    16: "Ị",
    17: "Ọ",
    18: "Ộ",
    19: "Ợ",
    20: "Ụ",
    21: "Ự",
    25: "Ỵ",
    28: "Ẫ",
    29: "Ữ",
}
_TCVN = "·ĂÂÊÔƠƯĐăâêôơưđẰ·····àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"

# VNI writes a letter and then its mark; only these are one sign.
_VNI_WHOLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARKS = {
    "aeouyôö": {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"},
    "aeo": {
        "â": "\u0302",
        "á": "\u0302\u0301",
        "à": "\u0302\u0300",
        "å": "\u0302\u0309",
        "ã": "\u0302\u0303",
        "ä": "\u0302\u0323",
    },
    "a": {
        "ê": "\u0306",
        "é": "\u0306\u0301",
        "è": "\u0306\u0300",
        "ú": "\u0306\u0309",
        "ü": "\u0306\u0303",
        "ë": "\u0306\u0323",
    },
}

LEGACY = ("tcvn3", "vni", "viscii", "vps")
"""The encodings by name."""

_WORD = re.compile(r"[^\W\d_]+")
_WORDS_BETWEEN_SPACES = re.compile(r"[^\W\d_]+(?:[ \u00a0]+[^\W\d_]+)+")


def from_bytes(data: bytes, encoding: str) -> str:
    """Return the text of bytes in a legacy encoding; every byte stands for something in each of them."""
    return from_latin(data.decode("latin-1").translate(_HIGH_CODES), encoding)


def from_latin(text: str, encoding: str, *, capitals: bool = False) -> str:
    """Return what a font of a legacy encoding shows for Windows-1252 text; other characters stay.

    TCVN3 has no capitals with a tone: its fonts for capitals show small letters as capitals. `capitals` says
    that such a font is used; without it, small letters with a tone become capitals in words that are so.
    """
    table, pattern = _table(encoding)
    if pattern is None:
        found = text.translate(_codes(encoding))
    else:
        found = pattern.sub(lambda sign: table[sign.group()], text)
    if capitals:
        return found.upper()
    return _raised(found) if encoding == "tcvn3" else found


def to_bytes(text: str, encoding: str) -> bytes:
    """Return text in a legacy encoding, capitals with a tone as TCVN3 has them; raise UnicodeEncodeError."""
    signs, table = _signs(encoding), _table(encoding)[0]
    out = bytearray()
    for at, letter in enumerate(unicodedata.normalize("NFC", text)):
        # A character whose byte is a letter there (`»` in TCVN3) cannot be written either.
        is_taken = letter in table and letter not in signs
        for sign in signs.get(letter, letter):
            if sign not in _BYTES or is_taken:
                raise UnicodeEncodeError(encoding, text, at, at + 1, "no such character in this encoding")
            out.append(_BYTES[sign])
    return bytes(out)


@cache
def _codes(encoding: str) -> Mapping[int, str]:
    """Return the letter of each code point, for an encoding in which each letter is one sign."""
    return {ord(sign): letter for sign, letter in _table(encoding)[0].items()}


@cache
def _signs(encoding: str) -> Mapping[str, str]:
    """Return the signs of each letter that is not ASCII."""
    table, _ = _table(encoding)
    signs = {letter: sign for sign, letter in reversed(list(table.items()))}
    if encoding == "tcvn3":
        toned = {letter.upper(): sign for letter, sign in signs.items() if _has_tone(letter)}
        signs |= toned
    return signs


@cache
def _table(encoding: str) -> tuple[Mapping[str, str], re.Pattern[str] | None]:
    """Return the letter of each sign or pair of signs, and what finds them where some are pairs."""
    table = _TABLES[encoding]()
    pairs = [re.escape(sign) for sign in table if len(sign) == 2]
    singles = re.escape("".join(sign for sign in table if len(sign) == 1))
    if not pairs:
        return table, None
    return table, re.compile("|".join([*pairs, f"[{singles}]"]))


def _one_byte(letters: str, first: int, low: Mapping[int, str]) -> dict[str, str]:
    high = {_LATIN[first + at]: letter for at, letter in enumerate(letters) if letter != "·"}
    return high | {chr(byte): letter for byte, letter in low.items()}


def _vni() -> dict[str, str]:
    """Return the table of VNI; a mark may be in the other case than its letter, as typists leave it."""
    table = {}
    for small, letter in _VNI_WHOLE.items():
        table[small], table[small.upper()] = letter, letter.upper()
    for bases, marks in _VNI_MARKS.items():
        for base in bases + bases.upper():
            letter = table.get(base, base)
            for small, mark in marks.items():
                whole = unicodedata.normalize("NFC", letter + mark)
                own, other = (small, small.upper()) if base.islower() else (small.upper(), small)
                table[base + own] = table[base + other] = whole
    return table


_TABLES = {
    "viscii": lambda: _one_byte(_VISCII, 0x80, _VISCII_LOW),
    "vps": lambda: _one_byte(_VPS, 0x80, _VPS_LOW),
    "tcvn3": lambda: _one_byte(_TCVN, 0xA0, {}),
    "vni": _vni,
}


@cache
def _has_tone(letter: str) -> bool:
    return letter.islower() and any(
        mark in "\u0300\u0301\u0303\u0309\u0323" for mark in unicodedata.normalize("NFD", letter)
    )


def _raised(text: str) -> str:
    """Make small letters with a tone capitals where the word around them is written in capitals."""
    text = _WORD.sub(lambda word: word[0].upper() if _is_in_capitals(word[0]) else word[0], text)
    return _WORDS_BETWEEN_SPACES.sub(lambda run: _raised_beside(run[0]), text)


def _is_in_capitals(word: str) -> bool:
    if word.islower() or word.isupper() or (word.istitle() and len(word) > 2):
        return False
    plain = [letter for letter in word if not _has_tone(letter)]
    if len(plain) == len(word) or not all(map(str.isupper, plain)):
        return False
    return len(plain) > 1 or (len(plain) == 1 and not word[0].isupper())


def _raised_beside(run: str) -> str:
    """Make words with one plain capital (`Bộ`) capitals where all others of the run are and show it."""
    words = run.replace("\u00a0", " ").split()
    if not any(word.isupper() and len(word) > 1 for word in words):
        return run
    unsure = [word for word in words if not word.isupper()]
    shown = any(word.isupper() and any(_has_tone(letter) for letter in word.lower()) for word in words)
    if not unsure or not shown or not all(_may_be_capitals(word) for word in unsure):
        return run
    return run.upper()


def _may_be_capitals(word: str) -> bool:
    return all(letter.isupper() or _has_tone(letter) for letter in word)
