// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The scenarios of files with people on /admin/v1. A row for every documented answer and every
// documented error.
#pragma once

#include "tests/http/scenario.h"

namespace authdesk::tests {

inline constexpr const char *csvType = "Content-Type: text/csv";

inline constexpr Scenario transferScenarios[] = {
    {"import a table", "POST", "/admin/v1/users/import", "admin",
     "username,email,role\nanna,anna@example.org,Help desk\nada,ada@example.org,\nbad@name,,\n",
     200,
     R"("dry_run":false|"created":1|"updated":0|"unchanged":1|"refused":1|"ignored_columns":[])"
     R"(|"result":"created"|"username":"anna"|"code":"not_own_email")",
     "password", "users=2", csvType},
    {"import a list", "POST", "/admin/v1/users/import", "admin",
     R"([{"username":"anna","first_name":"Anna","shoe":38},{"username":"ada","last_name":"L"}])",
     200, R"("created":1|"updated":1|"ignored_columns":["shoe"]|"last_name":{"new":"L","old":""})",
     "", "users=2"},
    {"import what the list of people shows", "POST", "/admin/v1/users/import", "admin",
     R"({"items":[{"id":1,"username":"ada","role":{"id":1,"slug":"predefined_super_admin",)"
     R"("name":"Super Admin"},"status":"active"}],"next_cursor":null})",
     200, R"("unchanged":1)", "", "users=1"},
    {"import what was copied from a spreadsheet", "POST", "/admin/v1/users/import", "admin",
     "Login\tE-Mail\nanna\tanna@example.org\n", 200, R"("created":1)", "", "users=2",
     "Content-Type: text/tab-separated-values; charset=utf-8"},
    {"import without changing anything", "POST", "/admin/v1/users/import?dry_run=true", "admin",
     "username\nanna\n", 200, R"("dry_run":true|"created":1|"id":null)", "", "users=1", csvType},
    {"import a hash", "POST", "/admin/v1/users/import", "admin",
     "username,password_hash\nanna,$2b$04$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW\n",
     200, R"("created":1)", "$2b$", "users=2", csvType},
    {"import a hash that is none", "POST", "/admin/v1/users/import", "admin",
     "username,password_hash\nanna,secret-word\n", 200,
     R"("refused":1|"password_hash":{"code":"unknown_format")", "secret-word", "users=1", csvType},
    {"import another password for somebody", "POST", "/admin/v1/users/import", "admin",
     "username,password_hash\nuser-person,"
     "$2b$04$DrJUXPmMK2Kq60rofIrSZOFqhiwURYokoObaqWHDOn3UuBPhSYKxW\n",
     200, R"("unchanged":1|"password_kept":true)", "", "sessions=2", csvType, "<user.id>"},
    {"import away the last admin", "POST", "/admin/v1/users/import", "admin",
     "username,role\nada,user\n", 200, R"("refused":1|"code":"last_admin")", "", "users=1",
     csvType},
    {"import that disables somebody ends the sessions", "POST", "/admin/v1/users/import", "admin",
     "username,status\nuser-person,disabled\n", 200,
     R"("updated":1|"status":{"new":"disabled","old":"active"})", "", "sessions=1", csvType,
     "<user.id>"},
    {"import a table without headings", "POST", "/admin/v1/users/import", "admin",
     "anna,anna@example.org\n", 400, R"("code":"malformed"|first line)", "", "users=1", csvType},
    {"import a table that breaks off", "POST", "/admin/v1/users/import", "admin",
     "username\nben\n\"anna\n", 400, R"("code":"malformed"|line)", "", "users=1", csvType},
    {"import a list that breaks off", "POST", "/admin/v1/users/import", "admin",
     R"([{"username":"anna"},{"user)", 400, R"("code":"malformed")", "", "users=1"},
    {"import nothing", "POST", "/admin/v1/users/import", "admin", "", 415,
     R"("code":"unsupported_media_type")"},
    {"import an unknown type", "POST", "/admin/v1/users/import", "admin", "username\nanna\n", 415,
     R"("code":"unsupported_media_type")", "", "users=1", "Content-Type: application/pdf"},
    {"import with a parameter of no meaning", "POST", "/admin/v1/users/import?force=1", "admin",
     "username\nanna\n", 422, R"("force":{"code":"unknown_field")", "", "users=1", csvType},
    {"import perhaps", "POST", "/admin/v1/users/import?dry_run=maybe", "admin", "username\nanna\n",
     422, R"("dry_run":{"code":"not_allowed")", "", "users=1", csvType},
    {"import as help desk, who creates nobody", "POST", "/admin/v1/users/import", "helpdesk",
     "username\nanna\n", 403, R"("code":"forbidden")", "", "users=2", csvType},
    {"import as user", "POST", "/admin/v1/users/import", "user", "username\nanna\n", 403,
     R"("code":"forbidden")", "", "users=2", csvType},
    {"import without a token", "POST", "/admin/v1/users/import", "", "username\nanna\n", 401,
     R"("code":"unauthenticated")", "", "users=1", csvType},
    {"reading an import", "PUT", "/admin/v1/users/import", "admin", "", 405, "Allow:|POST"},

    {"export people", "GET", "/admin/v1/users/export", "admin", "", 200,
     "text/csv|attachment; "
     "filename=\"people.csv\"|no-store|uid,username,email|,ada,ada@example.org,",
     "argon2|password_hash"},
    {"export people as a list", "GET", "/admin/v1/users/export?format=json", "admin", "", 200,
     R"(application/json|people.json|{"items":[|"username":"ada"|"next_cursor":null)",
     "argon2|password_hash"},
    {"export people whom filters find", "GET",
     "/admin/v1/users/export?search=user-per&role=user&status=active&mfa=false", "auditor", "", 200,
     ",user-person,", ",ada,", "", "", "<user.id>"},
    {"export people with their hashes", "GET",
     "/admin/v1/users/export?format=json&password_hashes=true", "admin", "", 200,
     R"("password_hash":"$argon2id$)"},
    {"export hashes as auditor", "GET", "/admin/v1/users/export?password_hashes=true", "auditor",
     "", 403, R"("code":"forbidden")", "argon2"},
    {"export an unknown format", "GET", "/admin/v1/users/export?format=xlsx", "admin", "", 422,
     R"("format":{"code":"not_allowed")"},
    {"export an unknown status", "GET", "/admin/v1/users/export?status=away", "admin", "", 422,
     R"("status":{"code":"not_allowed")"},
    {"export with a parameter of no meaning", "GET", "/admin/v1/users/export?limit=1", "admin", "",
     422, R"("limit":{"code":"unknown_field")"},
    {"export as user", "GET", "/admin/v1/users/export", "user", "", 403, R"("code":"forbidden")",
     "ada"},
    {"export without a token", "GET", "/admin/v1/users/export", "", "", 401,
     R"("code":"unauthenticated")"},
};

} // namespace authdesk::tests
