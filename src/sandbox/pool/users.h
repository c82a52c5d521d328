// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <array>
#include <optional>
#include <utility>

namespace Simulated {

/// The texts of a user that are searched.
enum class UserField {
    Id,
    Phone,
    Email,
    Username,
    ExternalId,
    Name,
    Nickname,
};

/// An identity of a user in an external source.
struct UserIdentity
{
    QByteArray identityId;
    QByteArray provider;
    QByteArray extIdpId;
    QByteArray userIdInIdp;
};

/// The people of the pool, each a pure function of seed and index: nothing is stored for them. Every
/// identifier leads back to the index, so that a look-up costs the same in a pool of ten and of a million.
class Users
{
public:
    /// The first users in list order can be renamed, for the faults about names.
    static constexpr quint32 renameable = 8;
    /// Every third of these is online in the first ten applications and has e-mail, phone and username.
    static constexpr quint32 featuredRange = 50;
    static constexpr quint32 featuredStep = 3;

    Users(quint32 seed, quint32 count)
        : m_seed(seed)
        , m_count(count)
    {
    }

    quint32 count() const { return m_count; }

    /// Appends the text of @p field in UTF-8 to @p out; nothing when the user has none.
    void append(QByteArray &out, UserField field, quint32 user) const;
    QByteArray text(UserField field, quint32 index) const;

    /// All users whose @p field is exactly @p value; e-mail addresses are compared without case.
    QList<quint32> matches(UserField field, QByteArrayView value) const;

    /// The user with the identity @p value, written `extIdpId:userIdInIdp` or `provider:userIdInIdp`.
    std::optional<quint32> byIdentity(QByteArrayView value) const;

    QList<UserIdentity> identities(quint32 index) const;

    /// `status` as the API writes it.
    QByteArray status(quint32 index) const;
    bool isActivated(quint32 index) const;
    QByteArray gender(quint32 index) const;
    QByteArray phoneCountryCode(quint32 user) const;
    QByteArray givenName(quint32 index) const;
    QByteArray familyName(quint32 index) const;

    /// Milliseconds since 1970.
    qint64 createdAt(quint32 index) const;

    bool isFeatured(quint32 index) const { return index < featuredRange && index % featuredStep == 0; }

    /// A number of the user's own for @p purpose.
    quint64 dice(quint32 index, quint32 purpose) const;

    /// Other names for the first users; empty ones leave them as they are.
    using OtherNames = std::array<QByteArray, renameable>;
    /// Returns whether that changed a name.
    bool rename(const OtherNames &names);

    /// Two users who have each other's phone, e-mail address, user name and external ID; none when empty.
    void exchangeContacts(const std::optional<std::pair<quint32, quint32>> &users) { m_exchanged = users; }
    bool hasExchangedContacts() const { return m_exchanged.has_value(); }

private:
    /// Who has by birth what @p index has as @p field; and the other way round.
    quint32 bearer(UserField field, quint32 index) const;
    bool isWestern(quint32 index) const;
    void appendName(QByteArray &out, quint32 index) const;
    void appendNickname(QByteArray &out, quint32 index) const;
    void appendUsername(QByteArray &out, quint32 index) const;
    void appendEmail(QByteArray &out, quint32 index) const;
    void appendPhone(QByteArray &out, quint32 index) const;
    void appendLetters(QByteArray &out, quint32 index, int style) const;
    std::optional<quint32> candidate(UserField field, QByteArrayView value) const;
    std::optional<quint32> byNumber(QByteArrayView digits, quint64 offset = 0) const;
    std::optional<quint32> byHex(QByteArrayView digits) const;
    bool hasIdentity(quint32 index, qsizetype provider) const;
    QByteArray userIdInIdp(quint32 index, qsizetype provider) const;

    quint32 m_seed;
    quint32 m_count;
    OtherNames m_renamed;
    std::optional<std::pair<quint32, quint32>> m_exchanged;
};

} // namespace Simulated
