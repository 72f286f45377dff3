"""How grammar and tagger are joined: who-said-what by the confidence that is asked for.

python -m training.join FOLDER      weights in FOLDER, on our own tuning part, not trained on

Run it when the weights change: `SURE` in `reading/statements/drafting/joining.py` is set by this
table, at the best F1 at which two of three indirect statements are still found.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.measure import data_folder, records
from evaluation.statements import Document, Pair, align, article_of, counted, right_source
from training.sources import Part, attribution
from twosource.reading.sentences import split_sentences
from twosource.reading.statements import find_statements
from twosource.reading.statements.drafting import joining
from twosource.reading.tagger import Tagger, Tags

LEVELS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def main() -> None:
    """Print precision, recall and F1 at each level, and the recall of indirect statements."""
    read = list(tagged_documents(Tagger(Path(sys.argv[1]), os.cpu_count())))
    for level in LEVELS:
        joining.SURE = level
        print(f"SURE {level}: {line(read)}", flush=True)


def tagged_documents(tagger: Tagger) -> Iterator[tuple[Document, Tags]]:
    """The tuning articles of PolNeAR, each with what the tagger marks in it."""
    texts = {document.text for document in attribution(Part.TUNE)}
    for document in records(data_folder() / "attribution/polnear.dev.jsonl.gz", Document):
        if document.text in texts:
            spans = [one.span for one in split_sentences(article_of(document.text))]
            yield document, tagger.read(document.text, spans)


def line(read: Iterable[tuple[Document, Tags]]) -> str:
    """The figures of one level."""
    pairs: list[Pair] = []
    made = 0
    for document, tags in read:
        article = article_of(document.text)
        found = counted(find_statements(article, split_sentences(article), (), tags))
        made += len(found)
        pairs += align(document, found)
    right = sum(map(right_source, pairs))
    indirect = [pair.found is not None for pair in pairs if pair.gold.type == "indirect"]
    return (
        f"P {right / made:.3f} R {right / len(pairs):.3f} F1 {2 * right / (made + len(pairs)):.3f}"
        f", indirect found {sum(indirect) / len(indirect):.3f}"
    )


if __name__ == "__main__":
    main()
