// SPDX-License-Identifier: Apache-2.0
#include "models/words/contacttext.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

QString contactText(const User &user, bool isMasked)
{
    QStringList parts;
    if (!user.phone.isEmpty())
        parts << (isMasked ? Users::maskedPhone(user.phone) : user.phone.plain());
    if (!user.email.isEmpty())
        parts << (isMasked ? Users::maskedEmail(user.email) : user.email.plain());
    return parts.join(u" · "_s);
}
