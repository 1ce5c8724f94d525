// Passages, as any view shows them: the words, who said them, what they are coded with; each leads to its place.
import { dialog, h, note } from './dom.js';
import { parseLocator } from './places.js';
import { slot, store } from './store.js';
import { t } from './words.js';

export function placeLink(document, at, children) {
  return h('a', { class: 'place', href: `#document/${encodeURIComponent(document)}/${at[0]}-${at[1]}` }, children);
}

// voice says what one coder says: "ann against".
const voice = (by) => { const [coder, says] = by.split(' '); return `${store.coderLabel(coder)} ${t(`says.${says}`)}`; };

// passage shows one: { document, at } or { passage: locator }, with quote, cite, says, code, coders and so on. With code its code stands beside it; of is the
// code that it is a passage of, where it does not say so itself.
export function passage(p, { code = false, of = '', extra = null } = {}) {
  const place = p.passage ? parseLocator(p.passage) : { document: p.document, at: p.at };
  const key = p.code;
  const differ = p.by?.length > 0;
  const marks = [code && key && h('span', { class: `tag ${slot(key)}` }, h('span', { class: 'dot' }), store.code(key).label), differ ? h('span', { class: 'tag' }, `${p.by.map(voice).join(', ')}: ${t('says.unsettled')}`) : p.says && p.says !== 'for' && h('span', { class: 'tag' }, t(`says.${p.says}`)),
    p.planned && h('span', { class: 'tag' }, t('planned')), p.older && h('span', { class: 'tag warn' }, t('older.tag')),
    ...(p.values || (p.value ? [p.value] : [])).map((v) => h('span', { class: 'tag' }, v)), p.status === 'proposed' && h('span', { class: 'tag' }, t('proposed')),
    !differ && (p.coders || (p.coder ? [p.coder] : [])).length > 0 && h('span', { class: 'faint' }, (p.coders || [p.coder]).map((c) => store.coderLabel(c)).join(', ')),
    differ && p.passage && store.codes.has(key || of) && h('button', { 'aria-haspopup': 'dialog', onclick: () => settle(p, key || of) }, t('settle'))];
  const cite = p.cite || p.passage || p.source;
  return h('li', { class: `passage${key ? ` ${slot(key)}` : ''}` },
    p.quote && h('q', {}, p.quote),
    h('div', { class: 'under' }, p.speaker && h('b', {}, p.speaker), place ? placeLink(place.document, place.at, cite) : h('span', {}, cite), marks),
    (p.notes || (p.note ? [p.note] : [])).map((x) => h('p', { class: 'faint' }, `✎ ${x}`)), extra);
}

export const passages = (list, options) => h('ul', { class: 'passages' }, list.map((p) => passage(p, options)));

// settle asks what coders agreed on where they differ, and why.
function settle(p, code) {
  const sides = ['for', 'against', 'qualified', 'none'];
  let side = '';
  const because = h('textarea', { name: 'because', rows: 3 });
  const segments = h('div', { class: 'segments', role: 'radiogroup', 'aria-label': t('says') }, sides.map((s) => h('button', { type: 'button', role: 'radio', 'aria-checked': 'false', onclick: (e) => {
    side = s;
    for (const b of segments.children) b.setAttribute('aria-checked', String(b === e.target));
  } }, t(s === 'none' ? 'settle.none' : `says.${s}`))));
  const save = async () => {
    if (!side) { note(t('settle.which'), { wrong: true }); return; }
    const out = await store.edit({ op: 'settle', code, places: [p.passage], because: because.value, ...(side === 'none' ? { how: 'none' } : { says: side }) });
    if (!out) return;
    document.querySelectorAll('dialog[open]').forEach((x) => x.close());
    document.dispatchEvent(new CustomEvent('redraw'));
  };
  dialog(`${t('settle.title')}: ${store.code(code).label}`, h('blockquote', { class: 'quoted' }, p.quote), h('p', {}, `${p.by.map(voice).join(', ')}.`), segments,
    h('label', { class: 'field' }, h('span', {}, t('because')), because), h('p', { class: 'faint' }, t('settle.about')), h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: save }, t('save'))));
}
