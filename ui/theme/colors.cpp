// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colors.h"

#include <algorithm>
#include <cmath>

namespace authdesk::ui::theme {

QPalette Colors::toPalette() const
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(role, color);
    };
    set(QPalette::Window, window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, base);
    set(QPalette::AlternateBase, alternateBase);
    set(QPalette::Text, text);
    set(QPalette::Button, base);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, dangerText);
    set(QPalette::PlaceholderText, secondaryText);
    set(QPalette::Dark, fieldBorder);
    set(QPalette::Mid, hairline);
    set(QPalette::Midlight, alternateBase);
    set(QPalette::Light, base);
    set(QPalette::Shadow, fieldBorder);
    set(QPalette::Highlight, highlight);
    set(QPalette::HighlightedText, highlightedText);
    set(QPalette::Link, link);
    set(QPalette::LinkVisited, link);
    set(QPalette::ToolTipBase, base);
    set(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, fieldBorder);
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Button, window);
    palette.setColor(QPalette::Disabled, QPalette::Dark, hairline);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, neutralFill);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, fieldBorder);
    return palette;
}

const Colors &lightColors()
{
    static const Colors colors{
        .window = QColor(0xF4F5F7),
        .base = QColor(0xFFFFFF),
        .alternateBase = QColor(0xEEF0F3),
        .text = QColor(0x1A1D21),
        .secondaryText = QColor(0x5B6470),
        .fieldBorder = QColor(0x7F8893),
        .hairline = QColor(0xD5D9DF),
        .highlight = QColor(0x1D5FBF),
        .highlightedText = QColor(0xFFFFFF),
        .link = QColor(0x1750A5),
        .selectedRow = QColor(0xDCE8FA),
        .dangerText = QColor(0xB3261E),
        .dangerFill = QColor(0xFBE9E7),
        .dangerButton = QColor(0xB3261E),
        .dangerButtonText = QColor(0xFFFFFF),
        .warningText = QColor(0x855300),
        .warningFill = QColor(0xFFF3D6),
        .goodText = QColor(0x1B6E3C),
        .goodFill = QColor(0xE3F4E8),
        .neutralFill = QColor(0xE6E9ED),
        .productionBand = QColor(0x8C1D18),
        .productionText = QColor(0xFFFFFF),
    };
    return colors;
}

const Colors &darkColors()
{
    static const Colors colors{
        .window = QColor(0x1D1F23),
        .base = QColor(0x16181B),
        .alternateBase = QColor(0x25282D),
        .text = QColor(0xE7E9EC),
        .secondaryText = QColor(0xA3ABB5),
        .fieldBorder = QColor(0x78818D),
        .hairline = QColor(0x343941),
        .highlight = QColor(0x3574D6),
        .highlightedText = QColor(0xFFFFFF),
        .link = QColor(0x8AB4FF),
        .selectedRow = QColor(0x22304A),
        .dangerText = QColor(0xFF9A91),
        .dangerFill = QColor(0x4A1F1C),
        .dangerButton = QColor(0xC4372E),
        .dangerButtonText = QColor(0xFFFFFF),
        .warningText = QColor(0xF0C05A),
        .warningFill = QColor(0x43340F),
        .goodText = QColor(0x7BD69B),
        .goodFill = QColor(0x173A25),
        .neutralFill = QColor(0x30353C),
        .productionBand = QColor(0x8C1D18),
        .productionText = QColor(0xFFFFFF),
    };
    return colors;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

const Colors &colorsOf(const QPalette &palette)
{
    return isDark(palette) ? darkColors() : lightColors();
}

// WCAG 2.1, "relative luminance".
static double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
           + 0.0722 * linear(double(color.blueF()));
}

double contrastRatio(const QColor &left, const QColor &right)
{
    const auto [dark, bright] = std::minmax({luminance(left), luminance(right)});
    return (bright + 0.05) / (dark + 0.05);
}

bool isUsableAccent(const QColor &accent, const Colors &colors)
{
    return accent.isValid() && contrastRatio(accent, colors.highlightedText) >= 4.5
           && contrastRatio(accent, colors.base) >= 3.0;
}

} // namespace authdesk::ui::theme
