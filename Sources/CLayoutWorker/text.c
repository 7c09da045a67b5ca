#include <stdlib.h>

#include <graphviz/gvplugin_textlayout.h>

#include "internal.h"

static boolean measure(textspan_t *span, char **) {
  char *rest = nullptr;
  span->size.x = strtod(span->str, &rest);
  span->size.y = strtod(rest, nullptr);
  span->yoffset_layout = 0;
  span->yoffset_centerline = 0;
  return TRUE;
}

static gvtextlayout_engine_t engine = {measure};

static gvplugin_installed_t engines[] = {
  {0, "textlayout", 100, &engine, nullptr},
  {0, nullptr, 0, nullptr, nullptr},
};

static gvplugin_api_t kinds[] = {
  {API_textlayout, engines},
  {(api_t)0, nullptr},
};

gvplugin_library_t archc_text_library = {"archc", kinds};
