// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language of what /admin/v1 says to people, by Accept-Language; codes, and what other systems
// say, are the same in every language.
#pragma once

#include "tests/http/scenario.h"

namespace authdesk::tests {

inline constexpr Scenario languageScenarios[] = {
    {"German without a token", "GET", "/admin/v1/users", "", "", 401,
     R"("code":"unauthenticated"|"message":"Melden Sie sich zuerst an."|Content-Language: de)"
     "|Vary: Accept-Language|WWW-Authenticate: Bearer",
     "Sign in first", "", "Accept-Language: de"},
    {"English where nothing is asked for", "GET", "/admin/v1/users", "", "", 401,
     R"("message":"Sign in first."|Content-Language: en|Vary: Accept-Language)", "Melden"},
    {"German for Austria", "POST", "/admin/v1/users", "admin",
     R"({"username":"eva","password":"short"})", 422,
     R"("code":"invalid_fields"|"password":{"code":"too_short")"
     R"(,"message":"Das Passwort braucht mindestens 8 Zeichen; 15 sind besser."}},"message":"Das)",
     "The password needs", "users=1", "Accept-Language: de-AT"},
    {"German for each field", "POST", "/admin/v1/users", "admin", R"({"username":7,"id":1})", 422,
     R"("id":{"code":"unknown_field","message":"Dieses Feld ist nicht bekannt, oder Sie)"
     R"(|"username":{"code":"wrong_type","message":"Dieses Feld muss Text sein.")"
     R"(|"message":"Einige Felder fehlen oder stimmen nicht.")",
     "This field|Some fields", "users=1", "Accept-Language: de"},
    {"German values of two places", "GET", "/admin/v1/users?limit=0", "admin", "", 422,
     R"("limit":{"code":"out_of_range","message":"Dieser Parameter muss zwischen 1 und 200 liegen."})",
     "between", "", "Accept-Language: de"},
    {"the field of a code is German", "POST", "/admin/v1/users", "admin", R"({"username":"Ada"})",
     409,
     R"("username":{"code":"taken","message":"Jemand anderes hat diesen Namen."})"
     R"(|"code":"username_taken"|"message":"Dieser Benutzername ist vergeben.")",
     "Somebody", "users=1", "Accept-Language: de"},
    {"a wrong password in German", "POST", "/admin/v1/sign-in", "",
     R"({"login":"ada","password":"not-the-password"})", 401,
     R"("code":"invalid_credentials"|"message":"Der Name oder das Passwort ist falsch.")", "wrong",
     "", "Accept-Language: de"},
    {"a wrong code on the way in in German", "POST", "/admin/v1/sign-in/verify", "",
     R"({"mfa_token":"<mfa.mfa_token>","code":"000000"})", 401,
     R"("code":"invalid_code"|"message":"Dieser Code wird nicht angenommen.")", R"("fields")", "",
     "Accept-Language: de"},
    {"the preferred of two", "GET", "/admin/v1/users", "", "", 401, "Content-Language: de", "", "",
     "Accept-Language: en;q=0.4, de;q=0.5"},
    {"the preferred is English", "GET", "/admin/v1/users", "", "", 401, "Content-Language: en", "",
     "", "Accept-Language: de;q=0.999, en-GB"},
    {"the first of equals", "GET", "/admin/v1/users", "", "", 401, "Content-Language: de", "", "",
     "Accept-Language: fr, de, en"},
    {"a language that is not spoken", "GET", "/admin/v1/users", "", "", 401,
     R"("message":"Sign in first."|Content-Language: en)", "", "", "Accept-Language: fr-FR, fr"},
    {"any language", "GET", "/admin/v1/users", "", "", 401, "Content-Language: en", "", "",
     "Accept-Language: fr, *;q=0.1"},
    {"any language but English", "GET", "/admin/v1/users", "", "", 401, "Content-Language: de", "",
     "", "Accept-Language: *, en;q=0"},
    {"a header that is broken", "GET", "/admin/v1/users", "", "", 401,
     R"("message":"Sign in first."|Content-Language: en)", "", "", "Accept-Language: de;q=2"},
    {"two lines are one list", "GET", "/admin/v1/users", "", "", 401, "Content-Language: de", "",
     "", "Accept-Language: fr|accept-language: de"},
    {"an address of nothing in German", "GET", "/admin/v1/nothing", "admin", "", 404,
     R"("code":"not_found"|"message":"Unter dieser Adresse gibt es nichts.")", "", "",
     "Accept-Language: de"},
    {"a method that is not taken in German", "PUT", "/admin/v1/users", "admin", "", 405,
     R"("code":"method_not_allowed"|"message":"Diese Methode wird hier nicht angenommen.")", "", "",
     "Accept-Language: de"},
    {"what no handler saw in German", "GET", "/admin/v1/nothing", "", "", 413,
     R"("code":"too_large"|"message":"Der Inhalt ist zu groß.")", "", "",
     "Accept-Language: de|Content-Length: 1048577"},
    {"a long poll in German", "GET", "/admin/v1/audit-events?wait=1", "admin", "", 422,
     R"("message":"Zum Warten gehört ein Ereignis, nach dem gewartet wird.")", "", "",
     "Accept-Language: de"},
    {"the requests in German", "GET", "/admin/v1/requests?wait=1", "admin", "", 422,
     R"("message":"Zum Warten gehört eine Anfrage, nach der gewartet wird.")", "", "",
     "Accept-Language: de"},
    {"refused rows in German", "POST", "/admin/v1/users/bulk", "admin",
     R"({"action":"disable","ids":[<user.id>,<admin.id>]})", 200,
     R"({"id":<user.id>,"ok":true}|"code":"last_admin")"
     R"(|"message":"Das ist die letzte Person, die Benutzer verwalten darf.")"
     "|Content-Language: de|Vary: Accept-Language",
     "This is the last", "", "Accept-Language: de"},
    {"good answers are the same in every language", "GET", "/admin/v1/me", "admin", "", 200,
     R"("username":"ada")", "Content-Language|Vary", "", "Accept-Language: de"},
    {"Pipelit says what it always says", "POST", "/api/v1/auth/token/", "",
     R"({"username":"ada","password":"not-the-password"})", 401, "Invalid credentials.",
     "Content-Language|falsch", "", "Accept-Language: de"},
};

} // namespace authdesk::tests
