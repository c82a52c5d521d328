// SPDX-License-Identifier: Apache-2.0
#include "sandbox/faults/words.h"

#include <algorithm>
#include <array>

namespace Simulated {

namespace {

struct Entry
{
    Word word;
    const char *chinese;
    const char *english;
};

constexpr std::array entries{
    Entry{Word::Done, "操作成功", "Operation succeeded"},
    Entry{Word::Fetched, "获取成功", "Fetched successfully"},
    Entry{Word::ParameterMalformed, "参数 %1 格式错误", "Parameter %1 is malformed"},
    Entry{Word::BodyMalformed, "请求体不是合法的 JSON 对象", "The request body is not a valid JSON object"},
    Entry{Word::EndpointUnknown, "接口 %1 不存在", "Cannot find endpoint %1"},
    Entry{Word::UserNotFound, "用户不存在", "User does not exist"},
    Entry{Word::ApplicationNotFound, "应用不存在", "Application does not exist"},
    Entry{Word::ResourceNotFound, "资源不存在", "Resource does not exist"},
    Entry{Word::PoolNotFound, "用户池不存在", "User pool does not exist"},
    Entry{Word::NotSignedIn, "尚未登录，无访问权限", "Not signed in, access denied"},
    Entry{Word::KeyRejected, "accessKeyId 或 accessKeySecret 错误",
          "accessKeyId or accessKeySecret is wrong"},
    Entry{Word::KeyRevoked, "密钥已被停用", "The access key has been revoked"},
    Entry{Word::SignatureWrong, "签名不合法", "Invalid signature"},
    Entry{Word::SignatureMethodWrong, "签名方法不匹配", "Signature method does not match"},
    Entry{Word::SignatureVersionWrong, "签名版本不匹配", "Signature version does not match"},
    Entry{Word::SignatureTimeMalformed, "签名时间戳格式错误", "Malformed signature timestamp"},
    Entry{Word::SignatureDateMissing, "请求头缺少 date", "The date header is missing"},
    Entry{Word::SignatureTimeFarOff, "签名时间戳与服务器时间相差过大",
          "The signature timestamp is too far from the server time"},
    Entry{Word::SignatureReplayed, "签名已被使用", "The signature has already been used"},
    Entry{Word::Forbidden, "您没有执行此操作的权限", "You have no permission for this operation"},
    Entry{Word::PlanRequired, "当前套餐不包含此功能", "The plan does not include this function"},
    Entry{Word::RuleViolated, "操作不符合业务规则", "The operation is against a business rule"},
    Entry{Word::ClientFault, "客户端错误", "Client error"},
    Entry{Word::Throttled, "您的请求已超过最大数量限制，请稍后重试",
          "Your requests have exceeded the maximum, please try again later"},
    Entry{Word::Busy, "系统繁忙，请稍后重试", "The system is busy, please try again later"},
    Entry{Word::ServerFault, "服务器内部错误", "Internal server error"},
    Entry{Word::NotDone, "操作未完成", "The operation was not completed"},
    Entry{Word::Maintenance, "系统维护中", "The system is under maintenance"},
    Entry{Word::UserForcedOffline, "强制下线用户「%1」", "Forced user \"%1\" offline"},
};

static_assert(entries.size() == static_cast<size_t>(Word::UserForcedOffline) + 1);

} // namespace

QString Words::text(Word word, Language language, const QString &argument)
{
    const auto *const entry = std::ranges::find(entries, word, &Entry::word);
    QString result = QString::fromUtf8(language == Language::English ? entry->english : entry->chinese);
    return argument.isEmpty() ? result : result.replace(QLatin1StringView("%1"), argument);
}

} // namespace Simulated
