"""Runs the real program on files of several parts: none of them vanishes without a word."""

import io
import json
import subprocess
import sys
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.parser import parse_xml

from twosource.intake.guard import Guard
from twosource.intake.sources import Source
from twosource.model import Article, SetAside

FIRST = "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
SECOND = "The caretaker said that he had seen many birds; but never one as patient as this one was."
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def ingested(name: str, data: bytes, folder: Path, *options: str) -> str:
    (folder / name).write_bytes(data)
    command = [sys.executable, "-m", "twosource", "ingest", str(folder), "--lines", *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("Titel;Datum;Volltext\nHeron;2031-05-03;{}\n", "a German spreadsheet"),
        ("Titel\tDatum\tVolltext\nHeron\t2031-05-03\t{}\n", "cells between tabs"),
        ("sep=;\r\nTitel;Datum;Volltext\r\nHeron;2031-05-03;{}\r\n", "Excel says what cuts it"),
        ("Titel, Datum, Volltext\nHeron, 2031-05-03, {}\n", "blanks before the quotation marks"),
        ('"Ti,tel";"Da,tum";Volltext\nHeron;2031-05-03;{}\n', "commas in the names"),
    ],
)
def test_a_table_is_cut_where_its_first_row_is(table: str, reason: str, tmp_path: Path) -> None:
    cell = f'"{FIRST}\n\n{SECOND}, he said, ""at all"""'
    told = ingested("a.csv", table.format(cell).encode(), tmp_path, "--field", "text=Volltext")
    assert "a.csv#1\n" in told, reason
    assert "lines: 2 body" in told, reason


def test_a_row_with_more_cells_than_the_first_row_has_names_is_set_aside(tmp_path: Path) -> None:
    table = f"title,text\nHeron,It landed, and stayed, he said.\nGull,{FIRST}\nTern,{SECOND},,\n"
    told = ingested("a.csv", table.encode(), tmp_path)
    assert "a.csv#1\n  set aside: it has more cells than the first row has names" in told
    assert "a.csv#2\n  title: Gull" in told
    assert "a.csv#3\n  title: Tern" in told


def test_a_quotation_mark_between_tabs_swallows_no_row(tmp_path: Path) -> None:
    rows = [("title", "text"), ('"Heron', FIRST), ("Gull", SECOND), ('Tern"', FIRST[:60])]
    table = "".join("\t".join(row) + "\n" for row in rows)
    told = ingested("a.tsv", table.encode(), tmp_path)
    assert [line for line in told.splitlines() if line[0] == "a"] == [
        "a.tsv#1",
        "a.tsv#2",
        "a.tsv#3",
    ]


def test_a_table_without_a_text_says_what_its_fields_are_called(tmp_path: Path) -> None:
    told = ingested("a.csv", b"Kop;Verhaal\nHeron;It landed.\n", tmp_path)
    assert "say with --field text=NAME which field holds it, of kop, verhaal" in told


@pytest.mark.parametrize(
    ("broken", "number"),
    [("{broken", 3), ('{"text": "cut off', 1), ("[3]", 2), ('{"text" "a"}', 2)],
)
def test_a_line_that_is_no_json_is_named_and_the_others_are_read(
    broken: str, number: int, tmp_path: Path
) -> None:
    lines = [json.dumps({"text": FIRST}), json.dumps({"text": SECOND})]
    lines.insert(number - 1, broken)
    told = ingested("a.jsonl", "\n".join(lines).encode(), tmp_path)
    assert "a.jsonl#1\n" in told
    assert "a.jsonl#2\n" in told
    assert f"a.jsonl#line {number}\n  set aside: no JSON" in told


def test_a_document_on_several_lines_is_not_taken_for_json_lines(tmp_path: Path) -> None:
    told = ingested("a.json", f'{{"articles": [\n{{"text": "{FIRST}"}}\n]}}'.encode(), tmp_path)
    assert told.startswith("a.json#1\n")


def word(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def mail(text: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ada Quill <ada@heron.example>"
    message["To"] = "desk@heron.example"
    message["Subject"] = "For you"
    message["Date"] = "Sat, 3 May 2031 10:00:00 +0000"
    message.set_content(text)
    return message


def test_what_is_attached_to_a_mail_is_read_or_said_not_to_be(tmp_path: Path) -> None:
    message = mail("")
    message.add_attachment(word(FIRST), "application", "octet-stream", filename="a.docx")
    message.add_attachment(SECOND, filename="b.txt")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", "image", "png", filename="c.png")
    within = mail(f"{FIRST} Nobody fed it.")
    within.add_attachment(b"{\\rtf1 Heron}", "application", "rtf", filename="d.rtf")
    message.add_attachment(within)
    told = ingested("m.eml", bytes(message), tmp_path)
    names = [line for line in told.splitlines() if line.startswith("m.eml")]
    assert names == [
        "m.eml#1 a.docx",
        "m.eml#2 b.txt",
        "m.eml#4",
        "m.eml#3 c.png",
        "m.eml#4 1 d.rtf",
    ]
    assert "m.eml#3 c.png\n  set aside: attached, and not read: it is of the kind image/png" in told
    assert "m.eml#4 1 d.rtf\n  set aside: an RTF file: save it as" in told


def attached() -> MIMEText:
    text = MIMEText(SECOND)
    text.add_header("Content-Disposition", "attachment", filename="b.txt")
    return text


def several(kind: str, *parts: MIMEBase | MIMEText | MIMEMultipart) -> MIMEMultipart:
    return MIMEMultipart(kind, None, parts)


PAGE = f"<html><body><p>{FIRST}</p></body></html>"
FOOTER = "Heron friends: write to us to leave this list."


@pytest.mark.parametrize(
    ("message", "names", "reason"),
    [
        (
            several(
                "alternative",
                MIMEText(FIRST),
                several("mixed", MIMEText(PAGE, "html"), attached()),
            ),
            ["m.eml", "m.eml#1 b.txt"],
            "attached within an alternative",
        ),
        (
            several("related", MIMEText(PAGE, "html"), attached()),
            ["m.eml", "m.eml#1 b.txt"],
            "attached beside a page that no browser saved",
        ),
        (
            several("signed", several("mixed", MIMEText(FIRST), attached()), MIMEText("  ")),
            ["m.eml", "m.eml#1 b.txt"],
            "several parts that are signed together",
        ),
        (
            several("mixed", MIMEText(FIRST), MIMEText(f"<html><p>{FOOTER}</p></html>", "html")),
            ["m.eml", "m.eml#1"],
            "a footer in HTML takes the place of no article",
        ),
        (
            several("mixed", MIMEText(PAGE, "html"), MIMEText(FOOTER)),
            ["m.eml"],
            "a plain footer stands below the article",
        ),
        (
            several("alternative", MIMEText(FIRST), MIMEText(PAGE, "html")),
            ["m.eml"],
            "one text in two ways is one article",
        ),
    ],
)
def test_every_leaf_of_a_mail_is_its_text_or_the_same_in_another_way_or_attached(
    message: MIMEMultipart, names: list[str], reason: str, tmp_path: Path
) -> None:
    message["From"], message["Date"] = "Ada Quill", "Sat, 3 May 2031 10:00:00 +0000"
    message["Subject"] = "For you"
    told = ingested("m.eml", bytes(message), tmp_path)
    assert [line for line in told.splitlines() if line.startswith("m.eml")] == names, reason
    assert "A heron landed" in told.split("m.eml#")[0], reason


def test_a_mailbox_without_blank_lines_is_cut_where_a_message_came(tmp_path: Path) -> None:
    came = "From - Sat May 03 10:00:00 2031\n"
    messages = [f"{mail(FIRST)}From Bracken it flew off\nNote: by night.\n", str(mail(SECOND))]
    told = ingested("box", "".join(f"{came}{message}" for message in messages).encode(), tmp_path)
    assert [line for line in told.splitlines() if line[0] == "b"] == ["box#1", "box#2"]
    assert "Note: by night." in told


def test_every_message_of_a_mailbox_is_an_article(tmp_path: Path) -> None:
    quoted = mail(f"{FIRST}\n\n>From here on nobody saw it.\n")
    messages = [quoted, mail(SECOND), mail("")]
    box = "".join(f"From ada Sat May  3 10:00:00 2031\n{message}\n\n" for message in messages)
    told = ingested("box", box.encode(), tmp_path)
    assert [line for line in told.splitlines() if line[0] == "b"] == ["box#1", "box#2", "box#3"]
    assert "        From here on nobody saw it." in told
    assert "box#3\n  set aside: a message without text" in told


def test_what_stands_in_the_tables_boxes_notes_and_changes_of_a_word_file_is_read(
    tmp_path: Path,
) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "The Bracken Post"
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = FIRST
    table.cell(0, 1).add_table(rows=1, cols=1).cell(0, 0).text = SECOND
    body = document.element.body
    for inner in (
        "<w:ins><w:r><w:t>It came back on Monday, said the mayor of Bracken.</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>Nobody was there.</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>It was gone by Sunday night.</w:t></w:r></w:moveFrom>",
    ):
        body.insert(len(body) - 1, parse_xml(f"<w:p {MAIN}>{inner}</w:p>"))
    file = io.BytesIO()
    document.save(file)
    told = ingested("a.docx", file.getvalue(), tmp_path)
    assert "The Bracken Post" in told
    assert "lines: 3 body, 1 navigation" in told
    assert "It came back on Monday" in told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1\\ansi The heron\\par landed.}", "an RTF file: save it as"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "an old office program"),
    ],
)
def test_a_file_full_of_a_programs_commands_is_not_read_as_text(
    data: bytes, said: str, tmp_path: Path
) -> None:
    assert said in ingested("a.txt", data, tmp_path)


def test_a_reader_is_ended_for_its_work_and_not_for_its_waiting() -> None:
    script = (
        "import time\nfrom twosource.intake.worker import allow\nallow(1)\n"
        "time.sleep(2.5)\nprint('awake', flush=True)\nwhile True: pass"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert ran.stdout == b"awake\n"
    assert ran.returncode < 0


def test_plain_text_may_take_longer_the_longer_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{FIRST}\n\n" * 13_000)
    (tmp_path / "a.html").write_text(f"<!doctype html><p>{FIRST}</p>")
    with Guard(seconds_per_page=0.0) as impatient:
        (text,) = impatient.outcomes(Source("a.txt", tmp_path / "a.txt"))
        (page,) = impatient.outcomes(Source("a.html", tmp_path / "a.html"))
    assert isinstance(text, Article)
    assert isinstance(page, SetAside)


def test_a_dossier_attached_to_a_mail_is_no_article(tmp_path: Path) -> None:
    message = mail(FIRST)
    page = f'<!doctype html>\n<meta name="generator" content="twosource">\n<p>{SECOND}</p>'
    message.add_attachment(page, subtype="html", filename="d.html")
    told = ingested("m.eml", bytes(message), tmp_path)
    assert "m.eml#1 d.html\n  set aside: written by twosource itself" in told
