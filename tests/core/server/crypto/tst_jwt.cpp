// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/server/crypto/jwt.h"

#include "tests/support/fakerandom.h"

#include <QtCore/QMessageAuthenticationCode>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace authdesk;
using namespace authdesk::server::crypto;

namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QDateTime at(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(1'800'000'000 + seconds, Qt::UTC);
}

JwtClaims claimsFor(TokenUse use)
{
    return {.audience = u"ndastro"_s,
            .subject = u"jöhn@example.org"_s,
            .session = u"family"_s,
            .id = u"one"_s,
            .use = use,
            .issuedAt = at(0),
            .expiresAt = at(100)};
}

QByteArray bytesOf(const base::Secret &token)
{
    return token.view().toByteArray();
}

/// A token of any header and payload, signed as its key signs.
QByteArray forged(const SigningKey &key, const QByteArray &header, const QByteArray &payload)
{
    const QByteArray text = header.toBase64(base64) + '.' + payload.toBase64(base64);
    return text + '.' + key.sign(text).toBase64(base64);
}

QByteArray payloadOf(const QByteArray &token)
{
    return QByteArray::fromBase64(token.split('.').at(1), base64);
}

QByteArray headerOf(const QByteArray &algorithm, const QByteArray &id, const QByteArray &more = {})
{
    return R"({"alg":")" + algorithm + R"(","kid":")" + id + R"(","typ":"JWT")" + more + '}';
}

} // namespace

class TestJwt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSharedTokenSaysWhatItWasToldTo();
    void s36_sharedTokensAreReadWithTheirKeyAlone();
    void readsWhatItSigned_data();
    void readsWhatItSigned();
    void isWrittenAsOthersReadIt();
    void signsAsTheStandardsSay();
    void s36_refusesEveryForgery_data();
    void s36_refusesEveryForgery();
    void s36_everyChangedLetterIsRefused();
    void s36_aSharedSecretIsNeverShown();
    void lastsUntilItsEnd_data();
    void lastsUntilItsEnd();
    void aKeyComesBackFromItsSecret();

private:
    [[nodiscard]] base::Result<JwtClaims> read(const QByteArray &token,
                                               const JwtDemand &demand = {.use = TokenUse::Access,
                                                                          .now = at(50)}) const
    {
        return readJwt(
            token,
            [this](QByteArrayView header) -> std::shared_ptr<const SigningKey> {
                for (const auto &key : {m_shared, m_pair}) {
                    if (key->header() == header)
                        return key;
                }
                return nullptr;
            },
            demand);
    }

    tests::FakeRandom m_random;
    std::shared_ptr<const SigningKey> m_shared =
        std::make_shared<const SigningKey>(SigningKey::generate(SigningAlgorithm::Hs256, m_random));
    std::shared_ptr<const SigningKey> m_pair =
        std::make_shared<const SigningKey>(SigningKey::generate(SigningAlgorithm::EdDsa, m_random));
};

void TestJwt::readsWhatItSigned_data()
{
    QTest::addColumn<bool>("isPair");
    QTest::addColumn<bool>("isRefresh");
    QTest::newRow("HS256 access") << false << false;
    QTest::newRow("HS256 refresh") << false << true;
    QTest::newRow("EdDSA access") << true << false;
    QTest::newRow("EdDSA refresh") << true << true;
}

void TestJwt::readsWhatItSigned()
{
    QFETCH(bool, isPair);
    QFETCH(bool, isRefresh);
    const JwtClaims claims = claimsFor(isRefresh ? TokenUse::Refresh : TokenUse::Access);
    const auto found = read(bytesOf(signJwt(isPair ? *m_pair : *m_shared, claims)),
                            {.use = claims.use, .now = at(50)});
    QVERIFY2(found, found ? "" : qPrintable(found.error().detail));
    QCOMPARE(*found, claims);
}

void TestJwt::isWrittenAsOthersReadIt()
{
    const QByteArrayList parts =
        bytesOf(signJwt(*m_shared, claimsFor(TokenUse::Access))).split('.');
    QCOMPARE(parts.size(), 3);
    QCOMPARE(QByteArray::fromBase64(parts[0], base64),
             headerOf("HS256", m_shared->id().toLatin1()));
    QCOMPARE(QByteArray::fromBase64(parts[1], base64),
             QByteArray(R"({"aud":"ndastro","exp":1800000100,"iat":1800000000,"iss":"authdesk",)"
                        R"("jti":"one","nbf":1800000000,"sid":"family",)"
                        R"("sub":"jöhn@example.org","token_type":"access"})"));
    QVERIFY(isJwtShaped(parts.join('.')));
    QVERIFY(!isJwtShaped("4fzzzxjylrx"));
}

/// RFC 7515 appendix A.1 has a longer key than ours; RFC 4231 and RFC 8032 have vectors of 32
/// bytes.
void TestJwt::signsAsTheStandardsSay()
{
    const auto shared = SigningKey::fromSecret(
        u"a"_s, SigningAlgorithm::Hs256,
        base::Secret(QByteArray(QByteArray(20, '\x0b') + QByteArray(12, '\0'))));
    QVERIFY(shared);
    // HMAC fills a short key with zeros: RFC 4231 test case 1.
    QCOMPARE(shared->sign("Hi There").toHex(),
             "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"_ba);
    const auto pair = SigningKey::fromSecret(
        u"b"_s, SigningAlgorithm::EdDsa,
        base::Secret(QByteArray::fromHex(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")));
    QVERIFY(pair);
    QCOMPARE(pair->publicKey().toHex(),
             "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"_ba);
    QCOMPARE(pair->sign("\x72").toHex(), // RFC 8032 section 7.1, test 2
             "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"_ba);
}

void TestJwt::s36_refusesEveryForgery_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("why");
    const QByteArray hs = bytesOf(signJwt(*m_shared, claimsFor(TokenUse::Access)));
    const QByteArray ed = bytesOf(signJwt(*m_pair, claimsFor(TokenUse::Access)));
    const QByteArray hsId = m_shared->id().toLatin1();
    const QByteArray edId = m_pair->id().toLatin1();
    const QByteArray payload = payloadOf(hs);
    const QString header = u"no key of ours writes this header"_s;
    const QString signature = u"the signature is wrong"_s;
    const QString parts = u"not three parts"_s;
    const QString claims = u"the claims are not ours"_s;
    const QByteArray text = hs.left(hs.lastIndexOf('.'));

    for (const char *none : {"none", "None", "NONE", "nOnE", ""}) {
        QTest::addRow("algorithm '%s' without a signature", none)
            << headerOf(none, hsId).toBase64(base64) + '.' + payload.toBase64(base64) + ".AA"
            << header;
    }
    QTest::newRow("no signature") << text + '.' << parts;
    QTest::newRow("no signature and no dot") << text << parts;
    QTest::newRow("signed by HMAC with the public key") << [&] {
        const auto confused = SigningKey::fromSecret(u"x"_s, SigningAlgorithm::Hs256,
                                                     base::Secret::copyOf(m_pair->publicKey()));
        return forged(*confused, headerOf("HS256", edId), payload);
    }() << header;
    QTest::newRow("signed by HMAC with the public key under its own header") << [&] {
        const auto confused = SigningKey::fromSecret(u"x"_s, SigningAlgorithm::Hs256,
                                                     base::Secret::copyOf(m_pair->publicKey()));
        return forged(*confused, headerOf("EdDSA", edId), payload);
    }() << signature;
    QTest::newRow("HS256 said of the pair's key")
        << forged(*m_pair, headerOf("HS256", edId), payload) << header;
    QTest::newRow("EdDSA said of the shared key")
        << forged(*m_shared, headerOf("EdDSA", hsId), payload) << header;
    QTest::newRow("HS512") << forged(*m_shared, headerOf("HS512", hsId), payload) << header;
    QTest::newRow("another of our keys")
        << forged(*m_shared, headerOf("EdDSA", edId), payload) << signature;
    QTest::newRow("the other key's header before the signature")
        << ed.left(ed.indexOf('.')) + hs.sliced(hs.indexOf('.')) << signature;
    QTest::newRow("unknown key id")
        << forged(*m_shared, headerOf("HS256", "0123456789abcdef"), payload) << header;
    QTest::newRow("key id of a path")
        << forged(*m_shared, headerOf("HS256", "../../dev/null"), payload) << header;
    QTest::newRow("no key id") << forged(*m_shared, R"({"alg":"HS256","typ":"JWT"})", payload)
                               << header;
    tests::FakeRandom random;
    (void)random.bytes(5000);
    const SigningKey foreign = SigningKey::generate(SigningAlgorithm::Hs256, random);
    QTest::newRow("a stranger's key under our id")
        << forged(foreign, headerOf("HS256", hsId), payload) << signature;
    QTest::newRow("a stranger's token")
        << bytesOf(signJwt(foreign, claimsFor(TokenUse::Access))) << header;
    for (const char *member :
         {R"(,"jku":"https://evil.example/keys")", R"(,"x5u":"https://evil.example/c")",
          R"(,"jwk":{"kty":"oct","k":"AAAA"})", R"(,"x5c":["AAAA"])", R"(,"crit":["exp"])",
          R"(,"b64":false)", R"(,"alg":"none")"}) {
        QTest::addRow("a header with %s", member)
            << forged(*m_shared, headerOf("HS256", hsId, member), payload) << header;
    }
    QTest::newRow("another type") << forged(
        *m_shared, R"({"alg":"HS256","kid":")" + hsId + R"(","typ":"JWE"})", payload)
                                  << header;
    QTest::newRow("the header in another order")
        << forged(*m_shared, R"({"typ":"JWT","alg":"HS256","kid":")" + hsId + "\"}", payload)
        << header;
    QTest::newRow("four parts") << hs + ".AAAA" << parts;
    QTest::newRow("five parts") << hs + ".AA.AA" << parts;
    QTest::newRow("an empty payload") << m_shared->header() + "..AAAA" << parts;
    QTest::newRow("padding") << hs + "=" << signature;
    QTest::newRow("a space") << hs + " " << signature;
    QTest::newRow("a line end") << hs + "\n" << signature;
    QTest::newRow("the usual alphabet of base64")
        << hs.left(hs.lastIndexOf('.')) + ".++//" << signature;
    QTest::newRow("a signature with loose last bits") << [&] {
        QByteArray loose = hs;
        static const QByteArray letters =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        loose.back() = letters.at(letters.indexOf(loose.back()) + 1);
        return loose;
    }() << signature;
    QTest::newRow("cut off") << hs.chopped(1) << signature;
    QTest::newRow("too long") << text + '.' + QByteArray(longestJwt, 'A') << parts;
    QTest::newRow("nothing") << QByteArray() << parts;
    QTest::newRow("only dots") << QByteArray("..") << parts;
    QTest::newRow("a NUL") << hs.left(10) + '\0' + hs.sliced(10) << header;
    const auto with = [&](const QByteArray &from, const QByteArray &to) {
        QByteArray other = payload;
        if (!other.contains(from))
            qFatal("%s is not in the payload", from.constData());
        return forged(*m_shared, headerOf("HS256", hsId), other.replace(from, to));
    };
    QTest::newRow("a refresh token") << bytesOf(signJwt(*m_shared, claimsFor(TokenUse::Refresh)))
                                     << u"a token for another use"_s;
    QTest::newRow("another issuer") << with("\"authdesk\"", "\"else\"") << claims;
    QTest::newRow("no issuer") << with(R"("iss":"authdesk",)", "") << claims;
    QTest::newRow("no audience") << with(R"("aud":"ndastro",)", "") << claims;
    QTest::newRow("no end") << with(R"("exp":1800000100,)", "") << claims;
    QTest::newRow("an end that is text") << with("1800000100", "\"1800000100\"") << claims;
    QTest::newRow("a third use") << with("\"access\"", "\"challenge\"") << claims;
    QTest::newRow("no sign-in") << with(R"("sid":"family",)", "") << claims;
    QTest::newRow("no object") << forged(*m_shared, headerOf("HS256", hsId), "[]")
                               << u"the payload is no object"_s;
    QTest::newRow("not good yet") << with("\"nbf\":1800000000", "\"nbf\":1800000111")
                                  << u"not good yet"_s;
    QTest::newRow("expired") << with("1800000100", "1800000050") << u"expired"_s;
}

void TestJwt::s36_refusesEveryForgery()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, why);
    const auto found = read(token);
    QVERIFY(!found);
    QCOMPARE(found.error().code, base::ErrorCode::Unauthenticated);
    QCOMPARE(found.error().detail, why);
}

void TestJwt::s36_everyChangedLetterIsRefused()
{
    for (const auto &key : {m_shared, m_pair}) {
        const QByteArray token = bytesOf(signJwt(*key, claimsFor(TokenUse::Access)));
        QVERIFY(read(token));
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray changed = token;
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            QVERIFY2(!read(changed), qPrintable(QString::number(i)));
            QVERIFY2(!read(token.first(i)), qPrintable(QString::number(i)));
        }
    }
}

void TestJwt::s36_aSharedSecretIsNeverShown()
{
    QVERIFY(m_shared->publicKey().isEmpty());
    QCOMPARE(m_pair->publicKey().size(), 32);
    QVERIFY(m_pair->publicKey() != m_pair->secret().view());
}

void TestJwt::lastsUntilItsEnd_data()
{
    QTest::addColumn<int>("second");
    QTest::addColumn<bool>("isGood");
    QTest::addColumn<bool>("saysWhose"); ///< where it may have expired
    QTest::newRow("long before") << -61 << false << false;
    QTest::newRow("before, by a clock that is late") << -60 << true << true;
    QTest::newRow("at the first moment") << 0 << true << true;
    QTest::newRow("in its last second") << 99 << true << true;
    QTest::newRow("at its end") << 100 << false << true;
    QTest::newRow("long after") << 1'000'000 << false << true;
}

void TestJwt::lastsUntilItsEnd()
{
    QFETCH(int, second);
    QFETCH(bool, isGood);
    QFETCH(bool, saysWhose);
    const QByteArray token = bytesOf(signJwt(*m_shared, claimsFor(TokenUse::Access)));
    QCOMPARE(read(token, {.use = TokenUse::Access, .now = at(second)}).has_value(), isGood);
    QCOMPARE(read(token, {.use = TokenUse::Access, .now = at(second), .mayHaveExpired = true})
                 .has_value(),
             saysWhose);
}

void TestJwt::aKeyComesBackFromItsSecret()
{
    for (const auto &key : {m_shared, m_pair}) {
        const auto again = SigningKey::fromSecret(key->id(), key->algorithm(), key->secret());
        QVERIFY(again);
        QCOMPARE(again->header(), key->header());
        QVERIFY(again->hasSigned("text", key->sign("text")));
        QVERIFY(!again->hasSigned("texts", key->sign("text")));
        QVERIFY(
            !SigningKey::fromSecret(key->id(), key->algorithm(), base::Secret::copyOf("short")));
    }
    QCOMPARE(algorithmFromName(u"EdDSA"), SigningAlgorithm::EdDsa);
    QCOMPARE(algorithmFromName(u"HS256"), SigningAlgorithm::Hs256);
    QCOMPARE(algorithmFromName(u"none"), std::nullopt);
}

void TestJwt::aSharedTokenSaysWhatItWasToldTo()
{
    // Shorter, as long as and longer than a block of the hash (RFC 2104).
    for (const qsizetype length : {1, 64, 200}) {
        const base::Secret key(QByteArray(length, 'k'));
        SharedJwtClaims claims{.subject = u"uid"_s,
                               .email = u"jöhn@example.org"_s,
                               .roles = {u"Super Admin"_s},
                               .id = u"one"_s,
                               .issuedAt = at(0),
                               .expiresAt = at(100)};
        for (const bool isPending : {false, true}) {
            claims.isPending = isPending;
            const QByteArray token = bytesOf(signSharedJwt(key, claims));
            QVERIFY(isSharedJwtShaped(token));
            const QByteArray text = token.left(token.lastIndexOf('.'));
            QCOMPARE(token.split('.').at(2), QMessageAuthenticationCode::hash(
                                                 text, bytesOf(key), QCryptographicHash::Sha256)
                                                 .toBase64(base64));
            QCOMPARE(QByteArray::fromBase64(token.split('.').at(0), base64),
                     QByteArray(R"({"alg":"HS256","typ":"JWT"})"));
            const auto read = readSharedJwt(token, key, at(99));
            QVERIFY(read.has_value());
            QCOMPARE(*read, claims);
            QVERIFY(!readSharedJwt(token, key, at(100)));
        }
    }
}

void TestJwt::s36_sharedTokensAreReadWithTheirKeyAlone()
{
    const base::Secret key = base::Secret::copyOf("shared");
    const QByteArray token = bytesOf(signSharedJwt(key, {.subject = u"uid"_s,
                                                         .email = u"a@example.org"_s,
                                                         .roles = {u"User"_s},
                                                         .id = u"one"_s,
                                                         .issuedAt = at(0),
                                                         .expiresAt = at(100)}));
    QVERIFY(readSharedJwt(token, key, at(1)));
    QVERIFY(!readSharedJwt(token, base::Secret::copyOf("other"), at(1)));
    QVERIFY(!readSharedJwt(token, base::Secret(), at(1)));
    for (qsizetype i = 0; i < token.size(); ++i) {
        QByteArray changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!readSharedJwt(changed, key, at(1)), changed.constData());
    }
    // A header that names no algorithm, over the same payload.
    const QByteArray none = QByteArray(R"({"alg":"none","typ":"JWT"})").toBase64(base64);
    QVERIFY(!readSharedJwt(none + '.' + token.split('.').at(1) + '.', key, at(1)));
}

QTEST_GUILESS_MAIN(TestJwt)
#include "tst_jwt.moc"
