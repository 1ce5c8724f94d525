package convert

// texLow are the characters at 0x10 to 0x1F of the encoding in which TeX sets European
// languages (T1, "Cork"). Its fonts of dots have no names for them, so that they come as
// control characters, which no file has for words: "a\x1bected" is "affected".
const texLow = "“”„«»–—\u200b\u2080ıȷﬀﬁﬂﬃﬄ"

// texOldLow are the ligatures at 0x0B to 0x0F of TeX's older encoding (OT1).
const texOldLow = "ﬀﬁﬂﬃﬄ"

// texCharacter returns what a control character that a font draws stands for; itself where
// that is nothing known.
func texCharacter(c rune) rune {
	switch {
	case c >= 0x10 && c < 0x20:
		return []rune(texLow)[c-0x10]
	case c >= 0x0B && c <= 0x0F:
		return []rune(texOldLow)[c-0x0B]
	}
	return c
}
