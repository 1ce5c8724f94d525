package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

// newDisplay returns the verb of a form: what it takes, its help and its completion stand with the form.
func newDisplay(e *Env, form string) *cobra.Command {
	f, ok := compare.FormNamed(form)
	if !ok || !f.Verb {
		panic("no form with a verb: " + form) // a mistake in this program
	}
	var chosen choices
	args := cobra.RangeArgs(f.Min, f.Max)
	switch {
	case f.Max < 0:
		args = cobra.MinimumNArgs(f.Min)
	case f.Max == 0:
		args = cobra.NoArgs
	}
	k := counting{
		use: strings.TrimSpace(f.Name + " " + f.Words), short: f.Short, long: f.Long, example: f.Example, args: args,
		flags: func(c *cobra.Command) {
			for _, field := range f.Takes {
				chosen.flag(e, c, field)
			}
			c.Flags().BoolVar(&chosen.proposed, "proposed", false, "count proposals as well, under a banner")
		},
		answer: func(a answering) ([]*table.Table, error) {
			r, err := chosen.record(f, a.args)
			if err != nil {
				return nil, err
			}
			a.options.Proposed = chosen.proposed
			return compare.Tables(a.study, r, a.options)
		},
	}
	if names := namesOf(f.Names); names != nil {
		k.completes = completion(e, names)
	}
	return newCounting(e, k)
}

// choices are the flags of a display: the fields of a table's record.
type choices struct {
	cases.TableRecord
	groups   []string
	proposed bool
}

// flag adds the flag of a field.
func (x *choices) flag(e *Env, c *cobra.Command, field string) {
	fl := c.Flags()
	complete := func(names func(*cases.Study) [][2]string) {
		_ = c.RegisterFlagCompletionFunc(field, completion(e, names))
	}
	fixed := func(words ...string) {
		_ = c.RegisterFlagCompletionFunc(field, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	}
	switch field {
	case "kind":
		fl.StringVar(&x.Kind, field, "", "rows: the codes of a kind")
	case "code":
		fl.StringSliceVar(&x.Codes, field, nil, "rows: these codes")
		complete(codeNames)
	case "under":
		fl.StringVar(&x.Under, field, "", "rows: a code and those below it")
		complete(codeNames)
	case "subcodes":
		fl.BoolVar(&x.Subcodes, field, false, "a row also counts the codes below its code")
	case "case":
		fl.StringSliceVar(&x.Cases, field, nil, "only these cases, in this order")
		complete(caseNames)
	case "raw":
		fl.BoolVar(&x.Raw, field, false, "leave aliases.yaml out: nothing is merged")
	case "cell":
		fl.StringVar(&x.Cell, field, "", "what a cell prints: "+strings.Join(cases.CellKinds(), ", ")+" (default entry)")
		fixed(cases.CellKinds()...)
	case "by":
		fl.StringVar(&x.By, field, "", "columns: the groups of an attribute instead of cases")
		complete(attributeNames)
	case "stack":
		fl.StringVar(&x.Stack, field, "", "one below the other: by case, row or role")
		fixed("case", "row", "role")
	case "group-by":
		fl.StringVar(&x.GroupBy, field, "", "heads over the rows: rq (research question), question (of the guide), parent (code above) or kind")
		fixed("rq", "question", "parent", "kind")
	case "order-by":
		fl.StringVar(&x.OrderBy, field, "", "cases in the order of an attribute or a code, high to low")
		complete(measureNames)
	case "ascending":
		fl.BoolVar(&x.Ascending, field, false, "low to high")
	case "facet":
		fl.StringVar(&x.Facet, field, "", "cases grouped by a second attribute or code")
		complete(measureNames)
	case "transpose":
		fl.BoolVar(&x.Transpose, field, false, "rows as columns, columns as rows")
	case "group":
		fl.StringArrayVar(&x.groups, field, nil, `a group of cases: "label=a,b"`)
	case "outcome":
		fl.StringVar(&x.Outcome, field, "", "the attribute or code that is to be explained")
		complete(measureNames)
	case "consequence":
		fl.StringSliceVar(&x.Consequences, field, nil, "attributes or codes that follow from the outcome: columns after the others")
		complete(measureNames)
	case "attribute":
		fl.StringSliceVar(&x.Attributes, field, nil, "only these attributes")
		complete(attributeNames)
	case "top":
		fl.IntVar(&x.Top, field, 0, "only so many, the first ones (default all)")
	case "source":
		fl.StringSliceVar(&x.Sources, field, nil, "kinds of document: plan, budget, annual-report, …")
	case "triads":
		fl.BoolVar(&x.Triads, field, false, "three cases at a time")
	case "sheets":
		fl.BoolVar(&x.Sheets, field, false, "print the quotes of each side by side, too")
	}
}

// record returns the record that flags and words make.
func (x *choices) record(f compare.Form, words []string) (*cases.TableRecord, error) {
	r := x.TableRecord
	r.Form = f.Name
	for _, check := range []struct {
		field, value string
		known        []string
	}{{"cell", r.Cell, cases.CellKinds()}, {"stack", r.Stack, []string{"case", "row", "role"}}, {"group-by", r.GroupBy, []string{"rq", "question", "parent", "kind"}}} {
		if check.value != "" && !slices.Contains(check.known, check.value) {
			return nil, usagef("%s %q is not known\nhint: %s", check.field, check.value, didYouMean(check.value, check.known))
		}
	}
	for _, g := range x.groups {
		label, keys, ok := strings.Cut(g, "=")
		if !ok || keys == "" {
			return nil, usagef("group %q names no cases\nhint: write --group \"label=a,b\"", g)
		}
		r.Groups = append(r.Groups, cases.GroupRecord{Label: label, Cases: strings.Split(keys, ",")})
	}
	if f.Set != nil && len(words) > 0 {
		f.Set(&r, words)
	}
	return &r, nil
}

// namesOf returns what completes the words of a form.
func namesOf(kind string) func(*cases.Study) [][2]string {
	switch kind {
	case "case":
		return caseNames
	case "code":
		return codeNames
	case "attribute":
		return attributeNames
	case "measure":
		return measureNames
	}
	return nil
}

func measureNames(s *cases.Study) [][2]string { return append(attributeNames(s), codeNames(s)...) }
