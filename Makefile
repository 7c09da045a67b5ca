# Everything a person needs, on Debian with Swift 6.2 or later. `make demo` and `make test` install what
# is missing and say so; nothing else here touches the system.

SWIFT ?= swift
PREFIX ?= /usr/local

# One scratch folder for release builds, so that tests in debug and the demo do not undo each other.
RELEASE = .build/release-static
ARCHC = $(RELEASE)/release/archc
DEV = $(RELEASE)/release/archc-dev

# The runtimes of Swift, C++ and gcc are linked in: the binary needs only libc, and Graphviz where it draws,
# and starts sooner. The folder holds nothing but their archives, so that the linker finds those first; what
# it knows as libgcc_s is in gcc's archive for unwinding.
# At a fixed address the binary needs none of the 45,000 corrections that a movable one makes to itself at
# every start, in pages which the layout's process would then have to itself, too.
STATIC_LIBRARIES = .build/static-libraries
ARCHIVES = $(STATIC_LIBRARIES)/libstdc++.a $(STATIC_LIBRARIES)/libgcc_s.a
RELEASE_FLAGS = -c release --scratch-path $(RELEASE) --static-swift-stdlib --disable-local-rpath \
	-Xswiftc -use-ld=lld -Xlinker --gc-sections -Xlinker -s -Xlinker --no-pie \
	-Xlinker -L$(CURDIR)/$(STATIC_LIBRARIES)

.PHONY: help demo gallery test bench build check-format format install clean dependencies

help:
	@echo "make demo    install what is missing, build, and compile Examples/ into out/"
	@echo "make test    install what is missing, and run all tests"
	@echo "make gallery build every example in every format, on one page in out/gallery"
	@echo "make bench   measure against dot on the same graphs (needs Debian's graphviz)"
	@echo "make build   build the release binary, $(ARCHC)"
	@echo "make install copy it to $(PREFIX)/bin"
	@echo "make format  put Swift and .arch files in style"

demo: build
	@rm -rf out
	@$(ARCHC) build Examples -o out
	@echo "Pictures, ready to open in a browser:"
	@find out -name '*.svg' | sort | sed 's/^/  /'

gallery: build
	@$(SWIFT) build $(RELEASE_FLAGS) --product archc-dev
	@rm -rf out/gallery
	@$(DEV) gallery --archc $(ARCHC)

test: dependencies
	$(SWIFT) test

bench: build
	@command -v dot >/dev/null || { \
		echo "Installing graphviz, whose 'dot' is what is measured against"; \
		$(APT) install -y graphviz >/dev/null; }
	@$(SWIFT) build $(RELEASE_FLAGS) --product archc-dev
	@$(DEV) bench --archc $(ARCHC)

build: dependencies $(ARCHIVES)
	$(SWIFT) build $(RELEASE_FLAGS) --product archc

$(STATIC_LIBRARIES)/libstdc++.a: ARCHIVE = libstdc++.a
$(STATIC_LIBRARIES)/libgcc_s.a: ARCHIVE = libgcc_eh.a

$(ARCHIVES):
	@mkdir -p $(STATIC_LIBRARIES)
	@ln -sf "$$(g++ -print-file-name=$(ARCHIVE))" $@

format:
	$(SWIFT) format format --in-place --recursive Package.swift Sources Tests
	$(SWIFT) run archc fmt Examples Sources/CArchCatalog/rules Sources/CArchCatalog/services

check-format: build
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	$(ARCHC) fmt --check Examples Sources/CArchCatalog/rules Sources/CArchCatalog/services

install: build
	install -D $(ARCHC) $(DESTDIR)$(PREFIX)/bin/archc

clean:
	rm -rf .build out

# Debian's package names; root needs no sudo.
APT = $(if $(filter 0,$(shell id -u)),,sudo )env DEBIAN_FRONTEND=noninteractive apt-get
PACKAGES = libgraphviz-dev librsvg2-2 g++

dependencies:
	@missing=""; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' \
			|| missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "Installing$$missing with apt-get"; \
		$(APT) update -qq && $(APT) install -y -qq $$missing >/dev/null; \
	fi
