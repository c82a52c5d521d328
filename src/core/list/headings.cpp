// SPDX-License-Identifier: Apache-2.0
#include "core/list/headings.h"

#include "core/identifiers/idcleaning.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Word
{
    Heading heading;
    QRegularExpression expression;
};

Word word(HeadingKind kind, std::optional<IdType> idType, QStringView pattern)
{
    return {.heading = {.kind = kind, .idType = idType},
            .expression = QRegularExpression(u"^(%1)$"_s.arg(pattern))};
}

/// What headings are, as compared() gives them.
const QList<Word> &words()
{
    using enum HeadingKind;
    static const QList<Word> all{
        word(Identifier, IdType::UserId,
             u"(authing|员工|成员|員工)?(userid|uid)|(用户|用戶|使用者)(id|编号|編號|标识)"),
        word(Identifier, IdType::Identity, u"identity|identities|身份|身份源id"),
        word(Identifier, IdType::SyncRelation, u"syncrelations?|同步关系|同步關係"),
        word(Identifier, IdType::Email,
             u"((work|user|company|corporate|business|office|primary|login|employee|member)?"
             "e?mails?(address|addresses|adresse|id)?|"
             "(员工|員工|用户|用戶|电子|電子|工作|企业|企業|公司|办公|辦公|单位|登录|登錄|登入|主)?"
             "(电子|電子)?(邮箱|邮件|信箱|郵箱|郵件|电邮|電郵)(地址|账号|帐号|帳號)?|correo(electrónico)?|"
             "メール(アドレス)?|이메일(주소)?)"),
        word(Identifier, IdType::Phone,
             u"((work|user|employee|primary|login)?(mobile|cell|cellular|cellphone|phone|tel|telephone)"
             "(phone|tel|telephone)?(number|numbers|num|no|nr|nummer)?|telefon(nummer)?|handy(nummer)?|"
             "(员工|員工|用户|用戶|登录|登錄|联系|聯繫|聯絡|本人|移动|移動|行動)?(手机|手機|电话|電話)"
             "(号|号码|號|號碼)?|携帯(電話)?(番号)?|電話番号|휴대폰(번호)?|전화번호)"),
        word(Identifier, IdType::ExternalId,
             u"(externalid|originalid|(employee|staff|personnel|worker)(id|no|nr|num|number|code)|empid|emp|"
             "personalnummer|mitarbeiternummer|(原系统|原系統|外部)id|"
             "(员|員|职|職|员工|員工|职工|職工|人员|人員)?工(编|編)?(号|號)|"
             "(员工|員工|职工|職工|人员|人員)(编号|編號|号|號|代码|id)|社員番号|사번)"),
        word(
            Identifier, IdType::Username,
            u"(user(name)?|login(name|id)?|logon(name)?|account(name|id)?|samaccountname|uname|benutzer(name)?|"
            "benutzerkonto|(员工|員工|用户|用戶|登录|登錄|登入|域|系统|系統|个人|個人)?(账号|帐号|账户|帐户|帳號|帳戶)"
            "(名|名称)?|(用户|用戶|使用者|登录|登錄|登入)(名|名称|名稱)|ユーザー(名|id)|아이디)"),
        word(Identifier, std::nullopt, u"identifiers?|标识符|用户标识符|标识"),
        word(PrincipalName, std::nullopt, u"(user)?principalname|upn|主体名称"),
        word(RunningNumber, std::nullopt,
             u"序号|序號|行号|行號|项次|項次|#|no|nr|n°|№|row|rownumber|rowid|line|index|sn|lfdnr|번호"),
        word(
            Fact, std::nullopt,
            u"(员工|員工|用户|用戶|中文|英文|真实|真實|显示|顯示)?(姓名|名字|名称|名稱|昵称|暱稱)|姓|名|"
            "(full|first|last|given|family|middle|display|common|nick)?name|nickname|surname|cn|vorname|"
            "nachname|id|编号|編號|氏名|이름|"
            "(所属|所屬|一级|二级)?(部门|部門|单位|單位|公司|团队|小组)(名称|名稱)?|department|dept|company|"
            "organi[sz]ation|ou|team|office|division|abteilung|部署|부서|"
            "职位|職位|职务|職務|岗位|崗位|title|jobtitle|position|role|角色|职级|"
            "状态|狀態|status|state|enabled|备注|備註|说明|說明|note|notes|remark|remarks|comment|"
            "comments|description|reason|原因|result|结果|duplicateof|userids|"
            "((入职|离职|到期|离岗|入職|離職|最后工作)?(日期|时间|時間|日))|((hire|start|end|leave|leaving|exit|"
            "last)?date)|性别|性別|gender|地址|address|city|城市|country|国家|location|地点|"
            "distinguishedname|dn|objectclass|objectid|objectguid|sid|guid|身份证(号)?(码)?|createdat|updatedat|"
            "lastlogin|phonecountrycode|fax|传真|傳真|座机|办公电话|分机(号)?|extension|ext"),
    };
    return all;
}

/// Whom the column is about, where it is not the user.
const QRegularExpression &otherPerson()
{
    static const QRegularExpression expression(
        u"上级|上級|主管|经理|經理|领导|領導|负责人|負責人|紧急|緊急|应急|應急|联系人|聯繫人|聯絡人|家属|家屬|配偶|"
        "亲属|创建|建立者|修改人|更新人|审批|審批|审核|申请人|申請人|提交人|经办|經辦|填表|填报|操作人|操作员|发起人|"
        "代理人|交接|接手|接替|对接|介绍人|推荐人|导师|導師|师傅|助理|秘书|秘書|汇报|抄送|hrbp|店长|班组长|组长|"
        "manager|supervisor|boss|reportsto|reportingto|superior|emergency|nextofkin|spouse|contactperson|"
        "contactname|leader|teamlead|approver|approvedby|requester|requestedby|requestor|creator|createdby|"
        "modifiedby|updatedby|owner|sponsor|submitter|submittedby|successor|handover|delegate|assistant|"
        "secretary|mentor|buddy|parent|guardian|referr|recruiter|vorgesetzt|vertret|ansprechpartner|notfall|"
        "上司|緊急連絡先|관리자|비상"_s);
    return expression;
}

const QRegularExpression &secondary()
{
    static const QRegularExpression expression(
        u"备用|備用|备份|个人邮|個人郵|私人|其他|其它|第二|旧|舊|原邮|原手|恢复|secondary|alternat|backup|recovery|"
        "private|personal(e?mail|phone|mobile)|home|other|second|previous|former|old(e?mail|phone)"_s);
    return expression;
}

/// Words that say how a column is to be filled in.
const QRegularExpression &decoration()
{
    static const QRegularExpression expression(
        u"(必填项?|必須|必須填寫|必填欄位|选填|選填|可选|可選|非必填|必输|不可为空|唯一|required|mandatory|optional|"
        "pflichtfeld|unique|必須項目|필수)"_s);
    return expression;
}

QString folded(const QString &text)
{
    const IdCheck check = IdTypes::check(text);
    QString result = check.fault ? IdCleaning::trimmed(text) : check.value;
    result = result.normalized(QString::NormalizationForm_KC).toCaseFolded();
    // Marks that only a heading would keep.
    result.removeIf([](QChar character) { return character.category() == QChar::Other_Format; });
    return result;
}

QString bare(QString text)
{
    static const QRegularExpression separators(
        uR"([\s_\-*＊:：?？!.'"“”‘’\[\](){}（）【】「」<>《》\\/|、,，;&+·•]+)"_s);
    return text.remove(separators);
}

QString undecorated(const QString &text)
{
    const QString plain = bare(text);
    QString result = plain;
    result.remove(decoration());
    // A heading that is nothing else says so itself.
    return result.isEmpty() ? plain : result;
}

/// The ways to read a heading: with and without what is in brackets, and in one of its two languages.
QStringList readings(const QString &text)
{
    static const QRegularExpression brackets(uR"([\[({（【「<《]([^\])}）】」>》]*)[\])}）】」>》])"_s);
    static const QRegularExpression border(uR"([/|\n\r、]+)"_s);
    static const QRegularExpression latin(u"[\\p{Latin}\\d .#_-]+"_s);
    static const QRegularExpression other(u"[^\\p{Latin}]+"_s);
    const QString name = folded(text);
    QStringList result{name, QString(name).remove(brackets)};
    if (const auto match = brackets.match(name); match.hasMatch())
        result << match.captured(1);
    const QStringList parts = name.split(border, Qt::SkipEmptyParts);
    if (parts.size() > 1)
        result << parts;
    if (name.contains(latin) && name.contains(other))
        result << QString(name).remove(latin) << QString(name).remove(other);
    for (QString &reading : result)
        reading = undecorated(reading);
    result.removeAll(QString());
    result.removeDuplicates();
    return result;
}

/// An address or a number, as most cells of a list are: there is no need to compare it with every word.
bool isValue(const QString &text)
{
    const auto isDigit = [](QChar character) {
        return character.isDigit() || character.isSpace() || character == u'+' || character == u'-';
    };
    return text.contains(u'@') || std::ranges::all_of(text, isDigit);
}

Heading understood(const QString &text)
{
    const QStringList names = readings(text);
    if (names.isEmpty())
        return {};
    Heading best;
    for (const QString &name : names) {
        for (const Word &each : words()) {
            if (each.heading.kind > best.kind && each.expression.match(name).hasMatch())
                best = each.heading;
        }
    }
    const QString &whole = names.constFirst();
    const bool isPersonal = best.kind == HeadingKind::Identifier || best.kind == HeadingKind::PrincipalName;
    constexpr qsizetype longestHeading = 40;
    if (whole.size() <= longestHeading && otherPerson().match(whole).hasMatch())
        return {.kind = HeadingKind::OtherPerson};
    if (secondary().match(whole).hasMatch()) {
        static const QRegularExpression contact(
            u"邮|郵|mail|手机|手機|电话|電話|phone|mobile|tel|账号|帐号"_s);
        if (isPersonal || contact.match(whole).hasMatch())
            return {.kind = HeadingKind::Secondary, .idType = best.idType};
    }
    return best;
}

} // namespace

Heading Headings::read(const QString &text)
{
    // No heading is longer, and the cells of a list are read too.
    constexpr qsizetype longest = 120;
    if (text.isEmpty() || text.size() > longest || isValue(text))
        return {};
    return understood(text);
}

bool Headings::isKnown(const QString &text)
{
    return read(text).kind != HeadingKind::Unknown;
}

qsizetype Headings::knownCount(const ListTable &table, qsizetype row)
{
    qsizetype count = 0;
    for (qsizetype column = 0; column < table.cellCount(row); ++column) {
        if (isKnown(table.cell(row, column).verbatim()))
            ++count;
    }
    return count;
}

QString Headings::compared(const QString &text)
{
    return undecorated(folded(text));
}

bool Headings::isDirective(const ListTable &table, qsizetype row)
{
    const QString text = IdCleaning::trimmed(table.cell(row, 0).verbatim());
    static const QRegularExpression separator(u"^\"?sep=.?\"?$"_s, QRegularExpression::CaseInsensitiveOption);
    return row == 0 && (separator.match(text).hasMatch() || text.startsWith("#TYPE"_L1));
}

std::optional<char> Headings::namedDelimiter(const QString &line)
{
    static const QRegularExpression separator(u"^\"?sep=(.)\"?\\s*$"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = separator.match(line);
    if (!match.hasMatch())
        return {};
    const QByteArray named = match.captured(1).toLatin1();
    return QByteArrayView("\t,;|").contains(named.front()) ? std::optional(named.front()) : std::nullopt;
}

bool Headings::isTotal(const ListTable &table, qsizetype row)
{
    static const QRegularExpression total(
        u"^(合计|合計|总计|總計|小计|小計|共计|共計|汇总|匯總|总人数|(grand|sub)?totals?|sum|summe)[\\s:：]*"
        "[0-9]*\\s*(人|users?|rows?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (qsizetype column = 0; column < table.cellCount(row); ++column) {
        const QString text = IdCleaning::trimmed(table.cell(row, column).verbatim());
        if (!text.isEmpty())
            return total.match(text).hasMatch();
    }
    return false;
}
