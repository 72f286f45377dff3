"""What each line of a page is for: the kind of its block, and the reason.

Each pass knows one sign. It names the lines it recognises; an earlier pass wins, a later one may
look at what the earlier ones found. What no pass recognises is body: text is never given away for
want of a reason. Where nothing is left of a page but its text, `body` says which lines look like
its story; else every line does, because the page's reader took the furniture off.
"""

from collections.abc import Sequence

from twosource.intake.flat import furniture, heading
from twosource.intake.flat.body import belongs
from twosource.intake.flat.sheet import Pass, Sheet
from twosource.intake.flat.talk import turns_in
from twosource.intake.lines.wording import Mark
from twosource.intake.page import Line
from twosource.model import Block, BlockKind

_IN_FLATTENED_TEXT: tuple[Pass, ...] = (
    furniture.hinted,
    furniture.letterheaded,
    heading.announced_bylines,
    furniture.worded,
    furniture.dated_by_the_copier,
    furniture.rows,
    furniture.tags,
    furniture.repeated,
    heading.titled,
    heading.trail,
    heading.above_the_title,
    heading.below_the_title,
    furniture.listed,
    furniture.credited,
    furniture.biographies,
    furniture.captions,
    furniture.about_the_outlet,
    furniture.unlike_the_story,
    furniture.subheads,
    furniture.signed,
)
_IN_EXTRACTED_TEXT: tuple[Pass, ...] = (
    furniture.hinted,
    furniture.letterheaded,
    heading.announced_bylines,
    furniture.worded,
    heading.titled,
    heading.below_the_title,
    furniture.credited,
    furniture.biographies,
    furniture.subheads,
)
_REST = Mark(BlockKind.BODY, "it reads as running text and nothing marks it as anything else")


def label(
    lines: Sequence[Line], *, flattened: bool, unseen: str | None = None
) -> tuple[Block, ...]:
    """One block per line, in order.

    `flattened` tells that menus may still stand among the lines. `unseen` is the id of a labelled
    page, which is then judged by weights that were made without it.
    """
    story = _story(lines, unseen) if flattened else [True] * len(lines)
    sheet = Sheet(lines, story, turns_in([line.text for line in lines]))
    for find in _IN_FLATTENED_TEXT if flattened else _IN_EXTRACTED_TEXT:
        for index, mark in find(sheet):
            sheet.marks.setdefault(index, mark)
    marks = (sheet.marks.get(index, _REST) for index in range(len(lines)))
    return tuple(
        Block(line.span, mark.kind, mark.reason) for line, mark in zip(lines, marks, strict=True)
    )


def _story(lines: Sequence[Line], unseen: str | None) -> list[bool]:
    """Which lines look like the story; all, where the page is so bare that none does."""
    story = belongs([line.text for line in lines], unseen)
    return story if any(story) else [True] * len(lines)
