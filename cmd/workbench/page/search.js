// Search and quotes: the filters of the command line, hits in their context, and coding a hit or all of them.
import { get, Refused } from './api.js';
import { fill, h, inEnglish, kept, note } from './dom.js';
import { passage, placeLink } from './evidence.js';
import { memoLinks } from './memos.js';
import { Line } from './places.js';
import { kind, pick } from './picker.js';
import { slot, store } from './store.js';
import { t, n } from './words.js';

export class SearchView {
  constructor() {
    const state = kept.get('search', { q: '', mode: 'search' });
    this.state = { code: '', kind: '', case: '', role: '', coder: '', says: '', source: '', ...state };
    this.out = h('div', { class: 'results', 'aria-live': 'polite' });
    this.form = h('form', { class: 'searchform', role: 'search', onsubmit: (e) => { e.preventDefault(); this.run(); } });
    this.el = h('div', { class: 'narrow' }, this.form, this.out);
  }

  async open(q) {
    if (q) this.state.q = q;
    this.draw();
    if (this.state.q || this.filters()) await this.run();
  }

  async changed() { await this.run(); }
  filters() { return ['code', 'kind', 'case', 'role', 'coder', 'says', 'source'].some((f) => this.state[f]); }

  draw() {
    const s = this.state;
    const choose = (name, options) => h('label', {}, h('span', { class: 'hidden' }, t(`filter.${name}`)), h('select', { onchange: (e) => { s[name] = e.target.value; this.run(); } }, h('option', { value: '' }, t(`filter.${name}`)), options.map(([v, l]) => h('option', { value: v, selected: v === s[name] }, l))));
    const sources = [...new Map(store.study.documents.filter((d) => d.kind).map((d) => [d.kind, d.kindSaid]))];
    fill(this.form,
      h('div', { class: 'segments', role: 'radiogroup', 'aria-label': t('tab.search') }, ['search', 'quotes'].map((m) => h('button', { type: 'button', role: 'radio', 'aria-checked': String(s.mode === m), onclick: () => { s.mode = m; this.draw(); this.run(); } }, t(`mode.${m}`)))),
      h('input', { type: 'search', value: s.q, placeholder: t(`search.${s.mode}`), 'aria-label': t(`search.${s.mode}`), autofocus: true, oninput: (e) => { s.q = e.target.value; } }),
      h('button', { class: 'primary' }, t('search.go')),
      h('div', { class: 'filters' }, choose('case', store.study.cases.map((c) => [c.key, c.label])), choose('code', [...store.codes.values()].map((c) => [c.key, `${'\u2003'.repeat(c.depth)}${c.label}`])), choose('kind', store.study.kinds.map((k) => [k, kind(k)])),
        choose('role', ['informant', 'interviewer'].map((r) => [r, t(`role.${r}`)])), choose('source', sources), s.mode === 'quotes' && choose('coder', store.study.coders.map((c) => [c.name, c.label])), s.mode === 'quotes' && choose('says', ['for', 'against', 'qualified'].map((x) => [x, t(`says.${x}`)]))),
      h('p', { class: 'faint' }, t('search.language')));
  }

  async run() {
    const s = this.state;
    kept.set('search', { q: s.q, mode: s.mode });
    const params = { q: s.q, code: s.code, kind: s.kind, case: s.case, role: s.role, source: s.source };
    if (s.mode === 'quotes') Object.assign(params, { coder: s.coder, says: s.says });
    fill(this.out, (s.q || this.filters()) && h('p', { class: 'faint' }, t('searching')));
    try {
      if (s.mode === 'quotes') this.quotes((await get('quotes', params)).quotes);
      else this.hits(await get('search', params));
    } catch (e) {
      fill(this.out, h('div', { class: 'warning' }, inEnglish(e.english, h('p', { class: 'pre' }, e.message), e instanceof Refused && e.hint && h('p', { class: 'faint' }, e.hint))));
    }
  }

  hits(found) {
    if (!this.state.q && !this.filters()) { fill(this.out); return; }
    fill(this.out, h('div', { class: 'bar-top' }, h('h2', {}, n('hits', found.all), found.all > found.hits.length && h('span', { class: 'faint' }, ` ${t('hits.first', { n: found.hits.length })}`)), found.hits.length > 0 && h('button', { onclick: () => this.codeAll(found.hits) }, t('hits.code'))),
      found.kin.length > 0 && h('p', { class: 'faint' }, `${t('kin')}: ${found.kin.slice(0, 40).join(', ')}`),
      h('ul', { class: 'passages' }, found.hits.map((x) => this.hit(x))),
      found.memos.length > 0 && h('section', { class: 'foundmemos' }, h('h2', {}, n('memos', found.memos.length)), memoLinks(found.memos.map((m) => ({ ...m, begin: m.text })))));
  }

  hit(x) {
    const line = new Line(x.text, x.at[0]);
    const words = [];
    let from = x.at[0];
    for (const p of x.places.filter(([a, b]) => b - a < 400)) {
      if (p[0] < from) continue;
      words.push(line.slice(from, p[0]), h('mark', {}, line.slice(p[0], p[1])));
      from = p[1];
    }
    words.push(line.slice(from, x.at[1]));
    const target = x.places.length && x.places[0][1] - x.places[0][0] < 400 ? [x.places[0][0], x.places[0][1]] : x.at;
    return h('li', { class: 'passage' }, h('p', { class: 'text' }, words), h('div', { class: 'under' }, x.speaker && h('b', {}, x.speaker), placeLink(x.document, target, x.cite), x.codes.map((k) => h('span', { class: `tag ${slot(k)}` }, h('span', { class: 'dot' }), store.code(k).label)),
      h('button', { onclick: (e) => { const r = e.target.getBoundingClientRect(); pick({ near: { first: r, last: r }, title: t('code.passage'), quote: x.text, done: ({ key, create, says }) => this.code([x], key, create, says) }); } }, t('code.it'))));
  }

  codeAll(hits) { pick({ title: t('hits.code'), says: true, done: ({ key, create, says }) => this.code(hits, key, create, says) }); }

  async code(hits, key, create, says) {
    const out = await store.edit({ op: 'codeall', places: hits.map((x) => `${x.document}:${x.at[0]}-${x.at[1]}`), says, ...(create ? { new: { label: create, origin: 'emergent' } } : { code: key }) }, { quiet: true });
    if (!out) return;
    const code = store.code(key || out.code).label;
    const made = out.again ? hits.length : out.count ?? 0;
    const before = hits.length - made; // coded so already
    note([made && n('coded.passages', made, { code }), before && n('coded.before', before, { code })].filter(Boolean).join('. '));
    await this.run();
  }

  quotes(list) {
    const byCode = new Map();
    for (const q of list) byCode.set(q.code, [...(byCode.get(q.code) || []), q]);
    fill(this.out, h('h2', {}, n('quotes', list.length)), [...byCode].map(([key, quotes]) => h('section', { class: `group ${slot(key)}` }, h('h3', {}, h('span', { class: 'dot' }), ` ${store.code(key).label} `, h('span', { class: 'faint' }, quotes.length)), h('ul', { class: 'passages' }, quotes.map((q) => passage(q))))));
  }
}
