#include "CLayoutWorker.h"

/// Takes the next `count` elements of so many bytes off a request; null where it is too short.
static const void *take(
  const unsigned char **position, const unsigned char *end, uint64_t count, size_t size) {
  const unsigned char *start = *position;
  if (count > (size_t)(end - start) / size) return nullptr;
  *position += count * size;
  return start;
}

static bool is_index(int32_t index, uint64_t count) {
  return index >= 0 && (uint64_t)index < count;
}

static bool is_index_or_none(int32_t index, uint64_t count) {
  return index == -1 || is_index(index, count);
}

/// Whether every index in a graph is that of something.
static bool has_sound_indices(const archc_layout_graph *graph) {
  for (size_t i = 0; i < graph->node_count; i++) {
    if (!is_index_or_none(graph->nodes[i].cluster, graph->cluster_count)) return false;
  }
  for (size_t i = 0; i < graph->cluster_count; i++) {
    if (!is_index_or_none(graph->clusters[i].parent, i)) return false;
  }
  for (size_t i = 0; i < graph->edge_count; i++) {
    const archc_layout_edge *edge = &graph->edges[i];
    if (!is_index(edge->tail, graph->node_count) || !is_index(edge->head, graph->node_count)) {
      return false;
    }
  }
  for (size_t i = 0; i < graph->row_member_count; i++) {
    if (!is_index(graph->row_members[i].node, graph->node_count)) return false;
  }
  return true;
}

bool archc_layout_graph_read(const void *request, size_t size, archc_layout_graph *graph) {
  const unsigned char *position = request, *end = position + size;
  const archc_layout_header *header = take(&position, end, 1, sizeof *header);
  if (!header || header->direction > ARCHC_UP) return false;
  *graph = (archc_layout_graph){
    .nodes = take(&position, end, header->node_count, sizeof *graph->nodes),
    .node_count = header->node_count,
    .cluster_count = header->cluster_count,
    .edge_count = header->edge_count,
    .row_member_count = header->row_member_count,
    .direction = header->direction,
    .has_global_ranks = header->has_global_ranks != 0,
    .rank_spacing = header->rank_spacing,
    .sibling_spacing = header->sibling_spacing,
    .cluster_margin = header->cluster_margin,
    .effort = header->effort,
    .simplex_effort = header->simplex_effort,
  };
  graph->clusters = take(&position, end, header->cluster_count, sizeof *graph->clusters);
  graph->edges = take(&position, end, header->edge_count, sizeof *graph->edges);
  graph->row_members = take(&position, end, header->row_member_count, sizeof *graph->row_members);
  return graph->nodes && graph->clusters && graph->edges && graph->row_members
    && position == end && has_sound_indices(graph);
}
