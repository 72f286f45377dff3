"""Which lines of bare text are turns of a talk."""

import pytest

from twosource.intake.flat.talk import turns_in


@pytest.mark.parametrize(
    ("lines", "turns", "why"),
    [
        (["Q: Did it sink?", "A: It did.", "Q: When?", "A: At noon."], 4, "two labels take turns"),
        (
            ["COURIER: Did it sink?", "OLM: It did.", "A bell.", "COURIER: When?", "OLM: At noon."],
            4,
            "a line between them is none",
        ),
        (
            ["Q: Did it sink?", "A: It did.", "BRANDT: At one.", "Q: When?", "A: At noon."],
            5,
            "a label in capitals joins a talk once",
        ),
        (
            ["Q: Did it sink?", "A: It did.", "Q: When?", "A: At noon.", "SHARE: By mail"],
            4,
            "below it, one in capitals is of the page",
        ),
        (
            [
                "• Fact check: Is the bridge shut?",
                "Fact check: Is the bridge shut?",
                "• Ferry of the week: The Marigold",
                "Ferry of the week: The Marigold",
            ],
            0,
            "other stories stand there twice, each in a row",
        ),
        (
            ["Tonight: Is the bridge shut?", "Tonight: Ferry sinks", "Tonight: Rain"],
            0,
            "one label alone is that of a programme",
        ),
        (["Ruhl: 1", "Halden: 0", "Ruhl: 2", "Halden: 0"], 0, "where nobody asks, it is a score"),
    ],
)
def test_turns_are_lines_whose_labels_come_back_in_turn(
    lines: list[str], turns: int, why: str
) -> None:
    assert len(turns_in(lines)) == turns, why
