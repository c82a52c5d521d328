// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QVersionNumber>

#include <memory>

namespace Ui {
class AboutDialog;
}

/// What this program is made of: versions, licences, and known holes of the Qt that it runs on.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
    ~AboutDialog() override;

    /// Speaks of Qt @p version instead of the one that runs.
    void setQtVersion(const QVersionNumber &version);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawHead();
    void fillLicences();
    void retranslate();
    QString versions() const;
    QString holes(bool isReached) const;

    std::unique_ptr<Ui::AboutDialog> m_ui;
    QVersionNumber m_qtVersion;
};
