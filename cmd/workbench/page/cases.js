// Cases: what is known of each, with the reasons; and the framework chart, where a cell opens its passages beside the summary
// that one writes.
import { get } from './api.js';
import { dialog, fill, h, kept, note } from './dom.js';
import { placeLink } from './evidence.js';
import { memoDialog, memoLinks, memosOn } from './memos.js';
import { kind } from './picker.js';
import { slot, store } from './store.js';
import { parts } from './table.js';
import { t } from './words.js';

const states = ['', 'present', 'partial', 'absent', 'mixed', 'none', 'open'];

export class CasesView {
  constructor() {
    this.out = h('div');
    this.tabs = h('div', { class: 'segments', role: 'radiogroup', 'aria-label': t('tab.cases') });
    this.el = h('div', { class: 'wide' }, this.tabs, this.out);
  }

  async open(mode) {
    this.mode = ['chart', 'attributes'].includes(mode) ? mode : kept.get('cases', 'chart');
    kept.set('cases', this.mode);
    fill(this.tabs, ['chart', 'attributes'].map((m) => h('button', { role: 'radio', 'aria-checked': String(m === this.mode), onclick: () => { location.hash = `#cases/${m}`; } }, t(`cases.${m}`))));
    if (this.mode === 'chart') await this.chart();
    else await this.attributes();
  }

  async changed() { if (!document.querySelector('dialog[open]')) await this.open(this.mode); }

  // --- the framework chart

  async chart() {
    const kinds = store.study.kinds.filter((k) => k !== 'structural');
    if (!kinds.length || !store.study.cases.length) { fill(this.out, h('p', { class: 'empty' }, t('chart.none'))); return; }
    const chosen = kinds.includes(kept.get('chart.kind', '')) ? kept.get('chart.kind', '') : kinds[0];
    const found = await get('chart', { kind: chosen });
    this.found = found;
    const { table } = found;
    fill(this.out, h('p', {}, h('label', {}, t('code.kind'), ' ', h('select', { onchange: (e) => { kept.set('chart.kind', e.target.value); this.chart(); } }, kinds.map((k) => h('option', { value: k, selected: k === chosen }, kind(k)))))),
      h('div', { class: 'scroller', tabIndex: 0, role: 'region', 'aria-label': t('cases.chart') }, h('table', { class: 'grid framework' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('code')), table.columns.map((c) => h('th', { scope: 'col' }, c.label)))),
        h('tbody', {}, table.rows.map((r, i) => h('tr', {}, h('th', { scope: 'row', class: slot(r.key), style: { '--depth': r.depth || 0 } }, h('span', { class: 'dot' }), ' ', r.label),
          table.cells[i].map((c, j) => {
            const words = found.summaries[r.key]?.[table.columns[j].key]?.shown;
            return h('td', { class: `cellbox state-${c.state === 'none' && c.missing ? 'not-asked' : c.state}`, data: { case: table.columns[j].key } }, h('button', { class: 'opens', 'aria-haspopup': 'dialog', onclick: () => this.cell(c, r, table.columns[j]) }, h('span', { class: 'state' }, c.text), words && h('span', { class: 'summary' }, words)));
          })))))));
  }

  cell(c, row, column) {
    const summary = this.found.summaries[row.key][column.key];
    const state = this.found.states[row.key][column.key];
    const text = h('textarea', { value: summary.text, rows: 12, 'aria-label': t('summary'), placeholder: t('summary.hint') });
    const which = h('select', { 'aria-label': t('state') }, states.map((s) => h('option', { value: s, selected: s === state.state }, s ? t(`state.${s}`) : t('state.derived', { state: t(`state.${c.derived || c.state}`) }))));
    const because = h('input', { value: state.because, placeholder: t('because'), 'aria-label': t('because') });
    const save = async (close) => {
      if (text.value !== summary.text) {
        const out = await store.edit({ op: 'summary', case: column.key, code: row.key, text: text.value, version: summary.version }, { onNewer: (now) => { const mine = text.value; Object.assign(summary, now); text.value = now.text; lost.hidden = false; fill(lost, t('newer.yours'), h('pre', {}, mine)); } });
        if (!out) return;
      }
      if (which.value !== state.state || because.value !== state.because) {
        const out = await store.edit({ op: 'state', case: column.key, code: row.key, state: which.value, because: because.value, version: state.version }, { onNewer: (now) => { Object.assign(state, now); which.value = now.state; because.value = now.because; } });
        if (!out) return;
      }
      if (close) d.close();
      await this.chart();
    };
    const lost = h('div', { class: 'warning', hidden: true });
    const d = dialog(`${row.label} · ${column.label}`, h('div', { class: 'beside' }, h('div', { class: 'left' }, parts(c, row.key)), h('div', { class: 'right' }, h('h3', {}, t('summary')), lost, text, h('h3', {}, t('state')), which, because, h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: () => save(true) }, t('save'))))));
    d.classList.add('broad');
    text.focus();
  }

  // about: a memo on the case of the cell that has the focus.
  about() { return { what: document.activeElement?.closest?.('[data-case]') ? `case:${document.activeElement.closest('[data-case]').dataset.case}` : 'study' }; }

  // --- attributes

  async attributes() {
    const found = await get('cases');
    fill(this.out, h('div', { class: 'scroller', tabIndex: 0, role: 'region', 'aria-label': t('cases.attributes') }, h('table', { class: 'grid' }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('attribute')), found.cases.map((c) => h('th', { scope: 'col' }, c.label)))),
      h('tbody', {}, found.attributes.map((a) => h('tr', {}, h('th', { scope: 'row' }, a.label, h('div', { class: 'faint' }, t(`attribute.${a.kind}`))),
        found.cases.map((c) => {
          const v = c.values[a.key];
          return h('td', { class: 'cellbox', data: { case: c.key } }, h('button', { class: 'opens', 'aria-haspopup': 'dialog', 'aria-label': v.items.length ? undefined : `${a.label}, ${c.label}: ${v.missing || t('no.value')}`, onclick: () => this.value(a, c, v) }, v.items.length ? v.items.map((i) => h('div', {}, i.text)) : h('span', { class: 'faint' }, v.missing || '–')));
        }))),
      h('tr', {}, h('th', { scope: 'row' }, t('documents')), found.cases.map((c) => h('td', {}, c.documents.map((k) => h('div', {}, h('a', { href: `#document/${encodeURIComponent(k)}` }, store.document(k)?.title ?? k))), c.missing.map((m) => h('div', { class: 'faint' }, m))))),
      h('tr', {}, h('th', { scope: 'row' }, t('tab.memos')), found.cases.map((c) => h('td', { data: { case: c.key } }, memoLinks(memosOn(`case:${c.key}`)), h('button', { 'aria-label': `${t('memo.new')}: ${c.label}`, onclick: () => memoDialog(`case:${c.key}`, { saved: () => this.attributes() }) }, t('memo.new')))))))),
    h('div', { class: 'forms' }, this.adder('case.add', 'case.name', (label) => ({ op: 'case', label })), this.adder('attribute.add', 'attribute.name', (label) => ({ op: 'attribute', label, how: 'text' }))));
  }

  adder(button, placeholder, body) {
    const name = h('input', { placeholder: t(placeholder), 'aria-label': t(placeholder) });
    return h('form', { class: 'line', onsubmit: async (e) => { e.preventDefault(); if (name.value.trim() && await store.edit(body(name.value.trim()))) { name.value = ''; await this.attributes(); } } }, name, h('button', {}, t(button)));
  }

  value(a, c, v) {
    const listed = a.kind === 'list' || a.kind === 'ranked';
    const reasons = h('ul', { class: 'plain' }, v.items.flatMap((i) => i.because.map((r) => h('li', {}, h('b', {}, i.text), ': ', r.document ? [h('q', {}, r.quote), ' ', r.at ? placeLink(r.document, r.at, r.cite) : r.cite] : r.source || r.judgement))));
    if (a.from) { dialog(`${a.label} · ${c.label}`, reasons, h('p', { class: 'faint' }, t('attribute.from'))); return; }
    const input = a.kind === 'enum' && a.values.length ? h('select', {}, a.values.map((x) => h('option', { value: x, selected: v.items[0]?.text === x }, x))) : h('input', { value: v.items.map((i) => i.text).join('; ') });
    const doc = h('select', {}, h('option', { value: '' }, t('choose')), c.documents.map((k) => h('option', { value: k }, store.document(k)?.title ?? k)));
    const quote = h('textarea', { rows: 2, placeholder: t('reason.quote') });
    const source = h('input', { placeholder: t('reason.source') });
    const judgement = h('input', { placeholder: t('reason.judgement') });
    const d = dialog(`${a.label} · ${c.label}`, v.items.length > 0 && h('section', {}, h('h3', {}, t('reasons')), reasons, v.note && h('p', {}, v.note)),
      h('label', { class: 'field' }, h('span', {}, t('value')), input), listed && h('p', { class: 'faint' }, t('value.list')), h('h3', {}, t('reason')),
      h('label', { class: 'field' }, h('span', {}, t('status.document')), doc), h('label', { class: 'field' }, h('span', {}, t('reason.words')), quote), h('label', { class: 'field' }, h('span', {}, t('reason.other')), source), h('label', { class: 'field' }, h('span', {}, t('reason.own')), judgement),
      h('div', { class: 'buttons' }, h('button', { class: 'primary', onclick: async () => {
        if (!doc.value !== !quote.value.trim()) { note(t('reason.both'), { wrong: true }); return; }
        const out = await store.edit({ op: 'value', case: c.key, attribute: a.key, text: input.value, name: doc.value, quote: quote.value.trim(), source: source.value.trim(), because: judgement.value.trim(), version: v.version }, { onNewer: () => { d.close(); this.attributes(); } });
        if (out) { d.close(); await this.attributes(); }
      } }, t('save'))));
  }
}
