'use strict';
// What the page does: it moves the map, tells the meetings of what is chosen, and sorts and searches the table.
(() => {
  const byId = id => document.getElementById(id);
  const { texts, countries, meetings } = JSON.parse(byId('page-data').textContent);
  const map = byId('page-map');
  const box = byId('map-box');

  // --- Small tools -------------------------------------------------------------------------------------------

  /** An element. Whatever is put into it is text, never markup. */
  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  /** Words of the record, which may run from right to left whatever stands beside them. */
  const own = text => element('bdi', {}, text);
  const button = (text, action) => {
    const made = element('button', { type: 'button' }, text);
    made.addEventListener('click', action);
    return made;
  };
  const { lang } = document.documentElement;
  const grouped = number => number.toLocaleString(lang === 'en' ? 'en-US' : `${lang}-u-nu-latn`);
  const rules = new Intl.PluralRules(lang);
  const filled = (text, facts) => text.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole);
  /** So many meetings, in the form that the language has for the number; the last one where it is none of those that the page names. */
  const counted = number => {
    const forms = texts.counted.split('|');
    return filled(forms[texts.forms.indexOf(rules.select(number))] ?? forms.at(-1), { n: grouped(number) });
  };
  const say = text => { byId('live').textContent = text; };
  /** Small letters without accents, for searching. */
  const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  // --- What there is to choose -------------------------------------------------------------------------------

  const rowOf = new Map(meetings.map((meeting, row) => [meeting.id, row]));
  const times = row => meetings[row].n ?? 1;
  const total = rows => [...rows].reduce((sum, row) => sum + times(row), 0);
  const stateOf = code => countries[code] ?? code ?? '';

  /** Everything with meetings that is drawn: its words, its rows, and the marks it is drawn with. */
  const things = new Map();
  const thingOf = new Map();
  for (const mark of map.querySelectorAll('g[data-meetings]')) {
    const ids = mark.dataset.meetings.split(' ').filter(Boolean).map(decodeURIComponent);
    const title = mark.querySelector('title').textContent;
    const kind = mark.querySelector('[class]')?.getAttribute('class') ?? '';
    const key = [kind, title, ...ids].join('\n');
    if (!things.has(key)) {
      const rows = new Set(ids.map(id => rowOf.get(id)).filter(row => row !== undefined));
      things.set(key, { kind, name: title, rows, marks: new Set(), isCounted: true });
    }
    things.get(key).marks.add(mark);
    thingOf.set(mark, things.get(key));
  }

  const ofCountry = new Map();
  const ofLeader = new Map();
  const add = (all, key, name, row) => {
    if (!all.has(key)) all.set(key, { name, rows: new Set() });
    all.get(key).rows.add(row);
    return all.get(key);
  };
  meetings.forEach((meeting, row) => {
    const codes = new Set(meeting.who.map(person => person[2]).filter(Boolean));
    if (meeting.in) codes.add(meeting.in);
    for (const code of codes) add(ofCountry, code, stateOf(code), row).code = code;
    for (const [name, , code] of meeting.who) {
      if (name) add(ofLeader, `${name}\n${code ?? ''}`, code ? `${name} (${stateOf(code)})` : name, row);
    }
  });
  const country = code => ofCountry.get(code) ?? { name: stateOf(code), rows: new Set(), code };
  const meetingAt = row => ({ name: meetings[row].title || meetings[row].id, rows: new Set([row]), isCounted: true });

  // --- The view of the map -----------------------------------------------------------------------------------

  const [left, top, wide, high] = map.getAttribute('viewBox').split(' ').map(Number);
  const CLOSEST = 12;
  const STEP = 1.5;
  const READABLE = 0.85;
  const view = { x: left + wide / 2, y: top + high / 2, zoom: 1 };
  const names = [...map.querySelectorAll('#names text')].map(name => [name, +name.getAttribute('x'), +name.getAttribute('y')]);
  const strokes = [...map.querySelectorAll('#lines path[stroke-width]')].map(line => [
    line,
    +line.getAttribute('stroke-width'),
    (line.getAttribute('stroke-dasharray') ?? '').split(' ').filter(Boolean).map(Number),
  ]);
  const dots = [...map.querySelectorAll('circle.country')].map(dot => [dot, +dot.getAttribute('r'), +dot.getAttribute('stroke-width')]);
  let drawnWith = 1;

  /** Pixels a unit of the map. */
  const scale = () => Math.min(box.clientWidth / wide, box.clientHeight / high) * view.zoom;
  const within = (at, from, length, seen) =>
    seen >= length ? from + length / 2 : Math.min(Math.max(at, from + seen / 2), from + length - seen / 2);

  /** Names, lines and the dots of capitals grow with the root of the zoom, so that they come apart where one is close. */
  const restyle = () => {
    const share = 1 / Math.sqrt(Math.max(scale(), 1));
    if (drawnWith === share) return;
    drawnWith = share;
    for (const [name, x, y] of names) {
      name.setAttribute('transform', `matrix(${share} 0 0 ${share} ${x * (1 - share)} ${y * (1 - share)})`);
    }
    for (const [line, width, dashes] of strokes) {
      line.setAttribute('stroke-width', width * share);
      if (dashes.length) line.setAttribute('stroke-dasharray', dashes.map(dash => dash * share).join(' '));
    }
    for (const [dot, radius, width] of dots) {
      dot.setAttribute('r', radius * share);
      dot.setAttribute('stroke-width', width * share);
    }
  };

  const draw = () => {
    view.zoom = Math.min(Math.max(view.zoom, 1), CLOSEST);
    const [across, down] = [box.clientWidth / scale(), box.clientHeight / scale()];
    view.x = within(view.x, left, wide, across);
    view.y = within(view.y, top, high, down);
    map.setAttribute('viewBox', `${view.x - across / 2} ${view.y - down / 2} ${across} ${down}`);
    restyle();
    byId('zoom-in').disabled = view.zoom >= CLOSEST;
    byId('zoom-out').disabled = view.zoom <= 1;
    byId('whole-map').disabled = view.zoom <= 1;
  };

  let isAsked = false;
  /** Draws the view before the next frame, once. */
  const redraw = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => { isAsked = false; draw(); });
  };

  /** Zooms about a point of the box, in pixels from its middle: what lies there stays there. */
  const zoom = (factor, [x, y] = [0, 0]) => {
    const before = scale();
    view.zoom = Math.min(Math.max(view.zoom * factor, 1), CLOSEST);
    const after = scale();
    view.x += x / before - x / after;
    view.y += y / before - y / after;
    redraw();
  };
  const move = (x, y) => {
    view.x -= x / scale();
    view.y -= y / scale();
    redraw();
  };
  /** On a small screen the map begins where most places are: all of it would be too small to be read. */
  const begin = () => {
    const whole = scale();
    const marks = [...things.values()].filter(thing => thing.kind === 'place');
    const places = marks.map(thing => [...thing.marks][0].getBBox()).filter(frame => frame.width > 0);
    if (whole >= READABLE || places.length === 0) return;
    const middle = list => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
    view.x = middle(places.map(frame => frame.x + frame.width / 2));
    view.y = middle(places.map(frame => frame.y + frame.height / 2));
    view.zoom = READABLE / whole;
  };
  const showWhole = () => {
    Object.assign(view, { x: left + wide / 2, y: top + high / 2, zoom: 1 });
    redraw();
  };
  const fromMiddle = event => {
    const frame = box.getBoundingClientRect();
    return [event.clientX - frame.left - frame.width / 2, event.clientY - frame.top - frame.height / 2];
  };

  box.addEventListener('wheel', event => {
    // Where nothing is left to zoom out of, the page scrolls.
    if (view.zoom <= 1 && event.deltaY > 0) return;
    event.preventDefault();
    const pixels = event.deltaY * [1, 16, 400][event.deltaMode];
    zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), fromMiddle(event));
  }, { passive: false });

  /** Fingers and buttons that are down, where they are. */
  const held = new Map();
  let wasDragged = false;
  box.addEventListener('pointerdown', event => {
    if (event.button > 0) return;
    if (held.size === 0) wasDragged = false;
    held.set(event.pointerId, { first: fromMiddle(event), at: fromMiddle(event) });
  });
  box.addEventListener('pointermove', event => {
    const finger = held.get(event.pointerId);
    if (!finger) return;
    const at = fromMiddle(event);
    if (!wasDragged && Math.hypot(at[0] - finger.first[0], at[1] - finger.first[1]) < 5) return;
    wasDragged = true;
    if (!box.hasPointerCapture(event.pointerId)) box.setPointerCapture(event.pointerId);
    const others = [...held].filter(([id]) => id !== event.pointerId).map(([, other]) => other.at);
    if (others.length === 0) {
      move(at[0] - finger.at[0], at[1] - finger.at[1]);
    } else {
      const [other] = others;
      const apart = ([x, y]) => Math.max(Math.hypot(x - other[0], y - other[1]), 1);
      const middle = ([x, y]) => [(x + other[0]) / 2, (y + other[1]) / 2];
      const [before, after] = [middle(finger.at), middle(at)];
      move(after[0] - before[0], after[1] - before[1]);
      zoom(apart(at) / apart(finger.at), after);
    }
    finger.at = at;
  });
  const letGo = event => held.delete(event.pointerId);
  for (const end of ['pointerup', 'pointercancel']) box.addEventListener(end, letGo);
  window.addEventListener('pointerup', letGo);
  box.addEventListener('dblclick', event => zoom(2, fromMiddle(event)));

  box.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = 60;
    const does = {
      '+': () => zoom(STEP), '=': () => zoom(STEP), '-': () => zoom(1 / STEP), 0: showWhole,
      ArrowLeft: () => move(far, 0), ArrowRight: () => move(-far, 0),
      ArrowUp: () => move(0, far), ArrowDown: () => move(0, -far),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });
  byId('zoom-in').addEventListener('click', () => zoom(STEP));
  byId('zoom-out').addEventListener('click', () => zoom(1 / STEP));
  byId('whole-map').addEventListener('click', showWhole);
  new ResizeObserver(redraw).observe(box);

  // --- Choosing ----------------------------------------------------------------------------------------------

  /** Lines are thin: what lies beside the point counts too, the nearer first. */
  const NEAR = [0, 3, 6].flatMap(far => far === 0 ? [[0, 0]]
    : [[far, 0], [-far, 0], [0, far], [0, -far], [far, far], [-far, -far], [far, -far], [-far, far]]);

  const under = (x, y) => {
    for (const [dx, dy] of NEAR) {
      const found = document.elementFromPoint(x + dx, y + dy)?.closest('g[data-meetings]');
      if (found && map.contains(found)) return thingOf.get(found);
    }
    const found = document.elementFromPoint(x, y);
    const code = found?.closest('[data-country]')?.dataset.country ?? found?.closest('#land > path')?.id;
    return code ? country(code) : null;
  };
  map.addEventListener('click', event => {
    if (!wasDragged) choose(under(event.clientX, event.clientY));
  });

  let chosen = null;
  const light = () => {
    map.classList.toggle('singles-out', chosen !== null && chosen.rows.size > 0);
    for (const [mark, thing] of thingOf) {
      const isNear = chosen === null || chosen.rows.size === 0 || chosen === thing
        || [...thing.rows].some(row => chosen.rows.has(row));
      mark.classList.toggle('away', !isNear);
      mark.classList.toggle('chosen', chosen === thing);
    }
    for (const land of map.querySelectorAll('#land > path')) {
      land.classList.toggle('chosen', chosen?.code === land.id);
    }
    rows.forEach((row, number) => row.classList.toggle('chosen', chosen !== null && chosen.rows.has(number)));
  };

  /** Chooses something, or nothing. Who works with keys is led to what is told of it. */
  const choose = (choice, byKey = false) => {
    chosen = choice;
    light();
    tell(byKey);
  };

  // --- What is told of it ------------------------------------------------------------------------------------

  const linked = reference => {
    const words = reference.trim().split(/\s+/);
    const address = words[0].replace(/[,;]+$/, '');
    let found = null;
    try { found = new URL(address); } catch { /* It is no address. */ }
    if (!found || !['http:', 'https:'].includes(found.protocol)) return [own(reference)];
    const link = element('a', { href: found.href, rel: 'noopener noreferrer', target: '_blank' }, own(address));
    const rest = reference.trim().slice(words[0].length).trim();
    return rest ? [link, ' ', own(rest)] : [link];
  };
  /** What is known of each participant: name, office, state. */
  const people = meeting => meeting.who.map(([name, office, code]) => [name, office, stateOf(code)].filter(Boolean));
  /** Words of the record in a row, each in its own direction. */
  const inRow = (words, between) => words.flatMap((one, at) => [...(at ? [between] : []), ...(Array.isArray(one) ? one : [own(one)])]);
  const person = words => inRow(words, ', ');

  const fact = (head, ...told) => told.length ? [element('dt', {}, head), ...told.map(one => element('dd', {}, ...one))] : [];

  const told = (row, isOpen) => {
    const meeting = meetings[row];
    const { where, placed, kind, status, occasion, outcome, note, trip } = meeting;
    const sources = meeting.sources.map(([reference, facts]) =>
      facts ? [...linked(reference), ` (${filled(texts.supports, { facts })})`] : linked(reference));
    const facts = element('dl', {},
      ...fact(texts.participants, ...people(meeting).map(person)),
      ...fact(texts.place, [own(where || texts.noPlace), placed === 'city' ? '' : ` (${texts.placed[placed]})`]),
      ...fact(texts.kind, [[kind, status, meeting.n > 1 ? counted(meeting.n) : ''].filter(Boolean).join(', ')]),
      ...[[texts.occasion, occasion], [texts.trip, trip], [texts.outcome, outcome], [texts.note, note]]
        .flatMap(([head, text]) => text ? fact(head, [own(text)]) : []),
      ...fact(texts.sources, ...(sources.length ? sources : [[texts.noSource]])));
    const head = element('summary', {}, element('span', { class: 'when' }, meeting.when), ' ', own(meeting.title || meeting.id));
    return element('li', {}, element('details', isOpen ? { open: '' } : {}, head, facts));
  };

  const group = (head, list, isOpen) => {
    if (list.length === 0) return [];
    const summary = element('summary', {}, `${head} (${grouped(list.length)})`);
    const items = list.map(choice => {
      const number = choice.isCounted ? [] : [' ', element('span', { class: 'number' }, grouped(total(choice.rows)))];
      return element('li', {}, button(own(choice.name), event => choose(choice, event.detail === 0)), ...number);
    });
    // The number stands in the button, so that it is read with the name.
    items.forEach(item => item.firstChild.append(...[...item.childNodes].slice(1)));
    return [element('details', isOpen ? { open: '' } : {}, summary, element('ul', {}, ...items))];
  };
  const byNumber = list => [...list].sort((a, b) => total(b.rows) - total(a.rows) || a.name.localeCompare(b.name, lang));
  const isLine = thing => ['journey', 'leg', 'relation', 'spoke'].includes(thing.kind);
  /** On a page that lists not all meetings, that it does not. */
  const leftOut = () => texts.leftOut ? [element('p', { class: 'quiet' }, texts.leftOut)] : [];
  const overview = () => [
    element('h2', {}, texts.details),
    element('p', {}, texts.choose),
    ...leftOut(),
    ...group(texts.countries, byNumber(ofCountry.values()), true),
    ...group(texts.places, byNumber([...things.values()].filter(thing => thing.kind === 'place')), false),
    ...group(texts.lines, byNumber([...things.values()].filter(isLine)), false),
    ...group(texts.leaders, byNumber(ofLeader.values()), false),
  ];

  const tell = byKey => {
    const panel = byId('details');
    if (chosen === null) {
      panel.replaceChildren(...overview());
      say('');
      if (byKey) panel.querySelector('summary')?.focus();
      return;
    }
    const listed = [...chosen.rows].sort((a, b) => a - b);
    const number = counted(total(listed));
    const heading = element('h2', { tabindex: '-1' }, own(chosen.name));
    const about = chosen.isCounted ? [] : [element('p', {}, listed.length ? number : texts.none)];
    const back = button(texts.back, event => choose(null, event.detail === 0));
    panel.replaceChildren(back, heading, ...about, ...leftOut(),
      element('ol', {}, ...listed.map(row => told(row, listed.length <= 3))));
    if (byKey) heading.focus();
    else say(chosen.isCounted ? chosen.name : `${chosen.name}: ${listed.length ? number : texts.none}`);
    panel.scrollTop = 0;
  };
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && chosen !== null) choose(null, byId('details').contains(document.activeElement));
  });

  // --- The table ---------------------------------------------------------------------------------------------

  const body = byId('meetings').tBodies[0];
  const cells = meeting => [
    meeting.from ?? '9999', meeting.title || meeting.id, people(meeting).map(words => words.join(', ')).join('; '), meeting.where, meeting.kind, meeting.status,
  ];
  const sortable = meetings.map(cells);
  const searched = meetings.map(meeting => folded([
    meeting.when, ...cells(meeting), meeting.occasion, meeting.outcome, meeting.note, meeting.trip, ...meeting.sources.flat(),
  ].filter(Boolean).join(' ')));
  const rows = meetings.map((meeting, row) => {
    const title = button(own(meeting.title || meeting.id), event => choose(meetingAt(row), event.detail === 0));
    const [, , , where, kind, status] = sortable[row];
    return element('tr', {},
      element('td', { class: 'when' }, meeting.when),
      element('th', { scope: 'row' }, title),
      element('td', {}, ...inRow(people(meeting).map(person), '; ')), element('td', {}, own(where)), element('td', {}, kind), element('td', {}, status));
  });
  body.append(...rows);

  const heads = [...byId('meetings').tHead.rows[0].cells];
  const order = new Intl.Collator(lang, { numeric: true });
  heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () => {
    const isUp = head.getAttribute('aria-sort') !== 'ascending';
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
    const compare = (a, b) => (isUp ? 1 : -1) * order.compare(sortable[a][column], sortable[b][column]) || a - b;
    body.append(...rows.map((_, row) => row).sort(compare).map(row => rows[row]));
  }));

  const search = byId('search');
  const found = byId('found');
  const filter = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    let number = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every(word => searched[at].includes(word));
      number += row.hidden ? 0 : 1;
    });
    found.textContent = filled(texts.found, { shown: grouped(number), all: grouped(rows.length) });
  };
  search.addEventListener('input', filter);

  // --- The beginning -----------------------------------------------------------------------------------------

  for (const land of map.querySelectorAll('#land > path')) {
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = stateOf(land.id);
    land.append(title);
  }
  document.documentElement.classList.add('works');
  filter();
  begin();
  draw();
  tell(false);
})();
