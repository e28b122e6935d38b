// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Until when something holds: no end, or the end of a day in the time zone of this computer. An end
// in the middle of a day, set by somebody else, stays to the second as long as its day is not
// changed.
#pragma once

#include <QtCore/QDateTime>
#include <QtWidgets/QWidget>

#include <optional>

class QComboBox;
class QDateEdit;

namespace authdesk::ui::widgets {

class EndDateField final : public QWidget
{
    Q_OBJECT

public:
    explicit EndDateField(QWidget *parent = nullptr);

    /// UTC; none: no end. `proposed` is the day that stands there when an end is chosen.
    void setEnd(const std::optional<QDateTime> &end, const QDate &proposed);
    [[nodiscard]] std::optional<QDateTime> end() const;

Q_SIGNALS:
    /// By a person or by setEnd().
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateWidgets();

    QComboBox *m_choice;
    QDateEdit *m_day;
    std::optional<QDateTime> m_given;
};

} // namespace authdesk::ui::widgets
