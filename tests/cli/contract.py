"""Answers against the component schemas of schemas/openapi.json."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator, RefResolver

OPENAPI = json.loads((Path(__file__).resolve().parents[2] / "schemas/openapi.json").read_text())


def flaws(answer, schema):
    """What in `answer` breaks the component `schema`; an empty list when it fits."""
    resolver = RefResolver("", OPENAPI)
    checker = Draft202012Validator({"$ref": f"#/components/schemas/{schema}"}, resolver=resolver)
    return [f"{'/'.join(map(str, flaw.path))}: {flaw.message}" for flaw in checker.iter_errors(answer)]
