package catalogue

import "crosscase/corpus/pattern"

// rowOfFaceSheet is the source that a face sheet leaves beside each value.
var rowOfFaceSheet = pattern.Of(`^face sheet (.*), row (\d+)$`)

// Source says the source of a value in the language: the row of a face sheet, which files of the study name in English; any other source as
// it is written.
func (l Language) Source(source string) string {
	m := rowOfFaceSheet.FindStringSubmatch(source)
	if m == nil || !l.norwegian() {
		return source
	}
	return "arket " + m[1] + ", rad " + m[2] // in bokmål and nynorsk alike
}
