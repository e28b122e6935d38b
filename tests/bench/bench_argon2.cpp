// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The limit of sign-in: argon2id with the server's own parameters on every core, nothing else.
// Prints hashes per second.  bench_argon2 SECONDS MEMORY_BYTES PASSES
#include <sodium.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>
#include <vector>

int main(int argc, char **argv)
{
    if (argc != 4 || sodium_init() < 0)
        return 2;
    const auto length = std::chrono::duration<double>(std::atof(argv[1]));
    const auto memory = std::strtoull(argv[2], nullptr, 10);
    const auto passes = std::strtoull(argv[3], nullptr, 10);
    std::atomic<long> hashes = 0;
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i) {
        threads.emplace_back([&] {
            char text[crypto_pwhash_STRBYTES];
            while (std::chrono::steady_clock::now() - start < length) {
                if (crypto_pwhash_str_alg(text, "correct horse battery", 21, passes,
                                          std::size_t(memory), crypto_pwhash_ALG_ARGON2ID13)
                    != 0)
                    std::abort();
                ++hashes;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::printf("%.2f\n", double(hashes) / took.count());
    return 0;
}
