#pragma once
#include <stddef.h>

/// The bundled `.arch` files one after another, each closed by a zero byte.
const unsigned char *_Nonnull archc_catalog_bytes(void);

/// The number of bytes, the closing zeros included.
size_t archc_catalog_size(void);
