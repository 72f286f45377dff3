"""A real Chromium for the page tests, started once; without one they are skipped."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

CHROMIUM = shutil.which("chromium")
DESK: ViewportSize = {"width": 1440, "height": 900}
Scheme = Literal["light", "dark"]


class Opened(Protocol):
    """Opens a document in a fresh window."""

    def __call__(
        self,
        document: str,
        *,
        viewport: ViewportSize = DESK,
        scheme: Scheme = "light",
        scripts: bool = True,
    ) -> Page: ...


@pytest.fixture(scope="session", name="browser")
def _browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not on PATH: nothing can open the page")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield browser
        browser.close()


@pytest.fixture(name="opened")
def _opened(browser: Browser, tmp_path: Path) -> Iterator[Opened]:
    contexts: list[BrowserContext] = []

    def opened(
        document: str,
        *,
        viewport: ViewportSize = DESK,
        scheme: Scheme = "light",
        scripts: bool = True,
    ) -> Page:
        file = tmp_path / "dossier.html"
        file.write_text(document, encoding="utf-8")
        context = browser.new_context(
            viewport=viewport, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
