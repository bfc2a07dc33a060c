# The two commands a newcomer needs: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= $(CLEANER_DATA)
FUZZ_SECONDS ?= 60
DOORS := -m doors $(if $(DATA),--data=$(DATA))
TOGETHER := -m "not doors" -n logical --dist worksteal $(if $(DATA),--data=$(DATA))
# what tries the passes and the edits line by line; coverage doubles the time of all it looks at
COVERING := $(addprefix tests/test_,cases.py golden.py edits.py alignment.py flags.py own_rules.py)
SAMPLE ?= 400
JOBS ?= 2

.PHONY: help run test lint doors fuzz bench mutants docs pictures wheel clean

help: ## show what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "cleaner needs Python 3.11 or later; say which: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

run: $(READY) ## clean the samples in raw/ into clean/
	$(BIN)/cleaner run raw clean

test: $(READY) lint ## lint, types and all core tests
	$(BIN)/python -m pytest $(COVERING) $(TOGETHER) --cov --cov-report=term:skip-covered
	$(BIN)/python -m pytest $(addprefix --ignore=,$(COVERING)) $(TOGETHER)

lint: $(READY) ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

doors: $(READY) ## the real outside components: pre-commit, trafilatura, Parquet, Ray, S3, the built wheel, the site, a browser, other libraries
	$(BIN)/python -m pip install --quiet --editable '.[html,parquet,ray,remote,docs,browser,doors,mutants]'
	$(BIN)/python -m pytest $(DOORS) --ignore=tests/test_ray.py -n logical --dist loadfile
	$(BIN)/python -m pytest $(DOORS) tests/test_ray.py

fuzz: $(READY) ## for some minutes: random texts and rules, runs that are killed, disks that fill up
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	$(BIN)/python -m fuzz document -max_total_time=$(FUZZ_SECONDS)
	$(BIN)/python -m fuzz rules -max_total_time=$(FUZZ_SECONDS)
	$(BIN)/python -m fuzz.deaths
	$(BIN)/python -m pytest tests/test_laws.py tests/test_alone.py tests/test_scan.py tests/test_model.py --hypothesis-profile=fuzz

bench: $(READY) ## speed, against the peers, and accuracy on real text: make bench DATA=FOLDER
	$(BIN)/python -m pip install --quiet --editable '.[bench]'
	$(BIN)/python -m bench.speed $(DATA)
	$(BIN)/python -m bench.run $(DATA)
	$(BIN)/python -m bench.encoding $(DATA)
	$(BIN)/python -m bench.fidelity $(DATA)
	$(if $(DATA),$(BIN)/python -m bench.boilerplate $(DATA))
	$(if $(DATA),$(BIN)/python -m bench.header $(DATA))
	$(if $(DATA),$(BIN)/python -m bench.duplicates $(DATA))

mutants: $(READY) ## put mistakes into passes and edits, and count how many the tests see: make mutants SAMPLE=400
	$(BIN)/python -m pip install --quiet --editable '.[mutants]'
	$(BIN)/python -m bench.mutants --sample $(SAMPLE) --jobs $(JOBS)

docs: $(READY) ## build the pages that are made of the source, and the site in site/
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	$(BIN)/python -m docs.reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

pictures: $(READY) ## make the pictures of README and the docs: terminals, and pages in Chromium
	$(BIN)/python -m pip install --quiet --editable '.[browser]'
	$(BIN)/python -m docs.pictures

wheel: $(READY) ## build the wheel and the sdist into dist/
	$(BIN)/python -m build --outdir dist .

clean: ## remove what make made
	rm -rf $(VENV) dist build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
