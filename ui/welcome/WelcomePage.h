// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"
#include "model/Error.h"

#include <QDateTime>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sallyport::ui {

struct RecentFile {
    QString path;
    QString title;       ///< the model's, or the file's name
    int components = -1; ///< -1: not known
    QDateTime opened;
    bool sealed = false; ///< encrypted: a padlock beside the title
};

struct ExampleModel {
    struct Figure {
        QString value, label; ///< "1.00", "gateway falls"
    };
    QString path, title, line; ///< line: what it shows, in a few words
    diagram::Drawing drawing;
    std::vector<Figure> figures; ///< two fit
};

/// What the window shows while no document is open: start, open, import, drop; recent files, and examples drawn small.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);
    ~WelcomePage() override;

    void setRecent(const std::vector<RecentFile>& files);
    void setExamples(const std::vector<ExampleModel>& examples);
    /// "the same shop three ways, and a real one with its real faults"
    void setExamplesLine(const QString& line);
    /// Whether "Start from six questions" is offered.
    void setSixQuestionsOffered(bool offered);

Q_SIGNALS:
    void newRequested();
    /// Empty: ask for a file.
    void openRequested(const QString& path);
    void importRequested(const QString& path);
    void exampleRequested(const QString& path);
    void sixQuestionsRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

/// An example from its file: its title, its drawing, and as figures the worst single compromise and the concentration.
/// Computes a whole blast review: some milliseconds.
Expected<ExampleModel> exampleFrom(const QString& path, const QString& line);

} // namespace sallyport::ui
