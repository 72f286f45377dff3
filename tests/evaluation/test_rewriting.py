"""Bundles of rewrites: what they say, and that those of the project can be read."""

from pathlib import Path

import pytest

from evaluation.rewriting import FOLDER, Bundle, bundle

TEXT = """# a mill
## A
1. The mill burned.
2. Nobody died.
## B < A
1. [A2 A1] No one was hurt in the blaze.
2. [-] It was the third.
## C < B
1. [B1] All got out.
## D
1. The mill burned down.
"""


def written(folder: Path, text: str) -> Bundle:
    path = folder / "mill.txt"
    path.write_text(text, encoding="utf-8")
    return bundle(path)


def shared(one: Bundle, a: str, b: str) -> dict[str, str]:
    """What two texts have from one another, of each."""
    texts = {reading.article.id: reading.article.text for reading in one.readings}
    places = sorted((name, place) for _, name, place in one.related()[a, b])
    return {
        name: "".join(texts[name][place] for other, place in places if other == name)
        for name in (a, b)
        if places
    }


def test_a_sentence_is_related_to_what_it_was_written_from_over_any_number_of_steps(
    tmp_path: Path,
) -> None:
    one = written(tmp_path, TEXT)
    assert shared(one, "A", "B") == {
        "A": "The mill burned.Nobody died.",
        "B": "No one was hurt in the blaze.",
    }
    assert shared(one, "A", "C")["C"] == "All got out."


def test_who_was_there_has_it_from_nobody_though_the_words_are_the_same(tmp_path: Path) -> None:
    assert not shared(written(tmp_path, TEXT), "A", "D")


def test_a_line_that_is_no_sentence_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"mill\.txt.*no number"):
        written(tmp_path, "## A\nno number\n")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.txt")), ids=lambda path: path.stem)
def test_every_bundle_of_the_project_tells_of_three_texts_at_least(path: Path) -> None:
    assert len(bundle(path).texts) >= 3
