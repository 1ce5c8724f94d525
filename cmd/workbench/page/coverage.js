// Guide coverage: which question was asked where; a person puts it right and closes it.
import { get } from './api.js';
import { dialog, fill, h } from './dom.js';
import { store } from './store.js';
import { grid, parts } from './table.js';
import { t } from './words.js';

const ways = ['', 'asked', 'not-asked', 'answered-elsewhere'];

export class CoverageView {
  titled = true;

  constructor() { this.el = h('div', { class: 'wide' }); }

  async open() {
    if (!store.study.questions.length) { fill(this.el, h('p', { class: 'empty' }, t('guide.none'), ' ', h('a', { href: '#start' }, t('guide.read')))); return; }
    const found = await get('coverage');
    this.found = found;
    const table = { ...found.table, title: '', rows: found.table.rows.map((r) => ({ ...r, depth: 0 })), columns: found.table.columns.map((c) => ({ ...c, label: c.label.replace(/ \*$/, '') })) };
    fill(this.el, h('h1', {}, t('coverage.title')), h('p', { class: 'faint' }, t('coverage.about')), grid(table, { corner: t('question'), coloured: false, onCell: (c, r, k) => this.cell(c, r, k) }),
      h('div', { class: 'closing' }, table.columns.map((c) => h('div', {}, h('b', {}, c.label), ' ', found.closed[c.key]?.length ? [h('span', { class: 'tag' }, `✓ ${t('coverage.closed', { names: found.closed[c.key].map((x) => store.coderLabel(x)).join(', ') })}`), found.closed[c.key].includes(store.coder) && h('button', { class: 'quiet', onclick: () => this.edit({ op: 'reopen', document: c.key }) }, t('coverage.open.again'))] : h('button', { onclick: () => this.edit({ op: 'close', document: c.key }) }, t('coverage.close'))))));
  }

  async edit(body) { if (await store.edit(body, { onNewer: () => this.open() })) await this.open(); }
  async changed() { await this.open(); }

  cell(c, row, column) {
    const q = store.study.questions.find((x) => x.key === row.key);
    const d = dialog(`${row.label} · ${column.label}`, q && !row.label.endsWith(q.ask) && h('p', {}, q.ask), h('div', { class: 'buttons', role: 'group', 'aria-label': t('coverage.set') }, ways.map((w) => h('button', { onclick: async () => { d.close(); await this.edit({ op: 'asked', document: column.key, question: row.key, how: w, version: this.found.asked[column.key][row.key] }); } }, t(w ? `asked.${w}` : 'asked.matcher')))), parts(c));
  }
}
