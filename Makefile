# claimcheck: `make demo` shows the whole pipeline, `make test` checks everything. Both set up first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help setup demo test check bench soak lock licences lower-bounds types clean

help:
	@echo "make demo   set up, then run the whole pipeline on the shipped samples"
	@echo "make test   set up, check format, lint and types, run every test"
	@echo "make setup | check | bench | soak | clean"
	@echo "make lock | licences | lower-bounds | types   for a release: versions, what they are under, the oldest, types"

setup: $(READY)

# Where Debian's python3-venv is missing, the virtual environment is made without pip, and pip comes from the machine's
# own pip or, unpacked beside it and never installed, from Debian's package of pip's wheel.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "claimcheck needs Python 3.11 or newer, $(PYTHON) is older: set PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
	  rm -rf $(VENV) && $(PYTHON) -m venv --without-pip $(VENV) && \
	  if $(PYTHON) -m pip --version >/dev/null 2>&1; then \
	    echo "python3-venv is missing: taking pip from the machine's own"; \
	    $(PYTHON) -m pip --python $(BIN)/python install --quiet pip; \
	  elif command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then \
	    echo "python3-venv is missing: unpacking Debian's pip into $(VENV)"; \
	    mkdir -p $(VENV)/bootstrap && cd $(VENV)/bootstrap && \
	    { apt-get -qq download python3-pip-whl >/dev/null 2>&1 || { apt-get -qq update && apt-get -qq download python3-pip-whl; }; } && \
	    dpkg-deb -x python3-pip-whl_*.deb . && cd ../.. && \
	    PYTHONPATH=$$(ls $(VENV)/bootstrap/usr/share/python-wheels/pip-*.whl) $(BIN)/python -m pip install --quiet pip && \
	    rm -rf $(VENV)/bootstrap; \
	  else false; fi; } || { rm -rf $(VENV); \
	  echo "cannot make $(VENV): install Debian's python3-venv (as root: apt-get install python3-venv), then run make again"; exit 1; }

$(READY): $(BIN)/pip pyproject.toml constraints.txt requirements.lock
	@echo "Setting up claimcheck in $(VENV). To be fetched, where no cache holds it:"
	@$(BIN)/pip install --dry-run --quiet --report $(VENV)/plan.json -c constraints.txt torch==2.13.0 && \
	  $(BIN)/python -c 'import json; plan = json.load(open("$(VENV)/plan.json"))["install"]; cuda = any("nvidia" in p["metadata"]["name"] for p in plan); \
	  print("  torch 2.13.0, " + ("with CUDA packages: about 3 GB, 5 GB on disk (README says how to take a CPU build)" if cuda else "CPU build: 192 MB, 750 MB on disk")) if plan else print("  torch: there already")'
	@echo "  everything else: about 570 MB, 2 GB on disk"
	@echo "  later, at the first studio up or demo, Label Studio in its own environment: about 280 MB, 1 GB on disk"
	$(BIN)/pip install --quiet -c constraints.txt torch==2.13.0
	$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation -e .
	@$(BIN)/pip check
	@rm -f $(VENV)/plan.json
	@touch $(READY)

demo: setup
	@$(BIN)/claimcheck demo $(DEMO)

check: setup
	$(BIN)/ruff format --check claimcheck tests notebooks
	$(BIN)/ruff check claimcheck tests notebooks
	$(BIN)/mypy

# The unit tests side by side; what is timed, loaded or shares one Label Studio and one browser by itself.
test: check
	$(BIN)/python -m pytest -n logical --maxprocesses 4 --dist loadfile tests/unit
	$(BIN)/python -m pytest --ignore tests/unit

bench: setup
	$(BIN)/python -m pytest -q tests/quality tests/benchmarks -s

soak: setup
	$(BIN)/python -m tests.benchmarks.soak

lock: $(BIN)/pip
	$(BIN)/pip install --quiet -c constraints.txt uv
	$(BIN)/python -m tests.lock $(LOCK)

licences: setup
	$(BIN)/python -m tests.licences $(LICENCES)

lower-bounds: setup
	$(BIN)/python -m tests.lower_bounds

types: setup
	$(BIN)/python -m tests.verify_types

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/output
	find claimcheck tests -name __pycache__ -prune -exec rm -rf {} +
