"""The spaCy tokenizer around our syllable borders, registered as `annotator.syllables.v1`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.text.words import syllables

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

NAME = "annotator.syllables.v1"
"""The name under which configurations ask for the tokenizer."""


def create_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """Return what builds the tokenizer of a spaCy pipeline; the function the entry point names."""
    return lambda nlp: SyllableTokenizer(nlp.vocab)


class SyllableTokenizer:
    """Text to a Doc whose tokens are our syllables; it has no settings, so saving it writes nothing.

    `doc.text` is the text to the code point, and every syllable border is a token border. White space
    beyond one space after a token is a token of its own, as spaCy does it.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text."""
        from spacy.tokens import Doc

        words, spaces = words_and_spaces(text)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return nothing to keep."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> SyllableTokenizer:
        """Take nothing from bytes."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> SyllableTokenizer:
        """Read nothing."""
        return self


def words_and_spaces(text: str) -> tuple[list[str], list[bool]]:
    """Cut a text into token strings, each with whether one space (U+0020) follows; together the text."""
    words: list[str] = []
    spaces: list[bool] = []
    done = 0
    for start, end in (*syllables(text), (len(text), len(text))):
        if done < start and words and text[done] == " ":
            spaces[-1] = True
            done += 1
        if done < start:
            words.append(text[done:start])
            spaces.append(False)
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
        done = end
    return words, spaces
