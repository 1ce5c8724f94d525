// Passages, as any view shows them: the words, who said them, what they are coded with; each leads to its place.
import { h } from './dom.js';
import { parseLocator } from './places.js';
import { slot, store } from './store.js';
import { t } from './words.js';

export function placeLink(document, at, children) {
  return h('a', { class: 'place', href: `#document/${encodeURIComponent(document)}/${at[0]}-${at[1]}` }, children);
}

// voice says what one coder says: "ann against".
const voice = (by) => { const [coder, says] = by.split(' '); return `${store.coderLabel(coder)} ${t(`says.${says}`)}`; };

// passage shows one: { document, at } or { passage: locator }, with quote, cite, says, code, coders and so on.
export function passage(p, { code = false, extra = null } = {}) {
  const place = p.passage ? parseLocator(p.passage) : { document: p.document, at: p.at };
  const key = p.code;
  const marks = [code && key && h('span', { class: `tag ${slot(key)}` }, h('span', { class: 'dot' }), store.code(key).label), p.by?.length > 0 ? h('span', { class: 'tag' }, `${p.by.map(voice).join(', ')}: ${t('says.unsettled')}`) : p.says && p.says !== 'for' && h('span', { class: 'tag' }, t(`says.${p.says}`)),
    p.planned && h('span', { class: 'tag' }, t('planned')),
    ...(p.values || (p.value ? [p.value] : [])).map((v) => h('span', { class: 'tag' }, v)), p.status === 'proposed' && h('span', { class: 'tag' }, t('proposed')),
    !p.by?.length && (p.coders || (p.coder ? [p.coder] : [])).length > 0 && h('span', { class: 'faint' }, (p.coders || [p.coder]).map((c) => store.coderLabel(c)).join(', '))];
  const cite = p.cite || p.passage || p.source;
  return h('li', { class: `passage${key ? ` ${slot(key)}` : ''}` },
    p.quote && h('q', {}, p.quote),
    h('div', { class: 'under' }, p.speaker && h('b', {}, p.speaker), place ? placeLink(place.document, place.at, cite) : h('span', {}, cite), marks),
    (p.notes || (p.note ? [p.note] : [])).map((x) => h('p', { class: 'faint' }, `✎ ${x}`)), extra);
}

export const passages = (list, options) => h('ul', { class: 'passages' }, list.map((p) => passage(p, options)));
