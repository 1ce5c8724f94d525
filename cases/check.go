package cases

import (
	"io/fs"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// Check returns all that is wrong with a study. Other than Open it reads every text, to see
// whether one was edited in its file.
func Check(fsys fs.FS) plainfile.Problems {
	_, problems := Checked(fsys)
	return problems
}

// Checked is Check that also returns the study, nil if there is none.
func Checked(fsys fs.FS) (*Study, plainfile.Problems) {
	s, problems := Open(fsys)
	if s == nil {
		return nil, problems
	}
	told := map[string]bool{}
	for _, key := range s.Keys() {
		told[key] = s.digests[TextFile(key)] != ""
	}
	for _, key := range s.Keys() {
		if _, err := s.Text(key); err != nil {
			problems.Add(TextFile(key), 0, "cannot be read: %s", err)
		}
	}
	for _, d := range s.Documents {
		if !told[d.Key] {
			s.checkDigest(d, &problems)
		}
	}
	s.checkConfirmed(&problems)
	s.order(problems)
	return s, problems
}

// namesWhatStands is how problems end that only say that a file does not hold what another names.
var namesWhatStands = map[string]string{
	coding.GuideFile:    "is not in the guide",
	coding.CodebookFile: "is not in the codebook",
	AttributesFile:      "is not an attribute",
	StudyFile:           "is no research question of the study",
}

// order sorts problems by files and lines, those of files that cannot be read whole first, and marks those that only follow from these.
func (s *Study) order(problems plainfile.Problems) {
	problems.Sort()
	s.unread = map[string]int{}
	for _, p := range problems {
		if _, known := s.unread[p.File]; p.Unread && !known {
			s.unread[p.File] = p.Line
		}
	}
	if len(s.unread) == 0 {
		return
	}
	for i := range problems {
		p := &problems[i]
		for file, ending := range namesWhatStands {
			if _, half := s.unread[file]; half && !p.Unread && strings.HasSuffix(p.Message, ending) {
				p.Follows = file
			}
		}
	}
	problems.CausesFirst()
}

// check adds what is wrong between files: names that stand for nothing.
func (s *Study) check(problems *plainfile.Problems) {
	s.keyCases()
	s.checkNames(problems)
	s.checkSettings(problems)
	s.checkCopies(problems)
	s.checkGuide(problems)
	s.checkCodebook(problems)
	s.checkDocuments(problems)
	s.checkPlan(problems)
	s.checkMethods(problems)
	for _, c := range s.Cases {
		s.checkCase(c, problems)
	}
	s.checkLayers(problems)
	s.checkSummaries(problems)
	s.checkAliases(problems)
	for _, t := range s.Tables {
		s.checkTable(t, problems)
	}
	for _, c := range s.Calibrations {
		s.checkCalibration(c, problems)
	}
	s.checkMemos(problems)
	s.checkFindings(problems)
	s.checkExpectations(problems)
}

func (s *Study) checkSettings(problems *plainfile.Problems) {
	for _, c := range s.Coders {
		switch {
		case c.Name == "" || !corpus.ValidKey(c.Name):
			problems.Add(StudyFile, c.Line, "coder name %q does not work as the name of a folder\nhint: write a short name in small letters, such as %s", c.Name, corpus.FileSlug(c.Name))
		case coding.Machine(c.Name):
			problems.Add(StudyFile, c.Line, "coder name %q belongs to a machine coder\nhint: give the person another name", c.Name)
		case c.Name == coding.ConsensusCoder || coding.IsAgain(c.Name):
			problems.Add(StudyFile, c.Line, "coder name %q belongs to what coders settle among themselves, or to coding recode\nhint: give the person another name", c.Name)
		}
	}
	s.checkAssignments(problems)
	for _, w := range s.CaseWords {
		if n := len(words.Tokens(w)); n == 0 || n > 4 {
			problems.Add(StudyFile, s.Lines["case-words"], "case word %q is no noun of one to four words\nhint: write nouns such as clinic, or nursing home", w)
		}
	}
	checkFormats(StudyFile, s.Lines["formats"], s.Formats, problems)
	switch s.Stance {
	case "", "codebook", "coding-reliability", "reflexive", "content-analysis":
	default:
		problems.Add(StudyFile, s.Lines["stance"], "stance %q is not known\nhint: write codebook, coding-reliability, reflexive or content-analysis", s.Stance)
	}
}

func (s *Study) checkGuide(problems *plainfile.Problems) {
	if len(s.Settings.Questions) == 0 {
		return
	}
	known := make([]string, len(s.Settings.Questions))
	for i, q := range s.Settings.Questions {
		known[i] = q.Key
	}
	for _, q := range s.Guide.Questions() {
		for _, a := range q.Answers {
			if !contains(known, a) {
				problems.Add(coding.GuideFile, q.Line, "question %q answers %q, which is no research question of the study\nhint: %s", q.Key, a, plainfile.DidYouMean(a, known, "research questions stand in %s", StudyFile))
			}
		}
	}
}

func (s *Study) checkCodebook(problems *plainfile.Problems) {
	s.checkKinds(problems)
	if s.digests[coding.GuideFile] == "" {
		return
	}
	keys := s.Guide.Keys()
	for _, c := range s.Codebook.All() {
		for _, q := range c.Questions {
			if !contains(keys, q) {
				problems.Add(coding.CodebookFile, c.Lines["questions"], "code %q names question %q, which is not in the guide\nhint: %s", c.Key, q, plainfile.DidYouMean(q, keys, "crosscase guide show lists the questions"))
			}
		}
	}
}

func (s *Study) checkDocuments(problems *plainfile.Problems) {
	for _, d := range s.Documents {
		s.checkDigest(d, problems)
	}
}

// checkDigest notes a text that was edited in its file; one that was not read yet passes.
func (s *Study) checkDigest(d *corpus.Document, problems *plainfile.Problems) {
	now := s.digests[TextFile(d.Key)]
	if d.Digest != "" && now != "" && now != d.Digest {
		problems.Add(TextFile(d.Key), 0, "was changed since it was taken in\nhint: crosscase corpus revise %s takes the correction over and finds every coding again", d.Key)
	}
}

func (s *Study) checkCase(c *Case, problems *plainfile.Problems) {
	for _, m := range c.Members {
		if m.Document != "" && s.Document(m.Document) == nil {
			problems.Add(c.File, m.Line, "document %q is not in the study\nhint: %s", m.Document, plainfile.DidYouMean(m.Document, s.Keys(), "crosscase corpus list shows the documents"))
		}
	}
	known := make([]string, len(s.Attributes))
	for i, a := range s.Attributes {
		known[i] = a.Key
	}
	for key, v := range c.Values {
		a, ok := s.Attribute(key)
		if !ok {
			problems.Add(c.File, v.Line, "%q is not an attribute\nhint: %s", key, plainfile.DidYouMean(key, known, "name it in %s", AttributesFile))
			continue
		}
		if len(v.Items) > 1 && a.Kind != List && a.Kind != Ranked {
			problems.Add(c.File, v.Line, "%q has %d answers, but its kind is %s\nhint: give the attribute the kind list or ranked", key, len(v.Items), a.Kind)
		}
		for i := range v.Items {
			if err := a.Check(v.Items[i].Text); err != nil {
				problems.Add(c.File, v.Items[i].Line, "%s: %s", key, err)
			}
			s.findReasons(c.File, v.Items[i].Because, problems)
		}
	}
	for _, st := range c.States {
		s.checkCode(c.File, st.Line, st.Code, problems)
		if !contains(states, st.State) {
			problems.Add(c.File, st.Line, "state %q is not known\nhint: write one of: %s", st.State, strings.Join(states, ", "))
		}
		if st.Because == "" {
			problems.Add(c.File, st.Line, "the state of %q is set without a reason\nhint: add because: with the reason", st.Code)
		}
	}
}

// findReasons finds the passages that the reasons of a file cite.
func (s *Study) findReasons(file string, reasons []Reason, problems *plainfile.Problems) {
	for i := range reasons {
		r := &reasons[i]
		if r.Document == "" {
			continue
		}
		t, err := s.Text(r.Document)
		if err != nil {
			problems.Add(file, r.Line, "document %q is not in the study\nhint: %s", r.Document, plainfile.DidYouMean(r.Document, s.Keys(), "crosscase corpus list shows the documents"))
			continue
		}
		span, fate := r.Anchor.Locate(t.Text)
		if f, ok := follow(r.Anchor, s.Since(r.Document, s.Document(r.Document).Digest)); ok {
			span, fate = f.Span, f.Fate
		}
		switch fate {
		case corpus.Lost:
			problems.Add(file, r.Line, "the quote does not stand in %s: %q\nhint: copy the words from the text", r.Document, r.Anchor.Quote)
		case corpus.Unclear:
			problems.Add(file, r.Line, "the quote stands in %s more than once: %q\nhint: make the quote longer, or add at:", r.Document, r.Anchor.Quote)
		default:
			r.Anchor.Span = span
		}
	}
}

func (s *Study) checkLayer(l *coding.Layer, problems *plainfile.Problems) {
	for _, c := range l.Codings {
		s.checkCode(l.File, c.Line, c.Code, problems)
		if code := s.Codebook.Code(c.Code); c.Value != "" && code != nil && len(code.Values) > 0 && !contains(code.Values, c.Value) {
			problems.Add(l.File, c.Line, "%q is not a value of code %q\nhint: known: %s", c.Value, c.Code, strings.Join(code.Values, ", "))
		}
	}
	for _, r := range l.Reads {
		if r.Codes != "all" {
			for _, key := range strings.Fields(r.Codes) {
				s.checkCode(l.File, r.Line, key, problems)
			}
			continue
		}
		if s.codebookAt(r.Codebook) == nil {
			problems.Add(l.File, r.Line, "the reading does not say with which code book, or that code book was not kept; it counts for no code\nhint: crosscase coding read %s records it anew", l.Document)
		}
	}
	for _, a := range l.Asked {
		if _, ok := s.Guide.Question(a.Question); !ok {
			problems.Add(l.File, a.Line, "question %q is not in the guide\nhint: %s", a.Question, plainfile.DidYouMean(a.Question, s.Guide.Keys(), "crosscase guide show lists the questions"))
		}
	}
	for _, n := range l.NotApplicable {
		s.checkCode(l.File, n.Line, n.Code, problems)
	}
}

func (s *Study) checkTable(t *TableRecord, problems *plainfile.Problems) {
	line := func(field string) int { return t.Lines[field] }
	for _, key := range t.Codes {
		s.checkCode(t.File, line("codes"), key, problems)
	}
	if known := s.kinds(); t.Kind != "" && !contains(known, catalogue.CodeKind(t.Kind)) {
		problems.Add(t.File, line("kind"), "no code is of kind %q\nhint: %s", t.Kind, plainfile.DidYouMean(t.Kind, known, "kinds in use: %s", strings.Join(known, ", ")))
	}
	if t.Under != "" {
		s.checkCode(t.File, line("under"), t.Under, problems)
	}
	for _, key := range append(append([]string{}, t.Cases...), nonEmpty(t.Case)...) {
		if s.Case(key) == nil {
			problems.Add(t.File, max(line("cases"), line("case")), "there is no case %q\nhint: %s", key, plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases list shows them"))
		}
	}
	for _, key := range append(append([]string{}, t.Attributes...), nonEmpty(t.By)...) {
		if _, ok := s.Attribute(key); !ok && !(key == t.By && key == ByDocument) {
			problems.Add(t.File, max(line("attributes"), line("by")), "%q is not an attribute\nhint: attributes stand in %s", key, AttributesFile)
		}
	}
	type measure struct{ field, name string }
	measures := []measure{{"order-by", t.OrderBy}, {"facet", t.Facet}, {"x", t.X}, {"y", t.Y}, {"outcome", t.Outcome}}
	for _, name := range t.Consequences {
		measures = append(measures, measure{"consequences", name})
	}
	for _, f := range measures {
		if err := s.KnownMeasure(f.name); f.name != "" && err != nil {
			message, hint, _ := strings.Cut(err.Error(), "\nhint: ")
			problems.Add(t.File, line(f.field), "%s\nhint: %s", message, hint)
		}
	}
	for _, g := range t.Groups {
		for _, key := range g.Cases {
			if s.Case(key) == nil {
				problems.Add(t.File, g.Line, "there is no case %q\nhint: %s", key, plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases list shows them"))
			}
		}
	}
	for _, p := range t.Periods {
		for _, when := range []string{p.From, p.To} {
			if !validDate(when) {
				problems.Add(t.File, p.Line, "the period %q begins or ends at %q, which is no date\nhint: write 2016-02-19, 2016-02 or 2016 under from: and to:", p.Label, when)
			}
		}
	}
	var rows func([]RowRecord)
	rows = func(rs []RowRecord) {
		for _, r := range rs {
			for _, key := range append(append([]string{}, r.Codes...), nonEmpty(r.Code)...) {
				s.checkCode(t.File, r.Line, key, problems)
			}
			rows(r.Rows)
		}
	}
	rows(t.Rows)
}

// checkCode notes a key that is no code.
func (s *Study) checkCode(file string, line int, key string, problems *plainfile.Problems) {
	if s.Codebook.Code(key) == nil {
		problems.Add(file, line, "code %q is not in the codebook\nhint: %s", key, plainfile.DidYouMean(key, s.Codebook.Keys(), "crosscase codebook show lists the codes"))
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// UnknownCode returns the problem of a key that somebody typed and that is no code.
func (s *Study) UnknownCode(key string) error {
	return catalogue.Errorf("code %q is not in the codebook\nhint: %s", key, plainfile.DidYouMean(key, s.Codebook.Keys(), "crosscase codebook show lists the codes"))
}

// UnknownCase returns the problem of a name that somebody typed and that is of no case, or may be of several.
func (s *Study) UnknownCase(key string) error {
	hint := plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases add %s makes one", key)
	if !corpus.ValidKey(key) {
		hint = catalogue.Text("crosscase cases add %s --label %q makes one", corpus.FileSlug(key), key)
	}
	var several []string
	for _, c := range s.Cases {
		if strings.EqualFold(c.Label, key) || c.called(key) || c.beginsWith(key) {
			several = append(several, c.Key)
		}
	}
	if len(several) > 1 {
		hint = catalogue.Text("it may be each of these, write the key: %s", strings.Join(several, ", "))
	}
	return catalogue.Errorf("there is no case %q\nhint: %s", key, hint)
}

// UnknownDocument returns the problem of a key that somebody typed and that is no document.
// A key without its ending and the name of the file it was made from lead to it.
func (s *Study) UnknownDocument(key string) error {
	hint := plainfile.DidYouMean(key, s.Keys(), "crosscase corpus list shows the documents")
	for _, d := range s.Documents {
		if d.Key == key+".txt" || strings.EqualFold(d.Original.Name, key) || d.Key == corpus.DocumentKey(key) || slices.Contains(d.Was, key) {
			hint = catalogue.Text("did you mean %q?", d.Key)
		}
	}
	return catalogue.Errorf("document %q is not in the study\nhint: %s", key, hint)
}
