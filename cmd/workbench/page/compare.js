// Compare: the tables of the study, and what can be asked of every study; every cell opens its evidence, every quote its place.
import { get } from './api.js';
import { fill, h, kept, say } from './dom.js';
import { kind } from './picker.js';
import { store } from './store.js';
import { grid } from './table.js';
import { t } from './words.js';

export class CompareView {
  constructor() {
    this.names = h('nav', { class: 'pane names', 'aria-label': t('tables') });
    this.out = h('section', { class: 'pane', 'aria-label': t('tab.compare') });
    this.el = h('div', { class: 'split compare' }, this.names, this.out);
  }

  async open(name) {
    const { tables, questions, units } = await get('tables');
    this.units = units;
    for (const q of questions) q.title = t(`ask.${q.name.slice(1)}`);
    const all = [...tables, ...questions];
    const named = (x) => all.find((a) => a.name === x);
    this.chosen = named(name) ?? named(kept.get('table', '')) ?? named('challenges') ?? all[0];
    this.name = this.chosen?.name;
    const list = (some) => h('ul', {}, some.map((x) => h('li', {}, h('a', { href: `#compare/${encodeURIComponent(x.name)}`, 'aria-current': x.name === this.name ? 'page' : undefined }, x.title))));
    const focused = this.names.contains(document.activeElement) && document.activeElement.hash;
    fill(this.names, questions.length > 0 && [h('h2', {}, t('ask')), list(questions)], tables.length > 0 && [h('h2', {}, t('tables')), list(tables)]);
    if (focused) [...this.names.querySelectorAll('a')].find((a) => a.hash === focused)?.focus();
    if (!this.name) { fill(this.out, h('p', { class: 'empty' }, t('tables.none'))); return; }
    kept.set('table', this.name);
    await this.draw();
  }

  // params are what is asked of the server: of the study's own tables the cells, of a question the codes and the document.
  params() {
    const takes = this.chosen.takes?.split(' ') ?? [];
    if (!takes.length) return { name: this.name, proposed: kept.get('count.proposed', false) ? '1' : '', cell: kept.get('cell', '') };
    return { name: this.name, kind: this.kind(), document: takes.includes('document') ? this.document() : '', unit: takes.includes('unit') ? this.unit() : '' };
  }

  kinds() { return store.study.kinds.filter((k) => k !== 'structural'); }
  kind() { const k = kept.get(`compare.kind${this.name}`, null); return k === '' || this.kinds().includes(k) ? k : [':similarity', ':cluster', ':map', ':cooccurrence'].includes(this.name) ? '' : this.kinds()[0] ?? ''; } // cases are alike in all that is known of them
  unit() { const u = kept.get('compare.unit', 'turn'); return this.units.some((x) => x.key === u) ? u : this.units[0].key; }
  interviews() { return store.study.documents.filter((d) => d.kind === 'interview'); }
  document() { const d = kept.get('compare.document', ''); return this.interviews().some((x) => x.key === d) ? d : ''; }

  choices() {
    const choose = (words, name, value, options) => h('label', {}, t(words), ' ', h('select', { onchange: (e) => { kept.set(name, e.target.value); this.draw(); } }, options.map(([v, label]) => h('option', { value: v, selected: v === value }, label))));
    const takes = this.chosen.takes?.split(' ') ?? [];
    if (takes.length) {
      return [choose('code.kind', `compare.kind${this.name}`, this.kind(), [...this.kinds().map((k) => [k, kind(k)]), ['', t('kind.all')]]),
        takes.includes('unit') && choose('unit', 'compare.unit', this.unit(), this.units.map((u) => [u.key, u.label])),
        takes.includes('document') && choose('status.document', 'compare.document', this.document(), [['', t('interviews.all')], ...this.interviews().map((d) => [d.key, d.title])])];
    }
    return [h('label', {}, h('input', { type: 'checkbox', checked: kept.get('count.proposed', false), onchange: (e) => { kept.set('count.proposed', e.target.checked); this.draw(); } }), t('count.proposed')),
      choose('cell', 'cell', kept.get('cell', ''), ['', 'state', 'count', 'quotes', 'list', 'summary'].map((x) => [x, t(x ? `cell.${x}` : 'cell.own')]))];
  }

  async draw() {
    const params = this.params();
    const asked = JSON.stringify(params);
    const { tables } = await get('table', params);
    if (asked !== JSON.stringify(this.params())) return; // something else is wanted by now
    const again = this.out.contains(document.activeElement) && this.out.querySelector('.toggles')?.contains(document.activeElement) ? [...this.out.querySelectorAll('.toggles input, .toggles select')].indexOf(document.activeElement) : -1;
    fill(this.out, h('div', { class: 'toggles' }, this.choices()), tables.map((x, i) => this.table(x, i, params)));
    if (again >= 0) this.out.querySelectorAll('.toggles input, .toggles select')[again]?.focus();
    this.out.scrollTop = 0;
    say([...tables.map((x) => x.table.title)].join(', '));
  }

  table({ table, picture }, i, params) {
    const coded = table.cells.some((r) => r.some((c) => c.state));
    const drawn = picture && this.picture(picture, i, params);
    const first = !!this.chosen.takes; // what is asked for its picture shows it first, a table of the study its cells
    return h('section', { class: 'answer' }, h('h2', { class: 'hidden' }, table.title), first && drawn, grid(table), !table.rows.length && h('p', { class: 'faint' }, t('table.empty')),
      coded && table.counts && h('p', { class: 'faint' }, `${t('counts')}: ${t(`counts.${table.counts}`)}`), table.notes?.map((x) => h('p', { class: 'faint' }, x)), !first && drawn,
      h('details', {}, h('summary', {}, t('how.made')), h('pre', {}, `${table.how.command}\n${table.how.version}\n${table.how.inputs.join('\n')}`)));
  }

  // picture shows the picture of a table; its words are there for whoever does not see it, and can be opened by everybody.
  picture(p, i, params) {
    const q = new URLSearchParams(Object.entries({ ...params, table: i, version: store.known }).filter(([, v]) => v !== ''));
    const img = h('img', { src: `/api/picture?${q}`, alt: `${p.title}. ${p.words}`, width: Math.round(p.width * 4 / 3), height: Math.round(p.height * 4 / 3) });
    return h('figure', { class: 'picture' }, h('div', { class: 'scroller', tabIndex: 0, role: 'group', 'aria-label': p.title }, img), h('figcaption', {}, h('details', {}, h('summary', {}, t('picture.words')), h('p', {}, p.words)), h('a', { href: img.src, download: `${(params.name || 'table').replace(/\W+/g, '')}.svg` }, t('picture.save'))));
  }

  async changed() { await this.open(this.name); }
}
