// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"
#include "diagram/Overlay.h"

#include <QRandomGenerator>

/// Models drawn with a few words. Ids are names.
class Sketch {
public:
    Sketch();

    void zone(const QString& id, const QRectF& rect, std::optional<qint64> trust = {}, const QString& parent = {});
    void card(const QString& id, const QPointF& at, const QString& zone = {},
              sallyport::model::ComponentKind kind = sallyport::model::ComponentKind::Backend);
    void identity(const QString& id, sallyport::model::IdentityKind kind = sallyport::model::IdentityKind::Workload);
    void data(const QString& id);
    sallyport::model::Flow& flow(const QString& id, const QString& from, const QString& to, const QString& as = {},
                                 const QString& data = {});
    void place(const QString& id, const QRectF& rect, bool collapsed = false);
    void bends(const QString& flow, const QString& bends);

    sallyport::diagram::Drawing drawing() const { return {model, view}; }

    sallyport::model::Model model;
    sallyport::model::DiagramId view{QStringLiteral("view")};
};

/// Browser, gateway, two backends, an issuer and two stores in five zones.
Sketch sharedGateway();
/// That many cards in zones on a grid with random flows.
Sketch scattered(int cards, int flows, quint32 seed);
/// The blast from the gateway, with a path to one backend.
sallyport::diagram::Overlay gatewayBlast();
