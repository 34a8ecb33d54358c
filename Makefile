# Builds sutra and installs it: make install PREFIX=/usr/local DESTDIR=
PREFIX = /usr/local
DESTDIR =
SWIFT = swift
BINARY = .build/release/sutra
# Empty where a binary that is built already is to be installed.
BUILD = build

BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
MAN = $(SHARE)/man/man1
MAN_BN = $(SHARE)/man/bn/man1
BASH = $(SHARE)/bash-completion/completions
ZSH = $(SHARE)/zsh/site-functions
FISH = $(SHARE)/fish/vendor_completions.d
THEMES = $(SHARE)/sutra/themes
MANUAL = Sources/sutra/Manual

# The folder with annotated texts from which the models learn.
DATA = ../shared/data
# Seconds of each fuzzer.
SECONDS = 10

.PHONY: all help build test lint resources lexicon models reading docs fuzz threads bench scale install uninstall

all: build

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

build: ## build the program as users get it
	$(SWIFT) build -c release --product sutra

test: ## run all tests
	$(SWIFT) test

lint: ## check the format of all code
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

resources: ## list anew the files that travel inside the binary
	python3 Sources/CResources/generate.py

lexicon: ## make the lexicons anew from the tables of the languages
	SUTRA_TOOLS=1 $(SWIFT) run sutra-train lexicon
	python3 Sources/CResources/generate.py

models: ## train the models of names from DATA
	Sources/SutraResources/Models/train "$(DATA)"

reading: ## train the network of the second reading from DATA
	Sources/SutraResources/Models/train "$(DATA)" reading

docs: ## make usage, manual page and completions anew from their tables, and the core's documentation
	SUTRA_WRITE_MANUAL=1 $(SWIFT) test --filter 'KeysInManualTests|KeysInCompletionsTests'
	Sources/SutraCore/document

fuzz: ## try anything on every step, SECONDS for each
	Tests/Fuzz/run -s $(SECONDS)

threads: ## try what goes on beside the reader under the thread sanitizer
	Tests/Threads/run

bench: ## measure beside other programs
	Tests/Bench/run

scale: ## measure streams of a gigabyte, and compare what comes of Spark (needs Tests/Scale/requirements.txt)
	Tests/Scale/streams
	Tests/Scale/spark

install: $(BUILD) ## install below PREFIX
	install -d "$(BIN)" "$(MAN)" "$(MAN_BN)" "$(BASH)" "$(ZSH)" "$(FISH)" "$(THEMES)"
	install -m 755 "$(BINARY)" "$(BIN)/sutra"
	install -m 644 $(MANUAL)/sutra.1 "$(MAN)/sutra.1"
	install -m 644 $(MANUAL)/sutra.bn.1 "$(MAN_BN)/sutra.1"
	install -m 644 $(MANUAL)/sutra.bash "$(BASH)/sutra"
	install -m 644 $(MANUAL)/_sutra "$(ZSH)/_sutra"
	install -m 644 $(MANUAL)/sutra.fish "$(FISH)/sutra.fish"
	install -m 644 Themes/*.theme "$(THEMES)"

uninstall: ## take away what was installed
	rm -f "$(BIN)/sutra" "$(MAN)/sutra.1" "$(MAN_BN)/sutra.1" "$(BASH)/sutra" "$(ZSH)/_sutra" "$(FISH)/sutra.fish"
	rm -f $(patsubst Themes/%,"$(THEMES)/%",$(wildcard Themes/*.theme))
	-rmdir "$(THEMES)" "$(SHARE)/sutra"
