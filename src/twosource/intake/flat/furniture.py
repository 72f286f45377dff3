"""The passes over the whole page, in the text and below it: menus, links, captions, notes."""

from collections import Counter

from twosource.intake.flat.sheet import Found, Sheet
from twosource.intake.lines import bare, ends_a_sentence, is_headline, items, words
from twosource.intake.lines.bylines import announced, tells_of_a_writer, unannounced
from twosource.intake.lines.credits import credit_line
from twosource.intake.lines.dates import dates_in, day_at_the_end
from twosource.intake.lines.letterheads import letterheads
from twosource.intake.lines.outlets import presents
from twosource.intake.lines.wording import Mark, by_wording
from twosource.model import BlockKind, DateRole

_LONGEST_SUBHEAD = 14  # words
_FEW = 3  # headlines that come back; more of them are the questions or steps of the story itself
_NOTES = 8  # lines from the end among which a note on the author stands


# ── Anywhere ─────────────────────────────────────────────────────────────────────────────────────


def hinted(sheet: Sheet) -> Found:
    """What the page's markup said of a line."""
    for index, line in enumerate(sheet.lines):
        if line.hint is not None:
            yield index, Mark(line.hint, f"the page's markup makes it a {line.hint}")


def letterheaded(sheet: Sheet) -> Found:
    """The head of a message that somebody sent on, or answers."""
    story = sheet.body_start()
    for head in letterheads([line.text for line in sheet.lines]):
        above = head.start < story
        kind = BlockKind.METADATA if above else BlockKind.NAVIGATION
        for index in range(head.start, head.end):
            yield index, Mark(kind, "it belongs to the head of a message")


def worded(sheet: Sheet) -> Found:
    """Lines known by their wording."""
    for index, text in sheet.unmarked():
        if (mark := by_wording(text)) is not None:
            yield index, mark


def dated_by_the_copier(sheet: Sheet) -> Found:
    """What whoever copied the page added to it ("Saved on 3 May")."""
    for index, text in sheet.unmarked():
        if is_headline(text) and any(date.role is DateRole.CRAWLED for date in dates_in(text)):
            yield index, Mark(BlockKind.METADATA, "it tells when the page was copied")


def rows(sheet: Sheet) -> Found:
    """Menus set in one line ("Home | News | Sport")."""
    for index, text in sheet.unmarked():
        row = items(text)
        if len(row) > 2 and all(map(_is_item, row)):  # noqa: PLR2004 - a pair is no row
            yield index, Mark(BlockKind.NAVIGATION, "it is a row of short items, as a menu is")


def _is_item(part: str) -> bool:
    return len(words(part)) <= 4 and not any(dates_in(part))  # noqa: PLR2004 - "Births & deaths"


def tags(sheet: Sheet) -> Found:
    """Lists of tags ("herons, roofs, town hall, Bracken")."""
    for index, text in sheet.unmarked():
        row = text.split(", ")
        many = len(row) > 3 and all(len(words(part)) <= 3 for part in row)  # noqa: PLR2004
        if many and not (ends_a_sentence(text) or " and " in text or any(dates_in(text))):
            yield index, Mark(BlockKind.NAVIGATION, "it is a list of tags")


def repeated(sheet: Sheet) -> Found:
    """Lines that stand in the page twice. The first of a headline's may still be the title."""
    said = [bare(line.text) for line in sheet.lines]
    count = Counter(said)
    start, end = sheet.body_start(), sheet.body_end()
    again = {line for line in said[start:end] if count[line] > 1 and _is_full_headline(line)}
    for index, text in sheet.unmarked():
        if count[said[index]] == 1:
            continue
        if said[index] in said[max(0, index - 1) : index + 2 : 2]:
            yield index, Mark(BlockKind.CAPTION, "it stands twice in a row, as captions do")
        elif _is_full_headline(text) and start < index < end and len(again) <= _FEW:
            yield index, Mark(BlockKind.RELATED, "the same headline stands elsewhere in the page")


def _is_full_headline(text: str) -> bool:
    """Whether a line is worded as a headline; labels and list items come back in a story, too."""
    return is_headline(text) and len(words(text)) > 4 and text[0].isalnum()  # noqa: PLR2004


# ── In the text ──────────────────────────────────────────────────────────────────────────────────


def listed(sheet: Sheet) -> Found:
    """Short lines below a label that stands over a list."""
    heading: Mark | None = None
    for index in range(len(sheet)):
        if index in sheet.marks:
            heading = sheet.marks[index] if sheet.marks[index].heads else None
        elif heading and is_headline(sheet.text(index)) and not _stands_apart(sheet, index):
            yield index, Mark(heading.kind, "it stands in a list under such a label")
        else:
            heading = None


def _stands_apart(sheet: Sheet, index: int) -> bool:
    """Whether a line is set off from the list above it and stands right over a paragraph."""
    return sheet.lines[index].after_blank and sheet.is_body(index + 1)


def credited(sheet: Sheet) -> Found:
    """Lines that are nothing but a credit."""
    for index, text in sheet.unmarked():
        if (found := credit_line(text)) is not None and found.whole:
            yield index, Mark(BlockKind.CREDIT, "it says where the text comes from")


def captions(sheet: Sheet) -> Found:
    """Short lines that begin or end with a date, as those of embedded films do."""
    for index, text in sheet.unmarked():
        whole = is_headline(text) and text[0].isalnum() and not ends_a_sentence(text)
        if whole and _has_a_date_at_one_end(text):
            yield index, Mark(BlockKind.CAPTION, "it is a short line with a date at one end")


def _has_a_date_at_one_end(text: str) -> bool:
    spans = [date.span for date in dates_in(text)]
    whole = any(span.start == 0 or span.end == len(text) for span in spans)
    return whole or day_at_the_end(text) is not None


def unlike_the_story(sheet: Sheet) -> Found:
    """Lines in the text that look, with their neighbours, like those of a page's furniture."""
    start, end = sheet.body_start(), sheet.body_end()
    for index, _ in sheet.unmarked():
        if not sheet.story[index] and index not in sheet.turns:
            where = "in" if start <= index < end else "outside"
            yield index, Mark(BlockKind.NAVIGATION, f"it stands {where} the text and is unlike it")


def subheads(sheet: Sheet) -> Found:
    """Headlines over a paragraph of the text."""
    for index, text in sheet.unmarked(sheet.body_start(), sheet.body_end()):
        over_a_paragraph = index + 1 not in sheet.marks and sheet.is_body(index + 1)
        over_a_paragraph = over_a_paragraph and index not in sheet.turns
        if _could_head(text) and over_a_paragraph:
            yield index, Mark(BlockKind.SUBHEAD, "it is a headline over a paragraph of the text")


def _could_head(text: str) -> bool:
    """Whether a line could be a subhead: no speech, no number and no row of a table."""
    worded = any(map(str.isalpha, text)) and not text.startswith("|")
    return worded and is_headline(text) and not _may_be_speech(text)


def _may_be_speech(text: str) -> bool:
    """Whether a short line may be speech or a short sentence of the text."""
    opened, closed = text[:1] in "\"“‘'«„", text.endswith((".", "!", "”", '"'))
    return opened or closed or len(words(text)) > _LONGEST_SUBHEAD


# ── Below the text ───────────────────────────────────────────────────────────────────────────────


def biographies(sheet: Sheet) -> Found:
    """Notes on the author, and the name that stands over one."""
    writers = [name for index in sheet.marks if (name := _writer(sheet, index))]
    for index in range(sheet.body_start() + 1, len(sheet)):
        above, text = sheet.text(index - 1), sheet.text(index)
        if unannounced(above) and _tells_of(above, text):
            yield index - 1, Mark(BlockKind.BIO, "it is the name over a note on the author")
            yield index, Mark(BlockKind.BIO, "it is a note on the author named above it")
        elif index >= len(sheet) - _NOTES and any(_tells_of(name, text) for name in writers):
            yield index, Mark(BlockKind.BIO, "it is a note on the author of the byline")


def _writer(sheet: Sheet, index: int) -> str | None:
    """The name in a byline, if it has more than one word."""
    if sheet.marks[index].kind is not BlockKind.BYLINE:
        return None
    byline = announced(sheet.text(index)) or unannounced(sheet.text(index))
    name = byline.name.of(sheet.text(index)) if byline and byline.name else ""
    return name if " " in name else None


def _tells_of(name: str, text: str) -> bool:
    return text.startswith(name) and tells_of_a_writer().match(text, len(name)) is not None


def about_the_outlet(sheet: Sheet) -> Found:
    """Sentences under the text that say what the outlet named at the head of the page is."""
    if not len(sheet) or not is_headline(sheet.text(0)):
        return
    name = items(sheet.text(0))[0]
    for index in range(len(sheet) - 1, sheet.body_start(), -1):
        if index in sheet.marks:
            continue
        if presents(name, sheet.text(index)):
            yield index, Mark(BlockKind.METADATA, "it tells of the outlet, at the end of the page")
        elif sheet.is_body(index):
            return


def signed(sheet: Sheet) -> Found:
    """The writer's name under the text."""
    for index, text in sheet.unmarked(sheet.body_end()):
        byline = unannounced(text) if is_headline(text) and not _may_be_speech(text) else None
        if byline is not None:
            yield index, Mark(BlockKind.BYLINE, byline.reason)
