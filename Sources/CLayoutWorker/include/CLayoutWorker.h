#ifndef CLAYOUTWORKER_H
#define CLAYOUTWORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Part 1: run a function in a child process that may crash, hang or lie.

/// What runs in the child: reads `context`, writes its answer to the file descriptor `reply`, and
/// returns the child's exit status. It runs in a copy of the caller's memory and must not touch the
/// Swift runtime.
typedef int (*archc_child_body)(const void *context, int reply);

typedef struct {
  /// Wall-clock time after which the child is killed.
  int64_t wall_milliseconds;
  /// CPU time after which the kernel kills the child.
  int64_t cpu_seconds;
  /// Address space that the child may take on top of what it starts with.
  uint64_t memory_bytes;
  /// The longest answer that is accepted; a child that writes more is killed.
  size_t reply_bytes;
} archc_child_limits;

typedef enum {
  /// The body returned 0; `bytes` hold all it wrote.
  ARCHC_CHILD_DONE,
  /// No child could be started; `detail` is the errno.
  ARCHC_CHILD_NOT_STARTED,
  /// The body returned or exited with the status `detail`, which is not 0.
  ARCHC_CHILD_EXITED,
  /// The signal `detail` ended the child.
  ARCHC_CHILD_CRASHED,
  /// The child used up its wall-clock or CPU time.
  ARCHC_CHILD_OUT_OF_TIME,
  /// The child wrote more than it may.
  ARCHC_CHILD_TOO_LONG,
} archc_child_end;

typedef struct {
  archc_child_end end;
  int detail;
  /// What the child wrote; free it with `archc_child_result_free`.
  unsigned char *bytes;
  size_t size;
} archc_child_result;

/// Runs a body in a forked, sandboxed child and collects what it writes.
///
/// The child has no standard streams, no other open files, no network, no new processes and only
/// the memory and time of `limits`; see sandbox.c. It is always reaped before the function returns.
/// May be called from several threads at once.
archc_child_result archc_run_child(
  archc_child_body body, const void *context, const archc_child_limits *limits);

void archc_child_result_free(archc_child_result *result);

// Part 2: the body that lays out with Graphviz.

typedef struct {
  /// px
  double width, height;
  /// An index in `clusters`, or -1.
  int32_t cluster;
} archc_layout_node;

typedef struct {
  /// A smaller index in `clusters`, or -1.
  int32_t parent;
  /// px; how much the title widens the box at least, and how much it adds to the margin at the top.
  double title_width, title_height;
} archc_layout_cluster;

typedef struct {
  int32_t tail, head;
  int32_t minimum_length, weight;
  /// Whether it takes part in ranking.
  bool is_constraint;
} archc_layout_edge;

typedef struct {
  /// An index in `nodes`, and the number of the row it stands in; members of a row follow one
  /// another.
  int32_t node, row;
  /// Whether it stands behind the member before it.
  bool is_ordered;
} archc_layout_row_member;

typedef struct {
  const archc_layout_node *nodes;
  const archc_layout_cluster *clusters;
  const archc_layout_edge *edges;
  const archc_layout_row_member *row_members;
  size_t node_count, cluster_count, edge_count, row_member_count;
  /// "LR", "TB", "RL" or "BT".
  const char *rankdir;
  /// Whether ranks run through clusters, or each cluster is ranked on its own.
  bool has_global_ranks;
  /// px
  double rank_spacing, sibling_spacing, cluster_margin;
  /// A factor on the rounds that crossing reduction takes; 1 is Graphviz's own.
  double effort;
  /// A factor on the number of nodes: the most rounds of network simplex; 0 sets no bound.
  double simplex_effort;
} archc_layout_graph;

/// Opens Graphviz's plugins, the first time it is called; every later call gives the same answer.
///
/// To be called before `archc_graphviz_body` runs in a child, which can open no file.
/// Returns false when they cannot be found beside libgvc.
bool archc_graphviz_prepare(void);

/// The `archc_child_body` whose context is an `archc_layout_graph`.
///
/// Its reply is a row of 8-byte words in the machine's byte order: `ARCHC_REPLY_MAGIC`; the numbers
/// of nodes and clusters; for each node the x and y of its centre; for each cluster its left,
/// bottom, right and top. Coordinates are doubles in px, y upward. Edges have no routes: they are
/// drawn by the caller.
int archc_graphviz_body(const void *graph, int reply);

/// The first word of a reply: the letters `archlay2`.
static const uint64_t ARCHC_REPLY_MAGIC = 0x617263686c617932;

#endif
