// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks the same question at a fixed rate, whether or not the answers keep up, so that a slow answer
// does not spare the server the next question. Prints the median and the 99th percentile in
// microseconds, each counted from when the question was due.
//   bench_openloop PORT PATH TOKEN PER_SECOND SECONDS
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int connections = 20;

[[noreturn]] void die(const char *what)
{
    std::perror(what);
    std::exit(2);
}

int connectTo(int port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr generic{};
    std::memcpy(&generic, &address, sizeof generic);
    if (::connect(descriptor, &generic, sizeof address) != 0)
        die("connect");
    return descriptor;
}

/// Reads one answer, which must be a 200 with a Content-Length.
void readAnswer(int descriptor)
{
    std::string answer;
    std::size_t wanted = 0;
    char part[4096];
    while (wanted == 0 || answer.size() < wanted) {
        const ssize_t got = ::recv(descriptor, part, sizeof part, 0);
        if (got <= 0)
            die("recv");
        answer.append(part, static_cast<std::size_t>(got));
        const std::size_t end = answer.find("\r\n\r\n");
        if (wanted > 0 || end == std::string::npos)
            continue;
        std::string head = answer.substr(0, end);
        std::transform(head.begin(), head.end(), head.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const std::size_t length = head.find("content-length:");
        if (!head.starts_with("http/1.1 200") || length == std::string::npos) {
            std::fprintf(stderr, "unexpected answer: %s\n", head.c_str());
            std::exit(2);
        }
        wanted = end + 4 + std::strtoul(head.c_str() + length + 15, nullptr, 10);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 6)
        return 2;
    const int port = std::atoi(argv[1]);
    const std::string request = std::string("GET ") + argv[2]
                                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + argv[3]
                                + "\r\n\r\n";
    const auto distance = std::chrono::duration<double>(connections / std::atof(argv[4]));
    const auto length = std::chrono::duration<double>(std::atof(argv[5]));
    std::vector<double> times;
    std::mutex mutex;
    std::vector<std::jthread> threads;
    const auto start = Clock::now() + std::chrono::milliseconds(50);
    for (int i = 0; i < connections; ++i) {
        threads.emplace_back([&, i] {
            const int descriptor = connectTo(port);
            std::vector<double> own;
            for (int turn = 0;; ++turn) {
                const auto due = start
                                 + std::chrono::duration_cast<Clock::duration>(
                                     distance * (turn + double(i) / connections));
                if (due - start > length)
                    break;
                std::this_thread::sleep_until(due);
                if (::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL) < 0)
                    die("send");
                readAnswer(descriptor);
                own.push_back(
                    std::chrono::duration<double, std::micro>(Clock::now() - due).count());
            }
            ::close(descriptor);
            const std::lock_guard lock(mutex);
            times.insert(times.end(), own.begin(), own.end());
        });
    }
    threads.clear();
    std::sort(times.begin(), times.end());
    const auto at = [&](double share) {
        return times[static_cast<std::size_t>(double(times.size() - 1) * share)];
    };
    std::printf("%.0f %.0f\n", at(0.5), at(0.99));
    return 0;
}
