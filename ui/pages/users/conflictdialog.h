// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Somebody else saved the same person meanwhile: both versions side by side, a choice per field. It
// edits a draft and gives it back; it never saves.
#pragma once

#include "ui/pages/users/userdraft.h"

#include <QtWidgets/QDialog>

class QGridLayout;
class QLabel;
class QRadioButton;

namespace authdesk::ui::pages::users {

class ConflictDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `roles` gives the roles their names. Deletes itself when closed.
    ConflictDialog(const DraftConflict &conflict, const QList<model::Role> &roles, QWidget *parent);

    /// Their version with the fields that were chosen from mine; valid when accepted.
    [[nodiscard]] UserDraft chosen() const;
    [[nodiscard]] const DraftConflict &conflict() const { return m_conflict; }

private:
    struct Row
    {
        DraftField field = DraftField::Username;
        QLabel *label = nullptr;
        QRadioButton *mine = nullptr;
        QRadioButton *theirs = nullptr;
    };

    void addRow(QGridLayout *grid, int line, const DraftDifference &difference);
    void nameRow(const Row &row) const;
    [[nodiscard]] QString valueText(DraftField field, const UserDraft &draft) const;

    DraftConflict m_conflict;
    QList<model::Role> m_roles;
    QList<Row> m_rows;
};

} // namespace authdesk::ui::pages::users
