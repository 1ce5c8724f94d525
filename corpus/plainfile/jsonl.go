package plainfile

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

// Line is one record of a JSON-lines file as it stands on disk.
type Line struct {
	Number int    // from 1
	Raw    []byte // without the line end
}

// Lines returns the records of a JSON-lines file. Empty lines are passed over;
// conflict markers and bytes that are not UTF-8 are problems, and the lines
// beside them are still returned.
func Lines(file string, data []byte, problems *Problems) []Line {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var out []Line
	for i, raw := range bytes.Split(data, []byte("\n")) {
		raw = bytes.TrimSpace(raw)
		switch {
		case len(raw) == 0:
		case bytes.HasPrefix(raw, []byte("<<<<<<<")):
			problems.Add(file, i+1, withConflict)
		case bytes.HasPrefix(raw, []byte("=======")), bytes.HasPrefix(raw, []byte(">>>>>>>")), bytes.HasPrefix(raw, []byte("|||||||")):
		case !utf8.Valid(raw):
			problems.Add(file, i+1, "is not UTF-8 text\nhint: save the file as UTF-8")
		default:
			out = append(out, Line{i + 1, raw})
		}
	}
	return out
}

var unknownField = regexp.MustCompile(`unknown field "(.*)"`)

// Decode reads one JSON line into the struct that into points to. A field that
// is not known, stands twice or has the wrong type, and anything after the
// record, is a problem; it returns false if the record cannot be used.
func (l Line) Decode(file string, into any, problems *Problems) bool {
	dec := json.NewDecoder(bytes.NewReader(l.Raw))
	dec.DisallowUnknownFields()
	err := dec.Decode(into)
	if err == nil && len(bytes.TrimSpace(l.Raw[dec.InputOffset():])) > 0 {
		err = catalogue.Errorf("something stands after the closing brace")
	}
	if err != nil {
		why, hint := catalogue.Text("%s", strings.TrimPrefix(err.Error(), "json: ")), catalogue.Text(`one line holds one record: {"at": "812-854", "code": "…", "quote": "…"}`)
		var wrongType *json.UnmarshalTypeError
		switch m := unknownField.FindStringSubmatch(why.String()); {
		case m != nil:
			why, hint = catalogue.Text("%q is not a field here", m[1]), DidYouMean(m[1], jsonFields(into), "known here: %s", strings.Join(jsonFields(into), ", "))
		case errors.As(err, &wrongType):
			why, hint = catalogue.Text("%q is a %s, not a %s", wrongType.Field, wrongType.Value, wrongType.Type), catalogue.Message{}
		}
		problems.Add(file, l.Number, "is not a readable record: %s\nhint: %s", why, hint)
		return false
	}
	if name := doubled(l.Raw); name != "" {
		problems.Add(file, l.Number, "%q stands twice in the record\nhint: keep one of the two", name)
		return false
	}
	return true
}

func jsonFields(v any) []string {
	t := reflect.TypeOf(v).Elem()
	var out []string
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			out = append(out, name)
		}
	}
	return out
}

// doubled returns a name that stands twice at the top of a valid JSON object. The
// decoder takes capitals for small letters, so "At" is "at" once more.
func doubled(raw []byte) string {
	seen := make([]string, 0, 12)
	depth, start, inString, isName := 0, 0, false, false
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if inString {
			switch c {
			case '\\':
				i++
			case '"':
				inString = false
				if isName {
					var name string
					_ = json.Unmarshal(raw[start-1:i+1], &name)
					for _, s := range seen {
						if strings.EqualFold(s, name) {
							return name
						}
					}
					seen = append(seen, name)
					isName = false
				}
			}
			continue
		}
		switch c {
		case '"':
			inString, start = true, i+1
			isName = depth == 1 && previous(raw, i) != ':'
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
	}
	return ""
}

func previous(raw []byte, i int) byte {
	for i--; i >= 0; i-- {
		if raw[i] != ' ' && raw[i] != '\t' && raw[i] != '\r' && raw[i] != '\n' {
			return raw[i]
		}
	}
	return 0
}

// EncodeLine returns a record as one JSON line with its line end, letters such
// as "<" and "å" left as they are, a space after colons and commas for reading.
func EncodeLine(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return spaced(b.Bytes()), nil
}

// spaced puts a space after each colon and comma outside strings.
func spaced(compact []byte) []byte {
	out := make([]byte, 0, len(compact)+16)
	inString := false
	for i := 0; i < len(compact); i++ {
		c := compact[i]
		out = append(out, c)
		switch {
		case inString && c == '\\':
			i++
			out = append(out, compact[i])
		case c == '"':
			inString = !inString
		case !inString && (c == ':' || c == ','):
			out = append(out, ' ')
		}
	}
	return out
}
