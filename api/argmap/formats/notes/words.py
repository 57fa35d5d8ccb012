"""The words of notes in English, German and French: tables, and the patterns made of them."""

import re

# --- What stands before a reference -----------------------------------------------------------------

_SEE = (
    r"but see|see also|see generally|see especially|see in particular|see for example|see for instance|see|"
    r"compare|cf\.?|confer|accord|contra|"
    r"vgl\.?(?: (?:auch|dazu|hierzu|etwa))?|siehe(?: auch| dazu| hierzu| etwa)?|s\. auch|"
    r"so(?: auch)? bei|anders(?: dagegen)?(?: bei)?|"
    r"dagegen|ähnlich(?: bei)?|dazu|hierzu|"
    r"voir(?: aussi| également| notamment| par exemple)?|v\.|contra|comparer"
)
_ADDED = (
    r"(?:,? ?(?:for example|for instance|e\.g\.,?|z\. ?B\.|par exemple|notamment|also|esp\.|"
    r"bes\.|in particular),?)?"
)
SIGNAL = re.compile(rf"\s*(?:(?:and|und|et|also|or) )?(?:{_SEE}){_ADDED}[,:]?(?:\s+|(?<=,))", re.IGNORECASE)
# "For a longer account, see …": a lead-in of a few words that ends in a signal.
LEAD_IN = re.compile(
    r"\s*(?:For|On|Zu|Zum|Zur|Für|Sur|Pour) [^.;:\"“«]{3,90}?,? (?=(?:see|siehe|vgl\.|voir)[ ,])",
    re.IGNORECASE,
)
SECOND_HAND = re.compile(
    r"(?:\b(?:both|all|as|also)\s+)?\b(?:(?:re)?quoted|qtd\.|cited|reported|"
    r"reprinted as quoted)\s+(?:in|by|from|after|according to)\s+"
    r"|\b(?:hier\s+)?(?:zit\.|zitiert)\s*(?:nach|bei|in)[: ]\s*"
    r"|\b(?:cité|citée|cités|citées)\s+(?:par|dans|d['’]après)\s+",
    re.IGNORECASE,
)
RELAYING = re.compile(r",\s+(?:citing|quoting|zitiert|citant)\s+", re.IGNORECASE)
JOINING = re.compile(r"^(?:and|und|et|sowie|ferner|also|or|puis)\s+", re.IGNORECASE)

# --- Short forms --------------------------------------------------------------------------------------

IBID = re.compile(
    r"(?:ibid(?:em)?\b\.?|ib\.|id\.(?=\s|,|$)|idem\b|ebd\.?(?![\w])|ebda\.|ebenda\b|eadem\b)", re.IGNORECASE
)
SAME_AUTHOR = re.compile(r"(?:ders\.|dies\.|derselbe\b|dieselbe\b|idem,|id\.,(?=\s[A-ZÀ-Þ]))", re.IGNORECASE)
_N = r"\d{1,3}"
_NOTE = r"(?:notes?|n\.|nn\.|fn\.|footnote|endnote|Anm\.|Anmerkung|Fn\.|Fußnote)"
BACK = re.compile(
    rf"(?:\bwie\s+)?(?:\bsupra,?|\babove,?|\bsiehe oben,?|\b(?:s\.\s?)?o(?:ben|\.),?|\binfra,?|"
    rf"\bci-dessus,?|\bwie|\bsee|\bas in|\bin|\bvoir)\s+{_NOTE}\s*{_N}(?:\s+(?:above|oben|"
    rf"ci-dessus))?"
    rf"|\b{_NOTE}\s*{_N}\s+(?:above|supra|oben|ci-dessus)",
    re.IGNORECASE,
)
BACK_IN_BRACKETS = re.compile(rf"[(\[]\s*(?:{BACK.pattern}|{_NOTE}\s*\d{{1,3}})\s*[)\]]", re.IGNORECASE)
OP_CIT = re.compile(
    r"\b(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|art\.\s?cit(?:é|\.)?|ouvr\.\s?cit(?:é|\.)?|"
    r"a\.\s?a\.\s?O\.?|aaO\.?|above cited)(?=\W|$)",
    re.IGNORECASE,
)
ALIAS = re.compile(
    r"[\[(]\s*(?:hereafter|hereinafter|henceforth|im Folgenden|fortan|künftig|nachfolgend|ci-après|désormais)"
    r"(?:\s+(?:cited as|referred to as|zitiert als|zit\. als|"
    r"cité))?[:,]?\s+[\"“‘'«\ue000]?\s*(?P<alias>[^\])\"”’'»\ue001]+?)\s*[\"”’'»\ue001]?\s*[\])]",
    re.IGNORECASE,
)

# --- Inside a full reference --------------------------------------------------------------------------

EDITORS_AFTER = re.compile(
    r"[(\[]?\s*(?:eds?\.?|editors?|\(?Hgg?\.\)?|Hrsg\.|Herausgeber(?:in)?|dir\.|éds?\.|coord\.)\s*[)\]]?",
    re.IGNORECASE,
)
EDITED_BY = re.compile(
    r"(?:ed\.(?: by)?|eds\.|edited by|hg\. v(?:on|\.)|hrsg\. v(?:on|\.)|herausgegeben von|"
    r"éd\.(?: par)?|sous la direction de)\s+",
    re.IGNORECASE,
)
TRANSLATED_BY = re.compile(
    r"(?:trans\.(?: by)?|transl\.(?: by)?|translated by|übers\. v(?:on|\.)|übersetzt von|"
    r"trad\.(?: par| de)?|traduit par)\s+",
    re.IGNORECASE,
)
IN = re.compile(r"(?:in|dans)\b:?\s+", re.IGNORECASE)
EDITION = re.compile(
    r"(?P<edition>(?:\d{1,2}(?:st|nd|rd|th|d|e|\.)?|second|third|fourth|revised|rev\.|new|"
    r"expanded))\s*(?:revised |rev\. )?(?:ed\.?|edn\.?|edition|Aufl\.|Auflage|éd\.|édition)",
    re.IGNORECASE,
)
VOLUME = re.compile(
    r"(?:vol(?:ume|\.)?|Bd\.|Band|Jg\.|Jahrgang|tome|t\.)\s*(?P<volume>\d{1,4}|[IVXLC]+)", re.IGNORECASE
)
ISSUE = re.compile(
    r"(?:numbers?|no\.?|nos\.|nr\.|issue|iss\.|H\.|Heft|n[°ºo]s?\.?|numéro)\s*(?P<issue>\d{1,4}(?:\s*[-–/]\s*\d{1,4})?)",
    re.IGNORECASE,
)
SERIES = re.compile(r"\b(?:series|reihe|collection|studies in|library of)\b", re.IGNORECASE)
LANGUAGE = re.compile(
    r"(?:translated from(?: the)?|aus dem|traduit d[eu]|in)\s+(?P<language>[A-ZÀ-Þ][a-zß-ÿ]+|"
    r"anglais|allemand)(?:\s+übersetzt)?(?:\s+by .*)?",
    re.IGNORECASE,
)
URL = re.compile(r"<?(https?://[^\s<>\"“”]+?)>?[.,;)]*(?=\s|$)")
DOI = re.compile(
    r"\b(?:doi:?\s*|https?://(?:dx\.)?doi\.org/)(10\.\d{4,9}/[^\s,;]+?)[.,;]*(?=\s|$)", re.IGNORECASE
)
SYMBOL = re.compile(
    r"(?:UN Doc\.\s*)?[A-Z]{1,5}(?:/[A-Z0-9][A-Z0-9.\-]*)+(?:\s*\(\d{4}\))?|(?:COM|"
    r"SEC)\s?\(\d{2,4}\)\s?\d+|C(?:mn?)?d\.? ?\d+"
    r"|(?:Drs\.|Drucksache|BT-Drs\.)\s*\d+/\d+|(?:Report|Paper|Document|Doc\.) No\. ?[\w./-]+"
)
ACCESSED = re.compile(
    r"\(?(?:accessed|last accessed|visited|last visited|retrieved|abgerufen|letzter Zugriff|consulté)\b.*",
    re.IGNORECASE,
)

# --- Kinds -------------------------------------------------------------------------------------------

PRESENTED = re.compile(
    r"(?:(?:unpublished\s+)?(?:paper|poster)\s+(?:presented|delivered|given|read)|presentation|presented|lecture|speech|talk|keynote|remarks|Vortrag|Referat|communication|conférence)"
    r"(?:\s+(?:delivered|given|présentée))?\s+(?:at|to|before|in|on|beim?|auf|au|aux|à|"
    r"lors d[eu])\s+(?:the\s+|der\s+|dem\s+|l['’]|la\s+|le\s+)?",
    re.IGNORECASE,
)
PRESS = re.compile(
    r"\b(?:press (?:release|statement|conference|briefing)|spokes(?:man|woman|person)|"
    r"communiqué|Pressemitteilung|Pressekonferenz|porte-parole)\b",
    re.IGNORECASE,
)
BROADCAST = re.compile(
    r"\b(?:(?i:broadcasts?|radio|television|podcast|Rundfunk|Fernsehen|Sendung|émission|télévision)|TV|BBC|CNN|NPR)\b"
)
DOCUMENT = re.compile(
    r"\b(?:Resolution|Charter|Treaty|Convention|Protocol|Act|Law|Statute|Constitution|Agreement|Directive|Regulation|Decree|Gesetz|Verordnung|Vertrag|Loi|Décret|Traité)\b"
)
REPORT = re.compile(
    r"\b(?:[Rr]eport|Working Paper|White Paper|Briefing Paper|Bericht|Gutachten|[Rr]apport)\b"
)
MAGAZINE = re.compile(
    r"\b(?:Magazine|Monthly|Weekly|Fortnightly|Illustrated|Magazin|Wochenschrift|Hebdo|Revue mensuelle)\b"
)
NEWSPAPER = re.compile(
    r"\b(?:Times|Post|News|Gazette|Herald|Tribune|Daily|Courier|Courant|Chronicle|Examiner|"
    r"Observer|Guardian|Telegraph|Mail|Press Agency|Reuters?|"
    r"Zeitung|Tageblatt|Bote|Anzeiger|Nachrichten|Presse|Kurier|Courrier|Gazette|Dépêche|Figaro|Monde|Quotidien|Matin|Soir)\b"
)
JOURNAL = re.compile(
    r"\b(?:Journal|Review|Quarterly|Studies|Bulletin|Annals|Proceedings|Transactions|"
    r"Zeitschrift|Jahrbuch|Archiv|Revue|Annales|Cahiers|L\. Rev\.|L\.J\.)\b"
)
UNPUBLISHED = re.compile(
    r"\b(?:interview|letter|e-?mail|diary|memorandum|manuscript|personal communication|Brief|"
    r"Schreiben|Gespräch|lettre|entretien|thesis|dissertation|Diss\.|thèse)\b",
    re.IGNORECASE,
)
ORGANIZATION = re.compile(
    r"\b(?:Rights|Watch|Committee|Commission|Council|Board|Ministry|Department|Institute|Institution|University|Office|Agency|Association|Ass['’]n|Assn|Society|Bank|Group|"
    r"Union|Nations|UN|EU|US|Centre|Center|Foundation|Service|Services|Radio|TV|Press|Authority|Bureau|Organi[sz]ation|Federation|Government|Parliament|Congress|Senate|"
    r"Academy|Library|Party|Company|Corporation|Inc|Ltd|International|Museum|Archive|Archives|Trust|Fund|Court|Church|School|Secretariat|Inspectorate|Chamber|"
    r"Ministerium|Bundes\w+|Verein|Verband|Gesellschaft|Institut|Amt|Rat|Ministère|Comité|Conseil|Société|Académie|Commune|Ville)\b"
)

# What is kept in one has the year of its writing, which is seldom the year that its title speaks of.
ARCHIVE = re.compile(
    r"\b(?:\w*[Aa]rchiv(?:es?|s|en|io)?|Records? Office|Records? Group|Nachla(?:ss|ß)|Bestand|[Ff]onds|"
    r"(?:[Bb]ox|[Ff]older|[Rr]eel|[Cc]arton|Akte|RG)\s*\d+|[A-Z]{2,5}\s*\d+/\d+)\b"
)

# --- Sentences ----------------------------------------------------------------------------------------


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# After these a full stop ends no sentence.
ABBREVIATIONS = _set(
    """
    p pp ed eds edn vol vols no nos nr n nn fn ch chap chaps cf cp e.g i.e etc al sec secs art arts para
    paras fig figs St Dr Prof Mr Mrs Ms Jr Sr Rev Gen Col Maj Capt Lt Sgt Gov Sen Rep Pres Hon trans transl
    repr rpt rev ser supp ca c fl esp viz ibid op cit loc id u.s u.n u.k a.m p.m Co Inc Ltd Corp Univ Press
    Dept Assn Bros Mt Ft doc docs ms mss fol fols f ff L Auth Cong Stat Supp v vs Hg Hgg Hrsg S Sp Bd Bde Jg
    H Anm Aufl Abb Vgl vgl Ebd ebd z B u a d h s o usw bzw Nr Kap Art Abs a.a.O zit Zit bes hg hrsg Diss
    masch ders Ders dies Dies v éd éds dir coord t trad chap sq sqq av apr J.-C coll réimpr M MM Mme Mlle
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Okt Dez janv févr avr juil déc Cmd Cmnd Drs qtd Qtd rpt
    Soc Proc Trans Hist
    """
)
# A sentence that holds one of these outside its titles says something.
VERBS = _set(
    """
    is are was were be been being isn't aren't wasn't has have had having do does did can could may might
    must shall should will would cannot remains remained seems seemed appears appeared argues argued claims
    claimed shows showed suggests suggested notes noted holds held became become becomes gave gives made
    makes took takes said says wrote writes came comes went goes explains explained describes described
    discusses discussed means meant survives survived disagree disagrees agree agrees differ differs owe
    thank thanks acknowledge believe believed estimate estimates found concludes ist sind war waren wird
    werden wurde wurden hat haben hatte hatten kann können konnte muss müssen soll sollte gibt gab bleibt
    blieb zeigt nicht dass est sont était étaient fut furent sera seront ont avait avaient peut peuvent doit
    doivent n'est n'a n'ont n'était n'avait semble ignore reste qu'il qu'elle qu'on
    """
)
SMALL = _set(
    """
    a an the of and in on for to der die das ein eine und von zu im le la les l un une et de des du d
    """
)
PARTICLES = _set("von van der den de del della di da dos du la le ten ter zu zur af al el bin ibn y")
# Before a family name, with or without a capital. `des`, `das` and others join the words of titles too.
FAMILY_PARTICLES = PARTICLES - {"y"} | _set("das des het lo op vom zum")
# First in a name these are no given names: `Van der Meer`, but `Al Gore` and `Della Street`.
LEADING_PARTICLES = FAMILY_PARTICLES - _set("al bin della di el")
