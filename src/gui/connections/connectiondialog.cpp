// SPDX-License-Identifier: Apache-2.0
#include "gui/connections/connectiondialog.h"

#include "ui_connectiondialog.h"

#include "core/values/servertext.h"
#include "gui/connections/profileeditor.h"
#include "store/connections/connectionway.h"
#include "store/connections/savedcredentials.h"

#include <QAccessible>
#include <QEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <initializer_list>
#include <utility>

using namespace Qt::Literals::StringLiterals;

ConnectionDialog::ConnectionDialog(ProfileStore *profiles, SecretStore *secrets, const QString &openId,
                                   QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ConnectionDialog>())
    , m_profiles(profiles)
    , m_secrets(secrets)
{
    m_ui->setupUi(this);
    m_ui->connectionTable->setModel(&m_model);
    m_ui->connectionTable->verticalHeader()->hide();
    m_ui->connectionTable->horizontalHeader()->setHighlightSections(false);
    m_ui->connectionTable->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->connectionTable->horizontalHeader()->setStretchLastSection(true);
    connectButtons();
    reload(openId);
    retranslate();
    m_ui->connectionTable->setFocus();
}

ConnectionDialog::~ConnectionDialog() = default;

void ConnectionDialog::askForNew()
{
    edit(Mode::Add);
}

void ConnectionDialog::askForImport(const QString &proposed)
{
    auto *dialog = new QFileDialog(this, tr("Import connections"));
    dialog->setObjectName(u"importDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    if (!proposed.isEmpty())
        dialog->selectFile(proposed);
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionDialog::importFile);
    dialog->open();
}

void ConnectionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
    }
    QDialog::changeEvent(event);
}

void ConnectionDialog::connectButtons()
{
    // Enter opens the chosen connection; one button of a view is filled.
    m_ui->connectionButtons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(m_ui->connectionButtons, &QDialogButtonBox::rejected, this, &ConnectionDialog::reject);
    connect(m_ui->openConnectionButton, &QPushButton::clicked, this, &ConnectionDialog::openSelected);
    connect(m_ui->connectionTable, &QTableView::activated, this, &ConnectionDialog::openSelected);
    connect(m_ui->connectionTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ConnectionDialog::updateButtons);
    connect(m_ui->addConnectionButton, &QPushButton::clicked, this, &ConnectionDialog::askForNew);
    connect(m_ui->editConnectionButton, &QPushButton::clicked, this, [this] { edit(Mode::Edit); });
    connect(m_ui->duplicateConnectionButton, &QPushButton::clicked, this, [this] { edit(Mode::Duplicate); });
    connect(m_ui->removeConnectionButton, &QPushButton::clicked, this, &ConnectionDialog::askRemove);
    connect(m_ui->upConnectionButton, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_ui->downConnectionButton, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_ui->importConnectionsButton, &QPushButton::clicked, this, [this] { askForImport(); });
    connect(m_ui->exportConnectionsButton, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Export the connections, without secrets"));
        dialog->setObjectName(u"exportDialog"_s);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"json"_s);
        dialog->selectFile(u"kickdesk-connections.json"_s);
        connect(dialog, &QFileDialog::fileSelected, this, &ConnectionDialog::exportFile);
        dialog->open();
    });
}

void ConnectionDialog::reload(const QString &selectedId)
{
    const SavedProfiles saved = m_profiles->profiles();
    m_model.setProfiles(saved.list);
    if (!saved.errors.isEmpty())
        say([error = saved.errors.first()] { return errorText(error); });
    const int row = std::max(0, m_model.rowOf(selectedId));
    if (m_model.rowCount() > 0)
        m_ui->connectionTable->selectRow(row);
    updateButtons();
}

const SavedProfile *ConnectionDialog::selected() const
{
    const QModelIndexList rows = m_ui->connectionTable->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model.profile(rows.first().row());
}

QList<Profile> ConnectionDialog::all() const
{
    QList<Profile> result;
    for (int row = 0; row < m_model.rowCount(); ++row)
        result << m_model.profile(row).profile;
    return result;
}

void ConnectionDialog::openSelected()
{
    if (const SavedProfile *saved = selected()) {
        const Profile profile = saved->profile;
        accept();
        Q_EMIT openRequested(profile);
    }
}

void ConnectionDialog::edit(Mode mode)
{
    if (mode == Mode::Add) {
        openEditor(mode, {.host = QUrl(u"https://api.authing.cn"_s)}, {});
        return;
    }
    const SavedProfile *saved = selected();
    if (saved == nullptr || m_call)
        return;
    Profile profile = saved->profile;
    if (mode == Mode::Duplicate)
        profile.name = tr("Copy of %1").arg(profile.name);
    // Up to three seconds, where a keychain hangs.
    m_call = SavedCredentials::read(m_secrets, profile, this,
                                    [this, mode, profile](const CredentialAnswer &answer) {
                                        m_call.clear();
                                        updateButtons();
                                        openEditor(mode, profile, answer);
                                    });
    updateButtons();
}

void ConnectionDialog::openEditor(Mode mode, const Profile &profile, const CredentialAnswer &kept)
{
    auto *editor = new ProfileEditor(this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->edit(profile, kept.state == SecretState::Done);
    editor->setSaving([this, mode, profile, editor, kept](const Profile &) {
        return save(mode, profile, *editor, kept.credentials);
    });
    editor->open();
}

std::optional<Error> ConnectionDialog::save(Mode mode, const Profile &before, const ProfileEditor &editor,
                                            const Credentials &kept)
{
    Profile profile = editor.profile();
    Credentials entered{editor.secret(), editor.proxyPassword()};
    // A copy that goes the same way has what the original has.
    if (mode == Mode::Duplicate && SavedCredentials::areKept(before, profile)) {
        if (entered.secret.isEmpty())
            entered.secret = kept.secret;
        if (entered.proxyPassword.isEmpty())
            entered.proxyPassword = kept.proxyPassword;
    }
    if (mode == Mode::Edit) {
        if (auto failure = m_profiles->replace(profile))
            return failure;
    } else {
        const Result<Profile> added = m_profiles->add(profile);
        if (!added)
            return added.error();
        profile = *added;
    }
    m_message = {};
    reload(profile.id);
    // What was kept for another way is not left behind.
    if (mode == Mode::Edit && !SavedCredentials::areKept(before, profile))
        SavedCredentials::remove(m_secrets, before, this, [](SecretState) {});
    storeSecrets(profile, entered);
    retranslate();
    Q_EMIT changed();
    if (mode == Mode::Edit && (!editor.secret().isEmpty() || !editor.proxyPassword().isEmpty()))
        Q_EMIT secretChanged(profile);
    return {};
}

void ConnectionDialog::storeSecrets(const Profile &profile, const Credentials &credentials)
{
    SavedCredentials::write(m_secrets, profile, credentials, this, [this](SecretState state) {
        if (state != SecretState::Done)
            say([state] { return secretUnkeptText(state); });
    });
}

void ConnectionDialog::askRemove()
{
    const SavedProfile *saved = selected();
    if (saved == nullptr)
        return;
    auto *box = new QMessageBox(this);
    box->setObjectName(u"removeConnectionBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Remove a connection"));
    box->setText(tr("Remove “%1”? Its secret is removed from the keychain. What was done with it stays in "
                    "the history.")
                     .arg(ServerText(saved->profile.name).plain()));
    const QPushButton *removeButton = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(removeButton, &QPushButton::clicked, this, [this, profile = saved->profile] { remove(profile); });
    box->open();
}

void ConnectionDialog::remove(const Profile &profile)
{
    if (const auto failure = m_profiles->remove(profile.id)) {
        say([error = *failure] { return errorText(error); });
        return;
    }
    m_message = {};
    reload({});
    SavedCredentials::remove(m_secrets, profile, this, [this](SecretState state) {
        if (state != SecretState::Done)
            say([] { return tr("The secret could not be removed from the keychain."); });
    });
    retranslate();
    Q_EMIT changed();
}

void ConnectionDialog::move(int step)
{
    const SavedProfile *saved = selected();
    if (saved == nullptr)
        return;
    const QString id = saved->profile.id;
    if (const auto failure = m_profiles->move(id, step))
        say([error = *failure] { return errorText(error); });
    reload(id);
    Q_EMIT changed();
}

void ConnectionDialog::importFile(const QString &file)
{
    const Result<ProfileImport> done = m_profiles->importFrom(file);
    if (!done) {
        say([error = done.error()] { return errorText(error); });
        return;
    }
    reload(done->added.isEmpty() ? QString() : done->added.first().id);
    say([added = done->added, refused = done->refused] {
        constexpr qsizetype shownConnections = 5;
        QStringList lines{tr("%Ln connection(s) imported. Before you enter a secret, check where it goes:",
                             nullptr, static_cast<int>(added.size()))};
        for (const Profile &profile : added.first(std::min(added.size(), shownConnections)))
            lines << u"%1: %2"_s.arg(ServerText(profile.name).plain(), connectionWayText(profile));
        if (added.size() > shownConnections)
            lines << tr("The others are shown when you edit them.");
        for (const Error &error : refused)
            lines << errorText(error);
        return lines.join(u'\n');
    });
    Q_EMIT changed();
}

void ConnectionDialog::exportFile(const QString &file)
{
    QStringList ids;
    for (const Profile &profile : all())
        ids << profile.id;
    if (const auto failure = m_profiles->exportTo(file, ids))
        say([error = *failure] { return errorText(error); });
    else
        say([count = static_cast<int>(ids.size())] {
            return tr("%Ln connection(s) exported, without secrets.", nullptr, count);
        });
}

void ConnectionDialog::say(std::function<QString()> text)
{
    m_message = std::move(text);
    retranslate();
    QAccessibleEvent alert(m_ui->connectionMessageLabel, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ConnectionDialog::updateButtons()
{
    const SavedProfile *saved = selected();
    const bool isFree = m_call.isNull();
    const bool isOwn = isFree && saved != nullptr && !saved->isReadOnly;
    for (QPushButton *button : {m_ui->openConnectionButton, m_ui->duplicateConnectionButton})
        button->setEnabled(isFree && saved != nullptr);
    for (QPushButton *button : {m_ui->editConnectionButton, m_ui->removeConnectionButton,
                                m_ui->upConnectionButton, m_ui->downConnectionButton})
        button->setEnabled(isOwn);
    m_ui->addConnectionButton->setEnabled(isFree);
    m_ui->exportConnectionsButton->setEnabled(m_model.rowCount() > 0);
}

void ConnectionDialog::retranslate()
{
    setWindowTitle(tr("Connections"));
    m_model.retranslate();
    QString text;
    if (m_message)
        text = m_message();
    else if (m_model.rowCount() == 0)
        text =
            tr("No connection is saved yet. Add one, or import the file that your administrator gave you.");
    m_ui->connectionMessageLabel->setText(text);
    m_ui->connectionMessageLabel->setVisible(!text.isEmpty());
}
