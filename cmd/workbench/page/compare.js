// Compare: the tables of the study; every cell opens its evidence, every quote its place.
import { get } from './api.js';
import { fill, h, kept } from './dom.js';
import { grid } from './table.js';
import { t } from './words.js';

export class CompareView {
  constructor() {
    this.names = h('nav', { class: 'pane names', 'aria-label': t('tables') });
    this.out = h('section', { class: 'pane' });
    this.el = h('div', { class: 'split compare' }, this.names, this.out);
  }

  async open(name) {
    const { tables } = await get('tables');
    this.name = tables.find((x) => x.name === name)?.name ?? (tables.find((x) => x.name === kept.get('table', '')) ?? tables.find((x) => x.name === 'challenges') ?? tables[0])?.name;
    fill(this.names, h('h2', {}, t('tables')), h('ul', {}, tables.map((x) => h('li', {}, h('a', { href: `#compare/${encodeURIComponent(x.name)}`, 'aria-current': x.name === this.name ? 'page' : undefined }, x.title)))));
    if (!this.name) { fill(this.out, h('p', { class: 'empty' }, t('tables.none'))); return; }
    kept.set('table', this.name);
    await this.draw();
  }

  async draw() {
    const proposed = kept.get('count.proposed', false);
    const table = await get('table', { name: this.name, proposed: proposed ? '1' : '', cell: kept.get('cell', '') });
    const coded = table.cells.some((r) => r.some((c) => c.state));
    fill(this.out, h('div', { class: 'toggles' },
      h('label', {}, h('input', { type: 'checkbox', checked: proposed, onchange: (e) => { kept.set('count.proposed', e.target.checked); this.draw(); } }), t('count.proposed')),
      h('label', {}, t('cell'), ' ', h('select', { onchange: (e) => { kept.set('cell', e.target.value); this.draw(); } }, ['', 'state', 'count', 'quotes', 'list', 'summary'].map((x) => h('option', { value: x, selected: x === kept.get('cell', '') }, t(x ? `cell.${x}` : 'cell.own')))))),
    grid(table), coded && table.counts && h('p', { class: 'faint' }, `${t('counts')}: ${t(`counts.${table.counts}`)}`), table.notes?.map((x) => h('p', { class: 'faint' }, x)),
    h('details', {}, h('summary', {}, t('how.made')), h('pre', {}, `${table.how.command}\n${table.how.version}\n${table.how.inputs.join('\n')}`)));
  }

  async changed() { await this.open(this.name); }
}
