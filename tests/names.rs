//! The names in a cell of people.

use summitry::import::names::names;

#[test]
fn a_cell_of_people_is_parted_where_each_part_can_stand_for_itself() {
    let known = |piece: &str| ["Macron", "Scholz", "Germany", "France"].contains(&piece);
    let table: [(&str, &[&str]); 16] = [
        ("Ann Lee", &["Ann Lee"]),
        ("Marco Rubio; Wang Yi", &["Marco Rubio", "Wang Yi"]),
        ("Andrii Sybiha, Volodymyr Zelensky", &["Andrii Sybiha", "Volodymyr Zelensky"]),
        ("Merkel, Angela", &["Merkel, Angela"]),
        ("Macron, Scholz", &["Macron", "Scholz"]),
        ("Germany and France", &["Germany", "France"]),
        (
            "Queen Elizabeth II and Prime Minister Thatcher",
            &["Queen Elizabeth II", "Prime Minister Thatcher"],
        ),
        ("Minister of Trade and Industry", &["Minister of Trade and Industry"]),
        ("Ann Lee (President, Norway)", &["Ann Lee (President, Norway)"]),
        ("Ann Lee (Norway), Bo Li (China)", &["Ann Lee (Norway)", "Bo Li (China)"]),
        ("['Ann Lee', 'Bo Li']", &["Ann Lee", "Bo Li"]),
        ("Ann Lee\nBo Li", &["Ann Lee", "Bo Li"]),
        ("Ann Lee, Bo Li, and Cy Ray", &["Ann Lee", "Bo Li", "Cy Ray"]),
        ("Ann Lee / Bo Li", &["Ann Lee", "Bo Li"]),
        ("", &[]),
        ("-", &[]),
    ];
    for (cell, expected) in table {
        assert_eq!(names(cell, known), expected, "{cell}");
    }
}
