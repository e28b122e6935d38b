// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The limit of a token check: bare Qt HTTP Server that sends the same headers and body, without a
// route, a guard or a check.  bench_barehttp FILE, where FILE is a whole answer as curl -i saved
// it. Prints the port.
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtHttpServer/QHttpServer>
#include <QtHttpServer/QHttpServerResponder>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QFile file(app.arguments().value(1));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const QByteArray answer = file.readAll();
    const qsizetype end = answer.indexOf("\r\n\r\n");
    const QByteArray body = answer.mid(end + 4);
    QList<QByteArray> lines = answer.left(end).split('\n');
    lines.removeFirst();
    QList<std::pair<QByteArray, QByteArray>> kept;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed();
        if (name.compare("content-length", Qt::CaseInsensitive) != 0)
            kept.append({name, line.mid(colon + 1).trimmed()});
    }

    QHttpServer server;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#error "bench_barehttp is written for the missing handler of Qt 6.4"
#endif
    server.setMissingHandler([&](const QHttpServerRequest &, QHttpServerResponder &&responder) {
        responder.writeStatusLine();
        for (const auto &[name, value] : std::as_const(kept))
            responder.writeHeader(name, value);
        responder.writeHeader("Content-Length", QByteArray::number(body.size()));
        responder.writeBody(body);
    });
    const quint16 port = server.listen(QHostAddress::LocalHost, 0);
    std::printf("%d\n", int(port));
    std::fflush(stdout);
    return port == 0 ? 1 : app.exec();
}
