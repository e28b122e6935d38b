// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether a server here runs in this window or as a service of its own, and moving it from one to
// the other, as its page sees it. Implemented by the shell; window thread.
#pragma once

#include "core/base/result.h"
#include "core/hosting/servicemanager.h"

#include <QtCore/QFuture>
#include <QtCore/QObject>

namespace authdesk::ui::pages::server {

class BackgroundControl : public QObject
{
    Q_OBJECT

public:
    enum class Step { MovingKey, Stopping, Registering, Starting, Finishing, Undoing };
    Q_ENUM(Step)

    /// A move that went well may leave something to tell.
    enum class Remark {
        None,
        KeyStillInKeychain, ///< beside the file: the keychain did not let it go
        KeyStillInFile,     ///< beside the keychain
    };

    using QObject::QObject;

    [[nodiscard]] virtual bool isService() const = 0;
    [[nodiscard]] virtual bool staysWhenSignedOut() const = 0;
    /// The master key lies in the keychain, and not in the data folder.
    [[nodiscard]] virtual bool isKeyInKeychain() const = 0;
    [[nodiscard]] virtual QFuture<hosting::ServiceSupport> support() = 0;
    /// Whether the keychain would take the key now.
    [[nodiscard]] virtual QFuture<bool> isKeychainUsable() = 0;

    /// As a service from now on. After an error isAsBefore() tells whether everything is as it was.
    [[nodiscard]] virtual QFuture<base::Result<Remark>> keepRunning(bool staysWhenSignedOut) = 0;
    /// In this window again. After an error as keepRunning().
    [[nodiscard]] virtual QFuture<base::Result<Remark>> runHere(bool keyToKeychain) = 0;
    /// False: something of the last move could not be put back, as the error's detail says.
    [[nodiscard]] virtual bool isAsBefore() const = 0;
    /// Takes a move back that is under way; it ends with Cancelled.
    virtual void cancel() = 0;

Q_SIGNALS:
    void stepBegan(authdesk::ui::pages::server::BackgroundControl::Step step);
    void changed();
};

} // namespace authdesk::ui::pages::server
