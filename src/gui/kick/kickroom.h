// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;
class UserPanel;

/// Shares out the height of the page for one user: the sheet and the receipt are read in full, and what they
/// are about gives way.
class KickRoom
{
public:
    /// Every part must outlive it.
    struct Parts
    {
        QWidget *page = nullptr;
        /// The search and the user.
        QWidget *content = nullptr;
        UserPanel *user = nullptr;
        QWidget *sheet = nullptr;
        QWidget *receipt = nullptr;
        QWidget *notice = nullptr;
        /// The line at the lower edge.
        QWidget *footer = nullptr;
    };

    explicit KickRoom(const Parts &parts)
        : m_parts(parts)
    {
    }

    /// The page, or what stands on it, has another height.
    void update();

private:
    bool fitsBesideTheSheet() const;

    Parts m_parts;
};
