package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
)

// event is something that is dated: a coding with when, or a date among the values of a case.
type event struct {
	period   coding.Period
	days     coding.Days // of the period, by which events sort
	place    int         // of the case among the columns
	what     string      // the code or the attribute
	said     string      // what is said of it, "" of an attribute
	evidence []table.Evidence
}

// Timeline returns the time-ordered matrix, periods against cases, and the event listing, one below
// the other in time (Miles, Huberman and Saldaña 2014, chapter 8), of the codings that carry a date or period
// and of the dates among the values of cases. An event stands in each period that it touches. An empty cell says that nothing
// is dated there, not that nothing happened.
func Timeline(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error) {
	d, err := newDisplay(s, r, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	events, notes := d.events()
	matrix, list := titled(r, o, "timeline", "Period"), titled(r, o, "timeline", "Period")
	list.Name += "-events"
	list.Title += ": " + l.Say("event-list")
	list.Columns = []table.Label{{Key: "case", Label: l.Say("Case")}, {Key: "event", Label: l.Say("Event")}}
	for i, e := range events {
		where := d.places[e.place]
		list.Rows = append(list.Rows, table.Label{Key: e.period.String() + "/" + itoa(i+1), Label: printPeriod(e.period, o)})
		which := table.Cell{Text: where.label.Label, Evidence: e.evidence}
		for _, c := range where.cases {
			if slices.ContainsFunc(e.evidence, func(x table.Evidence) bool { return x.Case == c.Key }) {
				which.Cases = append(which.Cases, c.Key)
			}
		}
		list.Cells = append(list.Cells, []table.Cell{which, {Text: e.text(), Evidence: e.evidence}})
	}
	for _, p := range d.places {
		matrix.Columns = append(matrix.Columns, p.heading())
	}
	rows := d.periods(events)
	var before coding.Days // of the row above
	for i, period := range rows {
		days := coding.Period{From: period.From, To: period.To}.Days()
		label := period.Label
		if label == "" {
			label = printPeriod(coding.Period{From: period.From, To: period.To}, o)
		}
		cells := make([]table.Cell, len(d.places))
		for k := range events {
			e := &events[k]
			if !e.days.Touches(days) {
				continue
			}
			c := &cells[e.place]
			text := e.text()
			if i > 0 && e.days.Touches(before) {
				text = "→ " + e.what // what is said of it stands where it begins
				if slices.ContainsFunc(e.evidence, func(x table.Evidence) bool { return x.Planned }) {
					text += " [" + l.Say("planned") + "]"
				}
			} else if e.period.String() != period.From {
				text = printPeriod(e.period, o) + ": " + text
			}
			c.Items = append(c.Items, text)
			c.Evidence = append(c.Evidence, e.evidence...)
		}
		before = days
		matrix.Rows = append(matrix.Rows, table.Label{Key: itoa(i + 1), Label: label})
		matrix.Cells = append(matrix.Cells, cells)
	}
	matrix.Notes = append([]string{l.Say("note-empty-time")}, notes...)
	list.Notes = notes
	noteOrder(matrix, r, o, d.places, d.measures)
	return []*table.Table{matrix, list}, nil
}

func (e event) text() string {
	if e.said == "" {
		return e.what
	}
	return e.what + ": " + e.said
}

func printPeriod(p coding.Period, o Options) string {
	if p.From == p.To {
		return o.Language.Date(p.From)
	}
	return o.Language.Date(p.From) + "–" + o.Language.Date(p.To)
}

// events are the dated codings of the rows and the dates among the values, in time; and what is to
// be said of those that have none.
func (d *display) events() ([]event, []string) {
	l := d.options.Language
	chosen := map[*coding.Code]string{}
	for _, next := range d.rows {
		for _, c := range next.codes {
			if chosen[c] == "" {
				chosen[c] = next.label.Label
			}
		}
	}
	var out []event
	var unread, open []string
	without := 0
	for j, p := range d.places {
		for _, c := range p.cases {
			dated, none := d.study.DatedOf(c, func(code *coding.Code) bool { return chosen[code] != "" })
			without += none
			for _, x := range dated {
				evidence := evidenceOf([]cases.Evidence{x.Evidence})
				said := strings.Join(saidIn(&x.Evidence, l), "; ") + marksOf(evidence[0], l)
				for _, period := range x.Periods {
					out = append(out, event{period, period.Days(), j, chosen[x.Code], said, evidence})
				}
				for _, u := range x.Unread {
					unread = append(unread, u+" ("+x.Cite+")")
				}
			}
			for _, a := range d.study.Attributes {
				if a.Kind != cases.Date || a.From != "" || len(d.record.Attributes) > 0 && !slices.Contains(d.record.Attributes, a.Key) {
					continue
				}
				for _, item := range valueOf(d.study, c, a).Items {
					if periods, _ := coding.ParseWhen(item.Text); len(periods) == 1 {
						out = append(out, event{periods[0], periods[0].Days(), j, a.Title(), "", withCase(reasonsOf(d.study, c, item), c)})
					}
				}
			}
			if d.hasUnread(c) {
				open = addOnce(open, p.label.Label)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b event) int {
		return cmp.Or(a.days.Compare(b.days), cmp.Compare(a.place, b.place), cmp.Compare(a.what, b.what), cmp.Compare(a.said, b.said))
	})
	var notes []string
	if without > 0 {
		notes = append(notes, l.Say("undated-left-out", without))
	}
	if len(unread) > 0 {
		notes = append(notes, l.Say("no-date", strings.Join(unread, "; ")))
	}
	if len(open) > 0 {
		notes = append(notes, l.Say("unread-cases", strings.Join(open, ", ")))
	}
	return out, notes
}

// hasUnread tells whether a source that counts for one of the rows is unread in a case.
func (d *display) hasUnread(c *cases.Case) bool {
	for _, next := range d.rows {
		for _, code := range next.codes {
			if st := d.options.standing(d.study, c, code, d.record.Subcodes); st.Derived == cases.StateOpen {
				return true
			}
		}
	}
	return false
}

// withCase gives evidence the case that it speaks of.
func withCase(list []table.Evidence, c *cases.Case) []table.Evidence {
	for i := range list {
		list[i].Case = c.Key
	}
	return list
}

// periods are those of the record; else the years in which something begins or ends.
func (d *display) periods(events []event) []cases.Period {
	if len(d.record.Periods) > 0 {
		return d.record.Periods
	}
	var years []string
	for _, e := range events {
		years = addOnce(years, e.period.From[:4], e.period.To[:4])
	}
	sort.Strings(years)
	out := make([]cases.Period, len(years))
	for i, y := range years {
		out[i] = cases.Period{From: y, To: y}
	}
	return out
}
