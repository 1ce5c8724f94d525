// Status: what is left to do, document by document.
import { get } from './api.js';
import { $, dialog, fill, h } from './dom.js';
import { passages } from './evidence.js';
import { store } from './store.js';
import { t } from './words.js';

export class StatusView {
  titled = true;

  constructor() { this.el = h('div', { class: 'narrow' }); }

  async open() {
    const { documents, problems, codes, queue, unsettled } = await get('status');
    const left = documents.reduce((sum, d) => sum + d.proposed, 0);
    const unread = documents.filter((d) => d.readBy === '-').length;
    const tile = (n, words, opens) => (n && opens ? h('button', { class: 'tile', onclick: opens }, h('b', {}, n), words) : h('div', { class: 'tile' }, h('b', {}, n), words));
    fill(this.el, h('h1', {}, store.study.title), h('p', { class: 'faint' }, store.study.folder),
      h('div', { class: 'tiles' }, tile(store.study.cases.length, t('status.cases')), tile(documents.length, t('status.documents')), tile(unread, t('status.unread')), tile(queue, t('status.queue'), () => { location.hash = '#codebook/'; }), tile(left, t('status.proposals')), tile(unsettled.length, t('status.unsettled'), () => this.unsettled(unsettled)), tile(codes, t('status.codes')), tile(problems.length, t('status.problems'), () => $('#problems')?.click())),
      h('div', { class: 'buttons' }, h('button', { onclick: async () => { if (await store.edit({ op: 'apply' })) await this.open(); } }, t('apply')), h('a', { class: 'button', href: '#start' }, t('take.in'))),
      h('table', { class: 'list' }, h('thead', {}, h('tr', {}, ['document', 'kind', 'case', 'coded', 'proposed', 'read', 'coverage'].map((x) => h('th', { scope: 'col' }, t(`status.${x}`))))),
        h('tbody', {}, documents.map((d) => h('tr', {}, h('th', { scope: 'row' }, h('a', { href: `#document/${encodeURIComponent(d.key)}` }, d.title)), h('td', {}, d.kindSaid), h('td', {}, d.cases.map((k) => store.study.cases.find((c) => c.key === k)?.label ?? k).join(', ') || '–'), h('td', { class: 'num' }, d.coded || ''), h('td', { class: 'num' }, d.proposed || ''), h('td', {}, d.readBy === '-' ? h('span', { class: 'warn' }, t('status.not.read')) : store.readers(d)), h('td', {}, d.coverage ? t(`status.coverage.${d.coverage}`) : ''))))),
      h('h2', {}, t('coders')), h('ul', { class: 'plain' }, store.study.coders.map((c) => h('li', {}, c.label, c.name === c.label ? '' : ` (${c.name})`))), this.addCoder());
  }

  // unsettled shows the passages on which coders differ.
  unsettled(list) { dialog(t('status.unsettled.title'), h('p', {}, t('status.unsettled.about')), passages(list, { code: true })); }

  addCoder() {
    const name = h('input', { size: 10, placeholder: t('coder.name'), 'aria-label': t('coder.name') });
    return h('form', { class: 'line', onsubmit: async (e) => { e.preventDefault(); if (await store.edit({ op: 'coder', name: name.value.trim().toLowerCase(), label: name.value.trim() })) await this.open(); } }, name, h('button', {}, t('coder.add')));
  }

  async changed() { await this.open(); }
}
