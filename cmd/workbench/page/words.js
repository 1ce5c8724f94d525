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

// The journal is in English, as everything that the program writes into files. These are its lines, to be said in the
// study's language.
const lines = [
  [/^coded (\d+) passages with (\S+)$/, 'did.coded.all'], [/^coded \S+ with (\S+)$/, 'did.coded'], [/^changed (\S+) at /, 'did.changed'], [/^removed (\S+) at /, 'did.removed'], [/^confirmed (\S+) at /, 'did.confirmed'], [/^placed (\S+) at /, 'did.placed'],
  [/^accepted (\S+) at /, 'did.accepted'], [/^declined (\S+) at /, 'did.declined'], [/^finished reading (\S+)$/, 'did.read'], [/^took back having read (\S+)$/, 'did.unread'],
  [/^created the code (\S+)$/, 'did.created'], [/^defined the code (\S+)$/, 'did.defined'], [/^renamed the code (\S+) to (\S+)$/, 'did.renamed'], [/^moved the code (\S+)$/, 'did.moved'], [/^merged the code (\S+) into (\S+)$/, 'did.merged'], [/^split the code (\S+):/, 'did.split'],
  [/^marked (\S+) in (\S+):/, 'did.asked'], [/^closed the coverage of (\S+)$/, 'did.closed'], [/^opened the coverage of (\S+) again$/, 'did.reopened'], [/^set the state of (\S+) in case (\S+)$/, 'did.state'], [/^set (\S+) of case (\S+)$/, 'did.value'], [/^summarised (\S+) in case (\S+)$/, 'did.summary'],
  [/^added the case (\S+)$/, 'did.case'], [/^(\S+) belongs to case (\S+)$/, 'did.member'], [/^(\S+) codes too$/, 'did.coder'], [/^wrote the memo (\S+)$/, 'did.memo'], [/^changed the memo (\S+)$/, 'did.memo.changed'], [/^deleted the memo (\S+)$/, 'did.memo.removed'], [/^took in (\d+) documents$/, 'did.taken'], [/^imported the guide from (.+)$/, 'did.guide'], [/^made codes of the guide$/, 'did.derived'], [/^added the attribute (\S+)$/, 'did.attribute'], [/^the machine coders looked at every document; (\d+) have changed$/, 'did.applied'],
];

// did says what was done; label gives the words of a code's key.
export function did(line, label = (key) => key) {
  for (const [english, name] of [['took back: ', 'undone'], ['did again: ', 'redone']]) if (line.startsWith(english)) return t(name, { what: did(line.slice(english.length), label) });
  for (const [pattern, name] of lines) {
    const m = pattern.exec(line);
    if (m) return t(name, { a: label(m[1]), b: label(m[2]) });
  }
  return line;
}
