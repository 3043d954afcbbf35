// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Painting.h"

#include <QGraphicsItem>

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

class FlowItem : public ElementItem {
public:
    using ElementItem::ElementItem;
    int type() const override { return Flow; }

protected:
    QRectF areaNow() const override;
    double levelNow() const override;
    void paintShape(QPainter& painter, const diagram::Look& look) const override;
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
