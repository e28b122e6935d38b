<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttentionCard</name>
    <message numerus="yes">
        <source>The certificate ends in %n day(s)</source>
        <translation>
            <numerusform>The certificate ends in %n day</numerusform>
            <numerusform>The certificate ends in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>Try again in %n seconds.</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%Ln people are new.</source>
        <translation>
            <numerusform>%Ln person is new.</numerusform>
            <numerusform>%Ln people are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are added.</source>
        <translation>
            <numerusform>%Ln person is added.</numerusform>
            <numerusform>%Ln people are added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people change.</source>
        <translation>
            <numerusform>%Ln person changes.</numerusform>
            <numerusform>%Ln people change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are changed.</source>
        <translation>
            <numerusform>%Ln person is changed.</numerusform>
            <numerusform>%Ln people are changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are there already, just so.</source>
        <translation>
            <numerusform>%Ln person is there already, just so.</numerusform>
            <numerusform>%Ln people are there already, just so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are refused.</source>
        <translation>
            <numerusform>%Ln row is refused.</numerusform>
            <numerusform>%Ln rows are refused.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInAnswer</name>
    <message numerus="yes">
        <source>%n wrong code(s)</source>
        <translation>
            <numerusform>%n wrong code</numerusform>
            <numerusform>%n wrong codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong password(s)</source>
        <translation>
            <numerusform>%n wrong password</numerusform>
            <numerusform>%n wrong passwords</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::RequestsCard</name>
    <message numerus="yes">
        <source>The last %n requests, newest first.</source>
        <translation>
            <numerusform>The last %n request.</numerusform>
            <numerusform>The last %n requests, newest first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ServerPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ExportPeopleDialog</name>
    <message numerus="yes">
        <source>The %Ln people whom the list shows</source>
        <translation>
            <numerusform>The %Ln person whom the list shows</numerusform>
            <numerusform>The %Ln people whom the list shows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ImportDialog</name>
    <message numerus="yes">
        <source>Import %Ln people</source>
        <translation>
            <numerusform>Import %Ln person</numerusform>
            <numerusform>Import %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ImportResultView</name>
    <message numerus="yes">
        <source>%Ln people keep the password that they have, though the file brings another one.</source>
        <translation>
            <numerusform>%Ln person keeps the password that they have, though the file brings another one.</numerusform>
            <numerusform>%Ln people keep the password that they have, though the file brings another one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::PeopleFiles</name>
    <message numerus="yes">
        <source>%Ln people are imported.</source>
        <translation>
            <numerusform>%Ln person is imported.</numerusform>
            <numerusform>%Ln people are imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::PasswordField</name>
    <message numerus="yes">
        <source>At least %n characters. A few random words are good.</source>
        <translation>
            <numerusform>At least %n character. A few random words are good.</numerusform>
            <numerusform>At least %n characters. A few random words are good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters.</source>
        <translation>
            <numerusform>Too short: at least %n character.</numerusform>
            <numerusform>Too short: at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::FirstRunFlow</name>
    <message numerus="yes">
        <source>Take a name of at most %n characters.</source>
        <translation>
            <numerusform>Take a name of at most %n character.</numerusform>
            <numerusform>Take a name of at most %n characters.</numerusform>
        </translation>
    </message>
</context>
</TS>
