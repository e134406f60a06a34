# make report   a report on seeds/ (or CORPUS=folder), its index.html named last
# make lab      the notebooks in JupyterLab
# make test     everything that must hold
# Each installs what it needs into .venv first; repeats install nothing.

PYTHON ?= python3
CORPUS ?= seeds
ARGS ?=
BIN := .venv/bin
INSTALLED := .venv/.installed

export MPLBACKEND := Agg
export PYDEVD_DISABLE_FILE_VALIDATION := 1
export JUPYTER_PLATFORM_DIRS := 1

.PHONY: report lab test check-env notebooks lock install clean

report: $(INSTALLED)
	@$(BIN)/python -m analysis report "$(CORPUS)" $(ARGS)

lab: $(INSTALLED)
	$(BIN)/jupyter lab notebooks/ $(if $(filter 0,$(shell id -u)),--allow-root) $(ARGS)

test: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest tests
	$(BIN)/python -m pytest --nbval notebooks

# The pip section of environment.yml, installed as conda does it (slow).
check-env: $(INSTALLED)
	$(BIN)/python -m pytest -m env tests/test_environment.py

# Run the committed notebooks on seeds/ and keep their outputs, and the README's picture.
notebooks: $(INSTALLED)
	$(BIN)/python scripts/commit_notebooks.py

# The lock and environment.yml from pyproject.toml.
lock: $(INSTALLED)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --all-extras \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  pyproject.toml --output-file requirements.lock
	$(BIN)/python scripts/make_environment.py

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "error: Python 3.11 or newer is needed; name one: make PYTHON=python3.12" >&2; exit 1; }
	@if command -v uv >/dev/null 2>&1; then \
	  { test -x $(BIN)/python || uv venv --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv; } && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  { test -x $(BIN)/python || $(PYTHON) -m venv .venv; } && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@$(BIN)/python -c 'import matplotlib.font_manager'
	@touch $@

clean:
	rm -rf .venv build reports .pytest_cache .ruff_cache .hypothesis
