"""The passes around the title: what heads a story, and what stands above it."""

from twosource.intake.flat.sheet import Found, Sheet
from twosource.intake.lines import ends_a_sentence, is_headline, is_prose, words
from twosource.intake.lines.bylines import announced, unannounced
from twosource.intake.lines.credits import credit_line
from twosource.intake.lines.datelines import alone
from twosource.intake.lines.dates import dates_in, is_only_a_date
from twosource.intake.lines.outlets import masthead, names_an_issuer, names_an_outlet
from twosource.intake.lines.wording import Mark
from twosource.model import BlockKind

_REACH = 40  # lines above the text among which the title is looked for
_LONGEST_TITLE = 20  # words
_STANDFIRST = 4  # words; shorter scraps above the text are left to it


def announced_bylines(sheet: Sheet) -> Found:
    """Lines that open as a byline does ("By Jane Doe")."""
    for index, text in sheet.unmarked():
        if (byline := announced(text)) is not None:
            yield index, Mark(BlockKind.BYLINE, byline.reason)


def titled(sheet: Sheet) -> Found:
    """The likeliest headline above the text, unless the markup named one."""
    if sheet.title() is not None:
        return
    above = list(sheet.unmarked(end=sheet.body_start()))[-_REACH:]
    candidates = [i for i, text in above if i not in sheet.turns and _could_be_title(text)]
    if candidates:
        best = max(candidates, key=lambda index: _likeness(sheet, index))
        yield best, Mark(BlockKind.TITLE, "it is the headline that stands over the text")


def _could_be_title(text: str) -> bool:
    return (
        2 <= len(words(text)) <= _LONGEST_TITLE  # noqa: PLR2004 - one word is a section's name
        and not is_only_a_date(text)
        and alone(text) is None
        and announced(text) is None
        and credit_line(text) is None
    )


def _likeness(sheet: Sheet, index: int) -> int:
    """How much a line looks like the title.

    The weights were tuned by eye on the invented stories that may tune and on the reference pages.
    """
    text = sheet.text(index)
    is_name = _is_masthead(text)
    likeness = min(len(words(text)), 8)
    likeness += 3 if _follows_a_title(sheet, index + 1) else 0
    likeness += 1 if _follows_a_title(sheet, index + 2) else 0
    likeness += 4 if any(_ends_with(line.text, text) for line in sheet.lines[:index]) else 0
    likeness += 2 if sheet.lines[index].after_blank else 0
    likeness += 3 if index == 0 and not is_name else 0
    likeness -= 4 if is_name or unannounced(text) else 0
    likeness -= 3 if is_prose(text) else 0
    return likeness - (6 if any(dates_in(text)) else 0)


def _follows_a_title(sheet: Sheet, index: int) -> bool:
    """Whether a line is there and is one of those that follow a title: byline, date, place."""
    if index >= len(sheet):
        return False
    text = sheet.text(index)
    return bool(announced(text) or alone(text) or unannounced(text) or _is_dated(text))


def _is_dated(text: str) -> bool:
    return is_headline(text) and any(dates_in(text))


def _is_masthead(text: str) -> bool:
    name = masthead(text)
    return name is not None and (names_an_outlet(name) or names_an_issuer(name))


def trail(sheet: Sheet) -> Found:
    """The sections that lead to the story, with its title at their end ("Home > News > ...")."""
    title = sheet.title()
    for index in range(title or 0):
        if title is not None and _ends_with(sheet.text(index), sheet.text(title)):
            yield index, Mark(BlockKind.NAVIGATION, "it is the trail that ends in the title")


def _ends_with(longer: str, text: str) -> bool:
    return len(longer) > len(text) and longer.endswith(text)


def above_the_title(sheet: Sheet) -> Found:
    """Whatever stands above the title: dates and mastheads for what they are, the rest as menu."""
    for index, text in sheet.unmarked(end=sheet.title() or 0):
        yield index, _sign(text) or Mark(BlockKind.NAVIGATION, "it stands above the title")


def below_the_title(sheet: Sheet) -> Found:
    """Bylines, dates, credits and standfirsts between the title and the text."""
    title = sheet.title()
    start = 0 if title is None else title + 1
    for index, text in sheet.unmarked(start, sheet.body_start()):
        if (sign := _sign(text) or _signature(text)) is not None:
            yield index, sign
        elif index == start and _is_standfirst(sheet, index):
            yield index, Mark(BlockKind.SUBHEAD, "it stands between the title and the text")


def _is_standfirst(sheet: Sheet, index: int) -> bool:
    """Whether a line under the title sums up the story: it looks like it, or heads a byline."""
    text = sheet.text(index)
    worded = not ends_a_sentence(text) and len(words(text)) >= _STANDFIRST
    return worded and (sheet.story[index] or _follows_a_title(sheet, index + 1))


def _sign(text: str) -> Mark | None:
    """What a line above the text is, by the forms that dates, credits and mastheads have."""
    if is_only_a_date(text):
        return Mark(BlockKind.METADATA, "it is a date by itself")
    if credit_line(text) is not None and not is_prose(text):
        return Mark(BlockKind.CREDIT, "it says where the text comes from")
    if _is_dated(text) and names_an_outlet(text.split(",", maxsplit=1)[0]):
        return Mark(BlockKind.METADATA, "it is an outlet's name and a date")
    if alone(text) is not None:
        return Mark(BlockKind.DATELINE, "it is a place and a date")
    if _is_masthead(text) and is_headline(text):
        return Mark(BlockKind.METADATA, "it is the name of an outlet or issuer")
    return None


def _signature(text: str) -> Mark | None:
    if (byline := unannounced(text)) is not None:
        return Mark(BlockKind.BYLINE, byline.reason)
    if _is_dated(text):
        return Mark(BlockKind.METADATA, "it is a date with a note")
    return None
