"""Messages: what they are called, and what of them is the story that was sent."""

from email.message import EmailMessage

import pytest

from twosource.intake.articles import articles_in
from twosource.model import Article

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
