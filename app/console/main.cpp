// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/console/firstframe.h"
#include "app/console/wiring.h"
#include "ui/shell/singleinstance.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace authdesk;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"authdesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(AUTHDESK_VERSION));
    QApplication::setDesktopFileName(u"org.authdesk.Authdesk"_s);
    // Windows hand over to each other; who closes the last one quits by intent.
    QApplication::setQuitOnLastWindowClosed(false);

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Who may come in? You decide from here."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDir(
        u"data-dir"_s, u"Keep everything that is written in DIR, profiles and settings included."_s,
        u"DIR"_s, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption connectTo(u"connect"_s, u"Open the server at URL."_s, u"URL"_s);
    parser.addOptions({dataDir, connectTo});
    parser.process(application);

    const QUrl address =
        parser.isSet(connectTo) ? QUrl::fromUserInput(parser.value(connectTo)) : QUrl();
    if (parser.isSet(connectTo) && !address.isValid()) {
        std::fprintf(stderr, "authdesk: --connect: %s is no address\n",
                     qUtf8Printable(parser.value(connectTo)));
        return 2;
    }
    const QString folder = QDir(parser.value(dataDir)).absolutePath();
    ui::shell::SingleInstance instance(folder);
    if (!instance.claim())
        return 0;

    const app::FirstFrame firstFrame(application);
    app::Wiring wiring(application, folder);
    QObject::connect(&instance, &ui::shell::SingleInstance::raiseRequested, &wiring,
                     &app::Wiring::raise);
    wiring.start(address);
    return QApplication::exec();
}
