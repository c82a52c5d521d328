// SPDX-License-Identifier: Apache-2.0
#include "models/outcomewords.h"

using namespace Qt::Literals::StringLiterals;

QString OutcomeWords::sign(KickOutcome outcome)
{
    switch (outcome) {
    case KickOutcome::Verified:
        return u"✔"_s;
    case KickOutcome::StillOnline:
    case KickOutcome::Rejected:
        return u"✖"_s;
    case KickOutcome::Accepted:
    case KickOutcome::Unknown:
        return u"?"_s;
    case KickOutcome::NotSent:
    case KickOutcome::Skipped:
    case KickOutcome::Planned:
        return u"–"_s;
    }
    return {};
}

QStringList OutcomeWords::signs()
{
    return {u"✔"_s, u"✖"_s, u"?"_s, u"–"_s};
}

QString OutcomeWords::marked(KickOutcome outcome)
{
    return sign(outcome) + u' ' + KickOutcomes::label(outcome);
}
