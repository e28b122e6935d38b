// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/http/framingguard.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk::server::http;

namespace {

/// Everything that a reading tells, so that two readings can be compared.
struct Reading
{
    FramingGuard::State state = FramingGuard::State::Idle;
    int status = 0;
    QByteArray method = {};
    QByteArray path = {};
    QByteArray body = {};
    qsizetype rest = 0;

    bool operator==(const Reading &) const = default;
};

Reading read(const QByteArray &input, const Limits &limits, const QList<qsizetype> &cuts)
{
    FramingGuard guard(limits);
    qsizetype from = 0;
    qsizetype used = 0;
    for (qsizetype piece = 0; piece <= cuts.size(); ++piece) {
        const qsizetype to = piece < cuts.size() ? cuts.at(piece) : input.size();
        used += guard.feed(QByteArrayView(input).sliced(from, to - from));
        from = to;
        if (guard.state() == FramingGuard::State::Refused)
            return {.state = guard.state(), .status = guard.refusal().status};
    }
    Reading reading{.state = guard.state()};
    if (guard.state() == FramingGuard::State::Complete) {
        const RequestHead head = guard.takeHead();
        reading.method = head.method;
        reading.path = head.path;
        reading.body = guard.takeBody();
        reading.rest = input.size() - used;
    }
    return reading;
}

/// Reads the input whole, byte by byte and cut at each place; fails when they differ.
Reading readEveryWay(const QByteArray &input, const Limits &limits = {})
{
    const Reading whole = read(input, limits, {});
    QList<qsizetype> every;
    for (qsizetype cut = 1; cut < input.size(); ++cut) {
        every.append(cut);
        if (input.size() < 3000 && read(input, limits, {cut}) != whole)
            qFatal("cut at %lld reads differently", static_cast<long long>(cut));
    }
    if (read(input, limits, every) != whole)
        qFatal("byte by byte reads differently");
    return whole;
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

QByteArray with(const QByteArray &headers, const QByteArray &body = {})
{
    return "POST /x HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
}

} // namespace

class TestFramingGuard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsOneMessage_data();
    void acceptsOneMessage();
    void s45_refuses_data();
    void s45_refuses();
    void leavesTheNextMessageAlone();
    void knowsWhenTheConnectionEnds_data();
    void knowsWhenTheConnectionEnds();
    void asksForTheBodyLimitOnceTheHeadIsKnown();
    void s44_noticesEveryForwardingHeader_data();
    void s44_noticesEveryForwardingHeader();
    void startsAgainAfterReset();
};

void TestFramingGuard::acceptsOneMessage_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("plain") << get("/a/b") << "/a/b"_ba << ""_ba;
    QTest::newRow("escaped") << get("/a%20b%C3%A4") << "/a b\xc3\xa4"_ba << ""_ba;
    QTest::newRow("raw UTF-8") << get("/\xc3\xa4") << "/\xc3\xa4"_ba << ""_ba;
    QTest::newRow("query") << get("/a?b=%0Ac&d") << "/a"_ba << ""_ba;
    QTest::newRow("slashes later") << get("/a//b/") << "/a//b/"_ba << ""_ba;
    QTest::newRow("unknown method is a message")
        << "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n"_ba << "/pot"_ba << ""_ba;
    QTest::newRow("options of the server")
        << "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n"_ba << "*"_ba << ""_ba;
    QTest::newRow("one empty line first") << "\r\n" + get("/a") << "/a"_ba << ""_ba;
    QTest::newRow("host with port") << "GET / HTTP/1.1\r\nHost: [::1]:8000\r\n\r\n"_ba << "/"_ba
                                    << ""_ba;
    QTest::newRow("length") << with("Content-Length: 5\r\n", "hello") << "/x"_ba << "hello"_ba;
    QTest::newRow("length zero") << with("Content-Length: 0\r\n") << "/x"_ba << ""_ba;
    QTest::newRow("leading zeros") << with("Content-Length: 0005\r\n", "hello") << "/x"_ba
                                   << "hello"_ba;
    QTest::newRow("body of zero bytes and line ends")
        << with("Content-Length: 4\r\n", QByteArray("\0\r\n\0", 4)) << "/x"_ba
        << QByteArray("\0\r\n\0", 4);
    QTest::newRow("chunks") << with("Transfer-Encoding: chunked\r\n",
                                    "5\r\nhello\r\n00A\r\n0123456789\r\n0\r\n\r\n")
                            << "/x"_ba << "hello0123456789"_ba;
    QTest::newRow("chunk extension")
        << with("Transfer-Encoding: Chunked\r\n", "1;a=\"b\"\r\nx\r\n0;last\r\n\r\n") << "/x"_ba
        << "x"_ba;
    QTest::newRow("trailers") << with("Transfer-Encoding: chunked\r\n",
                                      "1\r\nx\r\n0\r\nX-Sum: 1\r\n\r\n")
                              << "/x"_ba << "x"_ba;
}

void TestFramingGuard::acceptsOneMessage()
{
    QFETCH(QByteArray, input);
    const Reading reading = readEveryWay(input);
    QCOMPARE(reading.status, 0);
    QCOMPARE(reading.state, FramingGuard::State::Complete);
    QTEST(reading.path, "path");
    QTEST(reading.body, "body");
    QCOMPARE(reading.rest, 0);
}

void TestFramingGuard::s45_refuses_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const QByteArray &input, int status) {
        QTest::newRow(name) << input << status;
    };
    row("no version", "GET /\r\nHost: a\r\n\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("tab for a space", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("method is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("bare line feed", "GET / HTTP/1.1\nHost: a\n\n", 400);
    row("bare carriage return", "GET / HTTP/1.1\rHost: a\r\n\r\n", 400);
    row("two empty lines first", "\r\n\r\n" + get("/"), 400);
    row("old version", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505);
    row("next version", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("no HTTP", "GET / ICY/1.1\r\nHost: a\r\n\r\n", 400);
    row("absolute form", get("http://localhost/a"), 400);
    row("authority form", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("two slashes", get("//host/x"), 400);
    row("star with GET", get("*"), 400);
    row("empty target", "GET  HTTP/1.1\r\nHost: a\r\n\r\n", 400);
    row("escaped NUL", get("/a%00b"), 400);
    row("escaped line end", get("/a%0d%0aX:%20y"), 400);
    row("escaped slash", get("/a%2Fb"), 400);
    row("broken escape", get("/a%4"), 400);
    row("no escape", get("/a%zz"), 400);
    row("escaped NUL in query", get("/a?b=%00"), 400);
    row("broken escape in query", get("/a?b=%"), 400);
    row("invalid UTF-8", get("/\xff"), 400);
    row("escaped invalid UTF-8", get("/%C3%28"), 400);
    row("overlong UTF-8", get("/%C0%AF"), 400);
    row("NUL in path", get(QByteArray("/a\0b", 4)), 400);
    row("NUL in header", with(QByteArray("X: a\0b\r\n", 8)), 400);
    row("control character in header", with("X: a\x01z\r\n"), 400);
    row("carriage return in header", with("X: a\rY: b\r\n"), 400);
    row("invalid UTF-8 in header", with("X: \xff\r\n"), 400);
    row("space before colon", with("X : a\r\n"), 400);
    row("no colon", with("X\r\n"), 400);
    row("no name", with(": a\r\n"), 400);
    row("folded header", with("X: a\r\n b\r\n"), 400);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("no Host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400);
    row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
    row("empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
    row("Host with a user", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400);
    row("Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    row("Host with a bad port", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", 400);
    row("negative length", with("Content-Length: -5\r\n", "hello"), 400);
    row("signed length", with("Content-Length: +5\r\n", "hello"), 400);
    row("length with letters", with("Content-Length: 5abc\r\n", "hello"), 400);
    row("length list", with("Content-Length: 5, 5\r\n", "hello"), 400);
    row("empty length", with("Content-Length:\r\n"), 400);
    row("length overflows", with("Content-Length: 18446744073709551621\r\n", "hello"), 400);
    row("two lengths", with("Content-Length: 5\r\nContent-Length: 6\r\n", "hello"), 400);
    row("two equal lengths", with("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), 400);
    row("length and chunked",
        with("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
    row("chunked and length",
        with("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"), 400);
    row("two encodings", with("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("chunked twice", with("Transfer-Encoding: chunked, chunked\r\n"), 400);
    row("chunked in HTTP/1.0",
        "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    row("gzip", with("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("identity", with("Transfer-Encoding: identity\r\n"), 501);
    row("almost chunked", with("Transfer-Encoding: xchunked\r\n"), 501);
    row("another expectation", with("Expect: tea\r\n"), 417);
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("chunk size is no number", with(chunked, "x\r\n"), 400);
    row("chunk size missing", with(chunked, "\r\nhello\r\n"), 400);
    row("chunk size signed", with(chunked, "+5\r\nhello\r\n"), 400);
    row("chunk size with 0x", with(chunked, "0x5\r\nhello\r\n"), 400);
    row("chunk size with a space", with(chunked, "5 \r\nhello\r\n"), 400);
    row("chunk size overflows", with(chunked, "FFFFFFFFFFFFFFFF5\r\nhello\r\n"), 400);
    row("chunk size line too long", with(chunked, "5;" + QByteArray(300, 'a') + "\r\n"), 400);
    row("chunk longer than it says", with(chunked, "3\r\nhello\r\n"), 400);
    row("chunk ended by line feed", with(chunked, "5\r\nhello\n"), 400);
    row("trailer sets a length", with(chunked, "0\r\nContent-Length: 5\r\n\r\n"), 400);
    row("trailer is no header", with(chunked, "0\r\nGET / HTTP/1.1\r\n\r\n"), 400);
    row("long request line", get('/' + QByteArray(8200, 'a')), 414);
    row("endless request line", QByteArray(9000, 'a'), 414);
    row("long header", with("X: " + QByteArray(33 * 1024, 'a') + "\r\n"), 431);
    row("endless header", "GET / HTTP/1.1\r\n" + QByteArray(33 * 1024, 'a'), 431);
    row("many headers", with(QByteArray("X: a\r\n").repeated(101)), 431);
    row("endless trailers", with(chunked, "0\r\n" + QByteArray("X: a\r\n").repeated(101)), 431);
    row("large body", with("Content-Length: 1048577\r\n"), 413);
    row("huge body", with("Content-Length: 999999999999999999\r\n"), 413);
    row("large chunk", with(chunked, "100001\r\n"), 413);
    row("chunks large together", with(chunked, "1\r\nx\r\n100000\r\n"), 413);
}

void TestFramingGuard::s45_refuses()
{
    QFETCH(QByteArray, input);
    QTEST(readEveryWay(input).status, "status");
}

void TestFramingGuard::leavesTheNextMessageAlone()
{
    const QByteArray first = with("Content-Length: 5\r\n", "hello");
    const QByteArray second = get("/next");
    const Reading reading = readEveryWay(first + second);
    QCOMPARE(reading.body, "hello"_ba);

    Limits limits;
    FramingGuard guard(limits);
    QCOMPARE(guard.feed(QByteArray(first + second)), first.size());
    QCOMPARE(guard.feed(second), 0);
}

void TestFramingGuard::knowsWhenTheConnectionEnds_data()
{
    QTest::addColumn<QByteArray>("versionAndHeaders");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << "HTTP/1.1\r\n"_ba << true;
    QTest::newRow("1.1 close") << "HTTP/1.1\r\nConnection: Close\r\n"_ba << false;
    QTest::newRow("1.1 close in a list") << "HTTP/1.1\r\nConnection: x, close\r\n"_ba << false;
    QTest::newRow("1.0") << "HTTP/1.0\r\n"_ba << false;
    QTest::newRow("1.0 keep-alive") << "HTTP/1.0\r\nConnection: keep-alive\r\n"_ba << true;
}

void TestFramingGuard::knowsWhenTheConnectionEnds()
{
    QFETCH(QByteArray, versionAndHeaders);
    Limits limits;
    FramingGuard guard(limits);
    guard.feed("GET / " + versionAndHeaders + "Host: a\r\n\r\n");
    QCOMPARE(guard.state(), FramingGuard::State::Complete);
    QTEST(guard.head().keepAlive, "keepAlive");
}

void TestFramingGuard::asksForTheBodyLimitOnceTheHeadIsKnown()
{
    Limits limits;
    FramingGuard guard(limits, [](const RequestHead &head) { return head.path == "/x" ? 4 : 10; });
    guard.feed(with("Content-Length: 5\r\n", "hello"));
    QCOMPARE(guard.refusal().status, 413);
}

void TestFramingGuard::s44_noticesEveryForwardingHeader_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("noticed");
    for (const char *const name : {"Forwarded", "x-forwarded-for", "X-FORWARDED-HOST",
                                   "X-Forwarded-Proto", "X-Real-IP", "Via"})
        QTest::newRow(name) << QByteArray(name) << true;
    QTest::newRow("another") << "X-Forwarder"_ba << false;
}

void TestFramingGuard::s44_noticesEveryForwardingHeader()
{
    QFETCH(QByteArray, name);
    Limits limits;
    FramingGuard guard(limits);
    guard.feed("GET / HTTP/1.1\r\nHost: a\r\n" + name + ": 127.0.0.1\r\n\r\n");
    QCOMPARE(guard.state(), FramingGuard::State::Complete);
    QTEST(guard.head().wasForwarded, "noticed");
}

void TestFramingGuard::startsAgainAfterReset()
{
    Limits limits;
    FramingGuard guard(limits);
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(guard.state(), FramingGuard::State::Idle);
        guard.feed(with("Transfer-Encoding: chunked\r\nX: y\r\n", "1\r\nx\r\n0\r\nA: b\r\n\r\n"));
        QCOMPARE(guard.state(), FramingGuard::State::Complete);
        QCOMPARE(guard.takeHead().headers.size(), 3);
        QCOMPARE(guard.takeBody(), "x"_ba);
        guard.reset();
    }
}

QTEST_GUILESS_MAIN(TestFramingGuard)
#include "tst_framingguard.moc"
