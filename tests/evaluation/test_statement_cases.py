"""Tables of cases for statements, and what is made of them."""

from pathlib import Path

from evaluation.statements import case_figures

ROW = """
- {text: "The ferry sank, Ana Olm said.", words: The ferry sank, speaker: Ana Olm, why: plain}
- {text: "The ferry sank, Ana Olm said.", words: The ferry sank, speaker: Jan Olm, why: another}
"""


def test_an_empty_table_gives_no_figure(tmp_path: Path) -> None:
    table = tmp_path / "cases.yaml"
    table.write_text("# none\n[]\n", encoding="utf-8")
    assert not list(case_figures("cases", table))


def test_a_wrong_mouth_is_counted_beside_the_share_that_is_right(tmp_path: Path) -> None:
    table = tmp_path / "cases.yaml"
    table.write_text(ROW, encoding="utf-8")
    figures = {one.id: one.value for one in case_figures("cases", table)}
    assert figures == {"cases.right": 0.5, "cases.confidently_wrong": 1}
