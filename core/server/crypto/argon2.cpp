// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/argon2.h"

#include "core/server/crypto/sodium.h"

#include <argon2.h>

#ifdef Q_OS_LINUX
#include <sys/mman.h>
#endif

#include <limits>
#include <new>

namespace authdesk::server::crypto {

namespace {

/// A large page of the processor's: on the border of one the system can give such pages, and
/// argon2's jumps through the memory then need few of the processor's address entries.
constexpr std::align_val_t alignment{2UL * 1024 * 1024};

class WorkMemory final
{
public:
    WorkMemory() = default;
    WorkMemory(const WorkMemory &) = delete;
    WorkMemory &operator=(const WorkMemory &) = delete;
    ~WorkMemory() { release(); }

    /// nullptr when there is not so much.
    [[nodiscard]] uint8_t *take(std::size_t size)
    {
        if (m_size == size)
            return m_bytes;
        release();
        m_bytes = static_cast<uint8_t *>(::operator new(size, alignment, std::nothrow));
        if (!m_bytes)
            return nullptr;
        m_size = size;
#ifdef Q_OS_LINUX
        madvise(m_bytes, m_size, MADV_HUGEPAGE);
#endif
        return m_bytes;
    }

    void release()
    {
        if (!m_bytes)
            return;
#ifdef Q_OS_LINUX
        // What the allocator keeps for later is no longer resident.
        madvise(m_bytes, m_size, MADV_DONTNEED);
#endif
        ::operator delete(m_bytes, alignment);
        m_bytes = nullptr;
        m_size = 0;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    uint8_t *m_bytes = nullptr;
    std::size_t m_size = 0;
};

thread_local WorkMemory ownMemory;

int takeMemory(uint8_t **memory, std::size_t size)
{
    *memory = ownMemory.take(size);
    return *memory ? ARGON2_OK : ARGON2_MEMORY_ALLOCATION_ERROR;
}

void keepMemory(uint8_t * /*memory*/, std::size_t /*size*/) {}

} // namespace

bool computeArgon2(const Argon2Work &work, QByteArrayView password, QByteArrayView salt,
                   QByteArray &digest)
{
    constexpr quint64 largest = std::numeric_limits<uint32_t>::max();
    if (work.memoryKiB > largest || work.passes > largest || work.lanes > largest)
        return false;
    // The library takes pointers to what it only reads, because it can be told to wipe them.
    argon2_context context{.out = toUnsigned(digest),
                           .outlen = uint32_t(digest.size()),
                           .pwd = const_cast<uint8_t *>(toUnsigned(password)),
                           .pwdlen = uint32_t(password.size()),
                           .salt = const_cast<uint8_t *>(toUnsigned(salt)),
                           .saltlen = uint32_t(salt.size()),
                           .secret = nullptr,
                           .secretlen = 0,
                           .ad = nullptr,
                           .adlen = 0,
                           .t_cost = uint32_t(work.passes),
                           .m_cost = uint32_t(work.memoryKiB),
                           .lanes = uint32_t(work.lanes),
                           .threads = 1,
                           .version = ARGON2_VERSION_13,
                           .allocate_cbk = takeMemory,
                           .free_cbk = keepMemory,
                           .flags = ARGON2_DEFAULT_FLAGS};
    const argon2_type type = work.variant == Argon2Work::Variant::Id ? Argon2_id : Argon2_i;
    return argon2_ctx(&context, type) == ARGON2_OK;
}

void releaseArgon2Memory()
{
    ownMemory.release();
}

std::size_t keptArgon2Memory()
{
    return ownMemory.size();
}

} // namespace authdesk::server::crypto
