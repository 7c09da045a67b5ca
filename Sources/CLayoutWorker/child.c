#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <ucontext.h>
#include <unistd.h>

#include "internal.h"

// Graphviz walks graphs by recursion, and a chain of 20,000 nodes is 20,000 calls deep: the
// caller's stack, which may be a small thread's, is not enough. Only the part that is touched costs
// memory.
static const size_t stack_bytes = (size_t)512 << 20;

/// How a child ends that could not be set up.
static const int failed_status = 126;

// What the child's own stack runs; makecontext hands over nothing that is as wide as a pointer.
static archc_child_work current_work;
static int current_channel;

/// The parent may catch signals, with handlers that have no business in a child, and may block
/// them.
static void reset_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Leaves the child with the channel as its only file, beside streams that swallow everything.
static int keep_only_channel(int channel) {
  int null = open("/dev/null", O_RDWR);
  if (null < 0) _exit(failed_status);
  int moved = fcntl(channel, F_DUPFD, 16);
  if (moved < 0) _exit(failed_status);
  for (int stream = 0; stream < 3; stream++) dup2(null, stream);
  close_range(3, (unsigned)moved - 1, 0);
  close_range((unsigned)moved + 1, ~0U, 0);
  return moved;
}

/// Reads so many bytes; ends the child when there are fewer, because then the parent wants no
/// answer.
static void read_all(int channel, void *bytes, size_t size) {
  for (size_t taken = 0; taken < size;) {
    ssize_t count = read(channel, (char *)bytes + taken, size - taken);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) _exit(0);
    taken += (size_t)count;
  }
}

/// Waits for the request and answers it. Only a child whose answer is whole says so, by shutting
/// its side of the channel before it ends.
static void run_current_work(void) {
  uint64_t size = 0;
  read_all(current_channel, &size, sizeof size);
  void *request = malloc(size ? size : 1);
  if (!request) _exit(failed_status);
  read_all(current_channel, request, size);
  int status = current_work.body(request, size, current_channel) & 0xff;
  if (status == 0) shutdown(current_channel, SHUT_WR);
  _exit(status);
}

[[noreturn]] static void run_in_child(
  archc_child_work work, const archc_child_limits *limits, int channel, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (getppid() != parent) _exit(failed_status);
  reset_signals();
  current_channel = keep_only_channel(channel);
  current_work = work;
  void *stack = mmap(
    nullptr, stack_bytes, PROT_READ | PROT_WRITE,
    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  ucontext_t context;
  if (stack == MAP_FAILED || getcontext(&context) != 0) _exit(failed_status);
  context.uc_stack.ss_sp = stack;
  context.uc_stack.ss_size = stack_bytes;
  context.uc_link = nullptr;
  makecontext(&context, run_current_work, 0);
  if (work.prepare && !work.prepare()) _exit(ARCHC_UNPREPARED_STATUS);
  archc_enter_sandbox(limits);
  setcontext(&context);
  _exit(failed_status);
}

archc_child archc_child_start(archc_child_work work, const archc_child_limits *limits) {
  archc_child child = {.channel = -1};
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    child.problem = errno;
    return child;
  }
  pid_t parent = getpid();
  child.process = fork();
  if (child.process == 0) run_in_child(work, limits, ends[1], parent);
  child.problem = errno;
  close(ends[1]);
  if (child.process > 0) {
    child.channel = ends[0];
  } else {
    close(ends[0]);
  }
  return child;
}
