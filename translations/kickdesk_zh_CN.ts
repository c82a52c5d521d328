<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>AboutDialog</name>
    <message>
        <source>Forces users offline in Authing, and proves it.</source>
        <translation>在 Authing 中强制用户下线，并加以核实。</translation>
    </message>
    <message>
        <source>&amp;Versions</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>&amp;Licences</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>The texts lie in the folder of the program. A package may bring more libraries; their licences lie beside them.</source>
        <translation>许可证全文在程序文件夹中。安装包可能附带其他库，其许可证与这些库放在一起。</translation>
    </message>
    <message>
        <source>&amp;Copy the versions</source>
        <translation>复制版本信息(&amp;C)</translation>
    </message>
    <message>
        <source>About Kickdesk</source>
        <translation>关于 Kickdesk</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>⚠ Qt %1 has known holes in parts that this program uses: %2. The package of your system may have them repaired under the same number; else install a newer Qt.</source>
        <translation>⚠ Qt %1 中本程序用到的部分存在已知漏洞：%2。系统软件包可能已在相同版本号下修复；否则请安装更新的 Qt。</translation>
    </message>
    <message>
        <source>Qt %1, built with %2</source>
        <translation>Qt %1，以 %2 构建</translation>
    </message>
    <message>
        <source>Known holes of this Qt in what the program uses: %1</source>
        <translation>此 Qt 中本程序用到的部分的已知漏洞：%1</translation>
    </message>
    <message>
        <source>Known holes of this Qt in what the program does not use: %1</source>
        <translation>此 Qt 中本程序未用到的部分的已知漏洞：%1</translation>
    </message>
</context>
<context>
    <name>ApplicationModel</name>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Device and address</source>
        <translation>设备和地址</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>last sign-in %1</source>
        <translation>上次登录 %1</translation>
    </message>
    <message>
        <source>Session at %1</source>
        <translation>会话（%1）</translation>
    </message>
</context>
<context>
    <name>ApplicationPanel</name>
    <message>
        <source>Filter applications</source>
        <translation>筛选应用</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Tick what is online or could not be checked</source>
        <translation>勾选在线和未能检查的应用</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Tick every application shown</source>
        <translation>勾选显示的全部应用</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Untick every application shown</source>
        <translation>取消勾选显示的全部应用</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>已选 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln application(s) could not be checked.</source>
        <translation>
            <numerusform>%Ln 个应用未能检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading the applications…</source>
        <translation>正在加载应用…</translation>
    </message>
    <message>
        <source>No application matches the filter.</source>
        <translation>没有符合筛选条件的应用。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>This pool has no applications.</source>
        <translation>此用户池没有应用。</translation>
    </message>
    <message>
        <source>Go on with application IDs</source>
        <translation>改为输入应用 ID</translation>
    </message>
    <message>
        <source>This access key can&apos;t check sessions, so Kickdesk can&apos;t show where the user is online or confirm a sign-out.</source>
        <translation>此访问密钥无权检查会话，因此无法显示用户在哪里在线，也无法核实下线结果。</translation>
    </message>
    <message>
        <source>This access key can&apos;t list all apps. Only apps the user has signed in to are shown.</source>
        <translation>此访问密钥无权列出全部应用，仅显示该用户登录过的应用。</translation>
    </message>
</context>
<context>
    <name>AppsCommand</name>
    <message>
        <source>list the applications of the user pool</source>
        <translation>列出用户池的所有应用</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>应用标识</translation>
    </message>
    <message>
        <source>The user pool has no application.</source>
        <translation>该用户池没有应用。</translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>%1 takes one of these words: %2.</source>
        <translation>%1 只能取以下值之一：%2。</translation>
    </message>
    <message>
        <source>%1 takes a whole number from %2 to %3.</source>
        <translation>%1 需要 %2 到 %3 之间的整数。</translation>
    </message>
</context>
<context>
    <name>AuditModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>%1 (this tool)</source>
        <translation>%1（本工具）</translation>
    </message>
    <message>
        <source>done</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>Server audit</source>
        <translation>服务器审计</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading the audit log…</source>
        <translation>正在读取审计日志…</translation>
    </message>
    <message>
        <source>The audit log of the pool has no forced sign-out.</source>
        <translation>用户池的审计日志中没有强制下线记录。</translation>
    </message>
    <message>
        <source>This access key can&apos;t read the audit log. Everything else works. To see the log, ask your administrator for permission.</source>
        <translation>此访问密钥无权读取审计日志，其他功能不受影响。如需查看，请联系管理员授权。</translation>
    </message>
</context>
<context>
    <name>BulkCommand</name>
    <message>
        <source>%1 of %2 users, %3 a second</source>
        <translation>已完成 %1 / %2 个用户，每秒 %3 个</translation>
    </message>
    <message numerus="yes">
        <source>, %Ln second(s) left</source>
        <translation>
            <numerusform>，剩余 %Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>, waiting because the server asks for it</source>
        <translation>，正按服务器要求等待</translation>
    </message>
    <message>
        <source>The list is not done. Go on with it: bulk resume %1</source>
        <translation>批量下线尚未完成。继续执行：bulk resume %1</translation>
    </message>
</context>
<context>
    <name>BulkGroup</name>
    <message>
        <source>force a list of users offline</source>
        <translation>批量强制用户下线</translation>
    </message>
</context>
<context>
    <name>BulkPlanCommand</name>
    <message>
        <source>make a plan of a list of users; sends nothing</source>
        <translation>为用户名单制定计划；不发送任何请求</translation>
    </message>
    <message>
        <source>heading or number of the column with the IDs (default: the one that looks like it)</source>
        <translation>标识所在列的标题或序号（默认：看起来像标识的那一列）</translation>
    </message>
    <message>
        <source>the file that the plan is written to</source>
        <translation>写入计划的文件</translation>
    </message>
    <message>
        <source>Looking users up: %1 of %2</source>
        <translation>正在查询用户：%1 / %2</translation>
    </message>
    <message>
        <source>Looking where they are online: %1 of %2</source>
        <translation>正在检查在线情况：%1 / %2</translation>
    </message>
    <message>
        <source>Nobody was found. The column looks like another type of ID: --id-type %1.</source>
        <translation>没有找到任何用户。该列看起来是另一种标识类型：--id-type %1。</translation>
    </message>
    <message>
        <source>It could not be checked everywhere whether the users are online.</source>
        <translation>未能在所有应用中检查用户是否在线。</translation>
    </message>
    <message>
        <source>the list: an Excel workbook, CSV or text, a user in each row; several become one list</source>
        <translation>名单：Excel 工作簿、CSV 或文本文件，每行一个用户；多个文件合并为一份名单</translation>
    </message>
    <message>
        <source>whether the list has headings (default: auto, where a row of known headings is found)</source>
        <translation>名单是否有表头（默认 auto：找到已知表头所在的行）</translation>
    </message>
    <message>
        <source>sheet of a workbook (default: the only one with rows)</source>
        <translation>工作簿中的工作表（默认：唯一有内容的工作表）</translation>
    </message>
</context>
<context>
    <name>BulkPlanReport</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>未列入计划：</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more row(s); --json shows them all</source>
        <translation>
            <numerusform>还有 %Ln 行；用 --json 查看全部</numerusform>
        </translation>
    </message>
    <message>
        <source>This key may not look users up: the identifiers will be sent as they are typed.</source>
        <translation>此密钥没有查询用户的权限：标识将按输入的内容原样发送。</translation>
    </message>
    <message>
        <source>This key may not search: equal phone numbers of two countries could not be told apart.</source>
        <translation>此密钥没有搜索权限：无法区分两个国家或地区的相同手机号。</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Live sessions</source>
        <translation>在线会话</translation>
    </message>
    <message>
        <source>Sessions that could not be checked</source>
        <translation>未能检查的会话</translation>
    </message>
    <message>
        <source>Users who are online nowhere</source>
        <translation>不在任何应用中在线的用户</translation>
    </message>
    <message>
        <source>Requests, and at most so many to prove them</source>
        <translation>请求数，以及最多用于核实的请求数</translation>
    </message>
    <message>
        <source>Expected time</source>
        <translation>预计用时</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>The plan is in %1. Nothing was sent.</source>
        <translation>计划已写入 %1。没有发送任何请求。</translation>
    </message>
    <message>
        <source>%1, row %2</source>
        <translation>%1，第 %2 行</translation>
    </message>
    <message>
        <source>online nowhere</source>
        <translation>均不在线</translation>
    </message>
</context>
<context>
    <name>BulkResumeCommand</name>
    <message>
        <source>go on with a list that was stopped or cut off, by default the newest one</source>
        <translation>继续被停止或中断的批量下线，默认为最新的一个</translation>
    </message>
    <message>
        <source>number of the list</source>
        <translation>批量下线的编号</translation>
    </message>
</context>
<context>
    <name>BulkRetryCommand</name>
    <message>
        <source>send once more to the users of a list that came to a bad end</source>
        <translation>对批量下线中结果不理想的用户再次发送</translation>
    </message>
    <message>
        <source>number of the list</source>
        <translation>批量下线的编号</translation>
    </message>
</context>
<context>
    <name>BulkRunCommand</name>
    <message>
        <source>carry a plan out</source>
        <translation>执行批量下线计划</translation>
    </message>
    <message>
        <source>file that bulk plan has written</source>
        <translation>bulk plan 写出的文件</translation>
    </message>
    <message>
        <source>send it; without this it is only shown what would be done</source>
        <translation>确认发送；不加此选项则只显示将要做什么</translation>
    </message>
    <message>
        <source>how many users the plan must have; needed with --yes</source>
        <translation>计划必须包含的用户数；与 --yes 一起使用</translation>
    </message>
    <message>
        <source>how many users this run may have, whatever the connection says</source>
        <translation>本次允许的用户数，不受连接设置的限制</translation>
    </message>
    <message>
        <source>requests on the wire at the same time, at most</source>
        <translation>同时在途的请求数上限</translation>
    </message>
    <message>
        <source>requests a second, at most; slower where the server asks for it</source>
        <translation>每秒请求数上限；服务器要求时会更慢</translation>
    </message>
    <message>
        <source>how long to look for proof of each user; 0 does without (default: 20)</source>
        <translation>核实每个用户是否离线的时长；0 表示不核实（默认：20）</translation>
    </message>
    <message>
        <source>number of the ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>why the users are forced offline</source>
        <translation>强制这些用户下线的原因</translation>
    </message>
    <message>
        <source>--yes goes with --expect-count: how many users are to be forced offline.</source>
        <translation>--yes 需与 --expect-count 一起使用：要强制下线多少个用户。</translation>
    </message>
    <message>
        <source>The plan has %1 users, not %2. Nothing was sent.</source>
        <translation>计划中有 %1 个用户，而不是 %2 个。没有发送任何内容。</translation>
    </message>
    <message>
        <source>Nothing was sent. Add --yes --expect-count %1 to send it.</source>
        <translation>没有发送任何内容。加上 --yes --expect-count %1 即可发送。</translation>
    </message>
    <message>
        <source>List %1 is for the same users and isn&apos;t done. To go on with it instead of sending to all of them again: bulk resume %1</source>
        <translation>名单 %1 针对相同的用户且尚未完成。如需继续该名单，而不是再次向所有用户发送：bulk resume %1</translation>
    </message>
</context>
<context>
    <name>BulkStatusCommand</name>
    <message>
        <source>show where a list stands, by default the newest one</source>
        <translation>显示批量下线的进展，默认为最新的一个</translation>
    </message>
    <message>
        <source>number of the list</source>
        <translation>批量下线的编号</translation>
    </message>
    <message>
        <source>It is being run by %1 (%2, process %3).</source>
        <translation>正由 %1 执行（%2，进程 %3）。</translation>
    </message>
</context>
<context>
    <name>BulkSummary</name>
    <message>
        <source>List</source>
        <translation>批量下线</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>核实方式</translation>
    </message>
</context>
<context>
    <name>CaFile</name>
    <message>
        <source>The file cannot be read. Check that it is there and that you may open it.</source>
        <translation>无法读取该文件。请检查文件是否存在、您是否有权打开。</translation>
    </message>
    <message>
        <source>There is no certificate in the file. Choose a PEM file with the root certificate.</source>
        <translation>文件中没有证书。请选择包含根证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>The file holds a certificate, but not the root that signed it. Ask your administrator for the root certificate.</source>
        <translation>文件中有证书，但不是签发它的根证书。请向管理员索取根证书。</translation>
    </message>
    <message>
        <source>The root certificate in the file is not valid today. Ask your administrator for the new one, or check the clock of this computer.</source>
        <translation>文件中的根证书今天无效。请向管理员索取新的根证书，或检查本机时钟。</translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message>
        <source>These users match:</source>
        <translation>匹配的用户：</translation>
    </message>
    <message>
        <source>The user pool has no application %1.</source>
        <translation>用户池中没有应用 %1。</translation>
    </message>
    <message>
        <source>Similar ones:</source>
        <translation>相近的应用：</translation>
    </message>
    <message>
        <source>“kickdesk-cli apps” lists every application with its ID.</source>
        <translation>“kickdesk-cli apps”会列出所有应用及其 ID。</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more user(s).</source>
        <translation>
            <numerusform>…另有 %Ln 个用户。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CertificateWords</name>
    <message>
        <source>Certificate of:</source>
        <translation>证书主体：</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>颁发者：</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>生效时间：</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>到期时间：</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint:</source>
        <translation>SHA-256 指纹：</translation>
    </message>
    <message>
        <source>Problem:</source>
        <translation>问题：</translation>
    </message>
</context>
<context>
    <name>ChecksBar</name>
    <message>
        <source>Wait for the checks, or include what is not checked yet.</source>
        <translation>请等待检查完成，或加入尚未检查的应用。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more application(s) online or impossible to check: %1</source>
        <translation>
            <numerusform>另有 %Ln 个应用在线或无法检查：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln application(s) not checked yet.</source>
        <translation>
            <numerusform>%Ln 个应用中有 %1 个尚未检查。</numerusform>
        </translation>
    </message>
    <message>
        <source>Include unchecked applications</source>
        <translation>加入未检查的应用</translation>
    </message>
    <message numerus="yes">
        <source>%Ln application(s) added, online or impossible to check: %1</source>
        <translation>
            <numerusform>已加入 %Ln 个在线或无法检查的应用：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoachMark</name>
    <message>
        <source>Leave (Esc)</source>
        <translation>退出（Esc）</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>退出引导</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>&amp;Finish</source>
        <translation>完成(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>这里没有选项 %1。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>没有名为“%1”的命令。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many. Put quotes around a text with spaces.</source>
        <translation>多出一个参数“%1”。含空格的文本请加引号。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>%1 takes exactly one value.</source>
        <translation>%1 需要且只能有一个值。</translation>
    </message>
    <message>
        <source>The arguments cannot be understood: %1</source>
        <translation>无法理解命令行参数：%1</translation>
    </message>
    <message>
        <source>Forces users offline in Authing.</source>
        <translation>强制下线 Authing 用户。</translation>
    </message>
    <message>
        <source>language of these texts and of the server&apos;s messages</source>
        <translation>本程序文字和服务器消息的语言</translation>
    </message>
    <message>
        <source>one JSON object a line, for scripts</source>
        <translation>每行输出一个 JSON 对象，供脚本使用</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>The connection and output options of kickdesk-cli --help work here too.</source>
        <translation>kickdesk-cli --help 中的连接和输出选项在此同样可用。</translation>
    </message>
    <message>
        <source>The command is missing.</source>
        <translation>缺少命令。</translation>
    </message>
</context>
<context>
    <name>ConnectionBand</name>
    <message>
        <source>⚠ The clock of this computer is wrong; the server&apos;s is used.</source>
        <translation>⚠ 本机时钟不准，已改用服务器时间。</translation>
    </message>
    <message>
        <source>Sandbox: invented users, nothing real is touched</source>
        <translation>沙盒：用户均为虚构，不影响真实数据</translation>
    </message>
    <message>
        <source>… connecting</source>
        <translation>… 正在连接</translation>
    </message>
    <message>
        <source>● connected</source>
        <translation>● 已连接</translation>
    </message>
    <message>
        <source>✖ no connection</source>
        <translation>✖ 无法连接</translation>
    </message>
    <message>
        <source>✖ key refused</source>
        <translation>✖ 密钥被拒绝</translation>
    </message>
    <message>
        <source>clock %1 s</source>
        <translation>时钟 %1 秒</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>Open another connection</source>
        <translation>打开另一个连接</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Saved connections</source>
        <translation>已保存的连接</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>添加(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>编辑(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>复制(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>导入连接</translation>
    </message>
    <message>
        <source>Export the connections, without secrets</source>
        <translation>导出连接（不含 Secret）</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>Remove a connection</source>
        <translation>移除连接</translation>
    </message>
    <message>
        <source>Remove “%1”? Its secret is removed from the keychain. What was done with it stays in the history.</source>
        <translation>要移除“%1”吗？其 Secret 会从钥匙串中删除。用它做过的操作仍保留在操作记录中。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The secret could not be removed from the keychain.</source>
        <translation>未能从钥匙串中删除 Secret。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) exported, without secrets.</source>
        <translation>
            <numerusform>已导出 %Ln 个连接（不含 Secret）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>No connection is saved yet. Add one, or import the file that your administrator gave you.</source>
        <translation>尚未保存任何连接。请添加一个，或导入管理员提供的文件。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) imported. Before you enter a secret, check where it goes:</source>
        <translation>
            <numerusform>已导入 %Ln 个连接。输入 Secret 之前，请核对它将发往何处：</numerusform>
        </translation>
    </message>
    <message>
        <source>The others are shown when you edit them.</source>
        <translation>其余连接可在编辑时查看。</translation>
    </message>
</context>
<context>
    <name>ConnectionOptions</name>
    <message>
        <source>a saved connection</source>
        <translation>已保存的连接</translation>
    </message>
    <message>
        <source>address of the Authing service; http:// for this computer only</source>
        <translation>Authing 服务地址；http:// 仅限本机</translation>
    </message>
    <message>
        <source>ID of the access key</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>read the secret from the first line of the standard input; without it, from the environment variable KICKDESK_SECRET</source>
        <translation>从标准输入的第一行读取访问密钥的 Secret；不加此选项则读取环境变量 KICKDESK_SECRET</translation>
    </message>
    <message>
        <source>how requests prove who sends them (default: token)</source>
        <translation>请求的认证方式（默认 token）</translation>
    </message>
    <message>
        <source>the user pool that must answer; another one is refused</source>
        <translation>必须是这个用户池；其他用户池一律拒绝</translation>
    </message>
    <message>
        <source>one more trusted root certificate (PEM)</source>
        <translation>额外信任的根证书（PEM）</translation>
    </message>
    <message>
        <source>time limit of one request (default: 15)</source>
        <translation>单次请求的时限，单位为秒（默认 15）</translation>
    </message>
    <message>
        <source>Use only one of --profile, --host with --key-id, and --sandbox.</source>
        <translation>--profile、--host 加 --key-id、--sandbox 三者只能选一个。</translation>
    </message>
    <message>
        <source>--host and --key-id belong together; one of them is missing.</source>
        <translation>--host 与 --key-id 必须同时使用，现在缺少其中一个。</translation>
    </message>
    <message>
        <source>start the built-in sandbox and use it</source>
        <translation>启动并使用内置沙盒</translation>
    </message>
    <message>
        <source>It is not said where to connect to. Use --profile, --host with --key-id, or --sandbox.</source>
        <translation>没有说明要连接到哪里。请使用 --profile、--host 加 --key-id，或 --sandbox。</translation>
    </message>
</context>
<context>
    <name>ConnectionWay</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the system&apos;s</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>only the system&apos;s</source>
        <translation>仅系统自带</translation>
    </message>
    <message>
        <source>Server: %1. Proxy: %2. Root certificate: %3.</source>
        <translation>服务器：%1。代理：%2。根证书：%3。</translation>
    </message>
</context>
<context>
    <name>DesktopNotice</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>网络连接</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Search for users</source>
        <translation>搜索用户</translation>
    </message>
    <message>
        <source>Look up one user</source>
        <translation>查询单个用户</translation>
    </message>
    <message>
        <source>Look up many users</source>
        <translation>批量查询用户</translation>
    </message>
    <message>
        <source>List the applications</source>
        <translation>列出应用</translation>
    </message>
    <message>
        <source>See the applications of a user</source>
        <translation>查看用户登录过的应用</translation>
    </message>
    <message>
        <source>Check who is online</source>
        <translation>检查是否在线</translation>
    </message>
    <message>
        <source>Read sign-ins</source>
        <translation>读取登录记录</translation>
    </message>
    <message>
        <source>List who is online in an application</source>
        <translation>列出应用的在线用户</translation>
    </message>
    <message>
        <source>Force sign-out</source>
        <translation>强制下线</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>读取审计日志</translation>
    </message>
    <message>
        <source>Read the session settings</source>
        <translation>读取会话设置</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>需要注意</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Not tried: http:// to this computer is not encrypted.</source>
        <translation>未检查：到本机的 http:// 连接不加密。</translation>
    </message>
    <message>
        <source>Not tried: the proxy looks the name up.</source>
        <translation>未检查：由代理解析主机名。</translation>
    </message>
    <message>
        <source>Not tried, because a check before it failed.</source>
        <translation>未检查：前面的检查未通过。</translation>
    </message>
    <message>
        <source>Not tried: the examination was stopped.</source>
        <translation>未检查：检查已被停止。</translation>
    </message>
    <message>
        <source>Not tried: only a real kick shows whether the key may do it.</source>
        <translation>未检查：只有真正强制下线一次，才能知道该访问密钥是否有此权限。</translation>
    </message>
    <message>
        <source>The server does not tell its time. Compare this computer&apos;s clock yourself.</source>
        <translation>服务器没有给出时间。请自行核对本机时钟。</translation>
    </message>
    <message>
        <source>Nothing proves which user pool answers. Compare the users with those you know.</source>
        <translation>无法证明是哪个用户池在应答。请与您认识的用户核对。</translation>
    </message>
    <message>
        <source>Allowed by way of list-applications, which is slower. Ask your administrator to allow list-application-simple-info.</source>
        <translation>可通过较慢的 list-applications 读取。请让管理员授予 list-application-simple-info 权限。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s behind the server&apos;s. Set the clock.</source>
        <translation>本机时钟比服务器慢 %1 秒。请校准时钟。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 s ahead of the server&apos;s. Set the clock.</source>
        <translation>本机时钟比服务器快 %1 秒。请校准时钟。</translation>
    </message>
    <message>
        <source>The clocks differ by %1 s.</source>
        <translation>与服务器时钟相差 %1 秒。</translation>
    </message>
    <message>
        <source>Connected in %1 ms.</source>
        <translation>已连接，用时 %1 毫秒。</translation>
    </message>
    <message>
        <source>Connected in %1 ms through the proxy %2.</source>
        <translation>已通过代理 %2 连接，用时 %1 毫秒。</translation>
    </message>
    <message>
        <source>%1, %2. Certificate of %3 from %4, valid until %5.</source>
        <translation>%1，%2。证书属于 %3，由 %4 签发，有效期至 %5。</translation>
    </message>
    <message>
        <source>The name leads to %1.</source>
        <translation>主机名解析为 %1。</translation>
    </message>
    <message>
        <source>The server accepts the key.</source>
        <translation>服务器接受该访问密钥。</translation>
    </message>
    <message>
        <source>The user pool %1 answers.</source>
        <translation>应答的是用户池 %1。</translation>
    </message>
    <message>
        <source>The expected user pool %1 answers.</source>
        <translation>应答的正是预期的用户池 %1。</translation>
    </message>
    <message>
        <source>Allowed.</source>
        <translation>有权限。</translation>
    </message>
    <message>
        <source>The server wants a pause of %1 s.</source>
        <translation>服务器要求暂停 %1 秒。</translation>
    </message>
    <message>
        <source>Examination of the connection %1 (%2)</source>
        <translation>连接检查：%1（%2）</translation>
    </message>
</context>
<context>
    <name>DoctorCommand</name>
    <message>
        <source>examine the connection, and what the key may do; sends no kick</source>
        <translation>检查连接和访问密钥的权限；不会强制任何人下线</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>Checks of the connection</source>
        <translation>连接的各项检查</translation>
    </message>
    <message>
        <source>&amp;Examine again</source>
        <translation>重新检查(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Copied ✔</source>
        <translation>已复制 ✔</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>复制报告(&amp;C)</translation>
    </message>
    <message>
        <source>Examine the connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>Examining… no kick is sent.</source>
        <translation>正在检查……不会强制任何人下线。</translation>
    </message>
    <message numerus="yes">
        <source>✖ %Ln check(s) failed. What to do is said beside each.</source>
        <translation>
            <numerusform>✖ %Ln 项检查未通过。处理办法写在各项旁边。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ It works, but %Ln check(s) need a look.</source>
        <translation>
            <numerusform>⚠ 可以使用，但有 %Ln 项需要留意。</numerusform>
        </translation>
    </message>
    <message>
        <source>✔ Everything that was examined is in order.</source>
        <translation>✔ 检查过的各项均正常。</translation>
    </message>
</context>
<context>
    <name>DoctorModel</name>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was found, and what to do</source>
        <translation>检查结果与处理办法</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>沙盒</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>The identifier cannot be used.</source>
        <translation>无法使用该用户标识。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host address. Write https://, the host name and, if it needs one, the port; no user name, no path.</source>
        <translation>“%1”不是有效的服务地址。请填写 https:// 加主机名，必要时加端口；不要包含用户名或路径。</translation>
    </message>
    <message>
        <source>Port %1 is in use or not allowed. Choose another one.</source>
        <translation>端口 %1 已被占用或不允许使用。请换一个端口。</translation>
    </message>
    <message>
        <source>The answer from %1 does not come from the Authing API. Check the host address; a proxy or a gateway may have answered instead.</source>
        <translation>%1 的应答并非来自 Authing API。请检查服务地址；应答的可能是代理或网关。</translation>
    </message>
    <message>
        <source>A web page came instead of the answer from %1. It may be a network sign-in page: open a browser, sign in to the network, then try again.</source>
        <translation>收到的不是 %1 的应答，而是一个网页，可能是网络登录页。请打开浏览器登录网络，然后重试。</translation>
    </message>
    <message>
        <source>The answer from %1 is not in the form of the Authing API, so it counts neither as success nor as failure.</source>
        <translation>%1 的应答不符合 Authing API 的格式，因此既不算成功，也不算失败。</translation>
    </message>
    <message>
        <source>The server pointed to another address (%1). The key was not sent there; check the host address of the connection.</source>
        <translation>服务器要求转到另一个地址（%1）。密钥没有发往该地址；请检查连接的服务地址。</translation>
    </message>
    <message>
        <source>%1 answered with an HTTP error instead of the Authing API.</source>
        <translation>%1 返回的是 HTTP 错误，而不是 Authing API 的应答。</translation>
    </message>
    <message>
        <source>The server does not accept this access key. Check the key ID and enter the secret again.</source>
        <translation>服务器不接受该访问密钥。请检查 Access Key ID，并重新输入 Secret。</translation>
    </message>
    <message>
        <source>The server refused the token even after it was renewed. Check whether the access key is still valid.</source>
        <translation>令牌更新后仍被服务器拒绝。请检查访问密钥是否仍然有效。</translation>
    </message>
    <message>
        <source>The clock of this computer differs too much from the server&apos;s. Set the clock, then try again.</source>
        <translation>本机时钟与服务器相差过大。请校准时钟后重试。</translation>
    </message>
    <message>
        <source>This access key is not allowed to do that. Ask your administrator to grant the permission.</source>
        <translation>该访问密钥没有执行此操作的权限。请联系管理员授权。</translation>
    </message>
    <message>
        <source>The Authing plan of this user pool does not include this function.</source>
        <translation>该用户池的 Authing 套餐不包含此功能。</translation>
    </message>
    <message>
        <source>There is no such user in this pool. Check the text and the ID type.</source>
        <translation>该用户池中没有这个用户。请检查输入内容和标识类型。</translation>
    </message>
    <message>
        <source>One of the applications does not exist any more. Reload the list.</source>
        <translation>其中一个应用已不存在。请刷新应用列表。</translation>
    </message>
    <message>
        <source>The server answered that it did not carry out the request.</source>
        <translation>服务器答复：未执行该请求。</translation>
    </message>
    <message>
        <source>The server refused the request.</source>
        <translation>服务器拒绝了该请求。</translation>
    </message>
    <message>
        <source>More than one user matches. Choose one, or use another ID type.</source>
        <translation>有多个用户匹配。请选择其中一个，或改用其他标识类型。</translation>
    </message>
    <message>
        <source>The record of this action could not be written to %1, so nothing was sent. Check the free space and the rights of that folder.</source>
        <translation>本次操作的记录无法写入 %1，因此未发送任何请求。请检查磁盘剩余空间和该文件夹的权限。</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program. Install that version; nothing was sent.</source>
        <translation>%1 由本程序的更新版本写入。请安装该版本；未发送任何请求。</translation>
    </message>
    <message>
        <source>The server does not find what was asked for. It may have been deleted in the meantime; reload, then try again.</source>
        <translation>服务器找不到所请求的内容，它可能已被删除。请刷新后重试。</translation>
    </message>
    <message>
        <source>What became of this action could not be written to %1: the record ends with what was sent. Check the free space and the rights of that folder, and whether the user is still online.</source>
        <translation>此操作的结果无法写入 %1：记录只到已发送的请求为止。请检查该文件夹的剩余空间和权限，并确认用户是否仍在线。</translation>
    </message>
    <message>
        <source>The history in %1 cannot be read. Check the rights of that file; if it is damaged, it is put aside before the next sign-out and nothing is deleted.</source>
        <translation>无法读取 %1 中的操作记录。请检查该文件的权限；如果文件已损坏，下一次强制下线之前会将其另存，不会删除任何内容。</translation>
    </message>
    <message>
        <source>%1 could not be written. What was there before is unchanged. Check the free space and the rights of that folder, or choose another one.</source>
        <translation>无法写入 %1，原有内容未改动。请检查该文件夹的可用空间和权限，或选择其他位置。</translation>
    </message>
    <message>
        <source>The connections in %1 cannot be read: the file is damaged, or a newer program wrote it. It is left as it is.</source>
        <translation>无法读取 %1 中的连接：文件已损坏，或由更新的版本写入。文件保持原样。</translation>
    </message>
    <message>
        <source>The connection “%1” cannot be used: a value is missing or not valid. Nothing was saved.</source>
        <translation>连接“%1”无法使用：缺少某个值，或值无效。未保存任何内容。</translation>
    </message>
    <message>
        <source>There is no saved connection named “%1”.</source>
        <translation>没有名为“%1”的已保存连接。</translation>
    </message>
    <message>
        <source>There is a connection named “%1” already. Choose another name.</source>
        <translation>已有名为“%1”的连接。请换一个名称。</translation>
    </message>
    <message>
        <source>The connection “%1” was set up by the administrator of this computer and cannot be changed here. Make a copy of it instead.</source>
        <translation>连接“%1”由本机管理员设置，不能在此更改。请改为复制一份。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that the file is there and that it may be read.</source>
        <translation>无法读取 %1。请检查文件是否存在，以及是否有读取权限。</translation>
    </message>
    <message>
        <source>The list is empty. Choose one that has a row for each user.</source>
        <translation>名单为空。请选择每行一个用户的名单。</translation>
    </message>
    <message>
        <source>The list has more than %1 rows. Divide it into shorter lists.</source>
        <translation>名单超过 %1 行。请拆分成较短的名单。</translation>
    </message>
    <message>
        <source>Row %1 of the list has more than 256 columns. Keep only the column with the identifiers.</source>
        <translation>名单第 %1 行超过 256 列。请只保留标识所在的列。</translation>
    </message>
    <message>
        <source>In row %1 of the list a quotation mark is opened and never closed, so it is not known where the row ends. Correct that row.</source>
        <translation>名单第 %1 行的引号没有闭合，无法确定该行在哪里结束。请更正该行。</translation>
    </message>
    <message>
        <source>The list has no column named “%1”. Give the heading as it stands in the list, or the number of the column.</source>
        <translation>名单中没有名为“%1”的列。请按名单中的标题填写，或填写列的序号。</translation>
    </message>
    <message>
        <source>%1 is not a plan that can be used: it is damaged, was altered, or was written by another version of this program. Make the plan again.</source>
        <translation>%1 不是可用的计划：文件已损坏、被改动，或由本程序的其他版本写成。请重新制定计划。</translation>
    </message>
    <message>
        <source>The plan was made for another user pool or connection (%1). Open that connection, or make the plan again with this one.</source>
        <translation>该计划是为另一个用户池或连接（%1）制定的。请打开那个连接，或用当前连接重新制定计划。</translation>
    </message>
    <message>
        <source>The plan was made on %1, and a plan is good for 24 hours: users and sessions have changed since. Make it again.</source>
        <translation>该计划制定于 %1。计划的有效期为 24 小时，此后用户和会话已有变化。请重新制定。</translation>
    </message>
    <message>
        <source>The list has more users (%1) than one list may have here. Nothing was sent; raise the limit or split the list.</source>
        <translation>名单中的用户数（%1）超过了单次批量下线的上限。没有发送任何内容；请提高上限或拆分名单。</translation>
    </message>
    <message>
        <source>This list is being run by another program (%1). Wait for its end, or stop it there.</source>
        <translation>该批量下线正由另一个程序执行（%1）。请等待其结束，或在那里停止。</translation>
    </message>
    <message>
        <source>Too many requests failed in a row, so the list was stopped. Check the connection, then go on with the list; nothing is lost.</source>
        <translation>连续失败的请求过多，批量下线已停止。请检查连接，然后继续执行；没有任何遗漏。</translation>
    </message>
    <message>
        <source>The first users of the list did not all come to a good end, so the list was stopped. Look at their results, then go on with the list or leave it.</source>
        <translation>名单中最前面的用户未全部达到预期结果，批量下线已停止。请查看其结果，再决定是否继续。</translation>
    </message>
    <message>
        <source>There is no such list, or nothing of it is left to do.</source>
        <translation>没有这样的批量下线，或其中已没有需要处理的用户。</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check the port, or whether the service is running.</source>
        <translation>%1 拒绝了连接。请检查端口是否正确、服务是否在运行。</translation>
    </message>
    <message>
        <source>The proxy %1 did not let the connection through.</source>
        <translation>代理 %1 未放行该连接。</translation>
    </message>
    <message>
        <source>%1 closed the connection. Try again.</source>
        <translation>%1 关闭了连接。请重试。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost before the full answer arrived. Try again.</source>
        <translation>与 %1 的连接中断，未收到完整响应。请重试。</translation>
    </message>
    <message>
        <source>%1 took too long to answer. Try again.</source>
        <translation>%1 响应超时。请重试。</translation>
    </message>
    <message>
        <source>The answer from %1 is far larger than it may be and was dropped.</source>
        <translation>%1 的响应远远超出允许的大小，已丢弃。</translation>
    </message>
    <message>
        <source>Authing reported an internal error. Try again.</source>
        <translation>Authing 内部出错。请重试。</translation>
    </message>
    <message>
        <source>The server says that it has received this request before. Try again.</source>
        <translation>服务器表示此前已收到过该请求。请重试。</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>The server found a user but did not return the identities, so it could not be checked that this is the right one. Nothing was sent; compare the user, or use another ID type.</source>
        <translation>服务器找到了一个用户，但未返回其身份源信息，因此无法核对是否就是要找的人。未发送任何请求；请人工核对该用户，或改用其他标识类型。</translation>
    </message>
    <message>
        <source>This list belongs to another connection (%1). Open that one to resume the list. Nothing was sent.</source>
        <translation>此名单属于另一个连接（%1）。请打开该连接后继续。未发送任何请求。</translation>
    </message>
    <message>
        <source>This is you. Nothing was sent, because a forced sign-out of yourself needs a reason.</source>
        <translation>这是您本人。强制自己下线需要填写原因，因此未发送任何请求。</translation>
    </message>
    <message>
        <source>This user is protected on this connection. Nothing was sent, because a forced sign-out of a protected user needs a reason.</source>
        <translation>该用户在此连接中受保护。强制受保护用户下线需要填写原因，因此未发送任何请求。</translation>
    </message>
    <message>
        <source>This connection requires a ticket number, so nothing was sent.</source>
        <translation>此连接要求填写工单号，因此未发送任何请求。</translation>
    </message>
    <message>
        <source>This connection requires a reason, so nothing was sent.</source>
        <translation>此连接要求填写原因，因此未发送任何请求。</translation>
    </message>
    <message>
        <source>“%1” is not an application ID. Check it.</source>
        <translation>“%1”不是应用 ID，请检查。</translation>
    </message>
    <message>
        <source>%1 would be reached without encryption. Use https://; http:// is for this computer only.</source>
        <translation>与 %1 的连接不会加密。请使用 https://；http:// 仅可用于本机。</translation>
    </message>
    <message>
        <source>%1 gives no root certificate that is valid today. Choose a PEM file with the root certificate of the server.</source>
        <translation>%1 中没有处于有效期内的根证书。请选择包含服务器根证书的 PEM 文件。</translation>
    </message>
    <message>
        <source>The access key secret is missing. Enter it under Connections.</source>
        <translation>缺少访问密钥 Secret。请在“连接”中输入。</translation>
    </message>
    <message>
        <source>The access key opens another user pool (%1) than the one expected. Check the access key.</source>
        <translation>此访问密钥属于另一个用户池（%1），与预期不符。请检查访问密钥。</translation>
    </message>
    <message>
        <source>Can&apos;t find %1. Check the address and your network.</source>
        <translation>找不到 %1。请检查地址拼写和网络连接。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be reached from this computer. Check the network or the VPN.</source>
        <translation>从本机无法访问 %1。请检查网络或 VPN。</translation>
    </message>
    <message>
        <source>Connecting to %1 timed out. Try again, or check your network.</source>
        <translation>连接 %1 超时。请重试或检查网络。</translation>
    </message>
    <message>
        <source>Couldn&apos;t verify the server&apos;s identity. Contact your administrator about the certificate. (%1)</source>
        <translation>无法验证服务器身份。请就证书问题联系管理员。（%1）</translation>
    </message>
    <message>
        <source>The connection to %1 was lost before the full answer arrived.</source>
        <translation>与 %1 的连接中断，未收到完整响应。</translation>
    </message>
    <message>
        <source>%1 took too long to answer.</source>
        <translation>%1 响应超时。</translation>
    </message>
    <message>
        <source>The answer from %1 is damaged and can&apos;t be read.</source>
        <translation>%1 返回的响应已损坏，无法读取。</translation>
    </message>
    <message>
        <source>Authing already received this request once. It may have worked. Check whether the user is still online.</source>
        <translation>Authing 表示已收到过此请求，可能已经生效。请确认用户是否仍在线。</translation>
    </message>
    <message>
        <source>Authing reported an internal error.</source>
        <translation>Authing 内部出错。</translation>
    </message>
    <message>
        <source>The server returned another user than the one asked for.</source>
        <translation>服务器返回的不是所查询的用户。</translation>
    </message>
    <message>
        <source>The answer from %1 is damaged and can&apos;t be read. Try again.</source>
        <translation>%1 返回的响应已损坏，无法读取。请重试。</translation>
    </message>
    <message>
        <source>%1 isn&apos;t the history that Kickdesk wrote last on this computer: it was replaced, removed, cut, or restored from an older copy. Nothing was sent. Put the newest file back. To go on without what is missing, end Kickdesk and delete %1.head.</source>
        <translation>%1 不是 Kickdesk 在本机最后写入的操作记录：它已被替换、删除、截断，或恢复为较旧的副本。未发送任何请求。请放回最新的文件；如要放弃缺失的记录继续使用，请退出 Kickdesk 并删除 %1.head。</translation>
    </message>
    <message>
        <source>Another program changed the tables or triggers of %1, so nothing was sent. Move that file and %1.head away and keep them; Kickdesk then begins a new history.</source>
        <translation>其他程序更改了 %1 的表或触发器，因此未发送任何请求。请将该文件和 %1.head 移走并保留，Kickdesk 随后会新建操作记录。</translation>
    </message>
    <message>
        <source>%1 is in the folder where Kickdesk keeps its own files, so nothing was written. Choose another folder.</source>
        <translation>%1 位于 Kickdesk 存放自身文件的文件夹中，因此未写入任何内容。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The secret has more than 4,096 characters, so it was not taken. Check that it is the secret of the access key.</source>
        <translation>Secret 超过 4,096 个字符，因此未采用。请检查它是否是访问密钥的 Secret。</translation>
    </message>
    <message>
        <source>After the request the identifier belongs to another user, so it may have signed out that one. Check both users; send the user ID next time.</source>
        <translation>发送请求之后，该标识已属于另一个用户，被下线的可能是那个用户。请检查这两个用户；下次请用用户 ID 发送。</translation>
    </message>
    <message>
        <source>The server&apos;s list is not whole: its pages do not agree, or items are missing (%1). Try again.</source>
        <translation>服务器返回的列表不完整：各页不一致，或缺少条目（%1）。请重试。</translation>
    </message>
    <message>
        <source>It is not clear which column of the list has the identifiers. Choose it.</source>
        <translation>无法确定名单中哪一列是用户标识，请选择。</translation>
    </message>
    <message>
        <source>The server could not read the date of the signature. A proxy or gateway may have changed or removed it; ask your network administrator. The access key may be right.</source>
        <translation>服务器无法读取签名的日期，可能是代理或网关改动或去掉了它，请联系网络管理员。访问密钥本身可能没有问题。</translation>
    </message>
    <message>
        <source>The server has no user pool with the ID of this connection. Check the user pool ID and the host address under Connections.</source>
        <translation>服务器上没有这个连接所填 ID 的用户池。请在“连接”中检查用户池 ID 和主机地址。</translation>
    </message>
    <message>
        <source>Authing is busy or being restarted: %1 got no answer from it.</source>
        <translation>Authing 繁忙或正在重启：%1 未收到其应答。</translation>
    </message>
    <message>
        <source>Authing limits the rate of requests. Wait a moment, then try again.</source>
        <translation>Authing 限制了请求频率。请稍候再试。</translation>
    </message>
    <message>
        <source>Authing is busy. Wait a moment, then try again.</source>
        <translation>Authing 繁忙。请稍候再试。</translation>
    </message>
    <message>
        <source>Authing is busy or being restarted: %1 got no answer from it. Wait a moment, then try again.</source>
        <translation>Authing 繁忙或正在重启：%1 未收到其应答。请稍候再试。</translation>
    </message>
    <message>
        <source>All connections together may take %1 MB, and with these they would take more. Nothing was saved. Remove connections that are not needed, or import fewer.</source>
        <translation>所有连接合计最多可占用 %1 MB，加上这些连接会超出上限。没有保存任何内容。请删除不需要的连接，或减少导入的连接。</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>Signed in again</source>
        <translation>已再次登录</translation>
    </message>
    <message numerus="yes">
        <source>Still online in %1 of %Ln app(s)</source>
        <translation>
            <numerusform>仍在线（%1 / %Ln 个应用）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted, not confirmed in %1 of %Ln app(s)</source>
        <translation>
            <numerusform>已受理，未能核实（%1 / %Ln 个应用）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirmed offline in all %Ln app(s)</source>
        <translation>
            <numerusform>已确认离线（全部 %Ln 个应用）</numerusform>
        </translation>
    </message>
    <message>
        <source>Operation succeeded</source>
        <translation>操作成功</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何请求。</translation>
    </message>
    <message>
        <source>The request may or may not have worked. Check whether the user is still online before you try again.</source>
        <translation>请求可能已生效，也可能未生效。请先确认用户是否仍在线，再决定是否重试。</translation>
    </message>
    <message>
        <source>Proof: by list. The user is not in the list of those online; the server was not asked about this user singly, and not about sign-ins since.</source>
        <translation>核实方式：按名单。该用户不在在线名单中；没有单独询问该用户，也没有查找此后的登录。</translation>
    </message>
    <message>
        <source>Proof: each application was asked about this user.</source>
        <translation>核实方式：逐个应用询问了该用户。</translation>
    </message>
    <message numerus="yes">
        <source>by list; %Ln user(s) not in the list asked singly</source>
        <translation>
            <numerusform>按名单；不在名单中的用户抽查了 %Ln 个</numerusform>
        </translation>
    </message>
    <message>
        <source>each application of each user asked</source>
        <translation>逐个用户、逐个应用询问</translation>
    </message>
    <message>
        <source>Sign-ins unknown: the server&apos;s list of them could not be read in full. The user may have signed in again.</source>
        <translation>登录情况未知：未能完整读取服务器的登录记录，用户可能已再次登录。</translation>
    </message>
    <message>
        <source>Not done: Authing is busy</source>
        <translation>未执行：Authing 繁忙</translation>
    </message>
    <message>
        <source>Authing&apos;s answer didn&apos;t arrive. The check afterwards showed that the sessions had ended.</source>
        <translation>未收到 Authing 的应答。随后的检查显示会话已结束。</translation>
    </message>
    <message>
        <source>Authing didn&apos;t confirm the request. %1 The check afterwards showed that the sessions had ended.</source>
        <translation>Authing 未确认该请求。%1随后的检查显示会话已结束。</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Back to where you were (Alt+Left)</source>
        <translation>返回刚才的位置（Alt+左箭头）</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>帮助的页面</translation>
    </message>
    <message>
        <source>Find in this page</source>
        <translation>在本页查找</translation>
    </message>
    <message>
        <source>Find in this page (Ctrl+F)</source>
        <translation>在本页查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一处(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一处(&amp;N)</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>用户指南</translation>
    </message>
    <message>
        <source>Administrator guide</source>
        <translation>管理员指南</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全说明</translation>
    </message>
    <message>
        <source>The history file</source>
        <translation>操作记录文件</translation>
    </message>
    <message>
        <source>Help – Kickdesk</source>
        <translation>帮助 – Kickdesk</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>HistoryCommand</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用数</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>list the kicks that were sent from this computer</source>
        <translation>列出本机发出过的强制下线操作</translation>
    </message>
    <message>
        <source>only from this day or moment on (ISO 8601)</source>
        <translation>只列出该日期或时刻之后的操作（ISO 8601）</translation>
    </message>
    <message>
        <source>only this user: the user ID, or the identifier sent</source>
        <translation>只列出该用户：用户 ID，或发送时所用的标识</translation>
    </message>
    <message>
        <source>write into FILE: CSV where it ends in .csv, else JSON Lines</source>
        <translation>写入 FILE：以 .csv 结尾时为 CSV，否则为 JSON Lines</translation>
    </message>
    <message>
        <source>check that nothing in the history was altered</source>
        <translation>检查操作记录是否被改动过</translation>
    </message>
    <message>
        <source>history verify checks everything and takes no option of its own.</source>
        <translation>history verify 检查全部内容，不接受其他选项。</translation>
    </message>
    <message>
        <source>--since takes a day or a moment such as 2026-01-31 or 2026-01-31T08:00:00Z.</source>
        <translation>--since 需要日期或时刻，例如 2026-01-31 或 2026-01-31T08:00:00Z。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>The history has no such kick.</source>
        <translation>操作记录中没有这样的操作。</translation>
    </message>
    <message>
        <source>%1: %2 written. Head of the chain: %3</source>
        <translation>%1：已写入 %2 条。链尾哈希：%3</translation>
    </message>
    <message>
        <source>ALTERED: event %1 is not as it was written. %2 events before it are.</source>
        <translation>已被改动：事件 %1 与写入时不一致，此前的 %2 个事件未被改动。</translation>
    </message>
    <message>
        <source>ALTERED: row %1 of the table %2 is not as it was written.</source>
        <translation>已被改动：表 %2 的第 %1 行与写入时不一致。</translation>
    </message>
    <message>
        <source>The history is empty.</source>
        <translation>操作记录为空。</translation>
    </message>
    <message>
        <source>Intact: %1 events. Head of the chain: %2</source>
        <translation>未被改动：共 %1 个事件。链尾哈希：%2</translation>
    </message>
    <message>
        <source>REPLACED: event %1, which was written last on this computer, is missing. The history was replaced, removed, cut, or restored from an older copy.</source>
        <translation>已被替换：缺少本机最后写入的事件 %1。操作记录已被替换、删除、截断，或恢复为较旧的副本。</translation>
    </message>
    <message>
        <source>ALTERED: the table, index or trigger %1 is not the one that Kickdesk made.</source>
        <translation>已被改动：表、索引或触发器 %1 与 Kickdesk 创建的不一致。</translation>
    </message>
    <message>
        <source>INCOMPLETE: these %1 events are unaltered, but an earlier history was damaged and put aside. What it recorded is not here:</source>
        <translation>不完整：这 %1 个事件未被改动，但之前的一份操作记录因损坏而被移到一旁，其中的内容不在这里：</translation>
    </message>
    <message>
        <source>An earlier history was damaged and put aside; what it recorded is not here: %1</source>
        <translation>之前的操作记录已损坏并移到一旁，其中的内容不在这里：%1</translation>
    </message>
</context>
<context>
    <name>HistoryDetailPanel</name>
    <message>
        <source>Details of the chosen sign-out</source>
        <translation>所选操作的详情</translation>
    </message>
    <message>
        <source>Choose a row to see everything about it.</source>
        <translation>选择一行以查看其全部内容。</translation>
    </message>
</context>
<context>
    <name>HistoryFilterBar</name>
    <message>
        <source>Search in the history</source>
        <translation>在操作记录中搜索</translation>
    </message>
    <message>
        <source>Name, ID, ticket, reason, operator or request</source>
        <translation>姓名、ID、工单号、原因、操作人或请求</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>指定日期</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>全部结果</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message numerus="yes">
        <source>%Ln application(s)</source>
        <translation>
            <numerusform>%Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用数</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History of forced sign-outs</source>
        <translation>强制下线的操作记录</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Check for al&amp;terations</source>
        <translation>检查是否被改动(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Refresh  %1</source>
        <translation>刷新(&amp;R)  %1</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出操作记录</translation>
    </message>
    <message>
        <source>Spreadsheet, CSV (*.csv)</source>
        <translation>电子表格 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Cop&amp;y the details</source>
        <translation>复制详情(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>after %1 s</source>
        <translation>%1 秒后</translation>
    </message>
    <message>
        <source>accepted by the server</source>
        <translation>服务器已受理</translation>
    </message>
    <message>
        <source>the server asked to try later</source>
        <translation>服务器要求稍后再试</translation>
    </message>
    <message>
        <source>no answer was written down</source>
        <translation>没有记录到应答</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1，来自 %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>标识方式</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Signed in again</source>
        <translation>再次登录</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因说明</translation>
    </message>
    <message>
        <source>Server&apos;s message</source>
        <translation>服务器消息</translation>
    </message>
    <message>
        <source>Server&apos;s codes</source>
        <translation>服务器代码</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why in spite of protection</source>
        <translation>强制下线受保护用户的原因</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>System user</source>
        <translation>系统用户</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取操作记录…</translation>
    </message>
    <message>
        <source>Nothing in the history matches.</source>
        <translation>没有符合条件的操作记录。</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message numerus="yes">
        <source>The newest %Ln sign-out(s); scroll down for more</source>
        <translation>
            <numerusform>最新的 %Ln 条记录；向下滚动可查看更多</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign-out(s)</source>
        <translation>
            <numerusform>%Ln 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking every event of the history…</source>
        <translation>正在检查操作记录中的每个事件…</translation>
    </message>
    <message>
        <source>ALTERED: event %1 is not as it was written; the events before it are.</source>
        <translation>已被改动：事件 %1 与写入时不一致；此前的事件未被改动。</translation>
    </message>
    <message>
        <source>ALTERED: row %1 of the table %2 is not as it was written.</source>
        <translation>已被改动：表 %2 的第 %1 行与写入时不一致。</translation>
    </message>
    <message>
        <source>The history is empty.</source>
        <translation>操作记录为空。</translation>
    </message>
    <message>
        <source>Unaltered: %1 events. Head of the chain: %2</source>
        <translation>未被改动：共 %1 个事件。链尾哈希：%2</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
    <message>
        <source>%1 written into %2</source>
        <translation>已将 %1 条写入 %2</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>身份源</translation>
    </message>
    <message>
        <source>used without comparison; the server did not show it</source>
        <translation>未经核对即使用；服务器未返回身份源信息</translation>
    </message>
    <message>
        <source>No sign-outs yet. Each one sent from this computer appears here.</source>
        <translation>暂无记录。从本机发出的每次强制下线都会显示在这里。</translation>
    </message>
    <message>
        <source>REPLACED: event %1, which was written last on this computer, is missing. The history was replaced, removed, cut, or restored from an older copy.</source>
        <translation>已被替换：缺少本机最后写入的事件 %1。操作记录已被替换、删除、截断，或恢复为较旧的副本。</translation>
    </message>
    <message>
        <source>ALTERED: the table, index or trigger %1 is not the one that Kickdesk made.</source>
        <translation>已被改动：表、索引或触发器 %1 与 Kickdesk 创建的不一致。</translation>
    </message>
    <message>
        <source>INCOMPLETE: these %1 events are unaltered, but an earlier history was damaged and put aside. What it recorded is not here: %2</source>
        <translation>不完整：这 %1 个事件未被改动，但之前的一份操作记录因损坏而被移到一旁，其中的内容不在这里：%2</translation>
    </message>
    <message>
        <source>Nothing in this history matches. An earlier one was damaged and put aside; its sign-outs aren&apos;t here.</source>
        <translation>当前操作记录中没有匹配的内容。之前的记录已损坏并移到一旁，其中的强制下线不在这里。</translation>
    </message>
    <message>
        <source>No sign-outs since the earlier history was damaged and put aside. Its sign-outs are in the file below. Keep that file and give it to your administrator.</source>
        <translation>之前的操作记录已损坏并移到一旁，此后没有强制下线。之前的强制下线保存在下面的文件中，请保留该文件并交给管理员。</translation>
    </message>
</context>
<context>
    <name>IdTypeArgument</name>
    <message>
        <source>what the ID is (default: user_id); auto tries every type that its form allows and needs exactly one user</source>
        <translation>标识的类型（默认 user_id）；auto 会尝试其格式允许的所有类型，并要求恰好匹配一个用户</translation>
    </message>
    <message>
        <source>use the user found by an identity although the server does not show the identities of that user</source>
        <translation>服务器未返回用户的身份源信息时，仍使用按身份源标识找到的用户</translation>
    </message>
</context>
<context>
    <name>IdTypeCombo</name>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
</context>
<context>
    <name>IdTypes</name>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>External ID</source>
        <translation>外部 ID</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>外部身份源标识</translation>
    </message>
    <message>
        <source>Sync relation</source>
        <translation>同步关系标识</translation>
    </message>
    <message>
        <source>Nothing was typed. Type or paste what identifies the user.</source>
        <translation>尚未输入内容。请输入或粘贴用户标识。</translation>
    </message>
    <message>
        <source>&quot;*&quot; and &quot;%&quot; do not stand for other characters here. Type the text itself.</source>
        <translation>这里的“*”和“%”不是通配符。请输入完整内容。</translation>
    </message>
    <message>
        <source>This is too long to identify a user. Paste one identifier only.</source>
        <translation>内容过长，不可能是用户标识。请只粘贴一个标识。</translation>
    </message>
    <message>
        <source>The text contains an invisible character. Type it again instead of pasting it.</source>
        <translation>内容中含有不可见字符。请不要粘贴，改为手动输入。</translation>
    </message>
    <message>
        <source>A spreadsheet has shortened this number, so its last digits are lost. Format the column as text and copy it again.</source>
        <translation>该号码已被电子表格缩写，末尾数字已丢失。请将该列设为文本格式后重新复制。</translation>
    </message>
    <message>
        <source>The user found has another country code than the one typed.</source>
        <translation>找到的用户与输入的国家/地区代码不一致。</translation>
    </message>
    <message>
        <source>The text does not have the form of the chosen ID type.</source>
        <translation>内容不符合所选标识类型的格式。</translation>
    </message>
    <message>
        <source>A program has turned this number into a decimal, such as 13800138000.0. Format the column as text and copy it again.</source>
        <translation>这个号码已被某个程序变成了小数，例如 13800138000.0。请将该列设为文本格式后重新复制。</translation>
    </message>
    <message>
        <source>There are several values in this text. Enter one of them; in a list, give each its own row.</source>
        <translation>这段文字里有多个值。请只输入其中一个；在名单中，请让每个值各占一行。</translation>
    </message>
    <message>
        <source>The row has text, but nothing in the column with the identifiers.</source>
        <translation>该行有内容，但标识所在的列是空的。</translation>
    </message>
    <message>
        <source>The row is a total of the table, not a user.</source>
        <translation>该行是表格的合计，不是用户。</translation>
    </message>
</context>
<context>
    <name>IdentifierArgument</name>
    <message>
        <source>what identifies the user</source>
        <translation>用户的标识</translation>
    </message>
</context>
<context>
    <name>InstanceBox</name>
    <message>
        <source>Kickdesk is already open</source>
        <translation>Kickdesk 已经打开</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Take &amp;over</source>
        <translation>接管(&amp;O)</translation>
    </message>
    <message>
        <source>Kickdesk is open in another session of yours on this computer (%1), since %2.
Continue there, or close it there and start it again here.</source>
        <translation>自 %2 起，Kickdesk 已在本机上您的另一个会话（%1）中打开。
请在那里继续使用，或先在那里关闭，再在此处启动。</translation>
    </message>
    <message>
        <source>The computer “%1” has had Kickdesk open with these data since %2, or was switched off without closing it.
Lock: %3
Take over only if Kickdesk is no longer running there.</source>
        <translation>自 %2 起，计算机“%1”已使用同一数据打开 Kickdesk，或未关闭 Kickdesk 就已关机。
锁文件：%3
只有确认 Kickdesk 已不在那里运行时才可接管。</translation>
    </message>
    <message>
        <source>Kickdesk is still running on the computer “%1”, or its lock cannot be removed.
Lock: %2
Close it there first.</source>
        <translation>Kickdesk 仍在计算机“%1”上运行，或无法移除其锁文件。
锁文件：%2
请先在那里关闭。</translation>
    </message>
    <message>
        <source>Kickdesk has been running since %1 (process %2) but does not respond.
Lock: %3
Try again, or end that process first.</source>
        <translation>Kickdesk 自 %1 起一直在运行（进程 %2），但没有响应。
锁文件：%3
请重试，或先结束该进程。</translation>
    </message>
</context>
<context>
    <name>InterruptedListBar</name>
    <message>
        <source>Not no&amp;w</source>
        <translation>暂不处理(&amp;W)</translation>
    </message>
    <message>
        <source>Look at &amp;it</source>
        <translation>查看(&amp;I)</translation>
    </message>
    <message>
        <source>Check an&amp;d go on</source>
        <translation>核实并继续(&amp;D)</translation>
    </message>
    <message>
        <source>The list of %1 with %2 users: %3 are done, %4 are still waiting.</source>
        <translation>%1 的批量下线共 %2 个用户：%3 个已完成，%4 个尚未处理。</translation>
    </message>
    <message>
        <source>It is being run by %1 (process %2) on %3. Wait for its end, or stop it there.</source>
        <translation>它正由 %3 上的 %1（进程 %2）执行。请等待其结束，或在那里停止。</translation>
    </message>
    <message>
        <source>It was interrupted. Open the connection “%1” to go on.</source>
        <translation>它被中断了。请打开连接“%1”后继续。</translation>
    </message>
    <message>
        <source>Made for: %1</source>
        <translation>所属连接：%1</translation>
    </message>
    <message>
        <source>It was interrupted. Resuming first checks the users that were in progress, then continues with the rest.</source>
        <translation>执行已中断。继续时会先核实中断时正在处理的用户，再处理其余用户，不会遗漏。</translation>
    </message>
</context>
<context>
    <name>KickCommand</name>
    <message>
        <source>force one user offline</source>
        <translation>强制下线一个用户</translation>
    </message>
    <message>
        <source>number of the ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>why the user is forced offline</source>
        <translation>强制下线的原因</translation>
    </message>
    <message>
        <source>how long to look for proof that the user is offline; 0 does without (default: 20)</source>
        <translation>核实用户已离线的最长秒数；0 表示不核实（默认 20）</translation>
    </message>
    <message>
        <source>send it; without this it is only shown what would be done</source>
        <translation>确认发送；不加此选项则只显示将要执行的操作</translation>
    </message>
    <message>
        <source>The user could not be looked up.</source>
        <translation>未能查询该用户。</translation>
    </message>
    <message>
        <source>It could not be checked everywhere whether the user is online.</source>
        <translation>部分应用未能检查用户是否在线。</translation>
    </message>
    <message>
        <source>Nothing was sent. Add --yes to send it.</source>
        <translation>没有发送任何请求。加上 --yes 才会发送。</translation>
    </message>
    <message>
        <source>It could not be checked everywhere whether the user is offline.</source>
        <translation>未能在所有应用中检查该用户是否已离线。</translation>
    </message>
    <message numerus="yes">
        <source>Sending again in %Ln second(s)…</source>
        <translation>
            <numerusform>%Ln 秒后再次发送……</numerusform>
        </translation>
    </message>
    <message>
        <source>The result of the request is unknown. Checking before anything else is sent…</source>
        <translation>无法确定请求是否已生效。再次发送之前先进行检查……</translation>
    </message>
    <message>
        <source>Checking that the user is offline…</source>
        <translation>正在确认用户已离线…</translation>
    </message>
</context>
<context>
    <name>KickOutcomes</name>
    <message>
        <source>Confirmed offline</source>
        <translation>已确认离线</translation>
    </message>
    <message>
        <source>Accepted, not confirmed</source>
        <translation>已受理，未能核实</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Planned, nothing sent</source>
        <translation>仅为计划，未发送</translation>
    </message>
    <message>
        <source>Still online</source>
        <translation>仍在线</translation>
    </message>
    <message>
        <source>Rejected by Authing</source>
        <translation>被 Authing 拒绝</translation>
    </message>
    <message>
        <source>Result unknown</source>
        <translation>结果未知</translation>
    </message>
</context>
<context>
    <name>KickPage</name>
    <message>
        <source>Everywhere</source>
        <translation>全部应用</translation>
    </message>
</context>
<context>
    <name>KickReport</name>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1: already offline in every application</source>
        <translation>%1：用户在所有应用中均已离线</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>标识方式</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前状态</translation>
    </message>
    <message>
        <source>Number in the history: %1</source>
        <translation>操作记录编号：%1</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后状态</translation>
    </message>
    <message>
        <source>The user signed in again at %1 from %2. It may be the rightful owner.</source>
        <translation>该用户已于 %1 从 %2 再次登录，可能是账号的合法所有者。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>KickSheet</name>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The request that will be sent</source>
        <translation>将要发送的请求</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Force sign-out: %1</source>
        <translation>强制下线：%1</translation>
    </message>
    <message numerus="yes">
        <source>Force sign-out from %Ln application(s)</source>
        <translation>
            <numerusform>从 %Ln 个应用强制下线</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未登录</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The sign-in sessions in these applications end. Tokens already issued may work until they expire. A kick does not block the account.</source>
        <translation>这些应用中的登录会话将结束。已签发的令牌在过期前可能仍然有效。强制下线不会封禁账号。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln application(s)</source>
        <translation>
            <numerusform>%Ln 个应用</numerusform>
        </translation>
    </message>
    <message>
        <source>Force sign-out</source>
        <translation>强制下线</translation>
    </message>
    <message>
        <source>The user is not online anywhere. Cancel, and tick an application.</source>
        <translation>该用户未在任何应用中在线。请取消，然后勾选应用。</translation>
    </message>
    <message>
        <source>Identifier sent</source>
        <translation>发送的标识</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Users that are left out</source>
        <translation>未纳入的用户</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Export the users that are left out</source>
        <translation>导出未纳入的用户</translation>
    </message>
    <message>
        <source>Spreadsheet, CSV (*.csv)</source>
        <translation>电子表格，CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>ListBoxes</name>
    <message numerus="yes">
        <source>You are working on a list with %Ln user(s). It has not been sent.</source>
        <translation>
            <numerusform>您正在处理一份有 %Ln 个用户的名单，尚未发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>You are working on a list. It has not been sent.</source>
        <translation>您正在处理一份名单，尚未发送。</translation>
    </message>
    <message>
        <source>Replace the list?</source>
        <translation>替换名单？</translation>
    </message>
    <message>
        <source>If another one replaces it, your choices are lost.</source>
        <translation>替换后，您在其中所做的选择将丢失。</translation>
    </message>
    <message>
        <source>&amp;Replace the list</source>
        <translation>替换名单(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep the list</source>
        <translation>保留名单(&amp;K)</translation>
    </message>
    <message>
        <source>A list is being run</source>
        <translation>正在执行名单</translation>
    </message>
    <message>
        <source>%1 of %2 users are done. Wait for the end of this list, or stop it, before you take up another one.</source>
        <translation>已完成 %1/%2 个用户。请等待这份名单执行结束，或先停止执行，再处理另一份名单。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) without a good result:</source>
        <translation>
            <numerusform>%Ln 个用户结果不理想：</numerusform>
        </translation>
    </message>
    <message>
        <source>Those with an unknown result are checked first.</source>
        <translation>结果未知的用户会先核实。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is sent for the other %Ln user(s).</source>
        <translation>
            <numerusform>对其余 %Ln 个用户不发送任何请求。</numerusform>
        </translation>
    </message>
    <message>
        <source>Force offline once more?</source>
        <translation>再次强制下线？</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Force %Ln user(s) offline</source>
        <translation>
            <numerusform>强制 %Ln 个用户下线(&amp;F)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Resume the unfinished list?</source>
        <translation>继续未完成的名单？</translation>
    </message>
    <message>
        <source>List %1 of %2 is for the same users and isn&apos;t finished: %3 of %4 users are done.
Resuming first checks the users that were in progress, then continues with the rest. A new list would send to all of them again.</source>
        <translation>名单 %1（%2）的用户与此相同，且尚未完成：%4 个用户中已处理 %3 个。
继续时会先检查正在处理的用户，再处理其余用户。新建名单则会对所有用户重新发送。</translation>
    </message>
    <message>
        <source>&amp;Resume that list</source>
        <translation>继续该名单(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Start a new list</source>
        <translation>新建名单(&amp;S)</translation>
    </message>
</context>
<context>
    <name>ListBucket</name>
    <message>
        <source>Found</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Not an active account</source>
        <translation>账号未启用</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>Several matches</source>
        <translation>多个匹配</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>Duplicate, merged</source>
        <translation>重复（已合并）</translation>
    </message>
    <message>
        <source>Blank, skipped</source>
        <translation>空白（已跳过）</translation>
    </message>
    <message>
        <source>Malformed</source>
        <translation>格式有误</translation>
    </message>
    <message>
        <source>Could not be looked up</source>
        <translation>未能查询</translation>
    </message>
    <message>
        <source>The name has a domain in front. Enter the part behind the backslash.</source>
        <translation>名称前带有域名。请输入反斜杠后面的部分。</translation>
    </message>
</context>
<context>
    <name>ListGuessBox</name>
    <message>
        <source>Colu&amp;mn</source>
        <translation>列(&amp;M)</translation>
    </message>
    <message>
        <source>ID &amp;type</source>
        <translation>标识类型(&amp;T)</translation>
    </message>
    <message>
        <source>Hea&amp;dings</source>
        <translation>表头(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>分隔符(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>编码(&amp;E)</translation>
    </message>
    <message>
        <source>S&amp;heet</source>
        <translation>工作表(&amp;H)</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>文件(&amp;L)</translation>
    </message>
    <message>
        <source>from the clipboard</source>
        <translation>来自剪贴板</translation>
    </message>
    <message>
        <source>Choose the column</source>
        <translation>请选择列</translation>
    </message>
    <message>
        <source>Any that fits</source>
        <translation>任何符合的类型</translation>
    </message>
    <message>
        <source>Found automatically</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>There are headings</source>
        <translation>有表头</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>没有表头</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Vertical bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>None: one column</source>
        <translation>无：只有一列</translation>
    </message>
    <message>
        <source>Any: several values in a line</source>
        <translation>任意：一行有多个值</translation>
    </message>
    <message>
        <source>Choose the encoding</source>
        <translation>请选择编码</translation>
    </message>
</context>
<context>
    <name>ListItemWords</name>
    <message>
        <source>Signed in again at %1 from %2</source>
        <translation>于 %1 从 %2 再次登录</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Row %1 of the list</source>
        <translation>名单第 %1 行</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln 次请求</numerusform>
        </translation>
    </message>
    <message>
        <source>Still online: %1</source>
        <translation>仍在线：%1</translation>
    </message>
    <message>
        <source>Could not be checked: %1</source>
        <translation>未能检查：%1</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>计划 (*.json)</translation>
    </message>
    <message>
        <source>1 Source</source>
        <translation>1 来源</translation>
    </message>
    <message>
        <source>2 Users</source>
        <translation>2 用户</translation>
    </message>
    <message>
        <source>3 Plan</source>
        <translation>3 计划</translation>
    </message>
    <message>
        <source>4 Run</source>
        <translation>4 执行</translation>
    </message>
</context>
<context>
    <name>ListPlanModel</name>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用数</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message numerus="yes">
        <source>● %Ln online</source>
        <translation>
            <numerusform>● %Ln 个在线</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPlanPanel</name>
    <message>
        <source>Wherever the users are o&amp;nline now</source>
        <translation>用户当前在线的应用(&amp;N)</translation>
    </message>
    <message>
        <source>In all applications of the &amp;pool</source>
        <translation>用户池的所有应用(&amp;P)</translation>
    </message>
    <message>
        <source>In &amp;these applications</source>
        <translation>以下应用(&amp;T)</translation>
    </message>
    <message>
        <source>Users of the plan</source>
        <translation>计划中的用户</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>用户池</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户数</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用数</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Expected time</source>
        <translation>预计用时</translation>
    </message>
    <message>
        <source>Sessions looked at</source>
        <translation>已检查的会话</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save the plan…</source>
        <translation>保存计划(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Make the plan</source>
        <translation>生成计划(&amp;M)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them protected</source>
        <translation>
            <numerusform>其中 %Ln 个受保护</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 online</source>
        <translation>%1 个在线</translation>
    </message>
    <message>
        <source>%1 could not be checked</source>
        <translation>%1 个未能检查</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) already offline</source>
        <translation>
            <numerusform>%Ln 个用户已离线</numerusform>
        </translation>
    </message>
    <message>
        <source>Ends: the sessions of these users in these applications.</source>
        <translation>将结束：这些用户在这些应用中的会话。</translation>
    </message>
    <message>
        <source>Stays: tokens already issued may keep working until they expire. The accounts are not blocked; the users can sign in again.</source>
        <translation>将保留：已签发的令牌在过期前可能仍然有效。账号不会被禁用，用户可以重新登录。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Some sessions could not be checked: %1</source>
        <translation>部分会话未能检查：%1</translation>
    </message>
    <message>
        <source>The list has %1 users, and one list may have %2 here. Divide it, or have the limit raised.</source>
        <translation>名单有 %1 个用户，而此处一次最多 %2 个。请拆分名单，或请管理员提高上限。</translation>
    </message>
    <message>
        <source>Tick at least one application.</source>
        <translation>请至少勾选一个应用。</translation>
    </message>
    <message>
        <source>None of these users is online, so there is nothing to do.</source>
        <translation>这些用户都不在线，无需处理。</translation>
    </message>
    <message>
        <source>Ticket (required)</source>
        <translation>工单号（必填）</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Type the number of users</source>
        <translation>请输入用户数</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Force %Ln user(s) offline</source>
        <translation>
            <numerusform>强制 %Ln 个用户下线(&amp;F)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln user(s) are a trial: behind them the list pauses and asks.</source>
        <translation>
            <numerusform>先试行前 %Ln 个用户，然后暂停并询问是否继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the ticket number first.</source>
        <translation>请先填写工单号。</translation>
    </message>
    <message>
        <source>Enter the reason first.</source>
        <translation>请先填写原因。</translation>
    </message>
    <message>
        <source>Type the number of users first: %1</source>
        <translation>请先输入用户数：%1</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>未纳入</translation>
    </message>
    <message>
        <source>&amp;Who is left out…</source>
        <translation>未纳入的用户(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>ListPreviewModel</name>
    <message>
        <source>Column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>any type</source>
        <translation>任何类型</translation>
    </message>
</context>
<context>
    <name>ListProblem</name>
    <message>
        <source>The list is larger than 64 MB. Keep only the column with the identifiers, or divide the list.</source>
        <translation>名单超过 64 MB。请只保留标识所在的列，或拆分名单。</translation>
    </message>
    <message>
        <source>The file is neither text nor an Excel workbook. Save the list as an Excel workbook (.xlsx) or as CSV UTF-8.</source>
        <translation>该文件既不是文本，也不是 Excel 工作簿。请将名单另存为 Excel 工作簿（.xlsx）或 CSV UTF-8。</translation>
    </message>
    <message>
        <source>The encoding of the file is not clear: it is not UTF-8, and it could be Big5, Shift-JIS, Windows-1252 or another one. Choose the encoding, or save the list as CSV UTF-8.</source>
        <translation>无法确定文件的编码：它不是 UTF-8，可能是 Big5、Shift-JIS、Windows-1252 或其他编码。请选择编码，或将名单另存为 CSV UTF-8。</translation>
    </message>
    <message>
        <source>The file is a web page (HTML), whatever its name says. Open it in Excel and save it as an Excel workbook (.xlsx).</source>
        <translation>无论文件名如何，该文件实际是网页（HTML）。请用 Excel 打开，再另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file is formatted text (RTF). Open it, copy the identifiers and paste them here.</source>
        <translation>该文件是带格式的文本（RTF）。请打开它，复制标识并粘贴到这里。</translation>
    </message>
    <message>
        <source>The file is JSON, not a table. Write one identifier in each line of a text file, or save a table as CSV.</source>
        <translation>该文件是 JSON，不是表格。请在文本文件中每行写一个标识，或将表格另存为 CSV。</translation>
    </message>
    <message>
        <source>The file is an export of a directory (LDIF), not a table. Export the users as CSV.</source>
        <translation>该文件是目录导出（LDIF），不是表格。请将用户导出为 CSV。</translation>
    </message>
    <message>
        <source>The file has contacts (vCard), not a table. Export the contacts as CSV.</source>
        <translation>该文件是联系人名片（vCard），不是表格。请将联系人导出为 CSV。</translation>
    </message>
    <message>
        <source>The file is XML, not a table. Open it in Excel and save it as an Excel workbook (.xlsx).</source>
        <translation>该文件是 XML，不是表格。请用 Excel 打开，再另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file is a PDF. Copy the identifiers from it and paste them here.</source>
        <translation>该文件是 PDF。请从中复制标识并粘贴到这里。</translation>
    </message>
    <message>
        <source>The file is a text document or a presentation, not a table. Copy the identifiers from it and paste them here.</source>
        <translation>该文件是文档或演示文稿，不是表格。请从中复制标识并粘贴到这里。</translation>
    </message>
    <message>
        <source>The file is a workbook of Excel 97 to 2003 (.xls). Open it in Excel and save it as an Excel workbook (.xlsx).</source>
        <translation>该文件是 Excel 97–2003 工作簿（.xls）。请用 Excel 打开，再另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file is a binary workbook (.xlsb). Open it in Excel and save it as an Excel workbook (.xlsx).</source>
        <translation>该文件是二进制工作簿（.xlsb）。请用 Excel 打开，再另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file is an OpenDocument spreadsheet (.ods). Save it as an Excel workbook (.xlsx).</source>
        <translation>该文件是 OpenDocument 电子表格（.ods）。请另存为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file is a spreadsheet of Numbers. Export it as an Excel workbook (.xlsx) there.</source>
        <translation>该文件是 Numbers 表格。请在 Numbers 中导出为 Excel 工作簿（.xlsx）。</translation>
    </message>
    <message>
        <source>The file is an archive, not a workbook. Unpack it and open the list that is in it.</source>
        <translation>该文件是压缩包，不是工作簿。请解压后打开其中的名单。</translation>
    </message>
    <message>
        <source>The workbook is protected with a password. Open it in Excel and save it without one.</source>
        <translation>工作簿有密码保护。请用 Excel 打开，去掉密码后保存。</translation>
    </message>
    <message>
        <source>The workbook is damaged or incomplete. Open it in Excel and save it again, or get the file anew.</source>
        <translation>工作簿已损坏或不完整。请用 Excel 打开并重新保存，或重新获取该文件。</translation>
    </message>
    <message>
        <source>Unpacked, the workbook is larger than 200 MB, or it is packed in a way that no spreadsheet program uses. Copy the column with the identifiers into a new workbook.</source>
        <translation>工作簿解压后超过 200 MB，或其压缩方式不是电子表格程序所用的。请将标识所在的列复制到新的工作簿。</translation>
    </message>
    <message>
        <source>The workbook has more than 1,000 sheets. Copy the sheet with the users into a new workbook.</source>
        <translation>工作簿的工作表超过 1,000 个。请将用户所在的工作表复制到新的工作簿。</translation>
    </message>
    <message>
        <source>The workbook has no sheet of that name.</source>
        <translation>工作簿中没有这个名称的工作表。</translation>
    </message>
    <message>
        <source>Several sheets of the workbook have rows. Choose the one with the users.</source>
        <translation>工作簿中有多个工作表有内容。请选择用户所在的工作表。</translation>
    </message>
</context>
<context>
    <name>ListQuestions</name>
    <message numerus="yes">
        <source>%Ln hidden row(s) are part of the list.</source>
        <translation>
            <numerusform>名单包含 %Ln 个隐藏行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are hidden.</source>
        <translation>
            <numerusform>有 %Ln 列被隐藏。</numerusform>
        </translation>
    </message>
    <message>
        <source>Name one of these with --column, or another type with --id-type:</source>
        <translation>请用 --column 指定其中一列，或用 --id-type 指定其他类型：</translation>
    </message>
    <message>
        <source>looks like %1</source>
        <translation>形似 %1</translation>
    </message>
    <message>
        <source>looks like no ID of a known form</source>
        <translation>不像任何已知形式的标识</translation>
    </message>
    <message>
        <source>no heading</source>
        <translation>无表头</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>The file is no workbook, so it has no sheets.</source>
        <translation>该文件不是工作簿，没有工作表。</translation>
    </message>
    <message>
        <source>Name one of these with --sheet:</source>
        <translation>请用 --sheet 指定其中一个：</translation>
    </message>
</context>
<context>
    <name>ListReceipts</name>
    <message>
        <source>✖ Halted</source>
        <translation>✖ 已中止</translation>
    </message>
    <message>
        <source>– Stopped before its end</source>
        <translation>– 未完成即停止</translation>
    </message>
    <message>
        <source>✔ Finished: everyone is confirmed offline</source>
        <translation>✔ 已完成：所有用户均已确认离线</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Writing everyone down…</source>
        <translation>正在登记所有用户…</translation>
    </message>
    <message>
        <source>→ Running; the server asks for patience</source>
        <translation>→ 正在执行；服务器要求放慢</translation>
    </message>
    <message>
        <source>→ Running</source>
        <translation>→ 正在执行</translation>
    </message>
    <message>
        <source>– Paused</source>
        <translation>– 已暂停</translation>
    </message>
    <message>
        <source>? Paused behind the first users</source>
        <translation>? 试行完毕，已暂停</translation>
    </message>
    <message>
        <source>Stopping; what was sent is waited for…</source>
        <translation>正在停止，等待已发送的请求…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>已完成 %1，共 %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 个</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余%1</translation>
    </message>
    <message>
        <source>Force sign-out, list %1</source>
        <translation>批量强制下线，编号 %1</translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>工单号：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Users: %1</source>
        <translation>用户数：%1</translation>
    </message>
    <message>
        <source>Without a result: %1</source>
        <translation>没有结果：%1</translation>
    </message>
    <message>
        <source>Sending has stopped. Fix the access key in Connections, then resume. Users without a result are still waiting.</source>
        <translation>已停止发送。请在“连接”中修正访问密钥，然后继续。尚无结果的用户仍在等待。</translation>
    </message>
    <message>
        <source>No users were skipped. Those without a result are still waiting. Fix the problem, then resume.</source>
        <translation>没有遗漏任何用户，尚无结果的用户仍在等待。排除问题后即可继续。</translation>
    </message>
    <message>
        <source>Proof: %1</source>
        <translation>核实方式：%1</translation>
    </message>
    <message>
        <source>%1: %2 of %3 users – finished</source>
        <translation>%1（%2 / %3 个用户），已完成</translation>
    </message>
    <message>
        <source>Couldn&apos;t keep the rows of your list in the data folder, so the result can&apos;t be exported beside them. Everything else is on record. Check the free space and the rights of that folder.</source>
        <translation>无法在数据文件夹中保存名单的原始行，因此结果不能与其一同导出；其他内容均已记录。请检查该文件夹的可用空间和权限。</translation>
    </message>
    <message>
        <source>Users without a good result:</source>
        <translation>结果不好的用户：</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more user(s). The exported result names everyone.</source>
        <translation>
            <numerusform>…另有 %Ln 个用户。导出的结果中列有全部用户。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListResults</name>
    <message>
        <source>The same user as in row %1</source>
        <translation>与第 %1 行是同一用户</translation>
    </message>
</context>
<context>
    <name>ListRowModel</name>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>名单内容</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ListRunModel</name>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>应用数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>ListRunPanel</name>
    <message>
        <source>Users done</source>
        <translation>已完成的用户</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>到此停止</translation>
    </message>
    <message>
        <source>&amp;Go on with all</source>
        <translation>全部继续(&amp;G)</translation>
    </message>
    <message>
        <source>Users of the list</source>
        <translation>名单中的用户</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Check and &amp;go on</source>
        <translation>核实并继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Retry failed only</source>
        <translation>仅重试失败项(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Cop&amp;y receipt</source>
        <translation>复制回执(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;New list</source>
        <translation>新名单(&amp;N)</translation>
    </message>
    <message>
        <source>Copy in &amp;Chinese</source>
        <translation>复制中文(&amp;C)</translation>
    </message>
    <message>
        <source>Copy in &amp;English</source>
        <translation>复制英文(&amp;E)</translation>
    </message>
    <message>
        <source>Copy in &amp;both languages</source>
        <translation>复制中英双语(&amp;B)</translation>
    </message>
    <message>
        <source>The first %1 users are done: %2 confirmed offline. Look at them below. Go on with the other %3?</source>
        <translation>前 %1 个用户已完成，其中 %2 个已确认离线，详见下表。是否继续其余 %3 个？</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>所有用户</translation>
    </message>
    <message>
        <source>→ Under way</source>
        <translation>→ 进行中</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Export the result</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>在名单中查找</translation>
    </message>
    <message>
        <source>Name, contact or user ID (Ctrl+F)</source>
        <translation>姓名、联系方式或用户 ID（Ctrl+F）</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>详情(&amp;D)…</translation>
    </message>
    <message>
        <source>Everything on record, CSV (*.csv)</source>
        <translation>全部记录，CSV (*.csv)</translation>
    </message>
    <message>
        <source>Your list with the results, CSV (*.csv)</source>
        <translation>您的名单及结果，CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>ListSourcePanel</name>
    <message>
        <source>Open a &amp;file…</source>
        <translation>打开文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Ope&amp;n a plan…</source>
        <translation>打开计划(&amp;N)…</translation>
    </message>
    <message>
        <source>Everyone &amp;online in</source>
        <translation>应用的在线用户(&amp;O)</translation>
    </message>
    <message>
        <source>First rows of the list</source>
        <translation>名单的前几行</translation>
    </message>
    <message>
        <source>Look the &amp;users up</source>
        <translation>查找用户(&amp;U)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>打开计划</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>计划 (*.json)</translation>
    </message>
    <message>
        <source>&amp;Paste  %1</source>
        <translation>粘贴(&amp;P)  %1</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>One user a row: user IDs, phone numbers, e-mail addresses, user names and other identifiers are recognised. Nothing is sent before you have seen who is meant.</source>
        <translation>每行一个用户：可识别用户 ID、手机号、邮箱、用户名等标识。在您确认涉及哪些用户之前，不会发送任何请求。</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open lists</source>
        <translation>打开名单</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.csv *.txt *.tsv)</source>
        <translation>名单 (*.xlsx *.xlsm *.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>Paste a list from a spreadsheet, or drop workbooks, CSV or text files here.</source>
        <translation>从电子表格粘贴名单，或将工作簿、CSV 或文本文件拖到这里。</translation>
    </message>
    <message>
        <source>Another of the files cannot be used yet. Choose it above.</source>
        <translation>还有文件不能使用，请在上方选择它。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hidden row(s) are part of the list</source>
        <translation>
            <numerusform>名单包含 %Ln 个隐藏行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are hidden</source>
        <translation>
            <numerusform>有 %Ln 列被隐藏</numerusform>
        </translation>
    </message>
    <message>
        <source>By status o&amp;r department…</source>
        <translation>按状态或部门(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Get users</source>
        <translation>获取用户(&amp;G)</translation>
    </message>
</context>
<context>
    <name>ListSum</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln 个用户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heading(s)</source>
        <translation>
            <numerusform>%Ln 行表头</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank</source>
        <translation>
            <numerusform>%Ln 行空白</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>%Ln 行合并</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln 行拒绝</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListUserDialog</name>
    <message>
        <source>What became of one user</source>
        <translation>单个用户的结果</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取操作记录…</translation>
    </message>
</context>
<context>
    <name>ListUsersPanel</name>
    <message>
        <source>Users looked up</source>
        <translation>已查找的用户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>名单中的行</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>从名单中移除(&amp;R)</translation>
    </message>
    <message>
        <source>Choose the &amp;user…</source>
        <translation>选择用户(&amp;U)…</translation>
    </message>
    <message>
        <source>Take pr&amp;otected users…</source>
        <translation>纳入受保护用户(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Export the rest…</source>
        <translation>导出其余行(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Plan…</source>
        <translation>制定计划(&amp;P)…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Collecting everyone who is online…</source>
        <translation>正在收集所有在线用户…</translation>
    </message>
    <message>
        <source>Looking the users up…</source>
        <translation>正在查找用户…</translation>
    </message>
    <message>
        <source>No row is left here.</source>
        <translation>这里没有剩余的行。</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) will be planned.</source>
        <translation>
            <numerusform>将纳入 %Ln 个用户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put bac&amp;k into the list</source>
        <translation>放回名单(&amp;K)</translation>
    </message>
    <message>
        <source>Export the rest</source>
        <translation>导出其余行</translation>
    </message>
    <message>
        <source>Spreadsheet, CSV (*.csv)</source>
        <translation>电子表格 CSV (*.csv)</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>在名单中查找</translation>
    </message>
    <message>
        <source>Text of the list, name or contact (Ctrl+F)</source>
        <translation>名单内容、姓名或联系方式（Ctrl+F）</translation>
    </message>
    <message>
        <source>No user is online there.</source>
        <translation>该应用当前没有在线用户。</translation>
    </message>
    <message>
        <source>This access key can&apos;t search, so Kickdesk couldn&apos;t check whether a phone number also exists under another country code.</source>
        <translation>此访问密钥无权搜索，无法检查手机号是否还属于其他国家/地区代码下的用户。</translation>
    </message>
    <message>
        <source>Collecting the users…</source>
        <translation>正在收集用户…</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>没有符合条件的用户。</translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message>
        <source>Taken all the same: %1</source>
        <translation>仍然纳入：%1</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>未纳入：%1</translation>
    </message>
    <message>
        <source>Not looked up; sent as it is</source>
        <translation>未查找，按原样发送</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>The same user as in row %1</source>
        <translation>与第 %1 行是同一用户</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 h</source>
        <translation>约 %1 小时</translation>
    </message>
    <message>
        <source>Has signed in again.</source>
        <translation>用户已重新登录。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>尝试 %Ln 次</numerusform>
        </translation>
    </message>
    <message>
        <source>· Waiting</source>
        <translation>· 等待中</translation>
    </message>
    <message>
        <source>→ Being sent</source>
        <translation>→ 正在发送</translation>
    </message>
    <message>
        <source>… Checking</source>
        <translation>… 正在核实</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) match; choose one</source>
        <translation>
            <numerusform>有 %Ln 个用户匹配，请选择一个</numerusform>
        </translation>
    </message>
    <message>
        <source>– Paused</source>
        <translation>– 已暂停</translation>
    </message>
    <message>
        <source>online nowhere</source>
        <translation>均不在线</translation>
    </message>
    <message>
        <source>Left out: online nowhere</source>
        <translation>未纳入：在任何应用中都不在线</translation>
    </message>
</context>
<context>
    <name>LockBox</name>
    <message>
        <source>Kickdesk is locked</source>
        <translation>Kickdesk 已锁定</translation>
    </message>
    <message>
        <source>Kickdesk is locked.
The connection is closed, and secrets in memory are forgotten.</source>
        <translation>Kickdesk 已锁定。
连接已关闭，内存中的 Secret 已清除。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>LoginHistoryModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP 地址</translation>
    </message>
    <message>
        <source>Browser and system</source>
        <translation>浏览器和系统</translation>
    </message>
    <message>
        <source>time unknown</source>
        <translation>时间未知</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Actions</source>
        <translation>操作(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Find a user</source>
        <translation>查找用户(&amp;F)</translation>
    </message>
    <message>
        <source>Force &amp;sign-out…</source>
        <translation>强制下线(&amp;S)…</translation>
    </message>
    <message>
        <source>Force sign-out &amp;everywhere…</source>
        <translation>从全部应用强制下线(&amp;E)…</translation>
    </message>
    <message>
        <source>Tick &amp;all applications</source>
        <translation>勾选全部应用(&amp;A)</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>全不勾选(&amp;N)</translation>
    </message>
    <message>
        <source>Tick &amp;online ones</source>
        <translation>勾选在线的应用(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy the result</source>
        <translation>复制结果(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;About Kickdesk</source>
        <translation>关于 Kickdesk(&amp;A)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Sign-out</source>
        <translation>强制下线(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>操作记录(&amp;H)</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>强制下线</translation>
    </message>
    <message>
        <source>History</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Sandbox</source>
        <translation>沙盒(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Connections…</source>
        <translation>连接(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Examine the connection…</source>
        <translation>检查连接(&amp;E)…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Open the &amp;folder of log and history</source>
        <translation>打开日志和操作记录所在的文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Report for support…</source>
        <translation>支持报告(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Help on this page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>用户指南(&amp;U)</translation>
    </message>
    <message>
        <source>A&amp;dministrator guide</source>
        <translation>管理员指南(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Security</source>
        <translation>安全说明(&amp;S)</translation>
    </message>
    <message>
        <source>Start &amp;page…</source>
        <translation>开始页(&amp;P)…</translation>
    </message>
    <message>
        <source>Guided &amp;tour in the sandbox</source>
        <translation>沙盒引导(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Paste a list…</source>
        <translation>粘贴名单(&amp;P)…</translation>
    </message>
    <message>
        <source>C&amp;hosen users to a list…</source>
        <translation>将选中的用户加入名单(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Lists</source>
        <translation>批量下线(&amp;L)</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>批量下线</translation>
    </message>
    <message>
        <source>The list waits for you</source>
        <translation>批量下线等待您确认</translation>
    </message>
    <message>
        <source>The first users are done. Go on with all?</source>
        <translation>前几个用户已完成。是否全部继续？</translation>
    </message>
    <message>
        <source>The list was halted</source>
        <translation>批量下线已中止</translation>
    </message>
    <message>
        <source>The list has ended</source>
        <translation>批量下线已结束</translation>
    </message>
    <message>
        <source>%1 of %2 users are confirmed offline.</source>
        <translation>%2 个用户中已有 %1 个确认离线。</translation>
    </message>
    <message>
        <source>A list is being run</source>
        <translation>批量下线正在执行</translation>
    </message>
    <message>
        <source>&amp;Stop the list</source>
        <translation>停止批量下线(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Let it run</source>
        <translation>继续执行(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Refresh applications and sessions</source>
        <translation>刷新应用和会话(&amp;R)</translation>
    </message>
    <message>
        <source>User signed in again</source>
        <translation>用户再次登录</translation>
    </message>
    <message>
        <source>Someone you signed out has signed in again. Open Kickdesk for details.</source>
        <translation>您强制下线的用户已再次登录，请打开 Kickdesk 查看。</translation>
    </message>
    <message>
        <source>%1 of %2 users are done. If you stop now, you can resume later. No users are skipped.</source>
        <translation>%2 个用户中已完成 %1 个。现在停止也可以稍后继续，不会遗漏任何用户。</translation>
    </message>
    <message>
        <source>A sign-out is under way</source>
        <translation>正在强制下线</translation>
    </message>
    <message>
        <source>&amp;Stay here</source>
        <translation>留在这里(&amp;S)</translation>
    </message>
    <message>
        <source>Kickdesk continues with what you chose as soon as the result is on record.</source>
        <translation>结果记录完成后，Kickdesk 会继续执行您选择的操作。</translation>
    </message>
</context>
<context>
    <name>ManualPanel</name>
    <message>
        <source>Identifier and applications</source>
        <translation>用户标识和应用</translation>
    </message>
    <message>
        <source>ID type</source>
        <translation>标识类型</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>用户标识</translation>
    </message>
    <message>
        <source>Application IDs, separated by spaces, commas or lines</source>
        <translation>应用 ID，用空格、逗号或换行分隔</translation>
    </message>
    <message>
        <source>Other application IDs, separated by spaces, commas or lines</source>
        <translation>其他应用 ID，用空格、逗号或换行分隔</translation>
    </message>
    <message>
        <source>This access key can&apos;t look up users. What you type here is sent as is, without checking who it belongs to.</source>
        <translation>此访问密钥无权查询用户。此处填写的内容会原样发送，不会核对属于哪个用户。</translation>
    </message>
</context>
<context>
    <name>NameMarks</name>
    <message>
        <source>same name</source>
        <translation>同名</translation>
    </message>
    <message>
        <source>look-alike name</source>
        <translation>姓名形似</translation>
    </message>
    <message>
        <source>mixed alphabets</source>
        <translation>字母混用</translation>
    </message>
    <message>
        <source>invisible characters</source>
        <translation>含不可见字符</translation>
    </message>
    <message>
        <source>Another user found has the same name. Compare the user ID and the contact.</source>
        <translation>查到的用户中另有同名用户。请核对用户 ID 和联系方式。</translation>
    </message>
    <message>
        <source>Another user found has a name that looks the same. Compare the user ID and the contact.</source>
        <translation>查到的用户中另有姓名看起来相同的用户。请核对用户 ID 和联系方式。</translation>
    </message>
    <message>
        <source>This name mixes look-alike letters from different alphabets. Compare the user ID and the contact.</source>
        <translation>此姓名混用了不同文字中形似的字母。请核对用户 ID 和联系方式。</translation>
    </message>
    <message>
        <source>This name contains invisible characters. They are shown as [U+…].</source>
        <translation>此名称含有不可见字符，已显示为 [U+…]。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PoolDialog</name>
    <message>
        <source>Users of the pool</source>
        <translation>用户池中的用户</translation>
    </message>
    <message>
        <source>Everyone with the &amp;status</source>
        <translation>具有以下状态的所有用户(&amp;S)</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Everyone in a &amp;department, and in those below it</source>
        <translation>某部门及其下级部门的所有用户(&amp;D)</translation>
    </message>
    <message>
        <source>Find a department</source>
        <translation>查找部门</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Reading the departments…</source>
        <translation>正在读取部门…</translation>
    </message>
    <message>
        <source>There is no such department.</source>
        <translation>没有匹配的部门。</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>添加用户</translation>
    </message>
</context>
<context>
    <name>ProfileCommand</name>
    <message>
        <source>production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>沙盒</translation>
    </message>
    <message>
        <source>show and change the saved connections</source>
        <translation>查看和更改已保存的连接</translation>
    </message>
    <message>
        <source>name of the connection</source>
        <translation>连接的名称</translation>
    </message>
    <message>
        <source>list the saved connections</source>
        <translation>列出已保存的连接</translation>
    </message>
    <message>
        <source>save a connection: --host, --key-id and what else describes it</source>
        <translation>保存一个连接：--host、--key-id 以及其他描述</translation>
    </message>
    <message>
        <source>what the user pool is for (default: production)</source>
        <translation>用户池的用途（默认：production，即生产）</translation>
    </message>
    <message>
        <source>none, system or http://host:port (default: none)</source>
        <translation>none、system 或 http://host:port（默认：none，即不使用）</translation>
    </message>
    <message>
        <source>header that names the tenant</source>
        <translation>标明租户的请求头</translation>
    </message>
    <message>
        <source>value of that header</source>
        <translation>该请求头的值</translation>
    </message>
    <message>
        <source>how the operator is called in the history</source>
        <translation>操作记录中的操作人姓名</translation>
    </message>
    <message>
        <source>ask for a ticket number each time</source>
        <translation>每次都须填写工单号</translation>
    </message>
    <message>
        <source>ask for a reason each time</source>
        <translation>每次都须填写原因</translation>
    </message>
    <message>
        <source>forget a connection and its secret</source>
        <translation>删除连接及其 Secret</translation>
    </message>
    <message>
        <source>keep the secret on the standard input in the keychain</source>
        <translation>将标准输入中的 Secret 保存到钥匙串</translation>
    </message>
    <message>
        <source>add the connections in FILE</source>
        <translation>导入 FILE 中的连接</translation>
    </message>
    <message>
        <source>write every connection into FILE, without secrets</source>
        <translation>将所有连接写入 FILE（不含 Secret）</translation>
    </message>
    <message>
        <source>a JSON file</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <source>--proxy takes none, system or http://host:port.</source>
        <translation>--proxy 的值须为 none、system 或 http://host:port。</translation>
    </message>
    <message>
        <source>--tenant-header and --tenant belong together: a name of letters, digits, - and _, and a value.</source>
        <translation>--tenant-header 和 --tenant 须同时使用：名称只含字母、数字、- 和 _，并且要有值。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>访问密钥</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Set up by</source>
        <translation>设置者</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>No connection is saved.</source>
        <translation>没有已保存的连接。</translation>
    </message>
    <message>
        <source>“%1” is saved.</source>
        <translation>已保存“%1”。</translation>
    </message>
    <message>
        <source>“%1” is forgotten.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Its secret could not be removed from the keychain.</source>
        <translation>未能从钥匙串中删除其 Secret。</translation>
    </message>
    <message>
        <source>The secret of “%1” is in the keychain.</source>
        <translation>“%1”的 Secret 已存入钥匙串。</translation>
    </message>
    <message>
        <source>The secret was not kept: no keychain took it. Use --secret-stdin with each call.</source>
        <translation>Secret 未能保存：没有可用的钥匙串。请在每次调用时使用 --secret-stdin。</translation>
    </message>
    <message>
        <source>Written into %1; connections: %2</source>
        <translation>已写入 %1；连接数：%2</translation>
    </message>
    <message>
        <source>users that one list may hold (default: 1000)</source>
        <translation>一份名单最多可含的用户数（默认 1000）</translation>
    </message>
    <message>
        <source>under which names the host knows the headers of the API (default: auto, by the host)</source>
        <translation>服务器使用哪一套 API 请求头名称（默认：auto，按服务器选用）</translation>
    </message>
</context>
<context>
    <name>ProfileEditor</name>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>主机(&amp;H)</translation>
    </message>
    <message>
        <source>Access &amp;key ID</source>
        <translation>访问密钥 ID(&amp;K)</translation>
    </message>
    <message>
        <source>Secre&amp;t</source>
        <translation>密钥 Secret(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Authentication</source>
        <translation>认证方式(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>环境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;User pool ID</source>
        <translation>用户池 ID(&amp;U)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Private &amp;CA file</source>
        <translation>私有 CA 文件(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translation>代理(&amp;P)</translation>
    </message>
    <message>
        <source>Proxy &amp;host and port</source>
        <translation>代理主机和端口(&amp;H)</translation>
    </message>
    <message>
        <source>Proxy port</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Proxy &amp;user</source>
        <translation>代理用户名(&amp;U)</translation>
    </message>
    <message>
        <source>Proxy pass&amp;word</source>
        <translation>代理密码(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tenant header</source>
        <translation>租户请求头(&amp;T)</translation>
    </message>
    <message>
        <source>T&amp;enant</source>
        <translation>租户(&amp;E)</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>&amp;Operator name</source>
        <translation>操作人姓名(&amp;O)</translation>
    </message>
    <message>
        <source>My own &amp;user ID</source>
        <translation>我自己的用户 ID(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Protected users</source>
        <translation>受保护的用户(&amp;P)</translation>
    </message>
    <message>
        <source>One user a line: the user ID first, then every other identifier, separated by spaces.</source>
        <translation>每行一个用户：先写用户 ID，再写其他所有标识，用空格分隔。</translation>
    </message>
    <message>
        <source>A &amp;ticket number is required</source>
        <translation>必须填写工单号(&amp;T)</translation>
    </message>
    <message>
        <source>A &amp;reason is required</source>
        <translation>必须填写原因(&amp;R)</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>新建连接</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>Management token (recommended)</source>
        <translation>管理令牌（推荐）</translation>
    </message>
    <message>
        <source>Signature (HMAC-SHA1)</source>
        <translation>签名（HMAC-SHA1）</translation>
    </message>
    <message>
        <source>Production: real users</source>
        <translation>生产：真实用户</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>No proxy</source>
        <translation>不使用代理</translation>
    </message>
    <message>
        <source>The system&apos;s proxy</source>
        <translation>系统代理</translation>
    </message>
    <message>
        <source>This proxy:</source>
        <translation>指定代理：</translation>
    </message>
    <message>
        <source>The secret is kept in the keychain of the system, or in memory where there is none.</source>
        <translation>Secret 保存在系统钥匙串中；没有钥匙串时仅保存在内存里。</translation>
    </message>
    <message>
        <source>Only for a private Authing whose certificate this system does not trust: the root certificate of its chain, in PEM.</source>
        <translation>仅用于本系统不信任其证书的私有化 Authing：请选择其证书链的根证书（PEM 格式）。</translation>
    </message>
    <message>
        <source>Root certificate</source>
        <translation>根证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>请给连接起一个名称。</translation>
    </message>
    <message>
        <source>The ID of the access key is missing.</source>
        <translation>缺少访问密钥 ID。</translation>
    </message>
    <message>
        <source>This cannot be the ID of an access key: letters, digits, “-” and “_” only.</source>
        <translation>这不可能是访问密钥 ID：只能包含字母、数字、“-”和“_”。</translation>
    </message>
    <message>
        <source>Enter the secret of the access key.</source>
        <translation>请输入访问密钥的 Secret。</translation>
    </message>
    <message>
        <source>The host of the proxy is missing.</source>
        <translation>缺少代理主机。</translation>
    </message>
    <message>
        <source>The tenant header needs a name (letters, digits, “-” and “_”) and a value.</source>
        <translation>租户请求头须有名称（字母、数字、“-”和“_”）和值。</translation>
    </message>
    <message>
        <source>Each line of the protected users begins with a user ID.</source>
        <translation>受保护用户的每一行都须以用户 ID 开头。</translation>
    </message>
    <message>
        <source>%1, valid until %2
SHA-256 %3</source>
        <translation>%1，有效期至 %2
SHA-256 %3</translation>
    </message>
    <message>
        <source>The CA file gives no root certificate to trust. What is wrong is said below it.</source>
        <translation>CA 文件中没有可信任的根证书。原因写在它的下方。</translation>
    </message>
    <message>
        <source>Users in one &amp;list, at most</source>
        <translation>单个名单用户数上限(&amp;L)</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>与设置相同</translation>
    </message>
    <message>
        <source>Header na&amp;mes</source>
        <translation>请求头名称(&amp;M)</translation>
    </message>
    <message>
        <source>As the host needs (recommended)</source>
        <translation>按服务器自动选用（推荐）</translation>
    </message>
    <message>
        <source>A secret is already stored. Leave this empty to keep it.</source>
        <translation>已保存 Secret。留空则沿用。</translation>
    </message>
    <message>
        <source>The address, key, proxy or root certificate changed. Enter the secret again.</source>
        <translation>服务地址、访问密钥、代理或根证书已更改，请重新输入 Secret。</translation>
    </message>
</context>
<context>
    <name>ProfileModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Access key ID</source>
        <translation>访问密钥 ID</translation>
    </message>
    <message>
        <source>Set up by</source>
        <translation>设置者</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>kickdesk-cli --help shows how to use it.</source>
        <translation>使用方法请看 kickdesk-cli --help。</translation>
    </message>
    <message>
        <source>The output could not be written.</source>
        <translation>无法写出输出内容。</translation>
    </message>
    <message>
        <source>Waiting up to %1 seconds for the answer; interrupt again to end at once.</source>
        <translation>最多再等待 %1 秒以接收答复；再次中断将立即结束。</translation>
    </message>
</context>
<context>
    <name>ProofArgument</name>
    <message>
        <source>how to prove that users are offline: each asks about every application of every user, list reads who is online and asks about some users singly; auto (default) asks each up to 10,000 questions. One user is always asked about singly</source>
        <translation>如何核实用户已离线：each 逐个用户、逐个应用询问；list 读取在线名单，并抽查部分用户；auto（默认）在 10,000 次询问以内逐个询问。单个用户总是逐个询问</translation>
    </message>
</context>
<context>
    <name>ProtectedUsersDialog</name>
    <message>
        <source>Take protected users</source>
        <translation>纳入受保护用户</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln protected user(s) will be forced offline with the others: %1</source>
        <translation>
            <numerusform>%Ln 个受保护用户将与其他用户一起被强制下线：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the name or the user ID</source>
        <translation>请输入姓名或用户 ID</translation>
    </message>
    <message>
        <source>Type the number of users</source>
        <translation>请输入用户数</translation>
    </message>
</context>
<context>
    <name>ProtectionWords</name>
    <message>
        <source>yourself</source>
        <translation>您本人</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>This is yourself. To send it all the same, give a reason and type the name or the user ID.</source>
        <translation>这是您本人。如仍要发送，请说明原因，并输入姓名或用户 ID。</translation>
    </message>
    <message>
        <source>This user is protected. To send it all the same, give a reason and type the name or the user ID.</source>
        <translation>此用户受保护。如仍要发送，请说明原因，并输入姓名或用户 ID。</translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message>
        <source>Sending…</source>
        <translation>正在发送…</translation>
    </message>
    <message>
        <source>Ticket: %1</source>
        <translation>工单号：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核实…</translation>
    </message>
    <message numerus="yes">
        <source>Sending again in %Ln second(s)</source>
        <translation>
            <numerusform>%Ln 秒后再次发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted, confirming…</source>
        <translation>已受理，正在核实…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Signed in again: %1. This may be the account owner. Ask before you sign them out again.</source>
        <translation>用户已再次登录：%1。可能是账号本人，请先核实，再决定是否强制下线。</translation>
    </message>
    <message>
        <source>Force sign-out again…</source>
        <translation>再次强制下线…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check connection</source>
        <translation>检查连接</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Waiting to retry</source>
        <translation>等待重试</translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation>检查于 %1</translation>
    </message>
    <message>
        <source>No answer from Authing. Checking the sessions before anything is sent again…</source>
        <translation>未收到 Authing 的响应，正在检查会话，之后再决定是否重发…</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1。%2。</translation>
    </message>
    <message>
        <source>%1. %2. Next step: %3.</source>
        <translation>%1。%2。下一步：%3。</translation>
    </message>
    <message>
        <source>The request was sent, but its result couldn&apos;t be saved to History. Record the result in the ticket, then check free disk space and folder permissions.</source>
        <translation>请求已发送，但结果未能写入操作记录。请在工单中记录结果，并检查磁盘空间和文件夹权限。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Couldn&apos;t confirm: %1</source>
        <translation>未能核实：%1</translation>
    </message>
    <message>
        <source>Couldn&apos;t confirm: sessions can only be checked by user ID.</source>
        <translation>未能核实：只能按用户 ID 检查会话。</translation>
    </message>
    <message>
        <source>History no. %1</source>
        <translation>操作记录编号 %1</translation>
    </message>
    <message>
        <source>Sandbox practice: fictional users, no real data changed.</source>
        <translation>沙盒练习：用户均为虚构，未影响真实数据。</translation>
    </message>
    <message>
        <source>Protected user. Override reason: %1</source>
        <translation>受保护用户，例外原因：%1</translation>
    </message>
</context>
<context>
    <name>ReconnectBox</name>
    <message>
        <source>Connection changed</source>
        <translation>连接已更改</translation>
    </message>
    <message>
        <source>“%1” was changed. This window keeps using the former host, key and network settings until you open the connection again.</source>
        <translation>连接“%1”已更改。在重新打开之前，此窗口仍使用原来的主机、密钥和网络设置。</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>重新打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>以后(&amp;L)</translation>
    </message>
</context>
<context>
    <name>RequiredOptions</name>
    <message>
        <source>This connection asks for the number of a ticket: --ticket.</source>
        <translation>此连接要求填写工单号：--ticket。</translation>
    </message>
    <message>
        <source>This connection asks for a reason: --reason.</source>
        <translation>此连接要求填写原因：--reason。</translation>
    </message>
</context>
<context>
    <name>ResultPanel</name>
    <message>
        <source>Result per application</source>
        <translation>各应用的结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tokens already issued may keep working until they expire.</source>
        <translation>已签发的令牌在到期前可能仍然有效。</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>停止监测</translation>
    </message>
    <message>
        <source>Copy in &amp;Chinese</source>
        <translation>复制中文(&amp;C)</translation>
    </message>
    <message>
        <source>Copy in &amp;English</source>
        <translation>复制英文(&amp;E)</translation>
    </message>
    <message>
        <source>Copy in &amp;both languages</source>
        <translation>复制中英双语(&amp;B)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy in another language</source>
        <translation>用其他语言复制</translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation>复制回执</translation>
    </message>
    <message>
        <source>Watching for a new sign-in: %1 left</source>
        <translation>正在监测再次登录：剩余 %1</translation>
    </message>
    <message>
        <source>Can&apos;t watch for new sign-ins: %1</source>
        <translation>无法监测再次登录：%1</translation>
    </message>
</context>
<context>
    <name>ReturnNotice</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 has signed in again: %2</source>
        <translation>%1 已再次登录：%2</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>显示用户</translation>
    </message>
    <message>
        <source>Force sign-out again…</source>
        <translation>再次强制下线…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The fault “%1” cannot be limited to an endpoint.</source>
        <translation>故障“%1”不能限定到某个接口。</translation>
    </message>
    <message>
        <source>The fault “%1” takes no percentage.</source>
        <translation>故障“%1”不支持百分比。</translation>
    </message>
    <message>
        <source>“%1” is not an endpoint of the sandbox.</source>
        <translation>“%1”不是沙盒的接口。</translation>
    </message>
    <message>
        <source>There is no fault named “%1”.</source>
        <translation>没有名为“%1”的故障。</translation>
    </message>
    <message>
        <source>The fault “%1” is a test set-up around the program; the sandbox cannot do it.</source>
        <translation>故障“%1”需要在程序之外搭建测试环境，沙盒无法模拟。</translation>
    </message>
    <message>
        <source>The percentage of a fault is a whole number from 1 to 100.</source>
        <translation>故障的百分比必须是 1 到 100 的整数。</translation>
    </message>
</context>
<context>
    <name>SandboxCommand</name>
    <message>
        <source>port to listen on (default: a free one)</source>
        <translation>监听端口（默认自动选择空闲端口）</translation>
    </message>
    <message>
        <source>users (default: 2000)</source>
        <translation>用户数（默认 2000）</translation>
    </message>
    <message>
        <source>applications (default: 24)</source>
        <translation>应用数（默认 24）</translation>
    </message>
    <message>
        <source>milliseconds before each answer (default: 0)</source>
        <translation>每次应答前等待的毫秒数（默认 0）</translation>
    </message>
    <message>
        <source>requests a second before it asks for fewer (default: no limit)</source>
        <translation>每秒允许的请求数，超过即限流（默认不限）</translation>
    </message>
    <message>
        <source>serve https with a certificate of its own</source>
        <translation>以自带证书提供 https 服务</translation>
    </message>
    <message>
        <source>another number gives other users (default: 1)</source>
        <translation>随机种子，不同数值生成不同的用户（默认 1）</translation>
    </message>
    <message>
        <source>serve the built-in sandbox on this computer</source>
        <translation>在本机运行内置沙盒</translation>
    </message>
    <message>
        <source>Sandbox at %1, key ID %2, secret %3</source>
        <translation>沙盒地址 %1，密钥 ID %2，Secret %3</translation>
    </message>
    <message>
        <source>Sandbox at %1, key ID %2, secret %3, CA file %4</source>
        <translation>沙盒地址 %1，密钥 ID %2，Secret %3，CA 文件 %4</translation>
    </message>
    <message>
        <source>misbehave on purpose; may be repeated; --fault list shows every NAME</source>
        <translation>故意制造故障，可重复使用；--fault list 会列出所有 NAME</translation>
    </message>
    <message>
        <source>The faults are: %1</source>
        <translation>可用的故障：%1</translation>
    </message>
</context>
<context>
    <name>ScopeArgument</name>
    <message>
        <source>these applications, by their ID</source>
        <translation>指定的应用，以应用 ID 列出</translation>
    </message>
    <message>
        <source>the applications where the user is online or could not be checked</source>
        <translation>用户在线或未能检查的应用</translation>
    </message>
    <message>
        <source>every application of the user pool</source>
        <translation>用户池的所有应用</translation>
    </message>
    <message>
        <source>Say which applications: exactly one of --apps, --online and --everywhere.</source>
        <translation>请指定应用：--apps、--online、--everywhere 三者选一个。</translation>
    </message>
</context>
<context>
    <name>SearchCommand</name>
    <message>
        <source>find users</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>part of a name, user name, e-mail address or phone number; without it, every user</source>
        <translation>姓名、用户名、邮箱或手机号的一部分；不填则列出所有用户</translation>
    </message>
    <message>
        <source>users shown at most (default: 50)</source>
        <translation>最多显示的用户数（默认 50）</translation>
    </message>
    <message>
        <source>No user matches.</source>
        <translation>没有匹配的用户。</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>%1 of %2 users shown; --limit shows more.</source>
        <translation>已显示 %1 个，共 %2 个用户；可用 --limit 显示更多。</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>ID type</source>
        <translation>标识类型</translation>
    </message>
    <message>
        <source>Search text</source>
        <translation>查找内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Users found</source>
        <translation>找到的用户</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look up exactly this: %1</source>
        <translation>按%1精确查询</translation>
    </message>
    <message>
        <source>More than one user matches. Choose the right one.</source>
        <translation>有多个用户符合，请选择正确的一个。</translation>
    </message>
    <message>
        <source>Search in every field</source>
        <translation>在全部字段中查找</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Go on without looking up</source>
        <translation>不查询，直接填写</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>No user of this pool has this as %1.</source>
        <translation>此用户池中没有以此为%1的用户。</translation>
    </message>
    <message>
        <source>No user of this pool matches.</source>
        <translation>此用户池中没有符合的用户。</translation>
    </message>
    <message>
        <source>Type the whole identifier and press Enter.</source>
        <translation>请输入完整的标识，然后按 Enter 键。</translation>
    </message>
    <message>
        <source>Type a name, phone, e-mail, username or ID to find the user.</source>
        <translation>输入姓名、手机号、邮箱、用户名或 ID 查找用户。</translation>
    </message>
    <message>
        <source>The first %1 of %2 users; type more to narrow the search.</source>
        <translation>共 %2 个用户，仅列出前 %1 个；请输入更多内容以缩小范围。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln 个用户</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <translation>
            <numerusform>已列出 %1 个，共 %Ln 个用户</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>粘贴名单…</translation>
    </message>
    <message>
        <source>The server found this user but does not show the identities. Compare the user with the ticket; open the user if it is the right one.</source>
        <translation>服务器找到了该用户，但未返回其身份源信息。请与工单核对，确认无误后再打开该用户。</translation>
    </message>
    <message>
        <source>The part before the backslash is a Windows domain, which Authing may not keep. Search for “%1” alone.</source>
        <translation>反斜杠前面是 Windows 域，Authing 可能没有保存。请只搜索“%1”。</translation>
    </message>
    <message>
        <source>Authing itself searches, for the text as you type it: type Chinese names in Chinese.</source>
        <translation>搜索由 Authing 服务器执行，按所输入的文字查找：中文姓名请输入汉字。</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>&amp;Secret</source>
        <translation>密钥 Secret(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Password of the proxy</source>
        <translation>代理密码(&amp;P)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Connection “%1”
Host %2
Access key %3</source>
        <translation>连接“%1”
主机 %2
访问密钥 %3</translation>
    </message>
</context>
<context>
    <name>SecretState</name>
    <message>
        <source>This computer has no keychain that answers. Enter the secret; it is kept in memory until the program ends.</source>
        <translation>这台电脑上没有可用的钥匙串。请输入 Secret；它只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it and try again, or enter the secret; it is then kept in memory until the program ends.</source>
        <translation>钥匙串已锁定。请解锁后重试，或输入 Secret；它将只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>The keychain does not let this program in. Allow it there, or enter the secret; it is then kept in memory until the program ends.</source>
        <translation>钥匙串拒绝本程序访问。请在钥匙串中允许，或输入 Secret；它将只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Enter the secret; it is kept in memory until the program ends.</source>
        <translation>钥匙串没有响应。请输入 Secret；它只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers, so the secret is kept in memory until the program ends.</source>
        <translation>此计算机没有可用的钥匙串，Secret 只保存在内存中，直到程序退出。</translation>
    </message>
    <message>
        <source>The keychain is locked, so the secret is kept in memory until the program ends.</source>
        <translation>钥匙串已锁定，Secret 只保存在内存中，直到程序退出。</translation>
    </message>
    <message>
        <source>The keychain did not take the secret, so it is kept in memory until the program ends.</source>
        <translation>钥匙串未接受 Secret，它只保存在内存中，直到程序退出。</translation>
    </message>
    <message>
        <source>The keychain does not answer, so the secret is kept in memory until the program ends.</source>
        <translation>钥匙串没有响应，Secret 只保存在内存中，直到程序退出。</translation>
    </message>
    <message>
        <source>The keychain has no secret for this connection as it is now. Enter it once.</source>
        <translation>钥匙串中没有此连接（按其当前设置）的 Secret。请输入一次。</translation>
    </message>
</context>
<context>
    <name>SendAsTypedArgument</name>
    <message>
        <source>send the ID as typed with its type, not the user ID of the user found; it is looked up before and after</source>
        <translation>按输入的标识及其类型发送，而不是所查到用户的用户 ID；发送前后各查询一次</translation>
    </message>
    <message>
        <source>--send-as-typed goes with one --id-type, not with auto.</source>
        <translation>--send-as-typed 需要指定一种 --id-type，不能用 auto。</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>SessionsCommand</name>
    <message>
        <source>show where one user is online</source>
        <translation>查看一名用户在哪些应用在线</translation>
    </message>
    <message>
        <source>these applications, by their ID (default: all where the user ever signed in)</source>
        <translation>这些应用（按应用 ID；默认为该用户登录过的所有应用）</translation>
    </message>
    <message>
        <source>It could not be checked everywhere whether the user is online.</source>
        <translation>未能在所有应用中检查该用户是否在线。</translation>
    </message>
    <message>
        <source>Application ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>The user has never signed in to an application.</source>
        <translation>该用户从未登录过任何应用。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Your &amp;name in the history</source>
        <translation>操作记录中的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>the name of your account on this computer</source>
        <translation>此计算机上的账户名</translation>
    </message>
    <message>
        <source>Before a kick</source>
        <translation>强制下线之前</translation>
    </message>
    <message>
        <source>A &amp;ticket number is required</source>
        <translation>必须填写工单号(&amp;T)</translation>
    </message>
    <message>
        <source>A &amp;reason is required</source>
        <translation>必须填写原因(&amp;R)</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Show &amp;phones and e-mail addresses masked</source>
        <translation>隐藏手机号和邮箱的中间部分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Watch for a return</source>
        <translation>观察重新登录(&amp;W)</translation>
    </message>
    <message>
        <source>How long after a kick the window looks whether the user signs in again</source>
        <translation>强制下线后，在多长时间内观察用户是否重新登录</translation>
    </message>
    <message>
        <source>L&amp;ock when idle</source>
        <translation>空闲时锁定(&amp;O)</translation>
    </message>
    <message>
        <source>Closes the connection and forgets the secrets in memory when nobody uses the window</source>
        <translation>无人使用窗口时关闭连接，并清除内存中的 Secret</translation>
    </message>
    <message>
        <source>A connection may ask for more than is set here.</source>
        <translation>连接本身的要求可能比这里更多。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Users in one l&amp;ist, at most</source>
        <translation>单个名单用户数上限(&amp;I)</translation>
    </message>
    <message>
        <source>A longer list is not sent, so that a wrong file does no great harm</source>
        <translation>超过此数的名单不会发送，以免误选文件造成大范围影响</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Look for a new &amp;version once a day</source>
        <translation>每天检查一次新版本(&amp;V)</translation>
    </message>
    <message>
        <source>Nothing about you or this computer is sent, and nothing is installed</source>
        <translation>不会发送任何关于您或本机的信息，也不会安装任何内容</translation>
    </message>
</context>
<context>
    <name>SheetFields</name>
    <message>
        <source>Ticket (required)</source>
        <translation>工单号（必填）</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单号</translation>
    </message>
    <message>
        <source>Enter the ticket number first.</source>
        <translation>请先填写工单号。</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>原因（必填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Enter the reason first.</source>
        <translation>请先填写原因。</translation>
    </message>
    <message>
        <source>Why all the same</source>
        <translation>仍发送的原因</translation>
    </message>
    <message>
        <source>Say first why it is sent all the same.</source>
        <translation>请先说明仍要发送的原因。</translation>
    </message>
    <message>
        <source>Name or user ID</source>
        <translation>姓名或用户 ID</translation>
    </message>
    <message>
        <source>Confirm the identifier</source>
        <translation>确认标识</translation>
    </message>
    <message>
        <source>Type the name or the user ID of this user first.</source>
        <translation>请先输入此用户的姓名或用户 ID。</translation>
    </message>
    <message>
        <source>Type the identifier again to confirm it.</source>
        <translation>请再次输入标识以确认。</translation>
    </message>
</context>
<context>
    <name>SheetLookup</name>
    <message>
        <source>The user could not be looked up. Exactly this identifier is sent.</source>
        <translation>未能查询该用户，将按此标识原样发送。</translation>
    </message>
    <message>
        <source>Looking the user up again…</source>
        <translation>正在重新查询用户…</translation>
    </message>
    <message>
        <source>Couldn&apos;t check the user again: this access key has no permission to look up users.</source>
        <translation>未能再次核对用户：此访问密钥没有查询用户的权限。</translation>
    </message>
    <message>
        <source>The user is looked up by this once more before anything is sent, and again afterwards.</source>
        <translation>发送前会按此标识再次查询该用户，发送后再查询一次。</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>Sign-ins</source>
        <translation>登录记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Loading the sign-ins…</source>
        <translation>正在加载登录记录…</translation>
    </message>
    <message>
        <source>No sign-in is recorded.</source>
        <translation>没有登录记录。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Forces users offline in Authing, and proves it.</source>
        <translation>在 Authing 中强制用户下线，并加以核实。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Try the &amp;sandbox</source>
        <translation>试用沙盒(&amp;S)</translation>
    </message>
    <message>
        <source>Practise with invented users on this computer. Nothing real is touched.</source>
        <translation>用本机上虚构的用户练习，不影响任何真实数据。</translation>
    </message>
    <message>
        <source>&amp;Guide me through a first sign-out (one minute)</source>
        <translation>引导我完成第一次强制下线，约一分钟(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>添加连接(&amp;A)</translation>
    </message>
    <message>
        <source>Enter the address of your user pool, an access key and its secret.</source>
        <translation>填写用户池的地址、访问密钥及其 Secret。</translation>
    </message>
    <message>
        <source>&amp;Import a file</source>
        <translation>导入文件(&amp;I)</translation>
    </message>
    <message>
        <source>Take the connections from the file that your administrator gave you.</source>
        <translation>从管理员提供的文件中导入连接。</translation>
    </message>
    <message>
        <source>You find this page again in the Help menu.</source>
        <translation>以后可从“帮助”菜单打开此页。</translation>
    </message>
    <message>
        <source>Welcome to Kickdesk</source>
        <translation>欢迎使用 Kickdesk</translation>
    </message>
</context>
<context>
    <name>StoreNotice</name>
    <message>
        <source>The history was damaged. It has been put aside as %1, and a new one begun.</source>
        <translation>操作记录文件已损坏。已将其另存为 %1，并开始新的记录。</translation>
    </message>
    <message>
        <source>Others could read the data folder. It has been closed to them: %1</source>
        <translation>其他人原本可以读取数据文件夹，现已禁止：%1</translation>
    </message>
    <message>
        <source>The data folder %1 cannot be written, so nothing can be sent: each kick is written down first.</source>
        <translation>数据文件夹 %1 无法写入，因此无法发送：每次强制下线都须先记录。</translation>
    </message>
    <message>
        <source>The settings cannot be written and hold until the program ends: %1</source>
        <translation>无法写入设置，更改只在程序退出前有效：%1</translation>
    </message>
    <message>
        <source>A newer version of Kickdesk has been published: %1</source>
        <translation>Kickdesk 已发布新版本：%1</translation>
    </message>
    <message>
        <source>The history file %1 was replaced, removed, cut, or restored from an older copy. Sign-outs are disabled until the right file is back.</source>
        <translation>操作记录文件 %1 已被替换、删除、截断，或恢复为较旧的副本。在正确的文件恢复之前，强制下线已停用。</translation>
    </message>
    <message>
        <source>Another program changed the tables or triggers of the history file %1. Sign-outs are disabled.</source>
        <translation>其他程序更改了操作记录文件 %1 的表或触发器，强制下线已停用。</translation>
    </message>
    <message>
        <source>Another program deleted or replaced files that belong to the history %1. Kickdesk saved everything that was in them.</source>
        <translation>其他程序删除或替换了属于操作记录 %1 的文件。Kickdesk 已保存其中的全部内容。</translation>
    </message>
    <message>
        <source>The data folder %1 belongs to another user, who could read and change everything in it. Kickdesk does not use it. Choose a folder of your own with KICKDESK_DATA_DIR.</source>
        <translation>数据文件夹 %1 属于其他用户，该用户可以读取和更改其中的一切，因此 Kickdesk 不使用它。请通过 KICKDESK_DATA_DIR 指定自己的文件夹。</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>This is what is saved, word for word. It has no secrets, no users and nothing of the history.</source>
        <translation>保存的内容就是下面这些，一字不差。其中没有 Secret、没有用户，也没有操作记录。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>With the &amp;names of my connections, their hosts and key IDs, and my own name</source>
        <translation>包含我的连接名称、主机、访问密钥 ID 和我的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Save the report for support</source>
        <translation>保存支持报告</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>Report for support</source>
        <translation>支持报告</translation>
    </message>
</context>
<context>
    <name>TargetTexts</name>
    <message>
        <source>Find the user who is to be forced offline.</source>
        <translation>请先查找要强制下线的用户。</translation>
    </message>
    <message>
        <source>Find a user</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>No user is open yet.</source>
        <translation>尚未打开用户。</translation>
    </message>
    <message>
        <source>A user who has exactly this text as an identifier opens automatically.</source>
        <translation>如果恰好有一个用户的标识与输入内容完全一致，会自动打开该用户。</translation>
    </message>
    <message>
        <source>No user is open.</source>
        <translation>没有打开的用户。</translation>
    </message>
    <message>
        <source>The search on the left has found no user.</source>
        <translation>左侧没有查找到用户。</translation>
    </message>
    <message>
        <source>Choose the user in the list on the left.</source>
        <translation>请在左侧列表中选择用户。</translation>
    </message>
    <message>
        <source>Opening the highlighted user…</source>
        <translation>正在打开选中的用户…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) are marked.</source>
        <translation>
            <numerusform>已选中 %Ln 个用户。</numerusform>
        </translation>
    </message>
    <message>
        <source>Here one user at a time is forced offline. Make a list to force all of them offline.</source>
        <translation>此处一次只能强制下线一个用户。要将他们全部强制下线，请加入名单。</translation>
    </message>
    <message>
        <source>Make a list of them</source>
        <translation>加入名单</translation>
    </message>
    <message>
        <source>Open a user first.</source>
        <translation>请先打开一个用户。</translation>
    </message>
    <message>
        <source>Several users are marked: make a list of them, or mark one only.</source>
        <translation>已选中多个用户：请加入名单，或只选中一个。</translation>
    </message>
    <message>
        <source>Force sign-out</source>
        <translation>强制下线</translation>
    </message>
    <message numerus="yes">
        <source>Force sign-out from %Ln application(s)</source>
        <translation>
            <numerusform>从 %Ln 个应用强制下线</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick at least one application.</source>
        <translation>请至少勾选一个应用。</translation>
    </message>
    <message>
        <source>To sign out of all apps, Kickdesk needs the app list, which this access key can&apos;t read.</source>
        <translation>“全部应用”需要应用列表，而此访问密钥无权读取。</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
</context>
<context>
    <name>TlsProblem</name>
    <message>
        <source>the certificate has expired</source>
        <translation>证书已过期</translation>
    </message>
    <message>
        <source>the certificate is not valid yet</source>
        <translation>证书尚未生效</translation>
    </message>
    <message>
        <source>the certificate belongs to another host</source>
        <translation>证书属于另一台主机</translation>
    </message>
    <message>
        <source>the certificate is signed by nobody but itself</source>
        <translation>证书是自签名的</translation>
    </message>
    <message>
        <source>the certificate comes from an issuer that is not trusted</source>
        <translation>证书的签发者不受信任</translation>
    </message>
    <message>
        <source>the certificate&apos;s key or signature is too weak</source>
        <translation>证书的密钥或签名强度不足</translation>
    </message>
    <message>
        <source>the certificate has been revoked</source>
        <translation>证书已被吊销</translation>
    </message>
    <message>
        <source>the server speaks no version of TLS that is safe today</source>
        <translation>服务器不支持目前安全的 TLS 版本</translation>
    </message>
    <message>
        <source>the server does not speak TLS at this port</source>
        <translation>服务器在此端口上不使用 TLS</translation>
    </message>
    <message>
        <source>the start of the encrypted connection failed</source>
        <translation>未能建立加密连接</translation>
    </message>
</context>
<context>
    <name>TodayLabel</name>
    <message>
        <source>today: %1</source>
        <translation>今天：%1</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Find the user</source>
        <translation>查找用户</translation>
    </message>
    <message>
        <source>See where the user is online</source>
        <translation>查看用户在哪里在线</translation>
    </message>
    <message>
        <source>● is online, ○ offline, ? could not be checked. What is online is ticked already. Tick and untick with the mouse or the space bar.</source>
        <translation>● 表示在线，○ 表示离线，? 表示未能检查。在线的应用已经勾选，可用鼠标或空格键更改。</translation>
    </message>
    <message>
        <source>Ask for the sign-out</source>
        <translation>准备强制下线</translation>
    </message>
    <message>
        <source>Check, then send</source>
        <translation>核对后发送</translation>
    </message>
    <message>
        <source>Here stand the user, the pool and the applications. Compare them with your ticket; then press Enter, or the button on the right.</source>
        <translation>这里列出用户、用户池和应用。请与工单核对，然后按 Enter 键或右侧的按钮发送。</translation>
    </message>
    <message>
        <source>Wait for the proof</source>
        <translation>等待核实</translation>
    </message>
    <message>
        <source>That the server said yes is not the proof. Each application is asked until it says that the user is offline. Copy the result for your ticket.</source>
        <translation>服务器受理并不等于已经下线。程序会逐个查询应用，直到确认用户离线。然后可将结果复制到工单。</translation>
    </message>
    <message>
        <source>Press this button, or Ctrl+K. It asks before anything happens; nothing is sent yet.</source>
        <translation>请点此按钮或按 Ctrl+K。执行前会先请您确认，此时尚未发送任何内容。</translation>
    </message>
    <message>
        <source>Here stand the user, the pool and the applications. Before it can be sent: %1</source>
        <translation>这里列出用户、用户池和应用。发送之前还需要：%1</translation>
    </message>
    <message>
        <source>Type a name, an e-mail address or a phone number. Try “zhang”, then choose a user from the list.</source>
        <translation>输入姓名、邮箱或手机号。可以先试“zhang”，再从列表中选择一个用户。</translation>
    </message>
    <message>
        <source>Nothing is ticked so far: this user may be online nowhere. Tick an application with the mouse or the space bar, an offline one if you like, or choose another user in the list.</source>
        <translation>目前没有勾选任何应用，该用户可能在各处均为离线。请用鼠标或空格键勾选一个应用（离线的也可以），或在列表中选择其他用户。</translation>
    </message>
</context>
<context>
    <name>UserCard</name>
    <message>
        <source>Copy the user ID</source>
        <translation>复制用户 ID</translation>
    </message>
    <message>
        <source>This name contains invisible characters. They are shown as [U+…].</source>
        <translation>此名称含有不可见字符，已显示为 [U+…]。</translation>
    </message>
    <message>
        <source>last sign-in %1</source>
        <translation>上次登录 %1</translation>
    </message>
    <message>
        <source>never signed in</source>
        <translation>从未登录</translation>
    </message>
</context>
<context>
    <name>UserChooserDialog</name>
    <message>
        <source>Choose the user</source>
        <translation>选择用户</translation>
    </message>
    <message>
        <source>Users that match</source>
        <translation>匹配的用户</translation>
    </message>
    <message>
        <source>“%1” in row %2 of the list belongs to more than one user. Who is meant?</source>
        <translation>名单第 %2 行的“%1”对应不止一个用户。指的是哪一个？</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>账号状态</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未登录</translation>
    </message>
</context>
<context>
    <name>UserCommand</name>
    <message>
        <source>show exactly one user</source>
        <translation>显示一个用户</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>用户 ID</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>上次登录</translation>
    </message>
    <message>
        <source>Last address</source>
        <translation>上次登录 IP</translation>
    </message>
    <message>
        <source>--id-type auto has to look the user up.</source>
        <translation>--id-type auto 需要先查询用户。</translation>
    </message>
</context>
<context>
    <name>UserHistoryPanel</name>
    <message>
        <source>What this tool has done to this user</source>
        <translation>本工具对该用户的操作</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translation>正在读取操作记录…</translation>
    </message>
    <message>
        <source>No sign-outs sent for this user from this computer.</source>
        <translation>本机没有对该用户执行过强制下线。</translation>
    </message>
</context>
<context>
    <name>UserPanel</name>
    <message>
        <source>Sign-ins</source>
        <translation>登录记录</translation>
    </message>
    <message>
        <source>Server audit</source>
        <translation>服务器审计</translation>
    </message>
    <message>
        <source>This tool</source>
        <translation>本工具</translation>
    </message>
</context>
<context>
    <name>UserSearchModel</name>
    <message>
        <source>user ID %1</source>
        <translation>用户 ID %1</translation>
    </message>
    <message>
        <source>last sign-in %1</source>
        <translation>上次登录 %1</translation>
    </message>
    <message>
        <source>never signed in</source>
        <translation>从未登录</translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>Activated</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>已禁用</translation>
    </message>
    <message>
        <source>Resigned</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Status unknown</source>
        <translation>状态未知</translation>
    </message>
</context>
</TS>
