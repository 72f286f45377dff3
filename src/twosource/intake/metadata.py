"""Put an article together: the blocks of its lines, and what they and the markup say of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from twosource.intake.bylines import announced, unannounced
from twosource.intake.credits import credit_line
from twosource.intake.datelines import Dateline, alone, at_the_head_of
from twosource.intake.dates import FoundDate, dates_in
from twosource.intake.flat import label
from twosource.intake.lines import bare, is_prose, items
from twosource.intake.outlets import from_copyright, masthead, names_an_outlet
from twosource.intake.page import Page
from twosource.intake.wording import by_wording
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    Credit,
    CreditKind,
    DateEvidence,
    DateRole,
    Interval,
    Span,
)


def article_of(identity: str, name: str, page: Page) -> Article:
    """The article of a page. What the markup says comes before what the lines say."""
    lines = _labelled(page)
    markup = page.markup
    dateline = _dateline(lines)
    dates = (*markup.dates, *_dates(lines))
    return Article(
        id=identity,
        name=name,
        text=page.text,
        blocks=tuple(line.block for line in lines),
        title=_title(lines, markup.title),
        byline=markup.byline or _byline(lines),
        outlet=markup.outlet or _outlet(lines),
        url=markup.url,
        dateline=dateline,
        language=markup.language,
        published=_chosen(dates),
        dates=dates,
        credits=(*markup.credits, *_credits(lines)),
    )


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A line and its block."""

    text: str
    block: Block

    @property
    def kind(self) -> BlockKind:
        return self.block.kind

    def at(self, span: Span) -> Span:
        """A span of the line as a span of the article."""
        return Span(self.block.span.start + span.start, self.block.span.start + span.end)

    def attested(self, span: Span, how: str) -> Attested:
        return Attested(span.of(self.text), how, self.at(span))


Labelled = Sequence[_Labelled]


def _labelled(page: Page) -> Labelled:
    blocks = label(page.lines, flattened=page.flattened)
    return [_Labelled(line.text, block) for line, block in zip(page.lines, blocks, strict=True)]


def _of_kind(lines: Labelled, *kinds: BlockKind) -> Iterator[_Labelled]:
    return (line for line in lines if line.kind in kinds)


def _title(lines: Labelled, known: Attested | None) -> Attested | None:
    """The title as it stands in the text; where it does not, the one known from elsewhere."""
    title = next(_of_kind(lines, BlockKind.TITLE), None)
    if title is None or (known is not None and bare(title.text) != bare(known.value)):
        return known
    lead = len(title.text) - len(title.text.lstrip("\ufeff# "))
    return title.attested(Span(lead, len(title.text)), title.block.reason)


# ── Byline and outlet ────────────────────────────────────────────────────────────────────────────


def _byline(lines: Labelled) -> Attested | None:
    for line in _of_kind(lines, BlockKind.BYLINE):
        byline = announced(line.text) or unannounced(line.text)
        if byline is not None and byline.name is not None:
            return line.attested(byline.name, byline.reason)
    return _from_the_biography(lines) or _from_the_reporting_credit(lines)


def _from_the_biography(lines: Labelled) -> Attested | None:
    for line in _of_kind(lines, BlockKind.BIO):
        byline = unannounced(line.text)
        if byline is not None and byline.name is not None:
            return line.attested(byline.name, "the name over the note on the author")
    return None


def _from_the_reporting_credit(lines: Labelled) -> Attested | None:
    for line in lines:
        found = None if line.kind is BlockKind.BODY else credit_line(line.text)
        for credit in found.credits if found else ():
            if credit.kind is CreditKind.REPORTING and credit.named:
                start = line.text.index(credit.named)
                name = Span(start, start + len(credit.named))
                return line.attested(name, f"the credit {credit.how}")
    return None


def _outlet(lines: Labelled) -> Attested | None:
    """What the page calls itself: beside its date, at its head, in its rights line."""
    found = (*_beside_the_date(lines), *_at_the_head(lines), *_in_the_rights_line(lines))
    return next(iter(found), None)


def _beside_the_date(lines: Labelled) -> Iterator[Attested]:
    for index, line in enumerate(lines):
        near = " | ".join(one.text for one in lines[index : index + 2] if not is_prose(one.text))
        if line.kind is not BlockKind.METADATA or by_wording(line.text) or not any(dates_in(near)):
            continue
        for span in _stretches(line.text):
            if names_an_outlet(span.of(line.text)) and masthead(span.of(line.text)):
                yield line.attested(span, "it stands beside the date")


def _in_the_rights_line(lines: Labelled) -> Iterator[Attested]:
    for line in _of_kind(lines, BlockKind.METADATA):
        name = from_copyright(line.text)
        if name is not None:
            start = line.text.index(name)
            yield line.attested(Span(start, start + len(name)), "it holds the rights")


def _at_the_head(lines: Labelled) -> Iterator[Attested]:
    """The name that the first line above the title begins with, past labels and controls."""
    titled = any(_of_kind(lines, BlockKind.TITLE))
    for line in lines if titled else ():
        if line.kind in (BlockKind.TITLE, BlockKind.BODY):
            return
        if by_wording(line.text) is None and line.kind in (
            BlockKind.METADATA,
            BlockKind.NAVIGATION,
        ):
            name = None if any(dates_in(line.text)) else masthead(line.text)
            if name is not None:
                start = line.text.index(name)
                yield line.attested(Span(start, start + len(name)), "it heads the page")
            return


def _stretches(text: str) -> Iterator[Span]:
    """The parts of a line between commas and bars, as spans."""
    start = 0
    for part in text.replace("|", ",").split(","):
        bare = part.strip()
        lead = part.index(bare[0]) if bare else 0
        if bare:
            yield Span(start + lead, start + lead + len(bare))
        start += len(part) + 1


# ── Datelines and dates ──────────────────────────────────────────────────────────────────────────


def _dateline(lines: Labelled) -> Attested | None:
    for line, found in _datelines(lines):
        return line.attested(
            found.span, "it opens the text" if line.kind is BlockKind.BODY else "a line of its own"
        )
    return None


_TURN = re.compile(r"[A-Z][A-Z .]+:")  # "FERROL: ..." in a transcript looks like a place


def _datelines(lines: Labelled) -> Iterator[tuple[_Labelled, Dateline]]:
    """The dateline of the first paragraph, then those that stand by themselves."""
    body = list(_of_kind(lines, BlockKind.BODY))
    speakers = sum(1 for line in body if _TURN.match(line.text))
    for line in body[:1] if speakers <= 1 else ():
        if (found := at_the_head_of(line.text)) is not None:
            yield line, found
    for line in _of_kind(lines, BlockKind.DATELINE):
        if (found := alone(line.text)) is not None:
            yield line, found


def _dates(lines: Labelled) -> Iterator[DateEvidence]:
    for line, found in _datelines(lines):
        if found.date is not None:
            yield _evidence(line, found.date, "dateline", 0.9)
    for index, line in enumerate(lines):
        if line.kind in _WHERE_DATES_STAND and not is_prose(line.text):
            yield from _in_line(lines, index)


_WHERE_DATES_STAND = {
    BlockKind.BYLINE: ("byline", 0.9),
    BlockKind.CREDIT: ("credit line", 0.85),
    BlockKind.METADATA: ("line of its own", 0.8),
    BlockKind.NAVIGATION: ("page header", 0.3),
}


def _in_line(lines: Labelled, index: int) -> Iterator[DateEvidence]:
    line = lines[index]
    place, confidence = _WHERE_DATES_STAND[line.kind]
    for found in dates_in(line.text):
        if found.role is None and _is_header_clock(lines, index):
            clock = replace(found, role=DateRole.CRAWLED)
            yield _evidence(line, clock, "date above the page's menu", 0.7)
        else:
            yield _evidence(line, found, place, confidence)


def _is_header_clock(lines: Labelled, index: int) -> bool:
    """Whether a date is the site's own clock: first of all, or beside a menu, above the title."""
    if lines[index].kind is not BlockKind.METADATA:
        return lines[index].kind is BlockKind.NAVIGATION
    above = not any(line.kind is BlockKind.TITLE for line in lines[:index])
    menu = any(_is_menu(line) for line in lines[max(0, index - 1) : index + 2])
    return above and (menu or index == 0)


def _is_menu(line: _Labelled) -> bool:
    worded = by_wording(line.text)
    of_items = len(items(line.text)) > 2  # noqa: PLR2004 - a pair is no row
    return (of_items and line.kind is BlockKind.NAVIGATION) or (
        worded is not None and worded.kind is BlockKind.NAVIGATION
    )


def _evidence(line: _Labelled, found: FoundDate, place: str, confidence: float) -> DateEvidence:
    role = found.role or DateRole.PUBLISHED
    return DateEvidence(found.interval, role, place, confidence, line.at(found.span))


_SURE_ENOUGH = 0.5


def _chosen(dates: tuple[DateEvidence, ...]) -> DateEvidence | None:
    """The date of publication; that of a change where it is the only one; or none.

    Where what a page says of itself disagrees, the day that stands in its address decides; else all
    the days it may be are given, as a range.
    """
    for role in (DateRole.PUBLISHED, DateRole.MODIFIED):
        able = [one for one in dates if one.role is role and one.confidence >= _SURE_ENOUGH]
        if able:
            return _agreed(able)
    return None


def _agreed(able: list[DateEvidence]) -> DateEvidence:
    best = max(able, key=lambda one: one.confidence)
    in_text = best.span is not None
    if in_text or len({one.interval for one in able if one.span is None}) == 1:
        return best
    addressed = next((one for one in able if "address" in one.how), None)
    return addressed or _range([one for one in able if one.span is None])


def _range(able: list[DateEvidence]) -> DateEvidence:
    """All the days that several pieces of evidence allow, as one."""
    earliest = min(one.interval.earliest for one in able if one.interval.earliest)
    latest = max(one.interval.latest for one in able if one.interval.latest)
    days = Interval(f"{earliest}/{latest}", earliest, latest)
    how = "disagree: " + ", ".join(dict.fromkeys(one.how for one in able))
    return DateEvidence(days, DateRole.PUBLISHED, how, _SURE_ENOUGH)


# ── Credits ──────────────────────────────────────────────────────────────────────────────────────


def _credits(lines: Labelled) -> Iterator[Credit]:
    for line, found in _datelines(lines):
        if found.agency is not None:
            mark = found.agency.of(line.text)
            yield Credit(CreditKind.AGENCY, mark, "mark in the dateline", line.at(found.agency))
    for line in lines:
        found_line = None if line.kind is BlockKind.BODY else credit_line(line.text)
        for credit in found_line.credits if found_line else ():
            yield replace(credit, span=line.at(credit.span) if credit.span else None)
