// Loaded before the C library: nothing is ever synced, and everything says that it was. The control of the power cuts.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int fsync(int file) { (void)file; return 0; }
int fdatasync(int file) { (void)file; return 0; }
int sync_file_range(int file, off64_t offset, off64_t count, unsigned int flags) {
    (void)file, (void)offset, (void)count, (void)flags;
    return 0;
}
int msync(void *address, size_t length, int flags) { (void)address, (void)length, (void)flags; return 0; }
int syncfs(int file) { (void)file; return 0; }
void sync(void) {}
