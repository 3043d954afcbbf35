// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Generated.h"

#include "document/Document.h"
#include "document/Edits.h"
#include "document/Json.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace sallyport;

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath("large.sallyport");
    auto document = document::Document::fromModel(bench::generatedModel(10000, 2, false), "generated");
    if (!document) return std::fprintf(stderr, "%s\n", qPrintable(document.error().text())), 1;
    bench::report("save 10,000 components, 20,000 flows", bench::medianMs(9, [&] { (void)(*document)->save(path); }), 300);
    bench::report("open 10,000 components, 20,000 flows", bench::medianMs(9, [&] { (void)document::Document::open(path); }),
                  300);
    bench::report("canonical JSON out", bench::medianMs(5, [&] { (void)document::writeJson((*document)->model()); }), 1000);
    const auto diagram = (*document)->model().diagrams.begin()->id;
    double x = 0;
    bench::report("edit: move one of 10,000 components",
                  bench::medianMs(99,
                                  [&] {
                                      (void)(*document)->edit("Move", [&](document::Editor& editor) {
                                          document::place(editor, diagram, "c000500", {x += 8, 0, 176, 64});
                                      });
                                  }),
                  1);
    bench::report("undo of it", bench::medianMs(99, [&] { (*document)->undo(); }), 1);
    QStringList hundred;
    for (int i = 1000; i < 1100; ++i) hundred << QString("c%1").arg(i, 6, 10, QChar('0'));
    const auto erase = [&] {
        (void)(*document)->edit("Delete", [&](document::Editor& editor) { document::eraseElements(editor, hundred); });
    };
    bench::report("undo deleting 100 of 10,000 components with their flows",
                  bench::medianMs(
                      9, [&] { (*document)->undo(); }, erase),
                  30);
    return 0;
}
