// Cards of Apple's Contacts and iCloud, Google Contacts, Outlook.com, Exchange and Fastmail.
#include "tests/support/shapes/shapes.h"

namespace goodturn::tests {
namespace {

Dialect apple() {
  return {
      "Apple Contacts",
      R"(BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.5//EN
N:{family};{given};;;
FN:{given} {family})",
      R"(REV:2026-03-0{d}T10:11:12Z
UID:{uid}
X-ABUID:{uid}:ABPerson
END:VCARD)",
      {R"(item1.EMAIL;type=INTERNET;type=pref:{n}@example.org
item1.X-ABLabel:_$!<Other>!$_
EMAIL;type=INTERNET;type=HOME:home{n}@example.org
EMAIL;type=INTERNET;type=WORK:work{n}@example.org)",
       R"(TEL;type=CELL;type=VOICE;type=pref:+49 170 5550{d}00
TEL;type=IPHONE;type=CELL;type=VOICE:+49 170 5550{d}01
item1.TEL:+49 30 5550{d}02
item1.X-ABLabel:Boat phone)",
       R"(item1.ADR;type=HOME;type=pref:;;Quay {d}\nSecond floor;Berlin;;10115;Germany
item1.X-ABADR:de
item2.ADR;type=WORK:;;Rue de l'Exemple {d};Paris;Île-de-France;75001;France
item2.X-ABADR:fr)",
       R"(BDAY;X-APPLE-OMIT-YEAR=1604;value=date:1604-0{d}-12
item1.X-ABDATE;type=pref:2010-06-1{d}
item1.X-ABLabel:_$!<Anniversary>!$_)",
       R"(BDAY;value=date:1979-0{d}-03
ALTBDAY;CALSCALE=chinese:19790{d}03
item1.X-ABDATE:2001-0{d}-08
item1.X-ABLabel:First met)",
       R"(item1.X-ABRELATEDNAMES;type=pref:Bob Boss
item1.X-ABLabel:_$!<Manager>!$_
item2.X-ABRELATEDNAMES:Åse Prøve
item2.X-ABLabel:_$!<Spouse>!$_)",
       R"(IMPP;X-SERVICE-TYPE=Skype;type=HOME;type=pref:skype:person{n}
IMPP;X-SERVICE-TYPE=Jabber;type=WORK:xmpp:person{n}@example.org
X-JABBER;type=WORK:person{n}@example.org
X-SOCIALPROFILE;type=twitter;x-user=person{n}:http://social.example.org/person{n}
X-SOCIALPROFILE;type=mastodon;x-userid=77;x-displayname="P, {n}":x-apple:person{n})",
       R"(PHOTO;ENCODING=b;TYPE=JPEG:{photo})",
       R"(PHOTO;X-ABCROP-RECTANGLE=ABClipRect_1&-9&20&283&283&WGHe9zKmBvRvhyIyYvN/1g==;VALUE=uri:https://gateway.example.org/ck/{n}/photo
X-IMAGEHASH:WGHe9zKmBvRvhyIyYvN/1g==
X-IMAGETYPE:PHOTO
X-SHARED-PHOTO-DISPLAY-PREF:Nobody)",
       R"(NOTE:First line\nSecond\, with a comma\; a semicolon and a backslash \\\nThird: {given} 🌊 日本語
X-MAIDENNAME:Former
X-PHONETIC-FIRST-NAME:fo-ne-tic
X-PHONETIC-LAST-NAME:fah-mi-ly
NICKNAME:Nick{d})",
       R"(ORG:Example Shipping Ltd.;Deck\, aft;
TITLE:Boatswain
X-ABShowAs:COMPANY
X-PHONETIC-ORG:eg-zam-pul
item1.URL;type=pref:https\://example.org/~{n}
item1.X-ABLabel:_$!<HomePage>!$_)",
       R"(X-ADDRESSBOOKSERVER-KIND:group
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:apple-contacts-1
X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:apple-contacts-2
X-ACTIVITY-ALERT:type=call\,snd=system:Ripples\,vib=system:default
CATEGORIES:card,Crew)"},
      Folding::base64,
      "\r\n",
      Charset::utf8};
}

Dialect google() {
  return {
      "Google Contacts",
      R"(BEGIN:VCARD
VERSION:3.0
FN:{given} {family}
N:{family};{given};;;)",
      R"(UID:{uid}
REV:2026-0{d}-01T08:00:00.12{d}456789Z
END:VCARD)",
      {R"(EMAIL;TYPE=INTERNET;TYPE=HOME:{n}@example.org
EMAIL;TYPE=INTERNET;TYPE=PREF:pref{n}@example.org
item1.EMAIL;TYPE=INTERNET:club{n}@example.org
item1.X-ABLabel:Rowing club)",
       R"(TEL;TYPE=CELL:+1 555-010{d}
TEL;TYPE=MAIN:(555) 010-{d}
item1.TEL:+15550{d}7
item1.X-ABLabel:grandCentral)",
       R"(item1.ORG:Example Ltd;Research
item1.X-ABLabel:
item1.TITLE:Head of {d} things)",
       R"(BDAY:--040{d}
item1.X-ABDATE:20100612
item1.X-ABLabel:_$!<Anniversary>!$_)",
       R"(BDAY;VALUE=text:circa 19{d}0
X-PHONETIC-FIRST-NAME:phone
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Nick;1;;;;;;;;;;;;;)",
       R"(ADR;TYPE=HOME:;;1 Harbor Way\nApt {d};Springfield;OR;97400;US;1 Harbor Way\nApt {d}\nSpringfield\, OR 97400\nUS
item1.ADR:P.O. Box {d};;;Utopia;;;
item1.X-ABLabel:Holiday home)",
       R"(PHOTO:https://photos.example.org/u/0/contacts/{n}/s96-p-k-rw-no
item1.URL:https\://www.example.org/profiles/{n}
item1.X-ABLabel:PROFILE)",
       R"(PHOTO;ENCODING=b;TYPE=image/jpeg:{photo})",
       R"(X-ABRELATEDNAMES;TYPE=SPOUSE:Pat Example
item1.X-ABRELATEDNAMES:Lee Example
item1.X-ABLabel:Referred by
IMPP;X-SERVICE-TYPE=GoogleTalk:xmpp:chat{n}%40example.org)",
       R"(CATEGORIES:myContacts,starred,Rowing\, eights
NOTE:Imported on 1/{d}\n\nCustom: value
X-FILE-AS:{family}\, {given})",
       R"(NICKNAME:{given}chen
X-GENDER:Unspecified
X-CUSTOM-FIELD;LABEL="T-shirt, size":L
item1.X-ABLabel:orphaned label)",
       R"(NOTE:A long note whose every sentence mentions Überfähre and 渡し船 so that a fold may fall into the middle of a character, once\, twice\, and {d} times.)"},
      Folding::anywhere,
      "\r\n",
      Charset::utf8};
}

Dialect exchange() {
  return {
      "Exchange",
      R"(BEGIN:VCARD
PROFILE:VCARD
VERSION:3.0
MAILER:Microsoft Exchange
PRODID:Microsoft Exchange
FN:{given} {family}
N:{family};{given})",
      R"(UID:{uid}
REV;VALUE=DATE-TIME:2026-0{d}-02T11:12:13,45Z
END:VCARD)",
      {R"(EMAIL;TYPE=INTERNET:{n}@example.org
EMAIL;TYPE=PREF,INTERNET,X-EX:/o=Example/ou=Exchange Administrative Group/cn=Recipients/cn=p{n})",
       R"(TEL;TYPE=WORK:+44 20 5550 {d}00
TEL;TYPE=WORK;TYPE=FAX:+44 20 5550 {d}01
TEL;TYPE=ASSISTANT:+44 20 5550 {d}02
X-MS-TEL;TYPE=RADIO;TYPE=VOICE:{d}-555)",
       R"(ORG:Example Ltd;Sales;North
TITLE:Director\, Sales
ROLE:Chair
X-MS-MANAGER:Bob Boss
X-MS-ASSISTANT:Agnes Aide)",
       R"(ADR;TYPE=WORK:;;1 Example Road;London;;N1 {d}AA;United Kingdom
LABEL;TYPE=WORK:1 Example Road\nLondon N1 {d}AA\nUnited Kingdom)",
       R"(BDAY:1979-1{d}-03T00:00:00Z
X-MS-ANNIVERSARY;VALUE=DATE:201006{d}2
X-MS-IMADDRESS:im{n}@example.org)",
       R"(NOTE;LANGUAGE=en-GB:Met at the fair.\n
CATEGORIES:Red Category,Key contact
CLASS:PUBLIC
SOUND;TYPE=BASIC;ENCODING=b:{photo})",
       R"(PHOTO;TYPE=JPEG;ENCODING=b:{photo}
X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:QUJDREVGRw==)",
       R"(X-MICROSOFT-CUSTOM1:one
X-MICROSOFT-CUSTOM2:two\; still two
X-MICROSOFT-CUSTOM3:
X-EVOLUTION-FILE-AS:{family}\, {given})",
       R"(URL;TYPE=WORK:http://www.example.org/?a=1&b={d};c=2
URL;TYPE=HOME:http://home.example.org/{n}
GEO:52.5{d};13.4)",
       R"(X-MS-OL-DESIGN;CHARSET=utf-8:<card xmlns="http://schemas.example.org/office/outlook/12/electronicbusinesscards" ver="1.0" layout="left" bgcolor="ffffff"><fld name="name" align="left" dir="ltr" style="b" color="000000" size="10"/></card>)",
       R"(KEY;X509;ENCODING=b:{photo}
X-MS-SPOUSE;N:Spouse;{d};;;
X-MS-CHILD:Kim\, Lee)",
       R"(EMAIL;TYPE=INTERNET;CHARSET=UTF-8;X-P="q;u:o,te":odd{n}@example.org
NICKNAME:Nick,Other
FBURL:https://mail.example.org/freebusy/{n}.vfb)"},
      Folding::octets,
      "\r\n",
      Charset::utf8};
}

Dialect fastmail() {
  return {"Fastmail",
          R"(BEGIN:VCARD
VERSION:3.0
UID:{uid}
PRODID:-//CyrusIMAP.org//Cyrus 3.9.0-alpha0//EN
N:{family};{given};;;
FN:{given} {family})",
          R"(REV:20260{d}01T080000Z
END:VCARD)",
          {R"(EMAIL;TYPE=work:{n}@example.org
EMAIL;TYPE=personal;PREF=1:me{n}@example.org
x-addressbookserver-kind:individual)",
           R"(group-1.TEL;TYPE=x-mobile:+61 4 5550 {d}
group-1.X-ABLabel:Night
TEL;TYPE=pager:555{d})",
           R"(group-1.X-ONLINE;TYPE=other:person{n}
group-1.X-ABLabel:Chess site
IMPP;X-SERVICE-TYPE=Matrix:matrix:u/person{n}:example.org
URL;TYPE=work:https://example.org/{n})",
           R"(ORG:Example Pty;Ferries
TITLE:Mate
ROLE:Navigation)",
           R"(ADR;TYPE=home:;;{d} Wharf St;Hobart;TAS;7000;Australia
ADR;TYPE=billing:;Unit {d};;;;;
LABEL;TYPE=home:{d} Wharf St\nHobart)",
           R"(X-FM-ONLINE-OTHER;LABEL="Code host":person{n}
X-FM-OTHER-LABEL:one
X-UNKNOWN:)",
           R"(BDAY:1984-0{d}-29
ANNIVERSARY:2015-0{d}-01
X-ANNIVERSARY:2015-0{d}-01)",
           R"(PHOTO;ENCODING=b;TYPE=png:{photo})",
           R"(NOTE:Colon: semicolon\; comma\, and "quotes" – dash … dots
NICKNAME:"Nick"
CATEGORIES:VIP)",
           R"(X-MANAGER:Bob Boss
RELATED;TYPE=friend;VALUE=text:Åse Prøve
RELATED;TYPE=contact:urn:uuid:fastmail-1)",
           R"(TZ:+10:00
GEO:-42.{d};147.3
LANG:en-AU)",
           R"(KEY;TYPE=PGP;ENCODING=b:{photo}
SOURCE:https://carddav.example.org/{n}.vcf
MAILER:web {d})"},
          Folding::octets,
          "\r\n",
          Charset::utf8};
}

}  // namespace

std::vector<Dialect> online_card_dialects() { return {apple(), google(), exchange(), fastmail()}; }

}  // namespace goodturn::tests
