// Memos: what somebody thought about a code, a passage, a case, a document or the study.
import { get, complain } from './api.js';
import { $, dialog, fill, h, kept, note, typing } from './dom.js';
import { placeLink } from './evidence.js';
import { parseLocator } from './places.js';
import { store } from './store.js';
import { t, n } from './words.js';

const kinds = ['code', 'passage', 'case', 'document', 'study'];

export class MemosView {
  titled = true;

  constructor() {
    this.list = h('div', { class: 'pane memolist' });
    this.detail = h('section', { class: 'pane memo', 'aria-label': t('memo') });
    this.el = h('div', { class: 'split memos' }, this.list, this.detail);
    this.state = { q: '', about: kept.get('memos.about', '') };
  }

  // open shows a memo by its name; a name that begins with "+" writes a new one about what follows.
  async open(name) {
    const { memos } = await get('memos', { q: this.state.q });
    this.memos = memos;
    this.name = name ?? '';
    this.drawList();
    if (this.name.startsWith('+')) this.write(null, this.name.slice(1) ? [this.name.slice(1)] : []);
    else this.read(memos.find((m) => m.name === this.name) ?? (this.name ? null : this.shown()[0]));
  }

  async changed() { if (!this.detail.contains(document.activeElement) || !typing(document.activeElement)) await this.open(this.name); }

  shown() { return this.memos.filter((m) => !this.state.about || m.about.some((a) => a.kind === this.state.about || a.what === this.state.about)); }

  drawList() {
    const s = this.state;
    const focused = this.list.contains(document.activeElement) && (document.activeElement.name || document.activeElement.hash);
    const counted = (k) => this.memos.filter((m) => m.about.some((a) => a.kind === k)).length;
    const one = !kinds.includes(s.about) && s.about; // one code, one case, one document
    fill(this.list, h('div', { class: 'bar-top' }, h('h1', {}, t('tab.memos')), h('a', { class: 'button primary', href: '#memos/+' }, t('memo.new'), h('kbd', {}, 'N'))),
      h('form', { role: 'search', class: 'line', onsubmit: (e) => { e.preventDefault(); this.find(); } },
        h('input', { type: 'search', name: 'q', value: s.q, placeholder: t('memo.search'), 'aria-label': t('memo.search'), oninput: (e) => { s.q = e.target.value; if (!s.q) this.find(); } }),
        h('select', { name: 'about', 'aria-label': t('memo.about'), onchange: (e) => { s.about = e.target.value; kept.set('memos.about', kinds.includes(s.about) ? s.about : ''); this.drawList(); } },
          h('option', { value: '' }, t('memo.all')), one && h('option', { value: one, selected: true }, aboutLabel(parseAbout(one))), kinds.map((k) => h('option', { value: k, selected: k === s.about }, `${t(`about.${k}`)} (${counted(k)})`)))),
      h('p', { class: 'faint', role: 'status' }, n('memos', this.shown().length)),
      h('ul', { class: 'memonames' }, this.shown().map((m) => h('li', {}, h('a', { href: `#memos/${encodeURIComponent(m.name)}`, 'aria-current': m.name === this.current?.name ? 'true' : undefined },
        h('span', { class: 'begin' }, begin(m.text)), h('span', { class: 'faint' }, `${store.coderLabel(m.by)} · ${m.on} · ${m.about.map(aboutLabel).join(', ')}`))))));
    if (focused) [...this.list.querySelectorAll('input, select, a')].find((x) => x.name === focused || x.hash === focused)?.focus();
  }

  async find() {
    try { this.memos = (await get('memos', { q: this.state.q })).memos; } catch (e) { complain(e); return; }
    this.drawList();
  }

  mark(m) {
    this.current = m;
    for (const a of this.list.querySelectorAll('.memonames a')) {
      if (m && a.hash === `#memos/${encodeURIComponent(m.name)}`) a.setAttribute('aria-current', 'true');
      else a.removeAttribute('aria-current');
    }
  }

  read(m) {
    this.mark(m);
    if (!m) { fill(this.detail, h('p', { class: 'faint' }, t(this.name ? 'memo.gone' : 'memo.none'))); return; }
    const mine = !m.by || m.by === store.coder;
    const others = (names) => h('ul', { class: 'plain' }, names.map((x) => h('li', {}, h('a', { href: `#memos/${encodeURIComponent(x)}` }, begin(store.memo(x)?.begin ?? x)))));
    fill(this.detail, h('h2', { class: 'hidden' }, begin(m.text)),
      h('p', { class: 'faint' }, [store.coderLabel(m.by), m.on, m.kind, m.report && t('memo.reported')].filter(Boolean).join(' · ')),
      h('ul', { class: 'abouts', 'aria-label': t('memo.about') }, m.about.map((a) => h('li', {}, about(a)))),
      h('div', { class: 'memotext' }, words(m.text)),
      m.links.length > 0 && h('section', {}, h('h3', {}, t('memo.links')), others(m.links)),
      m.back.length > 0 && h('section', {}, h('h3', {}, t('memo.back')), others(m.back)),
      h('div', { class: 'buttons' }, mine && [h('button', { onclick: () => this.write(m) }, t('memo.edit'), h('kbd', {}, 'E')), h('button', { class: 'danger', onclick: () => this.remove(m) }, t('memo.remove'), h('kbd', {}, 'Del'))],
        h('button', { onclick: () => this.write(null, m.about.map((a) => a.what), [m.name]) }, t('memo.answer'))));
  }

  write(m, what = [], links = []) {
    this.mark(m);
    const form = memoForm(m ?? { text: '', kind: '', report: false, about: what.map(parseAbout), links }, { done: (name) => { this.name = name; location.hash = `#memos/${encodeURIComponent(name)}`; this.open(name); }, cancelled: () => { if (m) this.read(m); else location.hash = '#memos'; } });
    fill(this.detail, form);
    $('textarea', form).focus();
  }

  async remove(m) {
    const out = await store.edit({ op: 'removememo', name: m.name, version: m.version }, { quiet: true, onNewer: () => this.open(m.name) });
    if (!out) return;
    note(t('memo.removed'), { action: { label: t('undo'), run: () => document.dispatchEvent(new CustomEvent('undo')) } });
    this.name = '';
    if (location.hash === '#memos') await this.open('');
    else location.hash = '#memos';
  }

  pressed(e) {
    if (typing(e.target) || e.ctrlKey || e.metaKey || e.altKey) return false;
    if (['ArrowDown', 'ArrowUp'].includes(e.key)) {
      const all = this.shown();
      const i = all.findIndex((m) => m.name === this.current?.name) + (e.key === 'ArrowDown' ? 1 : -1);
      if (all[i]) { location.hash = `#memos/${encodeURIComponent(all[i].name)}`; }
      return all.length > 0;
    }
    if (!kept.get('keys', true) && e.key !== 'Delete') return false;
    const mine = this.current && (!this.current.by || this.current.by === store.coder) && !$('form.memoform', this.detail);
    switch (e.key.toLowerCase()) {
      case 'n': location.hash = '#memos/+'; return true;
      case 'e': if (mine) this.write(this.current); return !!mine;
      case 'delete': if (mine) this.remove(this.current); return !!mine;
      default: return false;
    }
  }
}

// begin returns the first words of a memo.
function begin(text) {
  const line = text.replace(/\[[^\]]+:\d+-\d+\]/g, '').replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}

// parseAbout reads what a memo is about as it is typed.
function parseAbout(what) {
  const place = parseLocator(what);
  const [kind, key] = [what.slice(0, what.indexOf(':')), what.slice(what.indexOf(':') + 1)];
  if (what === 'study') return { what, kind: 'study' };
  if (['code', 'case', 'document'].includes(kind)) return { what, kind, key };
  return { what, kind: 'passage', document: place?.document, at: place?.at };
}

export function aboutLabel(a) {
  switch (a.kind) {
    case 'code': return store.code(a.key).label;
    case 'case': return store.study.cases.find((c) => c.key === a.key)?.label ?? a.key;
    case 'document': return store.document(a.key)?.title ?? a.key;
    case 'passage': return a.cite || store.document(a.document)?.title || a.what;
    default: return t('about.study');
  }
}

// about shows what a memo is about, as a way there.
function about(a) {
  const label = h('span', { class: 'faint' }, `${t(`about.${a.kind}`)}: `);
  switch (a.kind) {
    case 'code': return [label, h('a', { href: `#codebook/${encodeURIComponent(a.key)}` }, aboutLabel(a))];
    case 'case': return [label, h('a', { href: '#cases/chart' }, aboutLabel(a))];
    case 'document': return [label, h('a', { href: `#document/${encodeURIComponent(a.key)}` }, aboutLabel(a))];
    case 'passage': return [label, a.at ? placeLink(a.document, a.at, aboutLabel(a)) : a.what, a.quote && h('q', {}, a.quote)];
    default: return [label, h('a', { href: '#status' }, store.study.title)];
  }
}

// words shows the text of a memo; a place in square brackets leads there.
function words(text) {
  return text.split(/\n{2,}/).map((p) => h('p', {}, p.split(/(\[[^\]\s]+:\d+-\d+\])/).map((part) => {
    const place = /^\[.*\]$/.test(part) && parseLocator(part.slice(1, -1));
    return place ? placeLink(place.document, place.at, part) : part;
  })));
}

// memoForm is where a memo is written. What is being written is kept in this browser until it is saved.
function memoForm(m, { done, cancelled }) {
  const draft = `memo.${m.name || `+${m.about.map((a) => a.what).join(',')}`}`;
  const text = h('textarea', { name: 'text', rows: 12, value: kept.get(draft, '') || m.text, 'aria-label': t('memo'), placeholder: t('memo.hint'), oninput: () => kept.set(draft, text.value) });
  const kind = h('input', { name: 'kind', value: m.kind, list: 'memokinds' });
  const report = h('input', { type: 'checkbox', name: 'report', checked: m.report });
  const lost = h('div', { class: 'warning', hidden: true });
  let what = m.about.map((a) => a.what);
  let links = [...m.links];
  const chips = h('div', { class: 'chips' });
  const option = (value, label) => h('option', { value }, label);
  const draw = (focus) => {
    const gone = (label, run) => h('button', { type: 'button', class: 'quiet', 'aria-label': t('memo.without', { name: label }), onclick: run }, '×');
    fill(chips,
      h('div', {}, h('span', { class: 'faint' }, `${t('memo.about')}: `), what.map((w) => { const label = aboutLabel(m.about.find((a) => a.what === w) ?? parseAbout(w)); return h('span', { class: 'tag' }, label, gone(label, () => { what = what.filter((x) => x !== w); draw('about'); })); }),
        h('select', { name: 'about', 'aria-label': t('memo.about.add'), onchange: (e) => { if (e.target.value) { what = [...what.filter((w) => w !== e.target.value), e.target.value]; draw('about'); } } }, option('', t('memo.about.add')),
          h('optgroup', { label: t('about.code') }, [...store.codes.values()].map((c) => option(`code:${c.key}`, c.label))), h('optgroup', { label: t('about.case') }, store.study.cases.map((c) => option(`case:${c.key}`, c.label))),
          h('optgroup', { label: t('about.document') }, store.study.documents.map((d) => option(`document:${d.key}`, d.title))), option('study', t('about.study')))),
      h('div', {}, h('span', { class: 'faint' }, `${t('memo.links')}: `), links.map((l) => { const label = begin(store.memo(l)?.begin ?? l); return h('span', { class: 'tag' }, label, gone(label, () => { links = links.filter((x) => x !== l); draw('link'); })); }),
        h('select', { name: 'link', 'aria-label': t('memo.link.add'), onchange: (e) => { if (e.target.value) { links = [...links, e.target.value]; draw('link'); } } }, option('', t('memo.link.add')), store.study.memos.filter((x) => x.name !== m.name && !links.includes(x.name)).reverse().map((x) => option(x.name, `${x.on} ${begin(x.begin)}`)))));
    if (focus) chips.querySelector(`select[name=${focus}]`).focus();
  };
  draw();
  const leave = () => { kept.set(draft, ''); cancelled(); };
  const save = async () => {
    if (!text.value.trim()) { text.focus(); note(t('memo.empty'), { wrong: true }); return; }
    const out = await store.edit({ op: m.name ? 'changememo' : 'memo', name: m.name, version: m.version, text: text.value, how: kind.value.trim(), report: report.checked, about: what, links },
      { quiet: true, onNewer: (now) => { if (!now?.name) return; const mine = text.value; Object.assign(m, now); text.value = now.text; lost.hidden = false; fill(lost, t('newer.yours'), h('pre', {}, mine)); } });
    if (!out) return;
    kept.set(draft, '');
    note(t('memo.saved'));
    done(out.id);
  };
  return h('form', { class: 'memoform', onsubmit: (e) => { e.preventDefault(); save(); }, onkeydown: (e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); save(); } if (e.key === 'Escape' && !e.defaultPrevented) { e.preventDefault(); e.stopPropagation(); leave(); } } },
    lost, chips, text, h('label', { class: 'field' }, h('span', {}, t('code.kind')), kind), h('datalist', { id: 'memokinds' }, ['theoretical', 'methodical', 'descriptive'].map((k) => h('option', { value: k }, t(`memokind.${k}`)))),
    h('label', { class: 'field check' }, report, t('memo.report')),
    h('div', { class: 'buttons' }, h('button', { class: 'primary' }, t('save'), h('kbd', {}, 'Ctrl+↵')), h('button', { type: 'button', onclick: leave }, t('cancel'), h('kbd', {}, 'Esc'))));
}

// memoDialog writes a memo about something from wherever one is, with those that are about it already.
export function memoDialog(what, { quote = '', saved = () => {} } = {}) {
  const there = memosOn(what);
  const a = { ...parseAbout(what), quote };
  const form = memoForm({ text: '', kind: '', report: false, about: [a], links: [] }, { done: () => { d.close(); saved(); }, cancelled: () => d.close() });
  const d = dialog(t('memo.new'), h('p', {}, h('span', { class: 'faint' }, `${t(`about.${a.kind}`)}: `), aboutLabel(a), quote && h('q', { class: 'quoted' }, quote)),
    there.length > 0 && h('section', {}, h('h3', {}, n('memos', there.length)), memoLinks(there, () => d.close())), form);
  $('textarea', form).focus();
}

// memosOn returns the memos about something: exactly that, or, of a passage, those that overlap it.
export function memosOn(what) {
  const a = parseAbout(what);
  return store.study.memos.filter((m) => m.about.some((b) => b.what === what || (a.at && b.at && b.document === a.document && b.at[0] < a.at[1] && a.at[0] < b.at[1])));
}

export const memoLinks = (memos, onclick) => h('ul', { class: 'plain memolinks' }, memos.map((m) => h('li', {}, h('a', { href: `#memos/${encodeURIComponent(m.name)}`, onclick }, begin(m.begin)), h('span', { class: 'faint' }, ` ${store.coderLabel(m.by)} · ${m.on}`))));
