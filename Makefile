# Elçi: `make demo` shows it, `make test` proves it. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
DATA_DIR ?=
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --quiet --disable-pip-version-check --no-input --root-user-action=ignore
STAMPS := .stamps

# The checks read the product's settings; they serve nothing and sign nothing.
CHECK_ENV := ELCI_SECRET_KEY=nothing-is-signed-with-this-key-it-only-lets-the-checks-read-the-settings \
	ELCI_DATA_DIR=build/check DJANGO_SETTINGS_MODULE=elci.config.settings

PO_FILES := $(shell find src -name '*.po')
MO_FILES := $(PO_FILES:.po=.mo)
GAZETTEER := src/elci/resources/gazetteer
GAZETTEER_INPUTS := tools/build_gazetteer.py $(wildcard tools/gazetteer/*.py) \
	$(wildcard src/elci/resources/places/* src/elci/domain/places/*.py)

# What was made and then removed is made again, whatever the stamps say.
ifeq ($(wildcard $(GAZETTEER)/*),)
$(shell rm -f $(STAMPS)/gazetteer)
endif

.PHONY: help
help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: install ## Set everything up and serve Istanbul's register (PORT=8001, DATA_DIR=…, ARGS=…)
	@exec $(VENV)/bin/elci demo $(if $(DATA_DIR),--data-dir $(DATA_DIR)) $(if $(PORT),--port $(PORT)) $(ARGS)

.PHONY: test
test: install-dev check ## Set everything up and run every check and every test (ARGS go to pytest)
	@$(PY) tools/run_tests.py $(ARGS)

# --- setting up ------------------------------------------------------------------------------

.PHONY: install
install: $(STAMPS)/package $(STAMPS)/gazetteer $(MO_FILES) frontend ## Prepare .venv with the elci command
	@echo "Ready: $(VENV)/bin/elci --help"

.PHONY: install-dev
install-dev: $(STAMPS)/dev install

$(STAMPS)/spark: $(STAMPS)/dev requirements/spark.txt
	@echo "Installing Spark …"
	@$(PIP) --require-hashes --requirement requirements/spark.txt
	@touch $@

.PHONY: spark
spark: $(STAMPS)/spark ## Install Spark, half a gigabyte, for the tests of large networks (needs Java)

.PHONY: frontend
frontend: $(STAMPS)/requirements
	@$(PY) tools/build_frontend.py

$(VENV)/pyvenv.cfg:
	@PYTHON="$(PYTHON)" tools/make_venv $(VENV)

$(STAMPS)/requirements: $(VENV)/pyvenv.cfg requirements/install.txt
	@echo "Installing the Python packages …"
	@$(PIP) --require-hashes --requirement requirements/install.txt
	@mkdir -p $(@D) && touch $@

$(STAMPS)/package: $(STAMPS)/requirements pyproject.toml
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/package requirements/dev.txt
	@echo "Installing the packages for checks and tests …"
	@$(PIP) --require-hashes --requirement requirements/dev.txt
	@touch $@

$(STAMPS)/gazetteer: $(GAZETTEER_INPUTS) requirements/install.txt | $(STAMPS)/package
	@echo "Building the gazetteer …"
	@$(PY) tools/build_gazetteer.py
	@touch $@

%.mo: %.po tools/messages.py | $(STAMPS)/package
	@$(PY) tools/messages.py compile $<

# --- checks ----------------------------------------------------------------------------------

.PHONY: check
check: check-format check-lint check-types check-layers check-templates check-safety check-migrations check-messages ## Format, lint, types, layers, templates, safety, migrations, translations
	@echo "All checks passed."

.PHONY: check-format check-lint check-types check-layers check-templates check-safety check-migrations check-messages
check-format: $(STAMPS)/dev
	@echo "format"; $(VENV)/bin/ruff format --quiet --check . || \
		{ echo "Run: make format"; exit 1; }

check-lint: $(STAMPS)/dev
	@echo "lint"; $(VENV)/bin/ruff check --quiet .

check-types: $(STAMPS)/dev | build/check/static
	@echo "types"; $(CHECK_ENV) $(VENV)/bin/mypy

check-layers: $(STAMPS)/dev | build/check/static
	@echo "layers"; $(VENV)/bin/lint-imports > build/layers.txt || { cat build/layers.txt; exit 1; }

check-templates: $(STAMPS)/dev
	@echo "templates"; find src -name '*.html' -print0 | \
		xargs -0 -r $(VENV)/bin/djade --target-version 5.2 --check

check-safety: $(STAMPS)/dev | build/check/static
	@echo "safety"; $(VENV)/bin/bandit --quiet --recursive src --configfile pyproject.toml
	@$(CHECK_ENV) ELCI_TLS=true ELCI_HOSTS=register.example.org \
		$(PY) -m django check --deploy --fail-level WARNING > build/deploy.txt || \
		{ cat build/deploy.txt; exit 1; }

check-migrations: $(STAMPS)/dev | build/check/static
	@echo "migrations"; $(CHECK_ENV) $(PY) -m django makemigrations --check --dry-run > build/migrations.txt || \
		{ cat build/migrations.txt; echo "The models say more than the migrations."; exit 1; }

check-messages: $(STAMPS)/dev
	@echo "translations"; $(PY) tools/messages.py check

build/check/static:
	@mkdir -p $@

# --- the rest --------------------------------------------------------------------------------

.PHONY: format
format: $(STAMPS)/dev ## Bring code and templates into the house's form
	@$(VENV)/bin/ruff format --quiet . && $(VENV)/bin/ruff check --quiet --fix --select I . ; \
		find src -name '*.html' -print0 | xargs -0 -r $(VENV)/bin/djade --target-version 5.2 || true

.PHONY: messages
messages: $(STAMPS)/dev ## Collect the texts to be translated into the .po files
	@$(PY) tools/messages.py extract

.PHONY: coverage
coverage: install-dev ## Branch coverage of the domain and the actions, which must be complete
	@$(PY) -m pytest -n auto -m "not browser" --cov --cov-report= $(ARGS)
	@$(VENV)/bin/coverage report --show-missing --skip-covered --fail-under=100 \
		--include='src/elci/domain/*,src/elci/*/actions.py,src/elci/*/actions/*'

.PHONY: bench
bench: install-dev ## Measure every page on 100,000 relations (never a test; ARGS=…)
	@$(PY) -m tools.bench $(ARGS)

.PHONY: eval
eval: install-dev ## Measure how well names and lists are understood
	@$(PY) -m tools.evaluate_lists $(ARGS)

.PHONY: eval-partners
eval-partners: install-dev ## Measure how well partners are foretold, beside simpler rankings (ARGS=new:101)
	@nice -n 15 $(PY) -m tools.evaluate_partners $(ARGS)

.PHONY: model
model: install ## Learn anew whom cities choose, from the ties that the package brings
	@nice -n 15 $(VENV)/bin/elci partners train src/elci/resources/matching/model.json

.PHONY: bench-partners
bench-partners: install-dev ## Measure how long the learned ranking of partners takes
	@$(PY) -m tools.bench_partners

.PHONY: bench-import
bench-import: install-dev ## Measure how fast names are resolved and lists are taken in
	@$(PY) -m tools.bench_import $(ARGS)

.PHONY: bench-law
bench-law: install-dev ## Measure how fast the law is asked, checked and printed
	@$(PY) -m tools.bench_law $(ARGS)

.PHONY: bench-finder
bench-finder: install-dev ## Measure the finder and the impact run over 10,000 and 100,000 relations
	@$(PY) -m tools.bench_finder $(ARGS)

.PHONY: bench-network
bench-network: install-dev ## Measure how fast networks are measured, beside NetworkX
	@$(PY) -m tools.bench_network $(ARGS)

.PHONY: mutants
mutants: install-dev ## See that copies of the law packs with one fault are caught (ARGS=tr)
	@$(PY) -m tools.mutate_law $(ARGS)

$(STAMPS)/fuzz: $(STAMPS)/dev requirements/fuzz.txt
	@$(PIP) --require-hashes --requirement requirements/fuzz.txt
	@touch $@

.PHONY: fuzz
fuzz: install-dev $(STAMPS)/fuzz ## Feed the readers of lists with made-up text (SECONDS_EACH=60, ARGS=…)
	@$(PY) tools/fuzz_cells.py --seconds $(or $(SECONDS_EACH),60) $(ARGS)

.PHONY: audit
audit: install-dev ## Compare the pins with known vulnerabilities and allowed licences
	@$(PY) tools/audit.py

.PHONY: wheel
wheel: install ## Build the package as it is installed on a server, into dist/
	@$(PY) -m hatchling build --target wheel

.PHONY: pins
pins: ## Compile requirements/*.txt anew from pyproject.toml (needs uv)
	@tools/compile_pins

.PHONY: clean
clean: ## Remove what was made; data/ stays
	@rm -rf $(VENV) $(STAMPS) build dist node_modules $(GAZETTEER) src/elci/static/built \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	@find src -name '*.mo' -delete; find src tests tools -name __pycache__ -prune -exec rm -rf {} +
