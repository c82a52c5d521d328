// SPDX-License-Identifier: Apache-2.0
#include "core/files/accesslist.h"

#include <QByteArray>
#include <QDir>
#include <qt_windows.h>

#include <aclapi.h>
#include <algorithm>
#include <array>
#include <memory>
#include <sddl.h>

namespace {

struct Freed
{
    void operator()(void *memory) const { LocalFree(memory); }
};

/// A block that the system has allocated.
using Block = std::unique_ptr<void, Freed>;

std::wstring native(const QString &path)
{
    return QDir::toNativeSeparators(path).toStdWString();
}

/// The user of this process with their SID behind it; empty when the system does not tell.
QByteArray tokenUser()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return {};
    DWORD size = 0;
    GetTokenInformation(token, TokenUser, nullptr, 0, &size);
    QByteArray user(static_cast<qsizetype>(size), '\0');
    const bool isKnown = size > 0 && GetTokenInformation(token, TokenUser, user.data(), size, &size) != 0;
    CloseHandle(token);
    return isKnown ? user : QByteArray();
}

PSID sidOf(QByteArray &user)
{
    return reinterpret_cast<TOKEN_USER *>(user.data())->User.Sid;
}

/// Those who can read every file of the computer anyway, and the stand-ins for the owner.
bool isTrusted(PSID sid, PSID user)
{
    constexpr std::array known{WinLocalSystemSid, WinBuiltinAdministratorsSid, WinCreatorOwnerSid,
                               WinCreatorOwnerRightsSid};
    return EqualSid(sid, user) ||
           std::ranges::any_of(known, [sid](WELL_KNOWN_SID_TYPE type) { return IsWellKnownSid(sid, type); });
}

/// The account that the entry @p header lets in; null when it denies access or allows nothing.
PSID admitted(ACE_HEADER *header)
{
    if (header->AceType != ACCESS_ALLOWED_ACE_TYPE)
        return nullptr;
    auto *entry = reinterpret_cast<ACCESS_ALLOWED_ACE *>(header);
    return entry->Mask == 0 ? nullptr : static_cast<PSID>(&entry->SidStart);
}

bool admitsOthers(PACL list, PSID user)
{
    // Without a list everybody may do everything.
    if (list == nullptr)
        return true;
    for (DWORD at = 0; at < list->AceCount; ++at) {
        void *entry = nullptr;
        if (!GetAce(list, at, &entry))
            continue;
        const PSID sid = admitted(static_cast<ACE_HEADER *>(entry));
        if (sid != nullptr && !isTrusted(sid, user))
            return true;
    }
    return false;
}

} // namespace

bool AccessList::isOpenToOthers(const QString &path)
{
    const std::wstring name = native(path);
    QByteArray user = tokenUser();
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (user.isEmpty() ||
        GetNamedSecurityInfoW(name.c_str(), SE_FILE_OBJECT, DACL_SECURITY_INFORMATION, nullptr, nullptr,
                              &list, nullptr, &descriptor) != ERROR_SUCCESS)
        return false;
    const Block block(descriptor);
    return admitsOthers(list, sidOf(user));
}

bool AccessList::closeToOthers(const QString &path)
{
    QByteArray user = tokenUser();
    if (user.isEmpty())
        return false;
    // Protected (P), so that nothing is inherited from above; inherited by files and folders within (OICI).
    LPWSTR text = nullptr;
    if (!ConvertSidToStringSidW(sidOf(user), &text))
        return false;
    const Block textBlock(text);
    std::wstring words = L"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;";
    words += text;
    words += L')';
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(words.c_str(), SDDL_REVISION_1, &descriptor,
                                                              nullptr))
        return false;
    const Block block(descriptor);
    PACL list = nullptr;
    BOOL isPresent = FALSE;
    BOOL isDefault = FALSE;
    if (!GetSecurityDescriptorDacl(descriptor, &isPresent, &list, &isDefault) || !isPresent)
        return false;
    std::wstring name = native(path);
    return SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
                                 DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION, nullptr,
                                 nullptr, list, nullptr) == ERROR_SUCCESS;
}
