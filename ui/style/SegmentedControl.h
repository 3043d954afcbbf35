// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QWidget>

#include <vector>

namespace sallyport::ui {

/// Two to four answers side by side, one of them chosen or none (several elements that differ). Each is a radio button:
/// Tab reaches the chosen one, the arrows choose.
class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    struct Segment {
        QString text;
        bool isUnknown = false; ///< drawn dotted, in italics
        QString icon;           ///< name of a drawing; may be empty
    };

    SegmentedControl(const QString& accessibleName, const std::vector<Segment>& segments, QWidget* parent = nullptr);

    void setCurrent(int index); ///< -1: none
    int current() const;
    void setText(int index, const QString& text);
    void setSegmentEnabled(int index, bool enabled);
    int count() const;

    /// Whether the segments' texts can stand side by side in a width.
    static bool fits(const std::vector<Segment>& segments, int width);

Q_SIGNALS:
    /// A person has chosen.
    void chosen(int index);

private:
    void placeTabStop();
    QButtonGroup group_;
};

} // namespace sallyport::ui
