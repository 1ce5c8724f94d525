// A table as the program makes it: every cell opens what it rests on.
import { dialog, h } from './dom.js';
import { passages } from './evidence.js';
import { slot, store } from './store.js';
import { t, n } from './words.js';

export function grid(table, { onCell = (c, r, k) => evidence(c, r, k), corner = '', coloured = true } = {}) {
  return h('div', { class: 'scroller', tabIndex: 0, role: 'region', 'aria-label': table.title || corner }, h('table', { class: 'grid' },
    table.title && h('caption', {}, table.title, table.banner && h('p', { class: 'warning' }, table.banner)),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, corner), table.columns.map((c) => h('th', { scope: 'col' }, c.label)))),
    h('tbody', {}, table.rows.map((r, i) => h('tr', {}, h('th', { scope: 'row', class: coloured && store.codes.has(r.key) ? slot(r.key) : '', style: { '--depth': r.depth || 0 }, title: r.note }, coloured && store.codes.has(r.key) && h('span', { class: 'dot' }), ' ', r.label, r.note && h('div', { class: 'faint' }, r.note)),
      table.cells[i].map((c, j) => h('td', { class: `cellbox state-${c.state || 'value'}` }, cell(c, r, table.columns[j], () => onCell(c, r, table.columns[j])))))))));
}

function cell(c, row, column, open) {
  const words = c.items?.length ? c.items.map((x) => h('div', {}, x)) : c.text || (c.missing ? h('span', { class: 'faint' }, c.missing) : '');
  const more = c.evidence.length + (c.aside?.length || 0) + (c.proposed?.length || 0) + (c.sources?.length || 0);
  if (!more && !c.text && !c.state) return words && h('div', { class: 'bare' }, words);
  return h('button', { class: 'opens', onclick: open, 'aria-haspopup': 'dialog', 'aria-label': words && words !== '–' ? undefined : `${row.label}, ${column.label}: ${t('no.words')}` }, words || '–', c.derived && h('span', { class: 'faint' }, ` (${t('derived')}: ${c.derived})`));
}

// evidence shows what a cell rests on.
export function evidence(c, row, column, ...more) {
  return dialog(`${row.label} · ${column.label}`, c.because && h('p', {}, h('b', {}, `${t('because')}: `), c.because), ...more, parts(c, row.key));
}

// parts are what a cell rests on; code is the code of its row, if it is one.
export function parts(c, code = '') {
  return [
    c.evidence.length > 0 && h('section', {}, h('h3', {}, n('passages', c.evidence.length)), passages(c.evidence, { of: code })),
    c.aside?.length > 0 && h('section', {}, h('h3', {}, `${t('aside')}: ${c.aside.length}`), passages(c.aside, { of: code })),
    c.proposed?.length > 0 && h('section', {}, h('h3', {}, `${t('proposals')}: ${c.proposed.length}`), passages(c.proposed)),
    c.sources?.length > 0 && h('section', {}, h('h3', {}, t('sources')), h('ul', { class: 'plain' }, c.sources.map((s) => h('li', {}, s.document ? h('a', { href: `#document/${encodeURIComponent(s.document)}` }, store.document(s.document)?.title ?? s.document) : s.kind, ` – ${t(`source.${s.state}`)}`, s.why && `: ${s.why}`)))),
    !c.evidence.length && !c.proposed?.length && h('p', { class: 'faint' }, c.missing || t('no.evidence')),
  ];
}
