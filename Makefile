# The targets of this project. `make` lists them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run download build test cover generate check breaking race fuzz lint bench

# The modules with packages: the root and those below it. The module tools/ has only versions of tools.
MODULES  := . node bench $(patsubst %/go.mod,%,$(wildcard examples/*/go.mod))
STREAMS  := node/testdata/streams
TOOLS    := $(CURDIR)/tools/go.mod
FUZZTIME ?= 5s
COVER    := $(or $(TMPDIR),/tmp)/busgen-cover.out
COVERED  := ./events,./mux,./mux/muxtest,./plugins/...,./cmd/busgen/...

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# A newcomer runs this first. It uses two modules only, so that nothing is downloaded for the benchmarks.
run: MODULES := . node
run: download generate build ## build everything, run an exchange, and replay recorded streams
	bin/node run -audit
	bin/node replay -table $(STREAMS)

download: ## download the dependencies of every module
	@set -e; for m in $(MODULES); do echo "go -C $$m mod download"; go -C $$m mod download; done

# Without -buildvcs=false, go build fails in a clone that belongs to another user.
build: ## build bin/busgen and bin/node
	go build -buildvcs=false -o bin/ ./cmd/busgen
	go -C node build -buildvcs=false -o ../bin/ .

test: ## run the tests of every module
	@failed=0; for m in $(MODULES); do echo "go -C $$m test ./..."; go -C $$m test ./... || failed=1; done; exit $$failed

cover: ## measure the coverage of tests; fail below 90 % of a package
	go test -coverprofile=$(COVER) -coverpkg=$(COVERED) ./... >/dev/null
	@go tool cover -func=$(COVER) | tail -n 1
	@awk 'NR > 1 { split($$1, at, ":"); sub("/[^/]*$$", "", at[1]); n[$$1] = $$2; p[$$1] = at[1]; if ($$3) hit[$$1] = 1 } \
		END { for (b in n) { all[p[b]] += n[b]; if (hit[b]) got[p[b]] += n[b] } \
		for (k in all) { share = 100 * got[k] / all[k]; printf "%5.1f %%  %s\n", share, k; if (share < 90) low = 1 } exit low }' $(COVER)

generate: ## regenerate all code
	@set -e; for m in $(MODULES); do echo "go -C $$m generate ./..."; go -C $$m generate ./...; done

# busgen check writes nothing. Users run go generate, so this also checks that go generate changes nothing.
check: build ## fail if generated code is out of date
	@set -e; for m in $(MODULES); do echo "busgen check $$m/..."; (cd $$m && $(CURDIR)/bin/busgen check ./...); done
	@set -e; before=$$(git status --porcelain); $(MAKE) --no-print-directory generate; after=$$(git status --porcelain); \
		if [ "$$before" != "$$after" ]; then echo "go generate has changed files:"; echo "$$after"; exit 1; fi

# Not part of check: a break may be intended, and a clone may not have the branch to compare with.
breaking: build ## fail if readers of old events lose something
	@set -e; for m in $(MODULES); do echo "busgen breaking $$m/..."; (cd $$m && $(CURDIR)/bin/busgen breaking ./...); done

race: ## run all tests under the race detector (needs a C compiler)
	@failed=0; for m in $(MODULES); do echo "go -C $$m test -race -timeout 20m ./..."; go -C $$m test -race -timeout 20m ./... || failed=1; done; exit $$failed

# A fuzz target may take ten seconds for one input, too little for a random domain: those are a test with a period.
fuzz: ## run fuzz targets and random domains for FUZZTIME (default 5s)
	@set -e; for m in $(MODULES); do packages=$$(go -C $$m list ./...); for p in $$packages; do \
		found=$$(go -C $$m test -list '^Fuzz' $$p); \
		for f in $$(echo "$$found" | grep '^Fuzz'); do \
			echo "$$p $$f"; \
			go -C $$m test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p; \
		done; done; done
	go test -count 1 -timeout 0 -run '^TestRandomDomains$$' ./cmd/busgen -period $(FUZZTIME) -seed $$(date +%s)

lint: ## gofmt, go vet and staticcheck for every module
	@unformatted=$$(gofmt -l .) && if [ -n "$$unformatted" ]; then echo "run gofmt -w on:"; echo "$$unformatted"; exit 1; fi
	@set -e; for m in $(MODULES); do echo "vet and staticcheck $$m"; \
		(cd $$m && go vet ./... && go tool -modfile=$(TOOLS) staticcheck ./...); done

bench: ## measure against other buses, and write docs/performance.md
	go -C bench run -buildvcs=false . -all -lenient
