// System calls that Swift does not import: variadic, newer than the imported headers, or behind _GNU_SOURCE.
// Every function returns what the system call returns and leaves the reason in errno. The definitions stand in CLinux.c,
// because headers included here with _GNU_SOURCE would clash with those of other C modules in the same program.
#ifndef CLINUX_H
#define CLINUX_H

#include <stdint.h>

/// openat(2) with a mode, which Swift cannot call because it is variadic.
int clinux_openat(int folder, const char *path, int flags, uint32_t mode);

/// renameat2(2) with RENAME_NOREPLACE: EEXIST when the target has a name already.
int clinux_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to);

/// An inode without a name in a folder (O_TMPFILE): it vanishes with its descriptor unless it is linked.
int clinux_open_unnamed(int folder, uint32_t mode);

/// Gives an unnamed inode a name; EEXIST when the name is taken.
int clinux_link_unnamed(int descriptor, int folder, const char *name);

/// Asks for a read lease and gives it back at once: 0 when nobody has the file open for writing, -1 and EAGAIN when
/// somebody has, -1 and another reason when the question may not be asked here.
int clinux_test_read_lease(int descriptor);

/// flock(2), exclusive, without waiting: -1 and EWOULDBLOCK when another process has the lock.
int clinux_lock_exclusively(int descriptor);

/// Ignores the signals that must not end the process: SIGIO (a broken lease) and SIGPIPE (a reader that left).
void clinux_ignore_signals(void);

/// The magic number of the filesystem that holds an open file (statfs(2), f_type), or -1.
int64_t clinux_filesystem_kind(int descriptor);

/// Bytes and inodes that an unprivileged process may still use; 0 or -1.
int clinux_free_space(int descriptor, uint64_t *bytes, uint64_t *inodes);

/// A file that exists in memory only and vanishes with its last descriptor (memfd_create(2)); close-on-exec.
int clinux_open_memory(const char *name);

/// Limits another process of the same user (prlimit(2)): processor time (SIGXCPU, one second later SIGKILL), address space
/// (allocations fail), size of any file it writes (SIGXFSZ), and no core dump. Limits already passed take effect at once.
int clinux_limit_process(int process, uint64_t processor_seconds, uint64_t address_space, uint64_t file_size);

/// sync_file_range(2) over the whole file: starts writing its dirty pages and waits for nothing.
int clinux_start_writing(int descriptor);

/// fsync(2) of many files, up to 16 at a time on threads that live as long: -1 when all are synced, else the place of one that
/// failed, with its reason in errno.
int clinux_sync_all(const int *descriptors, int count);

/// Names the calling thread for ps, top and perf (prctl(2), PR_SET_NAME); 15 bytes at most.
void clinux_name_thread(const char *name);

/// Whether the kernel takes its clock to follow a time server (adjtimex(2)): 1 or 0.
int clinux_clock_is_synchronized(void);

/// accept4(2) with SOCK_CLOEXEC.
int clinux_accept(int descriptor);

/// sendmsg(2) of one packet with open files (SCM_RIGHTS, unix(7)), at most eight; without SIGPIPE.
int clinux_send_with_files(int socket, const void *bytes, int length, const int *files, int count);

/// SO_PEERCRED of a Unix socket: the process and the user that connected, as they were then; 0 or -1.
int clinux_peer(int descriptor, int32_t *process, uint32_t *user);

#endif
