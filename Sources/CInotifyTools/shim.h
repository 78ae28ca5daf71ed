// SPDX-License-Identifier: GPL-2.0-only
// What Swift cannot import from libinotifytools and inotify(7): a flexible array, and constants made of other constants.
#ifndef IMRD_CINOTIFYTOOLS_SHIM_H
#define IMRD_CINOTIFYTOOLS_SHIM_H

#include <inotifytools/inotify.h>
#include <inotifytools/inotifytools.h>
#include <stdint.h>

/// The name of an event, ended by NUL, in the library's static storage; "" when the event concerns the watched folder.
static inline const char *cinotifytools_name(const struct inotify_event *event) {
    return event->len > 0 ? event->name : "";
}

/// What a folder is watched for: files and folders that arrive, and its own end. Links are not followed.
static const uint32_t cinotifytools_watched =
    IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW;

/// What says that a watch has come to its end: its folder was deleted or moved, or the filesystem unmounted.
static const uint32_t cinotifytools_ended = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED;

#endif
