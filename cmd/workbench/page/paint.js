// Coded text is tinted by ranges that the browser paints over the words; the page's elements stay as they are.
// Where codings overlap their tints add up, and the bars in the margin tell them apart.
import { slot } from './store.js';

const supported = 'highlights' in CSS;

const set = (name, ranges, priority) => {
  if (!supported) return;
  const highlight = new Highlight(...ranges.filter(Boolean));
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
};

let painted = ''; // what is tinted

export function clear() {
  if (supported) CSS.highlights.clear();
  painted = '';
}

// paint tints what is coded, underlines what is proposed, and marks the coding that is being looked at. What is tinted already stays.
export function paint(paper, codings, current) {
  const what = `${paper.number} ${codings.map((c) => `${c.id}${c.version}${slot(c.code)}`).join()}`;
  if (what !== painted) {
    clear();
    painted = what;
    const groups = new Map();
    for (const c of codings) {
      if (c.proposed && slot(c.code) === 'grey') continue; // an answer to a question is proposed as a whole turn: its bar is enough
      const name = slot(c.code) + (c.proposed ? '-proposed' : '');
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(paper.range(c.at));
    }
    for (const [name, ranges] of groups) set(name, ranges, name.endsWith('-proposed') ? 1 : 2);
    for (const says of ['against', 'qualified']) set(says, codings.filter((c) => c.says === says && !c.proposed).map((c) => paper.range(c.at)), 4);
  }
  const c = codings.find((x) => x.id === current);
  if (supported) CSS.highlights.delete('current');
  if (c) set('current', [paper.range(c.at)], 5);
}

export const paintPending = (paper, at) => set('pending', at ? [paper.range(at)] : [], 8);
export const paintHits = (paper, places) => set('hit', places.map((p) => paper.range(p)), 7);
