<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ServerText</name>
    <message>
        <source>Some fields are missing or wrong.</source>
        <translation>Einige Felder fehlen oder stimmen nicht.</translation>
    </message>
    <message>
        <source>The JSON nests too deeply or names a field twice.</source>
        <translation>Das JSON ist zu tief verschachtelt oder nennt ein Feld zweimal.</translation>
    </message>
    <message>
        <source>The body is not UTF-8 text.</source>
        <translation>Der Inhalt ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The body is not valid JSON.</source>
        <translation>Der Inhalt ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The body must be a JSON object.</source>
        <translation>Der Inhalt muss ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>This field is not known or not yours to set.</source>
        <translation>Dieses Feld ist nicht bekannt, oder Sie dürfen es nicht setzen.</translation>
    </message>
    <message>
        <source>This field is required.</source>
        <translation>Dieses Feld wird gebraucht.</translation>
    </message>
    <message>
        <source>This field is too long.</source>
        <translation>Dieses Feld ist zu lang.</translation>
    </message>
    <message>
        <source>This field must be a list of texts.</source>
        <translation>Dieses Feld muss eine Liste von Texten sein.</translation>
    </message>
    <message>
        <source>This field must be a list.</source>
        <translation>Dieses Feld muss eine Liste sein.</translation>
    </message>
    <message>
        <source>This field must be a time as text.</source>
        <translation>Dieses Feld muss ein Zeitpunkt als Text sein.</translation>
    </message>
    <message>
        <source>This field must be a whole number.</source>
        <translation>Dieses Feld muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>This field must be an object.</source>
        <translation>Dieses Feld muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>This field must be between %1 and %2.</source>
        <translation>Dieses Feld muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>This field must be text.</source>
        <translation>Dieses Feld muss Text sein.</translation>
    </message>
    <message>
        <source>This field must be true or false.</source>
        <translation>Dieses Feld muss true oder false sein.</translation>
    </message>
    <message>
        <source>This field must look like 2026-01-31T12:00:00Z.</source>
        <translation>Dieses Feld muss aussehen wie 2026-01-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>This field must not hold control characters.</source>
        <translation>Dieses Feld darf keine Steuerzeichen enthalten.</translation>
    </message>
    <message>
        <source>This field needs at least %1 characters.</source>
        <translation>Dieses Feld braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This field takes at most %1 characters.</source>
        <translation>Dieses Feld nimmt höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This field takes at most %1 entries.</source>
        <translation>Dieses Feld nimmt höchstens %1 Einträge.</translation>
    </message>
    <message>
        <source>The password is little more than a name that is known here.</source>
        <translation>Das Passwort ist kaum mehr als ein Name, der hier bekannt ist.</translation>
    </message>
    <message>
        <source>The password may have at most %1 characters and %2 bytes.</source>
        <translation>Das Passwort darf höchstens %1 Zeichen und %2 Bytes haben.</translation>
    </message>
    <message>
        <source>The password needs at least %1 characters; 15 are better.</source>
        <translation>Das Passwort braucht mindestens %1 Zeichen; 15 sind besser.</translation>
    </message>
    <message>
        <source>This is one of the passwords that are tried first.</source>
        <translation>Das ist eines der Passwörter, die zuerst probiert werden.</translation>
    </message>
    <message>
        <source>Too many sign-ins at once. Try again in a moment.</source>
        <translation>Zu viele Anmeldungen auf einmal. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>A chunk is longer than it says.</source>
        <translation>Ein Teil ist länger, als er angibt.</translation>
    </message>
    <message>
        <source>A chunk&apos;s size must be a hexadecimal number.</source>
        <translation>Die Länge eines Teils muss eine hexadezimale Zahl sein.</translation>
    </message>
    <message>
        <source>A header has no proper name.</source>
        <translation>Eine Kopfzeile hat keinen richtigen Namen.</translation>
    </message>
    <message>
        <source>A header holds a control character.</source>
        <translation>Eine Kopfzeile enthält ein Steuerzeichen.</translation>
    </message>
    <message>
        <source>A header is not UTF-8.</source>
        <translation>Eine Kopfzeile ist nicht in UTF-8.</translation>
    </message>
    <message>
        <source>A header must not be folded over two lines.</source>
        <translation>Eine Kopfzeile darf nicht über zwei Zeilen gehen.</translation>
    </message>
    <message>
        <source>A line must end with CR LF.</source>
        <translation>Eine Zeile muss mit CR LF enden.</translation>
    </message>
    <message>
        <source>A trailer must not say what a header decides.</source>
        <translation>Ein Nachspann darf nicht angeben, was eine Kopfzeile entscheidet.</translation>
    </message>
    <message>
        <source>Only 100-continue may be expected.</source>
        <translation>Nur 100-continue darf erwartet werden.</translation>
    </message>
    <message>
        <source>Only HTTP/1.1 and HTTP/1.0 are spoken here.</source>
        <translation>Hier wird nur HTTP/1.1 und HTTP/1.0 gesprochen.</translation>
    </message>
    <message>
        <source>Only the chunked transfer encoding is known.</source>
        <translation>Nur die Übertragung in Teilen (chunked) ist bekannt.</translation>
    </message>
    <message>
        <source>Origin came twice.</source>
        <translation>Origin kam zweimal.</translation>
    </message>
    <message>
        <source>Send the body as application/json.</source>
        <translation>Senden Sie den Inhalt als application/json.</translation>
    </message>
    <message>
        <source>Set up a second factor first.</source>
        <translation>Richten Sie zuerst einen zweiten Faktor ein.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>That method is not taken here.</source>
        <translation>Diese Methode wird hier nicht angenommen.</translation>
    </message>
    <message>
        <source>The address holds a broken escape.</source>
        <translation>Die Adresse enthält ein falsch umschriebenes Zeichen.</translation>
    </message>
    <message>
        <source>The address holds a character that must be escaped.</source>
        <translation>Die Adresse enthält ein Zeichen, das umschrieben werden muss.</translation>
    </message>
    <message>
        <source>The address holds an escape that is not taken.</source>
        <translation>Die Adresse enthält ein umschriebenes Zeichen, das nicht angenommen wird.</translation>
    </message>
    <message>
        <source>The address is not UTF-8.</source>
        <translation>Die Adresse ist nicht in UTF-8.</translation>
    </message>
    <message>
        <source>The body is too large.</source>
        <translation>Der Inhalt ist zu groß.</translation>
    </message>
    <message>
        <source>The path must not begin with two slashes.</source>
        <translation>Der Pfad darf nicht mit zwei Schrägstrichen beginnen.</translation>
    </message>
    <message>
        <source>The request did not come to its end in time.</source>
        <translation>Die Anfrage kam nicht rechtzeitig zu ihrem Ende.</translation>
    </message>
    <message>
        <source>The request has too many headers.</source>
        <translation>Die Anfrage hat zu viele Kopfzeilen.</translation>
    </message>
    <message>
        <source>The request is not readable.</source>
        <translation>Die Anfrage ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The request line does not name an HTTP version.</source>
        <translation>Die Anfragezeile nennt keine HTTP-Version.</translation>
    </message>
    <message>
        <source>The request line is not METHOD PATH VERSION.</source>
        <translation>Die Anfragezeile ist nicht METHODE PFAD VERSION.</translation>
    </message>
    <message>
        <source>The request line or its headers are too long.</source>
        <translation>Die Anfragezeile oder ihre Kopfzeilen sind zu lang.</translation>
    </message>
    <message>
        <source>The request must name a path, not a whole address.</source>
        <translation>Die Anfrage muss einen Pfad nennen, keine ganze Adresse.</translation>
    </message>
    <message>
        <source>The request must name one Host.</source>
        <translation>Die Anfrage muss genau einen Host nennen.</translation>
    </message>
    <message>
        <source>The server is busy. Try again in a moment.</source>
        <translation>Der Server ist ausgelastet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server is stopping.</source>
        <translation>Der Server wird gerade beendet.</translation>
    </message>
    <message>
        <source>There are too many connections.</source>
        <translation>Es gibt zu viele Verbindungen.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Unter dieser Adresse gibt es nichts.</translation>
    </message>
    <message>
        <source>This server does not go by that name.</source>
        <translation>Dieser Server heißt nicht so.</translation>
    </message>
    <message>
        <source>This key may not change its owner&apos;s account.</source>
        <translation>Dieser Schlüssel darf am Konto seines Besitzers nichts ändern.</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>A username with @ must be the person&apos;s own e-mail address.</source>
        <translation>Ein Benutzername mit @ muss die eigene E-Mail-Adresse der Person sein.</translation>
    </message>
    <message>
        <source>Change your own password and second factor in your account.</source>
        <translation>Ändern Sie Ihr eigenes Passwort und Ihren zweiten Faktor in Ihrem Konto.</translation>
    </message>
    <message>
        <source>Choose another password than the one you were given.</source>
        <translation>Wählen Sie ein anderes Passwort als das, das Sie bekommen haben.</translation>
    </message>
    <message>
        <source>Enter a username or an e-mail address.</source>
        <translation>Geben Sie einen Benutzernamen oder eine E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Enter an e-mail address such as name@example.org.</source>
        <translation>Geben Sie eine E-Mail-Adresse wie name@example.org ein.</translation>
    </message>
    <message>
        <source>Enter the setup code that the server printed at its start.</source>
        <translation>Geben Sie den Einrichtungscode ein, den der Server bei seinem Start ausgegeben hat.</translation>
    </message>
    <message>
        <source>Enter the six digits of your app or a recovery code.</source>
        <translation>Geben Sie die sechs Ziffern Ihrer App oder einen Wiederherstellungscode ein.</translation>
    </message>
    <message>
        <source>Leave out control characters and blanks at the ends.</source>
        <translation>Lassen Sie Steuerzeichen und Leerzeichen an den Enden weg.</translation>
    </message>
    <message>
        <source>Leave out control characters.</source>
        <translation>Lassen Sie Steuerzeichen weg.</translation>
    </message>
    <message>
        <source>Only active and disabled can be set.</source>
        <translation>Nur active und disabled lassen sich setzen.</translation>
    </message>
    <message>
        <source>Recent sign-in required. Sign in again and repeat this.</source>
        <translation>Dafür wird eine frische Anmeldung gebraucht. Melden Sie sich neu an, und wiederholen Sie es.</translation>
    </message>
    <message>
        <source>Setup already completed.</source>
        <translation>Die Einrichtung ist schon abgeschlossen.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Somebody else has changed this user meanwhile.</source>
        <translation>Jemand anderes hat diesen Benutzer inzwischen geändert.</translation>
    </message>
    <message>
        <source>Somebody else has this address.</source>
        <translation>Jemand anderes hat diese Adresse.</translation>
    </message>
    <message>
        <source>Somebody else has this name.</source>
        <translation>Jemand anderes hat diesen Namen.</translation>
    </message>
    <message>
        <source>Start the setup first.</source>
        <translation>Beginnen Sie zuerst die Einrichtung.</translation>
    </message>
    <message>
        <source>The current password is wrong.</source>
        <translation>Das aktuelle Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The filter finds more than %1 people.</source>
        <translation>Der Filter findet mehr als %1 Personen.</translation>
    </message>
    <message>
        <source>The password was changed meanwhile.</source>
        <translation>Das Passwort wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>The sign-in was not stored.</source>
        <translation>Die Anmeldung wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is a second factor already.</source>
        <translation>Es gibt schon einen zweiten Faktor.</translation>
    </message>
    <message>
        <source>There is no second factor.</source>
        <translation>Es gibt keinen zweiten Faktor.</translation>
    </message>
    <message>
        <source>There is no such role.</source>
        <translation>Diese Rolle gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such session.</source>
        <translation>Diese Sitzung gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Diesen Benutzer gibt es nicht.</translation>
    </message>
    <message>
        <source>This code is not accepted.</source>
        <translation>Dieser Code wird nicht angenommen.</translation>
    </message>
    <message>
        <source>This is the last person who may manage users.</source>
        <translation>Das ist die letzte Person, die Benutzer verwalten darf.</translation>
    </message>
    <message>
        <source>This person holds rights that you do not hold yourself.</source>
        <translation>Diese Person hat Rechte, die Sie selbst nicht haben.</translation>
    </message>
    <message>
        <source>This role holds rights that you do not hold yourself.</source>
        <translation>Diese Rolle hat Rechte, die Sie selbst nicht haben.</translation>
    </message>
    <message>
        <source>This sign-in has ended.</source>
        <translation>Diese Anmeldung ist beendet.</translation>
    </message>
    <message>
        <source>This sign-in has ended. Start again with your password.</source>
        <translation>Diese Anmeldung ist beendet. Fangen Sie noch einmal mit Ihrem Passwort an.</translation>
    </message>
    <message>
        <source>This sign-in was ended because an old token came back.</source>
        <translation>Diese Anmeldung wurde beendet, weil ein altes Token wiederkam.</translation>
    </message>
    <message>
        <source>Too many failed sign-ins from here. Try again later.</source>
        <translation>Zu viele fehlgeschlagene Anmeldungen von hier. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Use at most 150 characters.</source>
        <translation>Verwenden Sie höchstens 150 Zeichen.</translation>
    </message>
    <message>
        <source>Use at most 254 characters.</source>
        <translation>Verwenden Sie höchstens 254 Zeichen.</translation>
    </message>
    <message>
        <source>Use at most 80 characters.</source>
        <translation>Verwenden Sie höchstens 80 Zeichen.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>A tier has a name without slashes, and without blanks at its ends.</source>
        <translation>Eine Stufe hat einen Namen ohne Schrägstriche und ohne Leerzeichen an den Enden.</translation>
    </message>
    <message>
        <source>Another tier has this name.</source>
        <translation>Eine andere Stufe hat diesen Namen.</translation>
    </message>
    <message>
        <source>The tier was not stored.</source>
        <translation>Die Stufe wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is no such tier.</source>
        <translation>Diese Stufe gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing.</source>
        <translation>%1 lässt sich nicht zum Schreiben öffnen.</translation>
    </message>
    <message>
        <source>Another program is writing to %1.</source>
        <translation>Ein anderes Programm schreibt in %1.</translation>
    </message>
    <message>
        <source>Another program is writing to the database.</source>
        <translation>Ein anderes Programm schreibt in die Datenbank.</translation>
    </message>
    <message>
        <source>Somebody else changed this user meanwhile.</source>
        <translation>Jemand anderes hat diesen Benutzer inzwischen geändert.</translation>
    </message>
    <message>
        <source>The cursor does not belong to this list.</source>
        <translation>Der Cursor gehört nicht zu dieser Liste.</translation>
    </message>
    <message>
        <source>The database %1 cannot be reached: %2</source>
        <translation>Die Datenbank %1 ist nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The database %1 could not be used.</source>
        <translation>Die Datenbank %1 ließ sich nicht verwenden.</translation>
    </message>
    <message>
        <source>The database cannot be reached at the moment.</source>
        <translation>Die Datenbank ist im Augenblick nicht erreichbar.</translation>
    </message>
    <message>
        <source>The database is closed.</source>
        <translation>Die Datenbank ist geschlossen.</translation>
    </message>
    <message>
        <source>There is no space left for the database %1.</source>
        <translation>Für die Datenbank %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no space left to write %1.</source>
        <translation>Es ist kein Platz mehr, um %1 zu schreiben.</translation>
    </message>
    <message>
        <source>This e-mail address is taken.</source>
        <translation>Diese E-Mail-Adresse ist vergeben.</translation>
    </message>
    <message>
        <source>This username is taken.</source>
        <translation>Dieser Benutzername ist vergeben.</translation>
    </message>
    <message>
        <source>A username or an e-mail address is required.</source>
        <translation>Ein Benutzername oder eine E-Mail-Adresse wird gebraucht.</translation>
    </message>
    <message>
        <source>Give either ids or a filter.</source>
        <translation>Geben Sie entweder ids oder einen Filter an.</translation>
    </message>
    <message>
        <source>Name at least one person.</source>
        <translation>Nennen Sie mindestens eine Person.</translation>
    </message>
    <message>
        <source>Only active or disabled can be set.</source>
        <translation>Nur active oder disabled lässt sich setzen.</translation>
    </message>
    <message>
        <source>Only set_role takes a role.</source>
        <translation>Nur set_role nimmt eine Rolle.</translation>
    </message>
    <message>
        <source>Say what the filter asks for.</source>
        <translation>Geben Sie an, wonach der Filter fragt.</translation>
    </message>
    <message>
        <source>There is no such action.</source>
        <translation>Diese Aktion gibt es nicht.</translation>
    </message>
    <message>
        <source>This field must be a list of ids, each once.</source>
        <translation>Dieses Feld muss eine Liste von ids sein, jede einmal.</translation>
    </message>
    <message>
        <source>This must be active, disabled, locked or invited.</source>
        <translation>Das muss active, disabled, locked oder invited sein.</translation>
    </message>
    <message>
        <source>Some parameters are unknown or wrong.</source>
        <translation>Einige Parameter sind unbekannt oder stimmen nicht.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. The log says what.</source>
        <translation>Auf dem Server ging etwas schief. Das Protokoll sagt, was.</translation>
    </message>
    <message>
        <source>The export was given up.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The list cannot be sorted by this.</source>
        <translation>Die Liste lässt sich danach nicht sortieren.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Der Name oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The request was refused.</source>
        <translation>Die Anfrage wurde abgelehnt.</translation>
    </message>
    <message>
        <source>The server cannot write a temporary file.</source>
        <translation>Der Server kann keine temporäre Datei schreiben.</translation>
    </message>
    <message>
        <source>The server has too much to do right now.</source>
        <translation>Der Server hat gerade zu viel zu tun.</translation>
    </message>
    <message>
        <source>This must be csv or json.</source>
        <translation>Das muss csv oder json sein.</translation>
    </message>
    <message>
        <source>This must be ok or refused.</source>
        <translation>Das muss ok oder refused sein.</translation>
    </message>
    <message>
        <source>This parameter is not known here.</source>
        <translation>Dieser Parameter ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>This parameter must be a whole number.</source>
        <translation>Dieser Parameter muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>This parameter must be between %1 and %2.</source>
        <translation>Dieser Parameter muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>This parameter must be true or false.</source>
        <translation>Dieser Parameter muss true oder false sein.</translation>
    </message>
    <message>
        <source>This parameter must look like 2026-01-31T12:00:00Z.</source>
        <translation>Dieser Parameter muss aussehen wie 2026-01-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>This parameter takes at most 255 characters.</source>
        <translation>Dieser Parameter nimmt höchstens 255 Zeichen.</translation>
    </message>
    <message>
        <source>This parameter was given twice.</source>
        <translation>Dieser Parameter wurde zweimal angegeben.</translation>
    </message>
    <message>
        <source>Waiting needs a request to wait after.</source>
        <translation>Zum Warten gehört eine Anfrage, nach der gewartet wird.</translation>
    </message>
    <message>
        <source>Waiting needs an event to wait after.</source>
        <translation>Zum Warten gehört ein Ereignis, nach dem gewartet wird.</translation>
    </message>
    <message>
        <source>The text does not fit into a QR code.</source>
        <translation>Der Text passt nicht in einen QR-Code.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>The key was not stored.</source>
        <translation>Der Schlüssel wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Set up a second factor of your own first.</source>
        <translation>Richten Sie zuerst für sich selbst einen zweiten Faktor ein.</translation>
    </message>
    <message>
        <source>A key makes no key that opens more.</source>
        <translation>Ein Schlüssel erstellt keinen Schlüssel, der mehr öffnet.</translation>
    </message>
    <message>
        <source>This is read, write or admin.</source>
        <translation>Das ist read, write oder admin.</translation>
    </message>
    <message>
        <source>The end must lie in the future.</source>
        <translation>Das Ende muss in der Zukunft liegen.</translation>
    </message>
    <message>
        <source>There are %1 keys already. Revoke one first.</source>
        <translation>Es gibt schon %1 Schlüssel. Widerrufen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>There is no such key.</source>
        <translation>Diesen Schlüssel gibt es nicht.</translation>
    </message>
    <message>
        <source>Use at most 100 characters.</source>
        <translation>Verwenden Sie höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>A server has a name.</source>
        <translation>Ein Server braucht einen Namen.</translation>
    </message>
    <message>
        <source>The certificate cannot be made.</source>
        <translation>Das Zertifikat kann nicht erstellt werden.</translation>
    </message>
    <message>
        <source>This is given by %1.</source>
        <translation>Das ist durch %1 vorgegeben.</translation>
    </message>
    <message>
        <source>This is off, files or self-signed.</source>
        <translation>Das ist off, files oder self-signed.</translation>
    </message>
    <message>
        <source>This server has no settings of its own.</source>
        <translation>Dieser Server hat keine eigenen Einstellungen.</translation>
    </message>
    <message>
        <source>%1 is given twice, or is no text.</source>
        <translation>%1 steht zweimal da oder ist kein Text.</translation>
    </message>
    <message>
        <source>A row needs a username or an e-mail address.</source>
        <translation>Eine Zeile braucht einen Benutzernamen oder eine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>An earlier row is about the same person.</source>
        <translation>Eine frühere Zeile betrifft dieselbe Person.</translation>
    </message>
    <message>
        <source>At most %1 people a call.</source>
        <translation>Höchstens %1 Personen je Aufruf.</translation>
    </message>
    <message>
        <source>Every try at this password would take too much time or memory.</source>
        <translation>Jeder Versuch mit diesem Passwort würde zu viel Zeit oder Speicher brauchen.</translation>
    </message>
    <message>
        <source>Send text/csv or application/json.</source>
        <translation>Senden Sie text/csv oder application/json.</translation>
    </message>
    <message>
        <source>The first line must name the columns, username or email among them.</source>
        <translation>Die erste Zeile muss die Spalten nennen, darunter username oder email.</translation>
    </message>
    <message>
        <source>The first line names the column %1 twice.</source>
        <translation>Die erste Zeile nennt die Spalte %1 zweimal.</translation>
    </message>
    <message>
        <source>There are more cells than headings.</source>
        <translation>Es gibt mehr Zellen als Überschriften.</translation>
    </message>
    <message>
        <source>There is nothing in this table.</source>
        <translation>In dieser Tabelle steht nichts.</translation>
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
    <message>
        <source>This file cannot be read: the list of people must come first, as &quot;items&quot;.</source>
        <translation>Diese Datei ist nicht lesbar: Die Liste der Personen muss zuerst kommen, als „items“.</translation>
    </message>
    <message>
        <source>This is no UUID.</source>
        <translation>Das ist keine UUID.</translation>
    </message>
    <message>
        <source>This is no argon2, bcrypt, PBKDF2 or scrypt hash that is known here.</source>
        <translation>Das ist kein Hash von argon2, bcrypt, PBKDF2 oder scrypt, der hier bekannt ist.</translation>
    </message>
    <message>
        <source>This must be active or disabled.</source>
        <translation>Das muss active oder disabled sein.</translation>
    </message>
    <message>
        <source>This must be true or false.</source>
        <translation>Das muss true oder false sein.</translation>
    </message>
    <message>
        <source>This program was built without bcrypt.</source>
        <translation>Dieses Programm wurde ohne bcrypt gebaut.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: a line is too long.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Die Zeile ist zu lang.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: a quotation mark is never closed.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Ein Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: text stands behind a closing quotation mark.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Hinter einem schließenden Anführungszeichen steht Text.</translation>
    </message>
    <message>
        <source>This table cannot be read: line %1: this is not text in UTF-8.</source>
        <translation>Diese Tabelle ist nicht lesbar: Zeile %1: Das ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>Write a time as 2026-01-31T12:00:00Z.</source>
        <translation>Schreiben Sie Zeiten wie 2026-01-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>The server cannot use its database at the moment. Its log says why.</source>
        <translation>Der Server kann seine Datenbank im Moment nicht verwenden. Warum, steht in seinem Protokoll.</translation>
    </message>
    <message>
        <source>There is no space left on the server. Nothing was changed.</source>
        <translation>Auf dem Server ist kein Platz mehr. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1 enthält kein Zertifikat in PEM-Form.</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form.</source>
        <translation>%1 enthält keinen privaten Schlüssel in PEM-Form.</translation>
    </message>
    <message>
        <source>Cannot read the certificate %1: %2.</source>
        <translation>Das Zertifikat %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Cannot read the private key %1: %2.</source>
        <translation>Der private Schlüssel %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The certificate %1 begins only on %2.</source>
        <translation>Das Zertifikat %1 gilt erst ab %2.</translation>
    </message>
    <message>
        <source>The certificate %1 ended on %2.</source>
        <translation>Das Zertifikat %1 ist am %2 abgelaufen.</translation>
    </message>
    <message>
        <source>The private key %1 asks for a passphrase; TLS needs it without one.</source>
        <translation>Der private Schlüssel %1 verlangt ein Kennwort; TLS braucht ihn ohne.</translation>
    </message>
    <message>
        <source>The private key %1 does not belong to the certificate %2.</source>
        <translation>Der private Schlüssel %1 gehört nicht zum Zertifikat %2.</translation>
    </message>
    <message>
        <source>The private key %1 is neither RSA nor EC.</source>
        <translation>Der private Schlüssel %1 ist weder RSA noch EC.</translation>
    </message>
    <message>
        <source>A condition compares by $eq, $ne, $in or $nin, and not by %1.</source>
        <translation>Eine Bedingung vergleicht mit $eq, $ne, $in oder $nin und nicht mit %1.</translation>
    </message>
    <message>
        <source>A field cannot be called %1.</source>
        <translation>Ein Feld kann nicht %1 heißen.</translation>
    </message>
    <message>
        <source>A role has a name.</source>
        <translation>Eine Rolle hat einen Namen.</translation>
    </message>
    <message>
        <source>A statement has no %1.</source>
        <translation>Eine Anweisung hat kein %1.</translation>
    </message>
    <message>
        <source>A statement must be an object.</source>
        <translation>Eine Anweisung muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>A statement names what may be done and to what.</source>
        <translation>Eine Anweisung nennt, was getan werden darf und womit.</translation>
    </message>
    <message>
        <source>Another role has this name.</source>
        <translation>Eine andere Rolle hat diesen Namen.</translation>
    </message>
    <message>
        <source>Another role has this slug.</source>
        <translation>Eine andere Rolle hat diesen Kurznamen.</translation>
    </message>
    <message>
        <source>More than %1 people have this role. Give some of them another one first.</source>
        <translation>Mehr als %1 Personen haben diese Rolle. Einige davon müssen erst eine andere bekommen.</translation>
    </message>
    <message>
        <source>Nothing is known to put in place of %1.</source>
        <translation>Es ist nicht bekannt, was für %1 einzusetzen ist.</translation>
    </message>
    <message>
        <source>People have this role. Say which one they get instead.</source>
        <translation>Es gibt Personen mit dieser Rolle. Es fehlt, welche sie stattdessen bekommen.</translation>
    </message>
    <message>
        <source>Somebody else has changed this role meanwhile.</source>
        <translation>Jemand anders hat diese Rolle inzwischen geändert.</translation>
    </message>
    <message>
        <source>The role was not stored.</source>
        <translation>Die Rolle wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>There is no action %1.</source>
        <translation>Es gibt keine Aktion %1.</translation>
    </message>
    <message>
        <source>There is no subject %1.</source>
        <translation>Es gibt keinen Gegenstand %1.</translation>
    </message>
    <message>
        <source>This part of a statement holds too much.</source>
        <translation>Dieser Teil einer Anweisung enthält zu viel.</translation>
    </message>
    <message>
        <source>This part of a statement is of another type.</source>
        <translation>Dieser Teil einer Anweisung ist von anderer Art.</translation>
    </message>
    <message>
        <source>This part of a statement is too long.</source>
        <translation>Dieser Teil einer Anweisung ist zu lang.</translation>
    </message>
    <message>
        <source>This part of a statement must not be empty.</source>
        <translation>Dieser Teil einer Anweisung darf nicht leer sein.</translation>
    </message>
    <message>
        <source>This role is one of those that every server has. Make another one of your own.</source>
        <translation>Diese Rolle ist eine von denen, die jeder Server hat. Eine eigene lässt sich daneben anlegen.</translation>
    </message>
    <message>
        <source>Use a to z, 0 to 9 and _ for the slug, and nothing that begins with predefined.</source>
        <translation>Der Kurzname besteht aus a bis z, 0 bis 9 und _ und beginnt nicht mit predefined.</translation>
    </message>
</context>
</TS>
