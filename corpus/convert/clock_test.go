package convert

import "testing"

// Every form of time before, in and after a label.
func TestTimeForms(t *testing.T) {
	for in, want := range map[string]string{
		"[0:05] Kari: Hei":                             "Kari 00:00:05 Hei",
		"[00:05] Kari: Hei":                            "Kari 00:00:05 Hei",
		"[1:02:03] Kari: Hei":                          "Kari 01:02:03 Hei",
		"(01:02:03.456) Kari: Hei":                     "Kari 01:02:03 Hei",
		"{01:02:03,456} Kari: Hei":                     "Kari 01:02:03 Hei",
		"#00:01:02-3# Kari: Hei":                       "Kari 00:01:02 Hei",
		"#00:01:02.345# Kari: Hei":                     "Kari 00:01:02 Hei",
		"<00:01:02> Kari: Hei":                         "Kari 00:01:02 Hei",
		`\[00:01:02\] Kari: Hei`:                       "Kari 00:01:02 Hei",
		`\[00:01:02\] **Kari:** Hei`:                   "Kari 00:01:02 Hei",
		"[01.29] Kari: Hei":                            "Kari 00:01:29 Hei",
		"[00.01.29] Kari: Hei":                         "Kari 00:01:29 Hei",
		"00:01:02 Kari: Hei":                           "Kari 00:01:02 Hei",
		"00:01:02 - Kari: Hei":                         "Kari 00:01:02 Hei",
		"00:03:40.5Kari: Hei":                          "Kari 00:03:40 Hei",
		"[00:01 - 00:05] Kari: Hei":                    "Kari 00:00:01 Hei",
		"[00:00:01.000 --> 00:00:05.000] Kari: Hei":    "Kari 00:00:01 Hei",
		"0:0:1.20 --> 0:0:5.3 Kari: Hei":               "Kari 00:00:01 Hei",
		"Kari [00:01:02]: Hei":                         "Kari 00:01:02 Hei",
		"Kari (1:02): Hei":                             "Kari 00:01:02 Hei",
		"Kari: [01:02] Hei":                            "Kari 00:01:02 Hei",
		"Kari: 00:01:02 Hei":                           "Kari 00:01:02 Hei",
		"Kari 1:02: Hei":                               "Kari 00:01:02 Hei",
		"Kari  1:02":                                   "Kari 00:01:02 ",
		"Kari Ås (Kommune)\t1:02:03":                   "Kari Ås (Kommune) 01:02:03 ",
		"**Kari (00:02)**":                             "Kari 00:00:02 ",
		"**Kari (00:02-00:09)**":                       "Kari 00:00:02 ",
		"[123:45] Kari: Hei":                           "Kari 02:03:45 Hei",
		"[12/03/2024, 21:14:22] Kari: Hei":             "Kari 21:14:22 Hei",
		"12.03.24, 09:14 - Kari: Hei":                  "Kari 09:14:00 Hei",
		"3/12/24, 9:14 PM - Kari: Hei":                 "Kari 21:14:00 Hei",
		"10:15:32 From Kari Ås to Everyone: Hei":       "Kari Ås 10:15:32 Hei",
		"Kari: klokka 12:30 går det":                   "Kari - klokka 12:30 går det",
		"Kari: 12:30 går det":                          "Kari - 12:30 går det",
		"Kari: //Mm// ja":                              "Kari - //Mm// ja",
		"P07: 3 ganger":                                "P07 - 3 ganger",
		"Kari: [12:75] er ingen tid":                   "Kari - [12:75] er ingen tid",
		"Kari: (0.3) Hei":                              "Kari - (0.3) Hei",
		"Hansen, Kari: Hei":                            "Hansen, Kari - Hei",
		"- **I:** Hei":                                 "I - Hei",
		"_I:_ Hei":                                     "I - Hei",
		"*I*: Hei":                                     "I - Hei",
		"(I): Hei":                                     "I - Hei",
		"[SPEAKER_00]: Hei":                            "SPEAKER_00 - Hei",
		"采访者：你好？":                                      "采访者 - 你好？",
		"12:30 møtte vi opp":                           "none",
		"https://example.org: der":                     "none",
		"Kl 12:30 var vi der":                          "none",
		"S1:12 stykker":                                "none",
		"Dato: 12.03.2016":                             "none",
		"Det er én ting, og det er viktig: ro":         "none",
		"Vi har sagt dette mange ganger før nå: stopp": "none",
		"Hva sa han: kom":                              "none",
		"[latter] Ja":                                  "none",
		"[uhørbart]":                                   "none",
	} {
		got := "none"
		if o, ok := parseOpening(in); ok {
			at := "-"
			if o.hasTime {
				at = formatClock(o.at)
			}
			got = o.label + " " + at + " " + o.words
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
