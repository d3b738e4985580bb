//! Composing: a scene → a plan → the marks of a picture, layer by layer in drawing order.

use super::layers::{
    attribution, base, beyond, capitals, circle_names, frequent, header, legend, lengths, lines, list, names,
    nothing_shown, scale, specks, venues,
};
use super::marks::Marks;
use super::plan::Plan;
use super::scene::Scene;
use super::{Group, Picture};
use crate::words::message::Message;
use crate::words::say;
use crate::words::spoken::speaking;

/// The finished picture of a scene, in the language of its map.
#[must_use]
pub fn compose(scene: &Scene) -> Picture {
    speaking(scene.state.language, || composed(Plan::new(*scene), Around::Words))
}

/// The map of a scene alone, for where the words around it stand elsewhere: no title, no legend, no credits.
#[must_use]
pub fn compose_map(scene: &Scene) -> Picture {
    speaking(scene.state.language, || composed(Plan::of_map_alone(*scene), Around::Nothing))
}

/// What stands on and around a map.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// Title, legend and credits, and a word where nothing is shown.
    Words,
    /// Nothing.
    Nothing,
}

fn composed(plan: Plan, around: Around) -> Picture {
    let scene = plan.scene;
    let mut out = Marks::default();
    base::draw(&plan, &mut out);
    specks::draw(&plan, &mut out);
    out.group = Group::Lines;
    lines::draw(&plan, &mut out);
    out.group = Group::Marks;
    capitals::draw(&plan, &mut out);
    venues::draw(&plan, &mut out);
    // Attribution and legend are drawn over the names, which keep away from them.
    out.taken.push(plan.layout.attribution.rect);
    out.taken.extend(plan.layout.legend.as_ref().map(|legend| legend.rect));
    out.group = Group::Scale;
    scale::draw(&plan, &mut out);
    out.group = Group::Names;
    lengths::draw(&plan, &mut out);
    beyond::draw(&plan, &mut out);
    names::draw(&plan, &mut out);
    specks::name(&plan, &mut out);
    circle_names::draw(&plan, &mut out);
    if around == Around::Words {
        out.group = Group::Credits;
        attribution::draw(&plan, &mut out);
        out.group = Group::Legend;
        legend::draw(&plan, &mut out);
        out.group = Group::List;
        nothing_shown::draw(&plan, &mut out);
        frequent::draw(&plan, &mut out);
        list::draw(&plan, &mut out);
        out.group = Group::Title;
        header::draw(&plan, &mut out);
    }

    let layout = plan.layout;
    Picture {
        width: scene.size[0],
        height: scene.size[1],
        description: say(Message::Description(&layout.title, scene.shown)),
        language: scene.state.language,
        page_from_plane: plan.to_page,
        pane: layout.pane,
        view: layout.view,
        title_at: layout.header.title_rect,
        sentence: layout.header.sentence_rect,
        sources_at: layout.attribution.own_rect,
        title: layout.title,
        clip: (around == Around::Words).then_some(layout.pane),
        marks: out.marks,
    }
}
