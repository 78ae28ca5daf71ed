#define _GNU_SOURCE
#include "CLinux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/timex.h>
#include <unistd.h>

int clinux_openat(int folder, const char *path, int flags, uint32_t mode) { return openat(folder, path, flags, mode); }

int clinux_rename_noreplace(int from_folder, const char *from, int to_folder, const char *to) {
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

int clinux_open_unnamed(int folder, uint32_t mode) {
    return openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, mode);
}

int clinux_link_unnamed(int descriptor, int folder, const char *name) {
    char path[40];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    return linkat(AT_FDCWD, path, folder, name, AT_SYMLINK_FOLLOW);
}

int clinux_test_read_lease(int descriptor) {
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) != 0) return -1;
    (void)fcntl(descriptor, F_SETLEASE, F_UNLCK);
    return 0;
}

int clinux_lock_exclusively(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

void clinux_ignore_signals(void) {
    signal(SIGIO, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
}

int64_t clinux_filesystem_kind(int descriptor) {
    struct statfs about;
    return fstatfs(descriptor, &about) == 0 ? (int64_t)about.f_type : -1;
}

int clinux_free_space(int descriptor, uint64_t *bytes, uint64_t *inodes) {
    struct statvfs about;
    if (fstatvfs(descriptor, &about) != 0) return -1;
    *bytes = (uint64_t)about.f_bavail * about.f_frsize;
    *inodes = about.f_favail;
    return 0;
}

int clinux_open_memory(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

static int limit(int process, enum __rlimit_resource what, uint64_t soft, uint64_t hard) {
    const struct rlimit values = {.rlim_cur = soft, .rlim_max = hard};
    return prlimit(process, what, &values, NULL);
}

int clinux_limit_process(int process, uint64_t processor_seconds, uint64_t address_space, uint64_t file_size) {
    if (limit(process, RLIMIT_CPU, processor_seconds, processor_seconds + 1) != 0) return -1;
    if (limit(process, RLIMIT_AS, address_space, address_space) != 0) return -1;
    if (limit(process, RLIMIT_FSIZE, file_size, file_size) != 0) return -1;
    return limit(process, RLIMIT_CORE, 0, 0);
}

int clinux_start_writing(int descriptor) { return sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE); }

struct syncs {
    const int *descriptors;
    int count;
    atomic_int next;
    atomic_int failed;
    atomic_int reason;
};

static void *sync_next(void *argument) {
    struct syncs *syncs = argument;
    for (int place; (place = atomic_fetch_add(&syncs->next, 1)) < syncs->count;) {
        int none = -1;
        if (fsync(syncs->descriptors[place]) != 0 && atomic_compare_exchange_strong(&syncs->failed, &none, place))
            atomic_store(&syncs->reason, errno);
    }
    return NULL;
}

int clinux_sync_all(const int *descriptors, int count) {
    enum { most_threads = 16 };
    struct syncs syncs = {descriptors, count, 0, -1, 0};
    pthread_t threads[most_threads];
    int started = 0;
    sigset_t all, before;
    // A signal is for the threads that wait for it.
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    // Without a thread more, those that there are do it all.
    while (started < most_threads - 1 && started < count - 1 &&
           pthread_create(&threads[started], NULL, sync_next, &syncs) == 0)
        started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    sync_next(&syncs);
    for (int thread = 0; thread < started; thread++) pthread_join(threads[thread], NULL);
    errno = atomic_load(&syncs.reason);
    return atomic_load(&syncs.failed);
}

void clinux_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

int clinux_clock_is_synchronized(void) {
    struct timex state = {0};
    int answer = adjtimex(&state);
    return answer >= 0 && answer != TIME_ERROR;
}

int clinux_accept(int descriptor) { return accept4(descriptor, NULL, NULL, SOCK_CLOEXEC); }

int clinux_send_with_files(int socket, const void *bytes, int length, const int *files, int count) {
    enum { most_files = 8 };
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(most_files * sizeof(int))];
    } control = {0};
    if (count < 1 || count > most_files) {
        errno = EINVAL;
        return -1;
    }
    struct iovec data = {(void *)bytes, (size_t)length};
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1, .msg_control = control.bytes};
    message.msg_controllen = CMSG_SPACE((size_t)count * sizeof(int));
    control.header.cmsg_level = SOL_SOCKET;
    control.header.cmsg_type = SCM_RIGHTS;
    control.header.cmsg_len = CMSG_LEN((size_t)count * sizeof(int));
    memcpy(CMSG_DATA(&control.header), files, (size_t)count * sizeof(int));
    return (int)sendmsg(socket, &message, MSG_NOSIGNAL);
}

int clinux_peer(int descriptor, int32_t *process, uint32_t *user) {
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) return -1;
    *process = peer.pid;
    *user = peer.uid;
    return 0;
}
