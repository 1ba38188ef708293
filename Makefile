# Newsroom: `make run` serves the sample story, `make test` runs every test. `make help` lists the rest.
# Needs Python 3.11 or newer with venv (Debian: python3-venv), git and make; everything else is installed into .venv.

PORT ?= 8000
PYTHON ?= $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin

.PHONY: help run install semantic test lint bench shots lock clean

help: ## list what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /\t/' | expand -t 12

run: .venv/.runs ## serve the sample story on http://127.0.0.1:8000 (elsewhere: make run PORT=9000)
	$(BIN)/python manage.py demo --port $(PORT)

install: .venv/.runs ## install what serving needs, and nothing else

semantic: .venv/.runs ## install beside it what reads a sentence model (SENTENCE_MODEL)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r newsroom/search/requirements.lock

test: .venv/.tests ## run every test on SQLite, PostgreSQL and in Chromium
	$(BIN)/python -m tests.run

lint: .venv/.tests ## style, types and the shape of the tree
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/.tests ## measure speed; prints a table
	$(BIN)/python -m tests.bench

shots: .venv/.tests ## take the screenshots in docs/screenshots anew
	$(BIN)/python -m tests.shots

lock: .venv/.tests ## compile the lock files anew from pyproject.toml
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
