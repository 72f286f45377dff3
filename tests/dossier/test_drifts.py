from tests.inline import reading
from twosource import collate, publish
from twosource.model import DriftKind


def test_a_changed_meaning_comes_before_other_words_for_the_same() -> None:
    first = reading(
        "a",
        "“The ferry is as safe as any house,” said Ana Olm.\n"
        "“We lost 46 good men that night,” said Karl Ruun.",
        published="2024-05-01",
    )
    second = reading(
        "b",
        "“That ferry is safe like a house,” said Ana Olm.\n"
        "“We lost 64 good men that night,” said Karl Ruun.",
        published="2024-05-02",
    )
    shown = publish(collate([first, second])).drifts.shown
    assert [drift.kind for drift in shown] == [DriftKind.MEANING.value, DriftKind.WORDING.value]
    assert [drift.articles for drift in shown] == [("A1", "A2")] * 2
    assert shown[0].first.words == "We lost 46 good men that night,"
