// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/openfolder.h"

#include "core/server/host/datafolder.h"
#include "core/server/host/masterkeystore.h"
#include "core/server/host/tokenauthenticator.h"

#include <algorithm>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Reads wait for the network, so that at least so many are under way at once.
constexpr int remoteReaders = 4;

} // namespace

OpenFolder::OpenFolder(const Options &options)
    : m_clock(options.clock ? *options.clock : m_systemClock)
    , m_hasher(options.hashing)
{
}

OpenFolder::~OpenFolder()
{
    // Whoever watches uses the services, and they go first.
    if (m_database)
        m_database->watch({});
}

Result<std::unique_ptr<OpenFolder>> OpenFolder::open(const Options &options)
{
    const store::DatabaseOptions where{.file = databaseFile(options.folder),
                                       .url = options.databaseUrl,
                                       .readers = options.databaseUrl.isEmpty()
                                                      ? options.readers
                                                      : std::max(options.readers, remoteReaders),
                                       .mapsFile = options.mapsFile};
    if (options.purpose == Purpose::Rescue) {
        const auto checked = store::Database::check(where);
        if (!checked && checked.error().code == ErrorCode::NotFound)
            return fail(ErrorCode::NotFound,
                        options.databaseUrl.isEmpty()
                            ? u"There is no server in the data folder %1."_s.arg(options.folder)
                            : checked.error().message);
        if (!checked)
            return fail(checked.error());
    } else if (auto prepared = prepareFolder(options.folder); !prepared) {
        return fail(prepared.error());
    }
    auto database = store::Database::open(where);
    if (!database)
        return fail(database.error());

    std::unique_ptr<OpenFolder> open(new OpenFolder(options));
    open->m_database = *std::move(database);
    std::optional<crypto::MasterKey> key;
    if (options.purpose == Purpose::Serve) {
        auto opened =
            openMasterKey(options.folder, options.masterKey, *open->m_database, open->m_random);
        if (!opened)
            return fail(opened.error());
        key = *std::move(opened);
    } else {
        key = findMasterKey(options.folder, options.masterKey, *open->m_database);
    }
    service::Options serving = options.service;
    if (key) {
        open->m_sealer.emplace(*key);
        open->m_seal.emplace(*key);
        if (serving.sharedTokenKey.isEmpty())
            serving.sharedTokenKey = key->subkey(crypto::MasterKey::Purpose::SharedTokens);
    }
    open->m_services = std::make_unique<service::Services>(
        service::Ground{.database = *open->m_database,
                        .hasher = open->m_hasher,
                        .sealer = open->m_sealer ? &*open->m_sealer : nullptr,
                        .seal = open->m_seal ? &*open->m_seal : nullptr,
                        .clock = open->m_clock,
                        .random = open->m_random,
                        .options = serving,
                        .telemetry = options.telemetry},
        &TokenAuthenticator::makePrincipal);
    return open;
}

} // namespace authdesk::server::host
