package convert

import (
	"context"
	"fmt"
	"strings"

	"crosscase/corpus/sheet"
)

// survey is a table of answers, whichever way it is written.
type survey struct {
	questions   []string // "" where there is no head
	places      []string // of the questions in the sheet: "column C", "row 7"
	respondents []respondent
}

type respondent struct {
	name    string // "" if the table does not name the respondents
	place   string // "row 7", "column C"
	answers []answer
}

// answer is what a respondent said to a question, by its index.
type answer struct {
	question int
	text     string
}

// surveyOf reads a table: questions in the head and a respondent a row, or
// questions in the first column and a respondent a column.
func surveyOf(ctx context.Context, t sheet.Table, columns bool, r *Report) (survey, error) {
	rows := t.Rows
	if columns {
		at := namesAt(rows)
		r.dropRows("rows above the head", rows[:at])
		return surveyOfColumns(ctx, rows, at)
	}
	at := t.Head()
	r.dropRows("rows above the head", rows[:at])
	questions, first := questionsOf(rows, at, r)
	s := survey{questions: questions}
	id := idColumn(rows, first, questions)
	for i := first; i < len(rows); i++ {
		if err := ctx.Err(); err != nil {
			return s, err
		}
		p := respondent{place: fmt.Sprintf("row %d", i+1)}
		for j, cell := range rows[i] {
			switch {
			case j == id:
				p.name = cell
			case cell != "":
				for j >= len(s.questions) {
					s.questions = append(s.questions, "")
				}
				p.answers = append(p.answers, answer{j, cell})
			}
		}
		if p.name != "" || len(p.answers) > 0 {
			s.respondents = append(s.respondents, p)
		}
	}
	for j := range s.questions {
		s.places = append(s.places, "column "+columnName(j))
	}
	return s, nil
}

func surveyOfColumns(ctx context.Context, rows [][]string, at int) (survey, error) {
	var s survey
	index := map[int]int{} // of the respondent in a column
	for i := at; i < len(rows); i++ {
		if err := ctx.Err(); err != nil {
			return s, err
		}
		question := ""
		for j, cell := range rows[i] {
			if j == 0 {
				question = cell
				continue
			}
			if cell == "" {
				continue
			}
			k, ok := index[j]
			if !ok {
				k = len(s.respondents)
				index[j] = k
				s.respondents = append(s.respondents, respondent{place: "column " + columnName(j)})
			}
			if i == at {
				s.respondents[k].name = cell
			} else {
				s.respondents[k].answers = append(s.respondents[k].answers, answer{i - at, cell})
			}
		}
		s.questions = append(s.questions, question)
		s.places = append(s.places, fmt.Sprintf("row %d", i+1))
	}
	return s, nil
}

// columnName returns the letters of a column from 0.
func columnName(j int) string {
	letters := ""
	for n := j + 1; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters
}

// namesAt returns the index of the first row that holds more than its first cell.
func namesAt(rows [][]string) int {
	for i, row := range rows {
		if len(row) > 1 {
			return i
		}
	}
	return 0
}

func cellsIn(row []string) int {
	n := 0
	for _, cell := range row {
		if cell != "" {
			n++
		}
	}
	return n
}

// questionsOf returns the questions, and the index of the first row below the
// head. Qualtrics writes three rows of head: short names, the questions, and
// marks for itself. SurveyMonkey writes two: a question that goes over several
// columns, and below it the choices.
func questionsOf(rows [][]string, at int, r *Report) (questions []string, first int) {
	if at >= len(rows) {
		return nil, at
	}
	questions, first = append([]string{}, rows[at]...), at+1
	for i := at + 1; i < min(at+3, len(rows)); i++ {
		if cellsIn(rows[i]) > 0 && isImportIDs(rows[i]) {
			r.dropRows("marks by which Qualtrics knows its questions", rows[i:i+1])
			if i == at+2 {
				r.dropRows("short names of questions", rows[at:at+1])
				questions = append([]string{}, rows[at+1]...)
			}
			return questions, i + 1
		}
	}
	if first < len(rows) && isSecondHead(rows[at], rows[first], rows[first+1:]) {
		above := ""
		for j, below := range rows[first] {
			for j >= len(questions) {
				questions = append(questions, "")
			}
			if questions[j] != "" {
				above = questions[j]
			} else if below != "" && above != "" {
				r.Gain("questions that go over several columns", 1, above)
				questions[j] = above
			}
			if below != "" {
				questions[j] = strings.TrimSpace(questions[j] + " " + below)
			}
		}
		first++
	}
	return questions, first
}

func isImportIDs(row []string) bool {
	for _, cell := range row {
		if cell != "" && !strings.HasPrefix(cell, `{"ImportId"`) {
			return false
		}
	}
	return true
}

// isSecondHead tells whether the row below the head goes on with it: the first
// column, which is filled in the head and in every row of answers, is empty in
// it, and it names columns that the head does not.
func isSecondHead(head, second []string, answers [][]string) bool {
	if len(head) == 0 || head[0] == "" || len(second) == 0 || second[0] != "" || len(answers) == 0 {
		return false
	}
	gap := false
	for j, cell := range second {
		gap = gap || cell != "" && (j >= len(head) || head[j] == "")
	}
	for _, row := range answers {
		if len(row) > 0 && row[0] == "" {
			return false
		}
	}
	return gap
}
