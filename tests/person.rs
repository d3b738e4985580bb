//! Persons: spellings of one name are one person, and a newspaper's short name is found.

use std::collections::BTreeSet;
use summitry::gazetteer::person::{person_id, short_name};
use summitry::meeting::code::CountryCode;

#[test]
fn spellings_of_a_name_are_one_person() {
    for (a, b) in [
        ("Viktor Orbán", "viktor orban"),
        ("Recep Tayyip Erdoğan", "RECEP  TAYYIP ERDOGAN"),
        ("Abdel Fattah el-Sisi", " Abdel Fattah El Sisi"),
        ("Владимир Путин", "ВЛАДИМИР ПУТИН"),
        ("Denis Sassou-Nguesso", "Denis Sassou Nguesso"),
    ] {
        assert_eq!(person_id(a), person_id(b), "{a} {b}");
    }
    let others = ["Viktor Orban", "Vladimir Putin", "习近平", "?", "!", ""].map(person_id);
    assert_eq!(others.iter().collect::<BTreeSet<_>>().len(), others.len(), "{others:?}");
}

#[test]
fn a_person_is_called_as_a_newspaper_would() {
    for (name, country, short) in [
        ("Vladimir Putin", "RUS", "Putin"),
        ("Xi Jinping", "CHN", "Xi"),
        ("Kim Jong Un", "PRK", "Kim"),
        ("Lai Ching-te", "TWN", "Lai"),
        ("Luiz Inacio Lula da Silva", "BRA", "Lula"),
        ("Denis Sassou Nguesso", "COG", "Sassou Nguesso"),
        ("Emmanuel Macron", "FRA", "Macron"),
        ("Charles de Gaulle", "FRA", "de Gaulle"),
        ("Ursula von der Leyen", "DEU", "von der Leyen"),
        ("Tamim bin Hamad Al Thani", "QAT", "Tamim bin Hamad"),
        ("Mohammed bin Salman", "SAU", "Mohammed bin Salman"),
        ("Mohammed Al Sabah", "KWT", "Al Sabah"),
        ("Abdel Fattah el-Sisi", "EGY", "el-Sisi"),
        ("To Lam", "VNM", "Lam"),
        ("Nguyen Phu Trong", "VNM", "Trong"),
        ("Ukhnaagiin Khurelsukh", "MNG", "Khurelsukh"),
        ("Abiy Ahmed", "ETH", "Abiy"),
        ("Hun Sen", "KHM", "Hun Sen"),
        ("Min Aung Hlaing", "MMR", "Min Aung Hlaing"),
        ("Prabowo Subianto", "IDN", "Prabowo"),
        ("Lee Hsien Loong", "SGP", "Lee"),
        ("Charles III", "GBR", "Charles III"),
        ("Ferdinand Marcos Jr.", "PHL", "Marcos"),
        ("Miguel Díaz-Canel Bermúdez", "CUB", "Díaz-Canel"),
        ("Putin, Vladimir", "RUS", "Putin"),
        ("Naruhito", "JPN", "Naruhito"),
        ("", "FRA", ""),
    ] {
        assert_eq!(short_name(name, CountryCode::new(country)), short, "{name}");
    }
    assert_eq!(short_name("Xi Jinping", None), "Jinping", "without a country the last word is taken");
}
