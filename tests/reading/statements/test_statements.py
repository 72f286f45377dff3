from pathlib import Path

import pytest

from evaluation.statement_cases import Case, Verdict, cases, judge

CASES = cases(Path(__file__).parents[1] / "statement_cases.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case.why for case in CASES])
def test_words_go_to_whoever_said_them_or_to_nobody(case: Case) -> None:
    assert judge(case) is Verdict.RIGHT
