# The commands of daily work. Each sets up .venv first, which takes time only once.
# PYTHON=python3.12 chooses another Python, and LAB_ARGS, TEST_ARGS and NOTEBOOKS_ARGS are passed
# on: make lab LAB_ARGS="--no-browser --port 8899".

PYTHON_IN_VENV = .venv/bin/python

help:
	@echo "make lab          open the course in JupyterLab"
	@echo "make test         run all tests and check every notebook against its stored outputs"
	@echo "make notebooks    run every notebook and store its outputs"
	@echo "make links        write the address of the repository into badges and lessons"
	@echo "make lint         check the style of code and notebooks"
	@echo "make format       mend the style where that needs no thought"
	@echo "make constraints  write the newest versions that work together into constraints.txt"
	@echo "make bench        compare the speed of the engine with PyTorch and with plain Python"
	@echo "make clean        remove .venv and everything else that was generated"

setup:
	@sh tools/setup.sh

# Not the file as an argument: JupyterLab would then show the folder notebooks alone.
lab: setup
	$(PYTHON_IN_VENV) -m jupyterlab --LabApp.default_url=/lab/tree/notebooks/01_eda_heatmap.ipynb $(LAB_ARGS)

# Two workers; loadscope keeps the cells of one notebook together.
test: setup
	$(PYTHON_IN_VENV) -m pytest -n 2 --dist loadscope $(TEST_ARGS)

notebooks: setup
	$(PYTHON_IN_VENV) -m tools.notebooks $(NOTEBOOKS_ARGS)

links: setup
	$(PYTHON_IN_VENV) -m tools.links

lint: setup
	@$(PYTHON_IN_VENV) -m ruff check . && $(PYTHON_IN_VENV) -m ruff format --check . \
		|| { echo "make format mends most of this."; exit 1; }

format: setup
	$(PYTHON_IN_VENV) -m ruff check --fix .
	$(PYTHON_IN_VENV) -m ruff format .

constraints: setup
	$(PYTHON_IN_VENV) -m tools.constraints

bench:
	test -x .venv-bench/bin/python || $${PYTHON:-python3} -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --editable ".[bench]" -c constraints.txt
	.venv-bench/bin/python -m benchmarks.graph

clean:
	rm -rf .venv .venv-bench build dist .hypothesis .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	find . -name .ipynb_checkpoints -prune -exec rm -rf {} +

.PHONY: help setup lab test notebooks links lint format constraints bench clean
