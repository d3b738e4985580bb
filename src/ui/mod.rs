//! The window: egui panels around the picture. The only folder that names egui.
