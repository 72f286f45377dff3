"""Whether a name means an entity that is asked for by another form of its name."""

import pytest

from evaluation.entities import means

ASKED = ["Ruhl", "Ruhl 77", "Ana Olm", "Federal Harbour Authority", "US Lake Fleet"]


@pytest.mark.parametrize(
    ("name", "entity", "right"),
    [
        ("Ana Olm", "Ana Olm", True),  # the whole name
        ("Olm", "Ana Olm", True),  # a surname
        ("Mayor Anna Olm", "Ana Olm", True),  # another spelling of the first name
        ("Ben Olm", "Ana Olm", False),  # somebody else of the family
        ("FHA", "Federal Harbour Authority", True),  # initials
        ("Ruhl Motor Company", "Ruhl", True),  # a fuller form
        ("Ruhl", "Ruhl 77", False),  # which is another that is asked for
        ("the Ruhl 77", "Ruhl 77", True),  # with an article
        ("U.S. Lake Fleet's", "US Lake Fleet", True),  # points and a possessive
        ("Lake", "US Lake Fleet", False),  # neither beginning nor end
    ],
)
def test_a_name_means_the_entity_it_fits_best(name: str, entity: str, *, right: bool) -> None:
    assert means(name, entity, ASKED) is right
