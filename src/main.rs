//! Summitry's command line: reads arguments, then opens the window or runs a command.

fn main() {}
