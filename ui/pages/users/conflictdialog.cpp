// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/users/conflictdialog.h"

#include "ui/pages/users/usercolumns.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitheight.h"
#include "ui/widgets/languagefollower.h"
#include "ui/widgets/relativetime.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QRadioButton>

namespace authdesk::ui::pages::users {

using namespace Qt::StringLiterals;

namespace {

struct FieldWords
{
    QString label;
    QString id; ///< part of an object name
};

FieldWords fieldWords(DraftField field)
{
    switch (field) {
    case DraftField::Username:
        return {ConflictDialog::tr("Username"), u"username"_s};
    case DraftField::Email:
        return {ConflictDialog::tr("E-mail"), u"email"_s};
    case DraftField::FirstName:
        return {ConflictDialog::tr("First name"), u"firstName"_s};
    case DraftField::LastName:
        return {ConflictDialog::tr("Last name"), u"lastName"_s};
    case DraftField::Role:
        return {ConflictDialog::tr("Role"), u"role"_s};
    case DraftField::Status:
        return {ConflictDialog::tr("Status"), u"status"_s};
    case DraftField::ValidUntil:
        return {ConflictDialog::tr("Valid until"), u"validUntil"_s};
    }
    Q_UNREACHABLE();
}

QLabel *plainLabel(theme::FontRole role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    theme::setFontRole(label, role);
    return label;
}

} // namespace

ConflictDialog::ConflictDialog(const DraftConflict &conflict, const QList<model::Role> &roles,
                               QWidget *parent)
    : QDialog(parent)
    , m_conflict(conflict)
    , m_roles(roles)
{
    setObjectName(u"conflictDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    QLabel *title = plainLabel(theme::FontRole::PageTitle, this);
    title->setWordWrap(true);
    QLabel *what = plainLabel(theme::FontRole::Body, this);
    what->setWordWrap(true);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space24);
    grid->setVerticalSpacing(theme::space12);
    QLabel *field = plainLabel(theme::FontRole::Caption, this);
    QLabel *mine = plainLabel(theme::FontRole::Caption, this);
    QLabel *theirs = plainLabel(theme::FontRole::Caption, this);
    grid->addWidget(field, 0, 0);
    grid->addWidget(mine, 0, 1);
    grid->addWidget(theirs, 0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    int line = 1;
    for (const DraftDifference &difference : conflict.differences())
        addRow(grid, line++, difference);

    QPushButton *back = widgets::plainButton({}, this);
    back->setObjectName(u"keepEditing"_s);
    QPushButton *save = widgets::primaryButton({}, this);
    save->setObjectName(u"saveChosen"_s);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(theme::buttonGap);
    buttons->addStretch(1);
    buttons->addWidget(back);
    buttons->addWidget(save);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme::pageMargin, theme::pageMargin, theme::pageMargin,
                            theme::pageMargin);
    all->setSpacing(theme::space16);
    all->addWidget(title);
    all->addWidget(what);
    all->addLayout(grid);
    all->addStretch(1);
    all->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    widgets::followLanguage(this, [this, title, what, field, mine, theirs, back, save] {
        const QString name = m_conflict.theirs.displayName();
        setWindowTitle(tr("Both of you changed %1").arg(name));
        title->setText(tr("Somebody else changed %1 meanwhile").arg(name));
        what->setText(tr("Nothing is overwritten yet. Choose for each field what it shall be; "
                         "fields that are the same on both sides are not listed."));
        field->setText(tr("Field"));
        mine->setText(tr("Mine"));
        theirs->setText(tr("Theirs"));
        back->setText(tr("Keep editing"));
        save->setText(tr("Save this"));
        for (const Row &row : std::as_const(m_rows))
            nameRow(row);
    });
    widgets::fitHeight(this, 560);
}

UserDraft ConflictDialog::chosen() const
{
    UserDraft draft = draftOf(m_conflict.theirs);
    for (const Row &row : m_rows) {
        if (row.mine->isChecked())
            takeField(row.field, m_conflict.mine, draft);
    }
    return draft;
}

void ConflictDialog::addRow(QGridLayout *grid, int line, const DraftDifference &difference)
{
    const QString id = fieldWords(difference.field).id;
    const Row row{.field = difference.field,
                  .label = plainLabel(theme::FontRole::Body, this),
                  .mine = new QRadioButton(this),
                  .theirs = new QRadioButton(this)};
    row.mine->setObjectName(id + u"Mine"_s);
    row.theirs->setObjectName(id + u"Theirs"_s);
    auto *group = new QButtonGroup(this);
    group->addButton(row.mine);
    group->addButton(row.theirs);
    // Where only they changed it, theirs is what nobody would lose work by.
    (difference.mineChanged ? row.mine : row.theirs)->setChecked(true);
    grid->addWidget(row.label, line, 0);
    grid->addWidget(row.mine, line, 1);
    grid->addWidget(row.theirs, line, 2);
    m_rows.append(row);
}

void ConflictDialog::nameRow(const Row &row) const
{
    const QString label = fieldWords(row.field).label;
    row.label->setText(label);
    row.mine->setText(valueText(row.field, m_conflict.mine));
    row.theirs->setText(valueText(row.field, draftOf(m_conflict.theirs)));
    //: %1 is a field, %2 its value
    row.mine->setAccessibleName(tr("%1, mine: %2").arg(label, row.mine->text()));
    //: %1 is a field, %2 its value
    row.theirs->setAccessibleName(tr("%1, theirs: %2").arg(label, row.theirs->text()));
}

QString ConflictDialog::valueText(DraftField field, const UserDraft &draft) const
{
    QString value;
    switch (field) {
    case DraftField::Username:
        value = draft.username;
        break;
    case DraftField::Email:
        value = draft.email;
        break;
    case DraftField::FirstName:
        value = draft.firstName;
        break;
    case DraftField::LastName:
        value = draft.lastName;
        break;
    case DraftField::Role:
        value = draft.roleSlug;
        for (const model::Role &role : m_roles) {
            if (role.slug == draft.roleSlug)
                value = role.name;
        }
        break;
    case DraftField::Status:
        value =
            statusWord(draft.disabled ? model::UserStatus::Disabled : model::UserStatus::Active);
        break;
    case DraftField::ValidUntil:
        value = draft.validUntil ? widgets::exactTime(*draft.validUntil) : tr("No end");
        break;
    }
    // An ampersand in a name is no mnemonic.
    return value.isEmpty() ? tr("(empty)") : value.replace(u'&', u"&&"_s);
}

} // namespace authdesk::ui::pages::users
