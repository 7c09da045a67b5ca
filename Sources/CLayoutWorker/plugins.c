#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

// Graphviz is opened where it is used, so that no other command pays for it or needs it.

archc_graphviz_functions archc_graphviz;

// Graphviz takes a builtin only when its name looks like this.
static char dot_name[] = "gvplugin_dot_layout_LTX_library";
static char text_name[] = "gvplugin_archc_text_LTX_library";

/// Finds functions of libgvc and of the libraries that it needs.
static bool find_functions(void *library) {
#define FIND(field, name) \
  ((archc_graphviz.field = (typeof(archc_graphviz.field))dlsym(library, name)) != nullptr)
  return FIND(context_plugins, "gvContextPlugins") && FIND(layout, "gvLayout")
    && FIND(open, "agopen") && FIND(attribute, "agattr") && FIND(set, "agxset")
    && FIND(safe_set, "agsafeset") && FIND(subgraph, "agsubg") && FIND(node, "agnode")
    && FIND(subnode, "agsubnode") && FIND(edge, "agedge") && FIND(directed, "Agdirected")
    && FIND(memory, "AgMemDisc") && FIND(streams, "AgIoDisc");
#undef FIND
}

/// Opens the plugin for dot's layout beside libgvc itself, so that no setting can lead to another
/// one, in the version of the headers that this was compiled with, whose structures it fills.
static void *open_layout(void) {
  Dl_info info;
  if (dladdr((void *)archc_graphviz.layout, &info) == 0 || !info.dli_fname) return nullptr;
  const char *slash = strrchr(info.dli_fname, '/');
  if (!slash) return nullptr;
  char path[4096];
  int size = snprintf(
    path, sizeof path, "%.*s/graphviz/libgvplugin_dot_layout.so.%d",
    (int)(slash - info.dli_fname), info.dli_fname, GVPLUGIN_VERSION);
  if (size < 0 || (size_t)size >= sizeof path) return nullptr;
  void *library = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
  return library ? dlsym(library, dot_name) : nullptr;
}

bool archc_graphviz_prepare(void) {
  for (int version = 6; version <= 9; version++) {
    char name[32];
    snprintf(name, sizeof name, "libgvc.so.%d", version);
    void *library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    void *layout = library && find_functions(library) ? open_layout() : nullptr;
    if (!layout) continue;
    static lt_symlist_t plugins[3];
    plugins[0] = (lt_symlist_t){dot_name, layout};
    plugins[1] = (lt_symlist_t){text_name, &archc_text_library};
    archc_graphviz.context = archc_graphviz.context_plugins(plugins, 0);
    return archc_graphviz.context != nullptr;
  }
  return false;
}
