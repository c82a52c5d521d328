// SPDX-License-Identifier: Apache-2.0
#include "gui/kick/manualpanel.h"

#include "ui_manualpanel.h"

#include "core/values/error.h"
#include "gui/style/colors.h"
#include "gui/widgets/taborder.h"
#include "models/user/poolapplications.h"

#include <QEvent>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAppId(const QString &text)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9_-]{1,64}$"_s);
    return shape.match(text).hasMatch();
}

} // namespace

ManualPanel::ManualPanel(QWidget *parent)
    : QWidget(parent)
{
}

ManualPanel::~ManualPanel() = default;

void ManualPanel::start(PoolApplications *pool)
{
    m_pool = pool;
    connect(pool, &PoolApplications::changed, this, &ManualPanel::takeApplications);
    connect(&m_applications, &ApplicationModel::ticksChanged, this, &ManualPanel::changed);
}

void ManualPanel::fill()
{
    m_ui = std::make_unique<Ui::ManualPanel>();
    m_ui->setupUi(this);
    TabOrder::adopt(this);
    m_ui->manualAppList->setModel(&m_applications);
    m_ui->manualAppList->setForList();
    connect(m_ui->manualTypeCombo, &QComboBox::currentIndexChanged, this, &ManualPanel::updateProblem);
    connect(m_ui->manualIdEdit, &QLineEdit::textChanged, this, &ManualPanel::updateProblem);
    connect(m_ui->manualAppsEdit, &QPlainTextEdit::textChanged, this, &ManualPanel::updateProblem);
    takeApplications();
    retranslate();
}

void ManualPanel::open(const QString &text, const std::optional<IdType> &type)
{
    if (!m_ui)
        fill();
    m_ui->manualIdEdit->setText(text);
    m_ui->manualTypeCombo->setCurrentIndex(
        m_ui->manualTypeCombo->findData(static_cast<int>(type.value_or(IdType::Username))));
}

void ManualPanel::focusApplications()
{
    if (m_applications.rowCount() > 0)
        m_ui->manualAppList->focusList();
    else
        m_ui->manualAppsEdit->setFocus();
}

IdType ManualPanel::type() const
{
    return static_cast<IdType>(m_ui->manualTypeCombo->currentData().toInt());
}

QString ManualPanel::identifier() const
{
    return IdTypes::check(type(), m_ui->manualIdEdit->text()).value;
}

QList<Application> ManualPanel::applications() const
{
    const QStringList typed = typedAppIds();
    if (!std::ranges::all_of(typed, isAppId))
        return {};
    QList<Application> result = m_applications.tickedApplications();
    for (const QString &appId : typed) {
        if (std::ranges::find(result, appId, &Application::appId) != result.end())
            continue;
        const int row = static_cast<int>(m_applications.appIds().indexOf(appId));
        result << (row < 0 ? Application{.appId = appId, .appIdentifier = {}, .appName = {}, .userPoolId = {}}
                           : m_applications.application(row));
    }
    return result;
}

void ManualPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_ui) {
        m_ui->retranslateUi(this);
        takeApplications();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ManualPanel::retranslate()
{
    {
        const QSignalBlocker blocker(m_ui->manualTypeCombo);
        const int current = m_ui->manualTypeCombo->currentIndex();
        m_ui->manualTypeCombo->clear();
        for (const IdType idType : IdTypes::all())
            m_ui->manualTypeCombo->addItem(IdTypes::label(idType), static_cast<int>(idType));
        m_ui->manualTypeCombo->setCurrentIndex(qMax(current, 0));
    }
    updateProblem();
}

/// Where the key cannot read the list, the IDs have the whole room.
void ManualPanel::takeApplications()
{
    if (!m_ui)
        return;
    if (m_pool->applications())
        m_applications.load(*m_pool->applications(), {});
    const bool isListed = m_applications.rowCount() > 0;
    constexpr int roomForTwoLines = 56;
    m_ui->manualAppList->setVisible(isListed);
    m_ui->manualAppsEdit->setMaximumHeight(isListed ? roomForTwoLines : QWIDGETSIZE_MAX);
    m_ui->manualAppsLabel->setText(isListed
                                       ? tr("Other application IDs, separated by spaces, commas or lines")
                                       : tr("Application IDs, separated by spaces, commas or lines"));
}

void ManualPanel::updateProblem()
{
    m_ui->manualIdEdit->setPlaceholderText(IdTypes::example(type()));
    QString problem;
    const auto fault = IdTypes::check(type(), m_ui->manualIdEdit->text()).fault;
    const QStringList ids = typedAppIds();
    const auto wrong = std::ranges::find_if_not(ids, isAppId);
    if (fault && !m_ui->manualIdEdit->text().isEmpty()) {
        problem = IdTypes::faultText(*fault);
    } else if (wrong != ids.end()) {
        problem = errorText(
            {.kind = ErrorKind::NotSent, .code = ErrorCode::InvalidAppId, .detail = ServerText(*wrong)});
    }
    QPalette caution = palette();
    caution.setColor(QPalette::WindowText, Colors::caution(palette()));
    m_ui->manualProblemLabel->setPalette(caution);
    m_ui->manualProblemLabel->setText(problem);
    Q_EMIT changed();
}

QStringList ManualPanel::typedAppIds() const
{
    static const QRegularExpression separators(u"[\\s,;，；、]+"_s);
    QStringList ids = m_ui->manualAppsEdit->toPlainText().split(separators, Qt::SkipEmptyParts);
    ids.removeDuplicates();
    return ids;
}
