// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/systems/bloqd/messages/settings.h"

#include "core/base/json.h"

namespace authdesk::systems::bloqd::messages {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

class ChangeReader final
{
public:
    explicit ChangeReader(const Settings &now)
        : m_now(encode(now))
    {
    }

    void readSection(const QString &name, const QJsonValue &given)
    {
        if (!m_now.contains(name)) {
            refuse(name, u"unknown_field"_s, u"This field is not known or not yours to set."_s);
            return;
        }
        if (!given.isObject()) {
            refuse(name, u"wrong_type"_s, u"This field must be an object."_s);
            return;
        }
        const QJsonObject section = m_now.value(name).toObject();
        const QJsonObject wanted = given.toObject();
        for (auto one = wanted.begin(); one != wanted.end(); ++one)
            readField(name + u'.' + one.key(), section.value(one.key()), one.value());
    }

    [[nodiscard]] Result<SettingsChange> result() const
    {
        if (m_problems.isEmpty())
            return m_change;
        return base::fail(base::Error{.code = base::ErrorCode::InvalidFields,
                                      .message = m_problems.first().message,
                                      .fields = m_problems});
    }

private:
    void readField(const QString &name, const QJsonValue &now, const QJsonValue &wanted)
    {
        if (now == wanted)
            return;
        if (now.isUndefined()) {
            refuse(name, u"unknown_field"_s, u"This field is not known or not yours to set."_s);
        } else if (now.type() != wanted.type()) {
            refuse(name, u"wrong_type"_s, u"This field is of another type."_s);
        } else if (name == "general.site_name"_L1) {
            m_change.siteName = wanted.toString();
            m_change.updatedFields.append(name);
        } else if (name == "general.site_url"_L1) {
            m_change.siteUrl = wanted.toString();
            m_change.updatedFields.append(name);
        } else if (name == "security.mfa_required"_L1) {
            m_change.mfaRequired = wanted.toBool();
            m_change.updatedFields.append(name);
        } else {
            refuse(name, u"fixed"_s, u"This is fixed on this server."_s);
        }
    }

    void refuse(const QString &field, const QString &code, const QString &message)
    {
        m_problems.append({.field = field, .code = code, .message = message});
    }

    QJsonObject m_now;
    SettingsChange m_change;
    QList<base::FieldError> m_problems;
};

} // namespace

QJsonObject encode(const Settings &settings)
{
    return {{u"general"_s, QJsonObject{{u"site_name"_s, settings.siteName},
                                       {u"site_url"_s, settings.siteUrl},
                                       {u"timezone"_s, u"UTC"_s}}},
            {u"security"_s, QJsonObject{{u"session_timeout"_s, settings.sessionTimeout},
                                        {u"mfa_required"_s, settings.mfaRequired},
                                        {u"password_min_length"_s, settings.passwordMinLength}}},
            {u"notifications"_s, QJsonObject()},
            {u"integrations"_s, QJsonObject()}};
}

QJsonObject encodeUpdated(const QStringList &fields)
{
    return {{u"message"_s, u"Settings updated"_s},
            {u"updated_fields"_s, QJsonArray::fromStringList(fields)}};
}

Result<SettingsChange> decodeSettingsChange(const QByteArray &body, const Settings &now)
{
    const auto object = base::parseJsonObject(body);
    if (!object)
        return std::unexpected(object.error());
    ChangeReader reader(now);
    for (auto section = object->begin(); section != object->end(); ++section)
        reader.readSection(section.key(), section.value());
    return reader.result();
}

} // namespace authdesk::systems::bloqd::messages
