# The two commands: `make serve` and `make test`. Each sets up what it needs in .venv first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
NODE_READY := tests/clients/node_modules/.ready
OWLAPI_READY := $(VENV)/owlapi/.ready
HOST   ?= 127.0.0.1
PORT   ?= 8000

.PHONY: serve test setup check lint types unit wheel lock bench clean reference release

serve: $(READY)
	@$(BIN)/argmap serve --host $(HOST) --port $(PORT)

test: lint types wheel unit

setup: $(READY)

check: $(READY)
	@$(BIN)/argmap check --reason
	@$(BIN)/argmap lint

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

unit: $(READY) $(NODE_READY) $(OWLAPI_READY)
	$(BIN)/python -m pytest

# The built wheel holds every shipped file that git tracks (hatchling drops a missing folder silently).
wheel: $(READY)
	$(BIN)/python tests/wheel_check.py

# The lock is made anew only here; `uv` must be on the PATH.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group dev pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-deps \
	  tests/owlapi/requirements.in -o tests/owlapi/requirements.lock

# The page of the ontology at /ontology, made from ontology/argmap.ttl by pyLODE.
reference: $(READY)
	@$(BIN)/argmap publish reference

# The ontology as it is now, as a release of the version that its header gives: ontology/releases/VERSION.
release: reference
	@$(BIN)/argmap publish release

bench: $(READY)
	$(BIN)/python -m bench

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "argmap needs Python 3.11 or newer; set PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# Clients that others wrote for Node, for the tests only; a Python package brings Node itself.
$(NODE_READY): tests/clients/package.json tests/clients/package-lock.json | $(READY)
	$(BIN)/python -m tests.clients.node
	@touch $(NODE_READY)

# The OWL API and reasoners in Java, for the tests only; two Python packages bring them.
$(OWLAPI_READY): tests/owlapi/requirements.lock | $(READY)
	$(BIN)/python -m tests.owlapi.install
	@touch $(OWLAPI_READY)

clean:
	rm -rf $(VENV) build dist
