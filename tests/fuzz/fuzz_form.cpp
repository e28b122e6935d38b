// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Forms as anyone could send them to a sign-in: raw bytes, and bytes as the value of a field of a
// form that is otherwise well made, which come out as they went in.
#include "core/systems/ndastro/messages/form.h"

#include <QtCore/QStringDecoder>

#include <cstdlib>

using namespace authdesk;
using systems::ndastro::messages::readForm;

namespace {

constexpr auto urlencoded = "application/x-www-form-urlencoded";
constexpr auto multipart = "multipart/form-data; boundary=b";

void demandValue(const base::Result<QJsonObject> &form, const QString &value)
{
    if (!form || form->value(QStringLiteral("a")).toString() != value)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const char *type : {urlencoded, multipart})
        (void)readForm(type, bytes);
    (void)readForm(bytes, "--b\r\n\r\n\r\n--b--");

    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return 0;
    demandValue(readForm(urlencoded, "a=" + bytes.toPercentEncoding()), text);
    if (!("\r\n" + bytes).contains("\r\n--b")) {
        demandValue(readForm(multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                                            + bytes + "\r\n--b--\r\n"),
                    text);
    }
    return 0;
}
