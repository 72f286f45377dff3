import itertools

import pytest

from tests.inline import reading
from twosource import collate
from twosource.model import Collation, Drift, DriftKind, Evidence, Reading


def collation(*texts: str) -> Collation:
    """A pile of these texts, published a day apart in their order."""
    return collate(
        reading(f"{name}", text, published=f"2024-05-0{day}")
        for day, (name, text) in enumerate(zip("abcdef", texts, strict=False), start=1)
    )


def drifts(*texts: str) -> tuple[Drift, ...]:
    return collation(*texts).drifts


def words(found: Evidence, *texts: str) -> str:
    return found.span.of(texts["abcdef".index(found.article)])


SAID = "“The ferry is safe because we have mended every pump,” said Ana Olm."
KINDS = [
    (
        "a condition is cut off",
        SAID,
        "“The ferry is safe,” said Ana Olm.",
        DriftKind.MEANING,
    ),
    (
        "half of it is left out",
        "“The ferry is safe and it sails on Monday,” said Ana Olm.",
        "“The ferry is safe,” said Ana Olm.",
        DriftKind.SCOPE,
    ),
    (
        "two who listened",
        "“The ferry is as safe as any house,” said Ana Olm.",
        "“That ferry is safe like a house,” said Ana Olm.",
        DriftKind.WORDING,
    ),
    (
        "a negation is gone",
        "“The old ferry is not a safe ferry,” said Ana Olm.",
        "“The old ferry is a safe ferry,” said Ana Olm.",
        DriftKind.MEANING,
    ),
    (
        "a number differs",
        "“We lost 46 good men that night,” said Ana Olm.",
        "“We lost 64 good men that night,” said Ana Olm.",
        DriftKind.MEANING,
    ),
    (
        "a date that the other only points to",
        "“We have no record of an inspection in February 2025,” said Ana Olm.",
        "Ana Olm said that there was no record of such an inspection.",
        DriftKind.WORDING,
    ),
    (
        "a number is gone",
        "“We lost 46 good men in that night of the fire,” said Ana Olm.",
        "“We lost many good men in that night of the fire,” said Ana Olm.",
        DriftKind.MEANING,
    ),
    (
        "somebody else is given the words",
        "“The ferry is safe as any house,” said Ana Olm.",
        "“The ferry is safe as any house,” said Karl Ruun.",
        DriftKind.ATTRIBUTION,
    ),
    (
        "a name becomes an insider",
        "“The ferry is safe as any house,” said Ana Olm.",
        "“The ferry is safe as any house,” said an insider.",
        DriftKind.ATTRIBUTION,
    ),
    (
        "an insertion is swallowed",
        "“They never mended it [the ferry] at all,” said Ana Olm.",
        "“They never mended it (the ferry) at all,” said Ana Olm. She left.",
        None,
    ),
    (
        "an insertion is added",
        "“They never mended it at all,” said Ana Olm.",
        "“They never mended it (the ferry of Ruhl) at all,” said Ana Olm.",
        DriftKind.GLOSS,
    ),
    (
        "the same fragment is said of something else",
        "Ana Olm called the loss of both ferries a “heavy blow to us all”.",
        "Ana Olm called the new timetable a “heavy blow to us all”.",
        DriftKind.SCOPE,
    ),
    ("nothing changed", SAID, SAID + " Nobody else spoke.", None),
    ("only marks changed", SAID, SAID.replace("“", '"').replace("”", '"'), None),
    ("two different statements", SAID, "“I like herring,” said Ana Olm.", None),
    (
        "the minister may be the one who is named",
        "“The ferry is safe as any house,” said Ana Olm.",
        "“The ferry is safe as any house,” the minister said.",
        None,
    ),
]


@pytest.mark.parametrize(("reason", "first", "second", "kind"), KINDS, ids=[k[0] for k in KINDS])
def test_what_became_of_a_statement_is_told_by_what_changed(
    reason: str, first: str, second: str, kind: DriftKind | None
) -> None:
    assert [drift.kind for drift in drifts(first, second)] == ([kind] if kind else []), reason


def test_both_variants_are_shown_where_they_stand_and_the_earlier_comes_first() -> None:
    texts = SAID, "“The ferry is safe,” said Ana Olm."
    (found,) = drifts(*texts)
    assert words(found.a, *texts) == "The ferry is safe because we have mended every pump,"
    assert words(found.b, *texts) == "The ferry is safe,"
    assert found.speaker == "Ana Olm"
    assert "because we have mended every pump" in found.reason


def test_each_article_is_held_against_the_one_that_had_it_first() -> None:
    cut = "“The ferry is safe,” said Ana Olm."
    found = drifts(SAID, cut, f"It was late. {cut}")
    assert [(d.a.article, d.b.article) for d in found] == [("a", "b"), ("a", "c")]


OWN = (
    "The port was quiet all night. The harbour of Ruhl has been closed to every ferry since the "
    "storm tore away its northern wall. Nobody was hurt."
)
QUOTED = (
    "Ana Olm spoke late. The board said, “The harbour of Ruhl has been closed to every ferry "
    "since the storm tore away its northern wall.” She left."
)


def test_words_of_one_articles_own_that_the_other_quotes_are_a_drift_of_attribution() -> None:
    (found,) = drifts(OWN, QUOTED)
    assert found.kind is DriftKind.ATTRIBUTION
    assert words(found.a, OWN, QUOTED).startswith("The harbour of Ruhl has been closed")
    assert words(found.b, OWN, QUOTED).endswith("its northern wall.")
    assert "own voice" in found.reason


def test_the_place_where_the_other_tells_them_as_its_own_ends_at_no_half_word() -> None:
    quoted = (
        "The fire had started in a refrigerated lorry on the car deck. “The alarm reached us at "
        "10:52 p.m.,” Ottavia Prenn, commander of the Lake Rescue service, told CPB by telephone."
    )
    own = (
        "The fire had started in a refrigerated lorry on the car deck. The alarm was raised at "
        "10.52 p.m., and Ottavia Prenn of the Lake Rescue service was content with her crews."
    )
    (found,) = drifts(quoted, own)
    assert words(found.b, quoted, own).removesuffix(" and") == "The alarm was raised at 10.52 p.m.,"


def test_the_order_of_the_articles_changes_no_drift() -> None:
    readings: list[Reading] = list(collation(SAID, QUOTED, OWN, KINDS[0][2]).readings)
    found = {collate(order).drifts for order in itertools.permutations(readings)}
    assert len(found) == 1
