"""Encodings: what bytes say in each that Vietnamese was ever written in, and which of them they are in.

UTF-8 and UTF-16 show themselves. Among the others the one wins in which most words are Vietnamese syllables.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from annotator.text.legacy import LEGACY, from_bytes, from_latin
from annotator.text.spelling import is_syllable

IN_UNICODE = "-as-unicode"
"""What the name of a legacy encoding ends in when its signs were saved as Unicode, the font forgotten."""

ONE_BYTE = ("windows-1258", *LEGACY)
"""The encodings in which any bytes are some text, whether or not it makes sense."""

_RESAVED = ("tcvn3", "vni")
ENCODINGS = ("utf-8", "utf-16", *ONE_BYTE, *(name + IN_UNICODE for name in _RESAVED))
"""The names that may be chosen."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# A word of bytes, and of signs: letters, and what some encoding makes a letter of. Possessive and bounded, so
# that a line of ten million letters takes no longer than any other.
_BYTE_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]{0,40}+[\x80-\xff][A-Za-z\x80-\xff]{0,40}+")
_SIGN_WORD = re.compile(
    r"(?<![^\W\d_])[^\W\d_\x80-\xff]{0,40}+[\x80-\xff‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ][^\s!-@\[-`{-~]{0,40}+"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_EDGES = "“”‘’\"'–—…«»•·‹›„‚§°€©®™\u00a0\u00ad\u200b"
_INNER = re.compile("[–—…’‘“”]")
_WORDS_READ = 4000
_SURE_SHARE = 0.7
_SURE_LEAD = 0.2


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, and what share of the words that tell encodings apart are Vietnamese in it (0 to 1)."""

    encoding: str
    share: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The encodings that bytes may be in, the likeliest first, and whether that one is beyond doubt.

    `confidence` (0 to 1) is how far the first is ahead of those that read another text. No guess at all: this
    is no text. `words` is how many words it rests on.
    """

    guesses: tuple[Guess, ...]
    confidence: float
    is_sure: bool
    words: int = 0


def decode(data: bytes, encoding: str) -> str:
    """Return the text of bytes in an encoding of `ENCODINGS`, a byte-order mark left out.

    Raises LookupError for another name, UnicodeDecodeError where the bytes are not in it.
    """
    if encoding == "utf-8":
        return data.decode("utf-8-sig")
    if encoding == "utf-16":
        return _from_utf_16(data)
    if encoding == "windows-1258":
        return unicodedata.normalize("NFC", data.decode("cp1258"))
    if encoding in LEGACY:
        return from_bytes(data, encoding)
    name = encoding.removesuffix(IN_UNICODE)
    if encoding == name or name not in _RESAVED:
        raise LookupError(f"there is no encoding {encoding}")
    return from_latin(_from_unicode(data), name)


def read_encoding(data: bytes) -> Reading:
    """Find out which encoding bytes are in; a text of which nothing tells encodings apart is UTF-8."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked == "utf-16" or (not marked and b"\0" in data):
        return _read_utf_16(data, marked=bool(marked))
    if b"\0" in data:
        return Reading((), 0.0, is_sure=False)
    try:
        return _read_unicode(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _read_bytes(data)


def read_signs(text: str) -> Reading:
    """Find out whether a text is Vietnamese or the signs of a legacy font that were saved as Unicode."""
    return _read_unicode(text)


def _from_unicode(data: bytes) -> str:
    return _from_utf_16(data) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8-sig")


def _from_utf_16(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    return data.decode(_byte_order(data))


def _byte_order(data: bytes) -> str:
    """Tell the byte order by where the zeros are: the upper halves of letters and spaces."""
    return "utf-16-be" if data[::2].count(0) > data[1::2].count(0) else "utf-16-le"


def _read_utf_16(data: bytes, *, marked: bool) -> Reading:
    """Take bytes with zeros for UTF-16 when that makes text of them."""
    try:
        text = _from_utf_16(data)
    except UnicodeDecodeError:
        return Reading((), 0.0, is_sure=False)
    looked = text[:_WORDS_READ]
    if len(_CONTROLS.findall(looked)) * 50 > len(looked) or (not marked and not _is_latin(looked)):
        return Reading((), 0.0, is_sure=False)
    return _sure("utf-16")


def _is_latin(text: str) -> bool:
    return sum(sign < "\u0300" or "\u1ea0" <= sign <= "\u206f" for sign in text) * 20 >= len(text) * 19


def _read_unicode(text: str) -> Reading:
    """Take Unicode for what it is, unless its words are no Vietnamese and are some when a font's signs."""
    words = [found.group() for found in islice(_SIGN_WORD.finditer(text), _WORDS_READ)]
    as_it_is = _share(words)
    if not words or as_it_is >= _SURE_SHARE:
        return _sure("utf-8", len(words))
    # The words of a line stand apart, so that a whole line is read at once.
    texts = {name + IN_UNICODE: from_latin("\n".join(words), name).split("\n") for name in _RESAVED}
    best = max(map(_share, texts.values()))
    if best < _SURE_SHARE or best - as_it_is < _SURE_LEAD or len(words) < 2:
        return _sure("utf-8", len(words))
    return _judged({**texts, "utf-8": words})


def _read_bytes(data: bytes) -> Reading:
    """Read the words that hold a byte beyond ASCII in every encoding, UTF-8 with its damage among them."""
    words = b"\n".join(found.group() for found in islice(_BYTE_WORD.finditer(data), _WORDS_READ))
    texts = {name: _text(words, name).split("\n") for name in ("utf-8", *ONE_BYTE)}
    # Damaged UTF-8 goes first where nothing reads better, but not where it reads nothing either.
    if not _share(texts["utf-8"]):
        del texts["utf-8"]
    return _judged(texts)


def _text(words: bytes, name: str) -> str:
    if name in LEGACY:
        return from_bytes(words, name)
    codec = "cp1258" if name == "windows-1258" else name
    return unicodedata.normalize("NFC", words.decode(codec, "replace"))


def _share(words: list[str]) -> float:
    """Return the share of words that are Vietnamese; capitals alone and signs count as such."""
    return sum(map(_is_right, words)) / max(1, len(words))


def _is_right(word: str) -> bool:
    pieces = _INNER.split(word.strip(_EDGES))
    return all(not piece or is_syllable(piece) or _is_abbreviation(piece) for piece in pieces)


def _is_abbreviation(piece: str) -> bool:
    """Tell whether a piece is capitals with a Đ among them (`HĐND`), as offices write their names."""
    return piece.isupper() and set(piece) <= set("ABCDEGHIKLMNOPQRSTUVXYZĐƯ")


def _judged(texts: dict[str, list[str]]) -> Reading:
    """Weigh the encoding in which most words are right against the best of those that read another text."""
    shares = {name: _share(words) for name, words in texts.items()}
    first, *others = sorted(texts, key=lambda name: -shares[name])
    words = len(texts[first])
    rival = next((shares[name] for name in others if texts[name] != texts[first]), 0.0)
    confidence = (shares[first] - rival) * words / (words + 1)
    is_sure = shares[first] >= _SURE_SHARE and confidence >= _SURE_LEAD
    guesses = tuple(Guess(name, shares[name]) for name in (first, *others))
    return Reading(guesses, confidence, is_sure, words)


def _sure(encoding: str, words: int = 0) -> Reading:
    return Reading((Guess(encoding, 1.0),), 1.0, is_sure=True, words=words)
