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
BASH = $(SHARE)/bash-completion/completions
ZSH = $(SHARE)/zsh/site-functions
FISH = $(SHARE)/fish/vendor_completions.d
THEMES = $(SHARE)/sutra/themes
MANUAL = Sources/sutra/Manual

.PHONY: all build docs install uninstall test

all: build

build:
	$(SWIFT) build -c release

test:
	$(SWIFT) test

# The manual page and the completions, from the tables of commands, options, settings and keys.
docs:
	SUTRA_WRITE_MANUAL=1 $(SWIFT) test --filter 'KeysInManualTests|KeysInCompletionsTests'

install: $(BUILD)
	install -d "$(BIN)" "$(MAN)" "$(BASH)" "$(ZSH)" "$(FISH)" "$(THEMES)"
	install -m 755 "$(BINARY)" "$(BIN)/sutra"
	install -m 644 $(MANUAL)/sutra.1 "$(MAN)/sutra.1"
	install -m 644 $(MANUAL)/sutra.bash "$(BASH)/sutra"
	install -m 644 $(MANUAL)/_sutra "$(ZSH)/_sutra"
	install -m 644 $(MANUAL)/sutra.fish "$(FISH)/sutra.fish"
	install -m 644 Themes/*.theme "$(THEMES)"

uninstall:
	rm -f "$(BIN)/sutra" "$(MAN)/sutra.1" "$(BASH)/sutra" "$(ZSH)/_sutra" "$(FISH)/sutra.fish"
	rm -f $(patsubst Themes/%,"$(THEMES)/%",$(wildcard Themes/*.theme))
	-rmdir "$(THEMES)" "$(SHARE)/sutra"
