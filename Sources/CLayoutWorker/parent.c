#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

// The parent's side of the channel to a child. It never waits longer than the child may take, and
// never dies of a child that is gone.

static int64_t now_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1'000'000;
}

/// Waits until a file is ready, at most until the deadline; returns what it is ready for, 0 when
/// it is not. What is there already is seen after the deadline, too.
static int ready(int file, short events, int64_t deadline) {
  for (;;) {
    int64_t left = deadline - now_milliseconds();
    struct pollfd waiting = {.fd = file, .events = events};
    int count = poll(&waiting, 1, left > 60'000 ? 60'000 : left < 0 ? 0 : (int)left);
    if (count > 0) return waiting.revents;
    if (left <= 0) return 0;
  }
}

// MARK: Asking

/// Sends so many bytes; false when the child does not take them.
static bool send_all(const archc_child *child, const void *bytes, size_t size) {
  for (size_t sent = 0; sent < size;) {
    ssize_t count = send(
      child->channel, (const char *)bytes + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count >= 0) {
      sent += (size_t)count;
    } else if (errno == EAGAIN) {
      if (ready(child->channel, POLLOUT, child->deadline) == 0) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

void archc_child_send(
  archc_child *child, const archc_child_demand *demand, const void *request, size_t size) {
  child->deadline = now_milliseconds() + demand->wall_milliseconds;
  child->reply_bytes = demand->reply_bytes;
  if (child->process <= 0) return;
  // A child that takes no request says at its end why not.
  uint64_t length = size;
  if (send_all(child, &length, sizeof length)) send_all(child, request, size);
}

// MARK: Listening

/// Reads to the end of the reply, and says how that went. `is_whole` tells whether the child said
/// that this is all.
static archc_child_end collect(
  const archc_child *child, archc_child_result *result, bool *is_whole) {
  result->bytes = malloc(child->reply_bytes + 1);
  if (!result->bytes) return ARCHC_CHILD_TOO_LONG;
  for (;;) {
    int events = ready(child->channel, POLLIN, child->deadline);
    if (events == 0) return ARCHC_CHILD_OUT_OF_TIME;
    ssize_t count = read(
      child->channel, result->bytes + result->size, child->reply_bytes + 1 - result->size);
    if (count < 0 && errno == EINTR) continue;
    // The channel of a child that ended before it read everything is reset.
    *is_whole = count == 0 && (events & POLLHUP) == 0;
    if (count <= 0) return ARCHC_CHILD_DONE;
    result->size += (size_t)count;
    if (result->size > child->reply_bytes) return ARCHC_CHILD_TOO_LONG;
  }
}

/// Whether a child that closed its channel ends before the deadline. True where the kernel cannot
/// tell: then its status will.
static bool ends_in_time(const archc_child *child) {
  int file = (int)syscall(SYS_pidfd_open, child->process, 0);
  if (file < 0) return true;
  int events = ready(file, POLLIN, child->deadline);
  close(file);
  return events != 0;
}

/// Makes sure that a child ends and returns how it did. A signal to one that is ending anyway
/// changes nothing.
static int reap(archc_child *child) {
  int status = 0;
  kill(child->process, SIGKILL);
  while (waitpid(child->process, &status, 0) < 0 && errno == EINTR) {}
  close(child->channel);
  child->process = 0;
  child->channel = -1;
  return status;
}

/// Turns how the child ended into the result's end.
static void judge(archc_child_result *result, int status) {
  if (WIFSIGNALED(status)) {
    int number = WTERMSIG(status);
    result->end = number == SIGXCPU ? ARCHC_CHILD_OUT_OF_TIME : ARCHC_CHILD_CRASHED;
    result->detail = number;
  } else if (WEXITSTATUS(status) == ARCHC_UNPREPARED_STATUS) {
    result->end = ARCHC_CHILD_UNPREPARED;
  } else if (WEXITSTATUS(status) != 0) {
    result->end = ARCHC_CHILD_EXITED;
    result->detail = WEXITSTATUS(status);
  }
}

archc_child_result archc_child_finish(archc_child *child) {
  archc_child_result result = {.end = ARCHC_CHILD_NOT_STARTED, .detail = child->problem};
  if (child->process <= 0) return result;
  bool is_whole = false;
  result.detail = 0;
  result.end = collect(child, &result, &is_whole);
  if (result.end != ARCHC_CHILD_DONE || is_whole) return result;
  if (!ends_in_time(child)) {
    result.end = ARCHC_CHILD_OUT_OF_TIME;
  } else {
    judge(&result, reap(child));
  }
  return result;
}

void archc_child_abandon(archc_child *child) {
  if (child->process > 0) reap(child);
}

void archc_child_result_free(archc_child_result *result) {
  free(result->bytes);
  result->bytes = nullptr;
  result->size = 0;
}
