import pytest

from twosource.collation.identities.names import full_names, plain_name


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("The Inland Tribune", "inland tribune"),
        ("Mr. Olland", "olland"),
        ("Prenn's", "prenn"),
        ("calvenzapost.com", "calvenzapost"),
        ("  Lake   Rescue ", "lake rescue"),
        ("", ""),
    ],
)
def test_a_plain_name_drops_what_outlets_vary(given: str, plain: str) -> None:
    assert plain_name(given) == plain


def test_a_surname_means_the_only_person_who_has_it() -> None:
    assert full_names(["Prenn", "Ottavia Prenn"])["prenn"] == "ottavia prenn"


def test_a_surname_that_two_people_have_means_neither() -> None:
    names = full_names(["Corbello", "Ettore Corbello", "Rosalba Corbello"])
    assert names["corbello"] == "corbello"


def test_short_forms_of_one_long_name_all_mean_it() -> None:
    names = full_names(["Anna Maria Prenn", "Maria Prenn", "Prenn"])
    assert set(names.values()) == {"anna maria prenn"}
