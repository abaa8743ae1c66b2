# Two commands do everything: `make run` and `make test`. Each sets itself up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The stamp carries the checkout's place: a moved checkout is installed again.
STAMP := $(VENV)/installed-$(shell pwd | cksum | cut -d ' ' -f 1)
ARGS ?=
PYTEST_ARGS ?=
# Test files at once: as many as there are cores.
JOBS ?= auto

# The pins hold for the build backend too. pip reads the first name up to 25.2,
# the second after; a plain file name, so that a path with spaces does no harm.
export PIP_CONSTRAINT := constraints.txt
export PIP_BUILD_CONSTRAINT := constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help install run test lint pictures torture bench clean

help:
	@echo "make run        open the explorer on the bundled dossier (ARGS='--help' passes arguments)"
	@echo "make test       check style, types, layers, then run every test"
	@echo "make lint       style, types and layers alone"
	@echo "make pictures   take the README's pictures and the golden screens again"
	@echo "make torture    every fault at full length, with a table (long)"
	@echo "make bench      bytes a key, beside less and fzf, and over ssh; the start (minutes)"
	@echo "make install    set up $(VENV) (the others do it themselves)"
	@echo "make clean      remove what the above made"

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet -c constraints.txt -e '.[test]'
	@rm -f $(VENV)/installed-*
	@touch $@

run: install
	@$(BIN)/legation $(ARGS)

lint: install
	$(BIN)/ruff check --no-cache
	$(BIN)/ruff format --no-cache --check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache

test: lint
	$(BIN)/pytest -n $(JOBS) --dist loadfile $(PYTEST_ARGS)

torture: install
	LEGATION_TORTURE=full $(BIN)/pytest -n $(JOBS) --dist load --maxschedchunk 1 tests/torture $(PYTEST_ARGS)

# -s: its tables are all that it is for
bench: install
	$(BIN)/pytest tests/bench -s -o python_files='bench_*.py' $(PYTEST_ARGS)

pictures: install
	$(BIN)/python -m screenshots

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
