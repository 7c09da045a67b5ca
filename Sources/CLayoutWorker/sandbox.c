#define _GNU_SOURCE
#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "internal.h"

#if defined(__linux__)
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#endif

static void limit(int resource, rlim_t soft, rlim_t hard) {
  struct rlimit values = {soft, hard};
  setrlimit(resource, &values);
}

/// The address space in use, in bytes; 0 where /proc does not tell.
static rlim_t used_address_space(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  if (!file) return 0;
  if (fscanf(file, "%lu", &pages) != 1) pages = 0;
  fclose(file);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void limit_resources(const archc_child_limits *limits) {
  rlim_t used = used_address_space();
  if (used > 0) limit(RLIMIT_AS, used + limits->memory_bytes, used + limits->memory_bytes);
  limit(RLIMIT_CPU, (rlim_t)limits->cpu_seconds, (rlim_t)limits->cpu_seconds + 1);
  limit(RLIMIT_FSIZE, 0, 0);
  limit(RLIMIT_CORE, 0, 0);
  limit(RLIMIT_NPROC, 0, 0);
}

#if defined(__x86_64__) && defined(SECCOMP_MODE_FILTER)

#define ANSWER(value) BPF_STMT(BPF_RET | BPF_K, (value))
#define ON_CALL(call, value) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), ANSWER(value)
#define ALLOW(call) ON_CALL(call, SECCOMP_RET_ALLOW)
#define KILL(call) ON_CALL(call, SECCOMP_RET_KILL_PROCESS)
#define REFUSE ANSWER(SECCOMP_RET_ERRNO | EPERM)
#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))

/// Leaves memory, the channel and the end of the process; everything else is refused.
///
/// Starting a program or opening a socket kills. Opening a file is only refused, because glibc
/// itself tries to read kernel settings when it trims the heap of a second thread. sysinfo is what
/// glibc's qsort asks for on big arrays.
static void limit_system_calls(void) {
  struct sock_filter filter[] = {
    FIELD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0),
    ANSWER(SECCOMP_RET_KILL_PROCESS),
    FIELD(nr),
    ALLOW(SYS_read), ALLOW(SYS_write), ALLOW(SYS_close), ALLOW(SYS_shutdown),
    ALLOW(SYS_brk), ALLOW(SYS_mmap), ALLOW(SYS_munmap),
    ALLOW(SYS_mremap), ALLOW(SYS_madvise), ALLOW(SYS_mprotect), ALLOW(SYS_futex),
    ALLOW(SYS_fstat), ALLOW(SYS_newfstatat), ALLOW(SYS_sysinfo), ALLOW(SYS_getpid),
    ALLOW(SYS_gettid), ALLOW(SYS_getrandom), ALLOW(SYS_clock_gettime),
    ALLOW(SYS_rt_sigprocmask), ALLOW(SYS_rt_sigaction), ALLOW(SYS_rt_sigreturn),
    ALLOW(SYS_exit), ALLOW(SYS_exit_group),
    KILL(SYS_execve), KILL(SYS_execveat), KILL(SYS_socket), KILL(SYS_connect),
    KILL(SYS_ptrace), KILL(SYS_process_vm_writev),
    REFUSE,
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

#else

static void limit_system_calls(void) {}

#endif

void archc_enter_sandbox(const archc_child_limits *limits) {
  limit_resources(limits);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) limit_system_calls();
}
