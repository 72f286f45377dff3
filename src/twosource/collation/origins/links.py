"""Every link between the articles of a claim."""

from collections.abc import Sequence

from twosource.collation.origins.doubts import by_number, by_silence, by_wording
from twosource.collation.origins.mouths import by_body, by_quotation, by_speaker
from twosource.collation.origins.survey import Survey
from twosource.collation.origins.texts import by_copying, by_credit, by_text
from twosource.model import Assertion, Dependence


def find_links(assertions: Sequence[Assertion], survey: Survey) -> list[Dependence]:
    """Every link, one for each pair of articles and kind, certain ones before doubtful ones."""
    told = list(by_text(assertions, survey))
    found = [
        *told,
        *by_copying(assertions, told, survey),
        *by_credit(assertions, survey),
        *by_speaker(assertions, survey),
        *by_body(assertions, survey),
        *by_quotation(assertions, survey),
    ]
    found += by_number(assertions, found, survey)
    found += by_silence(assertions, found, survey)
    found += by_wording(assertions, found, survey)
    found.sort(key=lambda link: (link.a, link.b, link.kind, not link.certain, link.reason))
    return list({(link.a, link.b, link.kind): link for link in reversed(found)}.values())[::-1]
