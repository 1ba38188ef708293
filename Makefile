# Newsroom: `make run` serves the sample story, `make test` runs every test. `make help` lists the rest.
# Needs Python 3.11 or newer with venv (Debian: python3-venv), git and make; everything else is installed into .venv.

PORT ?= 8000
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin

.PHONY: help run install semantic test check lint wheel measure mutants bench shots lock clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

run: .venv/.runs ## serve the sample story on http://127.0.0.1:8000 (elsewhere: make run PORT=9000)
	$(BIN)/python manage.py demo --port $(PORT)

install: .venv/.runs ## install what serving needs, and nothing else

semantic: .venv/.runs ## install beside it what reads a sentence model (SENTENCE_MODEL)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r newsroom/search/requirements.lock

test: .venv/.tests ## run every test on SQLite, PostgreSQL and in Chromium (some of them: make test T=tests/PATH)
	$(BIN)/python -m $(if $(T),pytest $(T),tests.run)

# `tests/runs.py` names these folders. A test marked slow takes seconds and is left to `make test`.
check: lint ## what to run before each commit: lint, and the tests that need no database; under a minute
	$(BIN)/python -m pytest -q -n auto --maxprocesses=4 -m "not slow" \
		tests/newsroom/text tests/annotations/logic tests/shape

lint: .venv/.tests ## style of code and templates, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djangofmt --check --quiet templates
	DEBUG=1 $(BIN)/mypy

wheel: .venv/.tests ## build the wheel, install it in an empty environment, serve the sample desk from it
	$(BIN)/python -m tests.wheel

measure: .venv/.tests ## measure how densely the code is written (of a part: make measure T=newsroom/text)
	$(BIN)/python -m tests.measure $(T)

mutants: .venv/.tests ## list small changes of the code that no test notices (of a part: make mutants M=newsroom/roles.py)
	$(BIN)/python -m tests.mutants $(M)

bench: .venv/.tests ## measure speed; prints a table
	$(BIN)/python -m tests.bench

shots: .venv/.tests ## take the screenshots in docs/screenshots again
	$(BIN)/python -m tests.shots

lock: .venv/.tests ## compile new lock files from pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock
	for extras in "semantic newsroom/search" "semantic --extra dev tests"; do \
		$(BIN)/uv pip compile pyproject.toml --extra $${extras% *} --constraint requirements.lock --universal \
			--python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet \
			--output-file $${extras##* }/requirements.lock; done

clean: ## remove what was installed and built; the database in var/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage var/static

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Newsroom needs Python 3.11 or newer (Debian: apt-get install python3)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "Python's venv is missing (Debian: apt-get install python3-venv)." >&2; exit 1; }

.venv/.runs: requirements.lock | .venv/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/.tests: tests/requirements.lock .venv/.runs
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@
