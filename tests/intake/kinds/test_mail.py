"""Messages: what they are called, and what of them is the story that was sent."""

from email.message import EmailMessage

import pytest

from twosource.intake.articles import articles_in
from twosource.model import Article, BlockKind, DateRole

STORY = "A ferry sank off Ruhl on Tuesday.\n\nNine people were rescued, said Ilse Marrow.\n"


def message(subject: str, text: str = STORY) -> bytes:
    mail = EmailMessage()
    mail["From"] = "Ada Quill <ada@ruhl.example>"
    mail["To"] = "desk@ruhl.example"
    mail["Subject"] = subject
    mail["Date"] = "Sat, 3 May 2031 10:00:00 +0000"
    mail.set_content(text)
    return bytes(mail)


def article(data: bytes) -> Article:
    (found,) = articles_in("m.eml", data)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize(
    ("subject", "title", "reason"),
    [
        ("Fwd: Ferry sinks off Ruhl", "Ferry sinks off Ruhl", "sent on"),
        ("FW: Ferry sinks off Ruhl", "Ferry sinks off Ruhl", "as another program writes it"),
        ("Re: Ferry sinks off Ruhl", "Ferry sinks off Ruhl", "answered"),
        ("WG: AW: Ferry sinks off Ruhl", "Ferry sinks off Ruhl", "in German, twice"),
        ("TR : Ferry sinks off Ruhl", "Ferry sinks off Ruhl", "in French, with its space"),
        ("Re[2]: Ferry sinks off Ruhl", "Ferry sinks off Ruhl", "counted"),
        ("[EXTERNAL] Fwd: Ferry sinks", "Ferry sinks", "with an office's warning"),
        ("Reform: who pays for it", "Reform: who pays for it", "a word that begins alike"),
        ("Ferry, re: the leak", "Ferry, re: the leak", "not at its start"),
        ("[Ruhl Post] Ferry sinks", "[Ruhl Post] Ferry sinks", "brackets that are no warning"),
        ("Fwd:", None, "nothing is left"),
    ],
)
def test_the_title_of_a_message_is_its_subject_without_how_it_was_sent(
    subject: str, title: str | None, reason: str
) -> None:
    found = article(message(subject)).title
    assert (found.value if found else None) == title, reason


GMAIL = (
    "---------- Forwarded message ---------\nFrom: Tom Reed <tom@isle.example>\n"
    "Date: Thu, 1 May 2031 at 06:12\nSubject: Ferry sinks off Ruhl\nTo: Ada Quill\n\n"
)
APPLE = (
    '> From: "Reed, Tom" <tom@isle.example>\n> Subject: Ferry sinks off Ruhl\n'
    "> Date: 1 May 2031 at 06:12:00 CET\n> To: Ada Quill\n>\n"
)
FRENCH = (
    "De : Tom Reed <tom@isle.example>\nEnvoyé : jeudi 1 mai 2031 06:12\nÀ : Ada Quill\n"
    "Objet : Ferry sinks off Ruhl\n\n"
)
OUTLOOK = (
    "<html><body><p>FYI</p><p><b>Von:</b> Tom Reed &lt;tom@isle.example&gt;<br><b>Gesendet:</b> "
    "Donnerstag, 1. Mai 2031 06:12<br><b>An:</b> Ada Quill<br><b>Betreff:</b> Ferry sinks off Ruhl"
    f"</p>{''.join(f'<p>{line}</p>' for line in STORY.split(chr(10)) if line)}</body></html>"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"FYI\n\n{GMAIL}{STORY}", "as one program sends on"),
        (f"See below.\n\n{FRENCH}{STORY}", "as another does, in French"),
        (f"{APPLE}> {STORY.replace(chr(10), chr(10) + '> ')}", "as a quotation"),
        (f"FYI\n\n{GMAIL.replace('Tom Reed', 'Bo Fell')}{GMAIL}{STORY}", "sent on twice"),
        (OUTLOOK, "as a page"),
    ],
)
def test_a_story_that_was_sent_on_is_its_writers_and_of_its_day(text: str, reason: str) -> None:
    kind = b"Content-Type: text/html" if text is OUTLOOK else b"Content-Type: text/plain"
    found = article(message("Fwd: For you", text).replace(b"Content-Type: text/plain", kind))
    assert found.byline is not None
    assert found.byline.value == "Tom Reed", reason
    assert found.published is not None
    assert found.published.interval.value == "2031-05-01", reason
    assert found.title is not None
    assert found.title.value == "Ferry sinks off Ruhl", reason
    body = [one.span.of(found.text) for one in found.blocks if one.kind is BlockKind.BODY]
    assert body[-2:] == [line for line in STORY.splitlines() if line], reason
    sent = [one.interval.value for one in found.dates if one.role is DateRole.CRAWLED]
    assert sent == ["2031-05-03"], reason


def test_a_message_quoted_below_a_story_is_not_the_storys_head() -> None:
    found = article(message("Re: Ferry", f"{STORY * 8}\n{GMAIL}Can you send it by nine?\n"))
    assert found.byline is not None
    assert found.byline.value == "Ada Quill"
    assert found.published is not None
    assert found.published.interval.value == "2031-05-03"


def test_three_lines_of_a_list_are_no_head_of_a_message() -> None:
    listed = "From: the quay\nTo: the isle\nPrice: two crowns"
    found = article(message("Ferry", f"{STORY}\n{listed}\n"))
    assert "head of a message" not in "".join(one.reason for one in found.blocks)
