"""Dossier → one HTML file that needs nothing but itself.

The page loads nothing: its content security policy allows exactly the one style sheet and the one
script it carries, by their hashes. Everything that comes from an article is escaped by Jinja2 and
isolated (`<bdi>`, `dir`), so that neither markup nor bidirectional controls in a title can
reach the rest of the page.

Standards: Content Security Policy Level 3 (hashes), WCAG 2.2 level AA, Unicode UAX #9 (isolation).
"""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from twosource.dossier.view import Dossier
from twosource.dossier.words import chance, count, direction, listed, per_cent


def page(dossier: Dossier) -> str:
    """The dossier as an HTML document, complete and self-contained."""
    style, script = _asset("page.css"), _asset("page.js")
    return _template().render(
        dossier=dossier,
        sources={row.label: row.source for row in dossier.articles.shown},
        style=style,
        script=script,
        policy=_policy(style, script),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("twosource.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(chance=chance, direction=direction, listed=listed, per_cent=per_cent)
    environment.globals["count"] = count
    return environment.get_template("page.html.j2")


@cache
def _asset(name: str) -> Markup:
    """Our own style sheet or script: the only text that goes into the page unescaped."""
    text = (files("twosource.dossier") / "templates" / name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - shipped with the package, no part of it comes from an article


def _policy(style: str, script: str) -> str:
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
