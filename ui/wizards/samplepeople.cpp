// SPDX-FileCopyrightText: 2026 Authdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizards/samplepeople.h"

#include <QtCore/QJsonObject>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSet>

#include <array>
#include <cmath>

namespace authdesk::ui::wizards {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 seed = 20260401;
constexpr std::size_t namesEach = 8;
using Names = std::array<QStringView, namesEach>;

struct Language
{
    Names first;
    Names last;
    Names plainFirst; ///< in Latin letters; empty: made by leaving accents out
    Names plainLast;
};

constexpr std::array languages{
    Language{{u"Anna", u"Lukas", u"Johanna", u"Jürgen", u"Käthe", u"Matthias", u"Lena", u"Björn"},
             {u"Müller", u"Schäfer", u"Weiß", u"Krüger", u"Vogel", u"Lindner", u"Groß", u"Böhm"},
             {},
             {}},
    Language{{u"Alice", u"Oliver", u"Grace", u"Henry", u"Imogen", u"Jack", u"Ruby", u"Theo"},
             {u"Ashworth", u"Bennett", u"Clarke", u"Davies", u"Fletcher", u"Hughes", u"O'Neill",
              u"Whitby"},
             {},
             {}},
    Language{
        {u"Lucía", u"Mateo", u"Sofía", u"Íñigo", u"Begoña", u"Andrés", u"Ximena", u"Raúl"},
        {u"García", u"Núñez", u"Ibáñez", u"Peña", u"Domínguez", u"Quiroga", u"Fernández", u"Muñoz"},
        {},
        {}},
    Language{{u"Chloé", u"Étienne", u"Zoé", u"François", u"Maëlle", u"Loïc", u"Hélène", u"Rémi"},
             {u"Lefèvre", u"Bérard", u"Chevalier", u"d'Aubigné", u"Garçon", u"Noël", u"Périer",
              u"Roussel"},
             {},
             {}},
    Language{{u"Łucja", u"Wojciech", u"Żaneta", u"Stanisław", u"Agnieszka", u"Bożena", u"Michał",
              u"Ewa"},
             {u"Kowalczyk", u"Wiśniewska", u"Wójcik", u"Zieliński", u"Dąbrowska", u"Łukaszewicz",
              u"Nowak", u"Żak"},
             {},
             {}},
    Language{
        {u"Tereza", u"Ondřej", u"Šárka", u"Jiří", u"Ludmila", u"Matěj", u"Božena", u"Vít"},
        {u"Dvořák", u"Novotná", u"Černý", u"Procházka", u"Růžička", u"Šimek", u"Horák", u"Říha"},
        {},
        {}},
    Language{{u"Ayşe", u"Çağlar", u"Gülşen", u"İbrahim", u"Oğuz", u"Zeynep", u"Şule", u"Emre"},
             {u"Yılmaz", u"Öztürk", u"Çelik", u"Şahin", u"Aydın", u"Doğan", u"Güneş", u"Kılıç"},
             {},
             {}},
    Language{{u"Åsa", u"Øyvind", u"Sigríður", u"Jörgen", u"Freja", u"Þór", u"Aino", u"Mikkel"},
             {u"Ångström", u"Sørensen", u"Guðmundsdóttir", u"Lindqvist", u"Mäkinen", u"Hjort",
              u"Østby", u"Þorvaldsson"},
             {},
             {}},
    Language{{u"Ánh", u"Dũng", u"Hương", u"Khôi", u"Linh", u"Nguyệt", u"Phước", u"Thảo"},
             {u"Nguyễn", u"Trần", u"Phạm", u"Đặng", u"Võ", u"Bùi", u"Lê", u"Đỗ"},
             {},
             {}},
    Language{{u"陽菜", u"健太", u"美咲", u"大輔", u"さくら", u"翔太", u"結衣", u"直樹"},
             {u"佐藤", u"鈴木", u"高橋", u"田中", u"渡辺", u"伊藤", u"山本", u"中村"},
             {u"haruna", u"kenta", u"misaki", u"daisuke", u"sakura", u"shota", u"yui", u"naoki"},
             {u"sato", u"suzuki", u"takahashi", u"tanaka", u"watanabe", u"ito", u"yamamoto",
              u"nakamura"}},
    Language{{u"伟", u"芳", u"静", u"磊", u"丽", u"强", u"敏", u"洋"},
             {u"王", u"李", u"张", u"刘", u"陈", u"杨", u"赵", u"黄"},
             {u"wei", u"fang", u"jing", u"lei", u"li", u"qiang", u"min", u"yang"},
             {u"wang", u"li", u"zhang", u"liu", u"chen", u"yang", u"zhao", u"huang"}},
    Language{{u"Ελένη", u"Γιώργος", u"Μαρία", u"Νίκος", u"Σοφία", u"Κώστας", u"Άννα", u"Δημήτρης"},
             {u"Παπαδόπουλος", u"Νικολάου", u"Γεωργίου", u"Οικονόμου", u"Βασιλείου", u"Δημητρίου",
              u"Λάμπρου", u"Αντωνίου"},
             {u"eleni", u"giorgos", u"maria", u"nikos", u"sofia", u"kostas", u"anna", u"dimitris"},
             {u"papadopoulos", u"nikolaou", u"georgiou", u"oikonomou", u"vasileiou", u"dimitriou",
              u"lamprou", u"antoniou"}},
    Language{{u"Олена", u"Тарас", u"Ірина", u"Богдан", u"Соломія", u"Юрій", u"Ганна", u"Євген"},
             {u"Шевченко", u"Коваленко", u"Бондаренко", u"Ткачук", u"Мельник", u"Кравчук",
              u"Лисенко", u"Гончар"},
             {u"olena", u"taras", u"iryna", u"bohdan", u"solomiia", u"yurii", u"hanna", u"yevhen"},
             {u"shevchenko", u"kovalenko", u"bondarenko", u"tkachuk", u"melnyk", u"kravchuk",
              u"lysenko", u"honchar"}},
    Language{
        {u"ليلى", u"عمر", u"فاطمة", u"يوسف", u"مريم", u"خالد", u"نور", u"حسن"},
        {u"الحداد", u"النجار", u"منصور", u"العلي", u"صالح", u"الخطيب", u"ناصر", u"عثمان"},
        {u"layla", u"omar", u"fatima", u"yusuf", u"maryam", u"khalid", u"nour", u"hasan"},
        {u"haddad", u"najjar", u"mansour", u"alali", u"saleh", u"khatib", u"nasser", u"othman"}},
    Language{{u"आरव", u"दीया", u"ईशान", u"काव्या", u"मीरा", u"रोहन", u"सान्वी", u"विवेक"},
             {u"शर्मा", u"वर्मा", u"गुप्ता", u"पटेल", u"सिंह", u"जोशी", u"मेहता", u"राव"},
             {u"aarav", u"diya", u"ishaan", u"kavya", u"meera", u"rohan", u"saanvi", u"vivek"},
             {u"sharma", u"verma", u"gupta", u"patel", u"singh", u"joshi", u"mehta", u"rao"}},
    Language{{u"Adébáyọ̀", u"Bísí", u"Fẹ́mi", u"Ìyábọ̀", u"Kẹ́hìndé", u"Ọlá", u"Ṣadé", u"Táíwò"},
             {u"Adéyẹmí", u"Balógun", u"Ọbáfẹ́mi", u"Ọláìyá", u"Ògúnbíyi", u"Adébísí", u"Fálànà",
              u"Ṣóyínká"},
             {u"adebayo", u"bisi", u"femi", u"iyabo", u"kehinde", u"ola", u"sade", u"taiwo"},
             {u"adeyemi", u"balogun", u"obafemi", u"olaiya", u"ogunbiyi", u"adebisi", u"falana",
              u"soyinka"}},
};

constexpr qint64 day = 24 * 60 * 60;
constexpr int oldestDays = 3 * 365;

/// What stays of a name on a keyboard without its accents.
QString plainOf(QStringView name)
{
    static const QHash<QChar, QString> letters{{u'ß', u"ss"_s}, {u'ø', u"o"_s}, {u'ł', u"l"_s},
                                               {u'đ', u"d"_s},  {u'ð', u"d"_s}, {u'þ', u"th"_s},
                                               {u'ı', u"i"_s}};
    QString plain;
    const QString lower = name.toString().toLower();
    for (const QChar letter : lower) {
        const QString spelled = letters.value(letter);
        const QString parts =
            spelled.isEmpty() ? QString(letter).normalized(QString::NormalizationForm_KD) : spelled;
        for (const QChar part : parts) {
            if (part >= u'a' && part <= u'z')
                plain += part;
        }
    }
    return plain;
}

class Maker final
{
public:
    explicit Maker(const QDateTime &now)
        : m_random(seed)
        , m_now(now)
    {
    }

    [[nodiscard]] QJsonObject next()
    {
        QJsonObject person = named();
        const int state = below(100);
        const QDateTime created = m_now.addSecs(-day - below(oldestDays) * day - below(int(day)));
        person.insert(u"role"_s, role());
        person.insert(u"created_at"_s, text(created));
        person.insert(u"status"_s, state < 6 ? u"disabled"_s : u"active"_s);
        // What nobody has signed in with must be changed: an invitation.
        const bool isInvited = state >= 6 && state < 14;
        person.insert(u"must_change_password"_s, isInvited);
        if (isInvited || (state >= 14 && state < 19))
            return person;
        person.insert(u"last_login_at"_s, text(lastSignIn(created)));
        if (state >= 19 && state < 23)
            person.insert(u"valid_until"_s, text(m_now.addSecs((1 + below(300)) * day)));
        else if (state == 23)
            person.insert(u"valid_until"_s, text(m_now.addSecs(-(1 + below(20)) * day)));
        return person;
    }

private:
    [[nodiscard]] int below(int limit) { return m_random.bounded(limit); }

    [[nodiscard]] QJsonObject named()
    {
        const Language &language = languages[std::size_t(below(int(languages.size())))];
        const auto first = std::size_t(below(int(namesEach)));
        const auto last = std::size_t(below(int(namesEach)));
        const auto spelled = [](const Names &plain, const Names &own, std::size_t place) {
            return plain[place].isEmpty() ? plainOf(own[place]) : plain[place].toString();
        };
        const QString wanted = spelled(language.plainFirst, language.first, first) + u'.'
                               + spelled(language.plainLast, language.last, last);
        QString username = wanted;
        for (int number = 2; m_taken.contains(username); ++number)
            username = wanted + QString::number(number);
        m_taken.insert(username);
        QJsonObject person{{u"username"_s, username},
                           {u"first_name"_s, language.first[first].toString()},
                           {u"last_name"_s, language.last[last].toString()}};
        // Not everybody has one.
        if (below(20) > 0)
            person.insert(u"email"_s, username + u"@sample.example"_s);
        return person;
    }

    [[nodiscard]] QString role()
    {
        const int place = below(100);
        if (place < 1)
            return u"admin"_s;
        if (place < 3)
            return u"auditor"_s;
        return place < 8 ? u"help_desk"_s : u"user"_s;
    }

    /// Most people were there in the last days, some not for years.
    [[nodiscard]] QDateTime lastSignIn(const QDateTime &created)
    {
        const double share = std::pow(m_random.generateDouble(), 4);
        const auto ago = qint64(share * double(created.secsTo(m_now)));
        return m_now.addSecs(-std::max<qint64>(60, ago));
    }

    [[nodiscard]] static QString text(const QDateTime &time)
    {
        return time.toUTC().toString(Qt::ISODate);
    }

    QRandomGenerator m_random;
    QDateTime m_now;
    QSet<QString> m_taken;
};

} // namespace

QJsonArray samplePeople(int count, const QDateTime &now)
{
    Maker maker(now);
    QJsonArray people;
    for (int i = 0; i < count; ++i)
        people.append(maker.next());
    return people;
}

} // namespace authdesk::ui::wizards
