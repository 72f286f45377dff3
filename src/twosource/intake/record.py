"""What stands inside a file that holds several pages: a feed, an archive, a table, a mailbox."""

from dataclasses import dataclass

from twosource.intake.page import NOTHING_SAID, Markup


@dataclass(frozen=True, slots=True)
class Record:
    """One page of several: its bytes, and what the file around it says of it.

    `label` tells it apart from the others of the file and becomes part of the article's name.
    """

    label: str
    data: bytes
    markup: Markup = NOTHING_SAID


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of such a file that is not read, and why; `label` as of a record."""

    label: str
    reason: str


Part = Record | Unread
