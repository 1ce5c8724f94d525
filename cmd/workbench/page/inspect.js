// The side of the document view: the coding that is being looked at, with all that can be said of it and its definition at
// hand; else what is left to do here, and the code book to code from.
import { $, h, fill, kept } from './dom.js';
import { slot, store } from './store.js';
import { memoLinks, memosOn } from './memos.js';
import { kind, recent } from './picker.js';
import { t, n } from './words.js';

const bases = ['', 'experience', 'hearsay', 'plan', 'report', 'inferred'];

export class Inspector {
  constructor(view) {
    this.view = view;
    this.el = h('aside', { class: 'inspector', 'aria-label': t('inspector'), onkeydown: (e) => this.leave(e) });
    this.filter = '';
  }

  show() {
    const c = this.view.currentCoding();
    const signature = c ? `${c.id}${c.version}${store.code(c.code).version}${store.study.memos.length}` : '';
    if (c && signature === this.signature) return;
    this.signature = signature;
    fill(this.el, c ? (c.proposed ? this.proposal(c) : this.coding(c)) : this.overview());
  }

  // enter gives the focus to the first thing that can be done with the coding at hand, and tells whether there is one.
  enter() {
    const first = $('button:not(.close):not(:disabled), select:not(:disabled), a', this.el);
    first?.focus();
    return !!first;
  }

  // leave lets Escape go back to the coding from wherever one is, and Enter from a field of one line.
  leave(e) {
    if (e.key === 'Enter' && e.target.matches('input:not([type=search])')) e.target.blur();
    else if (e.key !== 'Escape' || !this.view.currentCoding()) return;
    e.target.blur();
    e.stopPropagation();
    this.view.focusMark(this.view.current);
  }

  head(c) {
    const code = store.code(c.code);
    return [
      h('div', { class: `head ${slot(c.code)}` }, h('span', { class: 'dot' }), h('h2', {}, code.label), h('button', { class: 'close', title: 'Esc', 'aria-label': t('close'), onclick: () => this.view.look('') }, '×')),
      h('blockquote', {}, this.view.paper.text(c.at)),
    ];
  }

  definition(code) {
    const part = (name) => code[name] && h('p', {}, h('b', {}, t(`code.${name}`)), ' ', code[name]);
    return h('section', { class: 'definition', 'aria-label': t('definition') }, h('h3', {}, t('definition')),
      code.definition ? h('p', {}, code.definition) : h('p', { class: 'faint' }, t('no.definition')), part('include'), part('exclude'), part('example'),
      h('a', { class: 'faint', href: `#codebook/${encodeURIComponent(code.key)}` }, t('open.in.codebook')));
  }

  coding(c) {
    const code = store.code(c.code);
    const mine = c.coder === store.coder;
    const set = (field) => (e) => { if (e.target.value !== c[field]) this.view.change(c, { [field]: e.target.value }); };
    const row = (label, name, field) => h('label', { class: 'field' }, h('span', {}, t(label)), Object.assign(field, { name, disabled: !mine }));
    return [
      this.head(c),
      c.was && h('div', { class: 'warning' }, h('p', {}, t('was.other'), h('q', {}, c.was)), mine && h('button', { onclick: () => this.view.confirm(c) }, t('confirm'))),
      h('div', { class: 'segments', role: 'radiogroup', 'aria-label': t('says') }, ['for', 'against', 'qualified'].map((s, i) => h('button', {
        role: 'radio', 'aria-checked': String(c.says === s), disabled: !mine, title: `${i + 1}`, onclick: () => this.view.change(c, { says: s }) }, t(`says.${s}`)))),
      code.values.length > 0 && row('value', 'value', h('select', { onchange: set('value') }, ['', ...code.values].map((v) => h('option', { value: v, selected: v === c.value }, v || t('not.said'))))),
      row('basis', 'basis', h('select', { onchange: set('basis') }, bases.map((b) => h('option', { value: b, selected: b === c.basis }, b ? t(`basis.${b}`) : t('not.said'))))),
      row('period', 'when', h('input', { value: c.when, placeholder: '2015, 2014–2016 …', onchange: set('when') })),
      row('note', 'note', h('textarea', { value: c.note, rows: 3, onchange: set('note') })),
      h('div', { class: 'buttons' }, mine && [
        h('button', { onclick: () => this.view.recode(c) }, t('recode'), h('kbd', {}, 'R')),
        h('button', { onclick: () => this.view.limits(c) }, t('limits'), h('kbd', {}, 'L')),
        h('button', { class: 'danger', onclick: () => this.view.remove(c) }, t('remove'), h('kbd', {}, 'Del')),
      ], h('button', { onclick: () => this.view.memo() }, t('memo'), h('kbd', {}, 'Alt+M')), !mine && h('button', { onclick: () => this.view.adopt(c) }, t('code.it.too'))),
      h('p', { class: 'faint' }, [store.coderLabel(c.coder), c.on, c.from && t('from', { name: store.coderLabel(c.from.split('/')[0]) })].filter(Boolean).join(' · ')),
      this.memos(memosOn(`${c.document || this.view.doc.key}:${c.at[0]}-${c.at[1]}`)),
      this.definition(code),
    ];
  }

  proposal(c) {
    const code = store.code(c.code);
    const left = this.view.proposals().length;
    return [
      this.head(c),
      h('p', {}, t('proposed.by', { name: store.coderLabel(c.coder) }), c.says !== 'for' && h('strong', {}, `, ${t(`says.${c.says}`)}`)),
      h('div', { class: 'buttons review' },
        h('button', { class: 'primary', onclick: () => this.view.decide(c, 'accept') }, t('accept'), h('kbd', {}, 'A')),
        h('button', { onclick: () => this.view.decide(c, 'decline') }, t('decline'), h('kbd', {}, 'D')),
        h('button', { onclick: () => this.view.alter(c) }, t('alter'), h('kbd', {}, 'C')),
        h('button', { onclick: () => this.view.nextProposal(1) }, t('next'), h('kbd', {}, 'N'))),
      h('p', { class: 'faint' }, n('proposals.left', left)),
      this.definition(code),
    ];
  }

  overview() {
    const { doc } = this.view;
    const left = this.view.proposals().length;
    const mine = doc.reads.find((r) => r.coder === store.coder);
    const others = doc.reads.filter((r) => r.coder !== store.coder);
    return [
      h('section', { class: 'todo', 'aria-label': t('todo') },
        left > 0 && h('p', {}, n('proposals.left', left), ' ', h('button', { onclick: () => this.view.nextProposal(1) }, t('review'), h('kbd', {}, 'N'))),
        doc.unplaced.filter((c) => c.coder === store.coder).map((c) => this.unplaced(c)),
        mine ? h('p', {}, t(mine.left.length ? 'read.part' : 'read.all', { on: mine.on }), ' ', mine.left.length > 0 && h('details', {}, h('summary', {}, n('read.missing', mine.left.length)), h('ul', {}, mine.left.slice(0, 40).map((k) => h('li', {}, store.code(k).label)))),
          mine.left.length > 0 && h('button', { onclick: () => this.view.read() }, t('read.again'), h('kbd', {}, '⇧F')), ' ', h('button', { class: 'quiet', onclick: () => this.view.unread() }, t('read.undo')))
          : h('p', {}, h('button', { class: 'primary', onclick: () => this.view.read() }, t('read.finish'), h('kbd', {}, '⇧F'))),
        others.length > 0 && h('p', { class: 'faint' }, t('read.others', { names: others.map((r) => store.coderLabel(r.coder)).join(', ') }))),
      this.memos(store.study.memos.filter((m) => m.about.some((a) => (a.document || (a.kind === 'document' && a.key)) === doc.key))),
      this.codes(),
    ];
  }

  memos(list) { return list.length > 0 && h('section', { class: 'definition', 'aria-label': t('tab.memos') }, h('h2', {}, t('tab.memos')), memoLinks(list)); }

  unplaced(c) {
    return h('div', { class: 'warning' }, h('p', {}, t('unplaced', { code: store.code(c.code).label }), h('q', {}, c.quote)),
      (c.places || []).map((at) => h('button', { onclick: () => this.view.place(c, at) }, t('place.here', { n: this.view.paper.blockAt(at[0]).i + 1 }))),
      this.view.selection.at && h('button', { onclick: () => this.view.place(c, this.view.selection.at) }, t('place.selection')),
      h('button', { class: 'quiet', onclick: () => this.view.remove(c) }, t('remove')));
  }

  // codes is the code book at the side: with something selected a click codes it, else it goes to the next place with the code.
  codes() {
    const counts = new Map();
    for (const c of this.view.shown()) if (!c.proposed) counts.set(c.code, (counts.get(c.code) || 0) + 1);
    const folded = new Set(kept.get('folded', []));
    const list = h('ul', { class: 'codetree' });
    const draw = () => {
      const q = this.filter.toLowerCase();
      const rows = [];
      let hideBelow = Infinity;
      for (const code of store.codes.values()) {
        if (code.depth > hideBelow && !q) continue;
        hideBelow = Infinity;
        const parent = store.study.codes.some((c) => c.parent === code.key);
        if (q && !code.label.toLowerCase().includes(q) && !code.key.includes(q)) continue;
        if (parent && folded.has(code.key) && !q) hideBelow = code.depth;
        rows.push(h('li', { class: slot(code.key), style: { '--depth': q ? 0 : code.depth } },
          parent && !q ? h('button', { class: 'fold', 'aria-label': t('fold', { code: code.label }), 'aria-expanded': String(!folded.has(code.key)), onclick: () => { if (folded.has(code.key)) folded.delete(code.key); else folded.add(code.key); kept.set('folded', [...folded]); draw(); } }, folded.has(code.key) ? '▸' : '▾') : h('span', { class: 'fold' }),
          h('button', { class: 'codename', title: code.definition, onmousedown: (e) => e.preventDefault(), onclick: () => this.view.useCode(code.key) }, h('span', { class: 'dot' }), h('span', { class: 'name' }, code.label), counts.get(code.key) > 0 && h('span', { class: 'count', title: t('in.document') }, counts.get(code.key)))));
      }
      fill(list, rows.length ? rows : h('li', { class: 'faint' }, t('picker.none')));
    };
    draw();
    const last = recent().filter((k) => store.codes.has(k)).slice(0, 6);
    return h('section', { class: 'side-codes', 'aria-label': t('codes') }, h('h2', {}, t('codes')),
      last.length > 0 && h('div', { class: 'recent' }, last.map((k) => h('button', { class: `mark ${slot(k)}`, title: kind(store.code(k).kind), onmousedown: (e) => e.preventDefault(), onclick: () => this.view.useCode(k) }, h('span', { class: 'name' }, store.code(k).label)))),
      h('input', { type: 'search', name: 'filter', value: this.filter, placeholder: t('filter.codes'), 'aria-label': t('filter.codes'), oninput: (e) => { this.filter = e.target.value; draw(); } }), list);
  }
}
