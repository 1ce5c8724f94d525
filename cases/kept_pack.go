package cases

import (
	"encoding/json"
	"maps"
	"slices"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// packDocument packs what a sidecar says.
func packDocument(d *corpus.Document) []byte {
	var p plainfile.Pack
	p.Strings([]string{d.Title, d.Kind, d.Date, d.Language, d.Issuer, d.Digest, d.Original.Name, d.Original.Part, d.Original.Format, d.Original.Digest})
	p.Int(d.Minutes)
	p.Int(len(d.Speakers))
	for _, s := range d.Speakers {
		p.Strings([]string{s.Label, s.Name, string(s.Role)})
		p.Strings(s.Also)
	}
	p.Int(len(d.Pages))
	for _, at := range d.Pages {
		p.Int(at)
	}
	p.Strings(d.Earlier)
	p.Strings(d.Forgotten)
	p.Strings(d.Was)
	p.Int(len(d.Lines))
	for _, field := range slices.Sorted(maps.Keys(d.Lines)) {
		p.String(field)
		p.Int(d.Lines[field])
	}
	return p.Bytes()
}

func unpackDocument(key, data string) (*corpus.Document, bool) {
	u := plainfile.NewUnpack(data)
	s := u.Strings()
	if len(s) != 10 {
		return nil, false
	}
	d := &corpus.Document{Key: key, Title: s[0], Kind: s[1], Date: s[2], Language: s[3], Issuer: s[4], Digest: s[5],
		Original: corpus.Original{Name: s[6], Part: s[7], Format: s[8], Digest: s[9]}, Minutes: u.Int()}
	for range u.Count() {
		s, also := u.Strings(), u.Strings()
		if len(s) != 3 {
			return nil, false
		}
		d.Speakers = append(d.Speakers, corpus.Speaker{Label: s[0], Name: s[1], Role: corpus.Role(s[2]), Also: also})
	}
	for range u.Count() {
		d.Pages = append(d.Pages, u.Int())
	}
	d.Earlier = u.Strings()
	d.Forgotten = u.Strings()
	d.Was = u.Strings()
	if n := u.Count(); n > 0 {
		d.Lines = make(map[string]int, n)
		for range n {
			field := u.String()
			d.Lines[field] = u.Int()
		}
	}
	return d, u.Done()
}

// packCase packs a case: its members, which may be thousands, and the rest as JSON.
func packCase(c *Case) []byte {
	var p plainfile.Pack
	p.Int(len(c.Members))
	for _, m := range c.Members {
		p.Strings([]string{m.Document, m.At, m.Kind, m.Unavailable})
		p.Int(m.Line)
		p.Int(m.Span.Start)
		p.Int(m.Span.End)
	}
	rest := *c
	rest.Members = nil
	data, err := json.Marshal(rest)
	if err != nil {
		return nil
	}
	p.String(asString(data))
	return p.Bytes()
}

func unpackCase(data string) (*Case, bool) {
	u := plainfile.NewUnpack(data)
	members := make([]Member, u.Count())
	for i := range members {
		s := u.Strings()
		if len(s) != 4 {
			return nil, false
		}
		members[i] = Member{Document: s[0], At: s[1], Kind: s[2], Unavailable: s[3], Line: u.Int(), Span: corpus.Span{Start: u.Int(), End: u.Int()}}
	}
	c := &Case{}
	if err := json.Unmarshal([]byte(u.String()), c); err != nil || !u.Done() {
		return nil, false
	}
	if len(members) > 0 {
		c.Members = members
	}
	return c, true
}
