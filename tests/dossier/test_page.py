import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import ViewportSize

from tests.builders import article, claim, evidence, ferry_story, reading
from tests.dossier.conftest import Opened, Scheme
from twosource.dossier import ARTICLES_SHOWN, publish
from twosource.dossier.page import page
from twosource.model import (
    Article,
    Assertion,
    Attested,
    Collation,
    Derivation,
    DerivationKind,
    Origin,
    Reading,
    SetAside,
)

OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true; })"
PHONE: ViewportSize = {"width": 375, "height": 800}


@pytest.fixture(scope="module", name="document")
def _document() -> str:
    return page(publish(ferry_story(), (SetAside("broken.pdf", "no reader for this kind"),)))


def titled(title: str) -> Collation:
    """The ferry story with one title replaced, outlet and file name too."""
    story = ferry_story()
    first, *rest = story.readings
    hostile = replace(
        first.article, name=title, title=Attested(title, title), outlet=Attested(title, title)
    )
    return replace(story, readings=(replace(first, article=hostile), *rest))


# ── safe ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_loads_nothing_and_reports_no_error(opened: Opened, document: str) -> None:
    window = opened("<p>before</p>")
    requests: list[str] = []
    messages: list[str] = []
    window.on("request", lambda request: requests.append(request.url))
    window.on("console", lambda message: messages.append(message.text))
    window.on("pageerror", lambda error: messages.append(str(error)))
    window.context.route("**", lambda route: route.fulfill(body=document, content_type="text/html"))
    window.goto("http://dossier.invalid/")
    window.evaluate(OPEN_ALL)
    assert [url for url in requests if not url.endswith("favicon.ico")] == [
        "http://dossier.invalid/"
    ]
    assert messages == []


@pytest.mark.parametrize(
    "title",
    [
        "<script>window.ran = 1</script>",  # plain markup
        "</title></h3></section><script>window.ran = 1</script>",  # out of its element
        '"><img src=x onerror="window.ran = 1">',  # out of an attribute
        "</script><script>window.ran = 1</script>",  # out of our own script
        "</style><svg onload='window.ran = 1'>",  # out of our own style
        "{{ 1 }}{% for a in b %}",  # markup of the template
    ],
)
def test_markup_in_a_title_is_shown_as_it_was_written_and_does_nothing(
    opened: Opened, title: str
) -> None:
    window = opened(page(publish(titled(title))))
    assert window.evaluate("window.ran") is None
    assert window.locator("#articles .title").get_by_text(title, exact=True).count() == 1


class Elements(HTMLParser):
    """The names of the elements of a document as they open and close."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(" ".join([tag, *sorted(name for name, _ in attrs)]))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")


@settings(max_examples=25)  # each example is a whole page
@given(st.text("<>&\"'/=-!{}%#script style \n\0\u202e\u2028", min_size=1))
def test_no_title_can_open_or_close_an_element_or_add_an_attribute(title: str) -> None:
    assert Elements(page(publish(titled(title)))).seen == Elements(_plain_page()).seen


@cache
def _plain_page() -> str:
    return page(publish(titled("Plain")))


def test_a_script_smuggled_into_the_page_is_stopped_by_its_policy(
    opened: Opened, document: str
) -> None:
    smuggled = document.replace("</main>", "<script>window.ran = 1</script></main>")
    window = opened(smuggled)
    assert window.evaluate("window.ran") is None


def test_a_title_that_reverses_writing_stays_within_itself(opened: Opened) -> None:
    window = opened(page(publish(titled("gnp.\u202ereversed"))))
    loose = window.evaluate(
        """() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const loose = [];
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.data.includes("\\u202e")) continue;
            const kept = node.parentElement.closest("bdi, [dir]");
            if (!kept && !/\\u2068.*\\u202e.*\\u2069/s.test(node.data)) loose.push(node.data);
          }
          return loose;
        }"""
    )
    assert loose == []


# ── every line leads back ────────────────────────────────────────────────────────────────────────


def test_every_link_within_the_page_has_its_target(opened: Opened, document: str) -> None:
    window = opened(document)
    missing = window.evaluate(
        """() => [...document.querySelectorAll("a[href^='#']")]
          .map(link => link.hash.slice(1)).filter(id => !document.getElementById(id))"""
    )
    assert missing == []


def test_every_link_of_a_large_pile_has_its_target_though_not_every_article_is_shown() -> None:
    pile = [article(f"Part {n}", "It rained.", name=f"{n:03}") for n in range(ARTICLES_SHOWN + 50)]
    says = [Assertion(evidence(one, "It rained."), None) for one in pile]
    origins = [Origin("early", (pile[0].id,)), Origin("late", tuple(a.id for a in pile[1:]))]
    origins += [Origin(one.name, (one.id,)) for one in pile[-9:]]
    rained = claim("It rained.", *says, at_least=1, origins=origins)
    copied = [derived(parent, child) for parent, child in pairwise(pile)]
    readings = tuple(map(reading, pile))
    document = page(publish(Collation(readings, tuple(copied), (rained,), (), ())))
    links = set(re.findall(r'href="#([^"]+)"', document))
    assert links - set(re.findall(r'\sid="([^"]+)"', document)) == set()


def derived(parent: Article, child: Article) -> Derivation:
    return Derivation(
        parent.id,
        child.id,
        DerivationKind.COPY,
        confidence=0.9,
        share=0.5,
        direct=True,
        reasons=("One came out before the other.",),
        passages=(),
    )


def test_no_two_places_of_the_page_have_one_name(document: str) -> None:
    names = re.findall(r'\sid="([^"]+)"', document)
    assert len(names) == len(set(names))


def test_a_citation_lights_exactly_the_characters_it_names(opened: Opened, document: str) -> None:
    window = opened(document)
    lit = window.evaluate(
        """() => {
          const words = (anchor) => [...document.querySelectorAll(`[data-part="${anchor}"]`)]
            .map(part => part.textContent).join("");
          const anchors = [...document.querySelectorAll("a.cite[href*='-']")]
            .map(link => link.hash.slice(1));
          return Object.fromEntries(anchors.map(anchor => [anchor, words(anchor)]));
        }"""
    )
    texts = {row.label: _text_of(row.name) for row in publish(ferry_story()).articles.shown}
    assert len(lit) > 5
    for anchor, words in lit.items():
        label, *ends = anchor.split("-")
        start, end = map(int, ends)
        assert words == texts[label][start:end]


def _text_of(name: str) -> str:
    readings = ferry_story().readings
    return next(r.article.text for r in readings if r.article.name == name)


def test_a_citation_opens_its_article_beside_the_finding_and_escape_leads_back(
    opened: Opened, document: str
) -> None:
    window = opened(document)
    link = window.locator("#conflicts a.cite").first
    link.click()
    assert window.locator(".text.drawer .lit").inner_text() == "nine"
    assert window.locator(".text.drawer .lit").is_visible()
    window.keyboard.press("Escape")
    assert window.locator(".text.drawer").count() == 0
    assert link.evaluate("link => link === document.activeElement")


@pytest.mark.parametrize("fragment", ["#%", "#nowhere", "#A1-0-1"])
def test_an_address_that_leads_nowhere_breaks_nothing(
    opened: Opened, document: str, fragment: str
) -> None:
    window = opened(document)
    window.goto(window.url + fragment)
    window.reload()
    assert window.locator("#filter").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_difference_leads_to_its_passage_side_by_side_though_that_is_folded(
    opened: Opened, document: str, *, scripts: bool
) -> None:
    window = opened(document, scripts=scripts)
    assert window.locator(".passage .pair").first.is_hidden()
    window.locator("#changes .alteration > .small a").first.click()
    passage = window.locator(".passage:target")
    assert "seven" in passage.inner_text()
    assert passage.locator(".pair").is_visible()


def test_going_back_closes_the_article(opened: Opened, document: str) -> None:
    window = opened(document)
    window.locator("#conflicts a.cite").first.click()
    window.go_back()
    window.wait_for_function("!document.querySelector('.text.drawer')")
    assert window.locator("#conflicts").is_visible()


def test_without_scripts_a_citation_still_leads_to_its_words(opened: Opened, document: str) -> None:
    window = opened(document, scripts=False)
    window.locator("#conflicts a.cite").first.click()
    assert window.locator(".cited:target").inner_text() == "nine"
    assert window.locator(".cited:target").is_visible()
    assert window.locator("#filter").is_hidden()


def test_the_page_opens_with_the_most_repeated_claim_and_who_rests_on_which_origin(
    opened: Opened, document: str
) -> None:
    hero = opened(document).locator(".hero")
    assert "The ferry ran aground with nine people aboard" in hero.inner_text()
    assert "at least 1, at most 2 origins" in hero.inner_text()
    assert "Joined by the same text" in hero.inner_text()
    told = "fan => [...fan.querySelectorAll('bdi:not(.vh bdi)')].map(name => name.textContent)"
    fans = [fan.evaluate(told) for fan in hero.locator(".maybe .fan").all()]
    assert fans == [["Nordlake Press", "Nordlake Press", "Brenn Daily"], ["shoal.txt", "shoal.txt"]]


@pytest.mark.parametrize("place", [".hero", "#claims"])
def test_a_claim_with_a_contested_number_leads_to_the_conflict(
    opened: Opened, document: str, place: str
) -> None:
    window = opened(document)
    told = window.locator(f"{place} .contested")
    assert told.inner_text() == "Accounts differ in the number: nine; seven"
    told.get_by_role("link").click()
    assert "seven people" in window.locator(".conflict:target").inner_text()


@pytest.mark.parametrize("place", [".hero .fan", "#claims .origin"])
def test_an_article_of_an_origin_leads_to_the_words_with_which_it_puts_the_claim_forward(
    opened: Opened, document: str, place: str
) -> None:
    window = opened(document)
    window.locator(f"{place} a.label").nth(1).click()
    assert window.locator(".text.drawer .lit").inner_text() == "with seven people aboard"


def test_the_opening_draws_some_articles_and_leads_to_the_rest(opened: Opened) -> None:
    pile = [article(f"Part {n}", "It rained.", published=f"2031-01-{n:02}") for n in range(1, 31)]
    says = [Assertion(evidence(one, "It rained."), None) for one in pile]
    rained = claim(
        "It rained,", *says, at_least=1, origins=[Origin("rain", tuple(a.id for a in pile))]
    )
    window = opened(page(publish(Collation(tuple(map(reading, pile)), (), (rained,), (), ()))))
    hero = window.locator(".hero")
    assert hero.locator("li").count() == 11
    assert hero.locator(".said bdi").first.inner_text() == "It rained"
    hero.get_by_text("and 20 more").click()
    assert window.locator("#claim-1:target").locator(".origin a.label", has_text="A30").is_visible()


# ── for everybody ────────────────────────────────────────────────────────────────────────────────


def test_the_keyboard_reaches_everything_that_can_be_used_and_shows_where_it_is(
    opened: Opened, document: str
) -> None:
    window = opened(document)
    window.evaluate(OPEN_ALL)
    usable = window.evaluate(
        """() => {
          const all = [...document.querySelectorAll("a[href], summary, select, button")];
          all.forEach((element, number) => { element.dataset.number = number; });
          return all.length;
        }"""
    )
    reached = set()
    for _ in range(usable):
        window.keyboard.press("Tab")
        number, outline = window.evaluate(
            """() => [document.activeElement.dataset.number,
                      getComputedStyle(document.activeElement).outlineStyle]"""
        )
        assert outline != "none"
        reached.add(number)
    assert len(reached) == usable


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_a_contrast_of_at_least_4_5(
    opened: Opened, document: str, scheme: Scheme
) -> None:
    window = opened(document, scheme=scheme)
    window.evaluate(OPEN_ALL)
    window.locator("a.cite[href*='-']").first.click()
    assert window.evaluate(_FAINT_TEXT) == []


_FAINT_TEXT = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const channel = (v) => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = numbers(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (element.matches("script, style")) continue;
    const [one, other] = [numbers(getComputedStyle(element).color), behind(element)].map(light);
    const ratio = (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    if (ratio < 4.5) faint.push([walker.currentNode.data, ratio]);
  }
  return faint;
}"""


def test_a_dark_screen_prints_black_on_white(opened: Opened, document: str) -> None:
    window = opened(document, scheme="dark")
    window.emulate_media(media="print")
    canvas = "getComputedStyle(document.documentElement).colorScheme"
    assert window.evaluate(canvas) == "light"
    assert window.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_phone_breaks_no_word_of_a_columns_head(opened: Opened, document: str) -> None:
    window = opened(document, viewport=PHONE)
    window.evaluate(OPEN_ALL)
    shared = window.locator(".plain th", has_text="Shared")
    lines = shared.evaluate(
        """it => { const range = document.createRange(); range.selectNodeContents(it);
                   return range.getClientRects().length; }"""
    )
    assert lines == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_never_has_to_scroll_sideways(
    opened: Opened, document: str, scheme: Scheme
) -> None:
    window = opened(document, viewport=PHONE, scheme=scheme)
    window.evaluate(OPEN_ALL)
    assert window.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_screen_shows_every_section_in_the_bar_and_the_bar_covers_no_heading(
    opened: Opened, document: str
) -> None:
    window = opened(document, viewport={"width": 800, "height": 700})
    assert window.evaluate(
        "(b => b.scrollWidth <= b.clientWidth)(document.querySelector('.bar ul'))"
    )
    window.click(".bar a[href='#claims']")
    bar, claims = (window.locator(it).bounding_box() for it in (".bar", "#claims"))
    assert bar
    assert claims
    assert bar["y"] + bar["height"] <= claims["y"]


def test_the_bar_is_one_row_on_a_usual_screen_even_with_every_section(
    opened: Opened, document: str
) -> None:
    window = opened(document, viewport={"width": 1200, "height": 700})
    window.evaluate(
        """() => document.querySelector(".bar ul").replaceChildren(...[
          "Articles", "Copies", "Not in the pile", "Differences", "Claims", "Conflicts", "Quotes",
          "Names", "Changed quotes", "Timeline", "Set aside", "Texts"
        ].map(name => {
          const [item, link] = ["li", "a"].map(tag => document.createElement(tag));
          link.textContent = name;
          item.append(link);
          return item;
        }))"""
    )
    tops = window.locator(".bar li").evaluate_all("all => all.map(one => one.offsetTop)")
    assert (len(tops), len(set(tops))) == (12, 1)


def test_on_a_phone_the_bar_fades_out_where_it_goes_on_and_its_last_name_can_leave_the_fade(
    opened: Opened, document: str
) -> None:
    window = opened(document, viewport=PHONE)
    row = window.locator(".bar ul")
    assert row.evaluate("row => row.scrollWidth > row.clientWidth")
    assert row.evaluate("row => getComputedStyle(row).maskImage") != "none"
    row.evaluate("row => { row.scrollLeft = row.scrollWidth; }")
    ends = [window.locator(it).last.bounding_box() for it in (".bar ul", ".bar li")]
    edge, last = (box["x"] + box["width"] for box in ends if box)
    assert edge - last >= 48  # as wide as the fade


def test_a_phone_scrolls_the_drawing_and_not_the_page_where_many_lines_run_side_by_side(
    opened: Opened,
) -> None:
    window = opened(page(publish(nested(24))), viewport=PHONE)
    assert window.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("width", [360, 1280])
def test_whoever_had_it_from_whom_is_named_beside_a_drawing_of_many_lines(
    opened: Opened, width: int
) -> None:
    window = opened(page(publish(nested(60))), viewport={"width": width, "height": 800})
    names = window.locator(".rows .label").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert len(names) > 40
    assert max(names) <= width


def test_a_phone_cuts_neither_an_outlet_of_two_words_nor_from_whom_it_has_its_text(
    opened: Opened,
) -> None:
    window = opened(page(publish(titled("The Great Castrel Observer"))), viewport=PHONE)
    cut = window.locator(".rows .line:not(.title)").evaluate_all(
        """all => all.filter(one => one.scrollHeight > one.clientHeight + 9  // a line
                                 || one.scrollWidth > one.clientWidth + 1).length"""
    )
    assert cut == 0


def test_the_legend_explains_only_lines_that_are_drawn(opened: Opened, document: str) -> None:
    window = opened(document)
    assert window.locator(".legend svg").count() == 1
    assert "cannot tell" not in window.locator(".legend").inner_text()


def test_a_name_written_from_the_right_does_not_turn_the_sentence_it_opens(opened: Opened) -> None:
    said = "\u05d3\u05df \u05db\u05d4\u05df, the engineer, told of nine people aboard."
    one = article("Ferry", said)
    told = claim(
        said, Assertion(evidence(one, said), None), at_least=1, origins=[Origin("Dan", (one.id,))]
    )
    window = opened(page(publish(Collation((reading(one),), (), (told,), (), ()))))
    window.evaluate(OPEN_ALL)
    turned = window.locator("bdi.said, .block").evaluate_all(
        "all => all.map(one => getComputedStyle(one).direction)"
    )
    assert set(turned) == {"ltr"}


def nested(articles: int) -> Collation:
    """The first article copied by the last, the second by the last but one, and so on."""
    pile = [article(f"Part {n}", "Words.", published=f"{2031 + n}-01-01") for n in range(articles)]
    copied = [
        derived(parent, child)
        for parent, child in zip(pile[: articles // 2], reversed(pile), strict=False)
    ]
    return Collation(tuple(map(reading, pile)), tuple(copied), (), (), ())


def test_a_word_too_long_for_a_phone_is_broken_rather_than_widening_the_page(
    opened: Opened,
) -> None:
    window = opened(page(publish(titled("w" * 400))), viewport=PHONE)
    window.evaluate(OPEN_ALL)
    assert window.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_page_has_its_landmarks_and_no_heading_is_skipped(
    opened: Opened, document: str
) -> None:
    window = opened(document)
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        assert window.get_by_role(landmark).count() == 1, landmark
    levels = window.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_table_has_a_caption_and_every_column_head_its_scope(
    opened: Opened, document: str
) -> None:
    window = opened(document)
    assert window.locator("table").count() == window.locator("table > caption").count() > 0
    assert window.locator("th:not([scope])").count() == 0


def test_a_text_says_which_language_a_screen_reader_should_read_it_in(
    opened: Opened, document: str
) -> None:
    assert opened(document).locator("#A1 .column").get_attribute("lang") == "en"


@pytest.mark.parametrize("pile", [(), (reading(article("Alone", "It rained.")),)])
def test_a_pile_without_findings_is_a_page_without_empty_sections(
    opened: Opened, pile: tuple[Reading, ...]
) -> None:
    window = opened(page(publish(Collation(pile, (), (), (), ()))))
    shown = window.locator("main > section").evaluate_all("all => all.map(one => one.id)")
    assert shown == (["articles", "texts"] if pile else [])
    assert window.locator("h1").inner_text() == ("1 article" if pile else "0 articles")
    assert window.locator("#filter").is_hidden()


def test_a_change_is_told_in_words_and_not_by_colour_alone(opened: Opened, document: str) -> None:
    window = opened(document)
    assert window.locator("del").first.text_content() == " [number changed: nine] "
    assert window.locator("ins").first.text_content() == " [number changed: seven] "


def test_a_reader_can_keep_only_the_findings_with_one_article(
    opened: Opened, document: str
) -> None:
    window = opened(document)
    window.locator("#filter").select_option("A3")
    assert window.locator("#conflicts .conflict").is_hidden()
    assert "Nothing here" in window.locator("#conflicts .body").evaluate(
        "body => getComputedStyle(body, '::after').content"
    )
    assert window.locator("#claims .claim").is_visible()
    assert "involve A3" in (window.locator("#status").text_content() or "")
    assert window.locator("#of-all").inner_text().endswith("only the findings with A3.")
    window.locator("#filter").select_option("")
    assert window.locator("#of-all").is_hidden()
    assert window.locator("#conflicts .conflict").is_visible()


def test_the_page_attributes_and_passes_no_verdict(opened: Opened, document: str) -> None:
    window = opened(document)
    window.evaluate(OPEN_ALL)
    shown = window.locator("body").inner_text()
    assert re.findall(r"\b(true|false|biased?|propaganda|lie[sd]?)\b", shown, re.IGNORECASE) == []
