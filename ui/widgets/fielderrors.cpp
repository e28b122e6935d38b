// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/fielderrors.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/formfield.h"

#include <QtCore/QCoreApplication>

namespace authdesk::ui::widgets {

using namespace Qt::StringLiterals;

namespace {

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(FieldErrors)
};

} // namespace

QString fieldErrorText(const base::FieldError &error)
{
    if (error.code == "required"_L1)
        return FieldWords::tr("This is needed.");
    if (error.code == "taken"_L1)
        return FieldWords::tr("Somebody already has this. Choose another one.");
    if (error.code == "common"_L1)
        return FieldWords::tr(
            "This password is among those that are tried first. Choose another one.");
    if (error.code == "context"_L1)
        return FieldWords::tr(
            "This password is made of your name, your e-mail or the server's name.");
    if (error.code == "not_printable"_L1)
        return FieldWords::tr("This holds characters that cannot be shown.");
    if (!error.message.isEmpty())
        return error.message;
    if (error.code == "too_short"_L1)
        return FieldWords::tr("This is too short.");
    if (error.code == "too_long"_L1)
        return FieldWords::tr("This is too long.");
    return FieldWords::tr("This is not accepted.");
}

QString showFieldErrors(const base::Error &error, const QHash<QString, FormField *> &fields)
{
    for (FormField *field : fields)
        field->setError({});
    if (error.fields.isEmpty())
        return errorText(error);
    QStringList rest;
    bool focused = false;
    for (const base::FieldError &wrong : error.fields) {
        FormField *field = fields.value(wrong.field);
        if (!field) {
            rest += u"%1: %2"_s.arg(wrong.field, fieldErrorText(wrong));
            continue;
        }
        field->setError(fieldErrorText(wrong));
        if (!focused)
            field->field()->setFocus(Qt::OtherFocusReason);
        focused = true;
    }
    return rest.join(u'\n');
}

} // namespace authdesk::ui::widgets
