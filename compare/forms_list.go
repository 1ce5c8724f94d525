package compare

import "crosscase/cases"

// rowFields and caseFields are those by which most forms choose their rows and cases.
func rowFields(more ...string) []string {
	return append([]string{"kind", "code", "under", "subcodes", "case", "raw"}, more...)
}

// Forms returns every form in the order in which help lists them.
func Forms() []Form {
	out := []Form{
		{Name: "codes", Short: "Codes against cases", Build: one(CodesByCase)},
		{Name: "attributes", Short: "Cases against attributes", Build: one(AttributesByCase)},
		{Name: "items", Short: "Items of lists side by side", Build: one(ItemsByCase)},
		{Name: "outline", Short: "Rows as a list without cases", Build: one(Outline)},
		{
			Name: "matrix", Verb: true, Short: "The meta-matrix: all cases on all codes, stacked, clustered or in an order",
			Long: `What all cases say on all codes in one display (Miles, Huberman and Saldaña). A cell is the state and what is
said there, or your summary. --stack lays the accounts one below the other by case, by row or by role of those who
speak; --group-by puts rows under their research question (by the questions of the guide that their codes name), the question itself, the code above
or their kind; --order-by puts the cases in the order of an attribute or of the strength of a code, ties marked, and
--facet groups them by a second one first. Without --code, --kind or --under: every code that has a kind.`,
			Example: `  crosscase compare matrix --group-by rq
  crosscase compare matrix --kind challenge --stack case
  crosscase compare matrix --kind adaptation --order-by introduced --cell state
  crosscase compare matrix --code forenkling,strategikart --order-by forenkling --facet size
  crosscase compare matrix --kind challenge --stack role`,
			Takes: rowFields("cell", "by", "stack", "group-by", "order-by", "ascending", "facet", "transpose"), Build: one(Matrix),
		},
		{
			Name: "contents", Verb: true, Short: "The content-analytic summary: what is said, and which cases say it",
			Long: `Under each code the distinct things that are said of it (the values of codings, else their notes, else how the
passages begin), each with the cases that say it, how many of the known ones these are, and the passages. What aliases.yaml calls the
same is one; --raw keeps it apart.`,
			Example: `  crosscase compare contents --kind challenge
  crosscase compare contents --code benchmarking --raw`,
			Takes: rowFields(), Build: one(ContentsByCase),
		},
		{
			Name: "contrast", Verb: true, Short: "Groups of cases: what all known cases of one have and none of the other", Words: "[CASE …]", Max: -1, Names: "case",
			Long: `Groups are the values of an attribute (--by), groups that you name (--group), or the cases that you name, each by
itself. First what all known cases of one group have and none of the others, with how often chance alone would divide
them so (exact, by counting all divisions); then what more of one group have; then the passages of both sides, and the attributes
that divide the cases the same way and could be the reason as well. A case that is open or was not asked is never counted as lacking.`,
			Example: `  crosscase compare contrast --by size
  crosscase compare contrast --group "early=b,c" --group "late=a,d" --kind challenge
  crosscase compare contrast a d`,
			Takes: rowFields("by", "group"), Build: Contrast,
			Set: func(r *cases.TableRecord, words []string) { r.Cases = append(r.Cases, words...) },
		},
		{
			Name: "crosstab", Verb: true, Short: "Two attributes or codes against each other, with the cases' names in the cells", Words: "X Y", Min: 2, Max: 2, Names: "measure",
			Long: `X gives the rows, Y the columns: each the key of an attribute or a code (attribute: or code: before it where both have
it). A code divides the cases by their state on it. Cases of which one is not known stand in a row or column of their own.`,
			Example: `  crosscase compare crosstab size system-today
  crosscase compare crosstab forenkling size`,
			Takes: []string{"case", "subcodes"}, Build: one(Crosstab),
			Set: func(r *cases.TableRecord, words []string) { r.X, r.Y = words[0], words[1] },
		},
		{
			Name: "effects", Verb: true, Short: "The predictor-outcome-consequences matrix: cases in the order of an outcome, what goes with it, what follows from it",
			Long: `The outcome is an attribute or a code. Predictors are the codes that you name and the attributes that have an order;
what goes with the outcome most stands first, counted over pairs of cases that are known on both and differ in the outcome.
Consequences are the attributes and codes that you say follow from the outcome; they stand last, in your order, counted alike.`,
			Example: `  crosscase compare effects --outcome alle-enheter --kind adaptation --top 6
  crosscase compare effects --outcome alle-enheter --kind adaptation --top 4 --consequence oversikt,styringsdialog`,
			Takes: rowFields("outcome", "consequence", "attribute", "ascending", "top"), Build: one(Effects),
		},
		{
			Name: "timeline", Verb: true, Short: "What happened when: periods against cases, and the list of events",
			Long: `From the codings that carry a date or period (coding add --when) and the dates among the values of cases. Periods are years,
or those of a table's record (periods:). An empty cell says that nothing is dated there, not that nothing happened.`,
			Example: `  crosscase compare timeline
  crosscase compare timeline --kind context --case a,c`,
			Takes: rowFields("attribute", "order-by", "ascending", "facet"), Build: Timeline,
		},
		{
			Name: "checklist", Verb: true, Short: "A sign for the state in each cell, with the number of sources",
			Long: `● present, ◐ partial, ± mixed, ○ absent, – none (with the reason where it was not asked), ? open; beside it the number of
independent sources that speak for it, and below each case how many of its known components it has.`,
			Example: `  crosscase compare checklist --kind success-factor
  crosscase compare checklist --group-by kind --order-by size`,
			Takes: rowFields("group-by", "order-by", "ascending", "facet"), Build: one(Checklist),
		},
		{
			Name: "lists", Verb: true, Short: "The items of a list attribute against the cases", Words: "ATTRIBUTE", Min: 1, Max: 1, Names: "attribute",
			Long: `Of a ranked list the place of each item, of another a sign. What does not stand in a list is known to be missing only if the list is
whole: complete: true in attributes.yaml for all of them or in a case's file for one, incomplete: with a reason for one that is not.`,
			Example: `  crosscase compare lists perspectives
  crosscase compare lists indicators --raw`,
			Takes: []string{"case", "raw", "order-by", "ascending", "facet"}, Build: one(Lists),
			Set: func(r *cases.TableRecord, words []string) { r.Attributes = words },
		},
		{
			Name: "chains", Verb: true, Short: "Chains of a ranked attribute, slot by slot, with what is shared and what is specific", Words: "ATTRIBUTE", Min: 1, Max: 1, Names: "attribute",
			Long: `Slots, and the names that stand in each, are judged by a person and stand in a table's record (slots: with label: and
names:); without any, each name is a slot, in the order that the chains have on average.`,
			Example: `  crosscase compare chains chain
  crosscase compare table tabell-13`,
			Takes: []string{"case", "raw", "order-by", "ascending", "facet"}, Build: one(Chains),
			Set: func(r *cases.TableRecord, words []string) { r.Attributes = words },
		},
		{
			Name: "values", Verb: true, Short: "Which value of a code was given in which case: known, used, dropped, …", Words: "[CODE …]", Max: -1, Names: "code",
			Long: `For codes with values: in the code book. Without naming any, all that have some.`,
			Example: `  crosscase compare values
  crosscase compare values strategikart`,
			Takes: []string{"kind", "under", "case", "raw", "order-by", "ascending", "facet"}, Build: one(ValuesOfCodes),
			Set: func(r *cases.TableRecord, words []string) { r.Codes = append(r.Codes, words...) },
		},
		{
			Name: "quotes", Verb: true, Short: "The quote matrix: the passages themselves in the cells",
			Long: "Codes against cases, or the groups of an attribute, with every passage and its citation. crosscase quotes lists them instead.",
			Example: `  crosscase compare quotes --kind challenge
  crosscase compare quotes --kind challenge --group-by question --order-by introduced
  crosscase compare quotes --code benchmarking --by size`,
			Takes: rowFields("by", "group-by", "order-by", "ascending", "facet", "transpose"), Build: one(QuoteMatrix),
		},
		{
			Name: "chart", Verb: true, Short: "The framework chart of your summaries, and what is to be looked at in them",
			Long: `Summaries stand in summaries/CASE.md under "## code". A passage that one rests on stands in brackets as a locator:
«et sovende verktøy» [a-intervju.txt:812-830]. Where the quote before it is printed in another form (dialect made regular, a translation),
the anchor says so and why: [a-intervju.txt:812-830; printed: translated]. Named below the chart are summaries without an
anchor, anchors that lead nowhere or out of the case, and quotes that nobody in the case said so. corpus revise moves the anchors.`,
			Example: `  crosscase compare chart
  crosscase compare chart --kind challenge --transpose`,
			Takes: []string{"kind", "code", "under", "case", "order-by", "ascending", "facet", "transpose"}, Build: Chart,
		},
		{
			Name: "protocol", Verb: true, Short: "The document protocol: every field sought in every document, with the page, or read and not found",
			Long: `Fields are codes, or rows: of a table's record; without any, the codes that name kinds of document under sources:. Documents are
those of the kinds that you name (--source), or all but interviews.`,
			Example: `  crosscase compare protocol
  crosscase compare protocol --source plan,budget --code perspektiver,terskelverdier`,
			Takes: rowFields("source"), Build: one(Protocol),
		},
		{
			Name: "pairs", Verb: true, Short: "Every pair of cases, or triad: what is shared, what differs, the most surprising first", Words: "[CASE …]", Max: -1, Names: "case",
			Long: `Eisenhardt's comparison of pairs: for each what they share, what they differ in and what is known of one only; first those that are
alike in attributes and unlike in what is said, and the reverse. --sheets prints the quotes of each side by side.`,
			Example: `  crosscase compare pairs
  crosscase compare pairs a d --sheets
  crosscase compare pairs --triads --top 3`,
			Takes: rowFields("attribute", "triads", "sheets", "top"), Build: Pairs,
			Set: func(r *cases.TableRecord, words []string) { r.Cases = append(r.Cases, words...) },
		},
	}
	for _, name := range cases.Forms() {
		if build, ok := claimForms[name]; ok {
			out = append(out, Form{Name: name, Short: "Claims held against the codings; the commands of compare describe them", Build: one(build)})
		}
	}
	return out
}
