package corpus

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"sort"
	"strings"
)

// Role says what a speaker does in a conversation.
type Role string

// The roles. A speaker whose role nobody has said has the empty role, which
// counts as an informant's wherever only the interviewer is left out.
const (
	Interviewer Role = "interviewer"
	Informant   Role = "informant"
	Other       Role = "other"
)

// Speaker is one voice of a conversation.
type Speaker struct {
	Label string   `json:"label"`          // as it stands before the colon in the text
	Name  string   `json:"name,omitempty"` // how tables print it; the label if empty
	Role  Role     `json:"role,omitempty"` // interviewer, informant, other
	Also  []string `json:"also,omitempty"` // other spellings of the label in the same text
}

// Document is one text of the study and what is known about it. Its characters
// are read when asked for (see the study that holds it) and never change.
type Document struct {
	Key      string // file name in documents/, for example "a-interview.txt"
	Title    string
	Kind     string // interview, plan, budget, annual-report, or the researcher's own
	Date     string // as YYYY, YYYY-MM or YYYY-MM-DD
	Minutes  int    // duration, 0 if not known
	Language string // nb, nn, en, sv, da, de
	Issuer   string // who issued it, for documents of others
	Speakers []Speaker
	Pages    []int    // character at which each page starts; empty without pages
	Digest   string   // sha256:… of the text as it was taken in, or last corrected
	Earlier  []string // digests of the text before each correction, the oldest first
	Was      []string // its earlier keys, the oldest first
	Original Original

	// Forgotten are the beginnings of the digests of earlier texts that were erased: enough to know such a text again, and too little to try
	// guessed names on.
	Forgotten []string

	Lines map[string]int // line of each field in the sidecar, for citing it
}

// Original says which file a text was made from.
type Original struct {
	Name   string // file name, without a folder
	Part   string // which of the documents in the file, where it holds several
	Format string // txt, md, docx, pdf, vtt
	Digest string // sha256:… of the file's bytes
}

// forgottenDigits is how many digits of the digest of an erased text are kept: one text in 4096 has the same.
const forgottenDigits = 3

// ForgottenMark returns what is kept of the digest of a text that is erased.
func ForgottenMark(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	return hex[:min(forgottenDigits, len(hex))]
}

// Forgot tells whether a text with a digest is one that was erased.
func (d *Document) Forgot(digest string) bool {
	return digest != "" && slices.Contains(d.Forgotten, ForgottenMark(digest))
}

// Interview tells whether the document is a conversation that the guide speaks of.
func (d *Document) Interview() bool { return d.Kind == KindInterview }

// Name returns the title of the document, or its key without the ending where it has none.
func (d *Document) Name() string { return cmp.Or(d.Title, strings.TrimSuffix(d.Key, ".txt")) }

// Intends tells whether the document says what is to be, a plan or a budget.
func (d *Document) Intends() bool { return d != nil && (d.Kind == "plan" || d.Kind == "budget") }

// KindInterview is the kind of a document to which the interview guide applies.
const KindInterview = "interview"

// SpeakerOf returns the speaker with a label or one of its other spellings.
func (d *Document) SpeakerOf(label string) (Speaker, bool) {
	for _, s := range d.Speakers {
		if s.Label == label {
			return s, true
		}
		for _, a := range s.Also {
			if a == label {
				return s, true
			}
		}
	}
	return Speaker{}, false
}

// RoleOf returns the role of the speaker with a label; "" if there is none.
func (d *Document) RoleOf(label string) Role {
	s, _ := d.SpeakerOf(label)
	return s.Role
}

// Page returns the page, from 1, on which a character stands; 0 without pages.
func (d *Document) Page(char int) int {
	return sort.SearchInts(d.Pages, char+1)
}

// Digest returns "sha256:" and the hexadecimal digest of data.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
