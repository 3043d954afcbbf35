// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Time on the canvas, from the input to the painted picture: offscreen, 1920 x 1080, medians.
#include "Generated.h"

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "diagram/Geometry.h"
#include "document/Edits.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>

#include <cstdio>

using namespace sallyport;

namespace {

constexpr int runs = 21;

struct Bench {
    ui::Workspace workspace;
    std::unique_ptr<ui::Canvas> canvas;
    QString id, zone;
    int components;

    explicit Bench(int count) : components(count) {
        workspace.setDocument(std::move(*document::Document::fromModel(bench::generatedModel(count, 2, false), "bench")));
        QElapsedTimer clock;
        clock.start();
        canvas = std::make_unique<ui::Canvas>(workspace);
        canvas->resize(1920, 1080);
        canvas->show();
        paint();
        say("drawing and items made, first picture", static_cast<double>(clock.nsecsElapsed()) / 1e6, 1000);
        id = QString("c%1").arg(count / 2, 6, 10, QChar('0'));
        zone = QString("z%1").arg(count / 50, 6, 10, QChar('0'));
    }

    void say(const char* what, double ms, double target) const {
        bench::report(qPrintable(QString("%1 components: %2").arg(components).arg(QString::fromLatin1(what))), ms, target);
    }
    void paint() {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
    void look(double zoom) {
        ui::Camera& camera = canvas->camera();
        camera.centreOn(diagram::rectOf(canvas->drawing(), id).center());
        camera.zoomBy(zoom / camera.zoom(), canvas->viewport()->rect().center());
        paint();
    }
    void mouse(QEvent::Type type, const QPoint& at, Qt::MouseButton button, Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, canvas->viewport()->mapToGlobal(at), button, buttons, {});
        QCoreApplication::sendEvent(canvas->viewport(), &event);
    }

    void measureEdit(double zoom, const char* what, double target) {
        look(zoom);
        int step = 0;
        say(what,
            bench::medianMs(runs,
                            [&] {
                                workspace.edit("Move", [&](document::Editor& editor) {
                                    const QRectF rect = diagram::rectOf(canvas->drawing(), id);
                                    document::place(editor, workspace.diagram(), id, rect.translated(++step % 2 ? 8 : -8, 0));
                                });
                                paint();
                            }),
            target);
    }

    void measureDrag(const QString& element, const QPointF& grip, const char* what, double target) {
        look(1);
        const QPoint from = canvas->mapFromScene(diagram::rectOf(canvas->drawing(), element).topLeft() + grip);
        mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
        mouse(QEvent::MouseMove, from + QPoint(6, 6), Qt::NoButton, Qt::LeftButton);
        paint();
        int step = 6;
        canvas->elements().takePainted();
        say(what,
            bench::medianMs(runs,
                            [&] {
                                mouse(QEvent::MouseMove, from + QPoint(step += 3, 8), Qt::NoButton, Qt::LeftButton);
                                paint();
                            }),
            target);
        std::printf("    %d items painted a move\n", canvas->elements().takePainted() / runs);
        mouse(QEvent::MouseButtonRelease, from, Qt::LeftButton, Qt::NoButton);
        paint();
        workspace.document().undo();
        paint();
    }

    void measureViews() {
        for (const auto& [zoom, name] : {std::pair(1.0, "100 %"), std::pair(0.5, "50 %"), std::pair(0.3, "30 %")}) {
            look(zoom);
            say(qPrintable(QString("whole picture at %1").arg(name)),
                bench::medianMs(runs, [&] { canvas->viewport()->repaint(); }), 16);
            int step = 0;
            say(qPrintable(QString("pan by 8 at %1").arg(name)),
                bench::medianMs(runs,
                                [&] {
                                    canvas->camera().panBy({++step % 2 ? 8 : -8, 0});
                                    paint();
                                }),
                16);
        }
        canvas->camera().fit(false);
        paint();
        say("whole picture fitted", bench::medianMs(runs, [&] { canvas->viewport()->repaint(); }), 16);
        look(1);
        int step = 0;
        say("zoom step at 100 %",
            bench::medianMs(runs,
                            [&] {
                                canvas->camera().zoomBy(++step % 2 ? 1.1 : 1 / 1.1, {960, 540});
                                paint();
                            }),
            16);
    }

    void measureRest() {
        look(1);
        int step = 0;
        say("select another",
            bench::medianMs(runs,
                            [&] {
                                workspace.select({++step % 2 ? id : zone});
                                paint();
                            }),
            16);
        workspace.select({});
        const QPoint at = canvas->mapFromScene(diagram::rectOf(canvas->drawing(), id).center());
        say("hover",
            bench::medianMs(runs,
                            [&] {
                                mouse(QEvent::MouseMove, at + QPoint(++step % 2 ? 0 : 200, 0), Qt::NoButton, Qt::NoButton);
                                paint();
                            }),
            16);
        diagram::Overlay overlay;
        overlay.lens = diagram::Lens::Blast;
        workspace.setLens(diagram::Lens::Blast);
        say("another blast in view",
            bench::medianMs(runs,
                            [&] {
                                ++step;
                                int i = 0;
                                for (const auto& [card, shape] : canvas->drawing().cards())
                                    overlay.components[card.value].level = static_cast<diagram::Level>((i++ + step) % 5);
                                canvas->setOverlay(overlay);
                                paint();
                            }),
            16);
    }
};

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // a long run tells what it has so far
    QApplication application(argc, argv);
    for (const int components : {1000, 5000, 10000}) {
        Bench bench(components);
        bench.measureEdit(1, "move one: edit to picture at 100 %", 16);
        bench.measureEdit(0.5, "move one: edit to picture at 50 %", 16);
        bench.measureEdit(0.2, "move one: edit to picture at 20 %", 16);
        bench.measureDrag(bench.id, {88, 32}, "drag a card, one move", 8);
        bench.measureDrag(bench.zone, {300, 10}, "drag a zone of 25, one move", 16);
        bench.measureViews();
        bench.measureRest();
    }
    return 0;
}
