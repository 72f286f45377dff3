"""What the wording of a line alone tells of it, wherever it stands."""

import pytest

from twosource.intake.articles import articles_in
from twosource.intake.lines.wording import by_wording
from twosource.model import Article, BlockKind

K = BlockKind
LONG = (
    "This article is for subscribers only. To go on, log in with your account or take out a "
    "subscription, from a crown a week."
)
BANNER = (
    "We and our partners store information on a device, such as cookies, and process what they "
    "tell, such as where you are, for advertisements and to count who reads what."
)
RIGHTS = (
    "Copyright 2031 Ruhl Post. This may not be published, broadcast, rewritten or sold to others "
    "without the leave of those who own it."
)


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        ("Subscribe to continue reading", K.NAVIGATION, "a wall's own heading"),
        ("This article is for subscribers", K.NAVIGATION, "what the wall says"),
        ("This article is for subscribers only. Log in.", K.NAVIGATION, "and how to pass it"),
        (LONG, K.NAVIGATION, "a wall's sentence may be long"),
        ("To continue reading, subscribe or log in", K.NAVIGATION, "the same turned round"),
        ("You have reached your limit of free articles.", K.NAVIGATION, "a wall that counts"),
        ("Already a subscriber? Sign in", K.NAVIGATION, "the door beside the wall"),
        ("You have 2 free articles left", K.NAVIGATION, "a wall to come"),
        ("Dieser Artikel ist nur für Abonnenten.", K.NAVIGATION, "a wall in German"),
        ("3–4 minutes", K.METADATA, "what reader modes put under the title"),
        ("5 min read", K.METADATA, "what sites put there"),
        ("Estimated reading time 4 minutes", K.METADATA, "with no colon"),
        ("Estimated reading time: 4 minutes", K.METADATA, "and with one"),
        ("Reading time: about 5 minutes", K.METADATA, "in other words"),
        ("4 Min. Lesezeit", K.METADATA, "in German"),
        ("Temps de lecture : 3 min", K.METADATA, "in French"),
        ("We value your privacy", K.NAVIGATION, "the heading of a banner"),
        (BANNER, K.NAVIGATION, "and its long sentence"),
        ("By continuing to use this site you agree to cookies.", K.NAVIGATION, "a banner below"),
        ("Reject all", K.NAVIGATION, "its button"),
        (RIGHTS, K.METADATA, "a notice of rights may be long"),
        ("Find this article at:", K.METADATA, "printed pages give their address"),
        ("The post Ferry sinks appeared first on Ruhl Post.", K.METADATA, "put there by a program"),
        ("1/6 The quay at dawn. Photograph: Ada Quill/Post", K.CAPTION, "a picture of a gallery"),
        ("We use cookies from the bakery on the quay.", None, "cookies that are eaten"),
        ("The post on the quay was first manned in May.", None, "another post"),
        ("Subscribers to the Post rose by nine, its editor said.", None, "news about a paper"),
        ("Already a member of the board, she had no vote.", None, "a story's sentence"),
        ("The ferry left three to four minutes late.", None, "a time within a sentence"),
        ("It took 5 minutes", None, "a sentence without its stop"),
    ],
)
def test_a_line_is_told_by_its_wording(line: str, kind: BlockKind | None, reason: str) -> None:
    mark = by_wording(line)
    assert (mark.kind if mark else None) is kind, reason


STORY = ("A ferry sank off Ruhl on Tuesday.", "Nine people were rescued, said Ilse Marrow.")
AROUND = ("5 min read", "This article is for subscribers.", "Subscribe to continue reading")


def test_neither_a_wall_nor_the_time_it_takes_to_read_is_body_of_a_web_page() -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in (AROUND[0], *STORY, *AROUND[1:]))
    page = f"<html><body><article><h1>Ferry sinks</h1>{paragraphs}</article></body></html>"
    (article,) = articles_in("a.html", page.encode())
    assert isinstance(article, Article)
    body = [one.span.of(article.text) for one in article.blocks if one.kind is K.BODY]
    assert body == [*STORY]
