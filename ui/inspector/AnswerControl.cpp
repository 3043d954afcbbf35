// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/AnswerControl.h"

#include "diagram/Icons.h"
#include "inspector/ElementChooser.h"
#include "style/CalendarButton.h"
#include "style/SallyportStyle.h"
#include "style/SegmentedControl.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWheelEvent>

namespace sallyport::ui {

using model::ColumnKind;
using model::Value;

namespace {

const QString& severalWord() {
    static const QString word = AnswerControl::tr("Several answers");
    return word;
}

struct Option {
    QString text;
    Value value;
};

std::vector<Option> optionsOf(const Question& question, const model::Column& column) {
    std::vector<Option> options;
    if (column.type == model::ValueType::Boolean)
        options = {{AnswerControl::tr("Yes"), Value(qint64(1))}, {AnswerControl::tr("No"), Value(qint64(0))}};
    else if (column.type == model::ValueType::Enumeration)
        for (const model::Word& word : column.words)
            options.push_back({QString::fromUtf8(word.label), Value(QString::fromLatin1(word.word))});
    else if (question.table == model::TableId::Component && QLatin1StringView(question.name) == u"criticality")
        for (qint64 i = 1; i <= 4; ++i) options.push_back({QString::number(i), Value(i)});
    return options;
}

QWidget* inRow(QWidget* self, QWidget* child) {
    auto* row = new QHBoxLayout(self);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(child);
    self->setFocusProxy(child);
    return child;
}

/// Two to four answers side by side.
class Segments : public AnswerControl {
public:
    Segments(const std::vector<Option>& options, const std::vector<SegmentedControl::Segment>& segments, const QString& name,
             QWidget* parent)
        : AnswerControl(parent), options_(options), bar_(new SegmentedControl(name, segments, this)) {
        inRow(this, bar_);
        setFocusProxy(nullptr);
        connect(bar_, &SegmentedControl::chosen, this,
                [this](int index) { Q_EMIT answered(options_[static_cast<std::size_t>(index)].value, false); });
    }
    void setAnswer(const Value& value, bool mixed) override {
        int index = -1;
        if (!mixed)
            for (std::size_t i = 0; i < options_.size(); ++i)
                if (options_[i].value == value) index = static_cast<int>(i);
        bar_->setCurrent(index);
    }

private:
    std::vector<Option> options_;
    SegmentedControl* bar_;
};

/// A combo box that a scrolling hand does not change by accident.
class QuietCombo : public QComboBox {
public:
    using QComboBox::QComboBox;

    /// The choice was made by keys: letters and arrows pass over other answers on their way.
    bool isTyped() const { return typed_; }

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
    void keyPressEvent(QKeyEvent* event) override {
        typed_ = true;
        QComboBox::keyPressEvent(event);
        typed_ = false;
    }

private:
    bool typed_ = false;
};

/// Many answers, "Unknown" first.
class List : public AnswerControl {
public:
    List(const std::vector<Option>& options, const QString& unanswered, const QString& name, QWidget* parent)
        : AnswerControl(parent), options_(options), box_(new QuietCombo(this)), canBeUnknown_(!unanswered.isEmpty()) {
        box_->setAccessibleName(name);
        box_->setMinimumContentsLength(6);
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setIconSize({14, 14});
        box_->setFont(typeFont(Type::Table));
        box_->setMaxVisibleItems(24);
        if (canBeUnknown_) {
            options_.insert(options_.begin(), Option{unanswered, Value()});
            QFont italic = typeFont(Type::Table);
            italic.setItalic(true);
            box_->addItem(unanswered);
            box_->setItemData(0, italic, Qt::FontRole);
        }
        for (const Option& option : options) box_->addItem(option.text);
        inRow(this, box_);
        connect(box_, &QComboBox::activated, this,
                [this](int index) { Q_EMIT answered(options_[static_cast<std::size_t>(index)].value, box_->isTyped()); });
        box_->installEventFilter(this);
        repaintIcon();
    }
    void setAnswer(const Value& value, bool mixed) override {
        int index = -1;
        if (!mixed)
            for (std::size_t i = 0; i < options_.size(); ++i)
                if (options_[i].value == value) index = static_cast<int>(i);
        box_->setPlaceholderText(mixed ? severalWord() : QString());
        if (box_->currentIndex() != index) box_->setCurrentIndex(index);
        QFont shown = typeFont(Type::Table);
        shown.setItalic(index < 0 || (canBeUnknown_ && index == 0));
        box_->setFont(shown);
    }

protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) repaintIcon();
        AnswerControl::changeEvent(event);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == box_ && event->type() == QEvent::FocusOut) Q_EMIT typingEnded();
        return AnswerControl::eventFilter(watched, event);
    }

private:
    void repaintIcon() {
        const diagram::Theme& theme = themeOf(*this);
        if (canBeUnknown_) box_->setItemIcon(0, diagram::actionIcon(QStringLiteral("cov-unknown"), theme.ink2, theme.disabled));
    }
    std::vector<Option> options_;
    QuietCombo* box_;
    bool canBeUnknown_;
};

/// A line that says "Unknown" in italics, with the dotted ring, while it is empty.
class Line : public QLineEdit {
public:
    Line(const QString& name, const QString& unanswered, bool marksUnknown, QWidget* parent)
        : QLineEdit(parent), marks_(marksUnknown) {
        setAccessibleName(name);
        setPlaceholderText(unanswered);
        setClearButtonEnabled(false);
        setMaxLength(1000);
        if (marks_) {
            ring_ = addAction(QIcon(), QLineEdit::LeadingPosition);
            ring_->setEnabled(false);
        }
        connect(this, &QLineEdit::textChanged, this, &Line::dress);
        dress();
    }
    void setMixed(bool mixed, const QString& unanswered) {
        setPlaceholderText(mixed ? severalWord() : unanswered);
        mixed_ = mixed;
        dress();
    }

protected:
    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::PaletteChange) dress();
        QLineEdit::changeEvent(event);
    }

private:
    void dress() {
        QFont shown = typeFont(Type::Table);
        shown.setItalic(text().isEmpty());
        if (shown != font()) setFont(shown);
        if (!ring_) return;
        const diagram::Theme& theme = themeOf(*this);
        ring_->setVisible(text().isEmpty() && !mixed_);
        ring_->setIcon(diagram::actionIcon(QStringLiteral("cov-unknown"), theme.ink2, theme.ink2));
    }
    bool marks_, mixed_ = false;
    QAction* ring_ = nullptr;
};

/// One line of text; empty is unanswered. Numbers and dates are lines that are answered only when they can be read.
class LineControl : public AnswerControl {
public:
    LineControl(const model::Column& column, const QString& name, QWidget* parent)
        : AnswerControl(parent),
          column_(column),
          line_(new Line(name, unansweredWord(column), column.kind == ColumnKind::Answer, this)) {
        inRow(this, line_);
        connect(line_, &QLineEdit::textEdited, this, [this](const QString& text) {
            if (const auto value = read(text)) {
                shown_ = *value;
                Q_EMIT answered(*value, true);
            }
        });
        connect(line_, &QLineEdit::editingFinished, this, [this] {
            Q_EMIT typingEnded();
            if (!mixed_) line_->setText(write(shown_));
        });
    }
    void setAnswer(const Value& value, bool mixed) override {
        line_->setMixed(mixed, unansweredWord(column_));
        mixed_ = mixed;
        shown_ = value;
        const auto said = read(line_->text());
        if (line_->hasFocus() && said && *said == value && !mixed) return;
        if (const QString text = mixed ? QString() : write(value); text != line_->text()) line_->setText(text);
    }

protected:
    virtual std::optional<Value> read(const QString& text) const {
        if (text.trimmed().isEmpty()) return column_.kind == ColumnKind::Fixed ? std::nullopt : std::optional<Value>(Value());
        return Value(text);
    }
    virtual QString write(const Value& value) const {
        const auto* text = std::get_if<QString>(&value);
        return text ? *text : QString();
    }
    QLineEdit* line() const { return line_; }
    const model::Column& column() const { return column_; }

private:
    const model::Column& column_;
    Line* line_;
    Value shown_;
    bool mixed_ = false;
};

class NumberControl : public LineControl {
public:
    using LineControl::LineControl;

protected:
    std::optional<Value> read(const QString& text) const override {
        if (text.trimmed().isEmpty()) return Value();
        bool good = false;
        if (column().type == model::ValueType::Real) {
            const double number = locale().toDouble(text.trimmed(), &good);
            return good && number >= 0 ? std::optional<Value>(Value(number)) : std::nullopt;
        }
        const qint64 number = locale().toLongLong(text.trimmed(), &good);
        const bool negativeIsFine = QLatin1StringView(column().name) == u"trust";
        return good && (number >= 0 || negativeIsFine) ? std::optional<Value>(Value(number)) : std::nullopt;
    }
    QString write(const Value& value) const override {
        if (const auto* whole = std::get_if<qint64>(&value)) return locale().toString(*whole);
        if (const auto* real = std::get_if<double>(&value)) return locale().toString(*real);
        return {};
    }
};

class DateControl : public LineControl {
public:
    DateControl(const model::Column& column, const QString& name, QWidget* parent) : LineControl(column, name, parent) {
        auto* pick = new CalendarButton(*line(), tr("Choose the day: %1").arg(name), this);
        layout()->addWidget(pick);
        connect(pick, &CalendarButton::chosen, this,
                [this](const QDate& day) { Q_EMIT answered(Value(day.toString(Qt::ISODate)), false); });
    }

protected:
    std::optional<Value> read(const QString& text) const override {
        const QString day = text.trimmed();
        if (day.isEmpty()) return Value();
        return dayIn(day).isValid() ? std::optional<Value>(Value(day)) : std::nullopt;
    }
};

/// A number and its unit; kept in seconds.
class DurationControl : public AnswerControl {
public:
    DurationControl(const model::Column& column, const QString& name, QWidget* parent)
        : AnswerControl(parent),
          column_(column),
          line_(new Line(name, unansweredWord(column), column.kind == ColumnKind::Answer, this)),
          unit_(new QuietCombo(this)) {
        inRow(this, line_);
        layout()->addWidget(unit_);
        for (const auto& [text, length] : {std::pair{tr("s"), 1}, {tr("min"), 60}, {tr("h"), 3600}, {tr("days"), 86400}})
            unit_->addItem(text, length);
        unit_->setAccessibleName(tr("Unit: %1").arg(name));
        unit_->setFont(typeFont(Type::Table));
        unit_->setFixedWidth(72);
        connect(line_, &QLineEdit::textEdited, this, [this] { say(true); });
        connect(line_, &QLineEdit::editingFinished, this, [this] {
            Q_EMIT typingEnded();
            show();
        });
        connect(unit_, &QComboBox::activated, this, [this] {
            if (!line_->text().isEmpty()) say(false);
        });
    }
    void setAnswer(const Value& value, bool mixed) override {
        line_->setMixed(mixed, unansweredWord(column_));
        shown_ = mixed ? Value() : value;
        const auto said = read();
        if ((line_->hasFocus() || unit_->hasFocus()) && said && *said == value && !mixed) return;
        show();
    }

private:
    std::optional<Value> read() const {
        const QString text = line_->text().trimmed();
        if (text.isEmpty()) return Value();
        bool good = false;
        const qint64 number = locale().toLongLong(text, &good);
        const qint64 length = unit_->currentData().toLongLong();
        if (!good || number < 0 || number > std::numeric_limits<qint32>::max()) return std::nullopt;
        return Value(number * length);
    }
    void say(bool typing) {
        if (const auto value = read()) {
            shown_ = *value;
            Q_EMIT answered(*value, typing);
        }
    }
    void show() {
        const auto* seconds = std::get_if<qint64>(&shown_);
        if (!seconds) {
            line_->clear();
            return;
        }
        int unit = unit_->currentIndex();
        if (*seconds % unit_->itemData(unit).toLongLong() != 0 || (*seconds != 0 && !line_->hasFocus()))
            for (unit = unit_->count() - 1; unit > 0 && *seconds % unit_->itemData(unit).toLongLong() != 0; --unit) {
            }
        unit_->setCurrentIndex(unit);
        line_->setText(locale().toString(*seconds / unit_->itemData(unit).toLongLong()));
    }
    const model::Column& column_;
    Line* line_;
    QComboBox* unit_;
    Value shown_;
};

/// Several lines of text.
class TextControl : public AnswerControl {
public:
    TextControl(const model::Column& column, const QString& name, QWidget* parent)
        : AnswerControl(parent), column_(column), text_(new QPlainTextEdit(this)) {
        inRow(this, text_);
        text_->setAccessibleName(name);
        text_->setTabChangesFocus(true);
        text_->setFont(typeFont(Type::Table));
        text_->setFixedHeight(84);
        text_->installEventFilter(this);
        connect(text_, &QPlainTextEdit::textChanged, this, [this] {
            if (setting_) return;
            const QString text = text_->toPlainText();
            const bool optional = column_.kind != ColumnKind::Fixed;
            Q_EMIT answered(text.isEmpty() && optional ? Value() : Value(text), true);
        });
    }
    void setAnswer(const Value& value, bool mixed) override {
        const auto* text = std::get_if<QString>(&value);
        const QString shown = mixed || !text ? QString() : *text;
        text_->setPlaceholderText(mixed ? severalWord() : unansweredWord(column_));
        if (text_->toPlainText() == shown) return;
        setting_ = true;
        text_->setPlainText(shown);
        setting_ = false;
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == text_ && event->type() == QEvent::FocusOut) Q_EMIT typingEnded();
        return AnswerControl::eventFilter(watched, event);
    }

private:
    const model::Column& column_;
    QPlainTextEdit* text_;
    bool setting_ = false;
};

/// Another element.
class ElementControl : public AnswerControl {
public:
    ElementControl(Workspace& workspace, const Question& question, const model::Column& column, QWidget* parent)
        : AnswerControl(parent), button_(new ChooserButton(workspace, QString::fromUtf8(question.text), this)) {
        inRow(this, button_);
        options_.table = *column.references;
        if (column.kind != ColumnKind::Fixed) options_.noneWord = unansweredWord(column);
        options_.noneIsUnknown = column.kind == ColumnKind::Answer;
        connect(button_, &ChooserButton::chosen, this,
                [this](const QString& id) { Q_EMIT answered(id.isEmpty() ? Value() : Value(id), false); });
    }
    void setAnswer(const Value& value, bool mixed) override {
        const auto* id = std::get_if<QString>(&value);
        options_.current = id && !mixed ? *id : QString();
        button_->setPrompt(mixed ? severalWord() : QString());
        button_->setOptions(options_);
    }

private:
    ChooserButton* button_;
    ChooserOptions options_;
};

} // namespace

QString unansweredWord(const model::Column& column) {
    switch (column.kind) {
        case ColumnKind::Answer:
            return AnswerControl::tr("Unknown");
        case ColumnKind::Record:
            return AnswerControl::tr("None on record");
        case ColumnKind::Link:
            return AnswerControl::tr("None");
        default:
            return {};
    }
}

AnswerControl* AnswerControl::make(Workspace& workspace, const Question& question, int width, QWidget* parent) {
    const model::Column& column = *question.column();
    const QString name = QString::fromUtf8(question.text);
    const bool canBeUnknown = column.kind != ColumnKind::Fixed;
    std::vector<Option> options = optionsOf(question, column);
    if (!options.empty()) {
        std::vector<SegmentedControl::Segment> segments;
        for (const Option& option : options) segments.push_back({option.text, false, {}});
        if (canBeUnknown) segments.push_back({unansweredWord(column), column.kind == ColumnKind::Answer, {}});
        if (options.size() <= 4 && SegmentedControl::fits(segments, width)) {
            if (canBeUnknown) options.push_back({unansweredWord(column), Value()});
            return new Segments(options, segments, name, parent);
        }
        return new List(options, canBeUnknown ? unansweredWord(column) : QString(), name, parent);
    }
    if (column.references) return new ElementControl(workspace, question, column, parent);
    switch (question.form) {
        case Form::Duration:
            return new DurationControl(column, name, parent);
        case Form::Date:
            return new DateControl(column, name, parent);
        case Form::LongText:
            return new TextControl(column, name, parent);
        default:
            break;
    }
    if (column.type == model::ValueType::Integer || column.type == model::ValueType::Real)
        return new NumberControl(column, name, parent);
    return new LineControl(column, name, parent);
}

} // namespace sallyport::ui
