// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Edits.h"
#include "workspace/Workspace.h"

/// A small model: a BFF and a backend in a zone, a call between them, an identity, a secret and a data asset.
struct Shop {
    sallyport::ui::Workspace workspace;
    QString bff, api, zone, call, identity, secret, data;

    Shop() {
        using namespace sallyport;
        workspace.edit("Begin", [this](document::Editor& editor) {
            const auto& diagram = workspace.diagram();
            const auto apps = document::addZone(editor, diagram, model::ZoneKind::Application, {}, QRectF(0, 0, 400, 400));
            const auto front =
                document::addComponent(editor, diagram, model::ComponentKind::Bff, apps, QRectF(40, 40, 176, 64));
            const auto back =
                document::addComponent(editor, diagram, model::ComponentKind::Backend, apps, QRectF(40, 200, 176, 64));
            call = document::addFlow(editor, front, back).value;
            model::Identity client;
            client.id = document::Editor::newId<model::Identity>();
            client.name = "web-client";
            editor.put(client);
            model::Secret key;
            key.id = document::Editor::newId<model::Secret>();
            key.name = "web-secret";
            key.identity = client.id;
            editor.put(key);
            model::DataAsset orders;
            orders.id = document::Editor::newId<model::DataAsset>();
            orders.name = "orders";
            editor.put(orders);
            bff = front.value;
            api = back.value;
            zone = apps.value;
            identity = client.id.value;
            secret = key.id.value;
            data = orders.id.value;
        });
    }
    const sallyport::model::Model& model() const { return workspace.model(); }
    const sallyport::model::Component& component(const QString& id) const { return *model().components.find({id}); }
    int steps() const { return workspace.document().historyPosition(); }
    void undo() const { workspace.document().undo(); }
};
