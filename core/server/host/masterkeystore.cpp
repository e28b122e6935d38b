// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/host/masterkeystore.h"

#include "core/base/log.h"
#include "core/server/host/datafolder.h"
#include "core/server/store/settingsrepository.h"

#include <QtCore/QFile>

namespace authdesk::server::host {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;
using base::Secret;
using crypto::MasterKey;
using store::SettingsRepository;

namespace {

// A function, because a static QString would be made before main().
QString checkFact()
{
    return u"master_key_check"_s;
}

using KnownCheck = std::optional<QByteArray>;

Result<KnownCheck> readCheck(store::Database &database)
{
    return database.read([](store::Connection &connection) -> Result<KnownCheck> {
        return SettingsRepository(connection).findFact(checkFact());
    });
}

/// nullopt: there is no file.
Result<std::optional<MasterKey>> readFile(const QString &folder)
{
    QFile file(masterKeyFile(folder));
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileFailed,
                    u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        qCWarning(base::logServer).noquote()
            << file.fileName() << "can be read by others: chmod 600 it";
    constexpr qint64 mostBytes = 4096;
    auto key = MasterKey::fromText(Secret(file.read(mostBytes)));
    if (!key)
        return fail(ErrorCode::MasterKeyWrong,
                    u"%1 holds no master key. Put the right file back."_s.arg(file.fileName()));
    return *std::move(key);
}

Result<MasterKey> make(const QString &folder, base::Random &random)
{
    MasterKey key = MasterKey::generate(random);
    if (auto written = writePrivateFile(masterKeyFile(folder), key.toText().view()); !written)
        return fail(written.error());
    return key;
}

/// Stores the check value unless one is there by now; the one that counts afterwards.
Result<QByteArray> storeCheck(store::Database &database, const QByteArray &check)
{
    return database.write([&check](store::Connection &connection) -> Result<QByteArray> {
        SettingsRepository settings(connection);
        if (const auto known = settings.findFact(checkFact()))
            return *known;
        settings.setFact(checkFact(), check);
        return check;
    });
}

std::unexpected<base::Error> missing(const QString &folder)
{
    return fail(
        ErrorCode::MasterKeyMissing,
        u"The master key is missing: put %1 back, or give the key in AUTHDESK_MASTER_KEY."_s.arg(
            masterKeyFile(folder)));
}

std::unexpected<base::Error> wrong(const QString &folder, bool wasGiven)
{
    return fail(ErrorCode::MasterKeyWrong,
                u"The master key in %1 is not the one that this database was made with."_s.arg(
                    wasGiven ? u"AUTHDESK_MASTER_KEY"_s : masterKeyFile(folder)));
}

bool isSame(const MasterKey &one, const MasterKey &other)
{
    return base::equalInConstantTime(one.checkValue(), other.checkValue());
}

std::unexpected<base::Error> holdsAnother(const QString &folder)
{
    return fail(ErrorCode::MasterKeyWrong,
                u"%1 holds another key. It was left as it is."_s.arg(masterKeyFile(folder)));
}

} // namespace

Result<MasterKey> openMasterKey(const QString &folder, const Secret &given,
                                store::Database &database, base::Random &random)
{
    const auto known = readCheck(database);
    if (!known)
        return fail(known.error());
    std::optional<MasterKey> key;
    if (!given.isEmpty()) {
        auto parsed = MasterKey::fromText(given);
        if (!parsed)
            return fail(ErrorCode::MasterKeyWrong,
                        u"AUTHDESK_MASTER_KEY: "_s + parsed.error().message);
        key = *std::move(parsed);
    } else {
        auto stored = readFile(folder);
        if (!stored)
            return fail(stored.error());
        key = *std::move(stored);
        if (!key && *known)
            return missing(folder);
        if (!key) {
            auto made = make(folder, random);
            if (!made)
                return fail(made.error());
            key = *std::move(made);
        }
    }
    const auto check = storeCheck(database, key->checkValue());
    if (!check)
        return fail(check.error());
    if (!base::equalInConstantTime(*check, key->checkValue()))
        return wrong(folder, !given.isEmpty());
    return *std::move(key);
}

std::optional<MasterKey> findMasterKey(const QString &folder, const Secret &given,
                                       store::Database &database)
{
    const auto known = readCheck(database);
    if (!known || !*known)
        return std::nullopt;
    std::optional<MasterKey> key;
    if (!given.isEmpty()) {
        if (auto parsed = MasterKey::fromText(given))
            key = *std::move(parsed);
    } else if (auto stored = readFile(folder)) {
        key = *std::move(stored);
    }
    if (key && !base::equalInConstantTime(**known, key->checkValue()))
        key.reset();
    return key;
}

Result<Secret> keptMasterKey(const QString &folder)
{
    const auto stored = readFile(folder);
    if (!stored)
        return fail(stored.error());
    if (!*stored)
        return missing(folder);
    return (*stored)->toText();
}

Result<bool> keepMasterKey(const QString &folder, const Secret &key)
{
    const auto wanted = MasterKey::fromText(key);
    if (!wanted)
        return fail(wanted.error());
    const auto there = readFile(folder);
    if (!there)
        return fail(there.error());
    if (*there && !isSame(**there, *wanted))
        return holdsAnother(folder);
    // One that is there is written anew too, for nobody but its owner.
    if (auto written = writePrivateFile(masterKeyFile(folder), wanted->toText().view()); !written)
        return fail(written.error());
    return !*there;
}

Result<void> forgetMasterKey(const QString &folder, const Secret &key)
{
    const auto unwanted = MasterKey::fromText(key);
    if (!unwanted)
        return fail(unwanted.error());
    const auto there = readFile(folder);
    if (!there)
        return fail(there.error());
    if (!*there)
        return {};
    if (!isSame(**there, *unwanted))
        return holdsAnother(folder);
    QFile file(masterKeyFile(folder));
    if (!file.remove())
        return fail(ErrorCode::FileFailed,
                    u"%1 cannot be deleted: %2"_s.arg(file.fileName(), file.errorString()));
    return {};
}

} // namespace authdesk::server::host
