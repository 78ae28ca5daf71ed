// Loaded before the C library: every read and write of a file moves at most a few bytes, as the kernel may do at any time.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t shorter(int file, size_t count) {
    struct stat status;
    if (count < 2 || fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return count;
    static _Thread_local unsigned seed = 1;
    size_t most = 1 + rand_r(&seed) % 700;
    return count < most ? count : most;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t read(int file, void *buffer, size_t count) { return NEXT(read)(file, buffer, shorter(file, count)); }
ssize_t write(int file, const void *buffer, size_t count) { return NEXT(write)(file, buffer, shorter(file, count)); }
ssize_t pread(int file, void *buffer, size_t count, off_t offset) {
    return NEXT(pread)(file, buffer, shorter(file, count), offset);
}
ssize_t pwrite(int file, const void *buffer, size_t count, off_t offset) {
    return NEXT(pwrite)(file, buffer, shorter(file, count), offset);
}
