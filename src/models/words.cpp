// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"

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
    return {u"✔"_s, u"✖"_s, u"⚠"_s, u"?"_s, u"–"_s};
}

QString OutcomeWords::marked(KickOutcome outcome)
{
    return sign(outcome) + u' ' + KickOutcomes::label(outcome);
}

QString OutcomeWords::sign(WorstFact fact)
{
    switch (fact) {
    case WorstFact::Confirmed:
        return sign(KickOutcome::Verified);
    case WorstFact::StillOnline:
    case WorstFact::Rejected:
    case WorstFact::Postponed:
        return sign(KickOutcome::StillOnline);
    case WorstFact::SignedInAgain:
        return u"⚠"_s;
    case WorstFact::Accepted:
    case WorstFact::Unknown:
        return sign(KickOutcome::Unknown);
    case WorstFact::NotSent:
    case WorstFact::Skipped:
    case WorstFact::Planned:
        return sign(KickOutcome::NotSent);
    }
    return {};
}

QString OutcomeWords::marked(WorstFact fact)
{
    return sign(fact) + u' ' + Headlines::label(fact);
}
