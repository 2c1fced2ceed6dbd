# Everything happens in .venv beside this file; nothing is installed anywhere else.
#
#   make demo    check a sample essay with one broken story (its findings are the point: exit code 1 is right there)
#   make test    the tests
#   make oracles the Word files that citelint writes before outside judges: the Open XML SDK validator, pandoc, LibreOffice
#   make check   format, lint, types, and who may import whom
#   make score   how many proved and how many planted errors of real law reviews are found; needs the shared material
#                (CITELINT_SHARED); SCORE="--show misses" and PLANTED="--show" tell more
#   make bench   how fast it is, beside eyecite (BENCH="--most 1000" for a short look)

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
SAMPLE := samples/broken/inserted-note.md
CITELINT_SHARED ?= ../shared
export CITELINT_SHARED

.PHONY: demo test oracles check score bench clean

demo: $(STAMP)
	@status=0; $(BIN)/citelint check $(SAMPLE) || status=$$?; \
	if [ $$status -ne 1 ]; then echo "demo: exit code $$status where 1 is right" >&2; exit 1; fi

test: $(STAMP)
	$(BIN)/python -m pytest -rs

oracles: $(STAMP)
	$(BIN)/python scripts/oracles.py

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

score: $(STAMP)
	@if [ -f "$(CITELINT_SHARED)/corpus/score.py" ]; then \
	  $(BIN)/python "$(CITELINT_SHARED)/corpus/score.py" --citelint $(BIN)/citelint $(SCORE) && echo && \
	  $(BIN)/python tests/accuracy/planted.py $(PLANTED) "$(CITELINT_SHARED)"/corpus/notes/*.txt; \
	else \
	  echo "score: no shared material at $(CITELINT_SHARED) (set CITELINT_SHARED): nothing was scored"; \
	fi

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python scripts/bench.py $(BENCH)

clean:
	rm -rf .venv dist build

# The project file says what is installed: a change of it installs again, and nothing else does.
$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $(STAMP)
