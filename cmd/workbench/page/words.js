// The words of the page come from the server, in the study's language. A word that is not there shows its own
// name, so that a slip is seen.
let known = {};

export function setWords(words) { known = words || {}; }

// t returns words, with what stands in {braces} filled in.
export function t(name, values = {}) {
  return (known[name] ?? name).replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
}

// n returns the words for a number: name.one or name.many.
export function n(name, count, values = {}) {
  return t(`${name}.${count === 1 ? 'one' : 'many'}`, { n: count, ...values });
}
