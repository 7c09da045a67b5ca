import Glibc

/// Sets the process up so that files are written safely; called once, before any file is opened.
func prepareForFiles() {
  reserveStandardDescriptors()
  // A write beyond the limit of `ulimit -f` then fails with EFBIG instead of ending the process.
  signal(SIGXFSZ, SIG_IGN)
}

/// Makes sure that descriptors 0, 1 and 2 are taken.
///
/// A program may be started with some of them closed. The next file it opens would then be its
/// standard output, and messages would go into the picture. The stand-in is open the wrong way
/// round, so that using it is still an error.
private func reserveStandardDescriptors() {
  for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
  }
}
