// vCard 2.1 as Outlook, Android, Nokia and BlackBerry write it.
#include "tests/support/shapes/shapes.h"

namespace goodturn::tests {
namespace {

Dialect outlook() {
  return {
      "Outlook 2.1",
      R"(BEGIN:VCARD
VERSION:2.1
N;LANGUAGE=de;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:{family};{given}
FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:{given} {family})",
      R"(REV:20260{d}01T101010Z
UID:{uid}
END:VCARD)",
      {R"(EMAIL;PREF;INTERNET:{n}@example.org
EMAIL;TLX:555{d})",
       R"(TEL;WORK;VOICE:+49 30 5550{d}
TEL;HOME;FAX:+49 30 5551{d}
TEL;PREF:+49 30 5552{d})",
       R"(ADR;WORK;PREF;ENCODING=QUOTED-PRINTABLE:;;Example Street {d}=0D=0A=
2nd floor;Berlin;;10115;Germany
LABEL;WORK;PREF;ENCODING=QUOTED-PRINTABLE:Example Street {d}=0D=0A=
2nd floor=0D=0A=
10115 Berlin)",
       R"(NOTE;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:F=FCr {d} Tage=0D=0A=
=0D=0A=
Ende=20)",
       R"(PHOTO;TYPE=JPEG;ENCODING=BASE64:{photo})",
       R"(X-MS-OL-DEFAULT-POSTAL-ADDRESS:2
X-WAB-GENDER:2
X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:{photo})",
       R"(ORG;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Beispiel =26 S=F6hne;Deck
TITLE:Mate
ROLE:Watch)",
       R"(BDAY:197{d}0103
X-MS-ANNIVERSARY;VALUE=DATE:20100{d}12
X-MS-SPOUSE:Pat)",
       R"(URL;WORK:http://www.example.org/{n}
KEY;X509;ENCODING=BASE64:{photo})",
       R"(CATEGORIES:Crew,Shore
X-MS-IMADDRESS:im{n}@example.org
MAILER:Microsoft Outlook)",
       R"(X-MS-OL-DESIGN;CHARSET=utf-8:<card ver="1.0" layout="left"><fld name="name" size="1{d}"/></card>)",
       R"(NICKNAME;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:B=E4rchen
X-MS-MANAGER:Bob Boss
FBURL:https://example.org/{n}.vfb)"},
      Folding::soft,
      "\r\n",
      Charset::quoted_windows};
}

Dialect android() {
  return {
      "Android",
      R"(BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{family};{given};;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{given} {family})",
      R"(UID:{uid}
END:VCARD)",
      {R"(TEL;CELL;PREF:0170555{d}
TEL;X-Boat:555{d}
TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=42=C3=BC=72=6F):55{d})",
       R"(EMAIL;HOME:{n}@example.org
EMAIL;X-INTERNET:i{n}@example.org)",
       R"(X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Nick;1;;;;;;;;;;;;;
X-ANDROID-CUSTOM;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:vnd.android.cursor.item/relation;=C3=85=73=65;1;;;;;;;;;;;;;)",
       R"(PHOTO;ENCODING=BASE64;JPEG:{photo})",
       R"(ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=42=C3=B6=72=73=65 {d};=42=65=72=6C=69=6E;;;)",
       R"(NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4E=6F=74=69=7A=0A=7A=77=
=65=69)",
       R"(ORG:Example
TITLE:Mate
BDAY:1990-0{d}-01)",
       R"(X-QQ:123{d}
X-SKYPE-USERNAME:p{n}
X-GOOGLE-TALK:g{n}@example.org
X-TIMES_CONTACTED:{d})",
       R"(X-PHONETIC-FIRST-NAME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E3=83=95
URL:https://example.org/{n}
SOUND;X-IRMC-N:;;;;)",
       R"(X-GROUP-MEMBERSHIP:My Contacts
X-ACCOUNT;COM.EXAMPLE:p{n}
CATEGORIES:Crew)",
       R"(X-SAMSUNG-RINGTONE:content://media/{d}
X-CLASS:normal
TEL;VOICE:)",
       R"(X-AIM:aim{n}
NICKNAME:Nick{d}
X-ANNIVERSARY:2010-0{d}-03)"},
      Folding::soft,
      "\r\n",
      Charset::quoted_utf8};
}

Dialect nokia() {
  return {"Nokia",
          R"(BEGIN:VCARD
VERSION:2.1
N:{family};{given}
FN:{given} {family})",
          R"(UID:{uid}
END:VCARD)",
          {R"(TEL;PREF;CELL;VOICE:+358 40 555{d}
TEL;VIDEO:555{d})",
           R"(EMAIL;INTERNET:{n}@example.org)",
           R"(X-ASSISTANT:Agnes
X-ASSISTANT-TEL:555{d}
X-SPOUSE:Pat
X-CHILDREN:Kim,Lee)",
           R"(AGENT:
BEGIN:VCARD
VERSION:2.1
FN:Agnes Agent {d}
END:VCARD)",
           R"(PHOTO;ENCODING=BASE64;TYPE=JPEG:{photo})",
           R"(X-NICKNAME:Nick
X-SIP;VOIP:sip:p{n}@example.org
X-SIP;POC:poc{n}@example.org
X-WV-ID:wv{n})",
           R"(BDAY:19{d}00101
X-ANNIVERSARY:20{d}00101)",
           R"(ADR;WORK:;;Esimerkkikatu {d};Helsinki;;00100;Suomi)",
           R"(NOTE;ENCODING=QUOTED-PRINTABLE:Line=0D=0ATwo=3D{d})",
           R"(TITLE:Mate
ORG:Esimerkki Oy;Kansi)",
           R"(URL;HOME:http://example.org/{n}
X-CLASS:private
SOUND;X-IRMC-N:Es;;;;)",
           R"(X-EPOCCNTMODELFIELDLABEL;X-LABEL{d}:x
CATEGORIES:Crew
REV:20260{d}01T101010Z)"},
          Folding::never,
          "\r\n",
          Charset::utf8};
}

Dialect blackberry() {
  return {"BlackBerry",
          R"(BEGIN:VCARD
VERSION:3.0
N:{family};{given};;;
FN:{given} {family})",
          R"(UID:{uid}
END:VCARD)",
          {R"(TEL;TYPE=CELL:555{d}
TEL;TYPE=PAGER:556{d}
X-PIN:2100000{d})",
           R"(EMAIL;TYPE=INTERNET:{n}@example.org
X-BBM:{n})",
           R"(NOTE:Café – naïve {d}
TITLE:Matelot)",
           R"(PHOTO;TYPE=JPEG;ENCODING=b:{photo})",
           R"(ORG:Société Exemple;Pont
ADR;TYPE=WORK:;;Rue {d};Genève;;1200;Suisse)",
           R"(X-USER1:eins
X-USER2:zwei
X-USER3:
X-USER4:vier {d})",
           R"(BDAY:1980-0{d}-01
X-ANNIVERSARY:2000-0{d}-01)",
           R"(CATEGORIES:Business,Personal
URL:http://example.org/{n})"},
          Folding::anywhere,
          "\n",
          Charset::latin1};
}

}  // namespace

std::vector<Dialect> phone_card_dialects() { return {outlook(), android(), nokia(), blackberry()}; }

}  // namespace goodturn::tests
