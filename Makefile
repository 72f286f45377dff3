# All a newcomer types: `make demo` and `make test`. The rest is for those who change the code.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STORY  := examples/lake-ferry

.PHONY: help setup demo test lint types tests floors eval bench lock format clean browser

help:            ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 12

setup: $(VENV)/.installed  ## make .venv and install the package from pinned, hashed requirements

$(VENV)/.installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "twosource needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: setup      ## run the main job on the example story
	@$(BIN)/twosource dossier $(STORY)/articles --out dossier.html
	@echo "Open dossier.html in a browser."

test: lint types tests floors  ## lint, types, tests and, where the data is there, the quality floors

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

tests: $(VENV)/.installed-dev browser
	$(BIN)/pytest

floors: $(VENV)/.installed-dev
	$(BIN)/python -m evaluation --floors

eval: $(VENV)/.installed-dev   ## print the table of measures and write evaluation/results.json
	$(BIN)/python -m evaluation

bench: $(VENV)/.installed-dev  ## print speed per stage and how it grows
	$(BIN)/python -m benchmarks

# The page tests drive a real Chromium. Where it is missing and cannot be installed they are skipped, and say so.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	  || echo "chromium is not installed: the page tests will be skipped"

format: $(VENV)/.installed-dev  ## let ruff format and fix
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Locks carry hashes and no index address; uv resolves, pip installs.
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock"
lock:            ## pin requirements again (needs uv)
	$(LOCK) pyproject.toml --group build -o requirements.lock
	$(LOCK) pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) dossier.html .mypy_cache .ruff_cache .pytest_cache .hypothesis
