#include "CArchCatalog.h"

// One line for each file, in alphabetical order; a test compares the list with the folder.
static const unsigned char bytes[] = {
#embed "rules/sqs.arch" suffix(, 0,)
};

const unsigned char *archc_rules_bytes(void) { return bytes; }

size_t archc_rules_size(void) { return sizeof bytes; }
