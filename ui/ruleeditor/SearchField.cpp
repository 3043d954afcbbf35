// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/SearchField.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>

namespace sallyport::ui {

SearchField::SearchField(const QString& placeholder, const QString& accessibleName, QWidget* parent)
    : QLineEdit(parent), icon_(addAction(QIcon(), LeadingPosition)) {
    setPlaceholderText(placeholder);
    setAccessibleName(accessibleName);
    setClearButtonEnabled(true);
    restyle();
}

QWidget* SearchField::boxed() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(8, 8, 8, 8);
    row->addWidget(this);
    return box;
}

void SearchField::restyle() {
    const diagram::Theme& theme = themeOf(*this);
    icon_->setIcon(diagram::actionIcon(QStringLiteral("act-search"), theme.ink2, theme.disabled));
}

void SearchField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

} // namespace sallyport::ui
