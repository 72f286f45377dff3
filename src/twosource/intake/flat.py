"""What each line of a page is for: the kind of its block, and the reason.

Each pass below knows one sign. It names the lines it recognises; an earlier pass wins, a later one
may look at what the earlier ones found. What no pass recognises is body: text is never given away
for want of a reason.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from twosource.intake.bylines import announced, unannounced
from twosource.intake.credits import credit_line
from twosource.intake.datelines import alone
from twosource.intake.dates import dates_in, is_only_a_date
from twosource.intake.lines import bare, ends_a_sentence, is_headline, is_prose, items, words
from twosource.intake.outlets import masthead, names_an_issuer, names_an_outlet
from twosource.intake.page import Line
from twosource.intake.wording import Mark, by_wording
from twosource.model import Block, BlockKind, DateRole

Marks = dict[int, Mark]
Found = Iterator[tuple[int, Mark]]
Pass = Callable[[Sequence[Line], Marks], Found]

_BODY_FROM = 15  # words of a sentence that must be running text, wherever it stands


def label(lines: Sequence[Line]) -> tuple[Block, ...]:
    """One block per line, in order."""
    marks: Marks = {}
    for find in _PASSES:
        for index, mark in find(lines, marks):
            marks.setdefault(index, mark)
    rest = Mark(BlockKind.BODY, "it reads as running text and nothing marks it as anything else")
    found = (marks.get(index, rest) for index in range(len(lines)))
    return tuple(
        Block(line.span, mark.kind, mark.reason) for line, mark in zip(lines, found, strict=True)
    )


# ── Passes over the whole page ───────────────────────────────────────────────────────────────────


def _hinted(lines: Sequence[Line], _marks: Marks) -> Found:
    for index, line in enumerate(lines):
        if line.hint is not None:
            yield index, Mark(line.hint, f"the page's markup makes it a {line.hint}")


def _announced(lines: Sequence[Line], _marks: Marks) -> Found:
    for index, line in enumerate(lines):
        if (byline := announced(line.text)) is not None:
            yield index, Mark(BlockKind.BYLINE, byline.reason)


def _worded(lines: Sequence[Line], _marks: Marks) -> Found:
    for index, line in enumerate(lines):
        if (mark := by_wording(line.text)) is not None:
            yield index, mark


def _dated_by_the_copier(lines: Sequence[Line], _marks: Marks) -> Found:
    for index, line in enumerate(lines):
        if is_headline(line.text) and any(
            found.role is DateRole.CRAWLED for found in dates_in(line.text)
        ):
            yield index, Mark(BlockKind.METADATA, "it tells when the page was copied")


def _rows(lines: Sequence[Line], _marks: Marks) -> Found:
    for index, line in enumerate(lines):
        row = items(line.text)
        if len(row) > 2 and all(_is_item(part) for part in row):  # noqa: PLR2004 - a pair is no row
            yield index, Mark(BlockKind.NAVIGATION, "it is a row of short items, as a menu is")


def _is_item(part: str) -> bool:
    return len(words(part)) <= 4 and not any(dates_in(part))  # noqa: PLR2004 - "Births & deaths"


def _tags(lines: Sequence[Line], _marks: Marks) -> Found:
    for index, line in enumerate(lines):
        row = line.text.split(", ")
        if (
            len(row) >= 4  # noqa: PLR2004 - three may be names in a byline
            and all(len(words(part)) <= 3 for part in row)  # noqa: PLR2004
            and not ends_a_sentence(line.text)
            and " and " not in line.text
            and not any(dates_in(line.text))
        ):
            yield index, Mark(BlockKind.NAVIGATION, "it is a list of tags")


def _repeated(lines: Sequence[Line], marks: Marks) -> Found:
    """Lines that stand in the page twice. The first of a headline's may still be the title."""
    count = Counter(bare(line.text) for line in lines)
    start, end = _body_start(lines, marks), _body_end(lines, marks)
    for index, line in enumerate(lines):
        said = bare(line.text)
        if index in marks or count[said] < 2:  # noqa: PLR2004
            continue
        if said in {bare(other.text) for other in lines[max(0, index - 1) : index + 2 : 2]}:
            yield (
                index,
                Mark(BlockKind.CAPTION, "it stands twice in a row, as picture and caption do"),
            )
        elif is_headline(line.text) and start < index < end:
            yield index, Mark(BlockKind.RELATED, "the same headline stands elsewhere in the page")


# ── Passes around the title ──────────────────────────────────────────────────────────────────────


def _titled(lines: Sequence[Line], marks: Marks) -> Found:
    if any(mark.kind is BlockKind.TITLE for mark in marks.values()):
        return
    above = [i for i in range(_body_start(lines, marks)) if i not in marks]
    candidates = [i for i in above[-_REACH:] if _could_be_title(lines[i].text)]
    if candidates:
        best = max(candidates, key=lambda i: _like_a_title(lines, i))
        yield best, Mark(BlockKind.TITLE, "it is the headline that stands over the text")


_REACH = 40  # lines above the text among which the title is looked for


def _could_be_title(text: str) -> bool:
    return (
        2 <= len(words(text)) <= _BODY_FROM  # noqa: PLR2004 - one word is a section's name
        and not is_only_a_date(text)
        and alone(text) is None
        and announced(text) is None
        and credit_line(text) is None
    )


def _like_a_title(lines: Sequence[Line], index: int) -> int:
    """How much a line looks like the title.

    The weights were tuned by eye on the invented stories that may tune and on the reference pages.
    """
    text = lines[index].text
    likeness = min(len(words(text)), 8)
    likeness += 3 if any(_signs(line.text) for line in lines[index + 1 : index + 2]) else 0
    likeness += 1 if any(_signs(line.text) for line in lines[index + 2 : index + 3]) else 0
    likeness += 4 if any(_ends_with(other.text, text) for other in lines[:index]) else 0
    likeness += 2 if lines[index].after_blank else 0
    likeness += 3 if index == 0 and not _is_masthead(text) else 0
    likeness -= 4 if unannounced(text) or _is_masthead(text) else 0
    likeness -= 3 if is_prose(text) else 0
    return likeness - (6 if any(dates_in(text)) else 0)


def _signs(text: str) -> bool:
    """Whether a line is one of those that follow a title: byline, date, place, credit."""
    return bool(
        announced(text) or alone(text) or is_only_a_date(text) or unannounced(text) or _dated(text)
    )


def _dated(text: str) -> bool:
    return is_headline(text) and any(dates_in(text))


def _ends_with(longer: str, text: str) -> bool:
    return len(longer) > len(text) and longer.endswith(text)


def _is_masthead(text: str) -> bool:
    name = masthead(text)
    return name is not None and (names_an_outlet(name) or names_an_issuer(name))


def _trail(lines: Sequence[Line], marks: Marks) -> Found:
    title = _title(lines, marks)
    if title is None:
        return
    for index, line in enumerate(lines[:title]):
        if _ends_with(line.text, lines[title].text):
            yield (
                index,
                Mark(BlockKind.NAVIGATION, "it is the trail of sections that ends in the title"),
            )


def _above_the_title(lines: Sequence[Line], marks: Marks) -> Found:
    title = _title(lines, marks)
    for index, line in enumerate(lines[: title or 0]):
        yield index, _sign(line.text) or Mark(BlockKind.NAVIGATION, "it stands above the title")


def _below_the_title(lines: Sequence[Line], marks: Marks) -> Found:
    title = _title(lines, marks)
    start = _body_start(lines, marks)
    for index in range(0 if title is None else title + 1, start):
        text = lines[index].text
        sign = _sign(text) or _signed(text)
        if sign:
            yield index, sign
        elif title is not None and not ends_a_sentence(text) and len(words(text)) >= _STANDFIRST:
            yield index, Mark(BlockKind.SUBHEAD, "it stands between the title and the text")


_STANDFIRST = 4  # words; shorter scraps above the text are left to it


def _sign(text: str) -> Mark | None:
    """What a line above the text is, by the forms that dates, credits and mastheads have."""
    if is_only_a_date(text):
        return Mark(BlockKind.METADATA, "it is a date by itself")
    if credit_line(text) is not None and not is_prose(text):
        return Mark(BlockKind.CREDIT, "it says where the text comes from")
    if _dated(text) and names_an_outlet(text.split(",", maxsplit=1)[0]):
        return Mark(BlockKind.METADATA, "it is an outlet's name and a date")
    if alone(text) is not None:
        return Mark(BlockKind.DATELINE, "it is a place and a date")
    if _is_masthead(text) and is_headline(text):
        return Mark(BlockKind.METADATA, "it is the name of an outlet or issuer")
    return None


def _signed(text: str) -> Mark | None:
    if (byline := unannounced(text)) is not None:
        return Mark(BlockKind.BYLINE, byline.reason)
    if _dated(text):
        return Mark(BlockKind.METADATA, "it is a date with a note")
    return None


# ── Passes in and below the text ─────────────────────────────────────────────────────────────────


def _listed(lines: Sequence[Line], marks: Marks) -> Found:
    """Short lines below a label that stands over a list."""
    heading: Mark | None = None
    for index, line in enumerate(lines):
        if index in marks:
            heading = marks[index] if marks[index].heads else None
        elif heading and is_headline(line.text) and not _interrupts(lines, index):
            yield index, Mark(heading.kind, "it stands in a list under such a label")
        else:
            heading = None


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands apart from the list above it, right over a paragraph."""
    return lines[index].after_blank and index + 1 < len(lines) and _is_body(lines[index + 1])


def _credited(lines: Sequence[Line], marks: Marks) -> Found:
    for index, line in enumerate(lines):
        if index not in marks and (found := credit_line(line.text)) and found.whole:
            yield index, Mark(BlockKind.CREDIT, "it says where the text comes from")


def _captions(lines: Sequence[Line], marks: Marks) -> Found:
    for index, line in enumerate(lines):
        if (
            index not in marks
            and not ends_a_sentence(line.text)
            and _begins_or_ends_dated(line.text)
        ):
            yield index, Mark(BlockKind.CAPTION, "it is a short line with a date at one end")


_DAY_AND_MONTH = re.compile(r"(?:\d{1,2}\.? [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})$")


def _begins_or_ends_dated(text: str) -> bool:
    found = [one.span for one in dates_in(text)]
    at_an_end = any(span.start == 0 or span.end == len(text) for span in found)
    return is_headline(text) and (at_an_end or bool(_DAY_AND_MONTH.search(text)))


def _between(lines: Sequence[Line], marks: Marks) -> Found:
    start, end = _body_start(lines, marks), _body_end(lines, marks)
    for index in range(start, end):
        text = lines[index].text
        if index in marks or not is_headline(text) or _speaks(text):
            continue
        if index + 1 < end and index + 1 not in marks and _is_body(lines[index + 1]):
            yield index, Mark(BlockKind.SUBHEAD, "it is a headline over a paragraph of the text")


def _speaks(text: str) -> bool:
    """Whether a short line may be speech or a short sentence of the text."""
    opened, closed = text[:1] in "\"“‘'«„", text.endswith((".", "!", "”", '"'))
    return opened or closed or len(words(text)) > _LONGEST_SUBHEAD


_LONGEST_SUBHEAD = 14  # words


def _biographies(lines: Sequence[Line], marks: Marks) -> Found:
    names = {text for i, mark in marks.items() if (text := _writer(lines[i].text, mark))}
    for index in range(_body_start(lines, marks) + 1, len(lines)):
        text = lines[index].text
        before = lines[index - 1].text
        if text != before and unannounced(before) and _tells_of(before, text):
            yield index - 1, Mark(BlockKind.BIO, "it is the name over a note on the author")
            yield index, Mark(BlockKind.BIO, "it is a note on the author named above it")
        elif index >= len(lines) - _NOTES and any(_tells_of(name, text) for name in names):
            yield index, Mark(BlockKind.BIO, "it is a note on the author of the byline")


_NOTES = 8  # lines from the end among which a note on the author stands


def _writer(text: str, mark: Mark) -> str | None:
    byline = announced(text) or unannounced(text) if mark.kind is BlockKind.BYLINE else None
    name = byline.name.of(text) if byline and byline.name else ""
    return name if len(name.split()) > 1 else None


def _tells_of(name: str, text: str) -> bool:
    does = r"(?:is|was|covers|writes|has|reports|works|teaches|lives|can be|joined|contributes)\b"
    return bool(re.match(rf"{re.escape(name)},? {does}", text))


def _about_the_outlet(lines: Sequence[Line], _marks: Marks) -> Found:
    """Sentences at the very end that speak of the outlet named at the head of the page."""
    name = bare(items(lines[0].text)[0]) if lines else ""
    for index in range(max(1, len(lines) - _LAST), len(lines)):
        if (
            len(name) > _LAST
            and is_headline(lines[0].text)
            and bare(lines[index].text).startswith(f"{name} ")
        ):
            yield index, Mark(BlockKind.METADATA, "it tells of the outlet, at the end of the page")


_LAST = 3  # lines from the end; and letters a name must have to be known again


def _below_the_body(lines: Sequence[Line], marks: Marks) -> Found:
    for index in range(_body_end(lines, marks), len(lines)):
        text = lines[index].text
        if index not in marks and is_headline(text) and not _speaks(text):
            yield index, _signed(text) or Mark(BlockKind.NAVIGATION, "it stands below the text")


_PASSES: tuple[Pass, ...] = (
    _hinted,
    _announced,
    _worded,
    _dated_by_the_copier,
    _rows,
    _tags,
    _repeated,
    _titled,
    _trail,
    _above_the_title,
    _below_the_title,
    _listed,
    _credited,
    _biographies,
    _captions,
    _about_the_outlet,
    _between,
    _below_the_body,
)


# ── What the passes ask of the page ──────────────────────────────────────────────────────────────


def _is_body(line: Line) -> bool:
    return is_prose(line.text) and by_wording(line.text) is None


def _title(_lines: Sequence[Line], marks: Marks) -> int | None:
    return next((i for i, mark in sorted(marks.items()) if mark.kind is BlockKind.TITLE), None)


def _body_start(lines: Sequence[Line], marks: Marks) -> int:
    """Index of the first line of running text: a long sentence, or one with another after it."""
    for index, line in enumerate(lines):
        if index in marks or not is_prose(line.text):
            continue
        if len(words(line.text)) > _BODY_FROM or any(map(_is_body, lines[index + 1 : index + 2])):
            return index
    prose = (i for i, line in enumerate(lines) if i not in marks and is_prose(line.text))
    return next(prose, len(lines))


def _body_end(lines: Sequence[Line], marks: Marks) -> int:
    """Index behind the last line of running text."""
    for index in range(len(lines) - 1, -1, -1):
        if index not in marks and is_prose(lines[index].text):
            return index + 1
    return len(lines)
