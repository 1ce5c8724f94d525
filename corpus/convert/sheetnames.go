package convert

import (
	"strings"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// idHead are the heads of columns that name the respondents.
var idHead = pattern.Of(`(?i)^(` +
	`(.*[ _-])?id([ _-]?(nr|no|number|nummer))?|nr|no|#|navn|name|key|nøkkel|code|kode|løpenummer|` +
	`(svar|response|respondent|deltaker|deltakar|informant|participant|person|user|case|sak|kommune|municipality|organi[sz]ation|organisasjon|enhet|virksomhet)` +
	`[ _-]?(id|nr|no|navn|name|number|nummer|code|kode)?)\.?$`)

// longestID is the number of characters of the longest name of a respondent.
const longestID = 60

// idColumn returns the first column whose head says that it names the respondents,
// else the first column of all, if its texts are short and no two are alike; -1
// if there is none.
func idColumn(rows [][]string, first int, questions []string) int {
	for j, q := range questions {
		if idHead.MatchString(q) && namesRows(rows, first, j) {
			return j
		}
	}
	if len(questions) > 1 && namesRows(rows, first, 0) && !timesIn(rows, first) {
		return 0
	}
	return -1
}

func namesRows(rows [][]string, first, j int) bool {
	seen := map[string]bool{}
	for i := first; i < len(rows); i++ {
		if cellsIn(rows[i]) == 0 {
			continue
		}
		if j >= len(rows[i]) {
			return false
		}
		cell := strings.ToLower(rows[i][j])
		if weigh(cell) == 0 || seen[cell] || strings.Contains(cell, "\n") || utf8.RuneCountInString(cell) > longestID {
			return false
		}
		seen[cell] = true
	}
	return len(seen) > 0
}

// startsWithTime is how the time begins at which a form was sent.
var startsWithTime = pattern.Of(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[ T]`)

// timesIn tells whether the first column holds times, by which nobody is known.
func timesIn(rows [][]string, first int) bool {
	for i := first; i < len(rows); i++ {
		if len(rows[i]) > 0 {
			return startsWithTime.MatchString(rows[i][0])
		}
	}
	return false
}
