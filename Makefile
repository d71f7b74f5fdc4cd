# Everything for a newcomer and for CI: `make run`, `make test`. It all lands in .venv/ and .uv/, nothing elsewhere.

.PHONY: run test programs torture lint lock lock-check docs i18n clean
.DEFAULT_GOAL := run

# Build the environment if needed, make the sample project and open the window.
run:
	@sh requirements/install.sh run
	.venv/bin/python -m annotator demo

# Build the environment if needed and run every test, without a display.
test:
	@sh requirements/install.sh dev
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest

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
