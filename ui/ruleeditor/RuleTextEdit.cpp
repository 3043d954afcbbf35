// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleTextEdit.h"

#include "ruleeditor/RuleCompletion.h"
#include "ruleeditor/RuleHighlighter.h"
#include "ruleeditor/RuleText.h"
#include "style/SallyportStyle.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QToolTip>

namespace sallyport::ui {

namespace {
constexpr int numbersGap = 10;
constexpr int leastZoom = -4, mostZoom = 12;
constexpr int offeredFrom = 2; // letters
constexpr int offeredRows = 10;
} // namespace

/// The column left of the text.
class RuleTextEdit::Numbers : public QWidget {
public:
    explicit Numbers(RuleTextEdit* edit) : QWidget(edit), edit_(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override { edit_->paintNumbers(*event); }

private:
    RuleTextEdit* edit_;
};

RuleTextEdit::RuleTextEdit(const std::vector<rules::TableHelp>& tables, QWidget* parent)
    : QPlainTextEdit(parent),
      tables_(tables),
      highlighter_(new RuleHighlighter(document(), tables)),
      completer_(new QCompleter(this)),
      words_(new QStringListModel(completer_)),
      numbers_(new Numbers(this)) {
    setAccessibleName(tr("Text of the rule"));
    setFrameShape(NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true); // the keyboard gets out again; rules are indented by spaces
    setCursorWidth(2);
    completer_->setModel(words_);
    completer_->setWidget(this);
    completer_->setCompletionMode(QCompleter::PopupCompletion);
    completer_->setCaseSensitivity(Qt::CaseInsensitive);
    completer_->setModelSorting(QCompleter::CaseSensitivelySortedModel);
    completer_->setMaxVisibleItems(offeredRows);
    completer_->popup()->setAccessibleName(tr("Words that may stand here"));
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &RuleTextEdit::complete);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &RuleTextEdit::placeNumbers);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            numbers_->scroll(0, dy);
        else
            numbers_->update(0, rect.y(), numbers_->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        showMarks();
        numbers_->update();
    });
    restyle();
}

void RuleTextEdit::restyle() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(6.0, typeFont(Type::Body).pointSizeF() + zoom_));
    if (font != this->font()) setFont(font);
    document()->setDefaultFont(font);
    setTabStopDistance(4 * QFontMetricsF(font).horizontalAdvance(u' '));
    highlighter_->setTheme(themeOf(*this));
    placeNumbers();
    showMarks();
}

void RuleTextEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) restyle();
}

void RuleTextEdit::setZoom(int steps) {
    steps = qBound(leastZoom, steps, mostZoom);
    if (steps == zoom_) return;
    zoom_ = steps;
    restyle();
    Q_EMIT zoomChanged();
}

int RuleTextEdit::numbersWidth() const {
    int digits = 2;
    for (int most = blockCount(); most >= 100; most /= 10) ++digits;
    return fontMetrics().horizontalAdvance(u'9') * digits + 2 * numbersGap;
}

void RuleTextEdit::placeNumbers() {
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    numbers_->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

void RuleTextEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void RuleTextEdit::paintNumbers(QPaintEvent& event) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(numbers_);
    painter.fillRect(event.rect(), theme.panel);
    painter.fillRect(QRect(numbers_->width() - 1, event.rect().top(), 1, event.rect().height()), theme.line);
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event.rect().bottom()) break;
        const bool isMarked = block.blockNumber() + 1 == place_.line;
        const QRectF row(0, line.top(), numbers_->width() - 1, line.height());
        if (isMarked) painter.fillRect(row, theme.badTint);
        QFont font = this->font();
        font.setBold(block.blockNumber() == current);
        painter.setFont(font);
        painter.setPen(isMarked || block.blockNumber() == current ? theme.ink : theme.ink3);
        painter.drawText(row.adjusted(0, 0, -numbersGap, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
    }
}

void RuleTextEdit::markPlace(const rules::TextPlace& place, const QString& what) {
    place_ = place;
    placeText_ = what;
    showMarks();
    numbers_->update();
}

void RuleTextEdit::showMarks() {
    const diagram::Theme& theme = themeOf(*this);
    QList<QTextEdit::ExtraSelection> marks;
    QTextEdit::ExtraSelection line;
    line.cursor = textCursor();
    line.cursor.clearSelection();
    line.format.setBackground(theme.alt);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    marks << line;
    const QTextBlock block = document()->findBlockByNumber(place_.line - 1);
    if (place_.line > 0 && block.isValid()) {
        QTextEdit::ExtraSelection error;
        error.cursor = QTextCursor(block);
        const int from = std::min(place_.column - 1, block.length() - 1);
        error.cursor.setPosition(block.position() + from);
        error.cursor.setPosition(block.position() + std::min(from + place_.length, block.length() - 1),
                                 QTextCursor::KeepAnchor);
        error.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        error.format.setUnderlineColor(theme.bad);
        error.format.setBackground(theme.badTint);
        error.format.setForeground(theme.ink);
        marks << error;
    }
    setExtraSelections(marks);
}

void RuleTextEdit::goToMark() {
    const QTextBlock block = document()->findBlockByNumber(place_.line - 1);
    if (place_.line == 0 || !block.isValid()) return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::min(place_.column - 1, block.length() - 1));
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

bool RuleTextEdit::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && !placeText_.isEmpty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QPoint at = help->pos() - QPoint(viewport()->x(), viewport()->y());
        const bool isMarked = cursorForPosition(at).blockNumber() + 1 == place_.line;
        if (isMarked) QToolTip::showText(help->globalPos(), plainTip(placeText_), this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

/// Tab takes the first of the words offered, and else leaves the text.
bool RuleTextEdit::focusNextPrevChild(bool next) { return !isOffering() && QPlainTextEdit::focusNextPrevChild(next); }

void RuleTextEdit::insertName(const QString& name) {
    if (isReadOnly()) return;
    QTextCursor cursor = textCursor();
    const auto isWord = [this](int at) {
        const QChar c = document()->characterAt(at);
        return c.isLetterOrNumber() || c == u'_';
    };
    QString text = name;
    if (isWord(cursor.selectionStart() - 1)) text.prepend(u' ');
    if (isWord(cursor.selectionEnd())) text.append(u' ');
    cursor.insertText(text);
    setTextCursor(cursor);
    setFocus();
}

void RuleTextEdit::insertFromMimeData(const QMimeData* source) {
    if (!source->hasText()) return;
    if (source->text().toUtf8().size() + document()->characterCount() > longestRule) {
        Q_EMIT tooLong();
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

void RuleTextEdit::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return QPlainTextEdit::wheelEvent(event);
    setZoom(zoom_ + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

bool RuleTextEdit::isOffering() const { return completer_->popup()->isVisible(); }

void RuleTextEdit::offerWords() { offer(true); }

void RuleTextEdit::keyPressEvent(QKeyEvent* event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isOffering()) {
        const bool hasChosen = completer_->popup()->currentIndex().isValid();
        if (event->key() == Qt::Key_Escape || (hasChosen && (isEnter || event->key() == Qt::Key_Tab))) {
            event->ignore(); // the completer's
            return;
        }
        if (event->key() == Qt::Key_Tab) {
            completer_->popup()->hide();
            complete(completer_->currentCompletion());
            return;
        }
        if (isEnter) completer_->popup()->hide();
    }
    if (event->key() == Qt::Key_Space && (event->modifiers() & Qt::ControlModifier)) return offer(true);
    if (isEnter && !isReadOnly() && event->modifiers() == Qt::NoModifier) return indentLikeAbove();
    QPlainTextEdit::keyPressEvent(event);
    const QString typed = event->text();
    const bool isTyping =
        !typed.isEmpty() && (typed.front().isLetterOrNumber() || typed == u"_" || typed == u"." || typed == u":");
    if (isTyping || (isOffering() && event->key() == Qt::Key_Backspace))
        offer(false);
    else
        completer_->popup()->hide();
}

void RuleTextEdit::indentLikeAbove() {
    QTextCursor cursor = textCursor();
    const QString line = cursor.block().text().first(cursor.positionInBlock());
    qsizetype blanks = 0;
    while (blanks < line.size() && line[blanks] == u' ') ++blanks;
    cursor.insertText(u'\n' + line.first(blanks));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void RuleTextEdit::offer(bool asked) {
    QAbstractItemView* popup = completer_->popup();
    if (isReadOnly()) return;
    const int place = textCursor().position();
    const QString text = toPlainText();
    const Completions found = completionsAt(text, place, tables_);
    const QString begun = text.sliced(found.start, place - found.start);
    const bool atMember = found.start > 0 && text[found.start - 1] == u'.';
    const bool enough = asked || begun.size() >= offeredFrom || begun == u":" || (atMember && begun.isEmpty());
    if (found.words.isEmpty() || !enough) return popup->hide();
    words_->setStringList(found.words);
    completer_->setCompletionPrefix(begun);
    const int count = completer_->completionCount();
    if (count == 0 || (count == 1 && completer_->currentCompletion() == begun)) return popup->hide();
    QRect rect = cursorRect();
    rect.translate(viewport()->x(), viewport()->y());
    rect.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width() + 12);
    completer_->complete(rect);
    popup->setCurrentIndex({}); // Return is a new line until one of them is chosen
}

void RuleTextEdit::complete(const QString& word) {
    QTextCursor cursor = textCursor();
    const Completions found = completionsAt(toPlainText(), cursor.position(), tables_);
    cursor.setPosition(static_cast<int>(found.start), QTextCursor::KeepAnchor);
    cursor.insertText(word);
    setTextCursor(cursor);
}

} // namespace sallyport::ui
