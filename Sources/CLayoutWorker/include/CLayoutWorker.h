#ifndef CLAYOUTWORKER_H
#define CLAYOUTWORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Part 1: run functions in a child process that may crash, hang or lie.

/// What runs in a child, which is a copy of the caller's process as it was when the child was
/// started. Neither function may touch the Swift runtime.
typedef struct {
  /// Makes the child ready, before it gives up its rights and before there is a request; returns
  /// whether that worked. May be null.
  bool (*prepare)(void);
  /// Reads a request of so many bytes, writes its answer to the file descriptor `reply`, and
  /// returns the child's exit status, 0 when the answer is whole. 125 is taken.
  int (*body)(const void *request, size_t size, int reply);
} archc_child_work;

/// What a child may ever take.
typedef struct {
  /// CPU time after which the kernel kills the child.
  int64_t cpu_seconds;
  /// Address space on top of what it has when it is ready.
  uint64_t memory_bytes;
} archc_child_limits;

/// What the answer to a request may take.
typedef struct {
  /// Wall-clock time from the request on, after which the child is killed.
  int64_t wall_milliseconds;
  /// The longest answer that is accepted; a child that writes more is killed.
  size_t reply_bytes;
} archc_child_demand;

/// A child that was started. Only the functions below look into it.
typedef struct {
  /// 0 or less when there is none, or no longer.
  int32_t process;
  /// The parent's end of the stream between the two.
  int channel;
  /// The errno where no child could be started.
  int problem;
  /// In milliseconds of the monotonic clock.
  int64_t deadline;
  size_t reply_bytes;
} archc_child;

typedef enum {
  /// The body returned 0, and `bytes` hold all it wrote.
  ARCHC_CHILD_DONE,
  /// No child could be started; `detail` is the errno.
  ARCHC_CHILD_NOT_STARTED,
  /// The child could not make itself ready.
  ARCHC_CHILD_UNPREPARED,
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

/// Forks a child, which makes itself ready, goes into its sandbox and waits for a request, while
/// the caller goes on.
///
/// Once it is ready, the child has no standard streams, no open file but its end of the channel,
/// no network, no new processes and only the memory and time of `limits`; see sandbox.c. It ends
/// by itself when the caller's process ends. May be called from several threads at once.
///
/// Every child that was started is given to `archc_child_abandon` at last.
archc_child archc_child_start(archc_child_work work, const archc_child_limits *limits);

/// Sends a child its only request, and returns when the child has it or never will.
void archc_child_send(
  archc_child *child, const archc_child_demand *demand, const void *request, size_t size);

/// Waits for the answer to the request that was sent, and says how the child ended. One whose
/// answer is whole may still be on its way out.
archc_child_result archc_child_finish(archc_child *child);

/// Ends a child, whatever it does, and waits for its end; does nothing where there is none.
void archc_child_abandon(archc_child *child);

void archc_child_result_free(archc_child_result *result);

// Part 2: the work that lays out with Graphviz.

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

typedef enum { ARCHC_RIGHT, ARCHC_DOWN, ARCHC_LEFT, ARCHC_UP } archc_layout_direction;

/// The head of a request. Behind it stand the nodes, the clusters, the edges and the members of
/// rows, one right behind the other: no element needs a wider alignment than those before it.
typedef struct {
  uint64_t node_count, cluster_count, edge_count, row_member_count;
  /// px
  double rank_spacing, sibling_spacing, cluster_margin;
  /// A factor on the rounds that crossing reduction takes; 1 is Graphviz's own.
  double effort;
  /// A factor on the number of nodes: the most rounds of network simplex; 0 sets no bound.
  double simplex_effort;
  /// An `archc_layout_direction`.
  uint32_t direction;
  /// Not 0 when ranks run through clusters; otherwise each cluster is ranked on its own.
  uint32_t has_global_ranks;
} archc_layout_header;

/// A request that was read; see `archc_layout_header` for what the numbers mean.
typedef struct {
  const archc_layout_node *nodes;
  const archc_layout_cluster *clusters;
  const archc_layout_edge *edges;
  const archc_layout_row_member *row_members;
  size_t node_count, cluster_count, edge_count, row_member_count;
  uint32_t direction;
  bool has_global_ranks;
  double rank_spacing, sibling_spacing, cluster_margin;
  double effort, simplex_effort;
} archc_layout_graph;

/// Reads a request where it stands, aligned to 8 bytes; false when it is not one, or when an index
/// in it is that of nothing.
bool archc_layout_graph_read(const void *request, size_t size, archc_layout_graph *graph);

/// The `prepare` of the work that lays out: opens Graphviz's libraries, in a version that fits the
/// headers; false when they cannot be found.
bool archc_graphviz_prepare(void);

/// The `body` of the work that lays out.
///
/// Its reply is a row of 8-byte words in the machine's byte order: `ARCHC_REPLY_MAGIC`; the numbers
/// of nodes and clusters; for each node the x and y of its centre; for each cluster its left,
/// bottom, right and top. Coordinates are doubles in px, y upward. Edges have no routes: they are
/// drawn by the caller.
int archc_graphviz_body(const void *request, size_t size, int reply);

/// The first word of a reply: the letters `archlay2`.
static const uint64_t ARCHC_REPLY_MAGIC = 0x617263686c617932;

#endif
