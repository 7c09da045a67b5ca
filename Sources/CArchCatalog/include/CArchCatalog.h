#pragma once
#include <stddef.h>

/// The bundled `.arch` files one after another, each closed by a zero byte.
const unsigned char *_Nonnull archc_catalog_bytes(void);

/// The number of bytes, the closing zeros included.
size_t archc_catalog_size(void);

/// The place of the first byte of a value at or after a place; the size where there is none.
size_t archc_catalog_find(unsigned char value, size_t start);

/// The place of some bytes at or after a place; the size where they do not stand.
size_t archc_catalog_find_text(const unsigned char *_Nonnull text, size_t length, size_t start);

/// The bundled files of rules one after another, each closed by a zero byte.
const unsigned char *_Nonnull archc_rules_bytes(void);

/// The number of bytes, the closing zeros included.
size_t archc_rules_size(void);
