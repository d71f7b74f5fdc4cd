"""Tell whether a word is spelled as a Vietnamese syllable can be: its onset, its rhyme and its tone."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONSET_LIST = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_ONSETS = frozenset(_ONSET_LIST.split())
_RHYME_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
    uy uya uych uyên uyêt uynh uyp uyt uyu
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu
"""
_RHYMES = frozenset(_RHYME_LIST.split())
# The vowel of `gi` may be its own i (gì, gìn), and after `qu` the u has been spoken (quý, quyết, quanh).
_AFTER_QU_LIST = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo ep et
    ê êch ên ênh êt i ia ich in inh it iu ơ ơi ơn ơt y ych yên yêt ynh yt ôc
"""
_AFTER_QU = frozenset(_AFTER_QU_LIST.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED_TONES = "\u0301\u0323"
_STOPS = ("c", "ch", "p", "t")
_LONGEST = 7
_LONGEST_ONSET = 3


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Tell whether a word may be a Vietnamese syllable, in any Unicode form, all in one case or capitalised.

    A tone may stand on any vowel of it; after c, ch, p and t only the two that can be spoken there.
    """
    word = unicodedata.normalize("NFC", word)
    if not (word.islower() or word.isupper() or word.istitle()):
        return False
    bare, tones = _without_tone(word.lower())
    if len(tones) > 1 or not 0 < len(bare) <= _LONGEST:
        return False
    if bare.endswith(_STOPS) and tones not in tuple(_STOPPED_TONES):
        return False
    return any(_is_split(bare[:size], bare[size:]) for size in range(min(_LONGEST_ONSET, len(bare)) + 1))


def _is_split(onset: str, rhyme: str) -> bool:
    if onset == "qu":
        return rhyme in _AFTER_QU
    if onset == "g" and rhyme in {"i", "in", "iêng", "iêc", "iêt"}:
        return True
    return (not onset or onset in _ONSETS) and rhyme in _RHYMES


def _without_tone(word: str) -> tuple[str, str]:
    """Return the word with its tone marks taken off, and the marks."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(mark for mark in apart if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES)), tones
