# Everything here works on a machine that has Go, make and git.

GO      ?= go
BIN     := bin/hegao
# The real copy and test cases that some tests and the benchmark use when they
# are there; everything passes without them.
SHARED  ?= $(abspath ../shared)
export HEGAO_SHARED ?= $(SHARED)
export CGO_ENABLED ?= 0

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
LDFLAGS := -s -w -X github.com/hegao/hegao/cmd/internal/app.version=$(VERSION)
# The manual page is written by the program itself: the tag leaves the library's
# writer out.
TAGS    := urfave_cli_no_docs
TOOL    := $(GO) tool -modfile=.tools/go.mod

.PHONY: all build test race stream check format vet lint cross demo eval measure bench cover readers release clean

all: build

build:
	$(GO) build -trimpath -tags $(TAGS) -ldflags "$(LDFLAGS)" -o $(BIN) ./cmd/hegao

test:
	$(GO) test ./...

# The race detector needs a C compiler; where there is none the tests run
# without it.
race:
	@if command -v $$($(GO) env CC) >/dev/null 2>&1; then \
		echo "$(GO) test -race ./..."; CGO_ENABLED=1 $(GO) test -race ./...; \
	else \
		echo "no C compiler: testing without the race detector"; $(GO) test ./...; \
	fi

# A million findings through each format, in bounded memory.
stream:
	$(GO) test -run TestAMillionFindings ./checker/report -args -findings 1000000

check: format vet lint cross race stream demo

format:
	@out=$$(gofmt -l cmd rules checker fixtures); \
	if [ -n "$$out" ]; then echo "not gofmt-ed:"; echo "$$out"; exit 1; fi

vet:
	$(GO) vet ./...

lint:
	$(TOOL) staticcheck ./...

# The platform that differs most from the others compiles; release builds all.
cross:
	GOOS=windows CGO_ENABLED=0 $(GO) build -tags $(TAGS) -o /dev/null ./cmd/hegao

# Archives for Linux, macOS and Windows in dist/, with checksums and a list of
# what is linked in. Two runs on one commit give the same bytes.
release:
	$(GO) run ./cmd/internal/release -version $(VERSION) -out dist

# The sample newsroom: one page with slips, one clean. Findings are what the
# demo is about, so exit code 1 is a success and anything else isn't.
demo: build
	$(BIN) check fixtures/copy/slips.md; code=$$?; [ $$code -eq 1 ]
	$(BIN) check fixtures/copy/clean.md

# How many of the errors put into copy are found, and how quiet the copy is as
# it stands: of the sample newsroom, or of any folder with COPY=folder.
COPY ?= fixtures/copy
eval:
	$(GO) run ./cmd/eval $(COPY)

# The same on the real copy, for the table in rules/.
measure:
	$(GO) run ./cmd/eval -measured rules/measured.tsv -calibrated rules/calibration.tsv -verdicts cmd/eval/verdicts.tsv "$(HEGAO_SHARED)/corpus/open/articles-zh.jsonl.gz" "$(HEGAO_SHARED)/corpus/open/articles-en.jsonl.gz"
	$(GO) generate ./rules

bench: build
	$(GO) run ./cmd/internal/bench -hegao $(BIN) -corpus "$(HEGAO_SHARED)/corpus/open" -fixtures fixtures

# Programs and schemas of others that tests hold reports against; without them
# those tests skip.
readers:
	cd .tools/readers && $(GO) mod download && $(GO) build -o ../../bin/reviewdog github.com/reviewdog/reviewdog/cmd/reviewdog
	cd .tools/readers && $(GO) build -o ../../bin/actionlint github.com/rhysd/actionlint/cmd/actionlint
	cd .tools/readers && npm ci --no-audit --no-fund --ignore-scripts --silent

cover:
	$(GO) test -coverprofile=cover.out ./...
	$(GO) tool cover -func=cover.out | tail -1

clean:
	rm -rf bin dist cover.out cover.html
