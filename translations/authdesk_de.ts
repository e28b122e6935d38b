<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AttentionCard</name>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>Names of people, and how many there are beside them</extracomment>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Only one person may manage users</source>
        <translation>Nur eine Person darf Benutzer verwalten</translation>
    </message>
    <message>
        <source>Nobody else could help if they lose the way in.</source>
        <translation>Niemand sonst könnte helfen, wenn sie nicht mehr hereinkommt.</translation>
    </message>
    <message>
        <source>Show users</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>People without a second factor: %1</source>
        <translation>Personen ohne zweiten Faktor: %1</translation>
    </message>
    <message>
        <source>One stolen password is enough to sign in as one of them.</source>
        <translation>Ein gestohlenes Passwort genügt, um sich als eine von ihnen anzumelden.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>People who are locked: %1</source>
        <translation>Gesperrte Personen: %1</translation>
    </message>
    <message>
        <source>They cannot sign in for now, after too many wrong tries.</source>
        <translation>Sie können sich nach zu vielen falschen Versuchen vorerst nicht anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate ends in %n day(s)</source>
        <translation>
            <numerusform>Das Zertifikat läuft in %n Tag ab</numerusform>
            <numerusform>Das Zertifikat läuft in %n Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate has come to its end</source>
        <translation>Das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>After that programs and browsers refuse to connect to this server.</source>
        <translation>Danach verweigern Programme und Browser die Verbindung zu diesem Server.</translation>
    </message>
</context>
<context>
    <name>AuditFilters</name>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Zwischen zwei Tagen…</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of days: &quot;3/1/26 – 3/9/26&quot;</extracomment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>AuditTexts</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-ins that failed</source>
        <translation>Gescheiterte Anmeldungen</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Wrong code at a sign-in</source>
        <translation>Falscher Code bei einer Anmeldung</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Everything about people</source>
        <translation>Alles über Personen</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Person hinzugefügt</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Person deleted</source>
        <translation>Person gelöscht</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>Passwort zurückgesetzt</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Zweiter Faktor zurückgesetzt</translation>
    </message>
    <message>
        <source>Person unlocked</source>
        <translation>Person entsperrt</translation>
    </message>
    <message>
        <source>All sessions of a person ended</source>
        <translation>Alle Sitzungen einer Person beendet</translation>
    </message>
    <message>
        <source>Everything about sessions</source>
        <translation>Alles über Sitzungen</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>Own other sessions ended</source>
        <translation>Eigene andere Sitzungen beendet</translation>
    </message>
    <message>
        <source>Session ended, an old token came back</source>
        <translation>Sitzung beendet, ein altes Token kam zurück</translation>
    </message>
    <message>
        <source>Everything about second factors</source>
        <translation>Alles über zweite Faktoren</translation>
    </message>
    <message>
        <source>Second factor begun</source>
        <translation>Zweiter Faktor begonnen</translation>
    </message>
    <message>
        <source>Second factor turned on</source>
        <translation>Zweiter Faktor eingeschaltet</translation>
    </message>
    <message>
        <source>Second factor turned off</source>
        <translation>Zweiter Faktor ausgeschaltet</translation>
    </message>
    <message>
        <source>Wrong code for the second factor</source>
        <translation>Falscher Code für den zweiten Faktor</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Wiederherstellungscodes erneuert</translation>
    </message>
    <message>
        <source>Second factor reset on the server&apos;s computer</source>
        <translation>Zweiter Faktor auf dem Computer des Servers zurückgesetzt</translation>
    </message>
    <message>
        <source>Own profile changed</source>
        <translation>Eigenes Profil geändert</translation>
    </message>
    <message>
        <source>Own password changed</source>
        <translation>Eigenes Passwort geändert</translation>
    </message>
    <message>
        <source>Server set up</source>
        <translation>Server eingerichtet</translation>
    </message>
    <message>
        <source>nobody has this name</source>
        <translation>diesen Namen hat niemand</translation>
    </message>
    <message>
        <source>locked after wrong passwords</source>
        <translation>nach falschen Passwörtern gesperrt</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>falsches Passwort</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>falscher Code</translation>
    </message>
    <message>
        <source>the account is disabled or past its end</source>
        <translation>das Konto ist deaktiviert oder abgelaufen</translation>
    </message>
    <message>
        <source>the one-time password has expired</source>
        <translation>das Einmalpasswort ist abgelaufen</translation>
    </message>
    <message>
        <source>an old token came back</source>
        <translation>ein altes Token kam zurück</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authenticator-App</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Other sessions</source>
        <translation>Andere Sitzungen</translation>
    </message>
    <message>
        <source>Recognised by</source>
        <translation>Erkannt an</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Super Admin</source>
        <translation>Super Admin</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Help desk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Authdesk&apos;s own API</source>
        <translation>Eigene API von Authdesk</translation>
    </message>
    <message>
        <source>Pipelit&apos;s API</source>
        <translation>API von Pipelit</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>on</source>
        <extracomment>A switch, as the second factor</extracomment>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>The one event there is is whole.</source>
        <translation>Das eine Ereignis, das es gibt, ist unversehrt.</translation>
    </message>
    <message>
        <source>All %1 events are whole.</source>
        <translation>Alle %1 Ereignisse sind unversehrt.</translation>
    </message>
    <message>
        <source>The audit is broken at event %1: it, or an event beside it, was changed, added or removed from outside. The %2 events before it are whole; do not rely on what comes after.</source>
        <translation>Das Protokoll ist bei Ereignis %1 beschädigt: Dieses oder eines daneben wurde von außen geändert, hinzugefügt oder entfernt. Die %2 Ereignisse davor sind unversehrt; verlassen Sie sich nicht auf das, was danach kommt.</translation>
    </message>
    <message>
        <source>Password given to a person</source>
        <translation>Passwort an eine Person vergeben</translation>
    </message>
    <message>
        <source>Everything about API keys</source>
        <translation>Alles über API-Schlüssel</translation>
    </message>
    <message>
        <source>API key made</source>
        <translation>API-Schlüssel erstellt</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Password taken over from a file</source>
        <translation>Passwort aus einer Datei übernommen</translation>
    </message>
    <message>
        <source>Imports and exports of people</source>
        <translation>Import und Export von Personen</translation>
    </message>
    <message>
        <source>People imported</source>
        <translation>Personen importiert</translation>
    </message>
    <message>
        <source>People exported</source>
        <translation>Personen exportiert</translation>
    </message>
    <message>
        <source>People added</source>
        <translation>Hinzugefügte Personen</translation>
    </message>
    <message>
        <source>People changed</source>
        <translation>Geänderte Personen</translation>
    </message>
    <message>
        <source>People left as they were</source>
        <translation>Unveränderte Personen</translation>
    </message>
    <message>
        <source>Rows refused</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>With password hashes</source>
        <translation>Mit Passwort-Hashes</translation>
    </message>
    <message>
        <source>Everything about roles</source>
        <translation>Alles über Rollen</translation>
    </message>
    <message>
        <source>Role made</source>
        <translation>Rolle erstellt</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rolle geändert</translation>
    </message>
    <message>
        <source>Role deleted</source>
        <translation>Rolle gelöscht</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>People who have it</source>
        <translation>Personen, die sie haben</translation>
    </message>
    <message>
        <source>Role that they get instead</source>
        <translation>Rolle, die sie stattdessen bekommen</translation>
    </message>
    <message>
        <source>ndastro&apos;s API</source>
        <translation>API von ndastro</translation>
    </message>
    <message>
        <source>Everything about tiers</source>
        <translation>Alles über Stufen</translation>
    </message>
    <message>
        <source>Tier made</source>
        <translation>Stufe angelegt</translation>
    </message>
    <message>
        <source>Tier changed</source>
        <translation>Stufe geändert</translation>
    </message>
    <message>
        <source>Tier deleted</source>
        <translation>Stufe gelöscht</translation>
    </message>
    <message>
        <source>How far the key goes</source>
        <translation>Wie weit der Schlüssel reicht</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Everybody needs a second factor</source>
        <translation>Alle brauchen einen zweiten Faktor</translation>
    </message>
    <message>
        <source>Language of OpenArchiver&apos;s front end</source>
        <translation>Sprache der Oberfläche von OpenArchiver</translation>
    </message>
    <message>
        <source>Theme of OpenArchiver&apos;s front end</source>
        <translation>Farbschema der Oberfläche von OpenArchiver</translation>
    </message>
    <message>
        <source>Support address in OpenArchiver&apos;s front end</source>
        <translation>Hilfe-Adresse in der Oberfläche von OpenArchiver</translation>
    </message>
    <message>
        <source>Bloqd&apos;s API</source>
        <translation>API von Bloqd</translation>
    </message>
    <message>
        <source>OpenArchiver&apos;s API</source>
        <translation>API von OpenArchiver</translation>
    </message>
    <message>
        <source>Days until the second factor must be set up</source>
        <translation>Tage, bis der zweite Faktor eingerichtet sein muss</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server did not understand this request. Its version may not fit this console.</source>
        <translation>Der Server hat diese Anfrage nicht verstanden. Vielleicht passt seine Version nicht zu dieser Konsole.</translation>
    </message>
    <message>
        <source>Some fields need another look.</source>
        <translation>Einige Felder brauchen noch einen Blick.</translation>
    </message>
    <message>
        <source>This is more than the server takes at once.</source>
        <translation>Das ist mehr, als der Server auf einmal annimmt.</translation>
    </message>
    <message>
        <source>This does not exist any more.</source>
        <translation>Das gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The server does not answer under this address.</source>
        <translation>Der Server antwortet unter dieser Adresse nicht.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation>Ihre Anmeldung ist beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Wrong username or password, or too many tries: wait 15 minutes, then try once.</source>
        <translation>Falscher Benutzername, falsches Passwort oder zu viele Versuche: Warten Sie 15 Minuten und versuchen Sie es dann einmal.</translation>
    </message>
    <message>
        <source>This code is not accepted.</source>
        <translation>Dieser Code wird nicht angenommen.</translation>
    </message>
    <message>
        <source>This sign-in took too long or had too many wrong codes. Start again.</source>
        <translation>Diese Anmeldung hat zu lange gedauert oder hatte zu viele falsche Codes. Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>The current password is wrong.</source>
        <translation>Das aktuelle Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>Ihre Rolle erlaubt das nicht.</translation>
    </message>
    <message>
        <source>This needs a fresh sign-in: sign out, sign in again and repeat it.</source>
        <translation>Das braucht eine frische Anmeldung: Melden Sie sich ab und wieder an und wiederholen Sie es.</translation>
    </message>
    <message>
        <source>Set up your second factor first.</source>
        <translation>Richten Sie zuerst Ihren zweiten Faktor ein.</translation>
    </message>
    <message>
        <source>Choose a new password first.</source>
        <translation>Wählen Sie zuerst ein neues Passwort.</translation>
    </message>
    <message>
        <source>The server allows this only from its own computer.</source>
        <translation>Der Server erlaubt das nur von seinem eigenen Computer aus.</translation>
    </message>
    <message>
        <source>This server asks for its setup code. It stands in the server&apos;s output.</source>
        <translation>Dieser Server fragt nach seinem Einrichtungscode. Er steht in der Ausgabe des Servers.</translation>
    </message>
    <message>
        <source>This sign-in was used twice and has ended for safety. Sign in again.</source>
        <translation>Diese Anmeldung wurde zweimal benutzt und ist zur Sicherheit beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This server is already set up. Sign in instead.</source>
        <translation>Dieser Server ist schon eingerichtet. Melden Sie sich stattdessen an.</translation>
    </message>
    <message>
        <source>Somebody already has this username.</source>
        <translation>Diesen Benutzernamen hat schon jemand.</translation>
    </message>
    <message>
        <source>Somebody already has this e-mail address.</source>
        <translation>Diese E-Mail-Adresse hat schon jemand.</translation>
    </message>
    <message>
        <source>This is the last person who may manage users. Give somebody else that right first.</source>
        <translation>Das ist die letzte Person, die Benutzer verwalten darf. Geben Sie zuerst jemand anderem dieses Recht.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Nothing was overwritten.</source>
        <translation>Jemand anderes hat das inzwischen geändert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>The second factor is already on.</source>
        <translation>Der zweite Faktor ist schon eingeschaltet.</translation>
    </message>
    <message>
        <source>The second factor is not on.</source>
        <translation>Der zweite Faktor ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>This setup was not started or has run out. Start again.</source>
        <translation>Diese Einrichtung wurde nicht begonnen oder ist abgelaufen. Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>Too many requests at once. Wait a moment and try again.</source>
        <translation>Zu viele Anfragen auf einmal. Warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <translation>Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Another program already uses this port.</source>
        <translation>Ein anderes Programm benutzt diesen Port schon.</translation>
    </message>
    <message>
        <source>This folder cannot be written to.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Another server runs on this folder.</source>
        <translation>Auf diesem Ordner läuft ein anderer Server.</translation>
    </message>
    <message>
        <source>This data was made by a newer version of Authdesk. Nothing was changed; use that version.</source>
        <translation>Diese Daten stammen von einer neueren Version von Authdesk. Nichts wurde geändert; verwenden Sie jene Version.</translation>
    </message>
    <message>
        <source>The database is damaged. Nothing was changed; restore a backup.</source>
        <translation>Die Datenbank ist beschädigt. Nichts wurde geändert; spielen Sie eine Sicherung zurück.</translation>
    </message>
    <message>
        <source>The database does not answer. The data is untouched.</source>
        <translation>Die Datenbank antwortet nicht. Die Daten sind unberührt.</translation>
    </message>
    <message>
        <source>The disk is full. Make room and try again; nothing was lost.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal; nichts ging verloren.</translation>
    </message>
    <message>
        <source>The key that seals this server&apos;s secrets is missing. Put back the file master.key, or the entry of the keychain, wherever it was kept, and try again.</source>
        <translation>Der Schlüssel, der die Geheimnisse dieses Servers versiegelt, fehlt. Legen Sie die Datei master.key oder den Eintrag im Schlüsselbund dorthin zurück, wo er verwahrt war, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The key does not belong to this server&apos;s data. Put back the right one and try again.</source>
        <translation>Der Schlüssel gehört nicht zu den Daten dieses Servers. Legen Sie den richtigen zurück und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is it running, and is the address right?</source>
        <translation>Der Server ist nicht erreichbar. Läuft er, und stimmt die Adresse?</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate was not accepted.</source>
        <translation>Die Verbindung ist nicht sicher: Das Zertifikat des Servers wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The server answered something unexpected. It may be of another kind or version.</source>
        <translation>Der Server hat etwas Unerwartetes geantwortet. Vielleicht ist er von anderer Art oder Version.</translation>
    </message>
    <message>
        <source>This kind of server cannot do that.</source>
        <translation>Diese Art von Server kann das nicht.</translation>
    </message>
    <message>
        <source>There is no system keychain, so nothing is kept.</source>
        <translation>Es gibt keinen Schlüsselbund des Systems, deshalb wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>The system keychain is locked, so nothing is kept.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt, deshalb wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Something went wrong inside Authdesk.</source>
        <translation>In Authdesk ist etwas schiefgegangen.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds.</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Minute noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Minuten noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server is busy.</source>
        <translation>Der Server ist ausgelastet.</translation>
    </message>
    <message>
        <source>Too many requests at once.</source>
        <translation>Zu viele Anfragen auf einmal.</translation>
    </message>
    <message>
        <source>Not accepted. Is the time of your phone right?</source>
        <translation>Nicht angenommen. Stimmt die Uhrzeit Ihres Telefons?</translation>
    </message>
    <message>
        <source>Not accepted. This server&apos;s time is %1; is your phone&apos;s the same?</source>
        <translation>Nicht angenommen. Auf diesem Server ist es %1; auf Ihrem Telefon auch?</translation>
    </message>
    <message>
        <source>This is set where the server is started and cannot be changed here.</source>
        <translation>Das ist beim Start des Servers festgelegt und lässt sich hier nicht ändern.</translation>
    </message>
</context>
<context>
    <name>EventTexts</name>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>Wrong code at a sign-in</source>
        <translation>Falscher Code bei einer Anmeldung</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Person added</source>
        <translation>Person hinzugefügt</translation>
    </message>
    <message>
        <source>Person changed</source>
        <translation>Person geändert</translation>
    </message>
    <message>
        <source>Person deleted</source>
        <translation>Person gelöscht</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>Passwort zurückgesetzt</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Zweiter Faktor zurückgesetzt</translation>
    </message>
    <message>
        <source>Person unlocked</source>
        <translation>Person entsperrt</translation>
    </message>
    <message>
        <source>Sessions of a person ended</source>
        <translation>Sitzungen einer Person beendet</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Sitzung beendet</translation>
    </message>
    <message>
        <source>Own other sessions ended</source>
        <translation>Eigene andere Sitzungen beendet</translation>
    </message>
    <message>
        <source>Session ended, an old token came back</source>
        <translation>Sitzung beendet, ein altes Token kam zurück</translation>
    </message>
    <message>
        <source>Second factor begun</source>
        <translation>Zweiter Faktor begonnen</translation>
    </message>
    <message>
        <source>Second factor turned on</source>
        <translation>Zweiter Faktor eingeschaltet</translation>
    </message>
    <message>
        <source>Second factor turned off</source>
        <translation>Zweiter Faktor ausgeschaltet</translation>
    </message>
    <message>
        <source>Wrong code for the second factor</source>
        <translation>Falscher Code für den zweiten Faktor</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Wiederherstellungscodes erneuert</translation>
    </message>
    <message>
        <source>Second factor reset on the server&apos;s computer</source>
        <translation>Zweiter Faktor auf dem Computer des Servers zurückgesetzt</translation>
    </message>
    <message>
        <source>Own profile changed</source>
        <translation>Eigenes Profil geändert</translation>
    </message>
    <message>
        <source>Own password changed</source>
        <translation>Eigenes Passwort geändert</translation>
    </message>
    <message>
        <source>Server set up</source>
        <translation>Server eingerichtet</translation>
    </message>
    <message>
        <source>%1: %2, by %3</source>
        <extracomment>What was done, to whom, by whom</extracomment>
        <translation>%1: %2, durch %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>What was done, by or to whom</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, from %3</source>
        <extracomment>What was done, by or to whom, from which address</extracomment>
        <translation>%1: %2, von %3</translation>
    </message>
    <message>
        <source>Password given to a person</source>
        <translation>Passwort an eine Person vergeben</translation>
    </message>
    <message>
        <source>API key made</source>
        <translation>API-Schlüssel erstellt</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Settings changed</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Password taken over from a file</source>
        <translation>Passwort aus einer Datei übernommen</translation>
    </message>
    <message>
        <source>People imported</source>
        <translation>Personen importiert</translation>
    </message>
    <message>
        <source>People exported</source>
        <translation>Personen exportiert</translation>
    </message>
    <message>
        <source>Role made</source>
        <translation>Rolle erstellt</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rolle geändert</translation>
    </message>
    <message>
        <source>Role deleted</source>
        <translation>Rolle gelöscht</translation>
    </message>
    <message>
        <source>Tier made</source>
        <translation>Stufe angelegt</translation>
    </message>
    <message>
        <source>Tier changed</source>
        <translation>Stufe geändert</translation>
    </message>
    <message>
        <source>Tier deleted</source>
        <translation>Stufe gelöscht</translation>
    </message>
</context>
<context>
    <name>FieldErrors</name>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>Somebody already has this. Choose another one.</source>
        <translation>Das hat schon jemand. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>This password is among those that are tried first. Choose another one.</source>
        <translation>Dieses Passwort gehört zu denen, die zuerst ausprobiert werden. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This password is made of your name, your e-mail or the server&apos;s name.</source>
        <translation>Dieses Passwort besteht aus Ihrem Namen, Ihrer E-Mail-Adresse oder dem Namen des Servers.</translation>
    </message>
    <message>
        <source>This holds characters that cannot be shown.</source>
        <translation>Darin sind Zeichen, die sich nicht anzeigen lassen.</translation>
    </message>
    <message>
        <source>This is too short.</source>
        <translation>Das ist zu kurz.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>This is not accepted.</source>
        <translation>Das wird nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>At the first sign-in you choose a password of your own.</source>
        <translation>Bei der ersten Anmeldung wählen Sie ein eigenes Passwort.</translation>
    </message>
    <message>
        <source>Sign in with your password, then type this code. It leads you straight to setting up a new second factor.</source>
        <translation>Melden Sie sich mit Ihrem Passwort an und tippen Sie dann diesen Code ein. Er führt Sie direkt zur Einrichtung eines neuen zweiten Faktors.</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Einmalpasswort</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>It works once, until %1, %2.</source>
        <translation>Es gilt einmal, bis %1, %2.</translation>
    </message>
    <message>
        <source>Hello %1,</source>
        <translation>Hallo %1,</translation>
    </message>
    <message>
        <source>this is how you sign in to %1:</source>
        <translation>so melden Sie sich bei %1 an:</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Username: %1</source>
        <translation>Benutzername: %1</translation>
    </message>
    <message>
        <source>Sign-in for %1</source>
        <translation>Anmeldung für %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>It stays good until it is changed, so change it soon.</source>
        <translation>Es gilt, bis es geändert wird; ändern Sie es deshalb bald.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>HostedServers</name>
    <message>
        <source>The key that seals its secrets was kept in this computer&apos;s keychain, and the entry &quot;%1&quot; is not there any more. Restore the keychain of the account that created the server, and try again. A master.key in the folder does not help: there never was one.</source>
        <translation>Der Schlüssel, der seine Geheimnisse versiegelt, lag im Schlüsselbund dieses Computers, und der Eintrag „%1“ ist nicht mehr da. Stellen Sie den Schlüsselbund des Kontos wieder her, das den Server angelegt hat, und versuchen Sie es noch einmal. Eine Datei master.key im Ordner hilft nicht: Es gab nie eine.</translation>
    </message>
    <message>
        <source>The entry &quot;%1&quot; of this computer&apos;s keychain is not the key of this server&apos;s data. Restore the keychain, or the folder that belongs to it, and try again.</source>
        <translation>Der Eintrag „%1“ im Schlüsselbund dieses Computers ist nicht der Schlüssel der Daten dieses Servers. Stellen Sie den Schlüsselbund oder den Ordner wieder her, der dazugehört, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The key that seals its secrets is missing. Put back the file %1, from a backup for example, and try again.</source>
        <translation>Der Schlüssel, der seine Geheimnisse versiegelt, fehlt. Legen Sie die Datei %1 zurück, zum Beispiel aus einer Sicherung, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file %1 is not the key of this server&apos;s data. Put back the right one and try again.</source>
        <translation>Die Datei %1 ist nicht der Schlüssel der Daten dieses Servers. Legen Sie die richtige zurück und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>ImportProblems</name>
    <message>
        <source>This is no file. Choose a file.</source>
        <translation>Das ist keine Datei. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>This file cannot be read: %1.</source>
        <translation>Diese Datei ist nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>This file is another one than when it was checked. Check it again.</source>
        <translation>Diese Datei ist eine andere als bei der Prüfung. Prüfen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>This row is longer than the server takes.</source>
        <translation>Diese Zeile ist länger, als der Server sie annimmt.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is nothing in this table.</source>
        <translation>In dieser Tabelle steht nichts.</translation>
    </message>
    <message>
        <source>The first line names the column %1 twice.</source>
        <translation>Die erste Zeile nennt die Spalte %1 zweimal.</translation>
    </message>
    <message>
        <source>The first line must name the columns, username or email among them.</source>
        <translation>Die erste Zeile muss die Spalten nennen, darunter username oder email.</translation>
    </message>
    <message>
        <source>There are more cells than headings.</source>
        <translation>Es gibt mehr Zellen als Überschriften.</translation>
    </message>
    <message>
        <source>%1 is given twice, or is no text.</source>
        <translation>%1 steht zweimal da oder ist kein Text.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: a quotation mark is never closed.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Ein Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: this is not text in UTF-8.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Das ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: a line is too long.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Die Zeile ist zu lang.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: text stands behind a closing quotation mark.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Hinter einem schließenden Anführungszeichen steht Text.</translation>
    </message>
    <message>
        <source>This file cannot be read: it is no JSON.</source>
        <translation>Diese Datei ist nicht lesbar: Sie ist kein JSON.</translation>
    </message>
    <message>
        <source>This file cannot be read: it is no list of people.</source>
        <translation>Diese Datei ist nicht lesbar: Sie ist keine Liste von Personen.</translation>
    </message>
    <message>
        <source>This file cannot be read: the list of people must come first, as &quot;items&quot;.</source>
        <translation>Diese Datei ist nicht lesbar: Die Liste der Personen muss zuerst kommen, als „items“.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1 is no JSON, or nests too deeply or names a field twice.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1 ist kein JSON, ist zu tief verschachtelt oder nennt ein Feld zweimal.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: a comma is missing, or the list ends in its middle.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Es fehlt ein Komma, oder die Liste endet mittendrin.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: an object is expected.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Hier muss ein Objekt stehen.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: something stands behind the list.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Hinter der Liste steht noch etwas.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: the file does not end.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Das Ende der Datei fehlt.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: the file ends in its middle.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Die Datei endet mittendrin.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: the list does not end.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Das Ende der Liste fehlt.</translation>
    </message>
    <message>
        <source>This file cannot be read: person %1: this is too long.</source>
        <translation>Diese Datei ist nicht lesbar: Person %1: Das ist zu lang.</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%Ln people are new.</source>
        <translation>
            <numerusform>%Ln Person ist neu.</numerusform>
            <numerusform>%Ln Personen sind neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are added.</source>
        <translation>
            <numerusform>%Ln Person ist hinzugefügt.</numerusform>
            <numerusform>%Ln Personen sind hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people change.</source>
        <translation>
            <numerusform>%Ln Person ändert sich.</numerusform>
            <numerusform>%Ln Personen ändern sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are changed.</source>
        <translation>
            <numerusform>%Ln Person ist geändert.</numerusform>
            <numerusform>%Ln Personen sind geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the spreadsheet, save it as “CSV UTF-8”.</source>
        <translation>Speichern Sie sie in der Tabellenkalkulation als „CSV UTF-8“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are there already, just so.</source>
        <translation>
            <numerusform>%Ln Person ist genau so schon da.</numerusform>
            <numerusform>%Ln Personen sind genau so schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are refused.</source>
        <translation>
            <numerusform>%Ln Zeile wird abgelehnt.</numerusform>
            <numerusform>%Ln Zeilen werden abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in it.</source>
        <translation>Es steht niemand darin.</translation>
    </message>
</context>
<context>
    <name>ManyTexts</name>
    <message numerus="yes">
        <source>Disable %Ln people</source>
        <translation>
            <numerusform>%Ln Person deaktivieren</numerusform>
            <numerusform>%Ln Personen deaktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enable %Ln people</source>
        <translation>
            <numerusform>%Ln Person aktivieren</numerusform>
            <numerusform>%Ln Personen aktivieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln people</source>
        <translation>
            <numerusform>%Ln Person löschen</numerusform>
            <numerusform>%Ln Personen löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln people another role</source>
        <translation>
            <numerusform>%Ln Person eine andere Rolle geben</numerusform>
            <numerusform>%Ln Personen eine andere Rolle geben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Unlock %Ln people</source>
        <translation>
            <numerusform>%Ln Person entsperren</numerusform>
            <numerusform>%Ln Personen entsperren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %Ln people out</source>
        <translation>
            <numerusform>%Ln Person abmelden</numerusform>
            <numerusform>%Ln Personen abmelden</numerusform>
        </translation>
    </message>
    <message>
        <source>They are signed out everywhere and cannot sign in until somebody enables them.</source>
        <translation>Sie werden überall abgemeldet und können sich erst wieder anmelden, wenn jemand sie aktiviert.</translation>
    </message>
    <message>
        <source>They can sign in again. The sessions that had ended stay ended.</source>
        <translation>Sie können sich wieder anmelden. Die beendeten Sitzungen bleiben beendet.</translation>
    </message>
    <message>
        <source>Their accounts, second factors, keys and sessions go. The audit keeps their names.</source>
        <translation>Ihre Konten, zweiten Faktoren, Schlüssel und Sitzungen gehen verloren. Das Protokoll behält ihre Namen.</translation>
    </message>
    <message>
        <source>Each of them has the role “%1” then, and is signed out everywhere.</source>
        <translation>Jede von ihnen hat dann die Rolle „%1“ und wird überall abgemeldet.</translation>
    </message>
    <message>
        <source>They can try to sign in again at once.</source>
        <translation>Sie können sofort wieder versuchen, sich anzumelden.</translation>
    </message>
    <message>
        <source>They are signed out everywhere and can sign in again with what they know.</source>
        <translation>Sie werden überall abgemeldet und können sich mit ihren Zugangsdaten wieder anmelden.</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>Aktivieren…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>End sessions…</source>
        <translation>Sitzungen beenden…</translation>
    </message>
    <message>
        <source>People are disabled</source>
        <translation>Personen werden deaktiviert</translation>
    </message>
    <message>
        <source>People are enabled</source>
        <translation>Personen werden aktiviert</translation>
    </message>
    <message>
        <source>People are deleted</source>
        <translation>Personen werden gelöscht</translation>
    </message>
    <message>
        <source>People get another role</source>
        <translation>Personen bekommen eine andere Rolle</translation>
    </message>
    <message>
        <source>People are unlocked</source>
        <translation>Personen werden entsperrt</translation>
    </message>
    <message>
        <source>People are signed out</source>
        <translation>Personen werden abgemeldet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are disabled on %1.</source>
        <translation>
            <numerusform>%Ln Person ist auf %1 deaktiviert.</numerusform>
            <numerusform>%Ln Personen sind auf %1 deaktiviert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are enabled on %1.</source>
        <translation>
            <numerusform>%Ln Person ist auf %1 aktiviert.</numerusform>
            <numerusform>%Ln Personen sind auf %1 aktiviert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are deleted on %1.</source>
        <translation>
            <numerusform>%Ln Person ist auf %1 gelöscht.</numerusform>
            <numerusform>%Ln Personen sind auf %1 gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people have another role on %1.</source>
        <translation>
            <numerusform>%Ln Person hat auf %1 eine andere Rolle.</numerusform>
            <numerusform>%Ln Personen haben auf %1 eine andere Rolle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are unlocked on %1.</source>
        <translation>
            <numerusform>%Ln Person ist auf %1 entsperrt.</numerusform>
            <numerusform>%Ln Personen sind auf %1 entsperrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are signed out of %1.</source>
        <translation>
            <numerusform>%Ln Person ist von %1 abgemeldet.</numerusform>
            <numerusform>%Ln Personen sind von %1 abgemeldet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyWords</name>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>You are selected too, and are left out.</source>
        <translation>Sie selbst sind auch ausgewählt und werden ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people hold rights that you lack, and are left out.</source>
        <translation>
            <numerusform>%Ln Person hat Rechte, die Ihnen fehlen, und wird ausgelassen.</numerusform>
            <numerusform>%Ln Personen haben Rechte, die Ihnen fehlen, und werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2?</source>
        <translation>%1 auf %2?</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Your second factor</source>
        <translation>Ihr zweiter Faktor</translation>
    </message>
    <message>
        <source>Without it one stolen password is enough.</source>
        <translation>Ohne ihn genügt ein gestohlenes Passwort.</translation>
    </message>
    <message>
        <source>Turn it on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>A second admin</source>
        <translation>Ein zweiter Admin</translation>
    </message>
    <message>
        <source>Whoever loses the way in needs somebody else who can help.</source>
        <translation>Wer nicht mehr hereinkommt, braucht jemand anderen, der helfen kann.</translation>
    </message>
    <message>
        <source>Add an admin…</source>
        <translation>Admin hinzufügen…</translation>
    </message>
</context>
<context>
    <name>PageTable</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>PersonTexts</name>
    <message>
        <source>The second factor (%1)</source>
        <translation>Der zweite Faktor (%1)</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The audit keeps the name, and the username is free again.</source>
        <translation>Das Protokoll behält den Namen, und der Benutzername ist wieder frei.</translation>
    </message>
    <message>
        <source>The account “%1”</source>
        <translation>Das Konto „%1“</translation>
    </message>
    <message>
        <source>The e-mail address %1</source>
        <translation>Die E-Mail-Adresse %1</translation>
    </message>
    <message>
        <source>Every session, at once</source>
        <translation>Jede Sitzung, sofort</translation>
    </message>
    <message>
        <source>The recovery codes</source>
        <translation>Die Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Lost phone of %1</source>
        <translation>Verlorenes Telefon von %1</translation>
    </message>
    <message>
        <source>Reset the second factor of %1?</source>
        <translation>Den zweiten Faktor von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>Make sure that it is really %1 who asks. You get a one-time code to hand over; it is needed beside the password and leads straight to a new second factor.</source>
        <translation>Vergewissern Sie sich, dass wirklich %1 fragt. Sie bekommen einen Einmalcode zum Weitergeben; er wird neben dem Passwort gebraucht und führt direkt zu einem neuen zweiten Faktor.</translation>
    </message>
    <message>
        <source>Reset second factor</source>
        <translation>Zweiten Faktor zurücksetzen</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>Aktivieren…</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>Passwort zurücksetzen…</translation>
    </message>
    <message>
        <source>Lost phone…</source>
        <translation>Telefon verloren…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>Entsperren…</translation>
    </message>
    <message>
        <source>End sessions…</source>
        <translation>Sitzungen beenden…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>%1 can no longer sign in. Profile, password and second factor stay, and you can enable the account again at any time.</source>
        <translation>%1 kann sich nicht mehr anmelden. Profil, Passwort und zweiter Faktor bleiben, und Sie können das Konto jederzeit wieder aktivieren.</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Enable %1?</source>
        <translation>%1 aktivieren?</translation>
    </message>
    <message>
        <source>%1 can sign in again with the same password and second factor.</source>
        <translation>%1 kann sich wieder mit demselben Passwort und zweiten Faktor anmelden.</translation>
    </message>
    <message>
        <source>Reset the password of %1</source>
        <translation>Das Passwort von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the password of %1?</source>
        <translation>Das Passwort von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>You get a one-time password to hand over. With it %1 signs in once and chooses a new password.</source>
        <translation>Sie bekommen ein Einmalpasswort zum Weitergeben. Damit meldet sich %1 einmal an und wählt ein neues Passwort.</translation>
    </message>
    <message>
        <source>The present password</source>
        <translation>Das jetzige Passwort</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Unlock %1?</source>
        <translation>%1 entsperren?</translation>
    </message>
    <message>
        <source>The wrong tries are forgotten, and %1 can try again at once.</source>
        <translation>Die falschen Versuche werden vergessen, und %1 kann es sofort wieder versuchen.</translation>
    </message>
    <message>
        <source>End the sessions of %1</source>
        <translation>Die Sitzungen von %1 beenden</translation>
    </message>
    <message>
        <source>End every session of %1?</source>
        <translation>Jede Sitzung von %1 beenden?</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere and can sign in again.</source>
        <translation>%1 wird überall abgemeldet und kann sich wieder anmelden.</translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Sitzungen beenden</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>What goes:</source>
        <translation>Was verschwindet:</translation>
    </message>
    <message>
        <source>How did you recognise %1? (kept in the audit)</source>
        <translation>Woran haben Sie %1 erkannt? (bleibt im Protokoll)</translation>
    </message>
    <message>
        <source>%1 is saved on %2.</source>
        <translation>%1 ist auf %2 gespeichert.</translation>
    </message>
    <message>
        <source>%1 is disabled on %2.</source>
        <translation>%1 ist auf %2 deaktiviert.</translation>
    </message>
    <message>
        <source>%1 is enabled on %2.</source>
        <translation>%1 ist auf %2 aktiviert.</translation>
    </message>
    <message>
        <source>The password of %1 is reset.</source>
        <translation>Das Passwort von %1 ist zurückgesetzt.</translation>
    </message>
    <message>
        <source>The second factor of %1 is reset.</source>
        <translation>Der zweite Faktor von %1 ist zurückgesetzt.</translation>
    </message>
    <message>
        <source>%1 is unlocked.</source>
        <translation>%1 ist entsperrt.</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere.</source>
        <translation>%1 ist überall abgemeldet.</translation>
    </message>
    <message>
        <source>%1 is deleted.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>Block…</source>
        <extracomment>Takes every way in from a person</extracomment>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Revoke all keys…</source>
        <translation>Alle Schlüssel widerrufen…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Neues Passwort…</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>%1 sperren?</translation>
    </message>
    <message>
        <source>%1 loses every way in. There is no switch to take that back: only a new password, which you hand over, lets %1 in again.</source>
        <translation>%1 verliert jeden Zugang. Dafür gibt es keinen Schalter zurück: Erst mit einem neuen Passwort, das Sie übergeben, kommt %1 wieder hinein.</translation>
    </message>
    <message>
        <source>The role, if it is more than normal</source>
        <translation>Die Rolle, falls sie mehr als „Normal“ ist</translation>
    </message>
    <message>
        <source>Every key, at once</source>
        <translation>Jeder Schlüssel, sofort</translation>
    </message>
    <message>
        <source>Revoke the keys of %1</source>
        <translation>Schlüssel von %1 widerrufen</translation>
    </message>
    <message>
        <source>Revoke every key of %1?</source>
        <translation>Alle Schlüssel von %1 widerrufen?</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere and can sign in again with the password. Programs that use a key stop working.</source>
        <translation>%1 wird überall abgemeldet und kann sich mit dem Passwort wieder anmelden. Programme, die einen Schlüssel benutzen, funktionieren nicht mehr.</translation>
    </message>
    <message>
        <source>Revoke all keys</source>
        <translation>Alle Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>A new password for %1</source>
        <translation>Ein neues Passwort für %1</translation>
    </message>
    <message>
        <source>Give %1 a new password?</source>
        <translation>%1 ein neues Passwort geben?</translation>
    </message>
    <message>
        <source>You get a password to hand over. It stays good until somebody changes it, because this server knows no one-time passwords.</source>
        <translation>Sie erhalten ein Passwort zum Übergeben. Es gilt, bis es jemand ändert, denn dieser Server kennt keine Einmalpasswörter.</translation>
    </message>
    <message>
        <source>Give a new password</source>
        <translation>Neues Passwort geben</translation>
    </message>
    <message>
        <source>%1 is blocked on %2.</source>
        <translation>%1 ist auf %2 gesperrt.</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 hat ein neues Passwort.</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Username: %1</source>
        <translation>Benutzername: %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>The data is in %1</source>
        <translation>Die Daten liegen in %1</translation>
    </message>
    <message>
        <source>When no code is left, on that computer: %1</source>
        <translation>Wenn kein Code mehr übrig ist, auf jenem Computer: %1</translation>
    </message>
    <message>
        <source>Each code works once, in place of the six digits. Keep this sheet away from your phone and your password.</source>
        <translation>Jeder Code gilt einmal, anstelle der sechs Ziffern. Bewahren Sie dieses Blatt getrennt von Ihrem Telefon und Ihrem Passwort auf.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>The sheet could not be written: %1</source>
        <translation>Das Blatt konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>This is not an address of a server. It looks like auth.acme.example or localhost:8000.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht aus wie auth.acme.example oder localhost:8000.</translation>
    </message>
    <message>
        <source>Type an address such as auth.acme.example or localhost:8000.</source>
        <translation>Tippen Sie eine Adresse wie auth.acme.example oder localhost:8000 ein.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address; they are asked for later.</source>
        <translation>Lassen Sie Name und Passwort aus der Adresse weg; danach wird später gefragt.</translation>
    </message>
    <message>
        <source>Leave name and password out of the address.</source>
        <translation>Lassen Sie Name und Passwort aus der Adresse weg.</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A server answers at %1, but it is none that Authdesk knows. Check the address and the port.</source>
        <translation>Unter %1 antwortet ein Server, aber keiner, den Authdesk kennt. Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The sign-in was not renewed.</source>
        <translation>Die Anmeldung wurde nicht erneuert.</translation>
    </message>
    <message>
        <source>The server sends visitors on to another address: %1. Connect to that address instead; nothing was sent there.</source>
        <translation>Der Server schickt Besucher weiter zu einer anderen Adresse: %1. Verbinden Sie sich stattdessen mit ihr; dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>A web page answered instead of the server&apos;s API. Check the address; another program may be listening there.</source>
        <translation>Statt der API des Servers hat eine Webseite geantwortet. Prüfen Sie die Adresse; vielleicht lauscht dort ein anderes Programm.</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 seconds. It may be overloaded or cut off from the network; try again.</source>
        <translation>%1 hat innerhalb von %2 Sekunden nicht geantwortet. Vielleicht ist der Server überlastet oder vom Netz getrennt; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 sent a longer answer than this console takes, so it was dropped.</source>
        <translation>%1 hat eine längere Antwort gesendet, als diese Konsole annimmt, deshalb wurde sie verworfen.</translation>
    </message>
    <message>
        <source>No secure connection to %1 is possible: %2. Nothing was sent. Ask whoever runs the server to renew or replace its certificate.</source>
        <translation>Keine sichere Verbindung zu %1 ist möglich: %2. Nichts wurde gesendet. Bitten Sie den Betreiber des Servers, sein Zertifikat zu erneuern oder zu ersetzen.</translation>
    </message>
    <message>
        <source>%1 is not found: there is no such name, or this computer is offline. Check the address.</source>
        <translation>%1 ist nicht zu finden: Den Namen gibt es nicht, oder dieser Computer ist offline. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1. Check the address and the port, and whether the server is running.</source>
        <translation>Bei %1 nimmt nichts Verbindungen an. Prüfen Sie Adresse und Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>%1 closed the connection before it had answered. It is not known whether the request was carried out; look before you repeat it.</source>
        <translation>%1 hat die Verbindung geschlossen, bevor eine Antwort kam. Ob die Anfrage ausgeführt wurde, ist nicht bekannt; sehen Sie nach, bevor Sie sie wiederholen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check the network and the address.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>This is not an address that a server can have.</source>
        <translation>Eine solche Adresse kann kein Server haben.</translation>
    </message>
    <message>
        <source>The list of servers in %1 cannot be read: %2.</source>
        <translation>Die Liste der Server in %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The list of servers was damaged. It is kept as %1, and the list starts empty.</source>
        <translation>Die Liste der Server war beschädigt. Sie ist als %1 aufgehoben, und die Liste beginnt leer.</translation>
    </message>
    <message>
        <source>This server is no longer in the list.</source>
        <translation>Dieser Server steht nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>The list of servers cannot be written to %1: %2. Nothing was changed.</source>
        <translation>Die Liste der Server lässt sich nicht nach %1 schreiben: %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It answers as Authdesk does at /admin/v1/setup.</source>
        <translation>Er antwortet unter /admin/v1/setup wie Authdesk.</translation>
    </message>
    <message>
        <source>The server asks for one more step where there is none.</source>
        <translation>Der Server verlangt einen weiteren Schritt, wo es keinen gibt.</translation>
    </message>
    <message>
        <source>This code was used already, and each one works once. Wait until your app shows the next one.</source>
        <translation>Dieser Code wurde schon benutzt, und jeder gilt einmal. Warten Sie, bis Ihre App den nächsten zeigt.</translation>
    </message>
    <message>
        <source>This server takes five codes a minute and refuses more even when they are right. Wait %1 seconds.</source>
        <translation>Dieser Server nimmt fünf Codes in der Minute an und lehnt weitere ab, auch wenn sie stimmen. Warten Sie %1 Sekunden.</translation>
    </message>
    <message>
        <source>Pipelit&apos;s documented API cannot do that.</source>
        <translation>Die dokumentierte API von Pipelit kann das nicht.</translation>
    </message>
    <message>
        <source>The server took the code but left the second factor as it was.</source>
        <translation>Der Server hat den Code angenommen, den zweiten Faktor aber gelassen, wie er war.</translation>
    </message>
    <message>
        <source>This server takes only the six digits of an authenticator app.</source>
        <translation>Dieser Server nimmt nur die sechs Ziffern einer Authenticator-App an.</translation>
    </message>
    <message>
        <source>This Pipelit is set up on the server&apos;s own command line: run &quot;python -m cli setup --username NAME&quot; there, then sign in here.</source>
        <translation>Dieses Pipelit wird auf der Befehlszeile des Servers eingerichtet: Führen Sie dort „python -m cli setup --username NAME“ aus und melden Sie sich dann hier an.</translation>
    </message>
    <message>
        <source>Signing in with a password ends this person&apos;s other sign-in to Pipelit, if there is one; an API key does not.</source>
        <translation>Die Anmeldung mit Passwort beendet eine andere Anmeldung dieser Person bei Pipelit, falls es eine gibt; ein API-Schlüssel tut das nicht.</translation>
    </message>
    <message>
        <source>It answers as Pipelit does at /api/v1/auth/setup-status/.</source>
        <translation>Er antwortet unter /api/v1/auth/setup-status/ wie Pipelit.</translation>
    </message>
    <message>
        <source>It answers as Pipelit does at /health.</source>
        <translation>Er antwortet unter /health wie Pipelit.</translation>
    </message>
    <message>
        <source>Its description calls itself &quot;Workflow Platform API&quot;, as Pipelit&apos;s does.</source>
        <translation>Seine Beschreibung nennt sich „Workflow Platform API“ wie die von Pipelit.</translation>
    </message>
    <message>
        <source>The server accepted the sign-in but gave no key.</source>
        <translation>Der Server hat die Anmeldung angenommen, aber keinen Schlüssel gegeben.</translation>
    </message>
    <message>
        <source>This account must choose a new password first, and Pipelit&apos;s API has no way to do that. If the server is Authdesk, connect to it as Authdesk.</source>
        <translation>Dieses Konto muss zuerst ein neues Passwort wählen, und die API von Pipelit hat keinen Weg dafür. Wenn der Server Authdesk ist, verbinden Sie sich mit ihm als Authdesk.</translation>
    </message>
    <message>
        <source>Pipelit&apos;s keys are not renewed. Sign in again.</source>
        <translation>Schlüssel von Pipelit werden nicht erneuert. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The keychain is locked or did not allow access. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt oder hat den Zugriff nicht erlaubt. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers, so nothing secret is kept.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der antwortet, deshalb wird nichts Geheimes aufbewahrt.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so nothing secret is kept.</source>
        <translation>Der Schlüsselbund antwortet nicht, deshalb wird nichts Geheimes aufbewahrt.</translation>
    </message>
    <message>
        <source>The keychain kept the entry. Unlock it and try again.</source>
        <translation>Der Schlüsselbund hat den Eintrag behalten. Entsperren Sie ihn und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>This computer has no keychain that answers.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, der antwortet.</translation>
    </message>
    <message>
        <source>The server is closed in this console.</source>
        <translation>Der Server ist in dieser Konsole geschlossen.</translation>
    </message>
    <message>
        <source>Nobody is kept signed in to this server.</source>
        <translation>Bei diesem Server ist niemand angemeldet geblieben.</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This kind of server does not let a sign-in be kept. You are asked each time.</source>
        <translation>Bei dieser Art von Server bleibt man nicht angemeldet. Sie werden jedes Mal gefragt.</translation>
    </message>
    <message>
        <source>Admin</source>
        <extracomment>a role of Pipelit&apos;s</extracomment>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>a role of Pipelit&apos;s: everybody but admins</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>This version of Pipelit has no way to manage other people: here you can only protect your own account.</source>
        <translation>Diese Version von Pipelit kann andere Personen nicht verwalten: Hier können Sie nur Ihr eigenes Konto schützen.</translation>
    </message>
    <message>
        <source>The connection was closed.</source>
        <translation>Die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>Pipelit does not delete people, does not tell who is blocked or when somebody signed in, and clears a second factor only on the server itself.</source>
        <translation>Pipelit löscht keine Personen, sagt nicht, wer gesperrt ist oder wann sich jemand angemeldet hat, und setzt einen zweiten Faktor nur auf dem Server selbst zurück.</translation>
    </message>
    <message>
        <source>Pipelit keeps no e-mail.</source>
        <translation>Pipelit speichert keine E-Mail-Adressen.</translation>
    </message>
    <message>
        <source>Pipelit changes neither usernames nor e-mail addresses nor ends.</source>
        <translation>Pipelit ändert weder Benutzernamen noch E-Mail-Adressen noch Ablaufdaten.</translation>
    </message>
    <message>
        <source>Whoever was blocked gets in again with a new password.</source>
        <translation>Wer gesperrt wurde, kommt mit einem neuen Passwort wieder hinein.</translation>
    </message>
    <message>
        <source>Somebody else has changed this user meanwhile.</source>
        <translation>Jemand anderes hat diese Person inzwischen geändert.</translation>
    </message>
    <message>
        <source>The server took every step, but this person can still get in. Look at the keys.</source>
        <translation>Der Server hat jeden Schritt angenommen, aber diese Person kommt noch hinein. Sehen Sie sich die Schlüssel an.</translation>
    </message>
    <message>
        <source>Pipelit does not delete people.</source>
        <translation>Pipelit löscht keine Personen.</translation>
    </message>
    <message>
        <source>Pipelit clears a second factor only on the server itself.</source>
        <translation>Pipelit setzt einen zweiten Faktor nur auf dem Server selbst zurück.</translation>
    </message>
    <message>
        <source>Pipelit does not tell whether somebody can sign in.</source>
        <translation>Pipelit sagt nicht, ob sich jemand anmelden kann.</translation>
    </message>
    <message>
        <source>Pipelit locks no accounts.</source>
        <translation>Pipelit sperrt keine Konten nach falschen Passwörtern.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that you trusted. Nothing was sent. Trusted: %2. Shown now: %3. Ask whoever runs the server whether it was renewed.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem Sie vertraut haben. Es wurde nichts gesendet. Vertraut: %2. Jetzt gezeigt: %3. Fragen Sie, wer den Server betreibt, ob es erneuert wurde.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The ISO 639-1 code of this translation&apos;s language, such as de. Servers are asked for it.</extracomment>
        <translation>de</translation>
    </message>
    <message>
        <source>systemd did not answer in time (systemctl --user %1).</source>
        <translation>systemd hat nicht rechtzeitig geantwortet (systemctl --user %1).</translation>
    </message>
    <message>
        <source>systemd says: %1 (systemctl --user %2)</source>
        <translation>systemd sagt: %1 (systemctl --user %2)</translation>
    </message>
    <message>
        <source>This computer does not let services of yours run while nobody is signed in. It says: %1 (loginctl %2)</source>
        <translation>Dieser Computer lässt Ihre Dienste nicht laufen, während niemand angemeldet ist. Er sagt: %1 (loginctl %2)</translation>
    </message>
    <message>
        <source>The file %1, which describes the service, cannot be written: %2.</source>
        <translation>Die Datei %1, die den Dienst beschreibt, lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>The file %1, which describes the service, cannot be deleted: %2.</source>
        <translation>Die Datei %1, die den Dienst beschreibt, lässt sich nicht löschen: %2.</translation>
    </message>
    <message>
        <source>systemd started the service, and it ended again at once.</source>
        <translation>systemd hat den Dienst gestartet, und er hat sich gleich wieder beendet.</translation>
    </message>
    <message>
        <source>systemd started the service, but the server does not answer in time.</source>
        <translation>systemd hat den Dienst gestartet, aber der Server antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>OpenArchiver knows no sessions.</source>
        <translation>OpenArchiver kennt keine Sitzungen.</translation>
    </message>
    <message>
        <source>The server does not know this account any longer.</source>
        <translation>Der Server kennt dieses Konto nicht mehr.</translation>
    </message>
    <message>
        <source>OpenArchiver&apos;s people sign in by their e-mail address: type one.</source>
        <translation>Bei OpenArchiver melden sich alle mit ihrer E-Mail-Adresse an: Tippen Sie eine ein.</translation>
    </message>
    <message>
        <source>This edition of OpenArchiver has no second factors.</source>
        <translation>Diese Ausgabe von OpenArchiver hat keine zweiten Faktoren.</translation>
    </message>
    <message>
        <source>Something answers at this address, but not as OpenArchiver does. Check the address.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber nicht wie OpenArchiver. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>OpenArchiver shows everybody only their own keys.</source>
        <translation>OpenArchiver zeigt allen nur ihre eigenen Schlüssel.</translation>
    </message>
    <message>
        <source>OpenArchiver&apos;s keys end after at most 730 days. Choose an end.</source>
        <translation>Schlüssel von OpenArchiver enden nach höchstens 730 Tagen. Wählen Sie ein Ende.</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>Diesen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>It refuses strangers as OpenArchiver does at %1.</source>
        <translation>Er weist Fremde unter %1 ab wie OpenArchiver.</translation>
    </message>
    <message>
        <source>It tells at %1 whether it is set up.</source>
        <translation>Er sagt unter %1, ob er eingerichtet ist.</translation>
    </message>
    <message>
        <source>This account must choose a new password first, and OpenArchiver&apos;s API has no way to do that. If the server is Authdesk, connect to it as Authdesk.</source>
        <translation>Dieses Konto muss erst ein neues Passwort wählen, und die API von OpenArchiver kann das nicht. Wenn der Server Authdesk ist, verbinden Sie sich mit ihm als Authdesk.</translation>
    </message>
    <message>
        <source>The server asks for a second factor but gave nothing to go on with.</source>
        <translation>Der Server verlangt einen zweiten Faktor, hat aber nichts mitgegeben, womit es weitergeht.</translation>
    </message>
    <message>
        <source>OpenArchiver&apos;s sign-ins are not renewed. Sign in again.</source>
        <translation>Anmeldungen bei OpenArchiver werden nicht erneuert. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The server failed and does not say why. Its own log tells more.</source>
        <translation>Der Server ist gescheitert und sagt nicht, warum. Sein eigenes Protokoll weiß mehr.</translation>
    </message>
    <message>
        <source>This console does not understand a policy of the role %1: see %2. Nothing was changed.</source>
        <translation>Diese Konsole versteht eine Richtlinie der Rolle %1 nicht: siehe %2. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This console does not understand a policy of the role %1: &quot;%2&quot; at %3. Nothing was changed.</source>
        <translation>Diese Konsole versteht eine Richtlinie der Rolle %1 nicht: „%2“ bei %3. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This console only looks at OpenArchiver&apos;s people. Change them in its own window.</source>
        <translation>Diese Konsole zeigt die Personen von OpenArchiver nur an. Ändern Sie sie in dessen eigenem Fenster.</translation>
    </message>
    <message>
        <source>There is no such person.</source>
        <translation>Diese Person gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>SignInAnswer</name>
    <message>
        <source>No: the account is disabled.</source>
        <translation>Nein: Das Konto ist deaktiviert.</translation>
    </message>
    <message>
        <source>No: the account was disabled on %1.</source>
        <translation>Nein: Das Konto wurde am %1 deaktiviert.</translation>
    </message>
    <message>
        <source>No: disabled by %1 on %2.</source>
        <translation>Nein: von %1 am %2 deaktiviert.</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong code(s)</source>
        <translation>
            <numerusform>%n falscher Code</numerusform>
            <numerusform>%n falschen Codes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong password(s)</source>
        <translation>
            <numerusform>%n falsches Passwort</numerusform>
            <numerusform>%n falschen Passwörtern</numerusform>
        </translation>
    </message>
    <message>
        <source>No: locked until %1 after %2.</source>
        <translation>Nein: gesperrt bis %1 nach %2.</translation>
    </message>
    <message>
        <source>No: locked after %1 until somebody unlocks.</source>
        <translation>Nein: nach %1 gesperrt, bis jemand entsperrt.</translation>
    </message>
    <message>
        <source>The last one came from %1.</source>
        <translation>Der letzte Versuch kam von %1.</translation>
    </message>
    <message>
        <source>No: the clock of the authenticator is wrong.</source>
        <translation>Nein: Die Uhr des Authenticators geht falsch.</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>No: the codes of the authenticator are about %1 late.</source>
        <translation>Nein: Die Codes des Authenticators kommen etwa %1 zu spät.</translation>
    </message>
    <message>
        <source>No: the codes of the authenticator are about %1 ahead.</source>
        <translation>Nein: Die Codes des Authenticators kommen etwa %1 zu früh.</translation>
    </message>
    <message>
        <source>The clock of that device has to be set.</source>
        <translation>Die Uhr dieses Geräts muss gestellt werden.</translation>
    </message>
    <message>
        <source>No: the account was valid until %1.</source>
        <translation>Nein: Das Konto war bis %1 gültig.</translation>
    </message>
    <message>
        <source>No: the one-time password expired on %1.</source>
        <translation>Nein: Das Einmalpasswort ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>No: the invitation expired on %1.</source>
        <translation>Nein: Die Einladung ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>No: there is no password yet.</source>
        <translation>Nein: Es gibt noch kein Passwort.</translation>
    </message>
    <message>
        <source>No: the one-time code expired on %1.</source>
        <translation>Nein: Der Einmalcode ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>falsches Passwort</translation>
    </message>
    <message>
        <source>wrong code</source>
        <translation>falscher Code</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>the one-time password had expired</source>
        <translation>das Einmalpasswort war abgelaufen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>No: locked after too many wrong tries. Waiting helps, and so does unlocking.</source>
        <translation>Nein: nach zu vielen falschen Versuchen gesperrt. Warten hilft, Entsperren auch.</translation>
    </message>
    <message>
        <source>Yes, with the one-time password. That has not happened yet.</source>
        <translation>Ja, mit dem Einmalpasswort. Das ist noch nicht geschehen.</translation>
    </message>
    <message>
        <source>Yes, and a new password must be chosen then.</source>
        <translation>Ja, und dann muss ein neues Passwort gewählt werden.</translation>
    </message>
    <message>
        <source>Yes, with password and second factor.</source>
        <translation>Ja, mit Passwort und zweitem Faktor.</translation>
    </message>
    <message>
        <source>Yes, with the password alone.</source>
        <translation>Ja, mit dem Passwort allein.</translation>
    </message>
    <message>
        <source>✓ %1 from %2</source>
        <extracomment>%1 &quot;5 min ago&quot;, %2 an address</extracomment>
        <translation>✓ %1 von %2</translation>
    </message>
    <message>
        <source>✕ %1 from %2: %3</source>
        <translation>✕ %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>SignInChart</name>
    <message>
        <source>%1 succeeded, %2 refused</source>
        <extracomment>Sign-ins of an hour or a day; both are numbers</extracomment>
        <translation>%1 gelungen, %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1 – %2: %3</source>
        <extracomment>From when to when, and what happened then</extracomment>
        <translation>%1 – %2: %3</translation>
    </message>
    <message>
        <source>In the last 24 hours: %1.</source>
        <translation>In den letzten 24 Stunden: %1.</translation>
    </message>
</context>
<context>
    <name>UserColumns</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Sicherheitsschlüssel</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>End every session of %1</source>
        <translation>Jede Sitzung von %1 beenden</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>%1 überall abmelden?</translation>
    </message>
    <message>
        <source>This is you: every session of yours ends at once, the one of this window too, and you have to sign in again.</source>
        <translation>Das sind Sie: Jede Ihrer Sitzungen endet sofort, auch die dieses Fensters, und Sie müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>Every session of %1 ends at once, whichever program it is in. %1 can sign in again.</source>
        <translation>Jede Sitzung von %1 endet sofort, in welchem Programm auch immer. %1 kann sich wieder anmelden.</translation>
    </message>
    <message>
        <source>End every session</source>
        <translation>Jede Sitzung beenden</translation>
    </message>
    <message>
        <source>It was signed in from %1.</source>
        <translation>Sie wurde von %1 aus begonnen.</translation>
    </message>
    <message>
        <source>It was signed in from %1 with %2.</source>
        <translation>Sie wurde von %1 aus mit %2 begonnen.</translation>
    </message>
    <message>
        <source>End a session of %1</source>
        <translation>Eine Sitzung von %1 beenden</translation>
    </message>
    <message>
        <source>End your own session?</source>
        <translation>Ihre eigene Sitzung beenden?</translation>
    </message>
    <message>
        <source>End this session of %1?</source>
        <translation>Diese Sitzung von %1 beenden?</translation>
    </message>
    <message>
        <source>It is the one of this window: you are signed out here and have to sign in again.</source>
        <translation>Es ist die dieses Fensters: Sie werden hier abgemeldet und müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>It ends at once. Other sessions of %1 stay.</source>
        <translation>Sie endet sofort. Andere Sitzungen von %1 bleiben.</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::AccountPage</name>
    <message>
        <source>Your profile is not saved</source>
        <translation>Ihr Profil ist nicht gespeichert</translation>
    </message>
    <message>
        <source>Discard the changes to your profile?</source>
        <translation>Die Änderungen an Ihrem Profil verwerfen?</translation>
    </message>
    <message>
        <source>They are not saved yet. Keep editing to save them.</source>
        <translation>Sie sind noch nicht gespeichert. Bearbeiten Sie weiter, um sie zu speichern.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Your profile is saved.</source>
        <translation>Ihr Profil ist gespeichert.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Ihr Passwort ist geändert.</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::CodeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use a recovery code instead</source>
        <translation>Stattdessen einen Wiederherstellungscode verwenden</translation>
    </message>
    <message>
        <source>Use the code of the app</source>
        <translation>Den Code der App verwenden</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::EnrollDialog</name>
    <message>
        <source>Protect your account – Authdesk</source>
        <translation>Konto schützen – Authdesk</translation>
    </message>
    <message>
        <source>Protect your account</source>
        <translation>Schützen Sie Ihr Konto</translation>
    </message>
    <message>
        <source>1  Open your authenticator app and scan.</source>
        <translation>1  Öffnen Sie Ihre Authenticator-App und scannen Sie.</translation>
    </message>
    <message>
        <source>Cannot scan? Type this key:</source>
        <translation>Scannen geht nicht? Tippen Sie diesen Schlüssel ein:</translation>
    </message>
    <message>
        <source>Key for the authenticator app</source>
        <translation>Schlüssel für die Authenticator-App</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy setup link</source>
        <translation>Einrichtungslink kopieren</translation>
    </message>
    <message>
        <source>For password managers that keep the second factor too</source>
        <translation>Für Passwortmanager, die auch den zweiten Faktor verwahren</translation>
    </message>
    <message>
        <source>2  Type the six digits that it shows.</source>
        <translation>2  Tippen Sie die sechs Ziffern ein, die sie zeigt.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>The second factor is on. Keep these recovery codes</source>
        <translation>Der zweite Faktor ist eingeschaltet. Bewahren Sie diese Wiederherstellungscodes auf</translation>
    </message>
    <message>
        <source>Each one lets you in once when the phone is lost. They are shown only now.</source>
        <translation>Jeder lässt Sie einmal herein, wenn das Telefon verloren ist. Sie werden nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Save, print or copy the codes first</source>
        <translation>Erst die Codes speichern, drucken oder kopieren</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::PasswordSection</name>
    <message>
        <source>This is not your current password.</source>
        <translation>Das ist nicht Ihr aktuelles Passwort.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Aktuelles Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Sign me out everywhere else</source>
        <translation>Mich überall sonst abmelden</translation>
    </message>
    <message>
        <source>Ends every session but this one</source>
        <translation>Beendet jede Sitzung außer dieser</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::ProfileSection</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take back what is not saved</source>
        <translation>Zurücknehmen, was nicht gespeichert ist</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Profil speichern</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::RecoveryCodesDialog</name>
    <message>
        <source>Recovery codes – Authdesk</source>
        <translation>Wiederherstellungscodes – Authdesk</translation>
    </message>
    <message>
        <source>Keep these recovery codes</source>
        <translation>Bewahren Sie diese Wiederherstellungscodes auf</translation>
    </message>
    <message>
        <source>Each one lets you in once when the phone is lost. They are shown only now, and codes from before no longer work.</source>
        <translation>Jeder lässt Sie einmal herein, wenn das Telefon verloren ist. Sie werden nur jetzt gezeigt, und frühere Codes gelten nicht mehr.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Save, print or copy the codes first</source>
        <translation>Erst die Codes speichern, drucken oder kopieren</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::SecondFactorSection</name>
    <message>
        <source>The second factor is on.</source>
        <translation>Der zweite Faktor ist eingeschaltet.</translation>
    </message>
    <message>
        <source>The second factor is off.</source>
        <translation>Der zweite Faktor ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Turn the second factor off</source>
        <translation>Den zweiten Faktor ausschalten</translation>
    </message>
    <message>
        <source>After that the password alone opens your account, and the recovery codes no longer work. Type a code of your app to show that it is you.</source>
        <translation>Danach öffnet das Passwort allein Ihr Konto, und die Wiederherstellungscodes gelten nicht mehr. Tippen Sie einen Code Ihrer App ein, um zu zeigen, dass Sie es sind.</translation>
    </message>
    <message>
        <source>After that the password alone opens your account. Type a code of your app to show that it is you.</source>
        <translation>Danach öffnet das Passwort allein Ihr Konto. Tippen Sie einen Code Ihrer App ein, um zu zeigen, dass Sie es sind.</translation>
    </message>
    <message>
        <source>Turn it off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Make new recovery codes</source>
        <translation>Neue Wiederherstellungscodes erzeugen</translation>
    </message>
    <message>
        <source>The codes that you have now stop working. Type a code of your app to show that it is you.</source>
        <translation>Die Codes, die Sie jetzt haben, gelten dann nicht mehr. Tippen Sie einen Code Ihrer App ein, um zu zeigen, dass Sie es sind.</translation>
    </message>
    <message>
        <source>Make new codes</source>
        <translation>Neue Codes erzeugen</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>Neue Wiederherstellungscodes…</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten…</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>The second factor</extracomment>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Reading whether it is on.</source>
        <translation>Es wird gelesen, ob er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Without it one stolen password is enough.</source>
        <translation>Ohne ihn genügt ein gestohlenes Passwort.</translation>
    </message>
    <message>
        <source>Signing in needs the password and a code of your app.</source>
        <translation>Zur Anmeldung gehören das Passwort und ein Code Ihrer App.</translation>
    </message>
    <message>
        <source>No recovery code is left.</source>
        <translation>Kein Wiederherstellungscode ist übrig.</translation>
    </message>
    <message>
        <source>One recovery code is left.</source>
        <translation>Ein Wiederherstellungscode ist übrig.</translation>
    </message>
    <message>
        <source>%1 recovery codes are left.</source>
        <translation>%1 Wiederherstellungscodes sind übrig.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::SessionTableModel</name>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Diese</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::account::SessionsSection</name>
    <message>
        <source>The session is ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>End all other sessions</source>
        <translation>Alle anderen Sitzungen beenden</translation>
    </message>
    <message>
        <source>Sign out everywhere else?</source>
        <translation>Überall sonst abmelden?</translation>
    </message>
    <message>
        <source>Every other session ends at once. This window stays signed in.</source>
        <translation>Jede andere Sitzung endet sofort. Dieses Fenster bleibt angemeldet.</translation>
    </message>
    <message>
        <source>End all others</source>
        <translation>Alle anderen beenden</translation>
    </message>
    <message>
        <source>You are signed out everywhere else.</source>
        <translation>Sie sind überall sonst abgemeldet.</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Wo Sie angemeldet sind</translation>
    </message>
    <message>
        <source>Your sessions</source>
        <translation>Ihre Sitzungen</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Signs out the chosen session at once</source>
        <translation>Meldet die gewählte Sitzung sofort ab</translation>
    </message>
    <message>
        <source>End all others…</source>
        <translation>Alle anderen beenden…</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::audit::AuditListView</name>
    <message>
        <source>The events were not checked. %1</source>
        <translation>Die Ereignisse wurden nicht geprüft. %1</translation>
    </message>
    <message>
        <source>Every action</source>
        <translation>Jede Aktion</translation>
    </message>
    <message>
        <source>Any result</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>A switch: new events come in while one looks</extracomment>
        <translation>Mitlaufend</translation>
    </message>
    <message>
        <source>Show new events as they happen</source>
        <translation>Neue Ereignisse zeigen, sobald sie geschehen</translation>
    </message>
    <message>
        <source>Check that no event was changed, added or removed from outside</source>
        <translation>Prüfen, dass kein Ereignis von außen geändert, hinzugefügt oder entfernt wurde</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write the events that the filters let through to a file</source>
        <translation>Die Ereignisse, die die Filter durchlassen, in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Events of this person</source>
        <translation>Ereignisse dieser Person</translation>
    </message>
    <message>
        <source>Show what a person did and what was done to them: the whole username (%1)</source>
        <translation>Zeigt, was eine Person getan hat und was mit ihr geschah: der ganze Benutzername (%1)</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Clear</source>
        <extracomment>Takes all filters away</extracomment>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Show every event again</source>
        <translation>Wieder jedes Ereignis zeigen</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Verifying…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The list was not read to the end.</source>
        <translation>Die Liste wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>New events do not come in at the moment. %1</source>
        <translation>Neue Ereignisse kommen im Moment nicht an. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Waiting for %1 to answer.</source>
        <translation>Warten auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>No event fits these filters.</source>
        <translation>Kein Ereignis passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No event of “%1” fits these filters. The whole username is needed.</source>
        <translation>Kein Ereignis von „%1“ passt zu diesen Filtern. Der ganze Benutzername wird gebraucht.</translation>
    </message>
    <message>
        <source>Show every event</source>
        <translation>Jedes Ereignis zeigen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::audit::AuditPage</name>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, für Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>JSON, for programs (*.json)</source>
        <translation>JSON, für Programme (*.json)</translation>
    </message>
    <message>
        <source>%1 audit %2.csv</source>
        <extracomment>Proposed name of a file; %1 is the server&apos;s name, %2 the day</extracomment>
        <translation>%1 Protokoll %2.csv</translation>
    </message>
    <message>
        <source>The events are in %1.</source>
        <translation>Die Ereignisse stehen in %1.</translation>
    </message>
    <message>
        <source>Export events – Authdesk</source>
        <translation>Ereignisse exportieren – Authdesk</translation>
    </message>
    <message>
        <source>Writing the events to %1.</source>
        <translation>Die Ereignisse werden nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>The server puts the events together.</source>
        <translation>Der Server stellt die Ereignisse zusammen.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::audit::AuditTableModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Whom</source>
        <extracomment>Column of the audit: the person whom an event concerns</extracomment>
        <translation>Wen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Column of the audit: the address that an event came from</extracomment>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::audit::DaysDialog</name>
    <message>
        <source>Events between two days – Authdesk</source>
        <translation>Ereignisse zwischen zwei Tagen – Authdesk</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::audit::EventPane</name>
    <message>
        <source>Back to the list</source>
        <extracomment>Leads from an event back to the list of events</extracomment>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Close this event</source>
        <translation>Dieses Ereignis schließen</translation>
    </message>
    <message>
        <source>Close this event (Esc)</source>
        <translation>Dieses Ereignis schließen (Esc)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy everything about this event as text</source>
        <translation>Alles über dieses Ereignis als Text kopieren</translation>
    </message>
    <message>
        <source>Details of the event</source>
        <translation>Einzelheiten des Ereignisses</translation>
    </message>
    <message>
        <source>What: %1</source>
        <translation>Was: %1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>Wann: %1</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Whom</source>
        <translation>Wen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Over</source>
        <extracomment>The API or program that an event came by</extracomment>
        <translation>Über</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Siegel</translation>
    </message>
    <message>
        <source>Written while the server&apos;s key was away, and sealed at a later start.</source>
        <translation>Geschrieben, während der Schlüssel des Servers fehlte, und bei einem späteren Start versiegelt.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>Of a field: the value before, the value after</extracomment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::AttentionCard</name>
    <message>
        <source>What needs attention</source>
        <translation>Was Aufmerksamkeit braucht</translation>
    </message>
    <message>
        <source>All well</source>
        <extracomment>In a chip: nothing is wrong</extracomment>
        <translation>Alles gut</translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Nichts braucht Aufmerksamkeit.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::EventsCard</name>
    <message>
        <source>Latest events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Read everything again (%1)</source>
        <translation>Alles neu lesen (%1)</translation>
    </message>
    <message>
        <source>Waiting for %1 to answer.</source>
        <translation>Warten auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::PeopleCard</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>All people</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>With a second factor</source>
        <translation>Mit zweitem Faktor</translation>
    </message>
    <message>
        <source>Without a second factor</source>
        <translation>Ohne zweiten Faktor</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>May manage users</source>
        <translation>Dürfen Benutzer verwalten</translation>
    </message>
    <message>
        <source>Open sessions</source>
        <translation>Offene Sitzungen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::ServerCard</name>
    <message>
        <source>Where it listens</source>
        <translation>Wo er lauscht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>%1 only</source>
        <extracomment>An address where one API alone answers, named by its system</extracomment>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Server</source>
        <extracomment>Title of the card about the server, when its name is not known yet</extracomment>
        <translation>Server</translation>
    </message>
    <message>
        <source>Authdesk %1, data in %2</source>
        <translation>Authdesk %1, Daten in %2</translation>
    </message>
    <message>
        <source>Started %1</source>
        <extracomment>%1 is a time like &quot;2 h ago&quot;</extracomment>
        <translation>Gestartet %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::SignInChart</name>
    <message>
        <source>Succeeded</source>
        <extracomment>In the legend of the chart of sign-ins</extracomment>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>In the legend of the chart of sign-ins</extracomment>
        <translation>Abgelehnt</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::overview::SignInsCard</name>
    <message>
        <source>Sign-ins in the last 24 hours</source>
        <translation>Anmeldungen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>Sign-ins in the last 24 hours, by the hour</source>
        <translation>Anmeldungen der letzten 24 Stunden, nach Stunden</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::AddressCard</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Waiting for the server to tell its addresses.</source>
        <translation>Der Server wird nach seinen Adressen gefragt.</translation>
    </message>
    <message>
        <source>It answers nowhere while it is stopped.</source>
        <translation>Solange er angehalten ist, antwortet er nirgends.</translation>
    </message>
    <message>
        <source>Try it in a terminal</source>
        <translation>Im Terminal ausprobieren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>%1 only</source>
        <extracomment>An address where one API alone answers, named by its system</extracomment>
        <translation>nur %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::FingerprintRow</name>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::MoveDialog</name>
    <message>
        <source>Called off. Everything is as it was before.</source>
        <translation>Abgebrochen. Alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>%1 still runs as a service. %2 Nothing was changed; when the cause is mended, try again.</source>
        <translation>%1 läuft weiter als Dienst. %2 Es wurde nichts geändert; wenn die Ursache behoben ist, versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 runs in this window as before. %2 Nothing was changed; when the cause is mended, try again.</source>
        <translation>%1 läuft wie zuvor in diesem Fenster. %2 Es wurde nichts geändert; wenn die Ursache behoben ist, versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 runs as a service now. The keychain did not let its copy of the master key go: remove the entry there if you want to.</source>
        <translation>%1 läuft jetzt als Dienst. Der Schlüsselbund hat seine Kopie des Hauptschlüssels nicht hergegeben: Entfernen Sie den Eintrag dort, wenn Sie möchten.</translation>
    </message>
    <message>
        <source>%1 runs in this window now, with the master key of the keychain. The file master.key in %2 could not be deleted: delete it by hand.</source>
        <translation>%1 läuft jetzt in diesem Fenster, mit dem Hauptschlüssel aus dem Schlüsselbund. Die Datei master.key in %2 ließ sich nicht löschen: Löschen Sie sie von Hand.</translation>
    </message>
    <message>
        <source>Copying the master key into the keychain…</source>
        <translation>Der Hauptschlüssel wird in den Schlüsselbund kopiert…</translation>
    </message>
    <message>
        <source>Copying the master key into the data folder…</source>
        <translation>Der Hauptschlüssel wird in den Datenordner kopiert…</translation>
    </message>
    <message>
        <source>Stopping the server…</source>
        <translation>Der Server wird angehalten…</translation>
    </message>
    <message>
        <source>Removing the service…</source>
        <translation>Der Dienst wird entfernt…</translation>
    </message>
    <message>
        <source>Setting up the service…</source>
        <translation>Der Dienst wird eingerichtet…</translation>
    </message>
    <message>
        <source>Starting, and waiting for the server to answer…</source>
        <translation>Der Server startet; seine Antwort wird erwartet…</translation>
    </message>
    <message>
        <source>Finishing…</source>
        <translation>Gleich fertig…</translation>
    </message>
    <message>
        <source>Putting everything back as it was…</source>
        <translation>Alles wird wieder, wie es war…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What the system says</source>
        <translation>Was das System sagt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep it running without the window – Authdesk</source>
        <translation>Ohne das Fenster weiterlaufen lassen – Authdesk</translation>
    </message>
    <message>
        <source>Keep %1 running without the window?</source>
        <translation>%1 ohne das Fenster weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>From now on the server runs as a service of your account, also after this window is closed. It starts when you sign in to this computer. Its addresses stay the same, and nobody is signed out; for a few seconds it gives no answer.</source>
        <translation>Der Server läuft von nun an als Dienst Ihres Kontos, auch wenn dieses Fenster geschlossen ist. Er startet, wenn Sie sich an diesem Computer anmelden. Seine Adressen bleiben dieselben, und niemand wird abgemeldet; einige Sekunden lang antwortet er nicht.</translation>
    </message>
    <message>
        <source>&amp;Also while nobody is signed in</source>
        <translation>&amp;Auch wenn niemand angemeldet ist</translation>
    </message>
    <message>
        <source>A service cannot ask your keychain. So the master key, which seals the server&apos;s secrets, moves from the keychain into the file master.key in %1. Only your account can read that file; but whoever can read your files can read the key, from a backup for example.</source>
        <translation>Ein Dienst kann Ihren Schlüsselbund nicht fragen. Darum zieht der Hauptschlüssel, der die Geheimnisse des Servers versiegelt, aus dem Schlüsselbund in die Datei master.key in %1 um. Nur Ihr Konto kann diese Datei lesen; aber wer Ihre Dateien lesen kann, kann auch den Schlüssel lesen, zum Beispiel aus einer Sicherung.</translation>
    </message>
    <message>
        <source>&amp;Move the master key into the file</source>
        <translation>Den &amp;Hauptschlüssel in die Datei umziehen</translation>
    </message>
    <message>
        <source>Run it in this window again – Authdesk</source>
        <translation>Wieder in diesem Fenster laufen lassen – Authdesk</translation>
    </message>
    <message>
        <source>Run %1 in this window again?</source>
        <translation>%1 wieder in diesem Fenster laufen lassen?</translation>
    </message>
    <message>
        <source>The service is stopped and removed. From now on the server runs while Authdesk is open, and stops when you quit. Its addresses stay the same, and nobody is signed out; for a few seconds it gives no answer.</source>
        <translation>Der Dienst wird angehalten und entfernt. Der Server läuft von nun an, während Authdesk offen ist, und hält an, wenn Sie es beenden. Seine Adressen bleiben dieselben, und niemand wird abgemeldet; einige Sekunden lang antwortet er nicht.</translation>
    </message>
    <message>
        <source>&amp;Move the master key into the keychain</source>
        <translation>Den &amp;Hauptschlüssel in den Schlüsselbund umziehen</translation>
    </message>
    <message>
        <source>The master key lies in the file master.key in %1. In the keychain it is sealed with your password.</source>
        <translation>Der Hauptschlüssel liegt in der Datei master.key in %1. Im Schlüsselbund ist er mit Ihrem Passwort versiegelt.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Run it in this window</source>
        <translation>In diesem Fenster laufen lassen</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>It was called off.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 Not everything could be put back as it was; what went wrong stands below. Close this, and look at the state of %2 on the page Server.</source>
        <translation>%1 Nicht alles ließ sich wieder herstellen, wie es war; was schiefging, steht darunter. Schließen Sie das hier und sehen Sie auf der Seite Server nach, wie es um %2 steht.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ReachCard</name>
    <message>
        <source>Who can reach it</source>
        <translation>Wer ihn erreicht</translation>
    </message>
    <message>
        <source>Nobody, until it is started.</source>
        <translation>Niemand, bis er gestartet wird.</translation>
    </message>
    <message>
        <source>Waiting for the server to tell.</source>
        <translation>Der Server wird danach gefragt.</translation>
    </message>
    <message>
        <source>Only this computer.</source>
        <translation>Nur dieser Computer.</translation>
    </message>
    <message>
        <source>Every machine in this computer&apos;s network.</source>
        <translation>Jedes Gerät im Netz dieses Computers.</translation>
    </message>
    <message>
        <source>Every machine in this computer&apos;s network, as %1.</source>
        <translation>Jedes Gerät im Netz dieses Computers, als %1.</translation>
    </message>
    <message>
        <source>Only this computer again…</source>
        <translation>Wieder nur dieser Computer…</translation>
    </message>
    <message>
        <source>Change how others come in…</source>
        <translation>Zugang für andere ändern…</translation>
    </message>
    <message>
        <source>Let other machines in…</source>
        <translation>Andere Geräte hereinlassen…</translation>
    </message>
    <message>
        <source>Not encrypted (http): whoever is on the way can read passwords.</source>
        <translation>Nicht verschlüsselt (http): Wer auf dem Weg mithört, kann Passwörter lesen.</translation>
    </message>
    <message>
        <source>Not encrypted (http): what is sent does not leave this computer.</source>
        <translation>Nicht verschlüsselt (http): Was gesendet wird, verlässt diesen Computer nicht.</translation>
    </message>
    <message>
        <source>Encrypted (TLS) with a certificate made here, good until %1. It is renewed before it ends.</source>
        <translation>Verschlüsselt (TLS) mit einem hier erzeugten Zertifikat, gültig bis %1. Es wird erneuert, bevor es endet.</translation>
    </message>
    <message>
        <source>Encrypted (TLS) with the certificate of %1, good until %2. A new one in that file is taken by itself.</source>
        <translation>Verschlüsselt (TLS) mit dem Zertifikat aus %1, gültig bis %2. Ein neues in dieser Datei wird von selbst übernommen.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::RequestTableModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Asked for</source>
        <extracomment>Column of the requests: method and path</extracomment>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>Answer</source>
        <extracomment>Column of the requests: the number that says how it was answered, like 200</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <extracomment>Column of the requests: how long the answer took</extracomment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Column of the requests: the address that asked</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>Milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::RequestsCard</name>
    <message>
        <source>What it is asked right now</source>
        <translation>Was er gerade gefragt wird</translation>
    </message>
    <message>
        <source>Held still. What comes meanwhile is shown when it goes on.</source>
        <translation>Angehalten. Was inzwischen kommt, erscheint, wenn es weitergeht.</translation>
    </message>
    <message>
        <source>Nothing was asked yet.</source>
        <translation>Noch wurde nichts gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n requests, newest first.</source>
        <translation>
            <numerusform>Die letzte %n Anfrage.</numerusform>
            <numerusform>Die letzten %n Anfragen, die neueste zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>Button: the list of requests stops moving, or moves again</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Hold still</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ServerPage</name>
    <message>
        <source>Only this computer reaches %1 now.</source>
        <translation>Nur dieser Computer erreicht %1 jetzt.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can sign in until it is started again, and programs that ask it get no answer. Nobody is signed out by that.</source>
        <translation>Bis er wieder gestartet wird, kann sich niemand anmelden, und Programme, die ihn fragen, bekommen keine Antwort. Abgemeldet wird dadurch niemand.</translation>
    </message>
    <message>
        <source>Signed in now, beside you:</source>
        <translation>Außer Ihnen gerade angemeldet:</translation>
    </message>
    <message>
        <source>Nobody but you is signed in now.</source>
        <translation>Außer Ihnen ist gerade niemand angemeldet.</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Server anhalten</translation>
    </message>
    <message>
        <source>Stop %1?</source>
        <translation>%1 anhalten?</translation>
    </message>
    <message>
        <source>Only this computer again</source>
        <translation>Wieder nur dieser Computer</translation>
    </message>
    <message>
        <source>Let only this computer reach %1 again?</source>
        <translation>Soll wieder nur dieser Computer %1 erreichen?</translation>
    </message>
    <message>
        <source>People and programs on other machines get no answer any more. The server goes back to its port on this computer and to http; what is sent then does not leave this computer.</source>
        <translation>Menschen und Programme auf anderen Geräten bekommen keine Antwort mehr. Der Server kehrt zu seinem Port auf diesem Computer und zu http zurück; was dann gesendet wird, verlässt diesen Computer nicht.</translation>
    </message>
    <message>
        <source>Shut other machines out</source>
        <translation>Andere Geräte aussperren</translation>
    </message>
    <message>
        <source>Other machines reach %1 now.</source>
        <translation>Andere Geräte erreichen %1 jetzt.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 does not start. %2</source>
        <translation>%1 startet nicht. %2</translation>
    </message>
    <message>
        <source>%1 does not stop. %2</source>
        <translation>%1 hält nicht an. %2</translation>
    </message>
    <message>
        <source>Other machines are not shut out yet. %1</source>
        <translation>Andere Geräte sind noch nicht ausgesperrt. %1</translation>
    </message>
    <message>
        <source>%1 runs without this window now.</source>
        <translation>%1 läuft jetzt ohne dieses Fenster.</translation>
    </message>
    <message>
        <source>%1 runs in this window again.</source>
        <translation>%1 läuft wieder in diesem Fenster.</translation>
    </message>
    <message>
        <source>It cannot run without this window here: systemd does not answer for your account.</source>
        <translation>Ohne dieses Fenster kann er hier nicht laufen: systemd antwortet für Ihr Konto nicht.</translation>
    </message>
    <message>
        <source>To keep it running without this window, install the program authdesk-server.</source>
        <translation>Damit er ohne dieses Fenster weiterläuft, installieren Sie das Programm authdesk-server.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ShareDialog</name>
    <message>
        <source>Let other machines in – Authdesk</source>
        <translation>Andere Geräte hereinlassen – Authdesk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Let other machines in</source>
        <translation>Andere Geräte hereinlassen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Other machines may come in</source>
        <translation>Andere Geräte dürfen herein</translation>
    </message>
    <message>
        <source>Let other machines reach this server</source>
        <translation>Andere Geräte zu diesem Server lassen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ShareForm</name>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The server then answers every machine that reaches this computer, and everything it says is encrypted. Programs on this computer that use http need the new address too.</source>
        <translation>Der Server antwortet dann jedem Gerät, das diesen Computer erreicht, und alles, was er sagt, ist verschlüsselt. Auch Programme auf diesem Computer, die http benutzen, brauchen die neue Adresse.</translation>
    </message>
    <message>
        <source>What people &amp;type</source>
        <translation>Was die &amp;Leute eintippen</translation>
    </message>
    <message>
        <source>The name or address of this computer in the network. An address may change when this computer joins another network.</source>
        <translation>Der Name oder die Adresse dieses Computers im Netz. Eine Adresse kann sich ändern, wenn dieser Computer in ein anderes Netz kommt.</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>&amp;Made here</source>
        <translation>Hier &amp;erzeugt</translation>
    </message>
    <message>
        <source>From &amp;files</source>
        <translation>Aus &amp;Dateien</translation>
    </message>
    <message>
        <source>&amp;Certificate (PEM, with those that lead to its authority)</source>
        <translation>&amp;Zertifikat (PEM, mit denen, die zu seiner Stelle führen)</translation>
    </message>
    <message>
        <source>Private &amp;key (PEM, without a passphrase)</source>
        <translation>Privater &amp;Schlüssel (PEM, ohne Passphrase)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>Whoever trusts its authority is asked nothing. The files stay where they are and are read again when they change.</source>
        <translation>Wer seiner Stelle vertraut, wird nichts gefragt. Die Dateien bleiben, wo sie sind, und werden neu gelesen, wenn sie sich ändern.</translation>
    </message>
    <message>
        <source>Nobody vouches for it, so each machine asks once to compare its fingerprint, which is shown next.</source>
        <translation>Niemand bürgt dafür, deshalb lässt jedes Gerät einmal den Fingerabdruck vergleichen, der gleich gezeigt wird.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ShareResult</name>
    <message>
        <source>What people type on their machines</source>
        <translation>Was die Leute auf ihren Geräten eintippen</translation>
    </message>
    <message>
        <source>Tell it to people in person or by telephone: the first time, their machine shows a fingerprint, and it must be this one.</source>
        <translation>Teilen Sie ihn persönlich oder am Telefon mit: Beim ersten Mal zeigt das Gerät einen Fingerabdruck, und es muss dieser sein.</translation>
    </message>
    <message>
        <source>If this computer has a firewall, let them through</source>
        <translation>Falls dieser Computer eine Firewall hat: so lässt sie die Geräte durch</translation>
    </message>
    <message>
        <source>… %1 is being tried</source>
        <translation>… %1 wird versucht</translation>
    </message>
    <message>
        <source>✓ %1 answers, with the right certificate</source>
        <translation>✓ %1 antwortet, mit dem richtigen Zertifikat</translation>
    </message>
    <message>
        <source>✕ %1: %2</source>
        <translation>✕ %1: %2</translation>
    </message>
    <message>
        <source>Tried from this computer, over the network</source>
        <translation>Von diesem Computer aus versucht, über das Netz</translation>
    </message>
    <message>
        <source>This computer has no address in a network now, so nobody else can come in.</source>
        <translation>Dieser Computer hat gerade keine Adresse in einem Netz, deshalb kann niemand sonst herein.</translation>
    </message>
    <message>
        <source>The server is there for other machines. A firewall, on this computer or on the way, can still stop them: only a try from another machine shows that.</source>
        <translation>Der Server ist für andere Geräte da. Eine Firewall auf diesem Computer oder auf dem Weg kann sie noch aufhalten: Das zeigt nur ein Versuch von einem anderen Gerät.</translation>
    </message>
    <message>
        <source>Nothing answers there, so other machines will not come in either.</source>
        <translation>Dort antwortet nichts, also kommen auch andere Geräte nicht herein.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::ShareViewModel</name>
    <message>
        <source>This is needed: it is what people type on their machines.</source>
        <translation>Das wird gebraucht: Die Leute tippen es auf ihren Geräten ein.</translation>
    </message>
    <message>
        <source>This is neither a host name nor an address.</source>
        <translation>Das ist weder ein Rechnername noch eine Adresse.</translation>
    </message>
    <message>
        <source>Choose the file of the certificate.</source>
        <translation>Wählen Sie die Datei des Zertifikats.</translation>
    </message>
    <message>
        <source>Choose the file of the private key.</source>
        <translation>Wählen Sie die Datei des privaten Schlüssels.</translation>
    </message>
    <message>
        <source>Another program uses this port. Choose another one.</source>
        <translation>Ein anderes Programm benutzt diesen Port. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::server::StateCard</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>State of a server</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Started %1</source>
        <extracomment>%1 is a time like &quot;2 h ago&quot;</extracomment>
        <translation>Gestartet: %1</translation>
    </message>
    <message>
        <source>Its data are in %1.</source>
        <translation>Seine Daten liegen in %1.</translation>
    </message>
    <message>
        <source>It runs on this computer while Authdesk is open.</source>
        <translation>Er läuft auf diesem Computer, solange Authdesk offen ist.</translation>
    </message>
    <message>
        <source>Nobody can sign in, and programs that ask it get no answer. Those who were signed in stay so when it starts again.</source>
        <translation>Niemand kann sich anmelden, und Programme, die ihn fragen, bekommen keine Antwort. Wer angemeldet war, bleibt es, wenn er wieder startet.</translation>
    </message>
    <message>
        <source>Stop the server…</source>
        <translation>Server anhalten…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>It runs on this computer as a service of your account, whether Authdesk is open or not, also when nobody is signed in to this computer.</source>
        <translation>Er läuft auf diesem Computer als Dienst Ihres Kontos, ob Authdesk offen ist oder nicht, auch wenn niemand an diesem Computer angemeldet ist.</translation>
    </message>
    <message>
        <source>It runs on this computer as a service of your account, whether Authdesk is open or not, as long as you are signed in to this computer.</source>
        <translation>Er läuft auf diesem Computer als Dienst Ihres Kontos, ob Authdesk offen ist oder nicht, solange Sie an diesem Computer angemeldet sind.</translation>
    </message>
    <message>
        <source>Run it in this window again…</source>
        <translation>Wieder in diesem Fenster laufen lassen…</translation>
    </message>
    <message>
        <source>Keep it running without the window…</source>
        <translation>Ohne das Fenster weiterlaufen lassen…</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::sessions::SessionTableModel</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>Column of the sessions: the address that a person signed in from</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>With</source>
        <extracomment>Column of the sessions: the program that a person signed in with</extracomment>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Over</source>
        <extracomment>Column of the sessions: the API that a person signed in over</extracomment>
        <translation>Über</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Signed in: %1
Ends: %2</source>
        <translation>Angemeldet: %1
Endet: %2</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::sessions::SessionsPage</name>
    <message>
        <source>A session of %1 is ended.</source>
        <translation>Eine Sitzung von %1 ist beendet.</translation>
    </message>
    <message>
        <source>Every session of %1 is ended.</source>
        <translation>Jede Sitzung von %1 ist beendet.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Show the sessions of people by name, username or e-mail (%1)</source>
        <translation>Die Sitzungen von Personen nach Name, Benutzername oder E-Mail zeigen (%1)</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Sitzung beenden…</translation>
    </message>
    <message>
        <source>Sign the person out where this session is</source>
        <translation>Die Person dort abmelden, wo diese Sitzung ist</translation>
    </message>
    <message>
        <source>End all of this person…</source>
        <translation>Alle dieser Person beenden…</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere</source>
        <translation>%1 überall abmelden</translation>
    </message>
    <message>
        <source>Sign a person out everywhere</source>
        <translation>Eine Person überall abmelden</translation>
    </message>
    <message>
        <source>%1, from %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Choose a session to end it.</source>
        <translation>Wählen Sie eine Sitzung, um sie zu beenden.</translation>
    </message>
    <message>
        <source>Waiting for %1 to answer.</source>
        <translation>Warten auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>The list was not read to the end.</source>
        <translation>Die Liste wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nobody is signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
    <message>
        <source>Nobody who is found for “%1” is signed in.</source>
        <translation>Niemand, der für „%1“ gefunden wird, ist angemeldet.</translation>
    </message>
    <message>
        <source>Show every session</source>
        <translation>Jede Sitzung zeigen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::AddUserDialog</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>It can stay empty.</source>
        <translation>Das Feld kann leer bleiben.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>A one-time password is made. You hand it over, and at the first sign-in it is replaced by one that only this person knows.</source>
        <translation>Ein Einmalpasswort wird erzeugt. Sie geben es weiter, und bei der ersten Anmeldung wird es durch eines ersetzt, das nur diese Person kennt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create user</source>
        <translation>Benutzer anlegen</translation>
    </message>
    <message>
        <source>%1 can sign in now</source>
        <translation>%1 kann sich jetzt anmelden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>A password is made. You hand it over, and it stays good until somebody changes it: this server knows no one-time passwords.</source>
        <translation>Ein Passwort wird erzeugt. Sie übergeben es, und es gilt, bis es jemand ändert: Dieser Server kennt keine Einmalpasswörter.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ConflictDialog</name>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Both of you changed %1</source>
        <translation>Sie beide haben %1 geändert</translation>
    </message>
    <message>
        <source>Somebody else changed %1 meanwhile</source>
        <translation>Jemand anderes hat %1 inzwischen geändert</translation>
    </message>
    <message>
        <source>Nothing is overwritten yet. Choose for each field what it shall be; fields that are the same on both sides are not listed.</source>
        <translation>Noch ist nichts überschrieben. Wählen Sie für jedes Feld, was gelten soll; Felder, die auf beiden Seiten gleich sind, stehen nicht in der Liste.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meines</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Das andere</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Save this</source>
        <translation>So speichern</translation>
    </message>
    <message>
        <source>%1, mine: %2</source>
        <extracomment>%1 is a field, %2 its value</extracomment>
        <translation>%1, meines: %2</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <extracomment>%1 is a field, %2 its value</extracomment>
        <translation>%1, das andere: %2</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ExportPeopleDialog</name>
    <message>
        <source>Export people – Authdesk</source>
        <translation>Personen exportieren – Authdesk</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>Those whom the list shows</source>
        <translation>Die Personen, die die Liste zeigt</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln people whom the list shows</source>
        <translation>
            <numerusform>Die %Ln Person, die die Liste zeigt</numerusform>
            <numerusform>Die %Ln Personen, die die Liste zeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, für Programme</translation>
    </message>
    <message>
        <source>The file can be imported again. Passwords and second factors are not in it.</source>
        <translation>Die Datei kann wieder importiert werden. Passwörter und zweite Faktoren stehen nicht darin.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::HandoverDialog</name>
    <message>
        <source>One-time password for %1</source>
        <translation>Einmalpasswort für %1</translation>
    </message>
    <message>
        <source>One-time code for %1</source>
        <translation>Einmalcode für %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>Passwort für %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::HandoverView</name>
    <message>
        <source>One-time password</source>
        <translation>Einmalpasswort</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Einmalcode</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>It is shown only now. Hand it over in a way that you trust.</source>
        <translation>Es wird nur jetzt gezeigt. Geben Sie es auf einem Weg weiter, dem Sie vertrauen.</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copies address, username and secret as a message to send</source>
        <translation>Kopiert Adresse, Benutzername und Geheimnis als Nachricht zum Verschicken</translation>
    </message>
    <message>
        <source>Print slip…</source>
        <translation>Zettel drucken…</translation>
    </message>
    <message>
        <source>Prints address, username and secret on a sheet to hand over</source>
        <translation>Druckt Adresse, Benutzername und Geheimnis auf ein Blatt zum Weitergeben</translation>
    </message>
    <message>
        <source>Print the slip for %1</source>
        <translation>Den Zettel für %1 drucken</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ImportDialog</name>
    <message>
        <source>Import people – Authdesk</source>
        <translation>Personen importieren – Authdesk</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>Personen importieren</translation>
    </message>
    <message>
        <source>Checking who is in it</source>
        <translation>Geprüft wird, wer darin steht</translation>
    </message>
    <message>
        <source>What the import does</source>
        <translation>Was der Import tut</translation>
    </message>
    <message>
        <source>Importing people</source>
        <translation>Personen werden importiert</translation>
    </message>
    <message>
        <source>The import is not finished</source>
        <translation>Der Import ist nicht fertig</translation>
    </message>
    <message>
        <source>The import is finished</source>
        <translation>Der Import ist fertig</translation>
    </message>
    <message>
        <source>It stops after the people who are on their way. Up to now: %1 people.</source>
        <translation>Er hält nach den Personen an, die schon unterwegs sind. Bis jetzt: %1 Personen.</translation>
    </message>
    <message>
        <source>Up to now: %1 people.</source>
        <translation>Bis jetzt: %1 Personen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln people</source>
        <translation>
            <numerusform>%Ln Person importieren</numerusform>
            <numerusform>%Ln Personen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ImportResultView</name>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>person %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Abgelehnte Zeilen</translation>
    </message>
    <message>
        <source>Save the refused rows…</source>
        <translation>Abgelehnte Zeilen speichern…</translation>
    </message>
    <message>
        <source>The first %1 of the rows that are refused:</source>
        <translation>Die ersten %1 der abgelehnten Zeilen:</translation>
    </message>
    <message>
        <source>The rows that are refused:</source>
        <translation>Die abgelehnten Zeilen:</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>There is nobody to import.</source>
        <translation>Es gibt niemanden zu importieren.</translation>
    </message>
    <message>
        <source>The import is stopped.</source>
        <translation>Der Import ist angehalten.</translation>
    </message>
    <message>
        <source>Everything up to %1 is dealt with, and stays.</source>
        <translation>Alles bis %1 ist erledigt und bleibt.</translation>
    </message>
    <message>
        <source>Nobody was imported.</source>
        <translation>Niemand wurde importiert.</translation>
    </message>
    <message>
        <source>Whether what comes next, up to %1, has arrived is not known: “Continue” sends it again, which changes nothing that is there.</source>
        <translation>Ob das Nächste, bis %1, angekommen ist, ist nicht bekannt: „Fortsetzen“ sendet es noch einmal, was nichts ändert, das schon da ist.</translation>
    </message>
    <message>
        <source>What comes next was not sent.</source>
        <translation>Was danach kommt, wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>These columns mean nothing here: %1.</source>
        <translation>Diese Spalten bedeuten hier nichts: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people keep the password that they have, though the file brings another one.</source>
        <translation>
            <numerusform>%Ln Person behält das eigene Passwort, obwohl die Datei ein anderes mitbringt.</numerusform>
            <numerusform>%Ln Personen behalten das eigene Passwort, obwohl die Datei ein anderes mitbringt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever comes without a password hash has no password: they cannot sign in before you reset it.</source>
        <translation>Wer ohne Passwort-Hash kommt, hat kein Passwort: Diese Personen können sich erst anmelden, wenn Sie es zurücksetzen.</translation>
    </message>
    <message>
        <source>An import cannot be undone in one step.</source>
        <translation>Ein Import lässt sich nicht in einem Schritt rückgängig machen.</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>Abgelehnte Zeilen speichern</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
        <source>Refused rows.csv</source>
        <extracomment>Proposed name of a file</extracomment>
        <translation>Abgelehnte Zeilen.csv</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ImportSourceView</name>
    <message>
        <source>Choose a file with people</source>
        <translation>Datei mit Personen wählen</translation>
    </message>
    <message>
        <source>People as CSV or JSON (*.csv *.tsv *.txt *.json)</source>
        <translation>Personen als CSV oder JSON (*.csv *.tsv *.txt *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>Pasted from a spreadsheet</source>
        <translation>Aus einer Tabellenkalkulation eingefügt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>CSV or JSON, as long as you like. You can also drop it here.</source>
        <translation>CSV oder JSON, beliebig lang. Sie können sie auch hier ablegen.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Copy the cells in your spreadsheet, the line with the headings too, and paste them here.</source>
        <translation>Kopieren Sie die Zellen in Ihrer Tabellenkalkulation, auch die Zeile mit den Überschriften, und fügen Sie sie hier ein.</translation>
    </message>
    <message>
        <source>The first line names the columns: username or email, and as you need them first_name, last_name, role, status, valid_until, password_hash. Whoever is there already is changed: what has no column stays as it is, and an empty cell takes away what there was.</source>
        <extracomment>The names of columns stay in English: files have them so.</extracomment>
        <translation>Die erste Zeile nennt die Spalten: username oder email, und nach Bedarf first_name, last_name, role, status, valid_until, password_hash. Wer schon da ist, wird geändert: Was keine Spalte hat, bleibt, wie es ist, und eine leere Zelle nimmt weg, was da war.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ManyDialog</name>
    <message>
        <source>Several people – Authdesk</source>
        <translation>Mehrere Personen – Authdesk</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>People who are left as they are</source>
        <translation>Personen, die bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>%1 of %2 people</source>
        <translation>%1 von %2 Personen</translation>
    </message>
    <message>
        <source>It stops after the people who are on their way: %1.</source>
        <translation>Es hält nach den Personen an, die schon unterwegs sind: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The other %Ln people were not dealt with.</source>
        <translation>
            <numerusform>Die %Ln übrige Person ist nicht behandelt.</numerusform>
            <numerusform>Die %Ln übrigen Personen sind nicht behandelt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people stay as they are:</source>
        <translation>
            <numerusform>%Ln Person bleibt, wie sie ist:</numerusform>
            <numerusform>%Ln Personen bleiben, wie sie sind:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::ManyPeoplePart</name>
    <message>
        <source>That is you: change yourself in the pane, or in “My account”.</source>
        <translation>Das sind Sie selbst: Ändern Sie sich im Bereich rechts oder unter „Mein Konto“.</translation>
    </message>
    <message>
        <source>Nobody of those who are selected can be changed: they hold rights that you lack.</source>
        <translation>Niemand von den Ausgewählten lässt sich ändern: Sie haben Rechte, die Ihnen fehlen.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::NextSteps</name>
    <message>
        <source>Next</source>
        <extracomment>Title of the list of what is still to do on a new server</extracomment>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Put this list away</source>
        <translation>Diese Liste weglegen</translation>
    </message>
    <message>
        <source>It does not come back for this server.</source>
        <translation>Sie kommt für diesen Server nicht wieder.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Zu tun</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::PeopleFiles</name>
    <message numerus="yes">
        <source>%Ln people are imported.</source>
        <translation>
            <numerusform>%Ln Person ist importiert.</numerusform>
            <numerusform>%Ln Personen sind importiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>Personen exportieren</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
        <source>JSON, for programs (*.json)</source>
        <translation>JSON, für Programme (*.json)</translation>
    </message>
    <message>
        <source>%1 people %2.%3</source>
        <extracomment>Proposed name of a file; %1 is the server&apos;s name, %2 the day, %3 csv or json</extracomment>
        <translation>%1 Personen %2.%3</translation>
    </message>
    <message>
        <source>Export people – Authdesk</source>
        <translation>Personen exportieren – Authdesk</translation>
    </message>
    <message>
        <source>Writing the people to %1.</source>
        <translation>Die Personen werden in %1 geschrieben.</translation>
    </message>
    <message>
        <source>The server puts the people together.</source>
        <translation>Der Server stellt die Personen zusammen.</translation>
    </message>
    <message>
        <source>The people are in %1.</source>
        <translation>Die Personen stehen in %1.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::PersonForm</name>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Nobody signs in to the account after that day.</source>
        <translation>Nach diesem Tag meldet sich niemand mehr bei dem Konto an.</translation>
    </message>
    <message>
        <source>What this person may do</source>
        <translation>Was diese Person darf</translation>
    </message>
    <message>
        <source>A disabled person cannot sign in</source>
        <translation>Wer deaktiviert ist, kann sich nicht anmelden</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::PersonPane</name>
    <message>
        <source>Nobody else may manage users, so role, status and end stay, and this account cannot be deleted. Give somebody else a role that may manage users first.</source>
        <translation>Niemand sonst darf Benutzer verwalten, deshalb bleiben Rolle, Status und Ende, und dieses Konto kann nicht gelöscht werden. Geben Sie zuerst jemand anderem eine Rolle, die Benutzer verwalten darf.</translation>
    </message>
    <message>
        <source>Choose another end</source>
        <translation>Anderes Ende wählen</translation>
    </message>
    <message>
        <source>Show the last tries</source>
        <translation>Die letzten Versuche zeigen</translation>
    </message>
    <message>
        <source>Hide the last tries</source>
        <translation>Die letzten Versuche verbergen</translation>
    </message>
    <message>
        <source>Can %1 sign in?</source>
        <extracomment>%1 the name of a person</extracomment>
        <translation>Kann sich %1 anmelden?</translation>
    </message>
    <message>
        <source>Second factor: %1
Last sign-in: %2
Created: %3</source>
        <translation>Zweiter Faktor: %1
Letzte Anmeldung: %2
Angelegt: %3</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Last sign-in: %1
Created: %2</source>
        <translation>Letzte Anmeldung: %1
Angelegt: %2</translation>
    </message>
    <message>
        <source>Created: %1</source>
        <translation>Angelegt: %1</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <extracomment>Leads from a person back to the list of people</extracomment>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Close this person</source>
        <translation>Diese Person schließen</translation>
    </message>
    <message>
        <source>Close this person (Esc)</source>
        <translation>Diese Person schließen (Esc)</translation>
    </message>
    <message>
        <source>No second factor</source>
        <translation>Kein zweiter Faktor</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Take back what is not saved</source>
        <translation>Zurücknehmen, was nicht gespeichert ist</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save this person (%1)</source>
        <translation>Diese Person speichern (%1)</translation>
    </message>
    <message>
        <source>Second factor: %1
Created: %2</source>
        <translation>Zweiter Faktor: %1
Erstellt: %2</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::RefusedRowsModel</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Person %1</source>
        <extracomment>In place of a line, in a file that is not read by lines: the fifth person in it</extracomment>
        <translation>Person %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::SelectionBar</name>
    <message>
        <source>More</source>
        <extracomment>A menu with more that can be done to those who are selected</extracomment>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that can be done to those who are selected</source>
        <translation>Mehr, was mit den Ausgewählten geschehen kann</translation>
    </message>
    <message>
        <source>Give those who are selected another role</source>
        <translation>Den Ausgewählten eine andere Rolle geben</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>Select all %1</source>
        <translation>Alle %1 auswählen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::UserListView</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>No second factor</source>
        <translation>Kein zweiter Faktor</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Every role</source>
        <translation>Jede Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Every status</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>With and without</source>
        <translation>Mit und ohne</translation>
    </message>
    <message>
        <source>With a second factor</source>
        <translation>Mit zweitem Faktor</translation>
    </message>
    <message>
        <source>Without a second factor</source>
        <translation>Ohne zweiten Faktor</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Last ones first</source>
        <translation>Letzte zuerst</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>Find people by name, username or e-mail</source>
        <translation>Personen nach Name, Benutzername oder E-Mail finden</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Create an account for somebody</source>
        <translation>Ein Konto für jemanden anlegen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Choose columns and sort</source>
        <translation>Spalten und Reihenfolge wählen</translation>
    </message>
    <message>
        <source>Show only people of a role, a status or a second factor</source>
        <translation>Nur Personen einer Rolle, eines Status oder mit zweitem Faktor zeigen</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>%1+</source>
        <extracomment>How many people the list holds, at least: &quot;10,000+&quot;</extracomment>
        <translation>%1+</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>The list was not read to the end.</source>
        <translation>Die Liste wurde nicht zu Ende gelesen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Waiting for %1 to answer.</source>
        <translation>Warten auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>Only you so far.</source>
        <translation>Bisher nur Sie.</translation>
    </message>
    <message>
        <source>Nobody is like that.</source>
        <translation>So jemanden gibt es nicht.</translation>
    </message>
    <message>
        <source>Nobody is found for “%1”.</source>
        <translation>Niemand gefunden für „%1“.</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Import people…</source>
        <translation>Personen importieren…</translation>
    </message>
    <message>
        <source>Export people…</source>
        <translation>Personen exportieren…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Import and export people</source>
        <translation>Personen importieren und exportieren</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Aus einer Tabellenkalkulation einfügen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::pages::users::UsersPage</name>
    <message>
        <source>%1 is added.</source>
        <translation>%1 ist hinzugefügt.</translation>
    </message>
    <message>
        <source>Somebody else deleted %1 meanwhile.</source>
        <translation>Jemand anderes hat %1 inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Changes to %1 are not saved</source>
        <translation>Änderungen an %1 sind nicht gespeichert</translation>
    </message>
    <message>
        <source>Discard the changes to %1?</source>
        <translation>Die Änderungen an %1 verwerfen?</translation>
    </message>
    <message>
        <source>They are not saved yet. Keep editing to save them.</source>
        <translation>Sie sind noch nicht gespeichert. Bearbeiten Sie weiter, um sie zu speichern.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people are selected. What you choose below the list is done to all of them.</source>
        <translation>
            <numerusform>%Ln Person ist ausgewählt. Was Sie unter der Liste wählen, geschieht mit ihr.</numerusform>
            <numerusform>%Ln Personen sind ausgewählt. Was Sie unter der Liste wählen, geschieht mit allen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::CloseHostingDialog</name>
    <message>
        <source>Close – Authdesk</source>
        <translation>Schließen – Authdesk</translation>
    </message>
    <message>
        <source>%1 runs in this window.</source>
        <translation>%1 läuft in diesem Fenster.</translation>
    </message>
    <message>
        <source>Kept running, it goes on from the tray, and people can sign in. Stopped, nobody can sign in until you open Authdesk again.</source>
        <translation>Läuft er weiter, dann im Infobereich, und man kann sich anmelden. Angehalten kann sich niemand anmelden, bis Sie Authdesk wieder öffnen.</translation>
    </message>
    <message>
        <source>Kept running, the window is only minimised, and people can sign in. Stopped, nobody can sign in until you open Authdesk again.</source>
        <translation>Läuft er weiter, wird das Fenster nur verkleinert, und man kann sich anmelden. Angehalten kann sich niemand anmelden, bis Sie Authdesk wieder öffnen.</translation>
    </message>
    <message>
        <source>Do the same next time</source>
        <translation>Beim nächsten Mal ebenso</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the server</source>
        <translation>Server anhalten</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::ConnectionHeader</name>
    <message>
        <source>No second factor</source>
        <translation>Kein zweiter Faktor</translation>
    </message>
    <message>
        <source>Without it one stolen password is enough. Click to turn it on.</source>
        <translation>Ohne ihn genügt ein gestohlenes Passwort. Klicken Sie, um ihn einzuschalten.</translation>
    </message>
    <message>
        <source>runs in this window</source>
        <translation>läuft in diesem Fenster</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>runs as a service of your account</source>
        <translation>läuft als Dienst Ihres Kontos</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::Console</name>
    <message>
        <source>Waiting for %1 to answer.</source>
        <translation>Warten auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>%1 does not start. %2</source>
        <translation>%1 startet nicht. %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open Authdesk</source>
        <translation>Authdesk öffnen</translation>
    </message>
    <message>
        <source>Stop the server and quit</source>
        <translation>Server anhalten und beenden</translation>
    </message>
    <message>
        <source>Authdesk runs %1</source>
        <translation>Authdesk betreibt %1</translation>
    </message>
    <message>
        <source>Another program uses port %1, where other machines reach it. End that program and try again.</source>
        <translation>Ein anderes Programm benutzt Port %1, unter dem andere Geräte ihn erreichen. Beenden Sie dieses Programm und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::EnrolStep</name>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy setup link</source>
        <translation>Einrichtungslink kopieren</translation>
    </message>
    <message>
        <source>Key for typing into the app</source>
        <translation>Schlüssel zum Eintippen in die App</translation>
    </message>
    <message>
        <source>This server wants a second factor. Open your authenticator app and scan:</source>
        <translation>Dieser Server verlangt einen zweiten Faktor. Öffnen Sie Ihre Authenticator-App und scannen Sie:</translation>
    </message>
    <message>
        <source>Cannot scan? Type this key:</source>
        <translation>Scannen geht nicht? Tippen Sie diesen Schlüssel ein:</translation>
    </message>
    <message>
        <source>Then type the six digits that it shows:</source>
        <translation>Tippen Sie dann die sechs Ziffern ein, die sie zeigt:</translation>
    </message>
    <message>
        <source>Your second factor is on. Keep these recovery codes where you find them without your phone; each works once. Save, print or copy them, then continue.</source>
        <translation>Ihr zweiter Faktor ist eingeschaltet. Bewahren Sie diese Wiederherstellungscodes dort auf, wo Sie sie ohne Ihr Telefon finden; jeder gilt einmal. Speichern, drucken oder kopieren Sie sie und gehen Sie dann weiter.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::HelpPanel</name>
    <message>
        <source>Can&apos;t get in?</source>
        <translation>Sie kommen nicht herein?</translation>
    </message>
    <message>
        <source>&lt;b&gt;Too many tries?&lt;/b&gt; Wait 15 minutes, then try once.</source>
        <translation>&lt;b&gt;Zu viele Versuche?&lt;/b&gt; Warten Sie 15 Minuten und versuchen Sie es dann einmal.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Lost your phone?&lt;/b&gt; Sign in with your password, then use one of the recovery codes from your sheet.</source>
        <translation>&lt;b&gt;Telefon verloren?&lt;/b&gt; Melden Sie sich mit Ihrem Passwort an und verwenden Sie dann einen der Wiederherstellungscodes von Ihrem Blatt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Another admin&lt;/b&gt; can give you a one-time password or reset your second factor.</source>
        <translation>&lt;b&gt;Ein anderer Admin&lt;/b&gt; kann Ihnen ein Einmalpasswort geben oder Ihren zweiten Faktor zurücksetzen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;This server runs on this computer&lt;/b&gt;, so you can let yourself in again.</source>
        <translation>&lt;b&gt;Dieser Server läuft auf diesem Computer&lt;/b&gt;, Sie können sich also selbst wieder hereinlassen.</translation>
    </message>
    <message>
        <source>Recover on this computer…</source>
        <translation>Auf diesem Computer wiederherstellen…</translation>
    </message>
    <message>
        <source>&lt;b&gt;On the server&apos;s own computer&lt;/b&gt; this command gives a one-time password:</source>
        <translation>&lt;b&gt;Auf dem Computer des Servers&lt;/b&gt; gibt dieser Befehl ein Einmalpasswort:</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>NAME</source>
        <comment>stands for the username in a command</comment>
        <translation>NAME</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::MainWindow</name>
    <message>
        <source>%1 is enabled again. The sessions that had ended stay ended.</source>
        <translation>%1 ist wieder aktiv. Die beendeten Sitzungen bleiben beendet.</translation>
    </message>
    <message>
        <source>The change to %1 is undone.</source>
        <translation>Die Änderung an %1 ist rückgängig gemacht.</translation>
    </message>
    <message>
        <source>%1 was changed again since, so that stays as it is. Nothing is undone.</source>
        <translation>%1 wurde seitdem noch einmal geändert, deshalb bleibt es dabei. Nichts wird rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The change to %1 is not undone. %2</source>
        <translation>Die Änderung an %1 ist nicht rückgängig gemacht. %2</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>Verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>Not encrypted (http)</source>
        <translation>Nicht verschlüsselt (http)</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Takes back what was done last</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 – Authdesk</source>
        <translation>%1 – Authdesk</translation>
    </message>
    <message>
        <source>%1 – %2 – Authdesk</source>
        <translation>%1 – %2 – Authdesk</translation>
    </message>
    <message>
        <source>These are made-up people, to try things out. Everything goes when this window closes.</source>
        <translation>Diese Leute sind erfunden, zum Ausprobieren. Alles verschwindet, wenn dieses Fenster schließt.</translation>
    </message>
    <message numerus="yes">
        <source>The changes to %Ln people are undone.</source>
        <translation>
            <numerusform>Die Änderung an %Ln Person ist rückgängig gemacht.</numerusform>
            <numerusform>Die Änderungen an %Ln Personen sind rückgängig gemacht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::RecoverDialog</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Recover – %1 – Authdesk</source>
        <translation>Wiederherstellen – %1 – Authdesk</translation>
    </message>
    <message>
        <source>Choose who cannot get in. Whatever you do here stands in the audit trail.</source>
        <translation>Wählen Sie, wer nicht hereinkommt. Was Sie hier tun, steht im Protokoll.</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>People of this server</source>
        <translation>Personen dieses Servers</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Reset second factor</source>
        <translation>Zweiten Faktor zurücksetzen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>%1 signs in once with this password and then chooses a new one. It is shown only now.</source>
        <translation>%1 meldet sich einmal mit diesem Passwort an und wählt dann ein neues. Es wird nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>%1 signs in with the password and this code in place of the app&apos;s, within an hour, and then sets up a new second factor. It is shown only now.</source>
        <translation>%1 meldet sich innerhalb einer Stunde mit dem Passwort und diesem Code statt dem der App an und richtet dann einen neuen zweiten Faktor ein. Er wird nur jetzt gezeigt.</translation>
    </message>
    <message>
        <source>%1 may try again now.</source>
        <translation>%1 kann es jetzt wieder versuchen.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::ServiceMove</name>
    <message>
        <source>The entry &quot;%1&quot; of this computer&apos;s keychain, which held the key of this server, is not there any more.</source>
        <translation>Der Eintrag „%1“ im Schlüsselbund dieses Computers, der den Schlüssel dieses Servers enthielt, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file %1 is there already and holds something else. It was left as it is; move it away and try again.</source>
        <translation>Die Datei %1 ist schon da und enthält etwas anderes. Sie wurde gelassen, wie sie ist; verschieben Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::ShellMenus</name>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::SignInDialog</name>
    <message>
        <source>Too many wrong codes. Try again in %1.</source>
        <translation>Zu viele falsche Codes. Versuchen Sie es in %1 noch einmal.</translation>
    </message>
    <message>
        <source>%1 Still to wait: %2.</source>
        <extracomment>The first is a whole sentence of the server&apos;s kind</extracomment>
        <translation>%1 Noch zu warten: %2.</translation>
    </message>
    <message>
        <source>Keep this key (the system keychain is locked)</source>
        <translation>Diesen Schlüssel aufbewahren (der Schlüsselbund ist gesperrt)</translation>
    </message>
    <message>
        <source>Keep me signed in (the system keychain is locked)</source>
        <translation>Angemeldet bleiben (der Schlüsselbund ist gesperrt)</translation>
    </message>
    <message>
        <source>Keep this key (this computer has no keychain)</source>
        <translation>Diesen Schlüssel aufbewahren (dieser Computer hat keinen Schlüsselbund)</translation>
    </message>
    <message>
        <source>Keep me signed in (this computer has no keychain)</source>
        <translation>Angemeldet bleiben (dieser Computer hat keinen Schlüsselbund)</translation>
    </message>
    <message>
        <source>Keep this key (system keychain)</source>
        <translation>Diesen Schlüssel aufbewahren (Schlüsselbund des Systems)</translation>
    </message>
    <message>
        <source>Keep me signed in (system keychain)</source>
        <translation>Angemeldet bleiben (Schlüsselbund des Systems)</translation>
    </message>
    <message>
        <source>Not accepted. Is the time of your phone right?</source>
        <translation>Nicht angenommen. Stimmt die Uhrzeit Ihres Telefons?</translation>
    </message>
    <message>
        <source>Not accepted. Each recovery code works once.</source>
        <translation>Nicht angenommen. Jeder Wiederherstellungscode gilt einmal.</translation>
    </message>
    <message>
        <source>Use a password</source>
        <translation>Passwort verwenden</translation>
    </message>
    <message>
        <source>Use an API key</source>
        <translation>API-Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Type the six digits that your authenticator app shows.</source>
        <translation>Tippen Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt.</translation>
    </message>
    <message>
        <source>Type a recovery code from your sheet, or the one-time code that an admin gave you.</source>
        <translation>Tippen Sie einen Wiederherstellungscode von Ihrem Blatt ein oder den Einmalcode, den ein Admin Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Wiederherstellungscode verwenden</translation>
    </message>
    <message>
        <source>Use the authenticator app</source>
        <translation>Authenticator-App verwenden</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Waiting for %1 to answer.</source>
        <translation>Warten auf die Antwort von %1.</translation>
    </message>
    <message>
        <source>Sign in – %1 – Authdesk</source>
        <translation>Anmelden – %1 – Authdesk</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Your password must be changed now. Choose one that only you know.</source>
        <translation>Ihr Passwort muss jetzt geändert werden. Wählen Sie eines, das nur Sie kennen.</translation>
    </message>
    <message>
        <source>Send my API key unencrypted to %1</source>
        <translation>Meinen API-Schlüssel unverschlüsselt an %1 senden</translation>
    </message>
    <message>
        <source>Send my password unencrypted to %1</source>
        <translation>Mein Passwort unverschlüsselt an %1 senden</translation>
    </message>
    <message>
        <source>Can&apos;t get in?</source>
        <translation>Sie kommen nicht herein?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::shell::StatusLine</name>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <extracomment>A link, with the minutes and seconds for which it is there</extracomment>
        <translation>Rückgängig (%1)</translation>
    </message>
    <message>
        <source>Take this back (%1)</source>
        <translation>Das zurücknehmen (%1)</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::ApiKeyForm</name>
    <message>
        <source>API &amp;key</source>
        <translation>API-&amp;Schlüssel</translation>
    </message>
    <message>
        <source>One that was made on the server for you.</source>
        <translation>Einer, der auf dem Server für Sie angelegt wurde.</translation>
    </message>
    <message>
        <source>The server does not accept this key.</source>
        <translation>Der Server nimmt diesen Schlüssel nicht an.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::BusyOverlay</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::CodeField</name>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>for example abcde-fghij</source>
        <translation>zum Beispiel abcde-fghij</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::ConfirmDialog</name>
    <message>
        <source>%1 – Authdesk</source>
        <translation>%1 – Authdesk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::CopyRow</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::EndDateField</name>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>Ende des Tages</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::ExportDialog</name>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::FileExport</name>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::PasswordField</name>
    <message>
        <source>Weak: short passwords are tried out quickly.</source>
        <translation>Schwach: Kurze Passwörter sind schnell durchprobiert.</translation>
    </message>
    <message>
        <source>Weak: made of words and passwords that are tried first.</source>
        <translation>Schwach: besteht aus Wörtern und Passwörtern, die zuerst probiert werden.</translation>
    </message>
    <message>
        <source>Weak: holds your name, your e-mail or the server&apos;s name.</source>
        <translation>Schwach: enthält Ihren Namen, Ihre E-Mail-Adresse oder den Namen des Servers.</translation>
    </message>
    <message>
        <source>Weak: keys that lie side by side are easy to guess.</source>
        <translation>Schwach: Tasten, die nebeneinander liegen, sind leicht zu erraten.</translation>
    </message>
    <message>
        <source>Weak: repeats add next to nothing.</source>
        <translation>Schwach: Wiederholungen bringen fast nichts.</translation>
    </message>
    <message>
        <source>Weak: rows like 1234 or abcd are easy to guess.</source>
        <translation>Schwach: Folgen wie 1234 oder abcd sind leicht zu erraten.</translation>
    </message>
    <message>
        <source>Weak: dates are easy to guess.</source>
        <translation>Schwach: Daten sind leicht zu erraten.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>Good. A longer one is better still.</source>
        <translation>Gut. Ein längeres ist noch besser.</translation>
    </message>
    <message>
        <source>Fair. Add a word or two.</source>
        <translation>Mäßig. Fügen Sie ein oder zwei Wörter hinzu.</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters. A few random words are good.</source>
        <translation>
            <numerusform>Mindestens %n Zeichen. Ein paar zufällige Wörter sind gut.</numerusform>
            <numerusform>Mindestens %n Zeichen. Ein paar zufällige Wörter sind gut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: at least %n characters.</source>
        <translation>
            <numerusform>Zu kurz: mindestens %n Zeichen.</numerusform>
            <numerusform>Zu kurz: mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::QrView</name>
    <message>
        <source>QR code for your authenticator app</source>
        <translation>QR-Code für Ihre Authenticator-App</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::widgets::RecoveryCodesView</name>
    <message>
        <source>Copied. Paste the sheet into a safe place.</source>
        <translation>Kopiert. Fügen Sie das Blatt an einem sicheren Ort ein.</translation>
    </message>
    <message>
        <source>Save the recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>%1 recovery codes.txt</source>
        <extracomment>Proposed name of a file; %1 is the server&apos;s name</extracomment>
        <translation>%1 Wiederherstellungscodes.txt</translation>
    </message>
    <message>
        <source>Saved in %1.</source>
        <translation>Gespeichert in %1.</translation>
    </message>
    <message>
        <source>Print the recovery codes</source>
        <translation>Wiederherstellungscodes drucken</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Recovery code %1</source>
        <translation>Wiederherstellungscode %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::CertificateSheet</name>
    <message>
        <source>Fingerprint (SHA-256) shown now</source>
        <translation>Fingerabdruck (SHA-256), der jetzt gezeigt wird</translation>
    </message>
    <message>
        <source>Fingerprint that you trusted</source>
        <translation>Fingerabdruck, dem Sie vertraut haben</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed</source>
        <translation>Das Zertifikat von %1 hat sich geändert</translation>
    </message>
    <message>
        <source>Nobody vouches for %1 yet</source>
        <translation>Für %1 bürgt noch niemand</translation>
    </message>
    <message>
        <source>It is another one than you trusted. Nothing was sent. It is good until %1.</source>
        <translation>Es ist ein anderes als das, dem Sie vertraut haben. Es wurde nichts gesendet. Es gilt bis %1.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server for its fingerprint, in person or by telephone, and compare all of it. If they differ, somebody may be listening in: go back.</source>
        <translation>Fragen Sie, wer den Server betreibt, persönlich oder am Telefon nach seinem Fingerabdruck, und vergleichen Sie ihn ganz. Unterscheiden sie sich, hört vielleicht jemand mit: Gehen Sie zurück.</translation>
    </message>
    <message>
        <source>No authority that this computer trusts signed its certificate. Nothing was sent. It is good until %1.</source>
        <translation>Keine Stelle, der dieser Computer vertraut, hat das Zertifikat unterschrieben. Es wurde nichts gesendet. Es gilt bis %1.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::ConnectPage</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>As you have it: auth.acme.example, localhost:8000 or a link. Looking there sends no password.</source>
        <translation>So, wie Sie sie haben: auth.acme.example, localhost:8000 oder ein Link. Beim Nachsehen wird kein Passwort gesendet.</translation>
    </message>
    <message>
        <source>Use an API key</source>
        <translation>API-Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Look there</source>
        <translation>Dort nachsehen</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Use a password</source>
        <translation>Passwort verwenden</translation>
    </message>
    <message>
        <source>Found: %1, %2</source>
        <translation>Gefunden: %1, %2</translation>
    </message>
    <message>
        <source>Found: %1, %2, not set up</source>
        <translation>Gefunden: %1, %2, nicht eingerichtet</translation>
    </message>
    <message>
        <source>Found: %1, %2, set up</source>
        <translation>Gefunden: %1, %2, eingerichtet</translation>
    </message>
    <message>
        <source>manage people</source>
        <translation>Personen verwalten</translation>
    </message>
    <message>
        <source>change your profile and password</source>
        <translation>Ihr Profil und Ihr Passwort ändern</translation>
    </message>
    <message>
        <source>protect your account with a second factor</source>
        <translation>Ihr Konto mit einem zweiten Faktor schützen</translation>
    </message>
    <message>
        <source>see and end your sessions</source>
        <translation>Ihre Sitzungen sehen und beenden</translation>
    </message>
    <message>
        <source>Here you can %1.</source>
        <translation>Hier können Sie: %1.</translation>
    </message>
    <message>
        <source>Send my password unencrypted to %1</source>
        <translation>Mein Passwort unverschlüsselt an %1 senden</translation>
    </message>
    <message>
        <source>Compared with theirs, trust it</source>
        <translation>Verglichen, ihm vertrauen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::DoorPage</name>
    <message>
        <source>Who may come in? You decide from here.</source>
        <translation>Wer darf herein? Das entscheiden Sie hier.</translation>
    </message>
    <message>
        <source>Start a server here</source>
        <translation>Hier einen Server starten</translation>
    </message>
    <message>
        <source>Runs on this computer while Authdesk is open. About 3 minutes.</source>
        <translation>Läuft auf diesem Computer, solange Authdesk offen ist. Etwa 3 Minuten.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>An Authdesk or Pipelit server that runs elsewhere.</source>
        <translation>Ein Authdesk- oder Pipelit-Server, der anderswo läuft.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Try it with sample people</source>
        <translation>Mit erfundenen Leuten ausprobieren</translation>
    </message>
    <message>
        <source>500 made-up people in a temporary folder; everything goes when you close the window</source>
        <translation>500 erfundene Leute in einem vorübergehenden Ordner; alles verschwindet, wenn Sie das Fenster schließen</translation>
    </message>
    <message>
        <source>Making a server with 500 made-up people.</source>
        <translation>Ein Server mit 500 erfundenen Leuten wird angelegt.</translation>
    </message>
    <message>
        <source>There is no server to try out. %1</source>
        <translation>Es gibt keinen Server zum Ausprobieren. %1</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::FirstRunFlow</name>
    <message>
        <source>Some fields need another look.</source>
        <translation>Einige Felder brauchen noch einen Blick.</translation>
    </message>
    <message>
        <source>Type the name of what people sign in to, such as your company.</source>
        <translation>Tippen Sie den Namen dessen ein, wo man sich anmeldet, zum Beispiel Ihrer Firma.</translation>
    </message>
    <message numerus="yes">
        <source>Take a name of at most %n characters.</source>
        <translation>
            <numerusform>Nehmen Sie einen Namen mit höchstens %n Zeichen.</numerusform>
            <numerusform>Nehmen Sie einen Namen mit höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program uses this port. Port %1 is free.</source>
        <translation>Ein anderes Programm benutzt diesen Port. Port %1 ist frei.</translation>
    </message>
    <message>
        <source>A server lives in this folder already. Choose another folder.</source>
        <translation>In diesem Ordner ist schon ein Server. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>This folder cannot be written to. Choose another folder.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Another program runs a server in this folder. Choose another.</source>
        <translation>Ein anderes Programm betreibt einen Server in diesem Ordner. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This folder holds a server of a newer version. Choose another.</source>
        <translation>Dieser Ordner enthält einen Server einer neueren Version. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This folder holds a damaged server. Choose another folder.</source>
        <translation>Dieser Ordner enthält einen beschädigten Server. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>This console does not know that kind of server.</source>
        <translation>Diese Konsole kennt diese Art von Server nicht.</translation>
    </message>
    <message>
        <source>%1 is stopped, but its folder %2 could not be deleted whole. The system says: %3.</source>
        <translation>%1 ist angehalten, aber der Ordner %2 ließ sich nicht ganz löschen. Das System sagt: %3.</translation>
    </message>
    <message>
        <source>%1 is deleted, but it could not be taken off the list of servers: %2</source>
        <translation>%1 ist gelöscht, ließ sich aber nicht aus der Liste der Server nehmen: %2</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::FirstRunWizard</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>%1 – Authdesk</source>
        <extracomment>The title of the window; %1 is the page</extracomment>
        <translation>%1 – Authdesk</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::KeepDialog</name>
    <message>
        <source>%1 exists already – Authdesk</source>
        <translation>%1 gibt es schon – Authdesk</translation>
    </message>
    <message>
        <source>Keep %1?</source>
        <translation>%1 behalten?</translation>
    </message>
    <message>
        <source>The server is created and you are signed in. You can finish the rest later. Removing it deletes the folder %1 with the account that you have made; that cannot be undone.</source>
        <translation>Der Server ist angelegt, und Sie sind angemeldet. Den Rest können Sie später erledigen. Entfernen löscht den Ordner %1 mit dem Konto, das Sie angelegt haben; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove this server</source>
        <translation>Diesen Server entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep it, finish later</source>
        <translation>Behalten, später fertigstellen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::LeftoverDialog</name>
    <message>
        <source>Not removed whole – Authdesk</source>
        <translation>Nicht ganz entfernt – Authdesk</translation>
    </message>
    <message>
        <source>Something of the server is left</source>
        <translation>Etwas vom Server ist übrig</translation>
    </message>
    <message>
        <source>Until it is deleted, the account that you made is in it. Close the programs that use the folder, or get the right to delete it, and try again; or close this and delete the folder yourself.</source>
        <translation>Bis es gelöscht ist, liegt das Konto darin, das Sie angelegt haben. Schließen Sie die Programme, die den Ordner benutzen, oder besorgen Sie sich das Recht, ihn zu löschen, und versuchen Sie es noch einmal; oder schließen Sie dies und löschen Sie den Ordner selbst.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::NamePage</name>
    <message>
        <source>What do people sign in to?</source>
        <translation>Wobei meldet man sich an?</translation>
    </message>
    <message>
        <source>Acme</source>
        <extracomment>An example of a name, shown in the empty field</extracomment>
        <translation>Acme</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>People see it in their authenticator app, in mails and on the recovery sheet.</source>
        <translation>Man sieht ihn in der Authenticator-App, in E-Mails und auf dem Wiederherstellungsblatt.</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>&amp;Folder for the data</source>
        <translation>&amp;Ordner für die Daten</translation>
    </message>
    <message>
        <source>&amp;Port on this computer</source>
        <translation>&amp;Port auf diesem Computer</translation>
    </message>
    <message>
        <source>Another program uses port %1, so this one is filled in.</source>
        <translation>Ein anderes Programm benutzt Port %1, deshalb ist dieser eingetragen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Kept in %1, port %2, this computer only.</source>
        <translation>Liegt in %1, Port %2, nur dieser Computer.</translation>
    </message>
    <message>
        <source>The key that seals its secrets goes into your system keychain.</source>
        <translation>Der Schlüssel, der seine Geheimnisse versiegelt, kommt in den Schlüsselbund Ihres Systems.</translation>
    </message>
    <message>
        <source>This computer has no keychain, so the key that seals its secrets is the file master.key in that folder.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, deshalb ist der Schlüssel, der seine Geheimnisse versiegelt, die Datei master.key in diesem Ordner.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::ProtectPage</name>
    <message>
        <source>Protect your account</source>
        <translation>Schützen Sie Ihr Konto</translation>
    </message>
    <message>
        <source>1  Open your authenticator app and scan.</source>
        <translation>1  Öffnen Sie Ihre Authenticator-App und scannen Sie.</translation>
    </message>
    <message>
        <source>Cannot scan? Type this key into the app:</source>
        <translation>Scannen geht nicht? Tippen Sie diesen Schlüssel in die App ein:</translation>
    </message>
    <message>
        <source>Key for typing into the app</source>
        <translation>Schlüssel zum Eintippen in die App</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy setup link</source>
        <translation>Einrichtungslink kopieren</translation>
    </message>
    <message>
        <source>For KeePassXC, 1Password and Bitwarden.</source>
        <translation>Für KeePassXC, 1Password und Bitwarden.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>2  Type the six digits it shows for &quot;%1: %2&quot;.</source>
        <translation>2  Tippen Sie die sechs Ziffern ein, die sie für „%1: %2“ zeigt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Protect your account later</source>
        <translation>Das Konto später schützen</translation>
    </message>
    <message>
        <source>Go on without a second factor?</source>
        <translation>Ohne zweiten Faktor weitermachen?</translation>
    </message>
    <message>
        <source>Without it one stolen password is enough. A reminder stays at the top of the window; you can turn it on in My account at any time.</source>
        <translation>Ohne ihn genügt ein gestohlenes Passwort. Oben im Fenster bleibt eine Erinnerung; Sie können ihn jederzeit unter Mein Konto einschalten.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::ReadyPage</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Try it in a terminal</source>
        <translation>Probieren Sie es in einem Terminal aus</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>Personen hinzufügen</translation>
    </message>
    <message>
        <source>Open Authdesk</source>
        <translation>Authdesk öffnen</translation>
    </message>
    <message>
        <source>✓ %1 from %2, %3 ms</source>
        <extracomment>A request that arrived: status, address, milliseconds</extracomment>
        <translation>✓ %1 von %2, %3 ms</translation>
    </message>
    <message>
        <source>Waiting for the first request…</source>
        <translation>Warten auf die erste Anfrage…</translation>
    </message>
    <message>
        <source>You are signed in as %1.</source>
        <translation>Sie sind angemeldet als %1.</translation>
    </message>
    <message>
        <source>Only this computer reaches the server, and only while Authdesk is open.</source>
        <translation>Nur dieser Computer erreicht den Server, und nur, solange Authdesk offen ist.</translation>
    </message>
    <message>
        <source>The key that seals its secrets is in your system keychain.</source>
        <translation>Der Schlüssel, der seine Geheimnisse versiegelt, liegt im Schlüsselbund Ihres Systems.</translation>
    </message>
    <message>
        <source>The key that seals its secrets is the file %1. Whoever copies the data without it cannot read them.</source>
        <translation>Der Schlüssel, der seine Geheimnisse versiegelt, ist die Datei %1. Wer die Daten ohne sie kopiert, kann sie nicht lesen.</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::RecoveryPage</name>
    <message>
        <source>Keep your recovery codes</source>
        <translation>Bewahren Sie Ihre Wiederherstellungscodes auf</translation>
    </message>
    <message>
        <source>Each code lets you in once when your phone is gone. They are shown only now: save, print or copy them, then continue.</source>
        <translation>Jeder Code lässt Sie einmal herein, wenn Ihr Telefon weg ist. Sie werden nur jetzt gezeigt: Speichern, drucken oder kopieren Sie sie und gehen Sie dann weiter.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>For %1 on %2.</source>
        <translation>Für %1 auf %2.</translation>
    </message>
    <message>
        <source>For %1 on %2. The data is in %3. When no code is left, run on this computer: %4</source>
        <translation>Für %1 auf %2. Die Daten liegen in %3. Wenn kein Code mehr übrig ist, führen Sie auf diesem Computer aus: %4</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::SampleFlow</name>
    <message>
        <source>No folder could be made for them: %1.</source>
        <translation>Für sie konnte kein Ordner angelegt werden: %1.</translation>
    </message>
    <message>
        <source>Sample</source>
        <extracomment>The name of the server with the made-up people</extracomment>
        <translation>Beispiel</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::WizardPage</name>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>authdesk::ui::wizards::YouPage</name>
    <message>
        <source>You are the first one in</source>
        <translation>Sie sind die erste Person</translation>
    </message>
    <message>
        <source>Setup &amp;code</source>
        <translation>Einrichtungs&amp;code</translation>
    </message>
    <message>
        <source>The server printed it when it started: XXXX-XXXX.</source>
        <translation>Der Server hat ihn beim Start ausgegeben: XXXX-XXXX.</translation>
    </message>
    <message>
        <source>&amp;Username</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>For recovery, can stay empty.</source>
        <translation>Zur Wiederherstellung, kann leer bleiben.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Generate a password</source>
        <translation>Passwort erzeugen</translation>
    </message>
    <message>
        <source>Set up server</source>
        <translation>Server einrichten</translation>
    </message>
    <message>
        <source>Create server</source>
        <translation>Server anlegen</translation>
    </message>
    <message>
        <source>This sets up %1 with you as its first admin. Nothing happens before you press the button.</source>
        <translation>Damit wird %1 mit Ihnen als erstem Admin eingerichtet. Bevor Sie den Knopf drücken, geschieht nichts.</translation>
    </message>
    <message>
        <source>This creates the server &quot;%1&quot; with you as its first admin. Nothing is written before you press the button.</source>
        <translation>Damit wird der Server „%1“ mit Ihnen als erstem Admin angelegt. Bevor Sie den Knopf drücken, wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>The server does not accept this setup code.</source>
        <translation>Der Server nimmt diesen Einrichtungscode nicht an.</translation>
    </message>
</context>
</TS>
