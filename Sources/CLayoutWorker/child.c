#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#include "internal.h"

// Graphviz walks graphs by recursion, and a chain of 20,000 nodes is 20,000 calls deep: the
// caller's stack, which may be a small thread's, is not enough. Only the part that is touched costs
// memory.
static const size_t stack_bytes = (size_t)512 << 20;

// MARK: In the child

typedef struct {
  archc_child_body body;
  const void *context;
  int reply;
} archc_task;

static archc_task current_task;

static void run_current_task(void) {
  _exit(current_task.body(current_task.context, current_task.reply) & 0xff);
}

/// The parent may catch signals, with handlers that have no business in a child, and may block
/// them.
static void reset_signals(void) {
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Leaves the child with the reply as its only file, beside streams that swallow everything.
static int keep_only_reply(int reply) {
  int null = open("/dev/null", O_RDWR);
  if (null < 0) _exit(126);
  int moved = fcntl(reply, F_DUPFD, 16);
  if (moved < 0) _exit(126);
  for (int stream = 0; stream < 3; stream++) dup2(null, stream);
  close_range(3, (unsigned)moved - 1, 0);
  close_range((unsigned)moved + 1, ~0U, 0);
  return moved;
}

[[noreturn]] static void run_in_child(
  archc_task task, const archc_child_limits *limits, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (getppid() != parent) _exit(126);
  reset_signals();
  task.reply = keep_only_reply(task.reply);
  current_task = task;
  void *stack = mmap(
    nullptr, stack_bytes, PROT_READ | PROT_WRITE,
    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  ucontext_t context;
  if (stack == MAP_FAILED || getcontext(&context) != 0) _exit(126);
  context.uc_stack.ss_sp = stack;
  context.uc_stack.ss_size = stack_bytes;
  context.uc_link = nullptr;
  makecontext(&context, run_current_task, 0);
  archc_enter_sandbox(limits);
  setcontext(&context);
  _exit(126);
}

// MARK: In the parent

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

/// Makes room for at least one more byte, up to one byte more than is accepted.
static bool grow(archc_child_result *result, size_t *capacity, size_t most) {
  if (result->size < *capacity) return true;
  size_t wanted = *capacity == 0 ? (size_t)16 << 10 : *capacity * 2;
  if (wanted > most + 1) wanted = most + 1;
  unsigned char *bytes = realloc(result->bytes, wanted);
  if (!bytes) return false;
  result->bytes = bytes;
  *capacity = wanted;
  return true;
}

/// Reads to the end of the pipe, and says how that went.
static archc_child_end collect(
  int pipe, const archc_child_limits *limits, archc_child_result *result) {
  int64_t deadline = now_milliseconds() + limits->wall_milliseconds;
  size_t capacity = 0;
  for (;;) {
    int64_t left = deadline - now_milliseconds();
    if (left <= 0) return ARCHC_CHILD_OUT_OF_TIME;
    struct pollfd waiting = {.fd = pipe, .events = POLLIN};
    int ready = poll(&waiting, 1, left > 60'000 ? 60'000 : (int)left);
    if (ready <= 0) continue;
    if (!grow(result, &capacity, limits->reply_bytes)) return ARCHC_CHILD_TOO_LONG;
    ssize_t count = read(pipe, result->bytes + result->size, capacity - result->size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return ARCHC_CHILD_CRASHED;
    if (count == 0) return ARCHC_CHILD_DONE;
    result->size += (size_t)count;
    if (result->size > limits->reply_bytes) return ARCHC_CHILD_TOO_LONG;
  }
}

/// Whether a child that closed its pipe ends before the deadline. True where the kernel cannot
/// tell: then its status will.
static bool ends_in_time(pid_t child, int64_t deadline) {
  struct pollfd waiting = {.fd = (int)syscall(SYS_pidfd_open, child, 0), .events = POLLIN};
  if (waiting.fd < 0) return true;
  int ready = 0;
  for (int64_t left; ready <= 0 && (left = deadline - now_milliseconds()) > 0;) {
    ready = poll(&waiting, 1, left > 60'000 ? 60'000 : (int)left);
  }
  close(waiting.fd);
  return ready > 0;
}

/// Makes sure that a child ends and returns how it did. A signal to one that is ending anyway
/// changes nothing.
static int reap(pid_t child) {
  int status = 0;
  kill(child, SIGKILL);
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return status;
}

/// Turns how the child ended into the result's end, unless the parent ended it itself.
static void judge(archc_child_result *result, int status) {
  if (result->end != ARCHC_CHILD_DONE) return;
  if (WIFSIGNALED(status)) {
    int number = WTERMSIG(status);
    result->end = number == SIGXCPU ? ARCHC_CHILD_OUT_OF_TIME : ARCHC_CHILD_CRASHED;
    result->detail = number;
  } else if (WEXITSTATUS(status) != 0) {
    result->end = ARCHC_CHILD_EXITED;
    result->detail = WEXITSTATUS(status);
  }
}

archc_child_result archc_run_child(
  archc_child_body body, const void *context, const archc_child_limits *limits) {
  archc_child_result result = {.end = ARCHC_CHILD_NOT_STARTED};
  int64_t deadline = now_milliseconds() + limits->wall_milliseconds;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) {
    result.detail = errno;
    return result;
  }
  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) run_in_child((archc_task){body, context, ends[1]}, limits, parent);
  int problem = errno;
  close(ends[1]);
  if (child > 0) {
    result.end = collect(ends[0], limits, &result);
    if (result.end == ARCHC_CHILD_DONE && !ends_in_time(child, deadline)) {
      result.end = ARCHC_CHILD_OUT_OF_TIME;
    }
    judge(&result, reap(child));
  } else {
    result.detail = problem;
  }
  close(ends[0]);
  return result;
}

void archc_child_result_free(archc_child_result *result) {
  free(result->bytes);
  result->bytes = nullptr;
  result->size = 0;
}
