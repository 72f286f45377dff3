"""A page while its lines are being told apart: what the passes of `flat` look at and ask."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from twosource.intake.lines import is_prose, words
from twosource.intake.lines.wording import Mark, by_wording
from twosource.intake.page import Line
from twosource.model import BlockKind

Found = Iterator[tuple[int, Mark]]

_LONG_SENTENCE = 15  # words; one this long is running text wherever it stands


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page, whether each looks like its story, and what is known of them so far.

    `turns` are the numbers of those that are turns of a talk.
    """

    lines: Sequence[Line]
    story: Sequence[bool]
    turns: frozenset[int] = frozenset()
    marks: dict[int, Mark] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, index: int) -> str:
        """The words of a line."""
        return self.lines[index].text

    def unmarked(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, str]]:
        """The lines from `start` up to `end` that nothing has named yet, with their numbers."""
        for index in range(start, len(self) if end is None else end):
            if index not in self.marks:
                yield index, self.text(index)

    def title(self) -> int | None:
        """Where the title stands, if it has been found."""
        titles = [index for index, mark in self.marks.items() if mark.kind is BlockKind.TITLE]
        return min(titles, default=None)

    def is_body(self, index: int) -> bool:
        """Whether a line is there and is running text by its looks and its wording."""
        if not 0 <= index < len(self) or index in self.turns:
            return index in self.turns
        return self.story[index] and is_prose(self.text(index)) and not by_wording(self.text(index))

    def body_start(self) -> int:
        """The first line of running text: a long sentence, or one with another below it."""
        prose = [index for index, _ in self.unmarked() if self.is_body(index)]
        firm = (
            i for i in prose if len(words(self.text(i))) > _LONG_SENTENCE or self.is_body(i + 1)
        )
        return next(firm, prose[0] if prose else len(self))

    def body_end(self) -> int:
        """The line below the last one of running text."""
        for index in range(len(self) - 1, -1, -1):
            if index not in self.marks and self.is_body(index):
                return index + 1
        return len(self)


Pass = Callable[[Sheet], Found]
