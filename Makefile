# Goodturn: make demo · build · test · guide · screenshots · attack · bench · install · uninstall · deb. See README.md.
PREFIX ?= $(HOME)/.local
HOSTS  ?= $(HOME)/.mozilla/native-messaging-hosts
JOBS   ?= $(shell nproc)
FUZZ_SECONDS ?= 60

.PHONY: build test demo guide screenshots soak attack mutants bench install uninstall deb reproducible asan tsan fuzz format clean

# The program at build/goodturn and the add-on at build/goodturn.xpi.
build:
	tools/install_packages build
	mkdir -p build
	cd plugin && npm run --silent build
	cmake --preset release
	cmake --build --preset release -j $(JOBS) --target goodturn
	cp -f build/release/helper/goodturn build/goodturn

# Everything that is checked, by ctest: units, contracts, interop, pages, the real Thunderbird.
test:
	tools/install_packages build deb test
	mkdir -p build
	cd plugin && npm run --silent build
	cmake --preset test
	cmake --build --preset test -j $(JOBS)
	cp -f build/test/helper/goodturn build/goodturn
	ctest --preset test

# Sample folders, a sync and this week's list, without an account.
demo: build
	tools/demo

# docs/guide performed in the real Thunderbird, with new pictures of each step.
guide: build
	tools/install_packages test
	tools/make_guide

# Every page, light and dark, with the sample, empty, failing and with its dialogs, in build/screenshots/index.html.
screenshots: build
	tools/install_packages test
	GOODTURN_BIN="$(CURDIR)/build/goodturn" node tests/web/screenshots/take.mjs

# For hours, before a release: more histories, kills and damages, and the servers that are slow to set up.
soak:
	tools/install_packages build deb test soak
	mkdir -p build
	cd plugin && npm run --silent build
	cmake --preset test
	cmake --build --preset test -j $(JOBS)
	ctest --preset soak

# Every attack of docs/security.md on a helper of its own, counted; tests/attack/attack.py --help for one that runs.
attack: build
	tests/attack/attack.py

# Changes one place of the code at a time and runs the unit tests on it; first each check, condition and limit of security.
mutants:
	tools/install_packages build test
	mkdir -p build
	cd plugin && npm run --silent build
	cmake --preset test
	cmake --build --preset test -j $(JOBS) --target unit_bridge unit_dav interop_dav unit_sync unit_suggest
	tools/mutants --named
	tools/mutants --least 85

# Times and traffic against real servers, as ratios to curl and vdirsyncer.
bench: build
	tools/install_packages bench
	cmake --build --preset release -j $(JOBS) --target bench_suggest bench_text bench_size bench_duplicates bench_reports bench_notes bench_ranking
	build/release/tests/bench/bench_suggest
	build/release/tests/bench/bench_text
	build/release/tests/bench/bench_size
	build/release/tests/bench/bench_duplicates
	build/release/tests/bench/bench_reports
	build/release/tests/bench/bench_notes
	build/bench/ranking $(wildcard ../shared/data/touches/*.csv.gz)
	tests/bench/sync/bench_sync
	tests/bench/sync/bench_memory
	GOODTURN_BIN="$(CURDIR)/build/goodturn" node tests/bench/pages/bench_pages.mjs
	cd plugin && GOODTURN_HOLD_TIMES=1 GOODTURN_BIN="$(CURDIR)/build/goodturn" npm run --silent test:times
	tests/bench/bridge/bench_bridge

install: build
	tools/install_program "$(PREFIX)" "$(HOSTS)"

uninstall:
	tools/uninstall_program "$(PREFIX)" "$(HOSTS)"

# A package for this Debian in build/deb, looked over by lintian.
deb: build
	tools/install_packages deb
	tools/make_deb build/deb
	lintian --fail-on error,warning build/deb/goodturn_*.deb
	tools/check_hardening build/goodturn

# Two builds from nothing give the same bytes; twice as long as a first `make build`.
reproducible:
	tools/install_packages build deb
	tools/check_reproducible

# The C++ tests and the program's own once more under address and undefined behaviour sanitizers; under the thread
# sanitizer those of its threads: bridge, running helper, contracts, and histories through HTTP.
THREADED := ^unit_(bridge|helper|reports|store|secrets|oauth|feed|dav)|^contract|^interop_dav$$|^cli_|^model_http$$
asan tsan:
	tools/install_packages build test
	cd plugin && npm run --silent build
	cmake --preset $@
	cmake --build --preset $@ -j $(JOBS)
	ctest --preset $@ $(if $(filter tsan,$@),-R '$(THREADED)')

# Each fuzz target for a minute, or for FUZZ_SECONDS.
fuzz:
	tools/install_packages build test fuzz
	cmake --preset fuzz
	cmake --build --preset fuzz -j $(JOBS) --target fuzzers
	tools/run_fuzzers build/fuzz $(FUZZ_SECONDS)

format:
	tools/check_format --fix

clean:
	rm -rf build
