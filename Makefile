# Two commands do everything on a fresh clone: `make demo` and `make test`. Both set up .venv first.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

# What holds the figures of tests/gold to their floors.
GATE := tests/test_accuracy.py tests/clean/test_gold_pages.py tests/dates/test_dates_gold.py tests/amounts/test_amounts_gold.py

export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test setup lint types unit accuracy docs lock gazetteer line-model model bench clean

demo: setup
	$(BIN)/dateline run corpus -o outputs

test: setup lint types unit accuracy

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; name one with PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $(READY)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

unit: setup
	$(BIN)/pytest $(GATE:%=--ignore=%)

accuracy: setup
	$(BIN)/pytest -s $(GATE)

# What is generated from the code: the data dictionary and the notebook's output.
docs: setup
	$(BIN)/python -m dateline.tables.dictionary > outputs/README.md
	$(BIN)/dateline run corpus -o outputs --quiet
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace docs/tables.ipynb

# Pins every dependency with its hashes, for all platforms and Python 3.11 and newer.
lock:
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --no-emit-index-url --quiet -o requirements.lock

gazetteer: setup
	$(BIN)/python -m dateline.places.build_gazetteer

# Trains the line model of the clean stage again, from DATA/wcxb/*.jsonl and DATA/html (the module says what they are).
line-model: setup
	$(BIN)/python -m pip install --quiet -e '.[training]'
	$(BIN)/python -m dateline.clean.train_line_model $(DATA)

# Trains our name model again, from models/train/sentences and DATA/*.jsonl (models/train/README.md says what they are).
model: setup
	$(BIN)/python -m pip install --quiet -e '.[training]'
	$(BIN)/python -m dateline.entities.train_names models/train/sentences $(DATA) models/xx_news_ner
	$(BIN)/python -m dateline.entities.checksums

bench: setup
	$(BIN)/python benchmarks/cleaning.py
	$(BIN)/python benchmarks/reduce.py
	$(BIN)/python benchmarks/throughput.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
