"""Hold short texts in western European languages, and texts in others with a charset that fits them."""

WESTERN = (
    (
        "The film, shown in Cannes, cost £30 million. Its star, Penélope Cruz, was not there – “a pity”, "
        "the director said. It’s the third time in a row."
    ),
    (
        "The bill came to £2.5 million, the council said, and the rest – about "
        "€400,000 – is to be paid by the "
        "state."
    ),
    "Temperatures reached 42°C in Málaga, where São Paulo’s mayor met his colleague from Zürich and Malmö.",
    (
        "The squad: Ángel Peña, Søren Ødegård, Jürgen Müller, João Gonçalves, Chloé Lefèvre, Þór "
        "Guðmundsson and Zoë Kühn met in Zürich."
    ),
    "Note 1¹ and 25 m² at ½ price – 100 µg, ±5 %, §4, © 2022 Reuters®, it’s 10× more",
    "Le café d’or a été vendu €12 millions à Genève.",
    (
        "Le président a déclaré mercredi que la sécurité serait renforcée près de la frontière. « C’est "
        "une première étape », a-t-il précisé, avant de quitter l’hôtel où s’était déroulée la réunion. "
        "Le cœur du problème reste entier."
    ),
    (
        "Die Polizei räumte am Dienstag die Straße vor dem Rathaus. Nach Angaben der Behörden wurden fünf"
        " Menschen verletzt; „es hätte schlimmer kommen können“, sagte der Bürgermeister."
    ),
    (
        "El presidente señaló que la reunión terminó sin acuerdo. «No habrá más días de negociación», "
        "añadió. ¿Qué pasará mañana? El año pasado ocurrió lo mismo en Cádiz y en León."
    ),
    "A reunião terminou sem acordo… terça-feira.",
    (
        "O governo anunciou na quinta-feira que não haverá eleições antecipadas. A decisão, tomada após "
        "três horas de reunião, foi criticada pela oposição, que exige explicações."
    ),
    (
        "Il ministro è arrivato ieri a Roma, perché la città è pronta. «Non c’è più tempo», ha detto; "
        "così la libertà di stampa sarà il tema di lunedì e martedì."
    ),
    (
        "De minister reisde naar België om er over de coördinatie te praten; één jaar geleden werd er nog"
        " geruzied over de financiën. ‘Het is geregeld,’ zei hij."
    ),
    (
        "Polisen grep två män på måndagen. Åklagaren säger att de försökte föra ut pengar ur landet; "
        "härom året hände något liknande i Malmö och Göteborg."
    ),
    (
        "Statsministeren sier at møtet var nødvendig. På tirsdag reiser hun til Tromsø, der hun skal møte"
        " fiskere som er bekymret for kvotene sine og prisen på drivstoff. Ærlig talt er ingen fornøyd."
    ),
    (
        "Regeringen vil bruge 40 mio. kr. på nye tog. Det står klart, efter at partierne mødtes på "
        "Færøerne; »vi må gøre det nu«, sagde ministeren. Også Ålborg får del i pengene."
    ),
    (
        "Hallitus päätti maanantaina, että rajaa ei avata ennen kesää. Päätös syntyi äänestyksen jälkeen,"
        " ja pääministeri sanoi sen olevan väliaikainen. Työttömyys kääntyi nousuun."
    ),
    (
        "Ríkisstjórnin ákvað á þriðjudag að loka veginum. Enginn slasaðist, að sögn lögreglu, en veðrið "
        "var slæmt og fólk beðið að halda sig heima. Þetta er í annað sinn í vetur."
    ),
    (
        "El govern va anunciar dimarts que la reunió s’ha ajornat. Això vol dir que caldrà esperar fins "
        "dijous; l’avançament no és previst. Col·laboració, però no pas confiança."
    ),
    "ÜBERFALL IN KÖLN: TÄTER FLÜCHTIG",
    "A naïve plan: £5m for a café",
    "It cost £9.",
    "€5",
    "50°",
    "Müller",
    "Voltaire à Paris",
    "external_id,text\n1,Le café d’or a été vendu €12 millions à Genève.\n",
)
OTHERS = (
    (
        "cp1250",
        "Vláda v úterý oznámila, že hranice zůstanou zavřené. Premiér řekl, že rozhodnutí padlo po dlouhém "
        "jednání, a opozice žádá vysvětlení. Příští týden se k věci vrátí sněmovna.",
    ),
    (
        "cp1250",
        "Vláda v utorok oznámila, že hranice zostanú zatvorené. Premiér povedal, že rozhodnutie padlo po "
        "dlhom rokovaní a opozícia žiada vysvetlenie. Ľudia čakali vo vlaku až štyri hodiny.",
    ),
    (
        "cp1250",
        "Rząd ogłosił we wtorek, że granice pozostaną zamknięte. Premier powiedział, że decyzja zapadła po "
        "długich rozmowach, a opozycja żąda wyjaśnień. Źródła w ministerstwie nie chcą tego komentować.",
    ),
    (
        "cp1250",
        "A kormány kedden bejelentette, hogy a határok zárva maradnak. A miniszterelnök szerint a döntés "
        "hosszú tárgyalások után született, és az ellenzék erről magyarázatot kér. Őszintén szólva senki sem "
        "örült, mondta egy fővárosi képviselő, aki külön is megnézte a tervek főbb pontjait.",
    ),
    (
        "cp1250",
        "Guvernul a anunţat marţi că graniţele rămân închise. Premierul a spus că decizia a fost luată după "
        "discuţii îndelungate, iar opoziţia cere explicaţii. Şedinţa de joi se va ţine la Braşov.",
    ),
    (
        "cp1250",
        "Vlada je u utorak objavila da će granice ostati zatvorene. Premijer je rekao da je odluka donesena "
        "nakon dugih razgovora, a oporba traži objašnjenje. Sljedeći tjedan o tome će raspravljati i Sabor, "
        "što je najveći događaj godine.",
    ),
    (
        "cp1250",
        "Vlada je v torek sporočila, da bodo meje ostale zaprte. Premier je dejal, da so odločitev sprejeli "
        "po dolgih pogovorih, opozicija pa zahteva pojasnilo. Več o tem bo znano že naslednji četrtek.",
    ),
    (
        "cp1250",
        "Prezydent przyjechał wczoraj do Krakowa. „To było dobre spotkanie” – powiedział jego rzecznik; "
        "mieszkańcy skarżą się na korki.",
    ),
    (
        "cp1250",
        (
            "Prezident včera přijel do Brna. „Byla to dobrá schůzka,“ uvedl jeho "
            "mluvčí. Obyvatelé si stěžují na "
            "kolony."
        ),
    ),
    (
        "cp1250",
        "Az elnök tegnap érkezett Szegedre. „Jó találkozó volt” – közölte a szóvivője. A lakók a dugókra "
        "panaszkodnak, a busz pedig későn jött. Erről a főpolgármester is beszélt, aki szerint az új híd jövő"
        " őszre készül el.",
    ),
    (
        "cp1250",
        "Preşedintele a ajuns ieri la Cluj. „A fost o întâlnire bună”, a declarat purtătorul său de cuvânt. "
        "Locuitorii se plâng de ambuteiaje.",
    ),
    (
        "cp1257",
        "Vyriausybė antradienį pranešė, kad sienos liks uždarytos. Premjeras sakė, jog sprendimas priimtas po"
        " ilgų derybų, o opozicija reikalauja paaiškinimų. Šį klausimą kitą savaitę svarstys ir Seimas.",
    ),
    (
        "cp1257",
        "Valdība otrdien paziņoja, ka robežas paliks slēgtas. Premjers teica, ka lēmums pieņemts pēc ilgām "
        "sarunām, bet opozīcija prasa paskaidrojumus. Nākamnedēļ jautājumu skatīs arī Saeima, ļoti īsā sēdē.",
    ),
    (
        "cp1257",
        "Valitsus teatas teisipäeval, et piirid jäävad suletuks. Peaminister ütles, et otsus sündis pärast "
        "pikki kõnelusi, ning opositsioon nõuab selgitusi. Järgmisel nädalal arutab küsimust ka riigikogu; "
        "šokk oli suur.",
    ),
    (
        "cp1257",
        "Prezidentas vakar atvyko į Kauną. „Tai buvo geras susitikimas“, – sakė jo atstovas. Gyventojai "
        "skundžiasi spūstimis.",
    ),
    (
        "cp1257",
        "Prezidents vakar ieradās Liepājā. “Tā bija laba tikšanās,” sacīja viņa pārstāvis. Iedzīvotāji sūdzas"
        " par sastrēgumiem.",
    ),
    (
        "cp1254",
        "Hükümet salı günü sınırların kapalı kalacağını açıkladı. Başbakan, kararın uzun görüşmelerden sonra "
        "alındığını söyledi; muhalefet ise açıklama istiyor. İstanbul’da gösteriler sürüyor.",
    ),
    (
        "cp1254",
        "Cumhurbaşkanı dün akşam başkente geldi. “Güzel bir görüşmeydi” dedi; ayrıca ülkenin doğusunda "
        "çalışan öğretmenlerle buluştu.",
    ),
    (
        "cp1251",
        "Правительство сообщило во вторник, что границы останутся закрытыми. Премьер сказал, что решение "
        "принято после долгих переговоров, а оппозиция требует объяснений.",
    ),
    (
        "cp1251",
        (
            "ПОЖАР В ЦЕНТРЕ ГОРОДА\n\nВчера вечером в центре города загорелся "
            "склад. Пострадавших нет, сообщили "
            "в МЧС."
        ),
    ),
    ("cp1251", "Компания Apple представила iPhone 14 Pro, сообщает The Verge. Цена – от $999."),
    (
        "cp1251",
        "Уряд повідомив у вівторок, що кордони залишаться закритими. Прем’єр сказав, що рішення ухвалили "
        "після довгих переговорів, а опозиція вимагає пояснень.",
    ),
    (
        "cp1251",
        "Правителството съобщи във вторник, че границите остават затворени. Премиерът каза, че решението е "
        "взето след дълги преговори, а опозицията иска обяснения.",
    ),
    (
        "cp1251",
        "Влада је у уторак саопштила да ће границе остати затворене. Премијер је рекао да је одлука донета "
        "после дугих разговора, а опозиција тражи објашњење.",
    ),
    (
        "koi8_r",
        "Правительство сообщило во вторник, что границы останутся закрытыми. Премьер сказал, что решение "
        "принято после долгих переговоров, а оппозиция требует объяснений.",
    ),
    (
        "koi8_r",
        (
            "ПОЖАР В ЦЕНТРЕ ГОРОДА\n\nВчера вечером в центре города загорелся "
            "склад. Пострадавших нет, сообщили "
            "в МЧС."
        ),
    ),
    (
        "cp866",
        "Правительство сообщило во вторник, что границы останутся закрытыми. Премьер сказал, что решение "
        "принято после долгих переговоров, а оппозиция требует объяснений.",
    ),
    (
        "cp1253",
        "Η κυβέρνηση ανακοίνωσε την Τρίτη ότι τα σύνορα θα μείνουν κλειστά. Ο πρωθυπουργός είπε ότι η απόφαση"
        " πάρθηκε ύστερα από μακρές συνομιλίες, ενώ η αντιπολίτευση ζητά εξηγήσεις.",
    ),
    (
        "cp1253",
        (
            "Ο υπουργός έφτασε χθες στην Αθήνα για τη σύνοδο. «Ήταν μια καλή "
            "συνάντηση», δήλωσε ο εκπρόσωπός του."
        ),
    ),
    (
        "cp874",
        (
            "รัฐบาลประกาศเมื่อวันอังคารว่าพรมแดนจะยังคงปิดอยู่ "
            "นายกรัฐมนตรีกล่าวว่าการตัดสินใจมีขึ้นหลังการเจรจายาวนาน ฝ่ายค้านเรียกร้องคำอธิบาย"
        ),
    ),
    ("cp874", "เมื่อวานนี้ รัฐมนตรีเดินทางถึงกรุงเทพฯ เพื่อร่วมประชุม APEC 2022 โฆษกกล่าวว่าเป็นการพบปะที่ดี"),
    (
        "cp1255",
        "הממשלה הודיעה ביום שלישי כי הגבולות יישארו סגורים. ראש הממשלה אמר שההחלטה התקבלה לאחר שיחות ארוכות, "
        "והאופוזיציה דורשת הסברים.",
    ),
    (
        "cp1256",
        "أعلنت الحكومة يوم الثلاثاء أن الحدود ستبقى مغلقة. وقال رئيس الوزراء إن القرار اتخذ بعد محادثات "
        "طويلة، فيما تطالب المعارضة بتوضيحات.",
    ),
    (
        "shift_jis",
        "政府は火曜日、国境を閉鎖したままにすると発表した。首相は長い協議の末に決定したと述べ、野党は説明を求めている。",
    ),
    (
        "euc_jp",
        "政府は火曜日、国境を閉鎖したままにすると発表した。首相は長い協議の末に決定したと述べ、野党は説明を求めている。",
    ),
    (
        "gb18030",
        "政府星期二宣布，边境将继续关闭。总理说，这一决定是经过长时间会谈后作出的，反对派要求作出解释。",
    ),
    (
        "big5",
        "政府星期二宣布，邊境將繼續關閉。總理說，這一決定是經過長時間會談後作出的，反對派要求作出解釋。",
    ),
    (
        "cp949",
        "정부는 화요일 국경을 계속 닫아 두겠다고 발표했다. 총리는 오랜 협의 끝에 내린 결정이라고 말했다.",
    ),
)
