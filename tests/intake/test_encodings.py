"""Bytes become the characters they stand for, whatever they say they are."""

import pytest

from twosource.errors import Unsupported
from twosource.intake.encodings import decode, in_utf8, said_of_itself
from twosource.intake.kinds.html import read_html
from twosource.intake.kinds.mail import read_mail
from twosource.intake.record import Record

SAID = "“It’s late,” said Zoë Quill – the mayor’s aide, who had paid £3 for a café in Olm. "
TURKISH = "Liman idaresi köprünün kapatılacağını bildirdi, gerekçe göstermedi; şehir üzgün."
RUSSIAN = "Мост закроют для грузовиков, сообщила во вторник администрация порта."
CUT = (SAID * 3).encode() + "é".encode()[:1]


@pytest.mark.parametrize(
    ("data", "said", "text", "reason"),
    [
        (SAID.encode(), "iso-8859-1", SAID, "what is UTF-8 is UTF-8, whatever it is called"),
        (SAID.encode("cp1252"), "utf-8", SAID, "windows-1252 called UTF-8"),
        (SAID.encode("cp1252"), "iso-8859-1", SAID, "the label means windows-1252"),
        (SAID.encode("cp1252"), None, SAID, "English that does not say what it is"),
        ("It’s late.".encode("cp1252"), None, "It’s late.", "too short for statistics"),
        ((SAID * 30).encode("cp1252"), "no-such-thing", SAID * 30, "an encoding nobody has"),
        (CUT, None, SAID * 3 + "\ufffd", "UTF-8 that was cut off in a character"),
        (TURKISH.encode("cp1254"), None, TURKISH, "many letters beyond English: judged"),
        (RUSSIAN.encode("cp1251"), None, RUSSIAN, "nothing but letters beyond English"),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN, "it says what it is"),
        (SAID.encode("utf-16-be"), None, SAID, "UTF-16 without its mark"),
        (b"A heron\0landed on the roof.", None, "A heron\0landed on the roof.", "a stray NUL"),
    ],
)
def test_bytes_become_the_characters_they_stand_for(
    data: bytes, said: str | None, text: str, reason: str
) -> None:
    assert decode(data, said) == text, reason


@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"\xff\xfe\0"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unsupported):
        decode(data)


@pytest.mark.parametrize(
    ("data", "same"),
    [
        (SAID.encode("utf-16"), SAID.encode()),
        (SAID.encode("utf-16-le"), SAID.encode()),
        (SAID.encode(), SAID.encode()),
        (SAID.encode("cp1252"), SAID.encode("cp1252")),
        (b"%PDF-1.4 \0\0\0\0\0\0", b"%PDF-1.4 \0\0\0\0\0\0"),
        (b"\xff\xfe\0", b"\xff\xfe\0"),
    ],
)
def test_only_what_is_utf_16_is_turned_into_utf_8(data: bytes, same: bytes) -> None:
    assert in_utf8(data) == same


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"<html><meta charset='koi8-r'>", "koi8-r"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=GB2312">', "GB2312"),
        (b"<?xml version='1.0' encoding=\"iso-8859-9\"?>", "iso-8859-9"),
        (b"<p>The charset=utf-8 of a page</p>", None),
    ],
)
def test_a_page_says_in_its_head_which_encoding_it_is_in(page: bytes, said: str | None) -> None:
    assert said_of_itself(page) == said


PAGE = (
    f"<html><head>META<title>Olm</title></head><body><p>{SAID}</p><p>{SAID * 2}</p></body></html>"
)


@pytest.mark.parametrize("name", ["utf-8", "iso-8859-1", "windows-1252"])
def test_a_page_keeps_its_quotation_marks_whatever_it_calls_its_encoding(name: str) -> None:
    page = PAGE.replace("META", f'<meta charset="{name}">').encode("cp1252")
    assert SAID.strip() in read_html(page).text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("Content-Type: text/html", "utf-8"),  # as browsers save pages
        ("Content-Type: text/plain", "cp1252"),
        ("Content-Type: text/plain; charset=us-ascii", "utf-8"),
        ("Content-Type: text/plain; charset=utf-8", "cp1252"),
        ("Content-Type: text/plain; charset=iso-8859-1", "cp1252"),
        ("Content-Type: text/plain; charset=no-such-thing", "utf-8"),
    ],
)
def test_a_message_keeps_its_quotation_marks_whatever_it_says_of_its_encoding(
    head: str, encoding: str
) -> None:
    message = f"From: a\nSubject: b\n{head}\nContent-Transfer-Encoding: 8bit\n\n".encode()
    (part,) = read_mail(message + SAID.encode(encoding))
    assert isinstance(part, Record)
    assert SAID.strip() in part.data.decode()
