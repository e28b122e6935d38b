// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables of people as anybody could send them.
#include "tests/fuzz/peoplefile.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    authdesk::tests::readAndWriteAgain(data, size, authdesk::transfer::Format::Csv);
    return 0;
}
