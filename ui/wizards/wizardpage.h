// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One screen of the first run: title, a message when something is wrong, the body, and buttons at
// the lower right. Pages keep what was typed while the person goes back and forth.
#pragma once

#include <QtWidgets/QWidget>

#include <initializer_list>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace authdesk::ui::widgets {
class BusyOverlay;
class MessageBar;
} // namespace authdesk::ui::widgets

namespace authdesk::ui::wizards {

class WizardPage : public QWidget
{
    Q_OBJECT

public:
    explicit WizardPage(QWidget *parent = nullptr);

    [[nodiscard]] QString title() const;
    /// Comes to the front: fill in what is known by now, put the focus where typing begins.
    virtual void entered() {}

Q_SIGNALS:
    void backRequested();
    /// The person does not want to wait any longer.
    void waitCancelled();
    /// The title of the window follows.
    void titleChanged();

protected:
    /// Sets every text of the page, at first and when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;
    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] widgets::MessageBar *message() const { return m_message; }
    /// "Step 2 of 3" beside the title.
    void setStep(int step);
    /// A wrapped line of body text, at most 72 characters wide.
    [[nodiscard]] QLabel *addText();
    /// Buttons from left to right; links and Back first.
    void addButton(QPushButton *button, const char *objectName);
    [[nodiscard]] QPushButton *addBackButton();
    /// The order in which Tab visits them.
    static void orderTabs(std::initializer_list<QWidget *> widgets);
    /// While something is under way nothing can be pressed; what was typed stays.
    /// `awaited` completes "Waiting for … to answer." where waiting can be given up.
    void setBusy(bool busy, const QString &awaited = {});
    [[nodiscard]] bool isBusy() const { return m_busy; }

private:
    void retranslateFrame();

    QLabel *m_title;
    QLabel *m_step;
    int m_stepNumber = 0; ///< 0: none is told
    QPushButton *m_back = nullptr;
    widgets::MessageBar *m_message;
    QWidget *m_content;
    QVBoxLayout *m_body;
    QWidget *m_footer;
    QHBoxLayout *m_buttons;
    widgets::BusyOverlay *m_overlay = nullptr; ///< made when first needed
    bool m_busy = false;
};

} // namespace authdesk::ui::wizards
