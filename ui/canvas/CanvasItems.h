// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Painting.h"

#include <QGraphicsItem>

#include <vector>

namespace sallyport::ui {

class CanvasScene;

/// Paints one shape of the drawing, in scene coordinates. Holds nothing but the element's id and the area it paints
/// into: shapes belong to the drawing and are looked up when they are needed.
class ElementItem : public QGraphicsItem {
public:
    enum Kind { Zone = UserType + 1, ZoneTag, Flow, FlowLabel, Card, Note };

    ElementItem(CanvasScene& scene, const QString& id);

    const QString& id() const { return id_; }
    QRectF boundingRect() const override { return area_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    /// The shape is another one: repaints what it covered and what it covers now.
    void follow();

protected:
    virtual QRectF areaNow() const = 0;
    virtual double levelNow() const = 0;
    virtual void paintShape(QPainter& painter, const diagram::Look& look) const = 0;
    /// Has painted again what it covered and what it covers now.
    virtual void invalidate() { update(); }
    /// Whether anything of it is in what is being painted, beyond its box.
    virtual bool isExposed() { return true; }
    const diagram::Drawing& drawing() const;
    CanvasScene& elements() const { return elements_; }

private:
    CanvasScene& elements_;
    QString id_;
    QRectF area_;
};

class ZoneItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return Zone; }

protected:
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;
};

/// Lies over the flows that go through the border beneath it.
class ZoneTagItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return ZoneTag; }

protected:
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;
};

/// A flow's box is large and mostly empty: it is painted, and painted again, along its pieces.
class FlowItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return Flow; }

protected:
    void invalidate() override;
    bool isExposed() override;
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;

private:
    std::vector<QRectF> pieces_; ///< as they were painted last
    QRectF exposed_;             ///< around all of it that is being painted
};

/// Lies over all flows.
class FlowLabelItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return FlowLabel; }

protected:
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;
};

class CardItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return Card; }

protected:
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;
};

class NoteItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return Note; }

protected:
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;
};

} // namespace sallyport::ui
