package convert

import (
	"strconv"
	"time"
)

// whisperRows rewrites the rows of the table that Whisper writes (start, end, text; times in
// thousandths of a second) with times as people write them; other tables come back as they are.
func whisperRows(rows [][]string, r *Report) [][]string {
	if len(rows) < 2 || len(rows[0]) != 3 || rows[0][0] != "start" || rows[0][1] != "end" || rows[0][2] != "text" {
		return rows
	}
	out := [][]string{rows[0]}
	last := -1
	for _, row := range rows[1:] {
		if len(row) != 3 {
			return rows
		}
		start, err := strconv.Atoi(row[0])
		end, bad := strconv.Atoi(row[1])
		if err != nil || bad != nil || start < last || end < start {
			return rows
		}
		last = start
		out = append(out, []string{formatClock(time.Duration(start) * time.Millisecond), formatClock(time.Duration(end) * time.Millisecond), row[2]})
	}
	if last < 1000 {
		return rows
	}
	was, is := 0, 0
	for i := range out[1:] {
		was += weigh(rows[i+1][0]) + weigh(rows[i+1][1])
		is += weigh(out[i+1][0]) + weigh(out[i+1][1])
	}
	r.add("normalised", "times in thousandths of a second, as Whisper writes them, written as [hh:mm:ss]", len(out)-1, was-is, rows[1][0]+" → "+out[1][0])
	return out
}
