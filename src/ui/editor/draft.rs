//! A draft: the text in a field of the editor. It may be ahead of the record while it cannot be understood.

/// A text with the value of the record that it was last true to.
#[derive(Clone, Debug)]
pub struct Draft<T> {
    /// As it was typed.
    pub text: String,
    /// The record's value in the frame before; `None` before the first.
    recorded: Option<T>,
    /// The value that the text gave to the record, until the record has it.
    given: Option<T>,
}

impl<T> Default for Draft<T> {
    fn default() -> Self {
        Self { text: String::new(), recorded: None, given: None }
    }
}

impl<T: Clone + PartialEq> Draft<T> {
    /// Takes the record's value over where it changed otherwise than by this draft: by undo, or another
    /// field.
    pub fn follow(&mut self, value: &T, words: impl FnOnce(&T) -> String) {
        if self.recorded.as_ref() == Some(value) {
            return;
        }
        if self.given.as_ref() != Some(value) {
            self.text = words(value);
        }
        self.recorded = Some(value.clone());
        self.given = None;
    }

    /// Notes the value that the text stands for, which goes into the record now.
    pub fn give(&mut self, value: &T) {
        self.given = Some(value.clone());
    }
}
