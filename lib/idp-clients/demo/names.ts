export interface Region {
  locale: string
  timezone: string
  country: string
  cities: string[]
  given: string[]
  family: string[]
}

const region = (
  locale: string,
  timezone: string,
  country: string,
  cities: string,
  given: string,
  family: string,
): Region => ({
  locale,
  timezone,
  country,
  cities: cities.split(' · '),
  given: given.split(' '),
  family: family.split(' '),
})

/** Where the people of the demo come from, with names as they are found there. */
export const regions: Region[] = [
  region(
    'en-US',
    'America/Chicago',
    'US',
    'Chicago · Austin',
    'Olivia Marcus Grace Tyler Naomi Ethan Harper Jamal Chloe Wyatt Delia Owen',
    'Bennett Walker Coleman Hayes Brooks Whitfield Sanders Okafor Reyes Lindqvist Harmon Tate',
  ),
  region(
    'en-GB',
    'Europe/London',
    'GB',
    'London · Leeds',
    'Isla Rhys Imogen Callum Freya Alistair Beatrix Gareth Poppy Duncan',
    'Ashworth Pemberton Macleod Hargreaves Llewellyn O’Connor Fairclough Bains Whitaker Drummond',
  ),
  region(
    'de-DE',
    'Europe/Berlin',
    'DE',
    'Berlin · München',
    'Jürgen Anneliese Björn Käthe Sören Friederike Matthias Ulrike Lukas Swantje',
    'Müller Schäfer Groß Böhm Krüger Weiß Lindemann Vogt Jäger Petersen',
  ),
  region(
    'fr-FR',
    'Europe/Paris',
    'FR',
    'Paris · Lyon',
    'Amélie Théo Zoé François Inès Gaël Noémie Benoît Chloé Rémi',
    'Lefèvre Garnier Bérard Dubois Chevallier Moreau Delacroix Fournier Rousseau Noël',
  ),
  region(
    'es-ES',
    'Europe/Madrid',
    'ES',
    'Madrid · Valencia',
    'Lucía Íñigo Begoña Álvaro Nuria Iván Rocío Joaquín Inés Sergio',
    'Núñez García Ibáñez Muñoz Peña Castaño Rodríguez Vidal Ortega Güell',
  ),
  region(
    'pl-PL',
    'Europe/Warsaw',
    'PL',
    'Kraków · Gdańsk',
    'Łukasz Zofia Wojciech Agnieszka Paweł Małgorzata Grzegorz Bożena Michał Kinga',
    'Wiśniewski Dąbrowska Kowalczyk Zieliński Wójcik Szymański Woźniak Krawiec Głowacka Piątek',
  ),
  region(
    'sv-SE',
    'Europe/Stockholm',
    'SE',
    'Stockholm · Malmö',
    'Åsa Göran Malin Björn Linnéa Håkan Elin Östen Saga Torbjörn',
    'Ångström Sjöberg Lindström Hällgren Nyström Öberg Ekström Bergqvist Åkesson Dahl',
  ),
  region(
    'pt-BR',
    'America/Sao_Paulo',
    'BR',
    'São Paulo · Recife',
    'João Beatriz Thiago Camila Antônio Larissa Vinícius Márcia Caio Débora',
    'Araújo Gonçalves Magalhães Ferrão Nascimento Simões Teixeira Pacheco Conceição Leitão',
  ),
  region(
    'tr-TR',
    'Europe/Istanbul',
    'TR',
    'İstanbul · İzmir',
    'Ayşe Çağlar Gülşen Emre Şebnem Kerem İpek Oğuz Zeynep Tuğba',
    'Yıldız Öztürk Şahin Çelik Güneş Aydın Koç Doğan Kılıç Aksoy',
  ),
  region(
    'en-IN',
    'Asia/Kolkata',
    'IN',
    'Bengaluru · Pune',
    'Priya Arjun Ananya Vikram Kavya Rohan Meera Sanjay Divya Aditya',
    'Krishnamurthy Iyer Deshpande Banerjee Chaudhary Nair Mehta Reddy Srinivasan Kapoor',
  ),
  region(
    'vi-VN',
    'Asia/Ho_Chi_Minh',
    'VN',
    'Hà Nội · Đà Nẵng',
    'Linh Tuấn Hương Đức Thảo Quân Ngọc Bảo Trang Hải',
    'Nguyễn Trần Phạm Đặng Bùi Vũ Hoàng Đỗ Lý Dương',
  ),
  region(
    'en-NG',
    'Africa/Lagos',
    'NG',
    'Lagos · Abuja',
    'Chidinma Olumide Ngozi Tunde Ifeoma Emeka Yetunde Babajide Amara Sadiq',
    'Adeyemi Okonkwo Balogun Eze Abiodun Nwachukwu Ogunleye Danjuma Obi Bello',
  ),
]

const letters: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', ı: 'i', '’': '' }

/** A name as it stands in an address: plain lower-case letters. */
export const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[øłđßæı’]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '')
