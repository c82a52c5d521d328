<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>ApplicationPanel</name>
    <message numerus="yes">
        <source>%Ln application(s) could not be checked.</source>
        <translation>
            <numerusform>%Ln application could not be checked.</numerusform>
            <numerusform>%Ln applications could not be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkCommand</name>
    <message numerus="yes">
        <source>, %Ln second(s) left</source>
        <translation>
            <numerusform>, %Ln second left</numerusform>
            <numerusform>, %Ln seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPlanReport</name>
    <message numerus="yes">
        <source>and %Ln more row(s); --json shows them all</source>
        <translation>
            <numerusform>and %Ln more row; --json shows them all</numerusform>
            <numerusform>and %Ln more rows; --json shows them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Candidates</name>
    <message numerus="yes">
        <source>… and %Ln more user(s).</source>
        <translation>
            <numerusform>… and %Ln more user.</numerusform>
            <numerusform>… and %Ln more users.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksBar</name>
    <message numerus="yes">
        <source>%Ln more application(s) online or impossible to check: %1</source>
        <translation>
            <numerusform>%Ln more application online or impossible to check: %1</numerusform>
            <numerusform>%Ln more applications online or impossible to check: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln application(s) not checked yet.</source>
        <translation>
            <numerusform>%1 of %Ln application not checked yet.</numerusform>
            <numerusform>%1 of %Ln applications not checked yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln application(s) added, online or impossible to check: %1</source>
        <translation>
            <numerusform>%Ln application added, online or impossible to check: %1</numerusform>
            <numerusform>%Ln applications added, online or impossible to check: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message numerus="yes">
        <source>%Ln connection(s) exported, without secrets.</source>
        <translation>
            <numerusform>%Ln connection exported, without secrets.</numerusform>
            <numerusform>%Ln connections exported, without secrets.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) imported. Before you enter a secret, check where it goes:</source>
        <translation>
            <numerusform>%Ln connection imported. Before you enter a secret, check where it goes:</numerusform>
            <numerusform>%Ln connections imported. Before you enter a secret, check where it goes:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message numerus="yes">
        <source>✖ %Ln check(s) failed. What to do is said beside each.</source>
        <translation>
            <numerusform>✖ %Ln check failed. What to do is said beside it.</numerusform>
            <numerusform>✖ %Ln checks failed. What to do is said beside each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ It works, but %Ln check(s) need a look.</source>
        <translation>
            <numerusform>⚠ It works, but %Ln check needs a look.</numerusform>
            <numerusform>⚠ It works, but %Ln checks need a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message numerus="yes">
        <source>Still online in %1 of %Ln app(s)</source>
        <translation>
            <numerusform>Still online in %1 of %Ln app</numerusform>
            <numerusform>Still online in %1 of %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted, not confirmed in %1 of %Ln app(s)</source>
        <translation>
            <numerusform>Accepted, not confirmed in %1 of %Ln app</numerusform>
            <numerusform>Accepted, not confirmed in %1 of %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirmed offline in all %Ln app(s)</source>
        <translation>
            <numerusform>Confirmed offline in %Ln app</numerusform>
            <numerusform>Confirmed offline in all %Ln apps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>by list; %Ln user(s) not in the list asked singly</source>
        <translation>
            <numerusform>by list; %Ln user not in the list asked singly</numerusform>
            <numerusform>by list; %Ln users not in the list asked singly</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message numerus="yes">
        <source>%Ln application(s)</source>
        <translation>
            <numerusform>%Ln application</numerusform>
            <numerusform>%Ln applications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message numerus="yes">
        <source>The newest %Ln sign-out(s); scroll down for more</source>
        <translation>
            <numerusform>The newest %Ln sign-out; scroll down for more</numerusform>
            <numerusform>The newest %Ln sign-outs; scroll down for more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sign-out(s)</source>
        <translation>
            <numerusform>%Ln sign-out</numerusform>
            <numerusform>%Ln sign-outs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KickCommand</name>
    <message numerus="yes">
        <source>Sending again in %Ln second(s)…</source>
        <translation>
            <numerusform>Sending again in %Ln second…</numerusform>
            <numerusform>Sending again in %Ln seconds…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KickSheet</name>
    <message numerus="yes">
        <source>Force sign-out from %Ln application(s)</source>
        <translation>
            <numerusform>Force sign-out from %Ln application</numerusform>
            <numerusform>Force sign-out from %Ln applications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln application(s)</source>
        <translation>
            <numerusform>%Ln application</numerusform>
            <numerusform>%Ln applications</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListBoxes</name>
    <message numerus="yes">
        <source>You are working on a list with %Ln user(s). It has not been sent.</source>
        <translation>
            <numerusform>You are working on a list with %Ln user. It has not been sent.</numerusform>
            <numerusform>You are working on a list with %Ln users. It has not been sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) without a good result:</source>
        <translation>
            <numerusform>%Ln user without a good result:</numerusform>
            <numerusform>%Ln users without a good result:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is sent for the other %Ln user(s).</source>
        <translation>
            <numerusform>Nothing is sent for the other %Ln user.</numerusform>
            <numerusform>Nothing is sent for the other %Ln users.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Force %Ln user(s) offline</source>
        <translation>
            <numerusform>&amp;Force %Ln user offline</numerusform>
            <numerusform>&amp;Force %Ln users offline</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListItemWords</name>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPlanModel</name>
    <message numerus="yes">
        <source>● %Ln online</source>
        <translation>
            <numerusform>● %Ln online</numerusform>
            <numerusform>● %Ln online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPlanPanel</name>
    <message numerus="yes">
        <source>%Ln of them protected</source>
        <translation>
            <numerusform>%Ln of them protected</numerusform>
            <numerusform>%Ln of them protected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) already offline</source>
        <translation>
            <numerusform>%Ln user already offline</numerusform>
            <numerusform>%Ln users already offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Force %Ln user(s) offline</source>
        <translation>
            <numerusform>&amp;Force %Ln user offline</numerusform>
            <numerusform>&amp;Force %Ln users offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln user(s) are a trial: behind them the list pauses and asks.</source>
        <translation>
            <numerusform>The first %Ln user are a trial: behind them the list pauses and asks.</numerusform>
            <numerusform>The first %Ln users are a trial: behind them the list pauses and asks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListQuestions</name>
    <message numerus="yes">
        <source>%Ln hidden row(s) are part of the list.</source>
        <translation>
            <numerusform>%Ln hidden row is part of the list.</numerusform>
            <numerusform>%Ln hidden rows are part of the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are hidden.</source>
        <translation>
            <numerusform>%Ln column is hidden.</numerusform>
            <numerusform>%Ln columns are hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListReceipts</name>
    <message numerus="yes">
        <source>… and %Ln more user(s). The exported result names everyone.</source>
        <translation>
            <numerusform>… and %Ln more user. The exported result names everyone.</numerusform>
            <numerusform>… and %Ln more users. The exported result names everyone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListSourcePanel</name>
    <message numerus="yes">
        <source>%Ln hidden row(s) are part of the list</source>
        <translation>
            <numerusform>%Ln hidden row is part of the list</numerusform>
            <numerusform>%Ln hidden rows are part of the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln column(s) are hidden</source>
        <translation>
            <numerusform>%Ln column is hidden</numerusform>
            <numerusform>%Ln columns are hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListSum</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln heading(s)</source>
        <translation>
            <numerusform>%Ln heading</numerusform>
            <numerusform>%Ln headings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blank</source>
        <translation>
            <numerusform>%Ln blank</numerusform>
            <numerusform>%Ln blank</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln merged</source>
        <translation>
            <numerusform>%Ln merged</numerusform>
            <numerusform>%Ln merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListUsersPanel</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) will be planned.</source>
        <translation>
            <numerusform>%Ln user will be planned.</numerusform>
            <numerusform>%Ln users will be planned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListWords</name>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) match; choose one</source>
        <translation>
            <numerusform>%Ln user matches; choose one</numerusform>
            <numerusform>%Ln users match; choose one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectedUsersDialog</name>
    <message numerus="yes">
        <source>%Ln protected user(s) will be forced offline with the others: %1</source>
        <translation>
            <numerusform>%Ln protected user will be forced offline with the others: %1</numerusform>
            <numerusform>%Ln protected users will be forced offline with the others: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Receipts</name>
    <message numerus="yes">
        <source>Sending again in %Ln second(s)</source>
        <translation>
            <numerusform>Sending again in %Ln second</numerusform>
            <numerusform>Sending again in %Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln user</numerusform>
            <numerusform>%Ln users</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln user(s)</source>
        <translation>
            <numerusform>%1 of %Ln user</numerusform>
            <numerusform>%1 of %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TargetTexts</name>
    <message numerus="yes">
        <source>%Ln user(s) are marked.</source>
        <translation>
            <numerusform>%Ln user is marked.</numerusform>
            <numerusform>%Ln users are marked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Force sign-out from %Ln application(s)</source>
        <translation>
            <numerusform>Force sign-out from %Ln application</numerusform>
            <numerusform>Force sign-out from %Ln applications</numerusform>
        </translation>
    </message>
</context>
</TS>
