// The code book: the tree, what each code means and how it is used; and what has to be read again.
import { get, complain } from './api.js';
import { dialog, fill, h } from './dom.js';
import { passages } from './evidence.js';
import { memoDialog, memoLinks, memosOn } from './memos.js';
import { kind } from './picker.js';
import { slot, store } from './store.js';
import { t, n } from './words.js';

// known are the kinds of codes that have words of their own, and those of the study.
const known = () => [...new Set(['adaptation', 'challenge', 'success-factor', 'effect', 'context', ...store.study.kinds])];

// kindOf returns the kind that a word in the language of the page stands for.
const kindOf = (word) => known().find((k) => kind(k) === word.trim()) ?? word.trim();

export class CodebookView {
  constructor() {
    this.tree = h('div', { class: 'pane tree' });
    this.detail = h('section', { class: 'pane detail', 'aria-label': t('code') });
    this.el = h('div', { class: 'split codebook' }, this.tree, this.detail);
    this.filter = '';
  }

  async open(key) {
    this.book = await get('codebook');
    this.use = new Map(this.book.use.map((u) => [u.code, u]));
    this.key = store.codes.has(key) ? key : '';
    this.drawTree();
    if (this.shown !== this.key) this.tree.querySelector('.chosen')?.scrollIntoView({ block: 'nearest' });
    this.shown = this.key;
    await this.drawDetail();
  }

  async changed() { if (!this.detail.contains(document.activeElement) || !document.activeElement.matches('input, textarea')) await this.open(this.key); }

  drawTree() {
    const cases = store.study.cases;
    const rows = h('tbody');
    const draw = () => fill(rows, [...store.codes.values()].filter((c) => !this.filter || `${c.label} ${c.key} ${c.definition}`.toLowerCase().includes(this.filter.toLowerCase())).map((c) => {
      const u = this.use.get(c.key);
      return h('tr', { class: `${slot(c.key)}${c.key === this.key ? ' chosen' : ''}` },
        h('th', { scope: 'row', style: { '--depth': this.filter ? 0 : c.depth } }, h('a', { href: `#codebook/${encodeURIComponent(c.key)}`, 'aria-current': c.key === this.key ? 'true' : undefined, title: c.definition }, h('span', { class: 'dot' }), h('span', {}, c.label), u?.older.length > 0 && h('span', { class: 'tag warn', title: n('older', u.older.length) }, '!'), !c.definition && c.kind !== 'structural' && c.kind && h('span', { class: 'faint', title: t('no.definition') }, '?'))),
        cases.map((k) => h('td', {}, u?.cases[k.key] || '')), h('td', { class: 'sum' }, u?.total || ''), h('td', { class: 'waiting' }, u?.waiting ? `+${u.waiting}` : ''));
    }));
    draw();
    fill(this.tree, h('div', { class: 'bar-top' }, h('input', { type: 'search', value: this.filter, placeholder: t('filter.codes'), 'aria-label': t('filter.codes'), oninput: (e) => { this.filter = e.target.value; draw(); } }),
      h('button', { class: 'primary', onclick: () => this.create('') }, t('code.new'))),
    h('p', { class: 'leftover' }, h('a', { href: '#codebook/', 'aria-current': this.key ? undefined : 'page' }, this.leftOver())),
    h('table', { class: `usage${cases.length > 6 ? ' manycases' : ''}` }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('code')), cases.map((k) => h('th', { scope: 'col', class: 'ofcase' }, h('span', {}, k.label))), h('th', { scope: 'col', title: t('passages.all'), 'aria-label': t('passages.all') }, '∑'), h('th', { scope: 'col', title: t('proposals'), 'aria-label': t('proposals') }, '+'))), rows));
  }

  // leftOver says how much the code book has left to do: documents to be read again, codings that are older than their definition.
  leftOver() {
    const older = this.book.use.reduce((sum, u) => sum + u.older.length, 0);
    return [`${t('queue')}: ${this.book.queue.length}`, older && n('older', older)].filter(Boolean).join(' · ');
  }

  queue() {
    return h('section', {}, h('h2', {}, t('queue')), h('p', { class: 'faint' }, t('queue.about')),
      this.book.queue.length ? h('ul', { class: 'plain' }, this.book.queue.map((r) => h('li', {}, h('a', { href: `#document/${encodeURIComponent(r.document)}` }, store.document(r.document)?.title ?? r.document), h('span', { class: 'faint' }, ` – ${r.codes.slice(0, 6).map((k) => store.code(k).label).join(', ')}${r.codes.length > 6 ? ` +${r.codes.length - 6}` : ''}`)))) : h('p', {}, t('queue.none')),
      h('h2', {}, t('older.title')), h('p', { class: 'faint' }, t('older.about')),
      this.book.use.some((u) => u.older.length) ? h('ul', { class: 'plain' }, this.book.use.filter((u) => u.older.length).map((u) => h('li', {}, h('a', { href: `#codebook/${encodeURIComponent(u.code)}` }, store.code(u.code).label), ` ${u.older.length}`))) : h('p', {}, t('older.none')));
  }

  async drawDetail() {
    const key = this.key;
    if (!key) { fill(this.detail, h('p', { class: 'faint' }, t('codebook.choose')), this.queue()); return; }
    const c = store.code(key);
    const u = this.use.get(key);
    let found;
    let quoted;
    try { [found, quoted] = await Promise.all([get('passages', { code: key }), get('quotes', { code: key })]); } catch (e) { complain(e); return; }
    if (key !== this.key) return;
    const own = found.codings.filter((p) => p.code === key); // coding by coding; below, what several coded is one passage
    const older = (q) => q.codings.some((id) => u.older.includes(id));
    const quotes = quoted.quotes.filter((q) => q.code === key).sort((a, b) => older(b) - older(a)).map((q) => ({ ...q, older: older(q) }));
    const field = (name, el) => h('label', { class: 'field' }, h('span', {}, t(`code.${name}`)), Object.assign(el, { name, onchange: () => this.define(c, name, name === 'kind' ? kindOf(el.value) : el.value) }));
    fill(this.detail,
      h('div', { class: `head ${slot(key)}` }, h('span', { class: 'dot' }), h('h2', { class: 'title' }, c.label), h('code', { class: 'faint' }, c.key)),
      h('div', { class: 'buttons' }, h('button', { onclick: () => this.create(key) }, t('code.below')), h('button', { onclick: () => this.rename(c) }, t('code.rename')), h('button', { onclick: () => this.move(c) }, t('code.move')), h('button', { onclick: () => this.merge(c) }, t('code.merge')), h('button', { onclick: () => this.split(c, own), disabled: !own.some((p) => p.coder === store.coder) }, t('code.split')), h('button', { onclick: () => memoDialog(`code:${key}`, { saved: () => this.drawDetail() }) }, t('memo'), h('kbd', {}, 'Alt+M'))),
      h('div', { class: 'form' },
        field('label', h('input', { value: c.label })),
        field('kind', h('input', { value: kind(c.kind), list: 'kinds' })), h('datalist', { id: 'kinds' }, known().map((k) => h('option', { value: kind(k) }))),
        field('definition', h('textarea', { value: c.definition, rows: 3 })), field('include', h('textarea', { value: c.include, rows: 2 })), field('exclude', h('textarea', { value: c.exclude, rows: 2 })), field('example', h('textarea', { value: c.example, rows: 2 })),
        field('values', h('input', { value: c.values.join(', '), placeholder: t('values.hint') })),
        field('colour', h('input', { value: c.colour, placeholder: '#1f7a5c', size: 9 }))),
      c.find && h('details', {}, h('summary', {}, t('code.rules')), h('pre', {}, c.find)),
      c.defined && h('p', { class: 'faint' }, t('code.defined', { on: c.defined }), u.older.length > 0 && ` ${n('older', u.older.length)}`),
      c.was.length > 0 && h('p', { class: 'faint' }, t('code.was', { keys: c.was.join(', ') })),
      memosOn(`code:${key}`).length > 0 && h('section', {}, h('h2', {}, t('tab.memos')), memoLinks(memosOn(`code:${key}`))),
      h('h2', {}, n('passages', quotes.length), u.waiting > 0 && h('span', { class: 'faint' }, ` +${u.waiting} ${t('proposed')}`)),
      passages(quotes));
  }

  about() { return { what: this.key ? `code:${this.key}` : 'study', saved: () => this.drawDetail() }; }

  async define(c, name, words) {
    const now = store.code(c.key);
    const out = await store.edit({ op: 'define', code: c.key, version: now.version, fields: { [name]: words } }, { onNewer: () => this.reload(c.key) });
    if (out) await this.open(c.key); // its codings may be older than its definition now
  }

  async reload(key) { await store.load(); await this.open(key); }

  create(under) {
    const label = h('input', { name: 'label', required: true, autofocus: true });
    const definition = h('textarea', { rows: 3 });
    const above = this.chooser(under);
    const what = h('input', { list: 'newkinds', value: kind(store.codes.get(under)?.kind ?? '') });
    const d = dialog(t('code.new'), h('label', { class: 'field' }, h('span', {}, t('code.label')), label), h('label', { class: 'field' }, h('span', {}, t('code.definition')), definition), h('label', { class: 'field' }, h('span', {}, t('code.kind')), what), h('datalist', { id: 'newkinds' }, known().map((k) => h('option', { value: kind(k) }))), h('label', { class: 'field' }, h('span', {}, t('code.above')), above),
      h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: async () => {
        if (!label.value.trim()) { label.focus(); return; }
        const out = await store.edit({ op: 'create', new: { label: label.value, definition: definition.value, under: above.value, kind: kindOf(what.value) || (above.value ? store.code(above.value).kind : ''), origin: 'emergent' } });
        if (out) { d.close(); location.hash = `#codebook/${encodeURIComponent(out.code)}`; }
      } }, t('code.create'))));
  }

  chooser(chosen, without = []) {
    return h('select', {}, h('option', { value: '' }, t('code.top')), [...store.codes.values()].filter((c) => !without.includes(c.key)).map((c) => h('option', { value: c.key, selected: c.key === chosen }, `${'\u2003'.repeat(c.depth)}${c.label}`)));
  }

  // effects says what hangs on a code, before anything is done to it.
  async effects(c, into) {
    const e = await get('effects', { code: c.key, into });
    const line = (count, words) => count > 0 && h('li', {}, words);
    this.found = e;
    return h('div', { class: 'effects' }, h('h3', {}, t('effects')), h('ul', { class: 'plain' },
      line(e.codings.length, n('effects.codings', e.codings.length, { coders: e.coders.map((x) => store.coderLabel(x)).join(', '), documents: n('effects.documents', e.documents.length) })), line(e.proposals, n('effects.proposals', e.proposals)), line(e.verdicts, n('effects.verdicts', e.verdicts)), line(e.twice, n('effects.twice', e.twice)),
      line(e.below.length, `${t('effects.below')}: ${e.below.map((k) => store.code(k).label).join(', ')}`), line(e.tables.length, `${t('effects.tables')}: ${e.tables.join(', ')}`), line(e.rules.length, `${t('effects.rules')}: ${e.rules.map((k) => store.code(k).label).join(', ')}`), line(e.summaries.length, `${t('effects.summaries')}: ${e.summaries.join(', ')}`), line(e.states.length, `${t('effects.states')}: ${e.states.join(', ')}`),
      store.study.blind && h('li', { class: 'faint' }, t('effects.blind')), !e.codings.length && !e.proposals && h('li', { class: 'faint' }, t('effects.none'))));
  }

  async inTree(body) {
    const out = await store.edit({ ...body, digest: this.book.digest }, { onNewer: () => this.reload(this.key) });
    return out;
  }

  async rename(c) {
    const key = h('input', { value: c.key, autofocus: true });
    const d = dialog(t('code.rename'), h('p', {}, t('rename.about')), h('label', { class: 'field' }, h('span', {}, t('code.key')), key), await this.effects(c),
      h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: async () => { if (await this.inTree({ op: 'rename', code: c.key, to: key.value.trim() })) { d.close(); location.hash = `#codebook/${encodeURIComponent(key.value.trim())}`; } } }, t('code.rename'))));
  }

  async move(c) {
    const below = [c.key];
    for (const x of store.codes.values()) if (below.includes(x.parent)) below.push(x.key);
    const above = this.chooser(c.parent, below);
    const before = h('select');
    const fillBefore = () => fill(before, h('option', { value: '' }, t('move.last')), [...store.codes.values()].filter((x) => x.parent === above.value && x.key !== c.key).map((x) => h('option', { value: x.key }, x.label)));
    above.addEventListener('change', fillBefore);
    fillBefore();
    const d = dialog(t('code.move'), h('label', { class: 'field' }, h('span', {}, t('code.above')), above), h('label', { class: 'field' }, h('span', {}, t('move.before')), before), h('p', { class: 'faint' }, t('move.about')), await this.effects(c),
      h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: async () => { if (await this.inTree({ op: 'move', code: c.key, under: above.value, before: before.value })) { d.close(); await this.open(c.key); } } }, t('code.move'))));
  }

  async merge(c) {
    const below = [c.key];
    for (const x of store.codes.values()) if (below.includes(x.parent)) below.push(x.key);
    const into = h('select', {}, h('option', { value: '' }, t('choose')), [...store.codes.values()].filter((x) => !below.includes(x.key)).map((x) => h('option', { value: x.key }, `${'\u2003'.repeat(x.depth)}${x.label}`)));
    const box = h('div', {}, await this.effects(c));
    const go = h('button', { class: 'primary', disabled: true, onclick: async () => { if (await this.inTree({ op: 'merge', code: c.key, to: into.value })) { d.close(); location.hash = `#codebook/${encodeURIComponent(into.value)}`; } } }, t('code.merge'));
    into.addEventListener('change', async () => { go.disabled = !into.value; fill(box, await this.effects(c, into.value), into.value && h('p', {}, t('merge.about', { from: c.label, into: store.code(into.value).label }))); });
    const d = dialog(t('code.merge'), h('label', { class: 'field' }, h('span', {}, t('merge.into')), into), box, h('div', { class: 'buttons' }, go));
  }

  async split(c, own) {
    const mine = own.filter((p) => p.coder === store.coder);
    const names = h('textarea', { rows: 3, placeholder: t('split.names'), autofocus: true });
    const choices = new Map();
    const list = h('ul', { class: 'passages' });
    const parts = () => [...new Set(names.value.split('\n').map((x) => x.trim()).filter(Boolean))];
    const draw = () => fill(list, mine.map((p) => {
      const select = h('select', { 'aria-label': t('split.to'), onchange: (e) => choices.set(p.id, e.target.value) }, h('option', { value: '' }, t('split.stays', { code: c.label })), parts().map((x) => h('option', { value: x, selected: choices.get(p.id) === x }, x)));
      return h('li', { class: 'passage' }, h('q', {}, p.quote), h('div', { class: 'under' }, h('span', { class: 'faint' }, p.cite), select));
    }));
    names.addEventListener('input', draw);
    draw();
    const d = dialog(t('code.split'), h('p', {}, t('split.about', { code: c.label })), names, own.length > mine.length && h('p', { class: 'faint' }, n('split.others', own.length - mine.length)), list,
      h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: async () => {
        const known = new Map([...store.codes.values()].map((x) => [x.label.toLowerCase(), x.key]));
        const made = parts().map((label) => ({ label, key: known.get(label.toLowerCase()) || '', under: c.key, origin: 'emergent', codings: mine.filter((p) => choices.get(p.id) === label).map((p) => p.id) }));
        if (!made.length) { names.focus(); return; }
        if (await this.inTree({ op: 'split', code: c.key, parts: made })) { d.close(); await this.open(c.key); }
      } }, t('code.split'))));
  }
}

