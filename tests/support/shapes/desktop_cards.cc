// Cards of Evolution, KAddressBook, Thunderbird, Nextcloud and DAVx5.
#include "tests/support/shapes/shapes.h"

namespace goodturn::tests {
namespace {

Dialect evolution() {
  return {"Evolution",
          R"(BEGIN:VCARD
VERSION:3.0
FN:{given} {family}
N:{family};{given};;;
X-EVOLUTION-FILE-AS:{family}\, {given})",
          R"(UID:{uid}
REV:2026-0{d}-01T10\:00\:00Z
END:VCARD)",
          {R"(EMAIL;X-EVOLUTION-UI-SLOT=1;TYPE=WORK:{n}@example.org
EMAIL;X-EVOLUTION-UI-SLOT=2;TYPE=OTHER:other{n}@example.org)",
           R"(TEL;X-EVOLUTION-UI-SLOT=1;TYPE="WORK,VOICE":+46 8 5550{d}
TEL;X-EVOLUTION-E164=5550{d},+46;TYPE=CELL:+46 70 5550{d})",
           R"(X-EVOLUTION-SPOUSE:Pat Example
X-EVOLUTION-MANAGER:Bob Boss
X-EVOLUTION-ASSISTANT:Agnes Aide
X-EVOLUTION-ANNIVERSARY:2001-0{d}-08)",
           R"(X-AIM;X-EVOLUTION-UI-SLOT=1;TYPE=HOME:aim{n}
X-MATRIX;TYPE=HOME:@p{n}:example.org
X-SIP:sip:{n}@example.org)",
           R"(X-EVOLUTION-LIST:FALSE
X-EVOLUTION-VIDEO-URL:https://video.example.org/{n}
X-EVOLUTION-BLOG-URL:https://blog.example.org/?p={n}
CALURI:https://cal.example.org/{n}.ics
FBURL:)",
           R"(NOTE:He said \"yes\"\, then \"no\".\n--\n{d}
X-MOZILLA-HTML:FALSE
ROLE:)",
           R"(LABEL;TYPE=HOME:Example Street {d}\nStockholm
ADR;TYPE=HOME:;;Example Street {d};Stockholm;;111 {d}0;Sverige)",
           R"(PHOTO;VALUE=uri:file:///usr/share/example/{n}.png
LOGO;ENCODING=b;TYPE="image/png":{photo})",
           R"(PHOTO;TYPE="X-EVOLUTION-UNKNOWN";ENCODING=b:{photo})",
           R"(CATEGORIES:Birthday,Business,Åland
X-EVOLUTION-WEBDAV-ETAG:"66f{d}"
X-EVOLUTION-BOOK-URI:local:book)",
           R"(BDAY:1970-01-0{d}
GEO:59.3;18.0{d}
TZ:Europe/Stockholm
ORG:Exempel AB;Avd {d};Rum)",
           R"(X-EVOLUTION-X509-CERT;ENCODING=b:{photo}
KEY;TYPE=PGP;ENCODING=b:QUJD)"},
          Folding::octets,
          "\r\n",
          Charset::utf8};
}

Dialect kaddressbook() {
  return {"KAddressBook",
          R"(BEGIN:VCARD
VERSION:4.0
N:{family};{given};;;
FN:{given} {family})",
          R"(PRODID:-//KADDRESSBOOK//NONSGML Version 5.20//EN
REV:2026-0{d}-01T10:00:00
UID:{uid}
END:VCARD)",
          {R"(EMAIL;PREF=1;TYPE="home,work":{n}@example.org
EMAIL;TYPE=home:h{n}@example.org)",
           R"(TEL;TYPE="cell,text":+47 555 0{d}
TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+47-555-0{d};ext=102)",
           R"(X-KADDRESSBOOK-X-Anniversary:200506{d}7
X-KADDRESSBOOK-X-ManagersName:Bob Boss
X-KADDRESSBOOK-X-SpouseName:Pat Example
X-KADDRESSBOOK-CRYPTOPROTOPREF:openpgp/mime,inline openpgp)",
           R"(IMPP;X-SERVICE-TYPE=jabber:xmpp:p{n}@example.org
X-messaging/matrix-All:@p{n}:example.org
X-KADDRESSBOOK-BlogFeed:https://blog.example.org/feed)",
           R"(BDAY:--0{d}12
ANNIVERSARY:20100{d}08
GENDER:F;it's complicated)",
           R"(ADR;TYPE=home;LABEL="Example vei {d}\nOslo":;;Example vei {d};Oslo;;0150;Norge
GEO:geo:59.9,10.{d}
TZ:+01:00)",
           R"(PHOTO:data:image/jpeg;base64,{photo})",
           R"(LOGO;VALUE=uri:https://example.org/logo{d}.svg
SOUND:data:audio/ogg;base64,{photo}
KEY;MEDIATYPE=application/pgp-keys:https://keys.example.org/{n})",
           R"(CATEGORIES:Crew,Family\, close
NICKNAME:Nick
ORG;SORT-AS="Eksempel":Eksempel AS;Dekk
TITLE:Styrmann
ROLE:Vakt)",
           R"(NOTE:Tabs	and "quotes"\, ^carets^ and \\ backslashes\nnext
URL;TYPE=work:https://example.org/a?b=c;d)",
           R"(RELATED;TYPE=friend:urn:uuid:kaddressbook-1
RELATED;TYPE=co-worker;VALUE=text:Åse Prøve
LANG;PREF=1:nb
LANG;PREF=2:en)",
           R"(X-SHOWAS:{given}
X-KDE-PHOTO-ROTATION;ANGLE="9,0":{d}
MAILER:)"},
          Folding::octets,
          "\r\n",
          Charset::utf8};
}

Dialect thunderbird() {
  return {"Thunderbird",
          R"(BEGIN:VCARD
VERSION:4.0
N:{family};{given};;;
FN:{given} {family})",
          R"(UID:{uid}
END:VCARD)",
          {R"(EMAIL;PREF=1:{n}@example.org
EMAIL;TYPE=work:w{n}@example.org)",
           R"(TEL;TYPE=cell;VALUE=TEXT:+43 660 555{d}
TEL;VALUE=URI;TYPE=fax:tel:+43-1-555{d})",
           R"(X-CUSTOM1;VALUE=TEXT:seat {d}
X-CUSTOM2;VALUE=TEXT:a\, b
X-CUSTOM3;VALUE=TEXT:
X-CUSTOM4;VALUE=TEXT:ä)",
           R"(NOTE:first
NOTE:second\nwith a line
NICKNAME:Nick)",
           R"(BDAY;VALUE=DATE:1990-0{d}-05
ANNIVERSARY;VALUE=DATE:--0{d}-05
TZ;VALUE=TEXT:Europe/Vienna)",
           R"(ADR;TYPE=home:;;Beispielgasse {d}\nTür 4;Wien;;1010;Österreich
ADR:;;;;;;)",
           R"(ORG:Beispiel GmbH;Abteilung {d}
TITLE:Leitung
ROLE:Einkauf)",
           R"(PHOTO;VALUE=URI:data:image/jpeg;base64\,{photo})",
           R"(IMPP;VALUE=URI:xmpp:p{n}@example.org
IMPP;VALUE=URI:skype:p{n}
URL;TYPE=work;VALUE=URL:https://example.org/{n})",
           R"(X-MOZILLA-PROPERTY;N:one
X-PREFERDISPLAYNAME:1
X-POPULARITYINDEX:{d}
X-PREFERMAILFORMAT:html)",
           R"(SPECIAL-DATE;VALUE=DATE;LABEL="first, met":2011-0{d}-04
KEY:data:application/pgp-keys;base64,{photo}
CATEGORIES:Crew)",
           R"(N;LANGUAGE=ja:{family};{given};;;
X-PHONETIC-FIRST-NAME:フォネ
FN;ALTID=1;LANGUAGE=ja:別名)"},
          Folding::octets,
          "\r\n",
          Charset::utf8};
}

Dialect nextcloud() {
  return {"Nextcloud Contacts",
          R"(BEGIN:VCARD
VERSION:4.0
PRODID:-//Nextcloud Contacts v6.0.{d}
UID:{uid}
FN:{given} {family}
N:{family};{given};;;)",
          R"(REV;VALUE=DATE-AND-OR-TIME:20260{d}01T101010Z
END:VCARD)",
          {R"(EMAIL;TYPE=HOME:{n}@example.org
EMAIL;TYPE="HOME,INTERNET";PREF=1:i{n}@example.org)",
           R"(TEL;TYPE="HOME,VOICE":+33 1 5550{d}
TEL;TYPE=CELL:0{d}55)",
           R"(X-SOCIALPROFILE;TYPE=MASTODON:https://social.example.org/@p{n}
X-SOCIALPROFILE;TYPE=facebook:p{n}
CLOUD:p{n}@cloud.example.org)",
           R"(CATEGORIES:friends,mentor
CATEGORIES:second line,again)",
           R"(RELATED;TYPE=COWORKER:urn:uuid:nextcloud-2
RELATED;TYPE=CONTACT;VALUE=text:Bob Boss
X-MANAGERSNAME;UID=nextcloud-2:Bob Boss
RELATIONSHIP:COLLEAGUE)",
           R"(BDAY;VALUE=DATE:1988-0{d}-01
BDAY;VALUE=TEXT:spring
DEATHDATE:20200{d}01
ANNIVERSARY;X-APPLE-OMIT-YEAR=1604:1604010{d})",
           R"(PHOTO;ENCODING=b;TYPE=image/png:{photo})", R"(PHOTO:data:image/webp;base64\,{photo})",
           R"(item1.ADR;TYPE=HOME:;;Rue {d};Lyon;;69001;France
item1.X-ABLABEL:Maison
item2.URL:https://example.org/{n}
item2.X-ABLABEL:Blog)",
           R"(GENDER:X
LANG:fr
TZ:Europe/Paris
GEO:geo:45.7,4.{d})",
           R"(NOTE:Ligne une\nLigne deux – « guillemets »
TITLE:Capitaine
ORG:Exemple SARL)",
           R"(X-NC-SHARE;X-A=1;X-B="a:b;c":{d}
X-SPOUSE:Pat
IMPP;TYPE=MATRIX:@p{n}:example.org)"},
          Folding::octets,
          "\r\n",
          Charset::utf8};
}

Dialect davx5() {
  return {"DAVx5",
          R"(BEGIN:VCARD
VERSION:4.0
PRODID:+//IDN bitfire.at//DAVx5/4.4 ez-vcard/0.12.1
UID:{uid}
FN:{given} {family}
N:{family};{given};;;)",
          R"(REV:20260{d}01T101010Z
END:VCARD)",
          {R"(EMAIL;TYPE=home:{n}@example.org
EMAIL;TYPE=x-rowing-club;PREF=1:r{n}@example.org)",
           R"(TEL;TYPE=cell,work:+39 320 555{d}
davdroid1.TEL:+39 06 555{d}
davdroid1.X-ABLABEL:Barca)",
           R"(X-PHONETIC-FIRST-NAME:foh
X-PHONETIC-LAST-NAME:nee
NICKNAME;TYPE=short-name:Nick
X-SIP:sip{n}@example.org)",
           R"(davdroid1.ADR:;;Via Esempio {d}\, int. 4;Roma;;00100;Italia
davdroid1.X-ABLABEL:Casa al mare)",
           R"(ADR;LABEL="Via Esempio {d}^nRoma ^'Centro^'":;;Via Esempio {d};Roma;;00100;Italia)",
           R"(IMPP:sip:p{n}@example.org
davdroid2.IMPP:signal:p{n}
davdroid2.X-ABLABEL:Signal)",
           R"(BDAY:--0{d}03
ANNIVERSARY:20090{d}03
davdroid3.X-ABDATE:20120{d}01
davdroid3.X-ABLABEL:Primo incontro)",
           R"(PHOTO:data:image/jpeg;base64,{photo})",
           R"(RELATED;TYPE=friend,co-worker;VALUE=text:Åse Prøve
RELATED;TYPE=spouse:urn:uuid:davx-1
RELATED;TYPE=assistant;VALUE=text:Agnes)",
           R"(KIND:group
MEMBER:urn:uuid:davx-1
MEMBER:urn:uuid:davx-2)",
           R"(CATEGORIES:Coworkers,Barca\, vela
ORG:Esempio S.r.l.;Ponte
TITLE:Nostromo
ROLE:Vedetta)",
           R"(NOTE:Riga uno\nRiga due\nemoji 🧭⛵️ e combinati é
X-DAVX5-UNKNOWN;X-P=^n:{d}
URL:https://example.org/{n})"},
          Folding::octets,
          "\r\n",
          Charset::utf8};
}

}  // namespace

std::vector<Dialect> desktop_card_dialects() {
  return {evolution(), kaddressbook(), thunderbird(), nextcloud(), davx5()};
}

}  // namespace goodturn::tests
