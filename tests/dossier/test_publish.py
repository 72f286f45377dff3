from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Annotated, get_args, get_origin, get_type_hints

import pytest

from tests.builders import article, claim, day, evidence, ferry_story, reading, statement, words
from twosource.dossier import ARTICLES_SHOWN, CLAIMS_SHOWN, RELATIONS_SHOWN, publish, view
from twosource.dossier.view import Change, Dossier
from twosource.model import (
    Account,
    Article,
    Aspect,
    Assertion,
    Attested,
    Claim,
    Collation,
    Conflict,
    Dependence,
    DependenceKind,
    Derivation,
    DerivationKind,
    Edit,
    EditKind,
    Interval,
    Origin,
    Passage,
    PassageKind,
    Polarity,
    Quantity,
    Reading,
    Relay,
    SetAside,
    Speaker,
    SpeakerKind,
    Stance,
    StatementKind,
    TimeExpression,
)


def only(*readings: Reading) -> Collation:
    return Collation(readings, (), (), (), ())


@pytest.fixture(name="dossier")
def _dossier() -> Dossier:
    return publish(ferry_story())


def test_articles_are_labelled_by_date_and_the_earliest_is_a1(dossier: Dossier) -> None:
    rows = [(row.label, row.source) for row in dossier.articles.shown]
    assert rows == [("A1", "Nordlake Press"), ("A2", "Brenn Daily"), ("A3", "shoal.txt")]


def test_the_same_articles_in_another_order_are_the_same_dossier() -> None:
    story = ferry_story()
    turned = replace(story, readings=story.readings[::-1])
    aside = (SetAside("b", "unreadable"), SetAside("a", "empty"))
    assert publish(turned, aside) == publish(story, aside[::-1])


def test_an_article_without_a_date_comes_last() -> None:
    dated = article("Later", "Body.", published="2031-01-01")
    undated = article("Anytime", "Body.")
    dossier = publish(only(reading(undated), reading(dated)))
    assert [row.title for row in dossier.articles.shown] == ["Later", "Anytime"]


def test_of_articles_of_one_day_every_copy_comes_after_its_parent() -> None:
    first, second, third = (
        article(title, "It rained.", published="2031-01-01", name=name)
        for title, name in [("First", "z.txt"), ("Second", "b.txt"), ("Third", "a.txt")]
    )
    line = (copied(first, second), copied(second, third), copied(first, third))
    story = replace(only(*map(reading, (third, second, first))), derivations=line)
    assert [row.title for row in publish(story).articles.shown] == ["First", "Second", "Third"]


def copied(parent: Article, child: Article) -> Derivation:
    return Derivation(
        parent.id,
        child.id,
        DerivationKind.COPY,
        confidence=0.9,
        share=1.0,
        direct=True,
        reasons=(),
        passages=(),
    )


def test_a_copy_is_shown_with_the_parent_on_the_left_whatever_the_ids_say(
    dossier: Dossier,
) -> None:
    (relation,) = dossier.relations.shown
    assert relation.sentence == "A2 has text from A1"
    assert {p.left.citation.label for p in relation.passages.shown} == {"A1"}


def test_a_changed_number_is_told_in_the_direction_of_the_copy(dossier: Dossier) -> None:
    (relation,) = dossier.relations.shown
    changes = [change for p in relation.passages.shown for change in p.changes]
    assert [_told(change) for change in changes] == [("number changed", "nine", "seven")]
    assert [_told(a.change) for a in dossier.alterations.shown] == [_told(c) for c in changes]


def _told(change: Change) -> tuple[str, str | None, str | None]:
    sides = (change.left, change.right)
    before, after = (side.words if side else None for side in sides)
    return change.kind, before, after


@pytest.mark.parametrize(
    ("seven", "differences"),
    [
        (7, 1),  # nine and seven
        (9, 0),  # as if both words meant nine, the way "twenty" and "20" do
    ],
)
def test_a_number_merely_written_otherwise_is_no_difference(seven: int, differences: int) -> None:
    story = ferry_story()
    readings = [replace(r, quantities=counted(r.article, seven)) for r in story.readings]
    assert len(publish(replace(story, readings=tuple(readings))).alterations.shown) == differences


def counted(of: Article, seven: float) -> tuple[Quantity, ...]:
    """The number of the article, "nine" read as 9 and "seven" as is given."""
    word, value = ("nine", 9.0) if "nine" in of.text else ("seven", seven)
    where = words(of, word)
    return (Quantity(where, where, value, value, None, None, None),)


def test_the_two_marks_of_one_quotation_are_one_difference() -> None:
    quoted = article("One", 'She called it "a miracle" again.', published="2031-01-01")
    plain = article("Two", "She called it a miracle again.", published="2031-01-02")
    one, other = sorted((quoted, plain), key=lambda side: side.id)
    opening = Edit(EditKind.QUOTATION_MARKS, words(one, "it"), words(other, "it"))
    closing = Edit(EditKind.QUOTATION_MARKS, words(one, "miracle"), words(other, "miracle"))
    passage = Passage(
        evidence(one, one.text.split("\n\n")[1]),
        evidence(other, other.text.split("\n\n")[1]),
        PassageKind.EDITED,
        similarity=1.0,
        edits=(opening, closing),
    )
    shared = replace(copied(quoted, plain), passages=(passage,))
    story = replace(only(reading(quoted), reading(plain)), derivations=(shared,))
    (alteration,) = publish(story).alterations.shown
    assert alteration.change.marks


def test_where_nobody_is_known_to_be_the_parent_nothing_is_said_to_have_been_changed() -> None:
    story = ferry_story()
    undecided = replace(story.derivations[0], kind=DerivationKind.UNDECIDED)
    (alteration,) = publish(replace(story, derivations=(undecided,))).alterations.shown
    assert (alteration.directed, alteration.change.kind) == (False, "number")


def test_the_headline_of_a_claim_counts_articles_outlets_and_origins(dossier: Dossier) -> None:
    (claim,) = dossier.claims.shown
    assert claim.headline == (
        "3 articles, 2 outlets (1 article of no known outlet): at least 1, at most 2 origins"
    )


def test_a_claim_names_everybody_through_whom_it_is_put_forward_once() -> None:
    pile = [article(f"Part {n}", f"It burned, {name} said.") for n, name in _WITNESSES]
    says = [
        Assertion(evidence(one, "It burned"), Speaker(name, SpeakerKind.NAMED, words(one, name)))
        for one, (_, name) in zip(pile, _WITNESSES, strict=True)
    ]
    burned = claim("It burned", *says, at_least=1, origins=[Origin("x", (pile[0].id,))])
    story = replace(only(*map(reading, pile)), claims=(burned,))
    assert publish(story).claims.shown[0].speakers == ("Tove Arnesen", "Ove Lind")


def test_who_disputes_a_claim_stands_apart_and_is_counted_apart() -> None:
    pile = [article("Part 1", "It burned, the mate said."), article("Part 2", "It never burned.")]
    burned = claim(
        "It burned",
        Assertion(evidence(pile[1], "It never burned."), None, Stance.DENIES),
        Assertion(evidence(pile[0], "It burned"), None),
        at_least=1,
        origins=[Origin("x", (pile[0].id,))],
    )
    (shown,) = publish(replace(only(*map(reading, pile)), claims=(burned,))).claims.shown
    assert shown.headline == "1 article of no known outlet: 1 origin; disputed in 1 article"
    assert [one.citation.words for one in shown.assertions.shown] == ["It burned"]
    assert [one.citation.words for one in shown.disputed.shown] == ["It never burned."]
    assert shown.worded.words == "It burned"
    assert len(shown.with_articles) == 2


def test_a_claim_is_worded_by_the_original_and_not_by_its_copy_of_the_same_day() -> None:
    original = article("Harbour shut", "It held 143 people.", name="z", published="2031-05-02")
    copy = article("Harbour closed", "It held 113 people.", name="a", published="2031-05-02")
    held = claim(
        "It held 113 people.",
        Assertion(evidence(copy, "It held 113 people."), None),
        Assertion(evidence(original, "It held 143 people."), None),
        at_least=1,
        origins=[Origin("x", (copy.id, original.id))],
    )
    kind = DerivationKind.COPY
    copied = Derivation(original.id, copy.id, kind, 0.9, 0.9, direct=True, reasons=(), passages=())
    story = replace(only(*map(reading, (copy, original))), claims=(held,), derivations=(copied,))
    (shown,) = publish(story).claims.shown
    assert (shown.wording, shown.worded.label) == ("It held 143 people.", "A1")


_WITNESSES = [(1, "Tove Arnesen"), (2, "Ove Lind"), (3, "Tove Arnesen")]


def test_origins_that_an_uncertain_link_joins_stand_in_one_group(dossier: Dossier) -> None:
    (claim,) = dossier.claims.shown
    (group,) = claim.groups.shown
    labels = [[one.label for one in origin.articles.shown] for origin in group.origins]
    assert labels == [["A1", "A2"], ["A3"]]


def test_each_article_of_an_origin_leads_to_where_it_first_puts_the_claim_forward() -> None:
    pile = [article("Part 1", "It burned. All of it burned down.")]
    says = [Assertion(evidence(pile[0], words), None) for words in ("burned down", "It burned")]
    burned = claim("It burned", *says, at_least=1, origins=[Origin("x", (pile[0].id,))])
    (shown,) = publish(replace(only(*map(reading, pile)), claims=(burned,))).claims.shown
    (cited,) = shown.groups.shown[0].origins[0].articles.shown
    assert cited.words == "It burned"


def test_a_claim_whose_number_other_accounts_give_otherwise_says_so(dossier: Dossier) -> None:
    (claim,) = dossier.claims.shown
    (one,) = claim.contested
    assert (one.conflict, one.aspect, one.says.shown) == (1, "number", ("nine", "seven"))


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        (Aspect.STANCE, "nine"),  # who denies it stands with the claim already
        (Aspect.NUMBER, "Monday"),  # the conflict is about other words of the sentence
    ],
)
def test_a_claim_is_not_contested_by_every_conflict(aspect: Aspect, words: str) -> None:
    story = ferry_story()
    (conflict,) = story.conflicts
    agency = next(r.article for r in story.readings if "with nine people" in r.article.text)
    other = replace(conflict, aspect=aspect, accounts=(Account(words, (evidence(agency, words),)),))
    (claim,) = publish(replace(story, conflicts=(other,))).claims.shown
    assert claim.contested == ()


def _linked(kind: DependenceKind, *, certain: bool) -> Dependence:
    return Dependence("one", "other", kind, certain=certain, reason="stated by the test")


_TEXT = _linked(DependenceKind.TEXT, certain=True)
_UNTOLD = _linked(DependenceKind.UNTOLD, certain=False)


@pytest.mark.parametrize(
    ("at_least", "at_most", "links", "told"),
    [
        (1, 1, (_TEXT,), "Joined by the same text"),
        (1, 1, (_TEXT, _UNTOLD), "Joined by the same text"),  # nothing is left to doubt
        (2, 2, (), "No link between them is seen"),
        (
            1,
            2,
            (_UNTOLD,),
            "No sure link between them; perhaps fewer origins: a speaker nobody names",
        ),
        (
            1,
            2,
            (_UNTOLD, _linked(DependenceKind.SPEAKER, certain=True)),
            "Joined by the same speaker; perhaps fewer origins: a speaker nobody names",
        ),
    ],
)
def test_a_claim_says_in_a_line_why_its_origins_are_so_many(
    at_least: int, at_most: int, links: tuple[Dependence, ...], told: str
) -> None:
    pile = [article(f"Part {n}", "It rained.") for n in range(2)]
    says = [Assertion(evidence(one, "It rained."), None) for one in pile]
    parts = [pile] if at_most == 1 else [[one] for one in pile]
    origins = [Origin("x", tuple(one.id for one in part)) for part in parts]
    between = [replace(link, a=pile[0].id, b=pile[1].id) for link in links]
    rained = claim("It rained.", *says, at_least=at_least, origins=origins, links=between)
    (shown,) = publish(replace(only(*map(reading, pile)), claims=(rained,))).claims.shown
    assert shown.joined == told


def test_articles_that_one_reason_joins_are_listed_together(dossier: Dossier) -> None:
    (claim,) = dossier.claims.shown
    assert [(link.kind, link.certain, link.joins) for link in claim.links] == [
        ("text", True, (("A1", "A2"),)),
        ("speaker", False, (("A1", "A3"),)),
    ]


def test_a_citation_gives_its_words_within_their_sentence(dossier: Dossier) -> None:
    (conflict,) = dossier.conflicts.shown
    (nine,) = conflict.accounts[0].citations.shown
    assert nine.words == "nine"
    assert nine.before.endswith("on Monday with ")
    assert nine.after == " people aboard."


def test_a_conflict_between_dates_says_how_each_was_read() -> None:
    one, other = article("One", "It burned on Monday."), article("Two", "It burned on Tuesday.")
    accounts = Account("Monday", (evidence(one, "Monday"),)), Account("4 May 2031", ())
    monday = TimeExpression(words(one, "Monday"), day("2031-05-03"), None, "stated by the test")
    story = only(replace(reading(one), times=(monday,)), reading(other))
    conflict = Conflict(Aspect.DATE, "the fire", accounts, "stated by the test")
    (shown,) = publish(replace(story, conflicts=(conflict,))).conflicts.shown
    assert [account.meaning for account in shown.accounts] == ["3 May 2031", None]


def test_a_length_of_time_is_read_as_no_date() -> None:
    one, other = article("One", "Banned for five years."), article("Two", "Banned for three years.")
    accounts = Account("five years", (evidence(one, "five years"),)), Account("three years", ())
    unplaced = Interval("XXXX", None, None)
    years = TimeExpression(words(one, "five years"), unplaced, None, "stated by the test")
    story = only(replace(reading(one), times=(years,)), reading(other))
    conflict = Conflict(Aspect.DATE, "the ban", accounts, "stated by the test")
    (shown,) = publish(replace(story, conflicts=(conflict,))).conflicts.shown
    assert [account.meaning for account in shown.accounts] == [None, None]


def test_the_same_words_in_two_articles_are_one_quote_with_two_citations(dossier: Dossier) -> None:
    (speaker,) = dossier.speakers.shown
    (quote,) = speaker.quotes.shown
    assert (speaker.name, speaker.role) == ("Tove Arnesen", "the ferry's mate")
    assert [citation.label for citation in quote.citations.shown] == ["A1", "A2"]


def test_a_denial_is_told_as_one_and_never_joined_with_the_same_words_said() -> None:
    one = article("One", "The mayor said the well was dry.", outlet="East")
    other = article("Two", "The mayor denied the well was dry.", outlet="West")
    said = statement(one, "the well was dry", speaker="The mayor", kind=StatementKind.INDIRECT)
    denied = replace(
        statement(other, "the well was dry", speaker="The mayor", kind=StatementKind.INDIRECT),
        polarity=Polarity.DENIES,
    )
    (mayor,) = publish(only(reading(one, said), reading(other, denied))).speakers.shown
    stances = {quote.citations.shown[0].label: quote.stance for quote in mayor.quotes.shown}
    assert stances == {"A1": None, "A2": "denies"}


@pytest.mark.parametrize(
    ("sentence", "content", "shown"),
    [
        ("“It burns,” she said.", ("It burns,",), "“It burns,”"),  # curly
        ('"It burns," she said.', ("It burns,",), '"It burns,"'),  # straight
        ("‘It burns,’ she said.", ("It burns,",), "‘It burns,’"),  # single
        ("She said it burns.", ("it burns",), "it burns"),  # nothing was quoted
        ("She said it “burns” now.", ("it", "burns", "now"), "it … “burns” … now"),  # in part
        ("“It burns. She ran off.", ("It burns.",), "“It burns."),  # goes on in the next paragraph
        ("She said it was the boys' fire.", ("it was the boys",), "it was the boys"),  # apostrophe
    ],
)
def test_words_stand_in_quotation_marks_exactly_where_the_article_has_them(
    sentence: str, content: tuple[str, ...], shown: str
) -> None:
    one = article("One", sentence)
    (speaker,) = publish(only(reading(one, statement(one, *content)))).speakers.shown
    assert speaker.quotes.shown[0].words == shown


def test_a_quote_names_those_it_came_through() -> None:
    one = article("One", "The ferry sank, the agency quoted the captain as saying.")
    agency = Speaker("the agency", SpeakerKind.DESCRIBED, words(one, "the agency"))
    relayed = replace(
        statement(one, "The ferry sank", speaker="the captain"),
        chain=(Relay(agency, words(one, "the agency quoted")),),
    )
    (captain,) = publish(only(reading(one, relayed))).speakers.shown
    assert captain.quotes.shown[0].through == ("the agency",)


def test_a_passage_told_in_other_words_is_not_shown_as_word_for_word() -> None:
    story = ferry_story()
    (derivation,) = story.derivations
    told = replace(
        derivation.passages[0], kind=PassageKind.REWRITTEN, edits=(), confidence=0.6, similarity=0.2
    )
    changed = replace(story, derivations=(replace(derivation, passages=(told,)),))
    (passage,) = publish(changed).relations.shown[0].passages.shown
    assert (passage.kind, passage.identical, passage.confidence) == ("rewritten", False, 0.6)


def test_a_copy_none_of_which_is_word_for_word_is_likely_wherever_it_is_told() -> None:
    story = ferry_story()
    (derivation,) = story.derivations
    told = replace(derivation.passages[0], kind=PassageKind.REWRITTEN, edits=(), confidence=0.6)
    changed = replace(derivation, passages=(told,), sharing=0.6)
    dossier = publish(replace(story, derivations=(changed,)))
    (relation,) = dossier.relations.shown
    assert relation.sentence == "A2 likely has text from A1"
    assert (relation.likely, relation.sharing) == (True, 0.6)
    assert (relation.finding, relation.confidence) == ("who had it first", 0.94)
    likely = "1 likely has text from another article of the pile"
    assert f"{likely}, though no long run of it word for word." in dossier.lede
    assert dossier.graph.rows[1].note == "text from A1 (91%, likely)"
    assert dossier.graph.edges[0].likely


def test_words_in_quotation_marks_by_which_nobody_is_quoted_are_counted_not_listed(
    dossier: Dossier,
) -> None:
    assert dossier.fragments == 1
    assert "Nobody named" not in {speaker.name for speaker in dossier.speakers.shown}


def test_two_officials_of_one_description_are_never_joined() -> None:
    pile = [
        article("One", "“Go,” said an official.", outlet="East"),
        article("Two", "“Stay,” said an official.", outlet="West"),
    ]
    said = [("Go", pile[0]), ("Stay", pile[1])]
    readings = [
        reading(a, statement(a, w, speaker="an official", known=SpeakerKind.DESCRIBED))
        for w, a in said
    ]
    assert len(publish(only(*readings)).speakers.shown) == 2


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),  # would run
        ("data:text/html,<script>", False),  # would run
        ("file:///etc/passwd", False),  # leads into the reader's own machine
        ("//example.org/a", False),  # no scheme: would follow the page's own
        ("https:", False),  # no host
        ("http://[", False),  # cannot be taken apart
        ("", False),
    ],
)
def test_only_web_addresses_become_links(address: str, *, shown: bool) -> None:
    linked = replace(article("A", "B."), url=Attested(address, "canonical link"))
    (row,) = publish(only(reading(linked))).articles.shown
    assert row.link == (address if shown else None)


def test_every_character_of_a_block_is_in_the_text_that_is_shown(dossier: Dossier) -> None:
    articles = {reading.article.name: reading.article for reading in ferry_story().readings}
    for text in dossier.texts:
        shown = ["".join(piece.text for piece in p.pieces) for p in text.paragraphs]
        source = articles[text.name]
        assert shown == [block.span.of(source.text) for block in source.blocks]


def test_an_empty_pile_is_a_dossier_that_says_so() -> None:
    dossier = publish(only())
    assert (dossier.title, dossier.period) == ("0 articles", None)
    assert dossier.articles.shown == ()


def _annotations() -> Iterator[tuple[str, object]]:
    for name, noun in vars(view).items():
        if isinstance(noun, type) and noun.__module__ == view.__name__:
            hints = get_type_hints(noun, include_extras=True)
            yield from ((f"{name}.{field}", hint) for field, hint in hints.items())


@pytest.mark.parametrize(("field", "hint"), list(_annotations()))
def test_every_field_a_reader_is_shown_has_its_sentence_of_help(field: str, hint: object) -> None:
    assert get_origin(hint) is Annotated, field
    assert get_args(hint)[1].endswith("."), field


def test_a_large_pile_shows_the_strongest_and_says_how_many_more_there_are() -> None:
    pile = [article(f"Part {n}", "It rained.", name=f"{n:03}") for n in range(ARTICLES_SHOWN + 7)]
    claims = [rained(pile[: 2 + n % 9]) for n in range(CLAIMS_SHOWN + 5)]
    readings = tuple(map(reading, pile))
    dossier = publish(Collation(readings, (), tuple(claims), (), ()))
    assert (len(dossier.articles.shown), dossier.articles.more) == (ARTICLES_SHOWN, 7)
    assert (len(dossier.claims.shown), dossier.claims.more) == (CLAIMS_SHOWN, 5)
    assert len(dossier.claims.shown[0].articles) == 10


def test_a_difference_is_shown_only_with_the_relation_it_leads_to() -> None:
    story = ferry_story()
    dossier = publish(replace(story, derivations=story.derivations * (RELATIONS_SHOWN + 3)))
    assert (len(dossier.relations.shown), dossier.relations.more) == (RELATIONS_SHOWN, 3)
    shown = {relation.anchor for relation in dossier.relations.shown}
    assert {
        alteration.passage.rpartition("-")[0] for alteration in dossier.alterations.shown
    } <= shown


def test_a_claim_of_hundreds_of_articles_lists_some_and_counts_the_rest() -> None:
    pile = [article(f"Part {n}", "It rained.", name=f"{n:03}") for n in range(200)]
    readings = tuple(map(reading, pile))
    (shown,) = publish(Collation(readings, (), (rained(pile),), (), ())).claims.shown
    assert shown.headline == "200 articles of no known outlet: 1 origin"
    assert (len(shown.assertions.shown), shown.assertions.more) == (40, 160)
    assert shown.groups.shown[0].origins[0].articles.more == 170


def test_an_article_that_a_finding_cites_is_on_the_page_however_large_the_pile() -> None:
    pile = [article(f"Part {n}", "It rained.", name=f"{n:03}") for n in range(ARTICLES_SHOWN + 7)]
    readings = tuple(map(reading, pile))
    dossier = publish(Collation(readings, (), (rained(pile[-2:]),), (), ()))
    cited = {a.citation.label for claim in dossier.claims.shown for a in claim.assertions.shown}
    assert cited <= {text.label for text in dossier.texts}


def rained(pile: Sequence[Article]) -> Claim:
    says = [Assertion(evidence(one, "It rained."), None) for one in pile]
    rain = Origin("rain", tuple(one.id for one in pile))
    return claim("It rained.", *says, at_least=1, origins=[rain])
