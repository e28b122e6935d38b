// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/config/configuration.h"

#include "core/server/config/option.h"
#include "core/server/config/settingsource.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtCore/QThread>

#include <algorithm>

namespace authdesk::server::config {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int mostFailuresAMinute = 1'000'000;
constexpr int mostWorkers = 64;
constexpr int mostPort = 65535;
/// More than this seldom has enough to do, and the hashing of passwords needs the cores too.
constexpr int mostWorkersUnasked = 4;

std::unexpected<base::Error> refuse(const Setting &setting, const QString &reason)
{
    return fail(ErrorCode::InvalidFields, setting.calledAs + u": "_s + reason);
}

Result<int> readNumber(const Setting &setting, int least, int most)
{
    const QString text = setting.values.value(0);
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    if (!isNumber || number < least || number > most)
        return refuse(setting, u"\"%1\" is not a number from %2 to %3"_s.arg(
                                   text, QString::number(least), QString::number(most)));
    return number;
}

/// Fills one member from what the strongest source said.
class Reader final
{
public:
    explicit Reader(Settings settings)
        : m_settings(std::move(settings))
    {
        for (const Option &option : options()) {
            if (m_settings.contains(option.name()) || !*option.initial)
                continue;
            const QString initial = QString::fromLatin1(option.initial);
            m_settings.insert(option.name(), {.calledAs = u"the default of --"_s + option.name(),
                                              .values = {initial},
                                              .secret = {}});
        }
    }

    [[nodiscard]] const Setting *find(QLatin1StringView key) const
    {
        const auto found = m_settings.constFind(QString(key));
        return found == m_settings.cend() ? nullptr : &*found;
    }
    [[nodiscard]] QString text(QLatin1StringView key) const
    {
        const Setting *const setting = find(key);
        return setting && !setting->values.isEmpty() ? setting->values.last() : QString();
    }
    [[nodiscard]] Result<void> checkChoices() const
    {
        for (const Option &option : options()) {
            const QStringList choices = QString::fromLatin1(option.choices).split(u'|');
            const Setting *const setting = find(QLatin1StringView(option.key));
            if (option.type == OptionType::Choice && setting
                && !choices.contains(setting->values.value(0)))
                return refuse(*setting, u"\"%1\" is none of %2"_s.arg(setting->values.value(0),
                                                                      choices.join(u", "_s)));
        }
        return {};
    }

private:
    Settings m_settings;
};

Result<void> readListeners(Configuration &configuration, const Reader &reader,
                           const QStringList &systems)
{
    const auto port = readNumber(*reader.find("port"_L1), 0, mostPort);
    if (!port)
        return fail(port.error());
    const Setting *const given = reader.find("listen"_L1);
    if (!given) {
        configuration.listeners = {{QHostAddress(QHostAddress::LocalHost), quint16(*port), {}}};
        return {};
    }
    const Setting &listen = *given;
    for (const QString &text : listen.values) {
        const auto listener = listenAddressFromText(text, systems);
        if (!listener)
            return refuse(listen, listener.error().message);
        configuration.listeners.append(*listener);
    }
    if (configuration.listeners.isEmpty())
        return refuse(listen, u"names no address"_s);
    return {};
}

Result<void> readNeighbours(Configuration &configuration, const Reader &reader)
{
    if (const Setting *const setting = reader.find("public-url"_L1)) {
        const auto origin = originFromText(setting->values.value(0));
        if (!origin)
            return refuse(*setting, origin.error().message);
        configuration.publicUrl = *origin;
    }
    if (const Setting *const setting = reader.find("cors-origins"_L1)) {
        for (const QString &text : setting->values) {
            const auto origin = originFromText(text);
            if (!origin)
                return refuse(*setting, origin.error().message);
            configuration.corsOrigins.append(origin->toEncoded());
        }
    }
    if (const Setting *const setting = reader.find("trusted-proxies"_L1)) {
        for (const QString &text : setting->values) {
            const auto network = networkFromText(text);
            if (!network)
                return refuse(*setting, network.error().message);
            configuration.trustedProxies.append(*network);
        }
    }
    return {};
}

QString absolutePath(const QString &path)
{
    return path.isEmpty() ? path : QDir::cleanPath(QDir::current().absoluteFilePath(path));
}

Result<void> readTls(Configuration &configuration, const Reader &reader)
{
    configuration.tlsCertificate = absolutePath(reader.text("tls-cert"_L1));
    configuration.tlsKey = absolutePath(reader.text("tls-key"_L1));
    if (configuration.tlsCertificate.isEmpty() == configuration.tlsKey.isEmpty())
        return {};
    const bool hasKey = configuration.tlsCertificate.isEmpty();
    return refuse(*reader.find(hasKey ? "tls-key"_L1 : "tls-cert"_L1),
                  u"TLS needs --%1 as well"_s.arg(hasKey ? u"tls-cert"_s : u"tls-key"_s));
}

Result<void> readWorkers(Configuration &configuration, const Reader &reader)
{
    const Setting *const setting = reader.find("workers"_L1);
    if (!setting) {
        configuration.workers = defaultWorkers();
        return {};
    }
    const auto workers = readNumber(*setting, 1, mostWorkers);
    if (!workers)
        return fail(workers.error());
    configuration.workers = *workers;
    return {};
}

Result<void> readRest(Configuration &configuration, const Reader &reader)
{
    const auto limit = readNumber(*reader.find("address-limit"_L1), 0, mostFailuresAMinute);
    if (!limit)
        return fail(limit.error());
    configuration.addressLimit = *limit;
    QString folder = reader.text("data-dir"_L1);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    configuration.dataFolder = absolutePath(folder);
    configuration.serverName = reader.text("name"_L1).trimmed();
    constexpr qsizetype longestName = 64;
    if (configuration.serverName.size() > longestName)
        return refuse(*reader.find("name"_L1),
                      u"may have at most %1 characters"_s.arg(longestName));
    configuration.basicPasswordPolicy = reader.text("password-policy"_L1) == "basic"_L1;
    configuration.tokenAlgorithm = reader.text("token-algorithm"_L1);
    configuration.setupCodeAlways = reader.text("setup-code"_L1) == "always"_L1;
    configuration.log.format =
        base::logFormatFromName(reader.text("log-format"_L1)).value_or(base::LogFormat::Text);
    configuration.log.level =
        base::logLevelFromName(reader.text("log-level"_L1)).value_or(base::LogLevel::Info);
    if (const Setting *const database = reader.find("database"_L1))
        configuration.databaseUrl = database->secret;
    if (const Setting *const key = reader.find("master-key"_L1))
        configuration.masterKey = key->secret;
    if (const Setting *const secret = reader.find("openarchiver-jwt-secret"_L1))
        configuration.openArchiverSecret = secret->secret;
    return {};
}

} // namespace

int defaultWorkers()
{
    return std::clamp(QThread::idealThreadCount(), 1, mostWorkersUnasked);
}

Result<Configuration> Configuration::read(const CommandLine &line,
                                          const QProcessEnvironment &environment,
                                          const QStringList &systems)
{
    Settings settings = settingsOf(line);
    auto outside = settingsOf(environment);
    if (!outside)
        return fail(outside.error());
    for (auto entry = outside->cbegin(); entry != outside->cend(); ++entry) {
        if (!settings.contains(entry.key()))
            settings.insert(entry.key(), *entry);
    }
    if (const auto file = settings.constFind(u"config"_s); file != settings.cend()) {
        auto stored = settingsOfFile(file->values.value(0));
        if (!stored)
            return fail(stored.error());
        for (auto entry = stored->cbegin(); entry != stored->cend(); ++entry) {
            if (!settings.contains(entry.key()))
                settings.insert(entry.key(), *entry);
        }
    }
    QHash<QString, QString> given;
    for (auto entry = settings.cbegin(); entry != settings.cend(); ++entry)
        given.insert(entry.key(), entry->calledAs);
    const Reader reader(std::move(settings));
    if (const auto checked = reader.checkChoices(); !checked)
        return fail(checked.error());
    Configuration configuration;
    configuration.given = std::move(given);
    if (const auto listeners = readListeners(configuration, reader, systems); !listeners)
        return fail(listeners.error());
    if (const auto neighbours = readNeighbours(configuration, reader); !neighbours)
        return fail(neighbours.error());
    if (const auto tls = readTls(configuration, reader); !tls)
        return fail(tls.error());
    if (const auto workers = readWorkers(configuration, reader); !workers)
        return fail(workers.error());
    if (const auto rest = readRest(configuration, reader); !rest)
        return fail(rest.error());
    return configuration;
}

} // namespace authdesk::server::config
