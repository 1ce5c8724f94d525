package cases

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/words"
)

// kindWords are the words of file and folder names by which a kind is guessed, the surest
// first.
var kindWords = []struct{ word, kind string }{
	{"arsrapport", "annual-report"}, {"aarsrapport", "annual-report"}, {"aarsmelding", "annual-report"}, {"arsmelding", "annual-report"},
	{"arsberetning", "annual-report"}, {"aarsberetning", "annual-report"}, {"annual-report", "annual-report"},
	{"budsjett", "budget"}, {"budget", "budget"},
	{"moteprotokoll", "minutes"}, {"moeteprotokoll", "minutes"}, {"motereferat", "minutes"}, {"moetereferat", "minutes"}, {"referat", "minutes"},
	{"protokoll", "minutes"}, {"minutes", "minutes"}, {"niederschrift", "minutes"},
	{"oekonomiplan", "plan"}, {"handlingsplan", "plan"}, {"kommuneplan", "plan"}, {"virksomhetsplan", "plan"}, {"strategi", "plan"}, {"planer", "plan"}, {"plan", "plan"},
}

// titleKinds are further words by which the title of a document tells its kind.
var titleKinds = []struct{ word, kind string }{
	{"kommunestyremoete", "minutes"}, {"bystyremoete", "minutes"}, {"utvalgsmoete", "minutes"}, {"styremoete", "minutes"}, {"raadsmoete", "minutes"},
	{"moete-i-kommunestyret", "minutes"}, {"moete-i-bystyret", "minutes"}, {"moete-i-formannskapet", "minutes"}, {"moete-i-utvalg", "minutes"}, {"council-meeting", "minutes"},
}

// written are the words that tell in a title that somebody wrote the questions and answers below
// it for readers, and talkedOf those that tell that it was an interview all the same.
var (
	written  = []string{"faq", "frequently-asked", "ofte-stilte", "questions-and-answers", "spoersmaal-og-svar", "vanliga-fraagor"}
	talkedOf = []string{"intervju", "interview", "fokusgruppe", "focus", "samtale", "entrevista", "entretien", "wywiad", "haastattelu", "transkri", "transcri"}
)

// guessKind takes a document with turns for an interview, unless its name or its title says
// that it is the minutes of a meeting or was written as questions and answers; other documents go by
// words in the names of the file and its folder, then by those of the title.
func guessKind(name, folder string, r convert.Result) string {
	title := corpus.Slug(r.Title)
	byName := kindIn(corpus.Slug(name))
	if r.Turns > 0 {
		says := corpus.Slug(name) + "-" + title
		kind := byName
		if kind == "" {
			kind = kindOfTitle(title)
		}
		switch {
		case containsAny(says, talkedOf):
		case kind == "minutes":
			return kind
		case containsAny(title, written):
			return "document"
		}
		return corpus.KindInterview
	}
	return cmp.Or(byName, kindIn(corpus.Slug(folder)), kindOfTitle(title), "document")
}

// kindIn returns the kind of which a word stands anywhere in the name of a file or folder.
func kindIn(slug string) string {
	for _, k := range kindWords {
		if strings.Contains(slug, k.word) {
			return k.kind
		}
	}
	return ""
}

// kindOfTitle returns the kind that a word of a title is or ends with, the words of a title being
// those of a sentence: "Økonomiplan" is one, "planlagt" is none.
func kindOfTitle(title string) string {
	for _, k := range titleKinds {
		if strings.Contains(title, k.word) {
			return k.kind
		}
	}
	for _, k := range kindWords {
		for word := range strings.SplitSeq(title, "-") {
			i := strings.LastIndex(word, k.word)
			if strings.Contains(k.word, "-") && strings.Contains(title, k.word) || i >= 0 && slices.Contains(endings, word[i+len(k.word):]) {
				return k.kind
			}
		}
	}
	return ""
}

// endings are those that a noun may have in a title.
var endings = []string{"", "en", "et", "a", "er", "ene", "ar", "ane", "s", "for"}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// guessCase returns the case whose key or label is the name of the folder or begins the
// name of the file, or else stands in that as a whole word, or else begins with the same word as
// the file ("Havnes videregående skole", havnes-rektor.vtt); "" if none does, or more than one.
func (s *Study) guessCase(name, folder string) string {
	file, folder := plainName(strings.TrimSuffix(name, extension(name))), plainName(folder)
	var first, anywhere, word []string
	for _, c := range s.Cases {
		for _, n := range []string{plainName(c.Key), plainName(c.Title())} {
			if folder == n || strings.HasPrefix(file+"-", n+"-") {
				first = addOnce(first, c.Key)
			}
			if len(n) >= leastWord && strings.Contains("-"+file+"-", "-"+n+"-") {
				anywhere = addOnce(anywhere, c.Key)
			}
			if w, _, _ := strings.Cut(n, "-"); len(w) >= leastWord && (folder == w || strings.HasPrefix(file+"-", w+"-")) {
				word = addOnce(word, c.Key)
			}
		}
	}
	for _, found := range [][]string{first, anywhere, word} {
		if len(found) == 1 {
			return found[0]
		} else if len(found) > 1 {
			return ""
		}
	}
	return ""
}

// leastWord is how long the name of a case is that counts inside a file's name: "a" may be an article.
const leastWord = 3

// plainName is the form in which names of files and cases are compared: words parted by "-", without the marks of letters, which
// people leave out of names of files.
func plainName(name string) string {
	return lettersWithoutMarks.Replace(strings.NewReplacer("_", "-", ".", "-").Replace(corpus.Slug(name)))
}

// lettersWithoutMarks makes one of "vikøyra", "vikoeyra" and "vikoyra".
var lettersWithoutMarks = strings.NewReplacer("oe", "o", "aa", "a", "ae", "a")

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		return name[i:]
	}
	return ""
}

// dateOf returns the date of a document: that of the text, or of the file's name where the text
// has none or only a year of it. Where the two tell different years it says so.
func dateOf(name string, result convert.Result, r *convert.Report) string {
	text, in := result.Date, convert.DateInName(name)
	named := in.Date
	if text == "" || strings.HasPrefix(named, text) && named != text {
		if named != "" {
			r.Add("guessed", "date, by the name of the file", 1, named)
			addAll(r, in.Assumed)
		}
		return named
	}
	if named != text { // where they are one, neither leaves a doubt
		addAll(r, result.Assumed)
	}
	if named != "" && named[:4] != text[:4] {
		r.Add("warning", "the text is dated "+text+", the name of the file says "+named+": taken from the text; correct it in the file beside the text", 1, "")
	}
	return text
}

func addAll(r *convert.Report, entries []convert.Entry) {
	for _, e := range entries {
		r.Add(e.Did, e.What, e.Count, e.Example)
	}
}

// language returns the language of a text: the one that was said, the one that its words
// tell, or that of the study.
func (s *Study) language(text, said string, r *convert.Report) string {
	if said != "" {
		return said
	}
	found := words.Language(text)
	if found != "" {
		if found != s.Language {
			r.Add("guessed", "language", 1, found)
		}
		return found
	}
	found = words.LikelyLanguage(text, s.Language)
	switch {
	case found == "" && len(text) >= leastText:
		r.Add("guessed", "language: that of the study, for the words tell none; correct it with --language, or in the file beside the text", 1, s.Language)
	case found != "" && found != s.Language:
		r.Add("guessed", "language, from few words; correct it with --language, or in the file beside the text", 1, found)
	}
	return cmp.Or(found, s.Language)
}

// leastText is how many bytes a text must have for its silence on its language to be told.
const leastText = 200

// leastCommon is the share of a text that a file of the same name must have in common with it
// to be taken for its correction.
const leastCommon = 0.5

// corrects tells of a file that has the name of a document's and much of its text.
func (s *Study) corrects(name, text string, r *convert.Report) error {
	for _, d := range s.Documents {
		if d.Original.Name != name || d.Original.Part != "" {
			continue
		}
		t, err := s.Text(d.Key)
		if err != nil {
			continue
		}
		if corpus.Compare(t.Text, corpus.NewText(text)).Similarity() >= leastCommon {
			return catalogue.Errorf("was taken in before as %s and has changed since\nhint: crosscase corpus revise takes the correction over and keeps the codings; corpus add --new takes it in beside the other", d.Key)
		}
		r.Add("guessed", "another text than "+d.Key+", which has the same file name", 1, "")
	}
	return nil
}

// alikeName tells of a file whose name differs from another's only in capitals or in the form
// of its accents: they would be one file on another machine.
func (s *Study) alikeName(name string) error {
	i := slices.IndexFunc(s.Documents, func(d *corpus.Document) bool {
		return d.Original.Name != name && corpus.SameName(d.Original.Name, name)
	})
	if i < 0 {
		return nil
	}
	d := s.Documents[i]
	return catalogue.Errorf("has the name of %s, which is in the study as %s, but for capitals or the form of accents\nhint: give it a name of its own; to correct the other: crosscase corpus revise --document %s", d.Original.Name, d.Key, d.Key)
}

// lengthOf returns how many minutes an interview took: what its first lines say or else, begun, the time at which its last turn
// begins. 0 if it has no times, or if these are those of a clock on the wall: the first is over an hour.
func lengthOf(r convert.Result, kind string) int {
	if r.Minutes > 0 || kind != corpus.KindInterview {
		return r.Minutes
	}
	first, last := -1, 0
	begun, ended := corpus.Times(r.Text, r.Speakers)
	for _, stamp := range [...]string{begun, ended} {
		var h, m, s int
		if n, err := fmt.Sscanf(stamp, "%d:%d:%d", &h, &m, &s); n < 3 || err != nil {
			continue
		}
		last = 3600*h + 60*m + s
		if first < 0 {
			first = last
		}
	}
	if first > 3600 || last < first {
		return 0
	}
	return (last + 59) / 60
}
