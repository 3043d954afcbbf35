// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Baseline.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sallyport::rules {

namespace {

QString remedy() { return QStringLiteral("Give the output of sallyport check --format json or --format sarif."); }

/// Reads one file; the first refusal is kept.
class Reader {
public:
    explicit Reader(QString file) : file_(std::move(file)) {}

    Expected<QMultiHash<QString, EarlierFinding>> read(const QJsonObject& top) {
        if (top.contains(u"findings"))
            readFindings(top);
        else if (top.contains(u"runs"))
            readRuns(top);
        else
            refuse(QStringLiteral("the file"), QStringLiteral("It holds neither \"findings\" nor \"runs\"."));
        if (error_) return tl::unexpected<Error>(*error_);
        return std::move(findings_);
    }

private:
    void refuse(const QString& place, const QString& what) {
        if (!error_) error_ = Error{what, file_ + QStringLiteral(": ") + place, remedy()};
    }

    /// The member's text; refused if it is none.
    QString text(const QJsonObject& object, const QString& place, const QString& member) {
        const QJsonValue value = object.value(member);
        if (!value.isString()) refuse(place + u'.' + member, QStringLiteral("This must be text."));
        return value.toString();
    }
    QJsonArray list(const QJsonObject& object, const QString& place, const QString& member) {
        const QJsonValue value = object.value(member);
        if (!value.isArray()) refuse(place.isEmpty() ? member : place + u'.' + member, QStringLiteral("This must be a list."));
        return value.toArray();
    }
    Severity severity(const QString& word, const QString& place) {
        const auto known = severityFromWord(word);
        if (!known) refuse(place, QStringLiteral("There is no severity \"%1\".").arg(word.left(40)));
        return known.value_or(Severity::Medium);
    }

    void readFindings(const QJsonObject& top) {
        const QJsonArray all = list(top, {}, QStringLiteral("findings"));
        for (qsizetype i = 0; i < all.size() && !error_; ++i)
            readFinding(all[i].toObject(), QStringLiteral("findings[%1]").arg(i));
    }

    void readFinding(const QJsonObject& object, const QString& place) {
        Finding finding;
        finding.rule = text(object, place, QStringLiteral("rule"));
        for (const QJsonValue& element : list(object, place, QStringLiteral("elements"))) {
            if (!element.isString()) refuse(place + QStringLiteral(".elements"), QStringLiteral("An element must be text."));
            finding.elements.append(element.toString());
        }
        const QString status = text(object, place, QStringLiteral("status"));
        if (status != u"violated" && status != u"unknown")
            refuse(place + QStringLiteral(".status"), QStringLiteral("There is no status \"%1\".").arg(status.left(40)));
        EarlierFinding earlier;
        earlier.rule = finding.rule;
        earlier.text = object.value(u"text").toString();
        earlier.severity = severity(text(object, place, QStringLiteral("severity")), place + QStringLiteral(".severity"));
        const bool decided = object.value(u"decision").toObject().value(u"stands").toBool();
        earlier.open = status == u"violated" && !decided;
        findings_.insert(fingerprint(finding.id()), earlier);
    }

    void readRuns(const QJsonObject& top) {
        if (top.value(u"version").toString() != u"2.1.0")
            return refuse(QStringLiteral("version"), QStringLiteral("This is not SARIF 2.1.0."));
        const QJsonArray runs = list(top, {}, QStringLiteral("runs"));
        bool ours = false;
        for (qsizetype i = 0; i < runs.size() && !error_; ++i) {
            const QJsonObject run = runs[i].toObject();
            const QJsonObject driver = run.value(u"tool").toObject().value(u"driver").toObject();
            if (driver.value(u"name").toString() != u"Sallyport") continue;
            ours = true;
            const QString place = QStringLiteral("runs[%1]").arg(i);
            const QJsonArray results = list(run, place, QStringLiteral("results"));
            for (qsizetype j = 0; j < results.size() && !error_; ++j)
                readResult(results[j].toObject(), place + QStringLiteral(".results[%1]").arg(j));
        }
        if (!ours) refuse(QStringLiteral("runs"), QStringLiteral("None of its runs is one of Sallyport."));
    }

    void readResult(const QJsonObject& object, const QString& place) {
        if (object.value(u"baselineState").toString() == u"absent") return;
        const QString key = QStringLiteral("partialFingerprints");
        const QString print = text(object.value(key).toObject(), place + u'.' + key, QStringLiteral("sallyportFinding/v1"));
        EarlierFinding earlier;
        earlier.rule = text(object, place, QStringLiteral("ruleId"));
        earlier.text = object.value(u"message").toObject().value(u"text").toString();
        const QString properties = place + QStringLiteral(".properties");
        earlier.severity =
            severity(text(object.value(u"properties").toObject(), properties, QStringLiteral("severity")), properties);
        earlier.open = object.value(u"kind").toString() == u"fail" && object.value(u"suppressions").toArray().isEmpty();
        findings_.insert(print, earlier);
    }

    QString file_;
    std::optional<Error> error_;
    QMultiHash<QString, EarlierFinding> findings_;
};

Since sinceOf(const Finding& finding, const EarlierFinding& earlier) {
    if (!finding.isOpen()) return Since::Unchanged;
    return earlier.open && earlier.severity >= finding.severity ? Since::Unchanged : Since::Worse;
}

} // namespace

QString fingerprint(const QString& findingId) {
    return QString::fromLatin1(QCryptographicHash::hash(findingId.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString sinceWord(Since since) {
    switch (since) {
        case Since::New:
            return QStringLiteral("new");
        case Since::Worse:
            return QStringLiteral("worse");
        case Since::Unchanged:
            break;
    }
    return QStringLiteral("unchanged");
}

Expected<Baseline> Baseline::read(const QByteArray& json, const QString& where) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return refuse(QStringLiteral("This is not JSON: %1 at byte %2.").arg(error.errorString()).arg(error.offset), where,
                      remedy());
    if (!document.isObject()) return refuse(QStringLiteral("This is not one JSON object."), where, remedy());
    auto findings = Reader(where).read(document.object());
    if (!findings) return tl::make_unexpected(findings.error());
    Baseline baseline;
    baseline.findings_ = std::move(*findings);
    return baseline;
}

int Comparison::count(Since which) const { return static_cast<int>(std::count(since.begin(), since.end(), which)); }

bool Comparison::reaches(const FindingList& findings, Severity bar) const {
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (since[i] != Since::Unchanged && findings[i].isOpen() && findings[i].severity >= bar) return true;
    return false;
}

Comparison compare(const FindingList& findings, const Baseline& baseline) {
    Comparison comparison;
    QMultiHash<QString, EarlierFinding> left = baseline.findings();
    for (const Finding& finding : findings) {
        const auto earlier = left.find(fingerprint(finding.id()));
        if (earlier == left.end()) {
            comparison.since.push_back(Since::New);
            continue;
        }
        comparison.since.push_back(sinceOf(finding, *earlier));
        left.erase(earlier);
    }
    comparison.gone.assign(left.begin(), left.end());
    std::sort(comparison.gone.begin(), comparison.gone.end(), [](const EarlierFinding& a, const EarlierFinding& b) {
        return a.rule != b.rule ? a.rule < b.rule : a.text < b.text;
    });
    return comparison;
}

} // namespace sallyport::rules
