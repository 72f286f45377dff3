from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from tests.builders import article, claim, evidence, ferry_story, reading
from twosource.dossier import publish
from twosource.dossier.summary import ARTICLES, summary
from twosource.dossier.view import Dossier
from twosource.model import (
    Assertion,
    Attested,
    Collation,
    Interval,
    Origin,
    SetAside,
    Stance,
)


def printed(dossier: Dossier, *, width: int = 100) -> str:
    out = StringIO()
    summary(dossier, Console(file=out, width=width, color_system=None))
    return out.getvalue()


def titled(title: str) -> Dossier:
    story = ferry_story()
    first, *rest = story.readings
    changed = replace(first, article=replace(first.article, title=Attested(title, "first line")))
    return publish(replace(story, readings=(changed, *rest)))


@pytest.mark.parametrize(
    "words",
    [
        "3 articles, 3 to 5 March 2031",  # what it is
        "Nordlake Press: Ferry Ulla runs aground off Brenn",  # an article
        "date line",  # how its date is known
        "A2 has text from A1",  # who had it from whom
        "2 outlets (1 article of no known outlet): at least 1, at most 2 origins",  # a claim
        "accounts differ in the number: nine; seven",  # that its number is contested
        "people aboard the Ulla",  # a conflict
        "seven (A2)",  # one side of it
        "broken.pdf: no reader for this kind",  # what was set aside
    ],
)
def test_the_summary_tells_one_of_everything_a_reader_decides_by(words: str) -> None:
    assert words in printed(
        publish(ferry_story(), (SetAside("broken.pdf", "no reader for this kind"),))
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_article_takes_one_line_however_narrow_the_terminal(width: int) -> None:
    out = printed(titled("A very long headline " * 20), width=width).splitlines()
    assert max(map(len, out)) <= width
    table = out[out.index("Articles") + 1 :]
    assert [line[:2] for line in table[: table.index("")]] == ["A1", "A2", "A3"]


def test_a_long_date_and_how_it_is_known_push_no_article_out_of_a_narrow_terminal() -> None:
    story = ferry_story()
    first, *rest = story.readings
    told = first.article.published
    assert told
    span = Interval("2030-09-17/2031-09-28", date(2030, 9, 17), date(2031, 9, 28))
    told = replace(told, interval=span, how="between the last day it tells of and the day it came")
    late = replace(first, article=replace(first.article, published=told))
    out = printed(publish(replace(story, readings=(late, *rest))), width=40).splitlines()
    assert "A1  17 September 20…  between t…  shoal…" in out


def test_markup_of_the_terminal_library_in_a_title_is_only_text() -> None:
    assert "[bold]Ferry[/bold] :smile:" in printed(titled("[bold]Ferry[/bold] :smile:"))


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]0;owned\x07",  # would rename the window
        "\x1b[2J",  # would wipe the screen
        "\x9b31m",  # the same escape in one character
        "\u202egnp.exe",  # would turn the line round
        "\u2066hidden",  # an isolate that is never closed
        "\r overwritten",  # would write over the line
    ],
)
def test_a_title_cannot_steer_the_terminal(hostile: str) -> None:
    out = printed(titled(f"Ferry {hostile} Ulla"))
    assert hostile not in out
    assert "Ulla" in out


def test_an_empty_pile_prints_its_two_lines() -> None:
    out = printed(publish(Collation((), (), (), (), ())))
    assert out.startswith("0 articles\n")
    assert "Conflicts" not in out


def test_a_long_list_ends_by_saying_how_much_is_left() -> None:
    many = [reading(article(f"Part {n}", "Words.")) for n in range(ARTICLES + 3)]
    assert "… 3 more, with --out or --json" in printed(
        publish(Collation(tuple(many), (), (), (), ()))
    )


def test_who_disputes_a_claim_stands_apart_from_who_puts_it_forward() -> None:
    pile = [article(f"Part {n}", "It rained.", published=f"2031-01-{n:02}") for n in range(1, 20)]
    says = [Assertion(evidence(one, "It rained."), None) for one in pile[:-1]]
    denies = Assertion(evidence(pile[-1], "It rained."), None, Stance.DENIES)
    origins = [Origin("East", tuple(one.id for one in pile[:-1]))]
    rained = claim("It rained.", *says, denies, at_least=1, origins=origins)
    out = printed(publish(Collation(tuple(map(reading, pile)), (), (rained,), (), ())), width=200)
    assert "18 articles of no known outlet: 1 origin; disputed in 1 article\n" in out
    assert "  East: A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 and 7 more\n" in out
    assert "  disputed by A19\n" in out


def test_a_claim_tells_which_articles_rest_on_which_origin_and_why() -> None:
    out = printed(publish(ferry_story()))
    assert "  perhaps one origin: Nordlake Press: A1 A2; shoal.txt: A3\n" in out
    assert "  joined by the same text; perhaps fewer origins: speakers who may be one\n" in out


@pytest.mark.parametrize("width", [40, 80])
def test_a_claim_is_told_to_its_end_however_narrow_the_terminal(width: int) -> None:
    words = "The harbour office at Brenn kept its gates shut through the night, " * 2 + "it said"
    pile = [article(f"Part {n}", words) for n in range(2)]
    says = [Assertion(evidence(one, words), None) for one in pile]
    origins = [Origin("East", tuple(one.id for one in pile))]
    shut = claim(words, *says, at_least=1, origins=origins)
    story = Collation(tuple(map(reading, pile)), (), (shut,), (), ())
    out = printed(publish(story), width=width)
    assert words in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= width


def test_a_claim_that_runs_on_is_cut_and_says_so() -> None:
    words = "and so it went on " * 40
    pile = [article(f"Part {n}", words) for n in range(2)]
    says = [Assertion(evidence(one, words), None) for one in pile]
    origins = [Origin("East", tuple(one.id for one in pile))]
    story = claim(words, *says, at_least=1, origins=origins)
    out = printed(publish(Collation(tuple(map(reading, pile)), (), (story,), (), ())))
    assert out.count("and so it went on") < 20
    assert "…" in out
