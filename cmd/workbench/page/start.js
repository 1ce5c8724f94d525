// Start: from nothing to the first transcript.
import { complain, get, post, send } from './api.js';
import { fill, h, inEnglish, note } from './dom.js';
import { store } from './store.js';
import { t, n } from './words.js';

export class StartView {
  titled = true;

  constructor() { this.el = h('div', { class: 'narrow start' }); this.taken = []; }

  async open() {
    this.found = await get('start');
    const inputs = () => [...this.el.querySelectorAll('input:not([type=file])')];
    const at = inputs().indexOf(document.activeElement); // what is being typed stays when something changes on disk
    const typed = document.activeElement?.value;
    fill(this.el, store.study.study ? this.steps() : this.first());
    const again = at < 0 || !this.asked ? null : inputs()[at];
    this.asked = store.study.study;
    if (again) { again.value = typed; again.focus(); }
  }

  async changed() { if (store.study.study) await this.open(); }

  first() {
    const f = this.found;
    const folder = h('select', { onchange: () => { own.hidden = folder.value !== '+'; fields.hidden = f.folders.some((x) => x.name === folder.value && x.study); } }, h('option', { value: '' }, t('start.here', { folder: f.folder })), h('option', { value: '+' }, t('start.new.folder')), f.folders.map((x) => h('option', { value: x.name }, x.study ? t('start.open', { name: x.name }) : x.name)));
    const own = h('input', { hidden: true, placeholder: t('start.folder.name'), 'aria-label': t('start.folder.name') });
    const title = h('input', { autofocus: true });
    const language = h('select', {}, f.languages.map((l) => h('option', { value: l, selected: l === (navigator.language.startsWith('nn') ? 'nn' : /^(nb|no)/.test(navigator.language) ? 'nb' : 'en') }, { nb: 'Norsk bokmål', nn: 'Norsk nynorsk', en: 'English', sv: 'Svenska', da: 'Dansk', de: 'Deutsch' }[l] ?? l)));
    const coder = h('input', { size: 12, placeholder: 'ann' });
    const fields = h('div', {}, h('label', { class: 'field' }, h('span', {}, t('start.title')), title), h('label', { class: 'field' }, h('span', {}, t('start.language')), language), h('label', { class: 'field' }, h('span', {}, t('start.coder')), coder));
    return [h('h1', {}, t('start.welcome')), h('p', {}, t('start.about')), h('form', { class: 'card', onsubmit: async (e) => {
      e.preventDefault();
      try {
        store.take(await post('start', { folder: folder.value === '+' ? own.value.trim() : folder.value, title: title.value, language: language.value, coder: coder.value }));
        location.hash = '#start';
        document.dispatchEvent(new CustomEvent('steps'));
        await this.open();
      } catch (err) { complain(err); }
    } }, h('label', { class: 'field' }, h('span', {}, t('start.folder')), folder), own, fields, h('button', { class: 'primary' }, t('start.go')))];
  }

  steps() {
    const f = this.found;
    const files = (upload, multiple) => {
      const input = h('input', { type: 'file', multiple, class: 'hidden', onchange: () => upload([...input.files]) });
      const box = h('div', { class: 'drop', ondragover: (e) => { e.preventDefault(); box.classList.add('over'); }, ondragleave: () => box.classList.remove('over'), ondrop: (e) => { e.preventDefault(); box.classList.remove('over'); upload([...e.dataTransfer.files]); } },
        h('button', { type: 'button', class: 'primary', onclick: () => input.click() }, t(multiple ? 'start.files' : 'start.guide.file')), h('span', { class: 'faint' }, t(multiple ? 'start.drop' : 'start.drop.guide')), input);
      return box;
    };
    const caseName = h('input', { placeholder: t('case.name'), 'aria-label': t('case.name') });
    const documents = store.study.documents;
    return [
      h('h1', {}, store.study.title), h('p', { class: 'faint' }, f.folder),
      h('ol', { class: 'steps' },
        h('li', {}, h('h2', {}, t('start.cases')), h('p', { class: 'faint' }, t('start.cases.about')), h('p', {}, store.study.cases.map((c) => h('span', { class: 'tag' }, c.label, c.key !== c.label.toLowerCase() && h('span', { class: 'faint' }, ` ${c.key}`)))),
          h('form', { class: 'line', onsubmit: async (e) => { e.preventDefault(); const label = caseName.value.trim(); if (label && await store.edit({ op: 'case', label })) { caseName.value = ''; await this.open(); this.el.querySelector('form input')?.focus(); } } }, caseName, h('button', {}, t('case.add')))),
        h('li', {}, h('h2', {}, t('start.texts')), h('p', { class: 'faint' }, t('start.texts.about', { formats: f.formats.join(', ') })), files((list) => this.takeIn(list), true), this.taken.filter((x) => x.error || store.document(x.document)).map((x) => h('div', { class: x.error ? 'warning' : 'taken' }, h('b', {}, x.name), x.error ? inEnglish(x.english, ` ${x.error}`, x.hint && h('p', { class: 'faint' }, x.hint)) : [` → ${x.title}, ${[x.kind, x.date, x.turns ? n('turns', x.turns) : '', x.already ? t('already') : ''].filter(Boolean).join(', ')}`, x.report?.length > 0 && h('details', {}, h('summary', {}, t('intake.report')), h('ul', { class: 'plain' }, x.report.map((r) => h('li', {}, r))))])),
          documents.length > 0 && h('table', { class: 'list' }, h('tbody', {}, documents.map((d) => h('tr', {}, h('th', { scope: 'row' }, h('a', { href: `#document/${encodeURIComponent(d.key)}` }, d.title)), h('td', {}, d.kindSaid), h('td', {}, h('div', { class: 'ofcases' }, this.casesOf(d))))))),
        ),
        h('li', {}, h('h2', {}, t('start.guide')), h('p', { class: 'faint' }, f.guide ? n('start.guide.there', f.guide) : t('start.guide.about')), files(async (list) => {
          try { const out = await send('guide', list.slice(0, 1), { replace: f.guide ? '1' : '', key: crypto.randomUUID() }); note(n('start.guide.there', out.questions)); await this.again(); } catch (e) { complain(e); }
        }, false)),
        h('li', {}, h('h2', {}, t('start.propose')), h('p', { class: 'faint' }, t('start.propose.about')), h('div', { class: 'buttons' }, h('button', { onclick: async () => { if (await store.edit({ op: 'derive' })) await this.open(); }, disabled: !f.guide }, t('start.derive')), h('button', { onclick: async () => { if (await store.edit({ op: 'apply' })) await this.open(); }, disabled: !documents.length }, t('apply')))),
        documents.length > 0 && h('li', {}, h('h2', {}, t('start.read')), h('a', { class: 'button primary', href: `#document/${encodeURIComponent((documents.find((d) => d.kind === 'interview') ?? documents[0]).key)}` }, t('start.first')))),
    ];
  }

  // casesOf shows in which cases a document is, each to be taken away, and lets it into another one.
  casesOf(d) {
    const edit = async (key, how) => { if (await store.edit({ op: 'member', document: d.key, case: key, how })) await this.open(); };
    const others = store.study.cases.filter((c) => !d.cases.includes(c.key));
    return [d.cases.map((k) => {
      const label = store.study.cases.find((c) => c.key === k)?.label ?? k;
      return h('span', { class: 'tag' }, label, h('button', { class: 'quiet', 'aria-label': t('start.leave', { title: d.title, case: label }), title: t('start.leave', { title: d.title, case: label }), onclick: () => edit(k, 'leave') }, '×'));
    }), others.length > 0 && h('select', { 'aria-label': t('start.case.of', { title: d.title }), onchange: (e) => e.target.value && edit(e.target.value) }, h('option', { value: '' }, t(d.cases.length ? 'start.another' : 'start.choose.case')), others.map((c) => h('option', { value: c.key }, c.label)))];
  }

  // again shows the study as it is now, also at the top: what was done can be taken back.
  async again() {
    await store.load();
    document.dispatchEvent(new CustomEvent('steps'));
    await this.open();
  }

  async takeIn(list) {
    if (!list.length) return;
    try {
      const { taken } = await send('intake', list, { key: crypto.randomUUID() });
      this.taken = taken;
      await this.again();
    } catch (e) { complain(e); }
  }
}
