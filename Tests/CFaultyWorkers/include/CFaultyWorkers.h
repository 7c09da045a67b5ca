#ifndef CFAULTYWORKERS_H
#define CFAULTYWORKERS_H

#include <stdbool.h>
#include <stddef.h>

// Bodies for a layout worker's process: each does one thing that Graphviz might do to us. The
// replies have the form that CLayoutWorker.h describes.

int faulty_reads_nowhere(const void *request, size_t size, int reply);
int faulty_aborts(const void *request, size_t size, int reply);
int faulty_exits_with_seven(const void *request, size_t size, int reply);
int faulty_hangs(const void *request, size_t size, int reply);
/// Hangs after it has closed its reply, as if it were done.
int faulty_hangs_after_closing(const void *request, size_t size, int reply);
int faulty_says_nothing(const void *request, size_t size, int reply);
int faulty_writes_garbage(const void *request, size_t size, int reply);
int faulty_writes_without_end(const void *request, size_t size, int reply);
/// Takes memory without end.
int faulty_eats_memory(const void *request, size_t size, int reply);
/// Starts a program.
int faulty_starts_a_program(const void *request, size_t size, int reply);
int faulty_opens_a_socket(const void *request, size_t size, int reply);

/// Writes on both output streams without an end in sight, then exits with 5.
int faulty_floods_its_streams(const void *request, size_t size, int reply);
/// Exits with 21 when it could open a file or an inherited descriptor, or start a process;
/// otherwise 20.
int faulty_tries_to_get_out(const void *request, size_t size, int reply);

/// Makes room for the number that the next two write, visible to every process; 0 when that worked.
int faulty_make_note(void);
int faulty_notes_its_process_and_exits(const void *request, size_t size, int reply);
int faulty_notes_its_process_and_hangs(const void *request, size_t size, int reply);
/// Preparations: one that writes its number, one that does so and exits with 7, and one that fails.
bool faulty_prepares_with_a_note(void);
bool faulty_ends_while_preparing(void);
bool faulty_cannot_prepare(void);
/// The process number that was written last.
int faulty_noted_process(void);

/// Exits with 30 when the widths of the nodes it is given count from 1 to 1000 again and again.
int faulty_checks_widths(const void *request, size_t size, int reply);

// The next ones answer a graph of two nodes without edges.

int faulty_answers_two_nodes(const void *request, size_t size, int reply);
int faulty_answers_half(const void *request, size_t size, int reply);
int faulty_answers_more(const void *request, size_t size, int reply);
int faulty_answers_not_a_number(const void *request, size_t size, int reply);
int faulty_answers_another_count(const void *request, size_t size, int reply);
int faulty_answers_overlap(const void *request, size_t size, int reply);

/// Crashes unless it is asked for the last rung's straight lines, then answers two nodes.
int faulty_crashes_unless_lazy(const void *request, size_t size, int reply);

#endif
