// The one script of the page. What it shows follows from the data block, the clock and the visitor.
// Where an old browser lacks something it stops, and the text that medalist wrote stays.
'use strict';

// The number of the calendar day of a moment in a zone; Swedish dates are ISO 8601 dates.
const dayIn = (timeZone, ms) =>
  Date.parse(new Intl.DateTimeFormat('sv', { timeZone }).format(ms)) / 864e5;

// What the target `d` is at `now` (in milliseconds) to a reader in `zone`. A pure function.
// Days to a minute are days on the reader's calendar, others on the calendar of the target's zone.
function face(d, now, zone) {
  if (!d.precision) return { state: d.happened ? 'past' : 'tba' };
  if (d.precision !== 'minute') {
    const today = dayIn(d.zone, now);
    const days = Date.parse(d.first) / 864e5 - today;
    const most = Date.parse(d.last) / 864e5 - today;
    return { state: days > 0 ? 'upcoming' : most < 0 ? 'past' : 'window', days, most };
  }
  // Adding 0 makes 0 of -0.
  const seconds = Math.ceil(d.start - now / 1e3) + 0;
  const state = seconds > 0 ? 'upcoming' : -seconds < 60 * (d.runtime || 0) ? 'live' : 'past';
  const days = dayIn(zone, d.start * 1e3) - dayIn(zone, now);
  return { state, days, most: days, seconds, minute: Math.floor(-seconds / 60) + 1 };
}

const $ = (id) => document.getElementById(id);
const d = JSON.parse($('data').textContent);
const coarse = d.precision !== 'minute';
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const lang = navigator.language;
const known = [lang.slice(0, 2), d.lang].find((code) => d.labels[code]);
const t = d.labels[known];

const amount = (n, unit, digits) => new Intl.NumberFormat(lang,
  { style: 'unit', unit, unitDisplay: 'long', minimumIntegerDigits: digits });
const near = (n, unit) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(n, unit);

// A date as precise as it is written: a year, a month, a day, or a moment in a zone.
// Of it only the day, the day without its weekday (in a note), or the weekday.
function written(iso, only, timeZone = zone) {
  const size = iso.length;
  const style = { timeZone: size > 10 ? timeZone : 'UTC' };
  if (size > 7 && only !== 'note') style.weekday = 'short';
  if (only !== 'weekday') {
    style.year = 'numeric';
    if (size > 4) style.month = size > 7 ? 'short' : 'long';
    if (size > 7) style.day = 'numeric';
    if (size > 10 && !only) Object.assign(style, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  }
  return new Intl.DateTimeFormat(lang, style).format(new Date(iso));
}

function element(name, text, more) {
  return Object.assign(document.createElement(name), { textContent: text, ...more });
}

const time = (iso, only) => element('time', written(iso, only), { dateTime: iso, lang });

// Days, hours, minutes and seconds, from the first that is not 0.
function clock(s) {
  const all = [[s / 86400, 'day'], [s / 3600 % 24, 'hour'], [s / 60 % 60, 'minute'], [s % 60, 'second']]
    .map(([n, unit]) => [Math.floor(n), unit]);
  return all.slice(all.findIndex(([n]) => n));
}

// A number above its unit, from the parts of an amount.
function figure(parts) {
  const join = (unit) => parts.filter((p) => (p.type === 'unit') === unit).map((p) => p.value).join('').trim();
  const one = element('span');
  one.append(element('b', join(false)), ' ', element('small', join(true)), ' ');
  return one;
}

// The large answer (words, or amounts in parts) and the template of the line below it.
function answer({ state, days, most, seconds }) {
  const lead = coarse ? t.lead + ' ' + t.there : t.lead;
  if (state === 'tba') return [t.tba, t.open];
  if (state === 'live') return [t.live, t.minute];
  if (state === 'upcoming') {
    if (!coarse) return [clock(seconds).map(([n, unit], i) => amount(n, unit, i ? 2 : 1).formatToParts(n)), days < 2 ? t.soon : lead];
    if (days !== most) return [[amount(days, 'day').formatRangeToParts(days, most)], t.some + ' ' + t.there];
    return [days < 2 ? near(days, 'day') : [amount(days, 'day').formatToParts(days)], lead];
  }
  if (state === 'window') {
    if (d.precision === 'day') return [near(0, 'day'), lead];
    return [t.this.replace('{rel}', near(0, d.precision)), t.latest + ' ' + t.there];
  }
  if (!d.precision) return [t.out, t.when];
  if (d.unconfirmed) return [t.doubt, t.unsure];
  if (d.planned) return [t.passed, t.plan];
  if (d.iso.length < 10) return [written(d.iso), '{verb}'];
  if (coarse || seconds <= -86400) return [near(days, 'day'), lead];
  const [n, unit] = clock(-seconds)[0] || [];
  return [unit && unit !== 'second' ? near(-n, unit) : near(0, 'second'), lead];
}

// Put nodes and texts into an element where they change what it says.
function put(id, nodes) {
  const fresh = element('p');
  fresh.append(...nodes);
  if (fresh.textContent !== $(id).textContent) $(id).replaceChildren(...fresh.childNodes);
}

// Put a template into an element, with values (texts or elements) in its places.
function fill(id, template, values) {
  put(id, template.split(/\{(\w+)\}/).map((part, i) => i % 2 ? values[part] : part));
}

let timer;

function update() {
  clearTimeout(timer);
  const now = Date.now();
  const f = face(d, now, zone);
  const [big, lead] = answer(f);
  const left = f.state === 'upcoming';
  const ticks = left && !coarse;
  put('big', big.map ? big.map(figure) : [big]);
  $('big').className = f.state;
  if (!ticks) $('big').removeAttribute('role');
  const verb = t.verbs[+(f.state === 'past')];
  fill('lead', lead, { verb, rel: f.most >= 0 && near(f.most, 'day'), place: t.place, n: f.minute,
    all: d.runtime, date: d.iso && time(d.iso, 'day'), asOf: time(d.asOf, 'note') });
  // What a screen reader hears and the title says: whole minutes, only when the words change.
  const said = ticks ? clock(Math.ceil(f.seconds / 60) * 60).slice(0, 2)
    .filter(([n, unit]) => n && unit !== 'second').map(([n, unit]) => amount(n, unit).format(n)).join(' ')
    : $('big').textContent.trim();
  put('say', [said]);
  document.title = said + ' · ' + d.title;
  if ($('bar')) {
    const part = left ? Math.max(0, now / 1e3 - d.begin) / (d.start - d.begin) : 1;
    $('bar').value = part;
    $('bar').hidden = $('wait').hidden = !left;
    fill('pct', t.wait, { pct: new Intl.NumberFormat(lang, { style: 'percent' }).format(Math.floor(part * 100) / 100) });
  }
  // A coarse date has no clock: it only looks whether a new day has begun where its date counts.
  const step = ticks ? 1e3 : 6e4;
  timer = setTimeout(update, step - now % step);
}

update();
document.addEventListener('visibilitychange', update);
document.documentElement.lang = known;
$('big').lang = $('say').lang = lang;
$('counted').hidden = true;
for (const node of document.querySelectorAll('[data-ja]')) node.textContent = node.dataset[known];
for (const node of document.querySelectorAll('time')) {
  if (node.closest('#lead')) continue;
  node.textContent = written(node.dateTime, node.dataset.only, node.dataset.zone);
  node.lang = lang;
}
// No time twice: the target's own clock stays, else the first that shows a time.
const rows = [...document.querySelectorAll('#clocks div')];
const walls = rows.map((row) => new Date(d.start * 1e3).toLocaleString('sv', { timeZone: row.dataset.zone || zone }));
rows.forEach((row, i) => {
  row.hidden = rows[i + 1] && (walls.indexOf(walls[i]) < i || walls[i] === walls.at(-1));
});
