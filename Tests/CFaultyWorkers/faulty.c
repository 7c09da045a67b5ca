#define _GNU_SOURCE
#include "CFaultyWorkers.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "CLayoutWorker.h"

int faulty_reads_nowhere(const void *, size_t, int) {
  raise(SIGSEGV);
  return *(volatile int *)8;
}

int faulty_aborts(const void *, size_t, int) { abort(); }

int faulty_exits_with_seven(const void *, size_t, int) { exit(7); }

int faulty_hangs(const void *, size_t, int) {
  for (volatile unsigned count = 0;; count++) {}
}

int faulty_hangs_after_closing(const void *, size_t, int reply) {
  if (close(reply) != 0) return 1;
  return faulty_hangs(nullptr, 0, reply);
}

int faulty_says_nothing(const void *, size_t, int) { return 0; }

int faulty_writes_garbage(const void *, size_t, int reply) {
  char noise[4096];
  for (size_t index = 0; index < sizeof noise; index++) noise[index] = (char)(index * 31);
  return write(reply, noise, sizeof noise) == sizeof noise ? 0 : 1;
}

int faulty_writes_without_end(const void *, size_t, int reply) {
  static char zeros[65536];
  while (write(reply, zeros, sizeof zeros) > 0) {}
  return 0;
}

int faulty_eats_memory(const void *, size_t, int) {
  for (;;) {
    void *memory = malloc(1 << 20);
    if (!memory) return 9;
    memset(memory, 1, 1 << 20);
  }
}

int faulty_starts_a_program(const void *, size_t, int) {
  char *arguments[] = {"/bin/true", nullptr};
  execv(arguments[0], arguments);
  return 0;
}

int faulty_opens_a_socket(const void *, size_t, int) {
  return socket(AF_INET, SOCK_STREAM, 0) < 0 ? 1 : 0;
}

int faulty_floods_its_streams(const void *, size_t, int) {
  for (int line = 0; line < 200'000; line++) {
    fprintf(stderr, "Warning: a line of complaints that nobody will read, number %d\n", line);
    printf("a long line of output that nobody will ever read, number %d\n", line);
  }
  return 5;
}

int faulty_tries_to_get_out(const void *, size_t, int reply) {
  if (open("/etc/passwd", O_RDONLY) >= 0) return 21;
  if (open("/tmp/archc-faulty-worker", O_CREAT | O_WRONLY, 0600) >= 0) return 21;
  for (int file = 3; file < 1024; file++) {
    char byte;
    if (file != reply && (read(file, &byte, 1) >= 0 || errno != EBADF)) return 21;
  }
  if (fork() >= 0) return 21;
  if (kill(getppid(), 0) == 0) return 21;
  return 20;
}

static volatile int *note = nullptr;

int faulty_make_note(void) {
  void *memory =
    mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return 1;
  note = memory;
  return 0;
}

int faulty_notes_its_process_and_exits(const void *, size_t, int) {
  *note = getpid();
  return 1;
}

int faulty_notes_its_process_and_hangs(const void *request, size_t size, int reply) {
  *note = getpid();
  return faulty_hangs(request, size, reply);
}

bool faulty_prepares_with_a_note(void) {
  *note = getpid();
  return true;
}

bool faulty_ends_while_preparing(void) {
  *note = getpid();
  _exit(7);
}

bool faulty_cannot_prepare(void) { return false; }

int faulty_noted_process(void) { return *note; }

static int answer(int reply, double second, uint64_t count, size_t words) {
  union {
    uint64_t count;
    double length;
  } all[16] = {
    {.count = ARCHC_REPLY_MAGIC}, {.count = count}, {.count = 0},
    {.length = 10}, {.length = 20}, {.length = second}, {.length = 20},
  };
  return write(reply, all, words * 8) == (ssize_t)words * 8 ? 0 : 1;
}

int faulty_answers_two_nodes(const void *, size_t, int reply) { return answer(reply, 500, 2, 7); }
int faulty_answers_half(const void *, size_t, int reply) { return answer(reply, 500, 2, 5); }
int faulty_answers_more(const void *, size_t, int reply) { return answer(reply, 500, 2, 8); }
int faulty_answers_not_a_number(const void *, size_t, int reply) {
  return answer(reply, NAN, 2, 7);
}
int faulty_answers_another_count(const void *, size_t, int reply) {
  return answer(reply, 500, 3, 9);
}
int faulty_answers_overlap(const void *, size_t, int reply) { return answer(reply, 12, 2, 7); }

int faulty_checks_widths(const void *request, size_t size, int) {
  archc_layout_graph graph;
  if (!archc_layout_graph_read(request, size, &graph)) return 31;
  for (size_t index = 0; index < graph.node_count; index++) {
    if (graph.nodes[index].width != (double)(index % 1000 + 1)) return 32;
  }
  return 30;
}

int faulty_crashes_unless_lazy(const void *request, size_t size, int reply) {
  archc_layout_graph graph;
  if (!archc_layout_graph_read(request, size, &graph)) return 1;
  if (graph.effort == 1) abort();
  return faulty_answers_two_nodes(request, size, reply);
}
