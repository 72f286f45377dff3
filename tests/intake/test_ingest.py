"""From files to articles."""

from pathlib import Path

import pytest

from twosource.intake import ingest
from twosource.model import BlockKind

PLAIN = """\
THE BRACKEN POST
Home | News | Sport

Heron lands on town hall roof

By Ada Quill
3 May 2031

A heron landed on the roof of Bracken town hall on Friday and would not leave.

"It is a patient bird," said the caretaker, Tom Reed.
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Heron lands | The Bracken Post</title>
<meta property="og:site_name" content="The Bracken Post">
<meta property="article:published_time" content="2031-05-03T07:15:00+02:00">
<meta name="author" content="Ada Quill"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article>
<h1>Heron lands on town hall roof</h1>
<p>A heron landed on the roof of Bracken town hall on Friday and would not leave it again.</p>
<p>The caretaker, Tom Reed, said that he had never seen a bird so patient in his forty years.</p>
<p>Schoolchildren came to look at it in the afternoon, and somebody had brought it a herring.</p>
</article></body></html>
"""


def written(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_a_text_file_becomes_an_article_whose_text_is_the_files(tmp_path: Path) -> None:
    (article,) = ingest([written(tmp_path, a_txt=PLAIN)]).articles
    assert article.text == PLAIN
    assert article.name == "a.txt"
    assert article.title is not None
    assert article.title.value == "Heron lands on town hall roof"
    assert article.byline is not None
    assert article.byline.value == "Ada Quill"
    assert article.published is not None
    assert article.published.interval.value == "2031-05-03"


def test_a_web_page_is_told_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    (article,) = ingest([written(tmp_path, page_txt=PAGE)]).articles
    assert article.blocks[0].kind is BlockKind.TITLE
    assert article.text.startswith("Heron lands on town hall roof\n")
    assert "Home" not in article.text
    assert article.outlet is not None
    assert article.outlet.value == "The Bracken Post"
    assert article.outlet.span is None
    assert article.published is not None
    assert article.published.how == "meta article:published_time"


def test_the_pile_is_the_same_whatever_order_the_paths_come_in(tmp_path: Path) -> None:
    written(tmp_path, b_txt=PLAIN, a_html=PAGE, c__d_txt=PLAIN + "More of it came on Sunday.\n")
    paths = [tmp_path / "c", tmp_path / "b.txt", tmp_path / "a.html"]
    assert ingest(paths) == ingest(reversed(paths))


def test_names_are_relative_to_the_folder_that_was_given(tmp_path: Path) -> None:
    pile = ingest([written(tmp_path, c__d_txt=PLAIN)])
    assert [article.name for article in pile.articles] == ["c/d.txt"]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("x")
    (tmp_path / ".hidden").write_text("x")
    assert ingest([tmp_path]).articles == ()


def test_a_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    (tmp_path / ".hidden.txt").write_text(PLAIN)
    assert [one.name for one in ingest([tmp_path / ".hidden.txt"]).articles] == [".hidden.txt"]


def test_of_files_with_the_same_bytes_the_first_by_name_is_kept(tmp_path: Path) -> None:
    pile = ingest([written(tmp_path, b_txt=PLAIN, a_txt=PLAIN)])
    assert [article.name for article in pile.articles] == ["a.txt"]
    assert [aside.name for aside in pile.set_aside] == ["b.txt"]
    assert "a.txt" in pile.set_aside[0].reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),  # white space only
        (b"...\n---\n", "no words"),  # punctuation only
        (bytes(range(256)) * 8, "not text"),  # binary
        (b"<html><body><div></div></body></html>", "no article text"),  # a page without text
        (b"\xff\xfeA", "says it is utf-16"),  # a byte order mark over half a character
    ],
)
def test_what_cannot_be_read_is_set_aside_with_one_line(
    tmp_path: Path, data: bytes, said: str
) -> None:
    pile = ingest([written(tmp_path, bad_txt=data, good_txt=PLAIN)])
    assert [article.name for article in pile.articles] == ["good.txt"]
    (aside,) = pile.set_aside
    assert said in aside.reason
    assert "\n" not in aside.reason


def test_a_path_that_is_not_there_is_set_aside(tmp_path: Path) -> None:
    (aside,) = ingest([tmp_path / "nowhere.txt"]).set_aside
    assert "no such file" in aside.reason


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "d.txt"]),
        ("c", ["b.txt", "e/d.txt"]),  # a folder gives names within it
        ("c/*", ["b.txt", "d.txt"]),
    ],
)
def test_a_pattern_stands_for_the_files_and_folders_it_matches(
    pattern: str, names: list[str], tmp_path: Path
) -> None:
    written(tmp_path, a_txt=PLAIN, c__b_txt=PLAIN + "More.\n", c__e__d_txt=PLAIN + "Much more.\n")
    assert [one.name for one in ingest([tmp_path / pattern]).articles] == names


def test_a_pattern_that_matches_nothing_is_said(tmp_path: Path) -> None:
    (aside,) = ingest([tmp_path / "*.html"]).set_aside
    assert aside.reason == "no file or folder matches this pattern"


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    (tmp_path / "[ab].txt").write_text(PLAIN)
    (tmp_path / "a.txt").write_text(PLAIN + "More.")
    assert [one.name for one in ingest([tmp_path / "[ab].txt"]).articles] == ["[ab].txt"]


def test_what_fields_are_called_reaches_the_child_that_reads_tables(tmp_path: Path) -> None:
    written(tmp_path, a_csv="Tekst,Kop\nA heron landed on the roof of the hall.,Heron lands\n")
    (article,) = ingest([tmp_path], columns=(("text", "Tekst"), ("title", "Kop"))).articles
    assert article.text == "A heron landed on the roof of the hall."


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    written(tmp_path, a_txt=PLAIN)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    pile = ingest([tmp_path])
    assert [article.name for article in pile.articles] == ["a.txt"]
    assert [(aside.name, aside.reason.split(",")[0]) for aside in pile.set_aside] == [
        ("gone.txt", "a link that leads nowhere"),
        ("loop", "a link to a folder"),
    ]


def test_progress_is_told_for_every_source(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    ingest([written(tmp_path, a_txt=PLAIN, b_txt="")], lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_text_in_another_encoding_is_read_as_what_it_is(tmp_path: Path) -> None:
    said = PLAIN.replace("heron", "Höhenflug") * 3
    (article,) = ingest([written(tmp_path, a_txt=said.encode("utf-16"))]).articles
    assert "Höhenflug" in article.text


def test_one_text_in_two_codings_and_line_ends_is_one_article(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        a_txt=PLAIN,
        b_txt=PLAIN.encode("utf-16"),
        c_txt=PLAIN.replace("\n", "\r\n"),
        d_txt=PLAIN.replace("THE BRACKEN POST", "THE WEIR POST"),
    )
    pile = ingest([folder])
    assert [article.name for article in pile.articles] == ["a.txt", "d.txt"]
    assert [one.name for one in pile.set_aside] == ["b.txt", "c.txt"]
    assert all("the same outlet's a.txt" in one.reason for one in pile.set_aside)


def test_one_text_of_outlets_that_are_not_known_may_be_a_copy_and_stays_two(tmp_path: Path) -> None:
    bare = PLAIN.partition("Sport\n\n")[2]
    pile = ingest([written(tmp_path, a_txt=bare, b_txt=bare.replace("\n", "\r\n"))])
    assert len(pile.articles) == 2
