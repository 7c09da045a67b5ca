#include "CArchCatalog.h"

// One line per file in alphabetical order; a test compares the list with the folder.
static const unsigned char bytes[] = {
#embed "services/user.arch" suffix(, 0,)
};

const unsigned char *archc_catalog_bytes(void) { return bytes; }

size_t archc_catalog_size(void) { return sizeof bytes; }
