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
    <name>HistoryCommand</name>
    <message numerus="yes">
        <source>%Ln row(s) written to %1.</source>
        <translation>
            <numerusform>%Ln row written to %1.</numerusform>
            <numerusform>%Ln rows written to %1.</numerusform>
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
    <name>KickPage</name>
    <message numerus="yes">
        <source>Force sign-out from %Ln application(s)</source>
        <translation>
            <numerusform>Force sign-out from %Ln application</numerusform>
            <numerusform>Force sign-out from %Ln applications</numerusform>
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
        <source>%Ln application(s): %1</source>
        <translation>
            <numerusform>%Ln application: %1</numerusform>
            <numerusform>%Ln applications: %1</numerusform>
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
</TS>
