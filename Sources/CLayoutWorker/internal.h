#ifndef CLAYOUTWORKER_INTERNAL_H
#define CLAYOUTWORKER_INTERNAL_H

#include <graphviz/graphviz_version.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

#include "CLayoutWorker.h"

/// The exit status of a child that could not make itself ready.
enum { ARCHC_UNPREPARED_STATUS = 125 };

/// Gives up the child's rights: limits first, then system calls. Parts that the kernel does not
/// offer are left out silently.
void archc_enter_sandbox(const archc_child_limits *limits);

/// What is used of Graphviz, found when its libraries are opened.
typedef struct {
  typeof(gvContextPlugins) *context_plugins;
  typeof(gvLayout) *layout;
  typeof(agopen) *open;
  typeof(agattr) *attribute;
  typeof(agxset) *set;
  typeof(agsafeset) *safe_set;
  typeof(agsubg) *subgraph;
  typeof(agnode) *node;
  typeof(agsubnode) *subnode;
  typeof(agedge) *edge;
  Agdesc_t *directed;
  Agmemdisc_t *memory;
  Agiodisc_t *streams;
  /// With dot's layout and our text-layout plugin.
  GVC_t *context;
} archc_graphviz_functions;

/// Filled in by `archc_graphviz_prepare`.
extern archc_graphviz_functions archc_graphviz;

/// A plugin for which the text `61 16` is 61 px wide and 16 px high, so that no font is ever asked.
extern gvplugin_library_t archc_text_library;

/// Numbers Graphviz's objects in the order in which they are made.
///
/// Graphviz's own numbers are heap addresses, and it sorts by them: two runs would differ.
extern Agiddisc_t archc_sequential_ids;

#endif
