// The keys, on one page.
import { dialog, h, kept } from './dom.js';
import { t } from './words.js';

const groups = [
  ['help.select', [['help.mouse', ''], ['→ ←', 'help.sentence'], ['⇧→ ⇧←', 'help.word'], ['⇧↓ ⇧↑', 'help.sentences'], ['⌥⇧→ ⌥⇧←', 'help.start'], ['a–å, ↵', 'help.code'], ['⇧↵', 'help.another'], ['Ctrl+↵', 'help.invivo'], ['Alt+1 2 3', 'help.side']]],
  ['help.coding', [['. ,', 'help.codings'], ['1 2 3', 'help.says'], ['R', 'recode'], ['L', 'limits'], ['M', 'note'], ['Tab', 'help.details'], ['Del', 'remove'], ['Esc', 'help.leave']]],
  ['help.review', [['N', 'help.next'], ['P', 'help.before'], ['A', 'accept'], ['D', 'decline'], ['C', 'alter'], ['L', 'help.accept.limits']]],
  ['help.everywhere', [['↓ ↑', 'help.paragraph'], ['⇧F', 'read.finish'], ['⇧N ⇧P', 'help.documents'], ['O', 'help.others'], ['Ctrl+Z', 'undo'], ['Ctrl+⇧+Z', 'redo'], ['Alt+1…8', 'views'], ['Alt+M', 'memo.here'], ['/', 'tab.search'], ['?', 'help']]],
];

export function help() {
  dialog(t('help'), h('div', { class: 'help' }, groups.map(([title, rows]) => h('section', {}, h('h3', {}, t(title)), h('dl', {}, rows.map(([keys, what]) => (what ? [h('dt', {}, keys.split(' ').map((k) => h('kbd', {}, k))), h('dd', {}, t(what))] : h('dd', { class: 'whole' }, t(keys)))))))),
    h('label', { class: 'field check' }, h('input', { type: 'checkbox', checked: kept.get('keys', true), onchange: (e) => kept.set('keys', e.target.checked) }), t('help.single')));
}
