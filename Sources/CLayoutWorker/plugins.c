#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "internal.h"

// Graphviz takes a builtin only when its name looks like this.
static char core_name[] = "gvplugin_core_LTX_library";
static char dot_name[] = "gvplugin_dot_layout_LTX_library";
static char text_name[] = "gvplugin_archc_text_LTX_library";

static lt_symlist_t plugins[] = {
  {core_name, nullptr}, {dot_name, nullptr}, {text_name, &archc_text_library}, {nullptr, nullptr},
};

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool is_prepared = false;

/// Opens `<folder>/graphviz/libgvplugin_<name>.so.<version>` and finds its library.
static void *open_plugin(
  const char *folder, int length, const char *name, int version, char *symbol) {
  char path[4096];
  int size = snprintf(
    path, sizeof path, "%.*s/graphviz/libgvplugin_%s.so.%d", length, folder, name, version);
  if (size < 0 || (size_t)size >= sizeof path) return nullptr;
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  return library ? dlsym(library, symbol) : nullptr;
}

/// Looks beside libgvc itself, so that no setting can lead to another plugin.
static void prepare(void) {
  Dl_info info;
  if (dladdr((void *)gvContextPlugins, &info) == 0 || !info.dli_fname) return;
  const char *slash = strrchr(info.dli_fname, '/');
  if (!slash) return;
  int length = (int)(slash - info.dli_fname);
  for (int version = 9; version >= 5 && !is_prepared; version--) {
    plugins[0].address = open_plugin(info.dli_fname, length, "core", version, core_name);
    if (!plugins[0].address) continue;
    plugins[1].address = open_plugin(info.dli_fname, length, "dot_layout", version, dot_name);
    is_prepared = plugins[1].address != nullptr;
  }
}

bool archc_graphviz_prepare(void) {
  pthread_once(&once, prepare);
  return is_prepared;
}

const lt_symlist_t *archc_graphviz_plugins(void) { return plugins; }
