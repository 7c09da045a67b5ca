#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

// Everything here runs in the sandboxed child: it may crash, and it frees nothing, because
// Graphviz's own freeing is what crashes most.

static void *allocate(size_t count, size_t size) {
  void *memory = calloc(count ? count : 1, size);
  if (!memory) abort();
  return memory;
}

// MARK: Building

/// A length in px as Graphviz's inches.
static char *inches(double px) {
  static char text[64];
  snprintf(text, sizeof text, "%.9g", px / 72);
  return text;
}

static void set(Agraph_t *graph, int kind, char *name, const char *value) {
  archc_graphviz.attribute(graph, kind, name, (char *)value);
}

static void set_number(Agraph_t *graph, char *name, double value) {
  char text[64];
  snprintf(text, sizeof text, "%.9g", value);
  set(graph, AGRAPH, name, text);
}

static void set_defaults(Agraph_t *graph, const archc_layout_graph *input) {
  static const char *const directions[] = {"LR", "TB", "RL", "BT"};
  set(graph, AGRAPH, "rankdir", directions[input->direction]);
  set(graph, AGRAPH, "splines", "none");
  set(graph, AGRAPH, "ranksep", inches(input->rank_spacing));
  set(graph, AGRAPH, "nodesep", inches(input->sibling_spacing));
  set(graph, AGRAPH, "label", "");
  set(graph, AGRAPH, "labeljust", "l");
  // Graphviz turns the picture upside down after it has made room for titles.
  set(graph, AGRAPH, "labelloc", input->direction == ARCHC_UP ? "b" : "t");
  if (input->has_global_ranks) set(graph, AGRAPH, "newrank", "true");
  if (input->effort != 1) set_number(graph, "mclimit", input->effort);
  if (input->simplex_effort > 0) {
    set_number(graph, "nslimit", input->simplex_effort);
    set_number(graph, "nslimit1", input->simplex_effort);
  }
  set(graph, AGNODE, "shape", "box");
  set(graph, AGNODE, "fixedsize", "true");
  set(graph, AGNODE, "label", "");
  set(graph, AGEDGE, "dir", "none");
}

static void add_clusters(Agraph_t *root, const archc_layout_graph *input, Agraph_t **clusters) {
  set_number(root, "margin", input->cluster_margin);
  for (size_t index = 0; index < input->cluster_count; index++) {
    const archc_layout_cluster *from = &input->clusters[index];
    char text[80];
    snprintf(text, sizeof text, "cluster%zu", index);
    Agraph_t *parent = from->parent < 0 ? root : clusters[from->parent];
    clusters[index] = archc_graphviz.subgraph(parent, text, 1);
    if (from->title_width <= 0 && from->title_height <= 0) continue;
    // Graphviz adds 16 to a title's width and 8 to its height.
    snprintf(text, sizeof text, "%.9g %.9g", from->title_width - 16, from->title_height - 8);
    archc_graphviz.safe_set(clusters[index], "label", text, "");
  }
}

static void add_nodes(
  Agraph_t *root, const archc_layout_graph *input, Agraph_t **clusters, Agnode_t **nodes) {
  Agsym_t *width = archc_graphviz.attribute(root, AGNODE, "width", "1");
  Agsym_t *height = archc_graphviz.attribute(root, AGNODE, "height", "1");
  for (size_t index = 0; index < input->node_count; index++) {
    const archc_layout_node *from = &input->nodes[index];
    Agraph_t *parent = from->cluster < 0 ? root : clusters[from->cluster];
    nodes[index] = archc_graphviz.node(parent, nullptr, 1);
    archc_graphviz.set(nodes[index], width, inches(from->width));
    archc_graphviz.set(nodes[index], height, inches(from->height));
  }
}

static void set_integer(Agedge_t *edge, Agsym_t *attribute, int value) {
  char text[16];
  snprintf(text, sizeof text, "%d", value);
  archc_graphviz.set(edge, attribute, text);
}

static void add_edges(
  Agraph_t *root, const archc_layout_graph *input, Agnode_t **nodes) {
  Agsym_t *minimum_length = archc_graphviz.attribute(root, AGEDGE, "minlen", "1");
  Agsym_t *weight = archc_graphviz.attribute(root, AGEDGE, "weight", "1");
  Agsym_t *constraint = archc_graphviz.attribute(root, AGEDGE, "constraint", "true");
  for (size_t index = 0; index < input->edge_count; index++) {
    const archc_layout_edge *from = &input->edges[index];
    Agedge_t *edge = archc_graphviz.edge(root, nodes[from->tail], nodes[from->head], nullptr, 1);
    if (from->minimum_length != 1) set_integer(edge, minimum_length, from->minimum_length);
    if (from->weight != 1) set_integer(edge, weight, from->weight);
    if (!from->is_constraint) archc_graphviz.set(edge, constraint, "false");
  }
}

/// The nodes of a row share a rank; an edge between neighbours of one rank fixes their order.
static void add_rows(Agraph_t *root, const archc_layout_graph *input, Agnode_t **nodes) {
  Agraph_t *row = nullptr;
  for (size_t index = 0; index < input->row_member_count; index++) {
    const archc_layout_row_member *from = &input->row_members[index];
    bool is_first = index == 0 || from->row != input->row_members[index - 1].row;
    if (is_first) {
      char text[80];
      snprintf(text, sizeof text, "row%d", from->row);
      row = archc_graphviz.subgraph(root, text, 1);
      archc_graphviz.safe_set(row, "rank", "same", "");
    }
    archc_graphviz.subnode(row, nodes[from->node], 1);
    if (!is_first && from->is_ordered) {
      Agnode_t *previous = nodes[input->row_members[index - 1].node];
      archc_graphviz.edge(root, previous, nodes[from->node], nullptr, 1);
    }
  }
}

// MARK: Answering

typedef struct {
  char *bytes;
  size_t size, capacity;
} archc_answer;

static void put(archc_answer *answer, const void *word) {
  if (answer->size + 8 > answer->capacity) {
    answer->capacity = answer->capacity * 2 + 65536;
    answer->bytes = realloc(answer->bytes, answer->capacity);
    if (!answer->bytes) abort();
  }
  memcpy(answer->bytes + answer->size, word, 8);
  answer->size += 8;
}

static void put_count(archc_answer *answer, uint64_t count) { put(answer, &count); }

static void put_point(archc_answer *answer, pointf point) {
  put(answer, &point.x);
  put(answer, &point.y);
}

static int send_all(const archc_answer *answer, int reply) {
  for (size_t sent = 0; sent < answer->size;) {
    ssize_t count = write(reply, answer->bytes + sent, answer->size - sent);
    if (count <= 0) return 3;
    sent += (size_t)count;
  }
  return 0;
}

int archc_graphviz_body(const void *request, size_t size, int reply) {
  archc_layout_graph graph;
  if (!archc_layout_graph_read(request, size, &graph)) return 4;
  const archc_layout_graph *input = &graph;
  Agdisc_t disciplines = {archc_graphviz.memory, &archc_sequential_ids, archc_graphviz.streams};
  Agraph_t *root = archc_graphviz.open("root", *archc_graphviz.directed, &disciplines);
  Agraph_t **clusters = allocate(input->cluster_count, sizeof(Agraph_t *));
  Agnode_t **nodes = allocate(input->node_count, sizeof(Agnode_t *));
  set_defaults(root, input);
  add_clusters(root, input, clusters);
  add_nodes(root, input, clusters, nodes);
  add_edges(root, input, nodes);
  add_rows(root, input, nodes);
  if (archc_graphviz.layout(archc_graphviz.context, root, "dot") != 0) return 2;

  archc_answer answer = {nullptr, 0, 0};
  put_count(&answer, ARCHC_REPLY_MAGIC);
  put_count(&answer, input->node_count);
  put_count(&answer, input->cluster_count);
  for (size_t i = 0; i < input->node_count; i++) put_point(&answer, ND_coord(nodes[i]));
  for (size_t i = 0; i < input->cluster_count; i++) {
    put_point(&answer, GD_bb(clusters[i]).LL);
    put_point(&answer, GD_bb(clusters[i]).UR);
  }
  return send_all(&answer, reply);
}
