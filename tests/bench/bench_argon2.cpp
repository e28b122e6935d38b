// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The limit of sign-in: argon2id with the server's own parameters on every core, nothing else; each
// core computes one hash after the other in the same memory. Prints hashes per second.
//   bench_argon2 SECONDS MEMORY_KIB PASSES
#include <argon2.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <thread>
#include <vector>

#include <sys/mman.h>

namespace {

/// Each thread's memory, which its process ends with.
thread_local uint8_t *ownMemory = nullptr;

int takeMemory(uint8_t **memory, std::size_t size)
{
    constexpr std::align_val_t alignment{2UL * 1024 * 1024};
    if (!ownMemory) {
        ownMemory = static_cast<uint8_t *>(::operator new(size, alignment));
        madvise(ownMemory, size, MADV_HUGEPAGE);
    }
    *memory = ownMemory;
    return ARGON2_OK;
}

void keepMemory(uint8_t * /*memory*/, std::size_t /*size*/) {}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const auto length = std::chrono::duration<double>(std::atof(argv[1]));
    const auto memory = uint32_t(std::strtoul(argv[2], nullptr, 10));
    const auto passes = uint32_t(std::strtoul(argv[3], nullptr, 10));
    std::atomic<long> hashes = 0;
    const auto start = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i) {
        threads.emplace_back([&] {
            std::array<uint8_t, 21> password{};
            std::array<uint8_t, 16> salt{};
            std::array<uint8_t, 32> digest{};
            while (std::chrono::steady_clock::now() - start < length) {
                argon2_context context{};
                context.out = digest.data();
                context.outlen = digest.size();
                context.pwd = password.data();
                context.pwdlen = password.size();
                context.salt = salt.data();
                context.saltlen = salt.size();
                context.t_cost = passes;
                context.m_cost = memory;
                context.lanes = 1;
                context.threads = 1;
                context.version = ARGON2_VERSION_13;
                context.allocate_cbk = takeMemory;
                context.free_cbk = keepMemory;
                if (argon2_ctx(&context, Argon2_id) != ARGON2_OK)
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
