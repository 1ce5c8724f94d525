package convert

import "strings"

// dropNotices leaves out the lines that a service put into its transcript about
// itself: adverts and disclaimers that nobody said. A file of nothing else stays.
func dropNotices(blocks []Block, r *Report) []Block {
	found := false
	for i := range blocks {
		found = found || mayBeNotice(&blocks[i])
	}
	if !found {
		return blocks
	}
	var kept []Block
	var gone [][2]string // what, the line
	apart := false       // a block went that stood after a blank line
	for _, b := range blocks {
		if mayBeNotice(&b) {
			var lines []string
			for l := range strings.SplitSeq(b.Text, "\n") {
				if what := noticeOf(l); what != "" {
					gone = append(gone, [2]string{what, l})
				} else {
					lines = append(lines, l)
				}
			}
			if len(lines) == 0 {
				apart = apart || !b.Tight
				continue
			}
			b.Text = strings.Join(lines, "\n")
		}
		b.Tight = b.Tight && !apart
		apart = false
		kept = append(kept, b)
	}
	if !hasWords(kept) {
		return blocks
	}
	for _, g := range gone {
		r.dropLate(g[0], g[1])
	}
	return kept
}

// dropServiceHead leaves out what Otter puts before the first turn beside the title and the date: the keywords that it made, and the list of speakers.
// Nobody said them, and rules would find them.
func dropServiceHead(blocks []Block, r *Report) []Block {
	var kept []Block
	what := "" // that the next line is
	seen := false
	for i, b := range blocks {
		if i >= serviceHead || b.Cells != nil || b.Speaker != "" {
			return append(kept, blocks[i:]...)
		}
		var lines []string
		for l := range strings.SplitSeq(b.Text, "\n") {
			switch trimmed := strings.TrimSpace(l); {
			case trimmed == "SUMMARY KEYWORDS":
				what = "keywords that Otter made"
			case trimmed == "SPEAKERS" && seen:
				what = "list of speakers by Otter"
			case what != "" && trimmed != "":
				r.dropLate(what, l)
				what = ""
				continue
			default:
				lines = append(lines, l)
				continue
			}
			seen = true
			r.dropLate(what, l)
		}
		if len(lines) > 0 {
			b.Text = strings.Join(lines, "\n")
			kept = append(kept, b)
		}
	}
	return kept
}

// serviceHead is in how many of the first blocks it is looked for.
const serviceHead = 8

// timesEntry is the line under which the digits of times stand in the account.
const timesEntry = "times written as [hh:mm:ss]"

// dropLate is Drop for what goes while the turns are found: there the digits
// are counted once more, as those of times, and are given back here.
func (r *Report) dropLate(what, text string) {
	r.Drop(what, text)
	if d := digitsIn(text); d > 0 {
		r.add("normalised", timesEntry, 0, -d, "")
	}
}

// mayBeNotice is a quick look for the words without which nothing is a notice.
func mayBeNotice(b *Block) bool {
	s := b.Text
	if b.Speaker != "" || b.Cells != nil || len(s) > 8*longestNotice {
		return false
	}
	// capitals are seldom, which makes this fast
	for _, w := range [...]string{"Transcri", "Transkri", "TurboScribe", "Sonix", "Good", "This editable", "Denne", "People can", "Meeting ended", "Møtet"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	// and so is "cription" in Norwegian
	return len(s) < longestNotice && strings.Contains(s, "cription") && strings.Contains(s, " transcription") || strings.Contains(s, "ppet trans")
}

// longestNotice is the length in bytes above which a line is no notice.
const longestNotice = 600

// noticeOf names the notice that a line is; "" if it is none. Each is known by
// the words that the service writes, so that what people say of a service stays.
func noticeOf(line string) string {
	if len(line) > longestNotice {
		return ""
	}
	s := strings.ToLower(strings.Trim(line, " \t*_()[]."))
	has := func(words ...string) bool {
		for _, w := range words {
			if !strings.Contains(s, w) {
				return false
			}
		}
		return true
	}
	switch {
	case strings.HasPrefix(s, "transcribed by ") && has("otter.ai") && len(s) < 50:
		return "notice of Otter"
	case has("turboscribe.ai") && (has("go unlimited") || has("transcribed by") || has("to transcribe files")), has("transkribert av turboscribe"):
		return "notice of TurboScribe"
	case has("automatically transcribed by sonix"), has("transcribed by sonix", "errors"), strings.HasPrefix(s, "sonix is the ") && has("transcription"):
		return "notice of Sonix"
	case (has("good tape") || has("goodtape")) && (strings.HasPrefix(s, "trans") || strings.HasPrefix(s, "denne ") || strings.HasPrefix(s, "this ")) && (has("transcri") || has("transkri")):
		return "notice of Good Tape"
	case has("transcript was computer generated", "errors"), has("people can also change the text after"),
		has("transkripsjonen", "generert", "feil") && len(s) < 300:
		return "notice of Google Meet"
	case endNotice(s):
		return "notice of the end of a recording"
	}
	return ""
}

// endNotice tells whether a line says only when the recording ended:
// "Transcription ended after 00:32:49", "Kari Hansen stopped transcription".
func endNotice(s string) bool {
	for _, tail := range [...]string{" stopped transcription", " stoppet transkripsjon", " stoppet transkripsjonen", " stoppet transkribering", " stoppet transkriberingen"} {
		if strings.HasSuffix(s, tail) && wordsUpTo(s, 7) < 7 {
			return true
		}
	}
	for _, head := range [...]string{"transcription ended after ", "meeting ended after ", "transkripsjonen ble avsluttet etter ", "transkriberingen ble avsluttet etter ", "transkripsjonen vart avslutta etter ", "møtet ble avsluttet etter ", "møtet vart avslutta etter "} {
		if rest, ok := strings.CutPrefix(s, head); ok {
			_, n, _ := scanClock(rest, false)
			return n > 0 && len(rest)-n < 8
		}
	}
	return false
}
