// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/AboutDialog.h"

#include "diagram/Icons.h"
#include "rules/Catalogue.h"
#include "style/SallyportStyle.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

QString credits() {
    QString html = AboutDialog::tr(
        "<p>Sallyport is free software: you may share and change it under the GNU General Public License, version 3 or "
        "later. It comes without any warranty.</p>"
        "<p>It says what a model indicates, never that anybody is compliant. It opens no network connection; secrets are "
        "described, never stored.</p>"
        "<p><b>Frameworks.</b> Ids and titles are those of their authors; summaries are in our own words.</p>");
    for (const rules::Catalogue& catalogue : rules::Catalogues::builtIn().all()) {
        QStringList lines{
            QStringLiteral("<b>%1</b> %2").arg(catalogue.title.toHtmlEscaped(), catalogue.version.toHtmlEscaped())};
        if (!catalogue.credit.isEmpty()) lines << catalogue.credit.toHtmlEscaped();
        if (!catalogue.licence.isEmpty()) lines << AboutDialog::tr("Licence: %1").arg(catalogue.licence.toHtmlEscaped());
        if (!catalogue.source.isEmpty()) lines << catalogue.source.toHtmlEscaped();
        html += QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
    }
    html += AboutDialog::tr("<p><b>Made with</b> Qt, SQLite, qpdf, OpenSSL and zlib.</p>");
    return html;
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Sallyport"));
    resize(600, 520);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    auto* logo = new QLabel(this);
    logo->setPixmap(diagram::icon(QStringLiteral("app-sallyport"), themeOf(*this).accent, 64, devicePixelRatioF()));
    row->addWidget(logo);
    auto* names = new QVBoxLayout;
    auto* name = new QLabel(QStringLiteral("Sallyport"), this);
    name->setFont(typeFont(Type::Figure, true));
    auto* version =
        new QLabel(tr("Version %1 · trust boundaries, drawn and tested").arg(QStringLiteral(SALLYPORT_VERSION)), this);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    names->addWidget(name);
    names->addWidget(version);
    row->addLayout(names, 1);
    column->addLayout(row);
    auto* text = new QTextBrowser(this);
    text->setAccessibleName(tr("Licence and credits"));
    text->setOpenLinks(false);
    text->setFont(typeFont(Type::Table));
    text->setHtml(credits());
    column->addWidget(text, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace sallyport::ui
