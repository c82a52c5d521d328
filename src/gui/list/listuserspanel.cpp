// SPDX-License-Identifier: Apache-2.0
#include "gui/list/listuserspanel.h"

#include "ui_listuserspanel.h"

#include "gui/list/protectedusersdialog.h"
#include "gui/list/userchooserdialog.h"
#include "gui/style/colors.h"
#include "gui/widgets/errorwords.h"
#include "gui/widgets/tableviews.h"
#include "kick/session.h"
#include "kick/single/kickplan.h"
#include "models/list/listrest.h"
#include "models/list/listwords.h"

#include <QDate>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int allRows = -1;

} // namespace

ListUsersPanel::ListUsersPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ListUsersPanel>())
{
    m_ui->setupUi(this);
    TableViews::prepare(m_ui->listRowTable);
    m_ui->listRowTable->setModel(&m_model);
    m_ui->listRowTable->installEventFilter(this);
    m_ui->listBucketRollUp->setCurrent(allRows);
    connect(m_ui->listRowTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ListUsersPanel::updateButtons);
    connect(&m_model, &ListRowModel::modelReset, this, &ListUsersPanel::updateButtons);
    connect(&m_model, &ListRowModel::countsChanged, this, &ListUsersPanel::showRows);
    connect(m_ui->listBucketRollUp, &CountFilterBar::chosen, this, [this](int key) {
        m_model.setFilter(key == allRows ? std::nullopt : std::optional(static_cast<ListBucket>(key)));
        showRows();
    });
    m_ui->listRowSearchEdit->setTable(m_ui->listRowTable);
    connect(m_ui->listRowSearchEdit, &QLineEdit::textChanged, this, [this] {
        m_model.setSearch(m_ui->listRowSearchEdit->wanted());
        showRows();
    });
    connect(m_ui->listResolveCancelButton, &QPushButton::clicked, this, &ListUsersPanel::goBack);
    connect(m_ui->listRowState, &StatePane::actionTriggered, this, &ListUsersPanel::ask);
    connect(m_ui->listRemoveButton, &QPushButton::clicked, this, &ListUsersPanel::toggleRemoved);
    connect(m_ui->listChooseButton, &QPushButton::clicked, this, &ListUsersPanel::chooseUser);
    connect(m_ui->listOverrideButton, &QPushButton::clicked, this, &ListUsersPanel::overrideProtection);
    connect(m_ui->listRestButton, &QPushButton::clicked, this, &ListUsersPanel::chooseRestFile);
    connect(m_ui->listResolveBackButton, &QPushButton::clicked, this, &ListUsersPanel::goBack);
    connect(m_ui->listPlanButton, &QPushButton::clicked, this, &ListUsersPanel::planRequested);
}

ListUsersPanel::~ListUsersPanel() = default;

void ListUsersPanel::start(Session *session)
{
    m_session = session;
    m_resolver = std::make_unique<ListResolver>(session);
    retranslate();
}

void ListUsersPanel::resolve(const QString &name, const IdList &list)
{
    begin(name);
    m_list = list;
    ask();
}

void ListUsersPanel::resolveOnline(const Application &application)
{
    begin(KickPlans::name(application));
    m_application = application;
    ask();
}

void ListUsersPanel::resolvePool(const PoolSelection &selection)
{
    const ServerText department = selection.department.name;
    begin(department.isEmpty() ? Users::statusLabel(selection.status) : department.plain());
    m_selection = selection;
    ask();
}

void ListUsersPanel::show(const ListResolution &resolution)
{
    begin({});
    take(resolution);
}

void ListUsersPanel::clear()
{
    begin({});
    showRows();
}

void ListUsersPanel::focusSearch()
{
    m_ui->listRowSearchEdit->enter();
}

void ListUsersPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model.retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

bool ListUsersPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->isAutoRepeat())
        return QWidget::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Delete:
        m_ui->listRemoveButton->click();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_ui->listChooseButton->click();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void ListUsersPanel::begin(const QString &name)
{
    if (m_call)
        m_call->abort();
    m_name = name;
    m_list = {};
    m_application.reset();
    m_selection.reset();
    m_error.reset();
    m_hasDecisions = false;
    m_restFile.clear();
    m_restError.reset();
    m_ui->listBucketRollUp->setCurrent(allRows);
    m_ui->listRowSearchEdit->clear();
    m_model.setResolution({});
}

void ListUsersPanel::ask()
{
    m_error.reset();
    const auto progress = [this](const ListProgress &state) { showProgress(state); };
    const auto answer = [this](const Result<ListResolution> &resolution) { take(resolution); };
    if (m_application)
        m_call = m_resolver->resolveOnline(m_application->appId, this, progress, answer);
    else if (m_selection)
        m_call = m_resolver->resolvePool(*m_selection, this, progress, answer);
    else
        m_call = m_resolver->resolve(m_list, this, progress, answer);
    showProgress({});
    showRows();
    m_ui->listResolveCancelButton->setFocus();
}

void ListUsersPanel::showProgress(const ListProgress &progress)
{
    m_ui->listResolveProgress->setRange(0, static_cast<int>(progress.total));
    m_ui->listResolveProgress->setValue(static_cast<int>(progress.done));
}

void ListUsersPanel::take(const Result<ListResolution> &resolution)
{
    m_call.clear();
    if (resolution)
        m_model.setResolution(*resolution);
    else
        m_error = resolution.error();
    showRows();
    m_ui->listRowTable->setFocus();
    if (m_model.rowCount() > 0)
        m_ui->listRowTable->setCurrentIndex(m_model.index(0, 0));
}

void ListUsersPanel::goBack()
{
    if (m_call)
        m_call->abort();
    m_call.clear();
    Q_EMIT backRequested();
}

void ListUsersPanel::retranslate()
{
    resizeColumns();
    showRows();
}

void ListUsersPanel::resizeColumns()
{
    TableViews::setWidths(m_ui->listRowTable, {8, 24, 22, 18, 18, 24});
}

void ListUsersPanel::showRows()
{
    const auto rows = static_cast<int>(m_model.resolution().rows.size());
    const bool isCollected = m_application || m_selection;
    const QString count = tr("%Ln row(s)", nullptr, rows > 0 ? rows : static_cast<int>(m_list.rows.size()));
    QStringList title{ServerText(m_name).plain(), isCollected && rows == 0 ? QString() : count};
    title.removeAll(QString());
    m_ui->listResolveTitle->setText(title.join(u" · "_s));

    QList<CountFilterBar::Entry> entries{{.key = allRows, .text = tr("All rows"), .count = rows}};
    const QHash<ListBucket, qsizetype> counts = m_model.counts();
    for (const ListBucket bucket : ListBuckets::all())
        entries.append({.key = static_cast<int>(bucket),
                        .text = ListWords::marked(bucket),
                        .count = counts.value(bucket)});
    m_ui->listBucketRollUp->setEntries(entries);
    m_ui->listBucketRollUp->setVisible(rows > 0);
    m_ui->listRowSearchEdit->setVisible(rows > 0);

    m_ui->listRowStack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(m_ui->listRowTable)
                                                                : m_ui->listRowState);
    StatePane::Content content;
    if (m_error)
        content = {.icon = ErrorWords::icon(*m_error),
                   .text = errorText(*m_error),
                   .detail = ErrorWords::detail(*m_error),
                   .action = tr("Try again")};
    else if (m_call)
        content.text = m_application ? tr("Collecting everyone who is online…")
                       : m_selection ? tr("Collecting the users…")
                                     : tr("Looking the users up…");
    else if (rows == 0 && m_selection)
        content = {.icon = u"list"_s, .text = tr("There is no such user."), .detail = {}, .action = {}};
    else if (rows == 0)
        content = {.icon = u"offline"_s, .text = tr("No user is online there."), .detail = {}, .action = {}};
    else
        content.text = tr("No row is left here.");
    m_ui->listRowState->setContent(content);

    m_ui->listResolveProgress->setVisible(isBusy());
    m_ui->listResolveCancelButton->setVisible(isBusy());
    QString notice;
    if (m_restError)
        notice = errorText(*m_restError);
    else if (!m_restFile.isEmpty())
        notice = tr("Saved: %1").arg(ServerText(m_restFile).plain());
    else if (m_model.resolution().isUniquenessUnproved)
        notice = tr(
            "This access key can't search, so Kickdesk couldn't check whether a phone number also exists under another country code.");
    m_ui->listResolveNoticeLabel->setText(notice);
    m_ui->listResolveNoticeLabel->setVisible(!notice.isEmpty());
    const auto planned = static_cast<int>(m_model.plannedCount());
    m_ui->listPlannedLabel->setText(rows > 0 ? tr("%Ln user(s) will be planned.", nullptr, planned)
                                             : QString());
    m_ui->listPlanButton->setEnabled(planned > 0 && !isBusy());
    m_ui->listRestButton->setEnabled(rows > planned);
    updateButtons();
}

void ListUsersPanel::updateButtons()
{
    const QList<int> chosen = TableViews::chosenRows(m_ui->listRowTable);
    const bool isAllRemoved = !chosen.isEmpty() && std::ranges::all_of(chosen, [this](int row) {
        return m_model.row(row).isRemoved;
    });
    m_ui->listRemoveButton->setText(isAllRemoved ? tr("Put bac&k into the list")
                                                 : tr("&Remove from the list"));
    m_ui->listRemoveButton->setEnabled(!chosen.isEmpty());
    m_ui->listChooseButton->setEnabled(chosen.size() == 1 && isChosen(ListBucket::Several));
    m_ui->listOverrideButton->setEnabled(isChosen(ListBucket::Protected));
    for (QWidget *button : std::initializer_list<QWidget *>{m_ui->listRemoveButton, m_ui->listChooseButton,
                                                            m_ui->listOverrideButton, m_ui->listRestButton})
        button->setVisible(!m_model.resolution().rows.isEmpty());
}

bool ListUsersPanel::isChosen(ListBucket bucket) const
{
    const QList<int> chosen = TableViews::chosenRows(m_ui->listRowTable);
    return std::ranges::any_of(chosen, [this, bucket](int row) {
        return m_model.row(row).bucket == bucket && !m_model.row(row).isRemoved;
    });
}

void ListUsersPanel::toggleRemoved()
{
    const QList<int> chosen = TableViews::chosenRows(m_ui->listRowTable);
    const bool isAllRemoved =
        std::ranges::all_of(chosen, [this](int row) { return m_model.row(row).isRemoved; });
    m_hasDecisions = true;
    m_model.setRemoved(chosen, !isAllRemoved);
}

void ListUsersPanel::chooseUser()
{
    const QList<int> chosen = TableViews::chosenRows(m_ui->listRowTable);
    if (chosen.size() != 1)
        return;
    // A sort that is under way may move the row while the dialog is open.
    const QPersistentModelIndex row(m_model.index(chosen.constFirst(), 0));
    auto *dialog = new UserChooserDialog(m_model.row(row.row()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &UserChooserDialog::accepted, this, [this, dialog, row] {
        if (!row.isValid())
            return;
        m_hasDecisions = true;
        const int place = row.row();
        m_model.choose(place, dialog->userId());
        m_ui->listRowTable->setCurrentIndex(m_model.index(std::min(place, m_model.rowCount() - 1), 0));
    });
    dialog->open();
}

void ListUsersPanel::overrideProtection()
{
    const QList<int> chosen = TableViews::chosenRows(m_ui->listRowTable);
    QList<ListRow> rows;
    // As above.
    QList<QPersistentModelIndex> places;
    for (const int row : chosen) {
        if (m_model.row(row).bucket != ListBucket::Protected || m_model.row(row).isRemoved)
            continue;
        rows << m_model.row(row);
        places << m_model.index(row, 0);
    }
    if (rows.isEmpty())
        return;
    auto *dialog = new ProtectedUsersDialog(rows, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProtectedUsersDialog::accepted, this, [this, dialog, places] {
        QList<int> taken;
        for (const QPersistentModelIndex &place : places) {
            if (place.isValid())
                taken << place.row();
        }
        m_hasDecisions = true;
        m_model.setOverrideReason(taken, dialog->reason());
    });
    dialog->open();
}

void ListUsersPanel::chooseRestFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the rest"));
    dialog->setObjectName(u"listRestDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Spreadsheet, CSV (*.csv)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"kickdesk-rest-%1.csv"_s.arg(QDate::currentDate().toString(u"yyyyMMdd"_s)));
    connect(dialog, &QFileDialog::fileSelected, this, &ListUsersPanel::saveRest);
    dialog->open();
}

void ListUsersPanel::saveRest(const QString &file)
{
    m_restError = ListRests::save(m_model.resolution(), file);
    m_restFile = m_restError ? QString() : file;
    showRows();
}
