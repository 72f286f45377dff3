import pytest

from twosource.model import Polarity, Sense
from twosource.reading.statements.lexicon.verbs import Form, Takes, idioms, reporting_verbs

FORMS = [
    ("said", "say", Form.PAST),
    ("says", "say", Form.THIRD),
    ("denied", "deny", Form.PAST),
    ("denies", "deny", Form.THIRD),
    ("agreeing", "agree", Form.ING),
    ("noting", "note", Form.ING),
    ("stresses", "stress", Form.THIRD),
    ("admitted", "admit", Form.PAST),
    ("written", "write", Form.PARTICIPLE),
    ("shown", "show", Form.PARTICIPLE),
    ("tell", "tell", Form.BASE),
    ("shrugged", "shrug", Form.PAST),
    ("quoted", "quote", Form.PAST),
    ("slamming", "slam", Form.ING),
    ("began", "begin", Form.PAST),  # for all its -n
    ("begun", "begin", Form.PARTICIPLE),
    ("beginning", "begin", Form.ING),  # two syllables, and doubled all the same
    ("labelled", "label", Form.PAST),
    ("labeled", "label", Form.PAST),
    ("learnt", "learn", Form.PAST),
    ("learned", "learn", Form.PAST),
    ("retorted", "retort", Form.PAST),
    ("convinced", "convinced", Form.ADJECTIVE),
]


@pytest.mark.parametrize(("word", "lemma", "form"), FORMS)
def test_every_form_leads_back_to_its_verb(word: str, lemma: str, form: Form) -> None:
    verb = reporting_verbs()[word]
    assert (verb.lemma, verb.form) == (lemma, form)


def test_a_verb_knows_where_its_words_stand_and_what_it_makes_of_them() -> None:
    told, denied, hoped = (reporting_verbs()[word] for word in ("told", "denied", "hoped"))
    assert told.takes(Takes.LISTENER)
    assert not told.takes(Takes.OBJECT)
    assert denied.polarity is Polarity.DENIES
    assert hoped.sense is Sense.THINKS


@pytest.mark.parametrize(
    ("word", "idiom"),
    [("has", "have it"), ("sent", "send word"), ("left", "leave no doubt")],
)
def test_an_idiom_is_known_by_each_form_of_its_first_word(word: str, idiom: str) -> None:
    assert idiom in {verb.lemma for verb, _ in idioms()[word]}


def test_every_verb_has_a_form_in_ing() -> None:
    by_lemma: dict[str, set[Form]] = {}
    verbs = (verb for verb in reporting_verbs().values() if verb.form is not Form.ADJECTIVE)
    for verb in verbs:
        by_lemma.setdefault(verb.lemma, set()).add(verb.form)
    assert {lemma for lemma, forms in by_lemma.items() if Form.ING not in forms} == set()
