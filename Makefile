# Everything for a newcomer and for CI: `make run`, `make test`. It all lands in .venv/ and .uv/, nothing elsewhere.

.PHONY: run test coverage mutation search programs torture lint lock lock-check docs i18n clean
.DEFAULT_GOAL := run

# Build the environment if needed, make the sample project and open the window.
run:
	@sh requirements/install.sh run
	.venv/bin/python -m annotator demo

# Build the environment if needed and run every test, without a display.
test:
	@sh requirements/install.sh dev
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest

# Run the tests with every process counted, and fail where one reaches less than 95 % of a package's branches.
coverage:
	@sh requirements/install.sh dev
	rm -rf build/coverage && mkdir -p build/coverage
	COVERAGE_FILE=build/coverage/data QT_QPA_PLATFORM=offscreen .venv/bin/python -m coverage run -m pytest $(COUNTED)
	cd build/coverage && ../../.venv/bin/python -m coverage combine -q --rcfile ../../pyproject.toml --data-file data .
	.venv/bin/python -m coverage json -q --data-file build/coverage/data -o build/coverage/report.json
	.venv/bin/python -m benchmarks.reached build/coverage/report.json

COUNTED = tests/unit tests/contracts tests/journeys tests/scores

# Change the code of domain and text in small ways and count what the tests notice: `make mutation SAMPLE=500 SEED=7`.
mutation:
	@sh requirements/mutation.sh
	.venv/mutation/bin/python -m benchmarks.mutation --sample $(SAMPLE) --seed $(SEED)

SAMPLE = 300
SEED = 7

# Look for new cases of the properties, 2,000 a property, other ones each time: what is found becomes a test.
search:
	@sh requirements/install.sh dev
	ANNOTATOR_TEST_PROFILE=search .venv/bin/python -m pytest tests/unit tests/contracts -m hypothesis

# Give our exports to the programs they are made for: Label Studio's converter, doccano's import, Datasette.
programs:
	@sh requirements/install.sh dev
	@sh requirements/programs.sh
	.venv/bin/python -m pytest tests/programs -o python_files='check_*.py'

# Kill 1,000 processes that work on a project, and cut the power 200 times: half an hour.
torture:
	@sh requirements/install.sh dev
	.venv/bin/python -m benchmarks.torture --rounds 1000 --cuts 200
	.venv/bin/python -m benchmarks.offline --strace

lint:
	@sh requirements/install.sh dev
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy --strict
	.venv/bin/lint-imports

# Write requirements/*.txt from pyproject.toml; `make lock UPGRADE=1` takes newer versions too.
lock:
	@sh requirements/lock.sh $(if $(UPGRADE),--upgrade)

lock-check:
	@sh requirements/lock.sh --check

# Write the module table of docs/architecture.md from the modules' first lines, and docs/keys.md from the commands.
docs:
	@sh requirements/install.sh dev
	.venv/bin/python docs/module_table.py
	.venv/bin/python docs/keys_page.py

# Collect the texts of the window into resources/i18n/annotator_vi.ts, and make the .qm files from the .ts files.
i18n:
	@sh requirements/install.sh dev
	.venv/bin/python docs/translations.py

clean:
	rm -rf .venv .uv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
