#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// Named objects (clusters, and what Graphviz makes for itself) sit in a hash table from name to
// number and an array from number to name; nodes and edges are anonymous and cost nothing. Memory
// is never given back: the process ends with the layout.

typedef struct {
  char *name;
  int type;
} archc_named;

typedef struct {
  IDTYPE last;
  /// By number; room for `capacity`.
  archc_named *named;
  size_t capacity;
  /// Numbers by hash, 0 where free; its size is a power of two, at most half of it in use.
  IDTYPE *slots;
  size_t slot_count, used;
} archc_ids;

static int plain_type(int type) { return type == AGINEDGE ? AGOUTEDGE : type; }

static size_t hash(int type, const char *name) {
  uint64_t value = UINT64_C(0xcbf29ce484222325) ^ (uint64_t)type;
  for (; *name; name++) value = (value ^ (unsigned char)*name) * UINT64_C(0x100000001b3);
  return (size_t)(value ^ value >> 32);
}

/// The slot where a name is, or where it would go.
static size_t slot_of(const archc_ids *ids, int type, const char *name) {
  size_t slot = hash(type, name) & (ids->slot_count - 1);
  for (; ids->slots[slot] != 0; slot = (slot + 1) & (ids->slot_count - 1)) {
    archc_named entry = ids->named[ids->slots[slot]];
    if (entry.type == type && strcmp(entry.name, name) == 0) break;
  }
  return slot;
}

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) abort();
  return memory;
}

static void *open_ids(Agraph_t *, Agdisc_t *) {
  archc_ids *ids = allocate(1, sizeof *ids);
  ids->slot_count = 1024;
  ids->slots = allocate(ids->slot_count, sizeof *ids->slots);
  return ids;
}

static void double_slots(archc_ids *ids) {
  IDTYPE *old = ids->slots;
  size_t old_count = ids->slot_count;
  ids->slot_count *= 2;
  ids->slots = allocate(ids->slot_count, sizeof *ids->slots);
  for (size_t index = 0; index < old_count; index++) {
    if (old[index] == 0) continue;
    archc_named entry = ids->named[old[index]];
    ids->slots[slot_of(ids, entry.type, entry.name)] = old[index];
  }
  free(old);
}

static void remember(archc_ids *ids, IDTYPE id, int type, const char *name, size_t slot) {
  if (id >= ids->capacity) {
    size_t capacity = (size_t)id * 2 + 64;
    archc_named *named = allocate(capacity, sizeof *named);
    if (ids->named) memcpy(named, ids->named, ids->capacity * sizeof *named);
    free(ids->named);
    ids->named = named;
    ids->capacity = capacity;
  }
  ids->named[id] = (archc_named){strdup(name), type};
  if (!ids->named[id].name) abort();
  ids->slots[slot] = id;
  if (++ids->used * 2 > ids->slot_count) double_slots(ids);
}

static long map_id(void *state, int type, char *name, IDTYPE *id, int is_creating) {
  archc_ids *ids = state;
  type = plain_type(type);
  if (!name) {
    if (is_creating) *id = ++ids->last;
    return is_creating != 0;
  }
  size_t slot = slot_of(ids, type, name);
  if (ids->slots[slot] != 0) {
    *id = ids->slots[slot];
    return 1;
  }
  if (!is_creating) return 0;
  *id = ++ids->last;
  remember(ids, *id, type, name, slot);
  return 1;
}

static char *print_id(void *state, int type, IDTYPE id) {
  const archc_ids *ids = state;
  if (id >= ids->capacity || ids->named[id].type != plain_type(type)) return nullptr;
  return ids->named[id].name;
}

static long allocate_id(void *, int, IDTYPE) { return 0; }
static void free_id(void *, int, IDTYPE) {}
static void close_ids(void *) {}
static void register_id(void *, int, void *) {}

Agiddisc_t archc_sequential_ids = {
  open_ids, map_id, allocate_id, free_id, print_id, close_ids, register_id,
};
