// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "FakeDialogs.h"
#include "Samples.h"
#include "panels/ControlSelection.h"
#include "panels/RowList.h"
#include "workspace/Workspace.h"

#include <QAbstractButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace sallyport::tests {

using ui::RowList;

/// The list of a panel by its accessible name.
inline RowList* listNamed(QWidget& panel, const QString& name) {
    for (auto* list : panel.findChildren<RowList*>())
        if (list->accessibleName() == name) return list;
    return nullptr;
}

inline int rowOf(const RowList& list, const QString& id) {
    for (std::size_t i = 0; i < list.rows().size(); ++i)
        if (list.rows()[i].id == id) return static_cast<int>(i);
    return -1;
}

inline void clickRow(RowList& list, const QString& id) {
    const int row = rowOf(list, id);
    QVERIFY2(row >= 0, qPrintable(id));
    const QModelIndex index = list.model()->index(row, 0);
    list.scrollTo(index);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
}

inline QAbstractButton* buttonNamed(QWidget& panel, const QString& text) {
    for (auto* button : panel.findChildren<QAbstractButton*>())
        if (button->isVisible() &&
            (button->text() == text || button->accessibleName() == text || button->accessibleName().startsWith(text + u' ')))
            return button;
    return nullptr;
}

inline void show(QWidget& panel, const QSize& size) {
    panel.resize(size);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
}

/// A workspace with a model, its settings, and the answers of its dialogs; made anew for each test.
class OpenedModel {
protected:
    void begin(const model::Model& model) {
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<QSettings>(folder_->filePath("settings.ini"), QSettings::IniFormat);
        workspace_ = std::make_unique<ui::Workspace>();
        workspace_->setSettings(settings_.get());
        selection_ = std::make_unique<ui::ControlSelection>();
        open(model);
    }
    void end() {
        selection_.reset();
        workspace_.reset();
        settings_.reset();
    }
    void open(const model::Model& model) {
        auto document = document::Document::fromModel(model, "sample");
        QVERIFY2(document.has_value(), document ? "" : qPrintable(document.error().text()));
        workspace_->setDocument(std::move(*document));
        waitForReview();
    }
    void waitForReview() { QTRY_VERIFY_WITH_TIMEOUT(workspace_->review() && workspace_->isReviewCurrent(), 20000); }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QSettings> settings_;
    std::unique_ptr<ui::Workspace> workspace_;
    std::unique_ptr<ui::ControlSelection> selection_;
    FakeDialogs dialogs_;
};

} // namespace sallyport::tests
