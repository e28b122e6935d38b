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

Result<ListenAddress> readListener(const Setting &setting, const QString &text)
{
    const auto wrong = [&] {
        return refuse(setting, u"\"%1\" is not ADDR:PORT or ADDR:PORT=SYSTEM"_s.arg(text));
    };
    ListenAddress listener;
    const qsizetype equals = text.indexOf(u'=');
    const QString where = text.left(equals < 0 ? text.size() : equals);
    if (equals >= 0) {
        listener.system = text.mid(equals + 1);
        if (listener.system.isEmpty())
            return wrong();
    }
    const qsizetype colon = where.lastIndexOf(u':');
    if (colon < 0)
        return wrong();
    QString host = where.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return wrong();
    bool isNumber = false;
    listener.port = where.mid(colon + 1).toUShort(&isNumber);
    if (host == u"localhost"_s)
        listener.address = QHostAddress(QHostAddress::LocalHost);
    else if (!listener.address.setAddress(host))
        return wrong();
    if (!isNumber)
        return wrong();
    return listener;
}

/// "10.0.0.0/8"; without bits it is one address. Stricter than Qt, which also takes "10".
Result<QPair<QHostAddress, int>> readNetwork(const Setting &setting, const QString &text)
{
    const qsizetype slash = text.indexOf(u'/');
    const QString host = slash < 0 ? text : text.left(slash);
    QHostAddress address;
    const bool isWhole = host.contains(u':') || host.count(u'.') == 3;
    if (!isWhole || host.contains(u'%') || !address.setAddress(host))
        return refuse(setting, u"\"%1\" is not ADDR or ADDR/BITS"_s.arg(text));
    const int most = address.protocol() == QAbstractSocket::IPv6Protocol ? 128 : 32;
    bool isNumber = true;
    const int bits = slash < 0 ? most : text.mid(slash + 1).toInt(&isNumber);
    if (!isNumber || bits < 0 || bits > most)
        return refuse(setting, u"\"%1\" is not ADDR or ADDR/BITS"_s.arg(text));
    return qMakePair(address, bits);
}

Result<QUrl> readOrigin(const Setting &setting, const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != u"http"_s && url.scheme() != u"https"_s))
        return refuse(setting, u"\"%1\" is no http or https address"_s.arg(text));
    if (!url.path().isEmpty() && url.path() != u"/"_s)
        return refuse(setting, u"must be an origin without a path, not \"%1\""_s.arg(text));
    if (url.hasQuery() || url.hasFragment() || !url.userInfo().isEmpty())
        return refuse(setting, u"must be an origin like https://id.example.org"_s);
    QUrl origin = url;
    origin.setPath(QString());
    return origin;
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
    const Setting &listen = *reader.find("listen"_L1);
    for (const QString &text : listen.values) {
        const auto listener = readListener(listen, text);
        if (!listener)
            return fail(listener.error());
        if (!listener->system.isEmpty() && !systems.contains(listener->system))
            return refuse(listen, u"there is no system \"%1\"; there are %2"_s.arg(
                                      listener->system, systems.join(u", "_s)));
        configuration.listeners.append(*listener);
    }
    if (configuration.listeners.isEmpty())
        return refuse(listen, u"names no address"_s);
    return {};
}

Result<void> readNeighbours(Configuration &configuration, const Reader &reader)
{
    if (const Setting *const setting = reader.find("public-url"_L1)) {
        const auto origin = readOrigin(*setting, setting->values.value(0));
        if (!origin)
            return fail(origin.error());
        configuration.publicUrl = *origin;
    }
    if (const Setting *const setting = reader.find("cors-origins"_L1)) {
        for (const QString &text : setting->values) {
            const auto origin = readOrigin(*setting, text);
            if (!origin)
                return fail(origin.error());
            configuration.corsOrigins.append(origin->toEncoded());
        }
    }
    if (const Setting *const setting = reader.find("trusted-proxies"_L1)) {
        for (const QString &text : setting->values) {
            const auto network = readNetwork(*setting, text);
            if (!network)
                return fail(network.error());
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
        configuration.workers = std::clamp(QThread::idealThreadCount(), 1, mostWorkersUnasked);
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
    configuration.setupCodeAlways = reader.text("setup-code"_L1) == "always"_L1;
    configuration.log.format =
        base::logFormatFromName(reader.text("log-format"_L1)).value_or(base::LogFormat::Text);
    configuration.log.level =
        base::logLevelFromName(reader.text("log-level"_L1)).value_or(base::LogLevel::Info);
    if (const Setting *const database = reader.find("database"_L1))
        configuration.databaseUrl = database->secret;
    if (const Setting *const key = reader.find("master-key"_L1))
        configuration.masterKey = key->secret;
    return {};
}

} // namespace

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
    const Reader reader(std::move(settings));
    if (const auto checked = reader.checkChoices(); !checked)
        return fail(checked.error());
    Configuration configuration;
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
