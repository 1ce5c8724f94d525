package convert

import (
	"context"
	"fmt"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

// maxParts is how many documents are made of one file.
const maxParts = 10_000

// splitTables makes a document of each row below the head of the tables, or of
// each column beside the first: its name, then each question with the answer.
// What is hidden and what stands beside the cells is left out. No documents come
// of tables without answers.
func splitTables(ctx context.Context, tables []sheet.Table, format string, columns bool, r *Report) ([]Source, error) {
	account := Report{In: r.In}
	for _, e := range r.Entries {
		account.In -= e.Characters
	}
	var surveys []survey
	var sheets []string
	for _, t := range tables {
		if format != "csv" {
			account.In += weighRows(t.Rows)
		}
		for _, words := range t.Beside {
			account.In += weigh(words)
			account.Drop("comments and text boxes, which belong to no answer", words)
		}
		if t.Hidden {
			account.dropRows("hidden sheets", t.Rows)
			continue
		}
		s, err := surveyOf(ctx, t, columns, &account)
		if err != nil {
			return nil, err
		}
		if len(s.respondents) > 0 {
			surveys, sheets = append(surveys, s), append(sheets, t.Name)
		}
	}
	var out []Source
	taken := map[string]bool{}
	for i, s := range surveys {
		prefix := ""
		if len(surveys) > 1 {
			prefix = sheets[i] + " "
		}
		parts := s.parts(prefix, taken, &account)
		for j := range parts {
			parts[j].Format = format
		}
		if out = append(out, parts...); len(out) > maxParts {
			return nil, catalogue.Errorf("makes more than the %d documents that are made of one file; split it", maxParts)
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	kept := 0
	for _, p := range out {
		kept += weighBlocks(p.Blocks)
	}
	account.balance(kept, "making documents of a table")
	// each document has its own account; these lines are about the file
	for i := range r.Entries {
		r.Entries[i].Characters = 0
	}
	for _, e := range account.Entries {
		r.Add(e.Did, e.What, e.Count, e.Example)
	}
	return out, nil
}

// parts writes a document for each respondent. Each question stands in the file
// once, and in every document in which it is answered.
func (s survey) parts(prefix string, taken map[string]bool, r *Report) []Source {
	asked := make([]int, len(s.questions))
	for _, p := range s.respondents {
		for _, a := range p.answers {
			asked[a.question]++
		}
	}
	open := 0 // questions that somebody answered
	for i, q := range s.questions {
		switch {
		case asked[i] == 0:
			r.dropRows("heads without answers", [][]string{{q}})
			continue
		case q == "":
			s.questions[i] = s.places[i]
			r.Gain("names of questions without a head", asked[i], s.places[i])
		default:
			r.Gain("questions, which stand in each document", asked[i]-1, q)
		}
		open++
	}
	var out []Source
	for _, p := range s.respondents {
		if len(p.answers) == 0 {
			r.Drop("names without answers", p.name)
			continue
		}
		name := freeName(taken, prefix, p)
		r.add("normalised", "names of the documents", 1, weigh(p.name)-weigh(name), name)
		blocks := []Block{{Kind: Heading, Level: 1, Text: name}}
		for _, a := range p.answers {
			blocks = append(blocks, Block{Kind: Heading, Level: 2, Text: s.questions[a.question]})
			for _, text := range strings.Split(a.text, "\n\n") {
				blocks = append(blocks, Block{Kind: Paragraph, Text: text})
			}
		}
		r.Add("dropped", "empty answers", open-len(p.answers), name)
		out = append(out, Source{Name: name, Blocks: blocks})
	}
	return out
}

// freeName returns a name that no other document of the file has: that of the
// respondent, else the place in the sheet.
func freeName(taken map[string]bool, prefix string, p respondent) string {
	name := p.name
	if name == "" {
		name = p.place
	}
	name = prefix + strings.Join(strings.Fields(name), " ")
	free := name
	for n := 2; taken[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s (%d)", name, n)
	}
	taken[strings.ToLower(free)] = true
	return free
}

func weighRows(rows [][]string) int {
	n := 0
	for _, row := range rows {
		for _, cell := range row {
			n += weigh(cell)
		}
	}
	return n
}

// dropRows notes that rows were left out; empty ones are nothing.
func (r *Report) dropRows(what string, rows [][]string) {
	for _, row := range rows {
		if text := strings.Join(row, " "); text != "" {
			r.Drop(what, text)
		}
	}
}
