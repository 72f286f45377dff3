"""Names are marked in the stories as ⟦PER|Ottavia Prenn⟧, so that no tagger stands between."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.collation.identities import find_identities
from twosource.model import (
    Article,
    Attested,
    Block,
    BlockKind,
    Identity,
    Mention,
    NameKind,
    Reading,
    Span,
)

MARK = re.compile(r"⟦(\w+)\|([^⟧]+)⟧")


def reading(name: str, marked: str) -> Reading:
    """An article of one paragraph whose names are those that are marked."""
    text, mentions, end = "", [], 0
    for found in MARK.finditer(marked):
        text += marked[end : found.start()]
        span = Span(len(text), len(text) + len(found[2]))
        mentions.append(Mention(span, NameKind(found[1]), 1.0))
        text, end = text + found[2], found.end()
    text += marked[end:]
    block = Block(Span(0, len(text)), BlockKind.BODY, "as the test has it")
    article = Article(id=name, name=name, text=text, blocks=(block,))
    return Reading(article, (), (), (), (), mentions=tuple(mentions))


def pile(*marked: str) -> list[Reading]:
    return [reading(chr(ord("A") + place), one) for place, one in enumerate(marked)]


def who(*marked: str) -> dict[str, set[str]]:
    """Every identity by its fullest name, with all its forms."""
    found = find_identities(pile(*marked))
    return {one.name: {alias.name for alias in one.aliases} for one in found}


SAME = [
    (
        ["The ⟦ORG|Ministry of Transport of Belmere⟧ spoke.", "The ⟦ORG|Transport Ministry⟧ paid."],
        {"Ministry of Transport of Belmere": {
            "Ministry of Transport of Belmere", "Transport Ministry"}},
        "a body is one whichever way its words are turned",
    ),
    (
        ["⟦ORG|Sea Guard of the Republic of Dorvia⟧", "The ⟦ORG|Dorvian Sea Guard⟧ spoke."],
        {"Sea Guard of the Republic of Dorvia": {
            "Sea Guard of the Republic of Dorvia", "Dorvian Sea Guard"}},
        "a land and its people's name tie a body to the same",
    ),
    (
        ["⟦ORG|Ministry of Defence⟧ and ⟦ORG|Interior Ministry⟧."],
        {name: {name} for name in ("Ministry of Defence", "Interior Ministry")},
        "two ministries are not one by their head",
    ),
    (
        ["⟦ORG|Council of Vaskaria⟧.", "⟦ORG|Vaskarian Council⟧."],
        {name: {name} for name in ("Council of Vaskaria", "Vaskarian Council")},
        "two words more are needed to take a people for their land",
    ),
    (
        ["⟦ORG|Council of Ruhl⟧.", "⟦ORG|Ruhl Harbour Council⟧."],
        {name: {name} for name in ("Council of Ruhl", "Ruhl Harbour Council")},
        "nor is a town's council its harbour's",
    ),
    (
        ["⟦PER|Tobias Renk⟧ flew.", "⟦PER|T. Renk⟧ signed."],
        {"Tobias Renk": {"Tobias Renk", "T. Renk"}},
        "an initial stands for the only first name that it can",
    ),
    (
        ["⟦ORG|Orlesk Courier⟧ asked.", "As the ⟦ORG|Courier⟧ had it."],
        {"Orlesk Courier": {"Orlesk Courier", "Courier"}},
        "a pile knows one paper of that name",
    ),
    (
        ["the ⟦ORG|Dorvian Sea Guard⟧ (⟦ORG|SG⟧); ⟦ORG|SG⟧", "the ⟦ORG|Sea Guard⟧ (⟦ORG|SG⟧)"],
        {"Dorvian Sea Guard": {"Dorvian Sea Guard", "Sea Guard", "SG"}},
        "initials of a form that another article has mean what that form means there",
    ),
    (
        ["⟦ORG|SEA GUARD OF RUHL⟧ said", "the ⟦ORG|Sea Guard⟧ said", "⟦ORG|Sea Guard⟧"],
        {"Sea Guard": {"SEA GUARD OF RUHL", "Sea Guard"}},
        "a letterhead's capitals do not give a body its name",
    ),
    (
        ["⟦PER|Ottavia Prenn⟧ spoke.", "⟦PER|Prenn⟧ left."],
        {"Ottavia Prenn": {"Ottavia Prenn", "Prenn"}},
        "a surname means the only person in the pile who has it",
    ),
    (
        ["⟦PER|Milo Dessany⟧ signed.", "⟦PER|Milo⟧ waved."],
        {"Milo Dessany": {"Milo Dessany", "Milo"}},
        "so does a first name",
    ),
    (
        ["⟦PER|Ettore Corbello⟧ won. ⟦PER|Corbello⟧ wept.", "⟦PER|Rosalba Corbello⟧ lost."],
        {
            "Ettore Corbello": {"Ettore Corbello", "Corbello"},
            "Rosalba Corbello": {"Rosalba Corbello"},
        },
        "the one named in the same article comes before another of that name elsewhere",
    ),
    (
        ["⟦PER|Ettore Corbello⟧ met ⟦PER|Rosalba Corbello⟧. ⟦PER|Corbello⟧ wept."],
        {name: {name} for name in ("Ettore Corbello", "Rosalba Corbello", "Corbello")},
        "where two fit equally well the surname stays by itself",
    ),
    (
        ["⟦PER|Anna Maria Prenn⟧ and ⟦PER|Anna Prenn⟧ and ⟦PER|Prenn⟧."],
        {"Anna Maria Prenn": {"Anna Maria Prenn", "Anna Prenn", "Prenn"}},
        "forms that are parts of one another are one name",
    ),
    (
        ["⟦ORG|Lake Port Authority⟧ (⟦ORG|LPA⟧).", "⟦ORG|L.P.A.⟧ denied it."],
        {"Lake Port Authority": {"Lake Port Authority", "LPA", "L.P.A."}},
        "initials stand for the name, with points or without",
    ),
    (
        ["⟦ORG|Bank of Orvane⟧ and ⟦ORG|BO⟧."],
        {"Bank of Orvane": {"Bank of Orvane", "BO"}},
        "initials may leave out small words",
    ),
    (
        ["⟦ORG|Galdo City Council⟧ met. ⟦ORG|Council⟧ adjourned.", "⟦ORG|Council⟧ of elsewhere."],
        {"Galdo City Council": {"Galdo City Council", "Council"}, "Council": {"Council"}},
        "the end of a body's name means it only where it is named",
    ),
    (
        ["⟦LOC|New Galdo⟧ is far.", "⟦LOC|Galdo⟧ is near."],
        {"New Galdo": {"New Galdo"}, "Galdo": {"Galdo"}},
        "a part of a place's name is another place",
    ),
    (
        ["⟦PER|Corbin Ashe⟧ dug.", "⟦PER|Corwin Ashe⟧ dug."],
        {"Corbin Ashe": {"Corbin Ashe", "Corwin Ashe"}},
        "two spellings in two articles are one name",
    ),
    (
        ["⟦PER|Corbin Ashe⟧ and his brother ⟦PER|Corwin Ashe⟧ dug."],
        {"Corbin Ashe": {"Corbin Ashe"}, "Corwin Ashe": {"Corwin Ashe"}},
        "two spellings in one article are two people",
    ),
    (
        ["⟦LOC|Kafr Dar⟧ burned.", "⟦LOC|Kafrdar⟧ burned."],
        {"Kafr Dar": {"Kafr Dar", "Kafrdar"}},
        "a space more or less is no other name",
    ),
    (
        ["⟦PER|José Ruiz⟧ ran.", "⟦PER|Jose Ruiz⟧ ran.", "⟦PER|JOSE RUIZ⟧"],
        {"José Ruiz": {"José Ruiz", "Jose Ruiz", "JOSE RUIZ"}},
        "nor are accents and capitals",
    ),
    (
        ["⟦ORG|Tram 12⟧ stopped.", "⟦ORG|Tram 13⟧ stopped."],
        {"Tram 12": {"Tram 12"}, "Tram 13": {"Tram 13"}},
        "numbers are never misspelt",
    ),
    (
        ["⟦LOC|Austria⟧ won.", "⟦LOC|Australia⟧ lost."],
        {"Austria": {"Austria"}, "Australia": {"Australia"}},
        "names of one word need more to go by",
    ),
    (
        ["⟦PER|Orvane⟧ smiled.", "⟦LOC|Orvane⟧ lies there.", "⟦PER|Orvane⟧, of ⟦LOC|Orvane⟧."],
        {"Orvane": {"Orvane"}},
        "a man and a town of one name stay two (both are called Orvane here)",
    ),
    (
        ["⟦ORG|Lake Ports Authority⟧ spoke.", "⟦PER|LPA⟧ spoke."],
        {"Lake Ports Authority": {"Lake Ports Authority", "LPA"}},
        "initials that were taken for a man still stand for the body",
    ),
    (["The ⟦GROUP|Norwegian⟧ ferry."], {}, "a nationality is nobody"),
    (["⟦OTHER|…⟧ and ⟦OTHER|—⟧."], {}, "signs without letters are no name"),
]  # fmt: skip


@pytest.mark.parametrize(("articles", "expected", "reason"), SAME, ids=[row[2] for row in SAME])
def test_names_of_one_are_brought_together_and_no_others(
    articles: list[str], expected: dict[str, set[str]], reason: str
) -> None:
    assert who(*articles) == expected, reason


def test_the_same_words_of_two_kinds_in_two_articles_are_one() -> None:
    (found,) = find_identities(pile("⟦ORG|Junavolt⟧ paid, ⟦ORG|Junavolt⟧ said.", "⟦PER|Junavolt⟧."))
    assert found.kind is NameKind.ORGANISATION


def test_a_man_and_a_town_of_one_name_are_two_where_one_article_has_both() -> None:
    found = find_identities(pile("⟦PER|Orvane⟧, of ⟦LOC|Orvane⟧."))
    assert {one.kind for one in found} == {NameKind.PERSON, NameKind.PLACE}


def test_what_most_mentions_say_decides_the_kind() -> None:
    (found,) = find_identities(
        pile("⟦ORG|Lowmark⟧ paid.", "⟦ORG|Lowmark⟧, ⟦ORG|Lowmark⟧, ⟦PER|Lowmark⟧.")
    )
    assert found.kind is NameKind.ORGANISATION
    assert sum(len(alias.evidence) for alias in found.aliases) == 4


def test_names_of_several_words_are_of_the_kind_that_most_mentions_say() -> None:
    text = "⟦LOC|Cape Hollin⟧, ⟦LOC|Cape Hollin⟧ and ⟦PER|Cape Hollin⟧, ⟦PER|Cape Hollin⟧ again"
    (found,) = find_identities(pile(f"{text}, ⟦LOC|Cape Hollin⟧."))
    assert found.kind is NameKind.PLACE


def test_what_an_article_came_out_in_is_no_person() -> None:
    (first, *others) = pile("⟦PER|Canal Nine⟧ asked.", "⟦PER|Ada Quill⟧ told ⟦PER|Canal Nine⟧.")
    outlet = Attested("Canal Nine", "it heads the page")
    first = replace(first, article=replace(first.article, outlet=outlet))
    kinds = {one.name: one.kind for one in find_identities([first, *others])}
    assert kinds == {"Canal Nine": NameKind.ORGANISATION, "Ada Quill": NameKind.PERSON}


@pytest.mark.parametrize("name", ["Lake Lines", "Galdo Evening Mail", "Ulvane City Tramways"])
def test_what_is_called_as_only_bodies_are_is_a_body(name: str) -> None:
    (found,) = find_identities(pile(f"⟦LOC|{name}⟧ opened."))
    assert found.kind is NameKind.ORGANISATION


@pytest.mark.parametrize("name", ["Galdo House", "Orvane City", "Mail"])
def test_what_may_be_a_place_stays_what_its_mentions_say(name: str) -> None:
    (found,) = find_identities(pile(f"⟦LOC|{name}⟧ opened."))
    assert found.kind is NameKind.PLACE


def test_every_form_says_why_it_is_taken_for_the_same() -> None:
    (found,) = find_identities(pile("⟦PER|Ottavia Prenn⟧ spoke.", "⟦PER|Prenn⟧ left."))
    assert found.reasons == ("“Prenn”: the last name of one person only",)


def test_the_most_widely_named_comes_first() -> None:
    found = find_identities(pile("⟦LOC|Galdo⟧, ⟦LOC|Galdo⟧, ⟦LOC|Orvane⟧.", "⟦LOC|Orvane⟧."))
    assert [one.name for one in found] == ["Orvane", "Galdo"]


NAMES = [
    "Anna Prenn",
    "Prenn",
    "Anna",
    "Ana Prenn",
    "Otto Prenn",
    "Lake Port Authority",
    "LPA",
    "Port",
]
marked = st.lists(
    st.lists(
        st.tuples(st.sampled_from(["PER", "ORG", "LOC"]), st.sampled_from(NAMES)), max_size=5
    ).map(lambda names: " and ".join(f"⟦{kind}|{name}⟧" for kind, name in names)),
    min_size=1,
    max_size=4,
)


def places(found: tuple[Identity, ...]) -> Iterator[tuple[str, Span]]:
    for one in found:
        for alias in one.aliases:
            yield from ((e.article, e.span) for e in alias.evidence)


@given(marked)
def test_every_name_is_in_one_identity_and_no_span_lies(articles: list[str]) -> None:
    readings = pile(*articles)
    found = find_identities(readings)
    mentioned = [(r.article.id, m.span) for r in readings for m in r.mentions]
    assert sorted(places(found)) == sorted(mentioned)
    texts = {r.article.id: r.article.text for r in readings}
    for one in found:
        for alias in one.aliases:
            assert {e.span.of(texts[e.article]) for e in alias.evidence} == {alias.name}


@given(marked, st.randoms())
def test_the_order_of_the_articles_makes_no_difference(articles: list[str], random: object) -> None:
    readings = pile(*articles)
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis types it as object
    assert find_identities(shuffled) == find_identities(readings)


def test_of_two_with_one_surname_a_full_name_behind_the_surname_is_no_proof() -> None:
    late = "⟦PER|Velk⟧ spoke. Private ⟦PER|Jan Velk⟧ was buried."
    assert who(late, "⟦PER|Aron Velk⟧ slept.")["Jan Velk"] == {"Jan Velk"}
    assert who(late, "⟦PER|Karl Olm⟧ slept.")["Jan Velk"] == {"Jan Velk", "Velk"}
    early = "Private ⟦PER|Jan Velk⟧ was buried. ⟦PER|Velk⟧ was 19."
    assert who(early, "⟦PER|Aron Velk⟧ slept.")["Jan Velk"] == {"Jan Velk", "Velk"}
