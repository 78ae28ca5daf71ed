// SPDX-License-Identifier: GPL-2.0-only
//
// imrd-pdf: the text of PDFs, as `pdftotext -layout -enc UTF-8 -eol unix - -` gives it, without its start for each of them.
//
// It waits on standard input, a socket of sequenced packets, for one PDF after the other. A packet holds a `Request` and three
// descriptors: the PDF, a file for its text, and one for poppler's messages. Each PDF is read in a child made for it, under the
// limits of the request: what a PDF does to poppler ends with that child, and the next one finds the memory as it was at the start.
// The answer is the status of the child as waitpid(2) gives it, four bytes. The codes are pdftotext's: 0 read, 1 not opened,
// 2 the text could not be written, 99 without pages.
//
// It ends when nobody holds the other end of the socket any more, and when nothing was asked for a while: its memory is not needed
// where no PDFs come. Whoever asks again starts another.

#include <Error.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <PDFDocFactory.h>
#include <TextOutputDev.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <poll.h>
#include <signal.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What a child may cost: seconds of processor time, bytes of address space, bytes of each file that it writes.
struct Request {
    uint64_t processor_seconds, address_space, file_size;
};

/// For how long nothing may be asked, in milliseconds.
constexpr int patience = 10'000;

enum ExitCode { read_whole = 0, not_opened = 1, not_written = 2, usage = 64, failed = 71, without_pages = 99 };

/// Writes the text of the PDF on standard input to standard output, as pdftotext does.
ExitCode write_text() {
    const std::unique_ptr<PDFDoc> document = PDFDocFactory().createPDFDoc(GooString("fd://0"));
    if (!document->isOk()) return not_opened;
    if (document->getNumPages() < 1) {
        error(errCommandLine, -1, "The document has no page");
        return without_pages;
    }
    const bool keeps_layout = true, keeps_content_order = false, appends = false;
    TextOutputDev output("-", keeps_layout, 0, keeps_content_order, appends);
    if (!output.isOk()) return not_written;
    output.setTextEOL(eolUnix);
    const bool is_whole_page = true, is_cropped = false, is_printed = false;
    document->displayPages(&output, 1, document->getNumPages(), 72, 72, 0, is_whole_page, is_cropped, is_printed);
    return fflush(stdout) == 0 ? read_whole : not_written;
}

bool limit(__rlimit_resource what, uint64_t soft, uint64_t hard) {
    const rlimit values = {soft, hard};
    return setrlimit(what, &values) == 0;
}

/// The life of a child: three files, limits, one PDF.
[[noreturn]] void read_pdf(const Request &request, const std::array<int, 3> &files, pid_t parent) {
    // It does not outlive its parent, which may have ended already.
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent) _exit(failed);
    for (int number = 0; number < 3; number++) {
        if (dup2(files[number], number) != number) _exit(failed);
        close(files[number]);
    }
    const bool is_limited = limit(RLIMIT_CPU, request.processor_seconds, request.processor_seconds + 1) &&
                            limit(RLIMIT_AS, request.address_space, request.address_space) &&
                            limit(RLIMIT_FSIZE, request.file_size, request.file_size) && limit(RLIMIT_CORE, 0, 0);
    // What is left of it is not taken apart, it just ends.
    _exit(is_limited ? write_text() : failed);
}

/// The next request with its files; false when there will be none.
bool receive(Request &request, std::array<int, 3> &files) {
    pollfd question = {STDIN_FILENO, POLLIN, 0};
    if (TEMP_FAILURE_RETRY(poll(&question, 1, patience)) != 1) return false;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof files)];
    iovec data = {&request, sizeof request};
    msghdr message = {};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    if (TEMP_FAILURE_RETRY(recvmsg(STDIN_FILENO, &message, MSG_CMSG_CLOEXEC)) != sizeof request) return false;
    const cmsghdr *passed = CMSG_FIRSTHDR(&message);
    if (!passed || passed->cmsg_type != SCM_RIGHTS || passed->cmsg_len != CMSG_LEN(sizeof files)) return false;
    memcpy(files.data(), CMSG_DATA(passed), sizeof files);
    return true;
}

/// Reads one PDF after the other.
ExitCode serve() {
    const pid_t own = getpid();
    Request request;
    std::array<int, 3> files;
    while (receive(request, files)) {
        const pid_t child = fork();
        if (child == 0) read_pdf(request, files, own);
        for (const int file : files) close(file);
        int32_t status;
        if (child < 0 || TEMP_FAILURE_RETRY(waitpid(child, &status, 0)) != child) return failed;
        // What kept the child from reading says nothing about the PDF: imrd has it read in another way.
        if (WIFEXITED(status) && WEXITSTATUS(status) == failed) return failed;
        if (TEMP_FAILURE_RETRY(send(STDIN_FILENO, &status, sizeof status, MSG_NOSIGNAL)) != sizeof status) break;
    }
    return read_whole;
}

/// Whether standard input is a socket of sequenced packets.
bool is_asked_by_socket() {
    int kind;
    socklen_t length = sizeof kind;
    return getsockopt(STDIN_FILENO, SOL_SOCKET, SO_TYPE, &kind, &length) == 0 && kind == SOCK_SEQPACKET;
}

} // namespace

int main(int count, char **arguments) {
    const std::string_view argument = count == 2 ? arguments[1] : "";
    if (argument == "--version") {
        puts("imrd-pdf 1.0 (GPL-2.0-only), poppler " POPPLER_VERSION);
        return 0;
    }
    if (count != 1 || !is_asked_by_socket()) {
        fputs("usage: imrd-pdf    imrd starts it with a socket as its standard input: see man imrd-pdf\n", stderr);
        return usage;
    }
    // Whoever started it from a thread that blocks signals has handed that down.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    // A service manager that asks all processes of imrd to end would take away what imrd needs for the letters it still files.
    signal(SIGTERM, SIG_IGN);
    globalParams = std::make_unique<GlobalParams>();
    globalParams->setTextEncoding("UTF-8");
    return serve();
}
