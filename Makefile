# Set up, run, test and build NeuroViz. All the work is done by tools/dev.py, which also runs where there is no make.

PYTHON := $(shell for p in .venv/bin/python python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: run test test-rebuild build clean

run test test-rebuild build clean:
	@test -n "$(PYTHON)" || { echo "error: NeuroViz needs Python 3.11 or newer: install it and run make again." >&2; exit 2; }
	@$(PYTHON) tools/dev.py $@ $(ARGS)
