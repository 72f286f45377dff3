from tests.collation.reuse.test_derivations import reading
from twosource.collation.reuse import derive, find_passages
from twosource.model import Derivation, Reading

BOX = (
    "Readers who would like to keep the Sarn Messenger on its feet can join the circle of friends, "
    "which gets the winter almanac, two seats at the skittles evening and every column a day early "
    "without a single notice from the ropemakers"
)
SUBJECTS = ("otters", "turnpikes", "choirs", "glaciers", "saddles", "lanterns")


def column(subject: str) -> str:
    """Forty lines on one subject that no other column has a word of."""
    return " ".join(
        f"{subject} {subject[:3]}{n} {subject[-4:]}{n}a {n}{subject[:2]}b." for n in range(70)
    )


def page(name: str, subject: str, shared: str) -> Reading:
    """A column with something shared in its middle."""
    half = column(subject)
    return reading(name, f"{half} {shared} {half[::-1]}")


def derived(*pile: Reading) -> tuple[Derivation, ...]:
    return derive(pile, find_passages(pile))


def test_what_several_articles_carry_that_share_nothing_else_is_a_box() -> None:
    shared = BOX.replace("Readers", f"{BOX}. {BOX[::-1]} Readers")
    found = derived(*(page(subject, subject, shared) for subject in SUBJECTS))
    assert len(found) == 15
    assert not any(one.direct for one in found)
    assert all("on many pages" in one.reasons[0] for one in found)


def test_what_only_two_articles_carry_is_no_box() -> None:
    shared = BOX.replace("Readers", f"{BOX}. {BOX[::-1]} Readers")
    (found,) = derived(*(page(subject, subject, shared) for subject in SUBJECTS[:2]))
    assert found.direct


def test_the_post_of_somebody_shows_no_copying() -> None:
    post = f"{BOX} {BOX[::-1]} and so it is. — The Crier (@criersarn) 3 May"
    (found,) = derived(page("a", "otters", post), page("b", "choirs", post))
    assert not found.direct


def test_a_lone_passage_with_which_both_end_is_the_sites() -> None:
    shared = f"{BOX} {BOX[::-1]}"
    (found,) = derived(
        reading("a", f"{column('otters')} {shared}"), reading("b", f"{column('choirs')} {shared}")
    )
    assert not found.direct
