"""A story in a message that somebody sent on: the head within tells who wrote it, and when."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from twosource.intake.lines import words
from twosource.intake.lines.dates import dates_in
from twosource.intake.lines.letterheads import Letterhead, letterheads
from twosource.intake.lines.subjects import headline_in
from twosource.intake.lines.writers import byline_of
from twosource.intake.page import Markup
from twosource.model import Attested, Byline, DateEvidence, DateRole

_LONGEST_NOTE = 40  # words that whoever sends a message on may put above it


def as_sent_first(content: str, outer: Markup) -> Markup:
    """What the head of the message within says, where `content` is one that was sent on.

    The day on the message itself is then the day of a copy.
    """
    head = _head_within(_lines(content))
    if head is None:
        return outer
    subject = headline_in(head.subject)
    return replace(
        outer,
        title=Attested(subject, "the subject of the message sent on") if subject else outer.title,
        byline=_byline(head) or outer.byline,
        dates=(*_dates(head), *(replace(one, role=DateRole.CRAWLED) for one in outer.dates)),
    )


def unquoted(content: str) -> str:
    """The text of a message that was sent on as a quotation, without the marks before its lines."""
    lines = content.splitlines()
    head = _head_within(lines)
    below = [line for line in lines[head.start :] if line.strip()] if head else []
    if head is None or not all(line.startswith(">") for line in below):
        return content
    return "\n".join([*lines[: head.start], *(_QUOTED.sub("", one) for one in lines[head.start :])])


_QUOTED = re.compile(r"^> ?")


def _lines(content: str) -> list[str]:
    """The lines of a text, or of a page as they are shown."""
    if not _TAGGED.search(content):
        return [line for line in content.splitlines() if line.strip()]
    shown = _BLOCK_ENDS.sub("\n", " ".join(content.split()))
    lines = (" ".join(unescape(_TAG.sub("", line)).split()) for line in shown.split("\n"))
    return [line for line in lines if line]


_TAGGED = re.compile(r"<(?:html|body|div|p|br)\b", re.IGNORECASE)
_BLOCK_ENDS = re.compile(r"<br[^<>]{0,200}>|</(?:p|div|tr|li|td)>", re.IGNORECASE)
_TAG = re.compile(r"<(?:style[^<]*</style|!--.*?--|[/a-z!][^<>]{0,2000})>", re.IGNORECASE)


def _head_within(lines: Sequence[str]) -> Letterhead | None:
    """The last head above the story: a message may have been sent on more than once."""
    found, below = None, 0
    for head in letterheads(lines):
        if len(words(" ".join(lines[below : head.start]))) > _LONGEST_NOTE:
            break
        found, below = head, head.end
    return found


def _byline(head: Letterhead) -> Byline | None:
    name = _ADDRESS.split(head.sender)[0].strip(" \"'*")
    if not name or "@" in name:
        return None
    turned = _TURNED.sub(r"\2 \1", name)  # "Ost, Ragna"
    return byline_of(Attested(turned, "the sender of the message sent on"))


_ADDRESS = re.compile(r"[<\[(]|\bmailto:")
_TURNED = re.compile(r"^([\w'’-]+), ([\w'’-]+)$")


def _dates(head: Letterhead) -> list[DateEvidence]:
    day = next(dates_in(head.date), None)
    how = "the date of the message sent on"
    return [DateEvidence(day.interval, DateRole.PUBLISHED, how, 0.9)] if day else []
