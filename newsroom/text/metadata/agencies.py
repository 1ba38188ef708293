"""Tables of the trade: who supplies pictures and reports, who publishes where, what sections are called."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

#: Agencies and libraries as credits spell them.
AGENCIES = (
    "AFP", "Agence France-Presse", "AP", "AP Photo", "Associated Press", "The Associated Press", "Reuters", "dpa",
    "DPA", "dpa/picture alliance", "picture alliance", "picture-alliance", "Getty", "Getty Images", "iStock",
    "Shutterstock", "EPA", "EPA-EFE", "EFE", "ANSA", "TASS", "ITAR-TASS", "RIA Novosti", "Sputnik", "Interfax",
    "Kyodo", "Jiji", "Xinhua", "Yonhap", "PTI", "ANI", "UPI", "PA", "PA Media", "PA Wire", "PA Images",
    "Press Association", "AAP", "Bloomberg", "Anadolu", "Anadolu Agency", "AA", "Ukrinform", "UNIAN", "UNN",
    "RBC-Ukraine", "Suspilne", "CTK", "ČTK", "TT", "NTB", "Ritzau", "Ritzau Scanpix", "Scanpix", "Lehtikuva", "STT",
    "BNS", "ELTA", "LETA", "PAP", "MTI", "APA", "Keystone", "Keystone-SDA", "ANP", "Belga", "Lusa", "LaPresse",
    "NurPhoto", "Zuma", "ZUMA Press", "ZUMAPRESS", "Imago", "imago images", "Alamy", "Abaca", "SIPA", "Sipa USA",
    "SOPA Images", "LightRocket", "Magnum", "Polaris", "Redux", "Rex", "Rex Features", "WENN", "MEGA", "Splash",
    "Corbis", "Pool", "Maxar", "Maxar Technologies", "Planet Labs", "Handout", "NASA", "Wikimedia Commons",
    "Wikipedia", "Unsplash", "Pixabay", "Pexels", "Flickr", "Adobe Stock", "Global Look Press", "Kommersant",
    "Moskva News Agency", "Wire", "Wires", "Post Wires", "Photofest", "Barcroft", "Newscom", "Canadian Press",
    "The Canadian Press", "CP", "АР", "РИА Новости", "ТАСС", "Интерфакс", "Укринформ", "УНИАН", "УНІАН", "Укрінформ",
    "Рейтер", "Reuters/AP",
)  # fmt: skip

#: Agencies that also write: their bare name under a headline is a byline, at the end a credit.
WIRES = frozenset(
    name.casefold()
    for name in (
        "AFP", "Agence France-Presse", "AP", "Associated Press", "The Associated Press", "Reuters", "dpa", "EFE",
        "ANSA", "TASS", "Interfax", "Kyodo", "Kyodo News", "Jiji", "Xinhua", "Yonhap", "PTI", "ANI", "UPI", "PA",
        "PA Media", "AAP", "Bloomberg", "Anadolu Agency", "Ukrinform", "UNIAN", "CTK", "ČTK", "NTB", "BNS", "PAP",
        "APA", "ANP", "Belga", "Lusa", "Press Association", "The Canadian Press", "ТАСС", "Интерфакс", "РИА Новости",
    )
)  # fmt: skip

#: Hosts (without www.) and the names their outlets go by.
OUTLETS = {
    "themoscowtimes.com": "The Moscow Times", "nypost.com": "New York Post", "nytimes.com": "The New York Times",
    "washingtonpost.com": "The Washington Post", "wsj.com": "The Wall Street Journal",
    "latimes.com": "Los Angeles Times", "usatoday.com": "USA Today", "cnn.com": "CNN", "edition.cnn.com": "CNN",
    "foxnews.com": "Fox News", "nbcnews.com": "NBC News", "cbsnews.com": "CBS News", "abcnews.go.com": "ABC News",
    "npr.org": "NPR", "politico.com": "Politico", "politico.eu": "Politico Europe", "axios.com": "Axios",
    "thehill.com": "The Hill", "newsweek.com": "Newsweek", "time.com": "Time", "theatlantic.com": "The Atlantic",
    "bloomberg.com": "Bloomberg", "reuters.com": "Reuters", "apnews.com": "AP News", "afp.com": "AFP",
    "bbc.com": "BBC News", "bbc.co.uk": "BBC News", "theguardian.com": "The Guardian",
    "independent.co.uk": "The Independent", "telegraph.co.uk": "The Telegraph", "thetimes.co.uk": "The Times",
    "thetimes.com": "The Times", "ft.com": "Financial Times", "economist.com": "The Economist",
    "dailymail.co.uk": "Daily Mail", "news.sky.com": "Sky News", "france24.com": "France 24",
    "lemonde.fr": "Le Monde", "lefigaro.fr": "Le Figaro", "liberation.fr": "Libération", "spiegel.de": "Der Spiegel",
    "zeit.de": "Die Zeit", "faz.net": "Frankfurter Allgemeine Zeitung", "sueddeutsche.de": "Süddeutsche Zeitung",
    "tagesschau.de": "tagesschau", "dw.com": "Deutsche Welle", "welt.de": "Die Welt", "elpais.com": "El País",
    "elmundo.es": "El Mundo", "repubblica.it": "la Repubblica", "corriere.it": "Corriere della Sera",
    "euronews.com": "Euronews", "rferl.org": "RFE/RL", "svoboda.org": "Радио Свобода", "voanews.com": "VOA",
    "aljazeera.com": "Al Jazeera", "kyivindependent.com": "The Kyiv Independent", "kyivpost.com": "Kyiv Post",
    "pravda.com.ua": "Ukrainska Pravda", "newsukraine.rbc.ua": "RBC-Ukraine", "rbc.ua": "RBC-Ukraine",
    "ukrinform.net": "Ukrinform", "unian.info": "UNIAN", "unian.net": "UNIAN", "meduza.io": "Meduza",
    "tass.com": "TASS", "tass.ru": "TASS", "rt.com": "RT", "interfax.com": "Interfax", "interfax.ru": "Interfax",
    "ria.ru": "RIA Novosti", "kommersant.ru": "Kommersant", "novayagazeta.eu": "Novaya Gazeta Europe",
    "scmp.com": "South China Morning Post", "japantimes.co.jp": "The Japan Times", "asahi.com": "The Asahi Shimbun",
    "straitstimes.com": "The Straits Times", "thejakartapost.com": "The Jakarta Post", "thehindu.com": "The Hindu",
    "indianexpress.com": "The Indian Express", "timesofindia.indiatimes.com": "The Times of India",
    "hindustantimes.com": "Hindustan Times", "ndtv.com": "NDTV", "haaretz.com": "Haaretz",
    "timesofisrael.com": "The Times of Israel", "jpost.com": "The Jerusalem Post",
    "abc.net.au": "ABC News (Australia)", "smh.com.au": "The Sydney Morning Herald",
    "theglobeandmail.com": "The Globe and Mail", "cbc.ca": "CBC News", "irishtimes.com": "The Irish Times",
    "rte.ie": "RTÉ", "businessinsider.com": "Business Insider", "cnbc.com": "CNBC", "forbes.com": "Forbes",
    "vox.com": "Vox", "foreignpolicy.com": "Foreign Policy", "thedailybeast.com": "The Daily Beast",
    "huffpost.com": "HuffPost",
}  # fmt: skip

#: Words that section names are made of: a short first line of nothing but these is a kicker.
SECTIONS = frozenset(
    (
        "news us u.s. uk u.k. eu world politics political opinion opinions analysis business economy finance "
        "markets money sport sports culture arts entertainment lifestyle technology tech science health "
        "climate environment education law crime investigations investigation exclusive breaking live "
        "updates update latest international national local metro europe european asia africa americas "
        "america mideast middle east russia russian ukraine ukrainian china india war conflict diplomacy "
        "defense defence security military features feature comment commentary editorial editorials "
        "interview explainer fact check video photos media travel society history religion weather energy in "
        "on and & the of top stories story home headlines nation letters obituaries obituary profile essay "
        "review reviews books film music style food real estate politik wirtschaft ausland inland panorama "
        "kultur politique monde économie internacional mundo política economía esteri новости мир политика "
        "экономика общество война україна новини світ політика "
    ).split()
)  # fmt: skip

_ALTERNATIVES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))

#: One agency's name. Case counts only where the credit has nothing else to tell it by.
AGENCY = re.compile(rf"(?<!\w)(?:{_ALTERNATIVES})(?!\w)", re.IGNORECASE)
AGENCY_CASED = re.compile(rf"(?<!\w)(?:{_ALTERNATIVES}|REUTERS|POOL|HANDOUT|SPUTNIK|BLOOMBERG)(?!\w)")
