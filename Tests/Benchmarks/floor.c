/* The least that a durable filing of letters can cost: copy, sync, name, log and remove, in groups of 64.
 *
 *   floor INBOX ARCHIVE LOG
 *
 * Reads every file of INBOX into an inode without a name in ARCHIVE, starts its writing, syncs the group, links it, syncs
 * the folder, appends a line for each to LOG, syncs it, removes the originals. No hash, no reading, no check, no recovery. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { GROUP = 64, LARGEST = 1 << 20 };

static void stop(const char *what) {
    perror(what);
    exit(1);
}

static void group(int inbox, int archive, int log, char names[][256], int *files, int count) {
    static char lines[GROUP * 300];
    size_t length = 0;
    for (int i = 0; i < count; i++)
        if (fsync(files[i])) stop("fsync");
    for (int i = 0; i < count; i++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/self/fd/%d", files[i]);
        if (linkat(AT_FDCWD, path, archive, names[i], AT_SYMLINK_FOLLOW)) stop("linkat");
        length += (size_t)snprintf(lines + length, sizeof lines - length, "{\"event\":\"filed\",\"name\":\"%s\"}\n", names[i]);
        close(files[i]);
    }
    if (fsync(archive)) stop("fsync");
    if (write(log, lines, length) != (ssize_t)length || fdatasync(log)) stop("log");
    for (int i = 0; i < count; i++)
        if (unlinkat(inbox, names[i], 0)) stop("unlinkat");
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    static char names[GROUP][256], buffer[LARGEST];
    int files[GROUP], pending = 0;
    long total = 0;
    int inbox = open(arguments[1], O_RDONLY | O_DIRECTORY), archive = open(arguments[2], O_RDONLY | O_DIRECTORY);
    int log = open(arguments[3], O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (inbox < 0 || archive < 0 || log < 0) stop("open");
    DIR *folder = fdopendir(dup(inbox));
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        strcpy(names[pending], entry->d_name);
        int source = openat(inbox, entry->d_name, O_RDONLY);
        ssize_t size = read(source, buffer, sizeof buffer);
        close(source);
        int file = openat(archive, ".", O_TMPFILE | O_RDWR, 0600);
        if (size < 0 || file < 0 || write(file, buffer, (size_t)size) != size) stop("copy");
        sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE);
        files[pending++] = file;
        if (pending == GROUP) {
            group(inbox, archive, log, names, files, pending);
            total += pending;
            pending = 0;
        }
    }
    if (pending) group(inbox, archive, log, names, files, pending);
    total += pending;
    clock_gettime(CLOCK_MONOTONIC, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%ld %.6f\n", total, seconds);
    return 0;
}
