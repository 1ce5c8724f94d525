package workbench

import (
	"fmt"
	"net/http"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
)

// op is a kind of edit.
type op struct {
	do    func(*editing) (did string, err error)
	plans bool // it changes more than codings: the page needs the study anew
}

// ops are the edits by name.
var ops = map[string]op{
	"code":       {do: (*editing).code},
	"codeall":    {do: (*editing).codeAll},
	"change":     {do: (*editing).change},
	"remove":     {do: (*editing).remove},
	"confirm":    {do: (*editing).confirm},
	"place":      {do: (*editing).place},
	"accept":     {do: (*editing).accept},
	"decline":    {do: (*editing).decline},
	"alter":      {do: (*editing).alter},
	"settle":     {do: (*editing).settle, plans: true},
	"read":       {do: (*editing).read},
	"unread":     {do: (*editing).unread},
	"create":     {do: (*editing).create, plans: true},
	"define":     {do: (*editing).define, plans: true},
	"rename":     {do: (*editing).rename, plans: true},
	"move":       {do: (*editing).move, plans: true},
	"merge":      {do: (*editing).merge, plans: true},
	"split":      {do: (*editing).split, plans: true},
	"asked":      {do: (*editing).asked},
	"close":      {do: (*editing).close, plans: true},
	"reopen":     {do: (*editing).reopen, plans: true},
	"value":      {do: (*editing).value},
	"summary":    {do: (*editing).summary},
	"state":      {do: (*editing).state},
	"memo":       {do: (*editing).memo, plans: true},
	"changememo": {do: (*editing).changeMemo, plans: true},
	"removememo": {do: (*editing).removeMemo, plans: true},
	"case":       {do: (*editing).newCase, plans: true},
	"member":     {do: (*editing).member, plans: true},
	"coder":      {do: (*editing).coder, plans: true},
	"derive":     {do: (*editing).derive, plans: true},
	"attribute":  {do: (*editing).attribute, plans: true},
	"apply":      {do: (*editing).apply, plans: true},
}

func given(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// sameText refuses an edit whose places were chosen on another text.
func (x *editing) sameText() error {
	if x.s.Document(x.Document) == nil {
		return x.s.UnknownDocument(x.Document)
	}
	if _, err := x.s.Text(x.Document); err != nil {
		return err
	}
	if x.Digest != x.s.TextDigest(x.Document) {
		s, _ := x.w.seenBy(x.Coder)
		now, err := x.w.document(s, x.Document)
		if err != nil {
			return err
		}
		return newer(now)
	}
	return nil
}

// mine returns a coding of the person who edits, as the page saw it.
func (x *editing) mine() (coding.Coding, error) {
	c, ok := x.s.Coding(x.ID)
	if !ok {
		return c, refuse(http.StatusConflict, "this coding is gone\nhint: somebody took it out, or its code was split")
	}
	if c.Coder != x.Coder {
		return c, refuse(http.StatusForbidden, "this is a coding of %s\nhint: code the passage in your own name", c.Coder)
	}
	if now := codingOf(c); x.Version != now.Version {
		return c, newer(now)
	}
	x.Document = c.Document
	return c, nil
}

func (x *editing) newCoding(p corpus.Passage, code string) cases.NewCoding {
	return cases.NewCoding{Coder: x.Coder, Code: code, Locator: p.String(), Says: given(x.Says), Value: given(x.Value), Basis: given(x.Basis), When: given(x.When), Note: given(x.Note), On: x.on}
}

// chosenCode returns the code of an edit, made first where it is new.
func (x *editing) chosenCode() (string, error) {
	if x.New == nil {
		return given(x.Code), nil
	}
	key, err := x.s.CreateCode(x.dir, x.New.asked())
	x.made.code = key
	return key, err
}

func (n newCode) asked() cases.NewCode {
	return cases.NewCode{Key: n.Key, Label: strings.TrimSpace(n.Label), Definition: strings.TrimSpace(n.Definition), Kind: n.Kind, Under: n.Under, Origin: n.Origin}
}

func (x *editing) code() (string, error) {
	if err := x.sameText(); err != nil {
		return "", err
	}
	if x.At == nil {
		return "", refuse(http.StatusBadRequest, "which passage?")
	}
	key, err := x.chosenCode()
	if err != nil {
		return "", err
	}
	c, err := x.s.AddCoding(x.dir, x.newCoding(locator(x.Document, *x.At), key))
	if err != nil {
		return "", err
	}
	x.made.id = c.ID
	return fmt.Sprintf("coded %s with %s", c.Passage, c.Code), nil
}

func (x *editing) codeAll() (string, error) {
	key, err := x.chosenCode()
	if err != nil {
		return "", err
	}
	var made []corpus.Passage
	for _, place := range x.Places {
		p, err := corpus.ParsePassage(place)
		if err != nil {
			return "", err
		}
		n := x.newCoding(p, key)
		if was, err := x.s.CodedAlready(n); err != nil {
			return "", err
		} else if says, err := coding.ParseSays(n.Says); err == nil && was != nil && was.Says == says {
			continue // what else is said of it there stays
		}
		if _, err := x.s.AddCoding(x.dir, n); err != nil {
			return "", err
		}
		made = append(made, p)
	}
	x.made.count = len(made)
	switch {
	case len(made) == 0 && x.New == nil:
		return "", nil
	case len(made) == 1:
		return fmt.Sprintf("coded %s with %s", made[0], key), nil
	}
	return fmt.Sprintf("coded %s in %d places", key, len(made)), nil
}

func (x *editing) change() (string, error) {
	c, err := x.mine()
	if err != nil {
		return "", err
	}
	ch := cases.CodingChange{Code: x.Code, Says: x.Says, Value: x.Value, Basis: x.Basis, When: x.When, Note: x.Note}
	if x.New != nil {
		key, err := x.chosenCode()
		if err != nil {
			return "", err
		}
		ch.Code = &key
	}
	if x.At != nil {
		if err := x.sameText(); err != nil {
			return "", err
		}
		s := locator(x.Document, *x.At).Span
		ch.At = &s
	}
	now, err := x.s.ChangeCoding(x.dir, x.ID, ch)
	if err != nil {
		return "", err
	}
	x.made.id = now.ID
	return fmt.Sprintf("changed %s at %s", c.Code, now.Passage), nil
}

func (x *editing) remove() (string, error) {
	c, err := x.mine()
	if err != nil {
		if x.Document == "" {
			return "", err
		}
		if _, ok := x.s.Coding(x.ID); ok {
			return "", err
		}
	}
	gone, err := x.s.RemoveCoding(x.dir, x.ID)
	if err != nil {
		return "", err
	}
	if c.ID == "" {
		c = gone
	}
	if c.Coder != x.Coder {
		return "", refuse(http.StatusForbidden, "this is a coding of %s", c.Coder)
	}
	return fmt.Sprintf("removed %s at %s", c.Code, c.Passage), nil
}

func (x *editing) confirm() (string, error) {
	c, err := x.mine()
	if err != nil {
		return "", err
	}
	_, err = x.s.ConfirmCoding(x.dir, x.ID)
	return fmt.Sprintf("confirmed %s at %s", c.Code, c.Passage), err
}

// place says where a coding stands that has no place since its text was corrected.
func (x *editing) place() (string, error) {
	if err := x.sameText(); err != nil {
		return "", err
	}
	if x.At == nil {
		return "", refuse(http.StatusBadRequest, "which passage?")
	}
	c, err := x.s.PlaceCoding(x.dir, x.ID, locator(x.Document, *x.At).String())
	if err == nil && c.Coder != x.Coder {
		err = refuse(http.StatusForbidden, "this is a coding of %s", c.Coder)
	}
	return fmt.Sprintf("placed %s at %s", c.Code, c.Passage), err
}

func (x *editing) decide(v coding.Verdict, n cases.NewCoding) (string, error) {
	now, ok := x.s.Coding(x.ID)
	if !ok {
		return "", refuse(http.StatusConflict, "this proposal is gone\nhint: the machine coders ran again, or somebody decided on it")
	}
	if s, _ := x.w.seenBy(x.Coder); !s.Undecided(now) && coding.Machine(now.Coder) {
		r := refuse(http.StatusConflict, "somebody has decided on this proposal already")
		r.now = codingOf(now)
		return "", r
	}
	x.Document = now.Document
	n.On, n.Note = x.on, given(x.Note)
	c, err := x.s.Decide(x.dir, x.ID, x.Coder, v, n)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %s at %s", cases.AsDecided(c, v, n), c.Code, c.Passage), nil
}

func (x *editing) accept() (string, error) {
	return x.decide(coding.Accepted, cases.NewCoding{Says: given(x.Says)})
}

func (x *editing) decline() (string, error) { return x.decide(coding.Declined, cases.NewCoding{}) }

// alter accepts a proposal with another code, other limits or another side.
func (x *editing) alter() (string, error) {
	n := cases.NewCoding{Says: given(x.Says), Value: given(x.Value), Basis: given(x.Basis), When: given(x.When)}
	var err error
	if n.Code, err = x.chosenCode(); err != nil {
		return "", err
	}
	if x.At != nil {
		if err := x.sameText(); err != nil {
			return "", err
		}
		n.Locator = locator(x.Document, *x.At).String()
	}
	return x.decide(coding.Changed, n)
}

// settle records what coders agreed on where they differed: what the passage says of the code, or, with how "none", that the code does not stand there.
func (x *editing) settle() (string, error) {
	if len(x.Places) != 1 {
		return "", refuse(http.StatusBadRequest, "which passage?")
	}
	none := x.How == "none"
	r, err := x.s.Settle(x.dir, cases.NewCoding{Code: given(x.Code), Locator: x.Places[0], Says: given(x.Says), Note: strings.TrimSpace(x.Because), On: x.on}, none)
	if err != nil {
		return "", err
	}
	if none {
		return fmt.Sprintf("settled %s at %s: not coded", r.Code, r.Passage), nil
	}
	return fmt.Sprintf("settled %s at %s: coded at %s", r.Code, r.Passage, x.Places[0]), nil
}

func (x *editing) read() (string, error) {
	if err := x.s.ReadDocument(x.dir, x.Document, x.Coder, x.Codes, x.on); err != nil {
		return "", err
	}
	return "finished reading " + x.Document, nil
}

func (x *editing) unread() (string, error) {
	return "took back having read " + x.Document, x.s.RemoveReading(x.dir, x.Document, x.Coder)
}
