#ifndef CLAYOUTWORKER_INTERNAL_H
#define CLAYOUTWORKER_INTERNAL_H

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

#include "CLayoutWorker.h"

/// Gives up the child's rights: limits first, then system calls. Parts that the kernel does not
/// offer are left out silently.
void archc_enter_sandbox(const archc_child_limits *limits);

/// Graphviz's core and dot_layout, and our text-layout plugin; ends with an empty entry.
const lt_symlist_t *archc_graphviz_plugins(void);

/// A plugin for which the text `61 16` is 61 px wide and 16 px high, so that no font is ever asked.
extern gvplugin_library_t archc_text_library;

/// Numbers Graphviz's objects in the order in which they are made.
///
/// Graphviz's own numbers are heap addresses, and it sorts by them: two runs would differ.
extern Agiddisc_t archc_sequential_ids;

#endif
