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
    <name>ManyTexts</name>
    <message numerus="yes">
        <source>Disable %Ln people</source>
        <translation>
            <numerusform>Disable %Ln person</numerusform>
            <numerusform>Disable %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln people</source>
        <translation>
            <numerusform>Enable %Ln person</numerusform>
            <numerusform>Enable %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln people</source>
        <translation>
            <numerusform>Delete %Ln person</numerusform>
            <numerusform>Delete %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln people another role</source>
        <translation>
            <numerusform>Give %Ln person another role</numerusform>
            <numerusform>Give %Ln people another role</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %Ln people</source>
        <translation>
            <numerusform>Unlock %Ln person</numerusform>
            <numerusform>Unlock %Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %Ln people out</source>
        <translation>
            <numerusform>Sign %Ln person out</numerusform>
            <numerusform>Sign %Ln people out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are disabled on %1.</source>
        <translation>
            <numerusform>%Ln person is disabled on %1.</numerusform>
            <numerusform>%Ln people are disabled on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are enabled on %1.</source>
        <translation>
            <numerusform>%Ln person is enabled on %1.</numerusform>
            <numerusform>%Ln people are enabled on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are deleted on %1.</source>
        <translation>
            <numerusform>%Ln person is deleted on %1.</numerusform>
            <numerusform>%Ln people are deleted on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have another role on %1.</source>
        <translation>
            <numerusform>%Ln person has another role on %1.</numerusform>
            <numerusform>%Ln people have another role on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are unlocked on %1.</source>
        <translation>
            <numerusform>%Ln person is unlocked on %1.</numerusform>
            <numerusform>%Ln people are unlocked on %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are signed out of %1.</source>
        <translation>
            <numerusform>%Ln person is signed out of %1.</numerusform>
            <numerusform>%Ln people are signed out of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyWords</name>
    <message numerus="yes">
        <source>%Ln people hold rights that you lack, and are left out.</source>
        <translation>
            <numerusform>%Ln person holds rights that you lack, and is left out.</numerusform>
            <numerusform>%Ln people hold rights that you lack, and are left out.</numerusform>
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
    <name>authdesk::ui::pages::users::ManyDialog</name>
    <message numerus="yes">
        <source>The other %Ln people were not dealt with.</source>
        <translation>
            <numerusform>The other %Ln person was not dealt with.</numerusform>
            <numerusform>The other %Ln people were not dealt with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people stay as they are:</source>
        <translation>
            <numerusform>%Ln person stays as they are:</numerusform>
            <numerusform>%Ln people stay as they are:</numerusform>
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
    <name>authdesk::ui::pages::users::UsersPage</name>
    <message numerus="yes">
        <source>%Ln people are selected. What you choose below the list is done to all of them.</source>
        <translation>
            <numerusform>%Ln person is selected. What you choose below the list is done to them.</numerusform>
            <numerusform>%Ln people are selected. What you choose below the list is done to all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::MainWindow</name>
    <message numerus="yes">
        <source>The changes to %Ln people are undone.</source>
        <translation>
            <numerusform>The changes to %Ln person are undone.</numerusform>
            <numerusform>The changes to %Ln people are undone.</numerusform>
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
