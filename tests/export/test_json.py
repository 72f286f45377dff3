from dataclasses import replace
from pathlib import Path

import jsonschema
import msgspec
import pytest

from tests.builders import ferry_story
from twosource.export.json import from_json, schema, to_json
from twosource.model import SetAside

KEPT_SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "dossier.schema.json"
BROKEN = SetAside("broken.pdf", "there is no reader for this kind of file")


def test_a_story_read_back_from_json_is_the_same_story() -> None:
    story = ferry_story()
    found = from_json(to_json(story, (BROKEN,)))
    assert found.collation == story
    assert found.set_aside == (BROKEN,)


def test_every_span_in_the_file_can_be_checked_against_the_text_in_the_file() -> None:
    found = from_json(to_json(ferry_story())).collation
    texts = {reading.article.id: reading.article.text for reading in found.readings}
    sides = {side.span.of(texts[side.article]) for p in found.passages for side in (p.a, p.b)}
    assert "We heard a crack and then nothing" in sides


def test_the_order_in_which_things_were_set_aside_does_not_show() -> None:
    other = SetAside("empty.html", "no article text was found in it")
    story = ferry_story()
    assert to_json(story, (BROKEN, other)) == to_json(story, (other, BROKEN))


def test_the_file_names_its_format() -> None:
    assert b'"format": "twosource-dossier/1"' in to_json(ferry_story())


def test_a_file_of_another_format_is_refused_by_name() -> None:
    document = to_json(ferry_story()).replace(b"twosource-dossier/1", b"twosource-dossier/9")
    with pytest.raises(msgspec.ValidationError, match=r"\$\.format"):
        from_json(document)


def test_another_validator_finds_the_file_true_to_its_schema() -> None:
    validator = jsonschema.Draft202012Validator(msgspec.json.decode(KEPT_SCHEMA.read_bytes()))
    assert not list(validator.iter_errors(msgspec.json.decode(to_json(ferry_story(), (BROKEN,)))))
    assert list(validator.iter_errors({"format": "twosource-dossier/1"})), "it refuses nothing"


def test_dates_are_iso_dates() -> None:
    assert b'"earliest": "2031-03-03"' in to_json(ferry_story())


def test_hostile_characters_come_back_as_they_were() -> None:
    story = ferry_story()
    first = story.readings[0]
    hostile = replace(first.article, name='</script>\u202e"\\\x00.txt')
    changed = replace(story, readings=(replace(first, article=hostile), *story.readings[1:]))
    assert from_json(to_json(changed)).collation.readings[0].article.name == hostile.name


def test_the_schema_in_the_documentation_is_the_schema_of_the_code() -> None:
    assert KEPT_SCHEMA.read_bytes() == schema(), (
        "the model changed: python -c 'from twosource.export.json import schema; "
        "print(schema().decode(), end=str())' > docs/schema/dossier.schema.json"
    )
