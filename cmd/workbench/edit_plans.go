package workbench

import (
	"fmt"
	"net/http"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// The edits of the plans: of the code book, of what was asked, and of the cases.

// sameTree refuses a change of the code book that was made on another one.
func (x *editing) sameTree() error {
	if x.Digest != x.s.Codebook.Digest {
		return newer(map[string]string{"digest": x.s.Codebook.Digest})
	}
	return nil
}

func (x *editing) create() (string, error) {
	if x.New == nil || strings.TrimSpace(x.New.Label+x.New.Key) == "" {
		return "", refuse(http.StatusBadRequest, "a code has a name")
	}
	key, err := x.chosenCode()
	return "created the code " + key, err
}

func (x *editing) define() (string, error) {
	key := given(x.Code)
	c := x.s.Codebook.Code(key)
	if c == nil {
		return "", x.s.UnknownCode(key)
	}
	if now := codeOf(c); now.Version != x.Version {
		return "", newer(now)
	}
	return "defined the code " + c.Key, x.s.DefineCode(x.dir, key, x.Fields, x.on)
}

func (x *editing) rename() (string, error) {
	if err := x.sameTree(); err != nil {
		return "", err
	}
	return fmt.Sprintf("renamed the code %s to %s", given(x.Code), x.To), x.s.RenameCode(x.dir, given(x.Code), x.To)
}

func (x *editing) move() (string, error) {
	if err := x.sameTree(); err != nil {
		return "", err
	}
	return "moved the code " + given(x.Code), x.s.MoveCode(x.dir, given(x.Code), x.Under, x.Before)
}

func (x *editing) merge() (string, error) {
	if err := x.sameTree(); err != nil {
		return "", err
	}
	return fmt.Sprintf("merged the code %s into %s", given(x.Code), x.To), x.s.MergeCodes(x.dir, given(x.Code), x.To)
}

func (x *editing) split() (string, error) {
	if err := x.sameTree(); err != nil {
		return "", err
	}
	var parts []cases.Part
	for _, p := range x.Parts {
		parts = append(parts, cases.Part{NewCode: p.newCode.asked(), Codings: p.Codings})
	}
	n, err := x.s.SplitCode(x.dir, given(x.Code), x.Coder, parts)
	return fmt.Sprintf("split the code %s: %d codings went to others", given(x.Code), n), err
}

func (x *editing) interview() (*coding.Layer, error) {
	d := x.s.Document(x.Document)
	if d == nil {
		return nil, x.s.UnknownDocument(x.Document)
	}
	if !d.Interview() {
		return nil, refuse(http.StatusBadRequest, "%s is no interview", x.Document)
	}
	return x.s.Layer(x.Coder, x.Document), nil
}

func (x *editing) asked() (string, error) {
	l, err := x.interview()
	if err != nil {
		return "", err
	}
	if now := versionOf(x.s.Coverage(x.Document).Questions[x.Question]); x.Version != now {
		return "", newer(map[string]string{"version": now})
	}
	switch x.How {
	case "", coding.WasAsked, coding.NotAsked, coding.AnsweredElsewhere:
	default:
		return "", refuse(http.StatusBadRequest, "a question is asked, not-asked or answered-elsewhere")
	}
	if err := x.s.MarkQuestion(l, x.Question, x.How, x.on); err != nil {
		return "", err
	}
	did := fmt.Sprintf("left %s in %s to the guide matcher", x.Question, x.Document)
	if x.How != "" {
		did = fmt.Sprintf("marked %s in %s as %s", x.Question, x.Document, strings.ReplaceAll(x.How, "-", " "))
	}
	return did, x.s.SaveLayer(x.dir, l)
}

func (x *editing) close() (string, error) {
	l, err := x.interview()
	if err != nil {
		return "", err
	}
	return "closed the coverage of " + x.Document, x.s.CloseCoverage(x.dir, l, x.on)
}

func (x *editing) reopen() (string, error) {
	l, err := x.interview()
	if err != nil {
		return "", err
	}
	if by := x.s.ClosedBy(x.Document); len(l.Covered) == 0 && len(by) > 0 {
		return "", refuse(http.StatusForbidden, "the coverage of %s was closed by %s\nhint: whoever closed it can open it again", x.Document, strings.Join(by, ", "))
	}
	l.Covered = nil
	return "opened the coverage of " + x.Document + " again", x.s.SaveLayer(x.dir, l)
}

func (x *editing) value() (string, error) {
	c := x.s.Case(x.Case)
	if c == nil {
		return "", x.s.UnknownCase(x.Case)
	}
	if now := valueOf(c.Values[x.Attribute]); now.Version != x.Version {
		return "", newer(now)
	}
	err := x.s.SetValue(x.dir, x.Case, x.Attribute, x.Text, cases.ReasonGiven{Document: x.Name, Quote: x.Quote, Source: x.Source, Judgement: x.Because})
	return fmt.Sprintf("set %s of case %s", x.Attribute, x.Case), err
}

func (x *editing) summary() (string, error) {
	code := given(x.Code)
	if x.s.Case(x.Case) == nil {
		return "", x.s.UnknownCase(x.Case)
	}
	if now := summaryOf(x.s, x.Case, code); now.Version != x.Version {
		return "", newer(now)
	}
	return fmt.Sprintf("summarised %s in case %s", code, x.Case), x.s.SetSummary(x.dir, x.Case, code, x.Text)
}

func (x *editing) state() (string, error) {
	code := given(x.Code)
	if x.s.Case(x.Case) == nil {
		return "", x.s.UnknownCase(x.Case)
	}
	if now := stateOf(x.s, x.Case, code); now.Version != x.Version {
		return "", newer(now)
	}
	return fmt.Sprintf("set the state of %s in case %s", code, x.Case), x.s.SetState(x.dir, x.Case, code, x.State, x.Because, x.on)
}

func (x *editing) newCase() (string, error) {
	key := x.Name
	if key == "" {
		key = corpus.FileSlug(x.Label)
	}
	if !corpus.ValidKey(key) || strings.TrimSpace(x.Label+x.Name) == "" {
		return "", refuse(http.StatusBadRequest, "a case has a name")
	}
	if x.s.Case(key) != nil {
		return "", refuse(http.StatusConflict, "there is a case of that name already")
	}
	return "added the case " + key, x.dir.Write(cases.CaseFile(key), cases.NewCase(key, strings.TrimSpace(x.Label)))
}

// member makes a document a member of a case, or, with how "leave", takes it out of it.
func (x *editing) member() (string, error) {
	if x.s.Document(x.Document) == nil {
		return "", x.s.UnknownDocument(x.Document)
	}
	if x.s.Case(x.Case) == nil {
		return "", x.s.UnknownCase(x.Case)
	}
	if x.How == "leave" {
		return fmt.Sprintf("%s belongs to case %s no more", x.Document, x.Case), x.s.LeaveCase(x.dir, x.Case, x.Document)
	}
	file := cases.CaseFile(x.Case)
	data, err := x.dir.Read(file)
	if err != nil {
		return "", err
	}
	if data, err = cases.AddMembers(file, []string{x.Document}, data); err != nil {
		return "", err
	}
	return fmt.Sprintf("%s belongs to case %s", x.Document, x.Case), x.dir.Write(file, data)
}

func (x *editing) coder() (string, error) {
	if !corpus.ValidKey(x.Name) {
		x.Name = corpus.FileSlug(x.Label)
	}
	if x.Label == x.Name {
		x.Label = ""
	}
	if !corpus.ValidKey(x.Name) || coding.Machine(x.Name) || contains(coderNames(x.s), x.Name) {
		return "", refuse(http.StatusBadRequest, "this name does not work for a coder\nhint: choose a short one in small letters that nobody has")
	}
	data, err := x.dir.Read(cases.StudyFile)
	if err != nil {
		return "", err
	}
	item, err := plainfile.Marshal(struct {
		Name  string `yaml:"name"`
		Label string `yaml:"label,omitempty"`
	}{x.Name, x.Label})
	if err != nil {
		return "", err
	}
	if data, err = plainfile.AppendItem(data, string(item), "coders"); err != nil {
		return "", err
	}
	return x.Name + " codes too", x.dir.Write(cases.StudyFile, data)
}

// derive makes codes of the questions of the guide.
func (x *editing) derive() (string, error) {
	add := coding.Derive(x.s.Guide, x.s.Codebook)
	if len(add) == 0 {
		return "", nil
	}
	data, there, err := x.dir.ReadIfThere(coding.CodebookFile)
	if err != nil {
		return "", err
	}
	if !there {
		data = []byte("format: 1\n")
	}
	if data, err = coding.EncodeCodes(data, x.s.Codebook, add); err != nil {
		return "", err
	}
	return "made codes of the guide", x.dir.Write(coding.CodebookFile, data)
}

func (x *editing) attribute() (string, error) {
	key := corpus.Slug(x.Label)
	if _, there := x.s.Attribute(key); there || strings.TrimSpace(x.Label) == "" {
		return "", refuse(http.StatusConflict, "there is such an attribute already, or it has no name")
	}
	data, there, err := x.dir.ReadIfThere(cases.AttributesFile)
	if err != nil {
		return "", err
	}
	if !there {
		data = []byte("format: 1\n")
	}
	item, err := plainfile.Marshal(cases.Attribute{Key: key, Label: strings.TrimSpace(x.Label), Kind: x.How, Values: list(x.Text)})
	if err != nil {
		return "", err
	}
	if data, err = plainfile.AppendItem(data, string(item), "attributes"); err != nil {
		return "", err
	}
	return "added the attribute " + key, x.dir.Write(cases.AttributesFile, data)
}

// apply lets the machine coders propose. Proposals that somebody has decided on stay decided.
func (x *editing) apply() (string, error) {
	done, err := x.s.Apply(x.ctx, x.dir, []string{coding.GuideCoder, coding.RulesCoder}, x.w.options.Program, nil)
	if err != nil {
		return "", err
	}
	changed := 0
	for _, d := range done {
		changed += d.Changed
	}
	return fmt.Sprintf("the machine coders looked at every document; %d have changed", changed), nil
}
