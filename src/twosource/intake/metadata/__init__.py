"""Put an article together: the blocks of its lines, and what they and the markup say of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from twosource.intake.lines import bare, is_prose, items
from twosource.intake.lines.agency_marks import marks_behind, marks_beside_a_writer
from twosource.intake.lines.bylines import announced, unannounced
from twosource.intake.lines.credits import credit_line
from twosource.intake.lines.datelines import FoundDateline, alone, at_the_head_of
from twosource.intake.lines.dates import FoundDate, dates_in, tells_of_what_comes
from twosource.intake.lines.languages import language_of
from twosource.intake.lines.outlets import from_copyright
from twosource.intake.lines.site_names import heading, headline, names_of_the_site
from twosource.intake.lines.wording import by_wording
from twosource.intake.lines.writers import agencies_among, byline_of, names_in
from twosource.intake.metadata.labelled import LabelledLine, Lines, labelled, of_kind
from twosource.intake.metadata.mastheads import outlet_told
from twosource.intake.metadata.publication import between, published
from twosource.intake.page import Markup, Page
from twosource.model import (
    Article,
    Attested,
    BlockKind,
    Byline,
    Credit,
    CreditKind,
    DateEvidence,
    Dateline,
    DateRole,
    Span,
)


def article_of(identity: str, name: str, page: Page) -> Article:
    """The article of a page. What the markup says comes before what the lines say."""
    lines = labelled(page)
    markup = page.markup
    byline = markup.byline or _byline(lines)
    dateline = _dateline(lines)
    dates = (*markup.dates, *_dates(lines))
    outlet = markup.outlet or outlet_told(lines)
    return Article(
        id=identity,
        name=name,
        text=page.text,
        blocks=tuple(line.block for line in lines),
        title=_headline(lines, markup, names_of_the_site(outlet, markup.url)),
        byline=byline,
        outlet=outlet,
        url=markup.url,
        dateline=dateline,
        language=markup.language or language_of(_story(lines)),
        published=published(dates) or between(_told_of(lines), dates),
        dates=dates,
        credits=tuple(_once((*markup.credits, *_credits(lines), *_signed_for(byline)))),
    )


def _story(lines: Lines) -> str:
    return "\n".join(line.text for line in of_kind(lines, BlockKind.BODY))


def _title(lines: Lines, known: Attested | None) -> Attested | None:
    """The title as it stands in the text; where it does not, the one known from elsewhere."""
    title = next(of_kind(lines, BlockKind.TITLE), None)
    if title is None:
        return known
    if known is not None and bare(title.text) != bare(known.value):
        return _within(title, known)
    lead = len(title.text) - len(title.text.lstrip("\ufeff# "))
    return title.attested(Span(lead, len(title.text)), title.block.reason)


def _within(title: LabelledLine, known: Attested) -> Attested:
    """The known title, in its place where the line holds more than it."""
    start = title.text.find(known.value)
    part = Span(start, start + len(known.value))
    return known if start < 0 else title.attested(part, known.how)


def _headline(lines: Lines, markup: Markup, names: frozenset[str]) -> Attested | None:
    """The title without its site's name. What stands before one of the markup's was seen there."""
    title = _title(lines, markup.title)
    if title is None:
        return None
    return headline(title, names) if markup.title is None else heading(title, names)


# ── Byline ────────────────────────────────────────────────────────────────────────────────────────


def _byline(lines: Lines) -> Byline | None:
    for line in of_kind(lines, BlockKind.BYLINE):
        found = announced(line.text) or unannounced(line.text)
        if found is not None and found.name is not None:
            byline = byline_of(line.attested(found.name, found.reason))
            agencies = tuple(agencies_among(names_in(line.text[found.name.end :])))
            return replace(byline, organisations=(*byline.organisations, *agencies))
    signed = _from_the_biography(lines) or _from_the_reporting_credit(lines)
    return byline_of(signed) if signed else None


def _from_the_biography(lines: Lines) -> Attested | None:
    for line in of_kind(lines, BlockKind.BIO):
        byline = unannounced(line.text)
        if byline is not None and byline.name is not None:
            return line.attested(byline.name, "the name over the note on the author")
    return None


def _from_the_reporting_credit(lines: Lines) -> Attested | None:
    for line in lines:
        found = None if line.kind is BlockKind.BODY else credit_line(line.text)
        for credit in found.credits if found else ():
            if credit.kind is CreditKind.REPORTING and credit.named:
                start = line.text.index(credit.named)
                name = Span(start, start + len(credit.named))
                return line.attested(name, f"the credit {credit.how}")
    return None


# ── Datelines and dates ──────────────────────────────────────────────────────────────────────────


def _dateline(lines: Lines) -> Dateline | None:
    for line, found in _datelines(lines):
        how = "it opens the text" if line.kind is BlockKind.BODY else "a line of its own"
        return Dateline(found.span.of(line.text), how, line.at(found.span), found.place)
    return None


_TURN = re.compile(r"[A-Z][A-Z .]+:")  # "FERROL: ..." in a transcript looks like a place


def _datelines(lines: Lines) -> Iterator[tuple[LabelledLine, FoundDateline]]:
    """The dateline of the first paragraph, then those that stand by themselves."""
    body = list(of_kind(lines, BlockKind.BODY))
    speakers = sum(1 for line in body if _TURN.match(line.text))
    for line in body[:1] if speakers <= 1 else ():
        if (found := at_the_head_of(line.text)) is not None:
            yield line, found
    for line in of_kind(lines, BlockKind.DATELINE):
        if (found := alone(line.text)) is not None:
            yield line, found


def _dates(lines: Lines) -> Iterator[DateEvidence]:
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


def _in_line(lines: Lines, index: int) -> Iterator[DateEvidence]:
    line = lines[index]
    place, confidence = _WHERE_DATES_STAND[line.kind]
    for found in dates_in(line.text):
        if found.role is None and _is_header_clock(lines, index):
            clock = replace(found, role=DateRole.CRAWLED)
            yield _evidence(line, clock, "date above the page's menu", 0.7)
        else:
            yield _evidence(line, found, place, confidence)


def _is_header_clock(lines: Lines, index: int) -> bool:
    """Whether a date is the site's own clock: first of all, or beside a menu, above the title."""
    if lines[index].kind is not BlockKind.METADATA:
        return lines[index].kind is BlockKind.NAVIGATION
    above = not any(line.kind is BlockKind.TITLE for line in lines[:index])
    menu = any(_is_menu(line) for line in lines[max(0, index - 1) : index + 2])
    return above and (menu or index == 0)


def _is_menu(line: LabelledLine) -> bool:
    worded = by_wording(line.text)
    of_items = len(items(line.text)) > 2  # noqa: PLR2004 - a pair is no row
    return (of_items and line.kind is BlockKind.NAVIGATION) or (
        worded is not None and worded.kind is BlockKind.NAVIGATION
    )


def _told_of(lines: Lines) -> Iterator[date]:
    """The full dates in the story, but for lines that speak of what is to come."""
    for line in of_kind(lines, BlockKind.BODY):
        for found in () if tells_of_what_comes(line.text) else dates_in(line.text):
            if found.interval.earliest is not None:
                yield found.interval.earliest


def _evidence(line: LabelledLine, found: FoundDate, place: str, confidence: float) -> DateEvidence:
    role = found.role or DateRole.PUBLISHED
    return DateEvidence(found.interval, role, place, confidence, line.at(found.span))


# ── Credits ──────────────────────────────────────────────────────────────────────────────────────


def _credits(lines: Lines) -> Iterator[Credit]:
    for line, found in _datelines(lines):
        if found.agency is not None:
            mark = found.agency.of(line.text)
            yield Credit(CreditKind.AGENCY, mark, "mark in the dateline", line.at(found.agency))
    for line in lines:
        found_line = None if line.kind is BlockKind.BODY else credit_line(line.text)
        for credit in found_line.credits if found_line else ():
            yield replace(credit, span=line.at(credit.span) if credit.span else None)
    yield from _marked(lines)
    yield from _rights(lines)


def _marked(lines: Lines) -> Iterator[Credit]:
    """The agencies whose marks stand behind a paragraph of the text or beside the writer."""
    for line in of_kind(lines, BlockKind.BODY):
        for mark in marks_behind(line.text):
            how = "mark behind a paragraph"
            yield Credit(CreditKind.AGENCY, mark.of(line.text), how, line.at(mark))
    for line in of_kind(lines, BlockKind.BYLINE):
        for mark in marks_beside_a_writer(line.text):
            how = "it stands in the byline"
            yield Credit(CreditKind.AGENCY, mark.of(line.text), how, line.at(mark))


def _rights(lines: Lines) -> Iterator[Credit]:
    """Who holds the rights; an agency that does has written the text, or some of it."""
    for line in of_kind(lines, BlockKind.METADATA):
        if (name := from_copyright(line.text)) is not None:
            start = line.text.index(name)
            kind = CreditKind.AGENCY if any(agencies_among([name])) else CreditKind.RIGHTS
            at = line.at(Span(start, start + len(name)))
            yield Credit(kind, name, "a notice of rights", at)


def _signed_for(byline: Byline | None) -> Iterator[Credit]:
    """The agencies that a byline names beside the writer ("Ada Quill, AP")."""
    for agency in agencies_among(byline.organisations if byline else ()):
        yield Credit(CreditKind.AGENCY, agency, "it stands in the byline")


def _once(credits_: Iterable[Credit]) -> Iterator[Credit]:
    """The credits, each name of a kind once: the first place it stands."""
    seen: set[tuple[CreditKind, str | None]] = set()
    for credit in credits_:
        key = (credit.kind, credit.named and credit.named.casefold())
        if key not in seen:
            seen.add(key)
            yield credit
