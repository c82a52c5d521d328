// SPDX-License-Identifier: Apache-2.0
#include "core/plan/listplancheck.h"
#include "core/plan/listplanfile.h"

#include <cstdint>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a plan that was accepted may come to on the wire.
void checkItem(const ListPlanItem &item)
{
    if (IdTypes::check(item.target.identifierType, item.target.identifier).fault)
        qFatal("a user that cannot be sent");
    if (item.target.appIds.isEmpty() ||
        (!item.target.before.isEmpty() && item.target.before.size() != item.target.appIds.size()))
        qFatal("applications and states that do not fit");
}

} // namespace

/// Any bytes as a plan: nothing crashes, and what is accepted can be sent and is written as it was read.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Result<ListPlan> plan = ListPlanFiles::read(bytes, u"plan.json"_s);
    if (!plan) {
        if (errorText(plan.error()).isEmpty())
            qFatal("a refusal without words");
        return 0;
    }
    for (const ListPlanItem &item : plan->items)
        checkItem(item);
    const QByteArray written = ListPlanFiles::write(*plan);
    const Result<ListPlan> again = ListPlanFiles::read(written, u"plan.json"_s);
    if (!again || ListPlanFiles::write(*again) != written)
        qFatal("a plan that does not come back");
    (void)ListPlans::expectedTime(ListPlans::summary(*plan), std::chrono::milliseconds(30));
    return 0;
}
