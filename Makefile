# Everything happens in .venv beside this file; nothing is installed anywhere else.
#
#   make demo    check a sample essay with one broken story (its findings are the point: exit code 1 is right there)
#   make test    the tests: those that measure nothing over all processors, and then those that do, alone
#   make oracles the Word files that citelint writes before outside judges: the Open XML SDK validator, pandoc, LibreOffice
#   make check   format, lint, types, and who may import whom
#   make score   how many proved and how many planted errors of real law reviews are found; needs the shared material
#                (CITELINT_SHARED); SCORE="--show misses" and PLANTED="--show" tell more
#   make bench   how fast it is, beside eyecite (BENCH="--most 1000" for a short look)

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed
# Tests of one file share what is dear to set up, so they stay together; files go in their order, since those with the
# fewest tests take longest. More processes than eight would spend their time on starting.
SPREAD := --numprocesses logical --maxprocesses 8 --dist loadfile --no-loadscope-reorder
SAMPLE := samples/broken/inserted-note.md
CITELINT_SHARED ?= ../shared
export CITELINT_SHARED
# Python keeps what it has compiled, unless the shell forbids it: then each of the hundreds of processes that the tests
# start would compile citelint anew, and what is measured would be the compiler.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test oracles check score bench clean

demo: $(STAMP)
	@status=0; $(BIN)/citelint check $(SAMPLE) || status=$$?; \
	if [ $$status -ne 1 ]; then echo "demo: exit code $$status where 1 is right" >&2; exit 1; fi

test: $(STAMP)
	@status=0; \
	echo "== all that measures nothing, over the processors"; \
	$(BIN)/python -m pytest -rs -m "not timed" $(SPREAD) || status=$$?; \
	if [ $$status -gt 1 ]; then exit $$status; fi; \
	echo "== what measures time, memory or growth, alone"; \
	$(BIN)/python -m pytest -rs -m timed || status=$$?; \
	exit $$status

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
