// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Finding.h"

#include <QHash>

class QJsonObject;

namespace sallyport::rules {

/// How far a model of an architecture can show whether a control is met. Our classification, not the framework's.
enum class Modelability { Machine, Hybrid, Attestation, OutsideModel };
/// "machine", "hybrid", "attestation", "outside-model".
QString modelabilityWord(Modelability modelability);
std::optional<Modelability> modelabilityFromWord(QStringView word);

struct CatalogueControl {
    QString id;
    QString title;
    bool titleIsOfficial = true;
    QString summary; ///< In our own words; may be empty.
    QString parent;
    QStringList aliases;
    bool withdrawn = false;                   ///< Kept so that old references can be told apart.
    std::optional<Modelability> modelability; ///< Of those that are assessed one by one, where somebody has said.
};

/// Why a control has no status that nothing is mapped to, in a sentence.
QString reasonWithoutMapping(const CatalogueControl& control);

/// A framework as it came: ids, titles, summaries, and whom to credit under which licence.
struct Catalogue {
    QString id; ///< "owasp-nhi-2025"
    QString title;
    QString version;
    QString source;  ///< Canonical address.
    QString licence; ///< Name of the licence of the original.
    QString credit;  ///< What to print beside it.
    std::vector<CatalogueControl> controls;

    const CatalogueControl* find(QStringView controlId) const;
};

/// Of a file whose shape has been checked (Framework.h), or of our own.
Catalogue catalogueOf(const QJsonObject& file);

/// What a reference resolves to today.
struct ControlMatch {
    ControlRef control;
    QString title;
    QString relation; ///< "exact", "alias", "moved_to", "incorporated_into", "editorial", ...
    QString note;     ///< Why, where the reference is not plainly this control. May be empty.
};

/// The catalogues and crosswalks that come with the program.
class Catalogues {
public:
    static const Catalogues& builtIn();

    const std::vector<Catalogue>& all() const { return all_; }
    const Catalogue* find(QStringView framework) const;
    const CatalogueControl* find(const ControlRef& control) const;
    /// "NHI2:2025 Secret Leakage"; the id alone if unknown.
    QString name(const ControlRef& control) const;

    /// What a person may have meant: "NHI-02", "PR.AC-4", "SP 800-207 SC-4", "V10.1.1", or words of a title. Best first;
    /// an exact or crosswalked reference stands alone.
    std::vector<ControlMatch> findControl(const QString& text) const;

private:
    struct Reference {
        QString asCited;
        std::vector<ControlMatch> matches;
    };
    Catalogues();
    std::vector<ControlMatch> byReference(const QString& text) const;
    std::vector<ControlMatch> byLegacyId(const QString& text) const;
    std::vector<ControlMatch> byId(const QString& text) const;
    std::vector<ControlMatch> byWords(const QString& text) const;

    std::vector<Catalogue> all_;
    std::vector<Reference> references_;
    QHash<QString, std::vector<ControlMatch>> legacy_; ///< CSF 1.1 id, unpadded
};

} // namespace sallyport::rules
