// SPDX-License-Identifier: Apache-2.0
#include "core/values/error.h"
#include "core/values/types.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void displayNameTakesTheFirstThatIsThere()
    {
        User user{.userId = u"6319a1504f3c0f214dd5b7aa"_s};
        QCOMPARE(Users::displayName(user).plain(), user.userId);
        user.phone = ServerText(u"13800138000"_s);
        QCOMPARE(Users::displayName(user), user.phone);
        user.nickname = ServerText(u"小张"_s);
        QCOMPARE(Users::displayName(user), user.nickname);
        user.name = ServerText(u"张三"_s);
        QCOMPARE(Users::displayName(user), user.name);
    }

    void contactIsMasked()
    {
        QCOMPARE(Users::maskedPhone(ServerText(u"13800138000"_s)), u"138****8000"_s);
        QCOMPARE(Users::maskedPhone(ServerText(u"5550100"_s)), u"*******"_s);
        QCOMPARE(Users::maskedEmail(ServerText(u"zhangsan@corp.cn"_s)), u"z***n@corp.cn"_s);
        QCOMPARE(Users::maskedEmail(ServerText(u"li@corp.cn"_s)), u"l***@corp.cn"_s);
        QCOMPARE(Users::maskedEmail(ServerText(u"nonsense"_s)), u"********"_s);
    }

    void identifierIsTheOneOfTheType()
    {
        User user{.userId = u"u1"_s, .email = ServerText(u"a@b.c"_s)};
        user.identities = QList<Identity>{
            {.extIdpId = u"62f2"_s, .provider = u"lark"_s, .userIdInIdp = ServerText(u"ou_1"_s)}};
        QCOMPARE(Users::identifier(user, IdType::UserId).plain(), u"u1"_s);
        QCOMPARE(Users::identifier(user, IdType::Email).plain(), u"a@b.c"_s);
        QCOMPARE(Users::identifier(user, IdType::Identity).plain(), u"62f2:ou_1"_s);
        QCOMPARE(Users::identifier(user, IdType::SyncRelation).plain(), u"lark:ou_1"_s);
        QVERIFY(Users::identifier(user, IdType::Phone).isEmpty());
    }

    void everyErrorHasItsOwnNameAndSentence()
    {
        QSet<QString> names;
        QSet<QString> sentences;
        int count = 0;
        for (int code = 0; code <= static_cast<int>(ErrorCode::CanaryFailed); ++code, ++count) {
            const Error error{.code = static_cast<ErrorCode>(code), .detail = ServerText(u"id.example"_s)};
            names << errorCodeName(error.code);
            sentences << errorText(error);
            QVERIFY2(!errorText(error).contains("%1"_L1), qPrintable(errorCodeName(error.code)));
        }
        QCOMPARE(names.size(), count);
        QCOMPARE(sentences.size(), count);
    }

    void detailCannotRewriteTheSentence()
    {
        const Error error{.code = ErrorCode::HostNotFound, .detail = ServerText(u"%1\u202E<b>"_s)};
        QVERIFY(errorText(error).contains("%1[U+202E]<b>"_L1));
    }

    void languageNamesAreTheApis()
    {
        for (const Language language : {Language::Chinese, Language::English})
            QCOMPARE(Languages::fromWireName(Languages::wireName(language)), language);
        QVERIFY(!Languages::fromWireName(u"fr-FR"));
    }

    void everyOutcomeHasItsWord()
    {
        QStringList names;
        for (int outcome = 0; outcome <= static_cast<int>(KickOutcome::Planned); ++outcome) {
            names << KickOutcomes::wireName(static_cast<KickOutcome>(outcome));
            QVERIFY(!KickOutcomes::label(static_cast<KickOutcome>(outcome)).isEmpty());
        }
        QCOMPARE(names, QStringList({u"verified"_s, u"accepted"_s, u"still_online"_s, u"rejected"_s,
                                     u"not_sent"_s, u"unknown"_s, u"skipped"_s, u"planned"_s}));
    }
};

QTEST_APPLESS_MAIN(TestTypes)
#include "tst_types.moc"
