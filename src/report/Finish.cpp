// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Finish.h"

#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#endif
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <QCoreApplication>

namespace sallyport::report {

namespace {

using Object = QPDFObjectHandle;

Object textOf(const QString& text) { return Object::newUnicodeString(text.toStdString()); }

class Finisher {
public:
    Finisher(const QByteArray& pdf, const Book& book) : book_(book) {
        file_.processMemoryFile("report", pdf.constData(), static_cast<std::size_t>(pdf.size()));
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(file_).getAllPages()) pages_.push_back(page.getObjectHandle());
    }

    QByteArray run(const FileFacts& facts) {
        addLinks();
        addOutline();
        describe(facts);
        QPDFWriter writer(file_);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_disable); // a signature is appended to the plain cross-reference table
        writer.setNewlineBeforeEndstream(true);     // PDF/A-1 asks for it
        writer.write();
        const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize())};
    }

private:
    /// The place an entry leads to: its page, a little above it.
    Object destination(const Entry& entry) {
        const auto page = static_cast<std::size_t>(entry.page);
        const double top = book_.pages()[page].size().height() - entry.y + 8;
        Object place = Object::newArray();
        place.appendItem(pages_.at(page));
        place.appendItem(Object::newName("/XYZ"));
        place.appendItem(Object::newInteger(0));
        place.appendItem(Object::newReal(top, 2));
        place.appendItem(Object::newNull());
        return place;
    }

    void addLinks() {
        for (const Link& link : book_.links()) {
            Object& page = pages_.at(static_cast<std::size_t>(link.page));
            const double height = book_.pages()[static_cast<std::size_t>(link.page)].size().height();
            Object annotation = Object::newDictionary();
            annotation.replaceKey("/Type", Object::newName("/Annot"));
            annotation.replaceKey("/Subtype", Object::newName("/Link"));
            annotation.replaceKey("/Rect", Object::newFromRectangle({link.rect.left(), height - link.rect.bottom(),
                                                                     link.rect.right(), height - link.rect.top()}));
            annotation.replaceKey("/Border", Object::parse("[0 0 0]"));
            annotation.replaceKey("/F", Object::newInteger(4)); // printed: PDF/A asks for it
            annotation.replaceKey("/Dest", destination(book_.entries()[static_cast<std::size_t>(link.entry)]));
            if (!page.getKey("/Annots").isArray()) page.replaceKey("/Annots", Object::newArray());
            page.getKey("/Annots").appendItem(file_.makeIndirectObject(annotation));
        }
    }

    void addOutline() {
        if (book_.entries().empty()) return;
        Object root = file_.makeIndirectObject(Object::newDictionary());
        root.replaceKey("/Type", Object::newName("/Outlines"));
        Object section, lastSection, lastUnder;
        int sections = 0, under = 0;
        for (const Entry& entry : book_.entries()) {
            Object item = file_.makeIndirectObject(Object::newDictionary());
            item.replaceKey("/Title", textOf(entry.title));
            item.replaceKey("/Dest", destination(entry));
            const bool isUnder = entry.level > 0 && section.isInitialized();
            Object parent = isUnder ? section : root;
            Object& last = isUnder ? lastUnder : lastSection;
            item.replaceKey("/Parent", parent);
            if (last.isInitialized()) {
                item.replaceKey("/Prev", last);
                last.replaceKey("/Next", item);
            } else {
                parent.replaceKey("/First", item);
            }
            parent.replaceKey("/Last", item);
            last = item;
            if (isUnder) {
                section.replaceKey("/Count", Object::newInteger(-++under)); // closed
            } else {
                ++sections;
                section = item;
                lastUnder = Object();
                under = 0;
            }
        }
        root.replaceKey("/Count", Object::newInteger(sections));
        file_.getRoot().replaceKey("/Outlines", root);
        file_.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
    }

    void describe(const FileFacts& facts) {
        Object root = file_.getRoot();
        root.replaceKey("/Lang", Object::newString("en"));
        Object preferences = Object::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);

        const QDateTime written = facts.written.toUTC();
        const QString producer = QStringLiteral("Sallyport " SALLYPORT_VERSION);
        Object info = Object::newDictionary();
        info.replaceKey("/Title", textOf(facts.title));
        info.replaceKey("/Subject", textOf(facts.subject));
        info.replaceKey("/Creator", textOf(producer));
        info.replaceKey("/Producer", textOf(producer));
        const QString date = written.toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
        info.replaceKey("/CreationDate", Object::newString(date.toStdString()));
        info.replaceKey("/ModDate", Object::newString(date.toStdString()));
        file_.getTrailer().removeKey("/ID"); // Qt's is drawn by lot, and would be kept
        file_.getTrailer().replaceKey("/Info", file_.makeIndirectObject(info));

        Object metadata = Object::newStream(&file_, xmp(facts, producer, written).toStdString());
        metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
        root.replaceKey("/Metadata", metadata);
    }

    static QString xmp(const FileFacts& facts, const QString& producer, const QDateTime& written) {
        const QString text = QStringLiteral(
            "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
            "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%2</rdf:li></rdf:Alt></dc:description>"
            "</rdf:Description>\n"
            "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
            "<xmp:CreatorTool>%3</xmp:CreatorTool><xmp:CreateDate>%4</xmp:CreateDate><xmp:ModifyDate>%4</xmp:ModifyDate>"
            "</rdf:Description>\n"
            "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>%3</pdf:Producer>"
            "</rdf:Description>\n"
            "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
            "<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
            "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>");
        return text.arg(facts.title.toHtmlEscaped(), facts.subject.toHtmlEscaped(), producer.toHtmlEscaped(),
                        written.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'")));
    }

    QPDF file_;
    const Book& book_;
    std::vector<Object> pages_;
};

} // namespace

Expected<QByteArray> finished(const QByteArray& pdf, const Book& book, const FileFacts& facts) {
    try {
        return Finisher(pdf, book).run(facts);
    } catch (const std::exception& problem) {
        return refuse(QCoreApplication::translate("Report", "The report could not be put together: %1.")
                          .arg(QString::fromUtf8(problem.what())),
                      {}, QCoreApplication::translate("Report", "Please report this with the model."));
    }
}

} // namespace sallyport::report
