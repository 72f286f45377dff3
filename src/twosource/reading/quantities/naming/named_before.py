"""Numbers that the word before makes a name: a page, a flight, a section."""

import re
from functools import cache

from twosource.reading.quantities.counted import counts_something, is_plural
from twosource.reading.quantities.modifiers import openers
from twosource.reading.quantities.naming import naming, word_before
from twosource.reading.quantities.scan import Form, Number
from twosource.reading.quantities.units import unit_after
from twosource.reading.quantities.units.signs import coin_code_before
from twosource.reading.quantities.units.unit_words import words

# But who wears 9 has that number.
_DOES = re.compile(r"\b(?:I|[Ww]e|[Tt]hey|[Yy]ou|[Ss]?[Hh]e)\s(?!(?:wears?|wore)\s)[a-z]+\s\Z")
_BLANKS = re.compile(r"[\s'’]+")
_LISTED = re.compile(r"\s*(?:,|and|or|to|by|-|–)\s*\d[\d.,]*")
# The first of two numbers with one name: "lines 5 to 20", "photo 3 of 12".
_RANGE_BEFORE = re.compile(
    r"([^\W\d_]+)\.?\s\d+(?:,\s\d+)*(?:,\s?|\s?(?:to|through|and|of|-|–)\s?)\Z"
)
_BETWEEN_TWO = ("to", "through", "and", "of", "-", "–")
_ARTICLES = ("a ", "an ", "A ", "An ")
_NEXT_NAME = re.compile(r"(?:[,;]|\sand)\s(?:and\s|the\s)*(?:[A-Z][\w'’-]*\s){1,3}\Z")
_CLAUSE_ENDS = re.compile(r"\s?(?:[,.;()]|\Z|and\b)")
_COUNTED_BEFORE = re.compile(r"[a-z]\s\d[\d.,]*[\s,;]")
_OF_THEM = re.compile(r"\sof\s(?:them|whom|which|us|those|these)\b")
_IN_A_TOWN = re.compile(r"\b(?i:in|at|near|around|outside)\s(?:(?:and\s)?[A-Z][\w'’-]*\s){1,3}\Z")
_ARE = re.compile(r"\s(?:are|were|have)\b")
_IN = re.compile(r"\b(?i:in|into|on|at|from|of|is)\s[a-z]+\s\Z")
_IN_THE = re.compile(
    r"\b(?:(?i:in|on|at|from|under|inside)\s(?:the|a)|(?i:that|past|previous|coming|same))"
    r"\s[a-z]+\s\Z"
)
_PLACED = (
    "(?:at|in|on|from|near|into|behind|under|inside|outside|beside|past|through|off|along|below"
    "|above)"
)
_AT_A_NOUN = re.compile(rf"\b{_PLACED}\s[a-z]{{3,}}(?<!ing)(?<!ly)(?<!ed)\s\Z")
# As in "Deaths on land 12, at sea 3": a heading with its counts.
_HEADED = re.compile(rf"[A-Z][a-z]+\s(?:\d|{_PLACED}\s)")
# As in "each year 300 to 400 drown"; but "they said that line 4 was shut".
_ONE_OF_MANY = re.compile(
    r"\b(?i:last|next|this|each|every|that(?=\s(?:year|season|week|day)\s))"
    r"\s[a-z]+\s(?:\d+\s?(?:to|or|and|-|–)\s?)?\Z"
)
WHO = re.compile(r"([^\W\d_]+)\s(?:aged\s)?[a-z]+\s\Z")
# As in "51 per cent to Vesk's 47.9", "I'm 52", "they've 40".
_SHORTENED = tuple(f"{mark}{end}" for mark in "'’" for end in ("s", "m", "re", "ve"))
_TALLY = 100  # "Olm: 547"; a smaller number is a mark or a shirt
BESIDE, NEAR, FAR, LONG = 5, 24, 60, 240  # characters


def names_a_thing(text: str, start: int, number: Number, end: int) -> bool:
    """Whether the word before makes the number a name: "Section 427", "Boeing 737", "No. 1"."""
    if number.form not in (Form.DIGITS, Form.WORDS):
        return False  # "an area half the size"
    if text[max(0, number.start - 1) : number.start] == "#" or _ends_a_name(text, start, number):
        return True
    if _is_no_name(text, start, number):
        return False
    word = word_before(text, start, number)
    forms = _forms(text, start, number, end, word)
    if not forms.isdisjoint(naming().before_number):
        return not (_is_a_size(text, number, end) or _is_a_place(text, start, number, end))
    return bool(word) and _names_by_itself(text, start, number, end, forms)


def _names_by_itself(text: str, start: int, number: Number, end: int, forms: set[str]) -> bool:
    """Whether the word before does so unless a noun is counted behind: "Boeing 737"."""
    word = word_before(text, start, number)
    if not _may_name(text, start, number, word):
        return False
    alone = not forms.isdisjoint(naming().before_number_alone)
    if alone and _is_a_name_inside(text, start, number, word):
        return True
    return not measures(text, number, end) and (
        alone or _is_named_freely(text, start, number, end, word)
    )


def _forms(text: str, start: int, number: Number, end: int, word: str) -> set[str]:
    """The word before a number as a list can have it: without its dot, its plural or its range."""
    return {
        word.lower().rstrip("."),
        _word_before_range(text, start, number, end),
        _singular_of_a_list(text, number, end, word.lower()),
    }


def _is_named_freely(text: str, start: int, number: Number, end: int, word: str) -> bool:
    """Whether a word that no list has makes the number a name."""
    return _is_named_by(text, start, number, end, word) or _is_a_bare_place(
        text, start, number, end, word
    )


def _is_a_name_inside(text: str, start: int, number: Number, word: str) -> bool:
    """As in "for Year 9 pupils"; but "Note 3 changes" may be an order."""
    inside = text[start : number.start].strip() != word
    return inside and word.istitle() and not _is_tied(text, number)


def _ends_a_name(text: str, start: int, number: Number) -> bool:
    """As in "Standard & Poor's 500", also as a tokeniser leaves it: "standard & poor 's 500"."""
    if text[max(0, number.start - 2) : number.start - 1].lower() not in _last_letters():
        return False  # mostly so
    before = _BLANKS.sub("", text[max(start, number.start - FAR) : number.start].lower())
    return before.endswith(_unblanked())


@cache
def _unblanked() -> tuple[str, ...]:
    return tuple(_BLANKS.sub("", name) for name in naming().ends_a_name)


@cache
def _last_letters() -> frozenset[str]:
    return frozenset(name[-1] for name in naming().ends_a_name)


def _is_no_name(text: str, start: int, number: Number) -> bool:
    """As in "line 1,200", "SOL 4.5bn", "at the gate a dozen boys sang", "each year 300 drown".

    No verb gives a thing its number, either: "we count 44".
    """
    if "," in text[number.start : number.end] or text.startswith(_ARTICLES, number.start):
        return True
    if coin_code_before(text, start, number):
        return True
    if _DOES.search(text, max(start, number.start - NEAR), number.start):
        return True
    left = max(start, number.start - FAR)
    return _ONE_OF_MANY.search(text, left, number.start) is not None


def _is_a_bare_place(text: str, start: int, number: Number, end: int, word: str) -> bool:
    """As in "he stood at mound 4.": a place without its article, and no noun for the number."""
    if number.form is not Form.DIGITS or not word.islower() or word in _no_places():
        return False
    if _HEADED.match(text, start):
        return False
    closed = _CLAUSE_ENDS.match(text, number.end, end) or text.startswith(" of the ", number.end)
    left = max(start, number.start - NEAR)
    return bool(closed and _AT_A_NOUN.search(text, left, number.start)) and not is_plural(word)


@cache
def _no_places() -> frozenset[str]:
    return naming().no_place | openers()


def _is_named_by(text: str, start: int, number: Number, end: int, word: str) -> bool:
    """Whether a word with a capital gives its name to the number: "Boeing 737"."""
    left = max(start, number.start - FAR)
    if _ARE.match(text, number.end, end) and _IN_A_TOWN.search(text, left, number.start):
        return False  # "in Galdo 40 were hurt"; but "Platoon 9 were sent home"
    named = word[0].isupper() and word.lower() not in openers()
    tallied = number.low >= _TALLY and _is_tied(text, number)
    return named and not tallied and not _leaves_out_its_noun(text, start, number, end)


def _may_name(text: str, start: int, number: Number, word: str) -> bool:
    """Whether the word before may: "in hold three"; not in "they hold three", "Age: 24"."""
    if word.endswith(_SHORTENED) or _heads(text, number, word):
        return False
    if word in naming().verbs_too:
        return not _is_a_verb(text, start, number)
    if number.form is Form.DIGITS:
        return True
    before = _IN.search(text, max(start, number.start - NEAR), number.start)
    return number.form is Form.WORDS and before is not None


def _is_a_verb(text: str, start: int, number: Number) -> bool:
    """As in "officers question 30 and hold 12"."""
    does = WHO.search(text, max(start, number.start - NEAR), number.start)
    return does is not None and (is_plural(does[1]) or does[1].lower() in naming().before_verbs)


def _heads(text: str, number: Number, word: str) -> bool:
    """As in "Goals: 9", "Age: 24", "Live: 400 evacuated": the word only heads what is told."""
    heads = is_plural(word) or word.lower() in words().money_before | naming().heads
    return _is_tied(text, number) and (heads or _TELLS.match(text, number.end) is not None)


def _is_tied(text: str, number: Number) -> bool:
    """Whether a colon stands right before: "Olm: 547, Vahl: 46"."""
    return text[max(0, number.start - 2) : number.start].strip() == ":"


_TELLS = re.compile(r"\s[a-z]")


def _leaves_out_its_noun(text: str, start: int, number: Number, end: int) -> bool:
    """As in "the Greens hold 34 seats, Labour 88": what is said of one goes for the other."""
    name = _NEXT_NAME.search(text, max(start, number.start - FAR), number.start)
    if name is None or not _CLAUSE_ENDS.match(text, number.end, end):
        return False
    left = max(start, name.start() - LONG)
    return _COUNTED_BEFORE.search(text, left, name.start()) is not None


def _word_before_range(text: str, start: int, number: Number, end: int) -> str:
    """The word before the first number of a range that ends here; empty where there is none."""
    near = text[max(start, number.start - NEAR) : number.start]
    listed = near.rstrip().endswith(",") and not counts_something(text, number.end, end)
    if not (listed or near.rstrip().endswith(_BETWEEN_TWO)):
        return ""
    found = _RANGE_BEFORE.search(near)
    return found[1].lower().removesuffix("s") if found else ""


def _singular_of_a_list(text: str, number: Number, end: int, word: str) -> str:
    """The "find" of "finds 15 to 22"; empty where it is no list, or one of things that count."""
    listed = _LISTED.match(text, number.end, end)
    named = listed is not None and not counts_something(text, listed.end(), end)
    return word.removesuffix("s") if named else ""


def _is_a_place(text: str, start: int, number: Number, end: int) -> bool:
    """As in "in the pit 43 sickles lay", "last week 57 schools": where or when, and no name."""
    the = _IN_THE.search(text, max(start, number.start - NEAR), number.start)
    return the is not None and counts_something(text, number.end, end)


def _is_a_size(text: str, number: Number, end: int) -> bool:
    """As in "a pit 1.2 by 0.8 metres", which is no pit of that number."""
    listed = _LISTED.match(text, number.end, end) if number.low % 1 else None
    return listed is not None and unit_after(text, listed.end(), end=end) is not None


def measures(text: str, number: Number, end: int) -> bool:
    """Whether a plural or "of them" behind the number, or a unit in its list, shows it to count."""
    if counts_something(text, number.end, end):
        return True
    listed = _LISTED.match(text, number.end, end)
    if listed is None:
        return _OF_THEM.match(text, number.end, end) is not None  # "on Monday 19 of them left"
    them = _OF_THEM.match(text, listed.end(), end)
    return them is not None or unit_after(text, listed.end(), end=end) is not None  # "5 and 6 kg"
