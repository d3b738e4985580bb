//! Tables of as many meetings as are asked for, shaped as real ones are: few leaders with many meetings,
//! capitals and some other cities, thirty-five years. The same number gives the same bytes.

use std::fmt::Write;

/// A state that meetings are made of.
pub struct State<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its capital.
    pub capital: &'a str,
}

/// Cities other than capitals where people meet, with their states.
const OTHER_CITIES: [(&str, &str); 20] = [
    ("New York", "USA"),
    ("Geneva", "CHE"),
    ("Davos", "CHE"),
    ("Munich", "DEU"),
    ("Hamburg", "DEU"),
    ("Sochi", "RUS"),
    ("Saint Petersburg", "RUS"),
    ("Shanghai", "CHN"),
    ("Hangzhou", "CHN"),
    ("Istanbul", "TUR"),
    ("Antalya", "TUR"),
    ("Jeddah", "SAU"),
    ("Dubai", "ARE"),
    ("Mumbai", "IND"),
    ("Osaka", "JPN"),
    ("Sharm el-Sheikh", "EGY"),
    ("Marrakesh", "MAR"),
    ("Cape Town", "ZAF"),
    ("Rio de Janeiro", "BRA"),
    ("Cartagena", "COL"),
];

/// Kinds with their shares, in hundredths.
const KINDS: [(&str, u64); 7] = [
    ("bilateral", 34),
    ("working visit", 20),
    ("official visit", 14),
    ("call", 12),
    ("sideline", 9),
    ("summit", 6),
    ("state visit", 5),
];

const GIVEN: [&str; 12] = [
    "Anna", "Carlos", "Daniel", "Elena", "Farid", "Grace", "Hassan", "Ingrid", "Jorge", "Li", "Maria", "Omar",
];
const FAMILY: [&str; 14] = [
    "Abebe", "Berg", "Costa", "Diallo", "Eriksen", "Fontaine", "Garcia", "Haddad", "Ivanov", "Kim", "Mensah",
    "Novak", "Okoro", "Rahman",
];

/// Numbers that look random: Sebastiano Vigna's splitmix64, with its constants.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }

    /// A place in a list whose early places are drawn far more often.
    fn early(&mut self, end: usize) -> usize {
        let even = self.below(1 << 20) as f64 / f64::from(1 << 20);
        (even * even * even * end as f64) as usize
    }
}

/// A table of so many meetings as comma-separated values, with a line of headings.
pub fn table(number: usize, states: &[State]) -> String {
    let mut numbers = Numbers(number as u64);
    let mut text = String::with_capacity(number * 260);
    text.push_str("id,start,end,kind,status,title,country,city,participants,occasion,source\n");
    for row in 0..number {
        meeting(&mut text, row, states, &mut numbers).expect("a text takes whatever is written");
    }
    text
}

fn meeting(text: &mut String, row: usize, states: &[State], numbers: &mut Numbers) -> std::fmt::Result {
    let year = 1990 + numbers.below(35);
    let (month, day) = (1 + numbers.below(12), 1 + numbers.below(28));
    let last = if numbers.below(5) == 0 { (day + 1 + numbers.below(2)).min(28) } else { day };
    let mut drawn = numbers.below(100);
    let is_kind = |(_, share): &&(&str, u64)| {
        let is_it = drawn < *share;
        drawn = drawn.wrapping_sub(*share);
        is_it
    };
    let kind = KINDS.iter().find(is_kind).map_or("bilateral", |(kind, _)| kind);
    let status = match numbers.below(50) {
        0 => "planned",
        1 => "cancelled",
        2 => "invited",
        _ => "held",
    };
    let host = &states[numbers.early(states.len())];
    let elsewhere = OTHER_CITIES.iter().filter(|(_, code)| *code == host.code).map(|(city, _)| *city);
    let elsewhere: Vec<&str> = elsewhere.collect();
    let city = match elsewhere[..] {
        [] => host.capital,
        _ if numbers.below(3) > 0 => host.capital,
        _ => elsewhere[numbers.below(elsewhere.len() as u64) as usize],
    };
    let guests = if kind == "summit" { 5 + numbers.below(15) } else { 1 + numbers.below(8) / 7 };
    let guests = guests as usize;
    write!(text, "m{row},{year}-{month:02}-{day:02},{year}-{month:02}-{last:02},{kind},{status},")?;
    write!(text, "Talks with {guests} in {city} ({}),{},{city},", host.name, host.code)?;
    person(text, host, year)?;
    let mut at_the_table = vec![host.code];
    while at_the_table.len() <= guests {
        let guest = &states[numbers.early(states.len())];
        if at_the_table.contains(&guest.code) {
            continue;
        }
        at_the_table.push(guest.code);
        text.push_str("; ");
        person(text, guest, year)?;
    }
    let is_around = kind == "summit" || kind == "sideline";
    let occasion = if is_around { format!("Conference {}", numbers.below(4000)) } else { String::new() };
    writeln!(text, ",{occasion},https://example.org/{year}/{row}")
}

/// A leader: a new one every five years.
fn person(text: &mut String, state: &State, year: u64) -> std::fmt::Result {
    let code = state.code.bytes().fold(0, |sum, letter| sum * 31 + u64::from(letter));
    let term = code + year / 5 * 7;
    let (given, family) = (GIVEN[(term % 12) as usize], FAMILY[(term / 3 % 14) as usize]);
    write!(text, "{given} {family}-{}|President|{}", state.code, state.code)
}
