//! The page for a browser: what stands on it beside the map and its meetings. Where a label has a word in
//! braces, the page puts a fact in its place.

/// Words on the page for a browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Web {
    /// What the map is called.
    Map,
    /// How the map is moved.
    Keys,
    /// Brings the map nearer.
    ZoomIn,
    /// Takes it farther away.
    ZoomOut,
    /// Shows all of it.
    WholeMap,
    /// What the signs of the map mean.
    Legend,
    /// The panel about what is chosen.
    Details,
    /// How something is chosen.
    Choose,
    /// Where meetings were held.
    Places,
    /// Goes back to what can be chosen.
    Back,
    /// What is chosen has no meeting on the page.
    NoneListed,
    /// A number of meetings, `{n}`, in each form that the language has, with `|` between them.
    Counted,
    /// How many meetings a search found, `{shown}`, of how many, `{all}`.
    Found,
    /// Who met.
    Participants,
    /// Where facts are from.
    Sources,
    /// The browser runs no script.
    NoScript,
}

/// A text on the page for a browser, from facts.
#[derive(Clone, Copy, Debug)]
pub enum WebText {
    /// Of so many lines, which the second number tells, the page has those that count most.
    LinesLeftOut(usize, usize),
    /// Of so many meetings, which the second number tells, the page has the latest.
    MeetingsLeftOut(usize, usize),
}
