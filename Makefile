# Everything that is done with this project, in one word each. `make` alone lists the words.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.up-to-date
export OMP_NUM_THREADS ?= 1
export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: evaluation benchmark help build test serve check format docs wheel lock clean

help:  ## list what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

# The environment is made anew when what it should hold has changed. pip and venv are all it takes.
$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v < (3, 15) else f"make: {sys.executable} is Python {v[0]}.{v[1]}, and 3.11 to 3.14 is needed. Say which to use: make PYTHON=python3.12 …")'
	@echo "==> Making the environment in $(VENV) (a few minutes the first time)"
	@$(PYTHON) -m venv --clear $(VENV) || { echo "make: python3 -m venv failed; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

build: $(STAMP)  ## the whole dataset, from raw/ to build/
	@echo "==> Building the dataset"
	@$(BIN)/cases build raw --out build

serve: build  ## the dataset in a browser, on http://127.0.0.1:8001
	@echo "==> Serving build/ (Ctrl-C stops it)"
	@$(BIN)/cases serve build

test: build  ## all tests
	@echo "==> Running the tests"
	@$(BIN)/python -m pytest

check: $(STAMP)  ## format, lint, types and the order of the stages; changes nothing
	@echo "==> Format"
	@$(BIN)/ruff format --check .
	@echo "==> Lint"
	@$(BIN)/ruff check .
	@echo "==> Types"
	@$(BIN)/mypy
	@echo "==> Order of the stages"
	@$(BIN)/lint-imports

format: $(STAMP)  ## rewrite the code in the house's format
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .

docs: build  ## the data dictionary in docs/dictionary/, and the documentation as a site in site/
	@echo "==> Writing the data dictionary"
	@$(BIN)/python -m cases.dictionary build docs/dictionary
	@echo "==> Making the documentation site"
	@$(BIN)/mkdocs build --quiet

evaluation: $(STAMP)  ## docs/evaluation.md, from the annotated collection at $$CASES_GOLD
	@echo "==> Scoring the extraction and a stock baseline"
	@$(BIN)/python -m benchmarks.evaluation

benchmark: $(STAMP)  ## docs/performance.md, from the corpora at $$CASES_CORPUS; SECTIONS="speed million growth" measures all
	@echo "==> Measuring $(or $(SECTIONS),speed)"
	@$(BIN)/python -m benchmarks.performance $(SECTIONS)

wheel: build  ## the distribution with the data in it, in dist/
	@echo "==> Making the wheel"
	@rm -rf dist
	@$(BIN)/hatchling build -t wheel

lock:  ## resolve requirements.lock anew (for maintainers; needs uv)
	@echo "==> Resolving requirements.lock"
	@uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --all-extras \
	  --group dev --group standards --group docs --no-header --quiet --output-file requirements.lock

clean:  ## remove everything that was made, the environment too
	@echo "==> Removing build/, its cache, dist/, .venv/ and the tools' caches"
	@rm -rf build build.cache dist site $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
