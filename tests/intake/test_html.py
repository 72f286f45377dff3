"""Web pages to lines."""

from twosource.intake.html import read_html

FIRST = "A heron landed on the roof of the town hall in Bracken on Friday and would not leave it."
SECOND = "The caretaker said that he had seen many birds but never one as patient as this one was."
THIRD = "Children from both schools came to look at it, and somebody had brought it a herring."


def lines(body: str) -> list[str]:
    return [line.text for line in read_html(f"<html><body>{body}</body></html>".encode()).lines]


def test_a_story_laid_out_in_the_cell_of_a_table_is_read_line_by_line() -> None:
    head = "<font size=5>Heron lands on roof</font><br>The Bracken Post"
    cell = f"{head}<br><br>{FIRST}<br><br>{SECOND}<br><br>{THIRD}"
    read = lines(f"<table><tr><td>{cell}</td><td><a>Ads</a></td></tr></table>")
    assert read[:5] == ["Heron lands on roof", "The Bracken Post", FIRST, SECOND, THIRD]


def test_a_table_of_figures_keeps_what_stands_side_by_side_in_one_line() -> None:
    rows = (f"<tr><td>Week {n}<br>of May<br></td><td>{n} herons</td></tr>" for n in range(9))
    story = "".join(f"<p>{said}</p>" for said in (FIRST, SECOND, THIRD))
    read = lines(f"<article>{story}<table>{''.join(rows)}</table></article>")
    assert any("Week 1 of May" in line and "1 herons" in line for line in read)
