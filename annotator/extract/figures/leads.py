"""Read what stands between two figures: the tail of the first, and the lead of the second."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.extract.figures.pages import Page
from annotator.extract.figures.places import place_before
from annotator.extract.figures.roles import JOINS, Role, role_at, role_before
from annotator.extract.figures.sentences import DATE, Sentence
from annotator.extract.figures.vocabulary import longest_before, words_of

_ENDS_TAIL = frozenset(
    [",", ";", ":", "(", ")", "nhưng", "và", "còn", "riêng", "song", "nâng", "đưa", "thì", "."]
)
_PREDICATES = frozenset(["direction", "share", "status", "qualifier"])
_BEFORE_COMPARISON = frozenset(["và", "nhưng", "còn", "vẫn"])
_PASSED = frozenset(["(", "[", ":", "“", '"', "–", "-", "+", "•", "*", ")"])


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a figure: word indices of its sentence.

    The tail of the figure before is `words[first:cut]`, the lead `words[cut:at]`; what is left of the lead
    without the phrases in `roles` (nearest first) is `words[cut:stop]`. `glued` says that nothing cuts the
    lead from the figure before it.
    """

    first: int
    cut: int
    stop: int
    at: int
    roles: tuple[Role, ...]
    has_previous: bool
    bracket: int = -1

    @property
    def near(self) -> tuple[Role, ...]:
        """Return the phrases inside the bracket that opens before the figure, else all of them."""
        inside = tuple(role for role in self.roles if role.start > self.bracket)
        return inside or self.roles

    def first_role(self, name: str) -> Role | None:
        """Return the nearest phrase of a role before the figure, or None."""
        return next((role for role in self.near if role.name == name), None)


def leads_of(page: Page, sentence: Sentence) -> dict[int, Lead]:
    """Return the lead of each figure of a sentence by the index of its word."""
    found: dict[int, Lead] = {}
    first = 0
    for at in sentence.figures:
        cut = _tail_end(sentence, first, at) if found else first
        stop, roles = _compared(sentence.words, cut, *strip(page, sentence, cut, at))
        found[at] = Lead(
            first=first,
            cut=cut,
            stop=stop,
            at=at,
            roles=roles,
            has_previous=bool(first),
            bracket=_bracket(sentence.words, cut, at),
        )
        first = at + 1
    return found


def _bracket(words: list[str], cut: int, at: int) -> int:
    """Return the index of the bracket that is open before a figure, else -1."""
    for index in range(at - 1, cut - 1, -1):
        if words[index] == ")":
            break
        if words[index] == "(":
            return index
    return -1


def _compared(words: list[str], cut: int, stop: int, roles: tuple[Role, ...]) -> tuple[int, tuple[Role, ...]]:
    """Take in what a figure is higher or lower than: `thấp hơn mực nước bình thường 1 m`."""
    for index in range(stop - 1, cut, -1):
        if words[index] in {",", ";", ":"}:
            break
        if words[index] == "hơn":
            role = role_before(words, cut, index + 1)
            if role is not None and role.name == "direction":
                start, more = role.start, (role,)
                while start > cut and words[start - 1] in _BEFORE_COMPARISON:
                    start -= 1
                return start, (*roles, *more)
    return stop, roles


def _tail_end(sentence: Sentence, first: int, at: int) -> int:
    """Return where what still belongs to the figure before ends."""
    words = sentence.words
    compared = False
    for index in range(first, at):
        word = words[index]
        if word in _ENDS_TAIL:
            return index
        if word == "với" and not compared:
            return index
        if word in {"lên", "xuống"} and words[index - 1] != "trở":
            return index
        if word in {DATE, "so"} or (word == "với" and compared):
            compared = word == "so"
            continue
        compared = False
        role = role_at(words, index, at)
        if role is not None and role.name in _PREDICATES:
            return index
        if role is not None and role.name == "basis":
            continue
        if (word,) in words_of("opens"):
            return index
    return at


def strip(page: Page, sentence: Sentence, floor: int, at: int) -> tuple[int, tuple[Role, ...]]:
    """Return where the phrases before a word index begin, and the phrases, the nearest first."""
    words = sentence.words
    roles: list[Role] = []
    stop = at
    while stop > floor:
        word = words[stop - 1]
        whole = longest_before(words_of("whole"), words[floor:stop], stop - floor)
        # What rose highest is told of the change, what is highest belongs to the name.
        if whole and words[max(floor, stop - whole - 1)] not in {"tăng", "giảm"}:
            break
        if word in _PASSED or (word in JOINS and roles):
            stop -= 1
            continue
        role = role_before(words, floor, stop) or _manner_before(words, floor, stop, at)
        if role is None:
            place = _price_year(words, floor, stop) or place_before(page, sentence, floor, stop)
            if place is None:
                break
            role = Role(name="place", value="", start=place, end=stop)
        roles.append(role)
        stop = role.start
    return stop, tuple(roles)


def _manner_before(words: list[str], floor: int, stop: int, at: int) -> Role | None:
    """Return the adverb that ends before `stop` when it tells how a verb happens: `giảm mạnh`, `chậm:`."""
    length = longest_before(words_of("manner"), words, stop)
    start = stop - length
    if not length or start <= floor:
        return None
    verb = role_before(words, floor, start)
    if (verb is not None and verb.name in {"direction", "level"}) or (stop < at and words[stop] == ":"):
        return Role(name="manner", value="", start=start, end=stop)
    return None


def _price_year(words: list[str], floor: int, stop: int) -> int | None:
    """Return where the year of constant prices begins that ends before `stop`: `giá so sánh 2010`."""
    is_year = len(words[stop - 1]) == 4 and words[stop - 1].isdigit()
    return stop - 1 if is_year and stop - 2 > floor and words[stop - 2] in {"định", "sánh"} else None
