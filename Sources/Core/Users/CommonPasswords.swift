/// Passwords that are guessed first, of those long enough to pass the rule: repetitions, runs along the keyboard, and
/// what people type when a form insists on length. The list is of our own making; a large service would also ask a
/// list of leaked ones (NIST SP 800-63B-4 §3.1.1.2).
enum CommonPasswords {
    /// - Parameter text: in lower case.
    static func contains(_ text: String) -> Bool {
        all.contains(Substring(text)) || Set(text.unicodeScalars).count <= 2
    }

    private static let all = Set(
        list.split(separator: "\n").flatMap { $0.split(separator: " | ") })

    private static let list = """
        012345678901234 | 0123456789012345 | 01234567890123456789 | 098765432109876 | 0987654321098765
        09876543210987654321 | 101010101010101 | 112233445566778 | 1122334455667788 | 11223344556677889900
        121212121212121 | 123123123123123 | 123321123321123 | 123456789012345 | 1234567890123456 | 12345678901234567
        123456789012345678 | 1234567890123456789 | 12345678901234567890 | 1234567890qwertyuiop | 123456789123456789
        123456789qwertyuiop | 1q2w3e4r5t6y7u8 | 1q2w3e4r5t6y7u8i | 1q2w3e4r5t6y7u8i9o0p | 1qaz2wsx3edc4rfv
        1qaz2wsx3edc4rfv5tgb | 987654321098765 | 987654321987654321 | a1b2c3d4e5f6g7h8 | abc123abc123abc
        abc123abc123abc123 | abcabcabcabcabc | abcd1234abcd1234 | abcdefgh12345678 | abcdefghij1234567890
        abcdefghijklmno | abcdefghijklmnop | abcdefghijklmnopqrstuvwxyz | admin1234512345 | admin1234567890
        admin12345678901 | admin123456789012 | admin123admin123 | adminadminadmin | adminadminadmin1
        adminadminadminadmin | administrator123 | administrator1234 | administrator1234512345
        administrator123456789 | administrator1234567890 | administrator12345678901 | administrator123456789012
        administrator123administrator123 | administrator1administrator1 | administratoradministrator
        administratoradministrator1 | administratoradministrator123 | administratoradministratoradministrator
        administratorpassword | adminpassword123 | alongpassword123 | areallylongpassword | areallylongpassword1
        asdasdasdasdasd | asdf1234asdf1234 | asdfasdfasdfasdf | asdfghjklasdfghjkl | asdfghjklqwertyuiop
        ashley1234512345 | ashley123456789 | ashley1234567890 | ashley12345678901 | ashley123456789012
        ashley123ashley123 | ashleyashley123 | ashleyashleyashley | ashleyashleyashleyashley | autumn1234512345
        autumn123456789 | autumn1234567890 | autumn12345678901 | autumn123456789012 | autumn123autumn123
        autumnautumn123 | autumnautumnautumn | autumnautumnautumnautumn | averystrongpassword | azertyuiopqsdfg
        azertyuiopqsdfghjklm | barcelonabarcelona | baseball1234512345 | baseball123456789 | baseball1234567890
        baseball12345678901 | baseball123456789012 | baseball123baseball123 | baseball1baseball1 | baseballbaseball
        baseballbaseball1 | baseballbaseball123 | baseballbaseballbaseball | baseballbaseballbaseballbaseball
        batman1234512345 | batman123456789 | batman1234567890 | batman12345678901 | batman123456789012
        batman123batman123 | batmanbatman123 | batmanbatmanbatman | batmanbatmanbatmanbatman | changeme1234512345
        changeme123456789 | changeme1234567890 | changeme12345678901 | changeme123456789012 | changeme123changeme123
        changeme1changeme1 | changemechangeme | changemechangeme1 | changemechangeme123 | changemechangemechangeme
        changemechangemechangemechangeme | changethispassword | charlie1234512345 | charlie123456789
        charlie1234567890 | charlie12345678901 | charlie123456789012 | charlie123charlie123 | charlie1charlie1
        charliecharlie1 | charliecharlie123 | charliecharliecharlie | charliecharliecharliecharlie
        cheese1234512345 | cheese123456789 | cheese1234567890 | cheese12345678901 | cheese123456789012
        cheese123cheese123 | cheesecheese123 | cheesecheesecheese | cheesecheesecheesecheese | computer1234512345
        computer123456789 | computer1234567890 | computer12345678901 | computer123456789012 | computer123computer123
        computer1computer1 | computercomputer | computercomputer1 | computercomputer123 | computercomputercomputer
        computercomputercomputercomputer | default1234512345 | default123456789 | default1234567890
        default12345678901 | default123456789012 | default123default123 | default1default1 | defaultdefault1
        defaultdefault123 | defaultdefaultdefault | defaultdefaultdefaultdefault | defaultpassword
        defaultpassword1 | dragon1234512345 | dragon123456789 | dragon1234567890 | dragon12345678901
        dragon123456789012 | dragon123dragon123 | dragondragon123 | dragondragondragon | dragondragondragondragon
        flower1234512345 | flower123456789 | flower1234567890 | flower12345678901 | flower123456789012
        flower123flower123 | flowerflower123 | flowerflowerflower | flowerflowerflowerflower | football1234512345
        football123456789 | football1234567890 | football12345678901 | football123456789012 | football123football123
        football1football1 | footballfootball | footballfootball1 | footballfootball123 | footballfootballfootball
        footballfootballfootballfootball | freedom1234512345 | freedom123456789 | freedom1234567890
        freedom12345678901 | freedom123456789012 | freedom123freedom123 | freedom1freedom1 | freedomfreedom1
        freedomfreedom123 | freedomfreedomfreedom | freedomfreedomfreedomfreedom | friday1234512345
        friday123456789 | friday1234567890 | friday12345678901 | friday123456789012 | friday123friday123
        fridayfriday123 | fridayfridayfriday | fridayfridayfridayfriday | godisgoodallthetime | guest1234512345
        guest1234567890 | guest12345678901 | guest123456789012 | guest123guest123 | guestguestguest
        guestguestguestguest | hello world hello world | hello1234512345 | hello1234567890 | hello12345678901
        hello123456789012 | hello12345hello | hello123hello123 | hellohellohello | hellohellohellohello
        helloworld12345 | helloworld123456 | helloworldhelloworld | i love you so much | icantremembermypassword
        idontknowmypassword | iforgotmypassword | ilovechocolate1 | ilovejesus12345 | ilovemyfamily123
        ilovemyhusband1 | iloveyou1234512345 | iloveyou1234567 | iloveyou123456789 | iloveyou1234567890
        iloveyou12345678901 | iloveyou123456789012 | iloveyou123iloveyou123 | iloveyou1iloveyou1 | iloveyouforever
        iloveyouforever1 | iloveyouiloveyou | iloveyouiloveyou! | iloveyouiloveyou1 | iloveyouiloveyou123
        iloveyouiloveyouiloveyou | iloveyouiloveyouiloveyouiloveyou | iloveyousomuch1 | iloveyousomuch123
        internet1234512345 | internet123456789 | internet1234567890 | internet12345678901 | internet123456789012
        internet123internet123 | internet1internet1 | internetinternet | internetinternet1 | internetinternet123
        internetinternetinternet | internetinternetinternetinternet | jessica1234512345 | jessica123456789
        jessica1234567890 | jessica12345678901 | jessica123456789012 | jessica123jessica123 | jessica1jessica1
        jessicajessica1 | jessicajessica123 | jessicajessicajessica | jessicajessicajessicajessica | jesuslovesme123
        jwtworkbookjwtworkbook | let me in please | letmein1234512345 | letmein123456789 | letmein1234567890
        letmein12345678901 | letmein123456789012 | letmein123letmein123 | letmein1letmein1 | letmeinletmein!
        letmeinletmein1 | letmeinletmein123 | letmeinletmeinletmein | letmeinletmeinletmeinletmein
        letmeinplease123 | liverpoolfc12345 | login1234512345 | login1234567890 | login12345678901
        login123456789012 | login123login123 | loginloginlogin | loginloginloginlogin | longpassword123
        longpassword1234 | longpassword12345 | loremipsumdolor | loremipsumdolorsitamet | manchesterunited
        manchesterunited1 | master1234512345 | master123456789 | master1234567890 | master12345678901
        master123456789012 | master123master123 | mastermaster123 | mastermastermaster | mastermastermastermaster
        maytheforcebewithyou | maytheforcebewithyou1 | michael1234512345 | michael123456789 | michael1234567890
        michael12345678901 | michael123456789012 | michael123michael123 | michael1michael1 | michaelmichael1
        michaelmichael123 | michaelmichaelmichael | michaelmichaelmichaelmichael | monday1234512345
        monday123456789 | monday1234567890 | monday12345678901 | monday123456789012 | monday123monday123
        mondaymonday123 | mondaymondaymonday | mondaymondaymondaymonday | monkey1234512345 | monkey123456789
        monkey1234567890 | monkey12345678901 | monkey123456789012 | monkey123monkey123 | monkeymonkey123
        monkeymonkeymonkey | monkeymonkeymonkeymonkey | my secret password | mypassword12345 | mypassword123456
        mypasswordispassword | mysecretpassword | mysupersecretpassword | nobodywillguessthis | one two three four
        one two three four five | onetwothreefour | onetwothreefourfive | onetwothreefourfivesix
        opensesameopensesame | openthedoorplease | p@ssw0rd12345678 | p@ssw0rdp@ssw0rd | p@ssword12345678
        passw0rd12345678 | passw0rdpassw0rd | password one two three | password password | password!password!
        password123!password123! | password1234512345 | password12345678 | password123456789 | password1234567890
        password12345678901 | password123456789012 | password123password123 | password1password1 | password@123456
        passwordispassword | passwordpassword | passwordpassword! | passwordpassword1 | passwordpassword123
        passwordpasswordpassword | passwordpasswordpasswordpassword | passwort1234512345 | passwort123456789
        passwort1234567890 | passwort12345678901 | passwort123456789012 | passwort123passwort123
        passwort1passwort1 | passwortpasswort | passwortpasswort1 | passwortpasswort123 | passwortpasswortpasswort
        passwortpasswortpasswortpasswort | pleasechangeme123 | pokemon1234512345 | pokemon123456789
        pokemon1234567890 | pokemon12345678901 | pokemon123456789012 | pokemon123pokemon123 | pokemon1pokemon1
        pokemonpokemon1 | pokemonpokemon123 | pokemonpokemonpokemon | pokemonpokemonpokemonpokemon
        princess1234512345 | princess123456789 | princess1234567890 | princess12345678901 | princess123456789012
        princess123princess123 | princess1princess1 | princessprincess | princessprincess1 | princessprincess123
        princessprincessprincess | princessprincessprincessprincess | q1w2e3r4t5y6u7i8 | qazwsxedcrfvtgb
        qazwsxedcrfvtgbyhnujm | qweasdzxc123456 | qweasdzxcqweasdzxc | qweqweqweqweqwe | qwerty1234512345
        qwerty123456789 | qwerty1234567890 | qwerty12345678901 | qwerty123456789012 | qwerty123qwerty123
        qwertyqwerty123 | qwertyqwertyqwerty | qwertyqwertyqwertyqwerty | qwertyuiop12345 | qwertyuiop123456
        qwertyuiop1234567890 | qwertyuiopasdfg | qwertyuiopasdfghjkl | qwertyuiopasdfghjklzxcvbnm
        qwertyuiopqwertyuiop | qwertz123456789 | qwertzuiopasdfg | qwertzuiopasdfghjkl | realmadrid12345
        root12345678901 | root123456789012 | rootpassword123 | rootrootrootroot | secret1234512345 | secret123456789
        secret1234567890 | secret12345678901 | secret123456789012 | secret123secret123 | secretsecret123
        secretsecretsecret | secretsecretsecretsecret | shadow1234512345 | shadow123456789 | shadow1234567890
        shadow12345678901 | shadow123456789012 | shadow123shadow123 | shadowshadow123 | shadowshadowshadow
        shadowshadowshadowshadow | spring1234512345 | spring123456789 | spring1234567890 | spring12345678901
        spring123456789012 | spring123spring123 | springspring123 | springspringspring | springspringspringspring
        starwars1234512345 | starwars123456789 | starwars1234567890 | starwars12345678901 | starwars123456789012
        starwars123starwars123 | starwars1starwars1 | starwarsstarwars | starwarsstarwars1 | starwarsstarwars123
        starwarsstarwarsstarwars | starwarsstarwarsstarwarsstarwars | strongpassword1 | strongpassword123
        summer1234512345 | summer123456789 | summer1234567890 | summer12345678901 | summer123456789012
        summer123summer123 | summersummer123 | summersummersummer | summersummersummersummer | sunshine1234512345
        sunshine123456789 | sunshine1234567890 | sunshine12345678901 | sunshine123456789012 | sunshine123sunshine123
        sunshine1sunshine1 | sunshinesunshine | sunshinesunshine1 | sunshinesunshine123 | sunshinesunshinesunshine
        sunshinesunshinesunshinesunshine | superman1234512345 | superman123456789 | superman1234567890
        superman12345678901 | superman123456789012 | superman123superman123 | superman1superman1 | supermansuperman
        supermansuperman1 | supermansuperman123 | supermansupermansuperman | supermansupermansupermansuperman
        supersecret12345 | supersecretpassword | temporarypassword | temporarypassword1 | test12345678901
        test123456789012 | testing1234512345 | testing123456789 | testing1234567890 | testing12345678901
        testing123456789012 | testing123testing123 | testing1testing1 | testingtesting1 | testingtesting123
        testingtestingtesting | testingtestingtestingtesting | testtesttesttest | the quick brown fox
        thequickbrownfox | thequickbrownfoxjumps | thequickbrownfoxjumpsoverthelazydog | this is a password
        this is my password | thisisapassword | thisismypassword | thisismypassword1 | thisispassword1
        tobeornottobe123 | tobeornottobethatisthequestion | trustno1234512345 | trustno123456789 | trustno1234567890
        trustno12345678901 | trustno123456789012 | trustno123trustno123 | trustno1trustno1 | trustnobodytrustnobody
        trustnotrustno1 | trustnotrustno123 | trustnotrustnotrustno | trustnotrustnotrustnotrustno | user12345678901
        user123456789012 | username1234512345 | username123456789 | username1234567890 | username12345678901
        username123456789012 | username123username123 | username1username1 | usernameusername | usernameusername1
        usernameusername123 | usernameusernameusername | usernameusernameusernameusername | useruseruseruser
        verysecretpassword | welcome1234512345 | welcome123456789 | welcome1234567890 | welcome12345678901
        welcome123456789012 | welcome123welcome123 | welcome1welcome1 | welcometothejungle | welcomewelcome1
        welcomewelcome123 | welcomewelcomewelcome | welcomewelcomewelcomewelcome | whatever1234512345
        whatever123456789 | whatever1234567890 | whatever12345678901 | whatever123456789012 | whatever123whatever123
        whatever1whatever1 | whateverwhatever | whateverwhatever1 | whateverwhatever123 | whateverwhateverwhatever
        whateverwhateverwhateverwhatever | winter1234512345 | winter123456789 | winter1234567890 | winter12345678901
        winter123456789012 | winter123winter123 | winteriscoming1 | winteriscoming123 | winterwinter123
        winterwinterwinter | winterwinterwinterwinter | youcanthackthis1 | youwillneverguessthis | zaq12wsxzaq12wsx
        zxcvbnmasdfghjkl | zxcvbnmasdfghjklqwertyuiop | zxcvbnmzxcvbnmzxcvbnm
        """
}
