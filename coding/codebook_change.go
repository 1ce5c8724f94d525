package coding

import (
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// SetCodeField returns the code book file with a field of a code set to words; all else stays as
// it was. Empty words take the field's value away.
func SetCodeField(data []byte, book *Codebook, key, field, words string) ([]byte, error) {
	value, err := plainfile.Marshal(words)
	if err != nil {
		return nil, err
	}
	return plainfile.SetField(data, string(value), append(book.place(key), field)...)
}

// SetCodeList is SetCodeField for a field that holds several words.
func SetCodeList(data []byte, book *Codebook, key, field string, words []string) ([]byte, error) {
	quoted := make([]string, len(words))
	for i, w := range words {
		value, err := plainfile.Marshal(w)
		if err != nil {
			return nil, err
		}
		quoted[i] = strings.TrimRight(string(value), "\n")
		if strings.ContainsAny(quoted[i], ",[]{}") && !strings.HasPrefix(quoted[i], `"`) && !strings.HasPrefix(quoted[i], "'") {
			quoted[i] = "'" + strings.ReplaceAll(w, "'", "''") + "'"
		}
	}
	return plainfile.SetField(data, "["+strings.Join(quoted, ", ")+"]", append(book.place(key), field)...)
}

// SetCodeWords is SetCodeField or SetCodeList, whichever the field is, with words as codebook export writes them into a cell.
func SetCodeWords(data []byte, book *Codebook, key, field, words string) ([]byte, error) {
	switch field {
	case "questions", "sources":
		return SetCodeList(data, book, key, field, splitKeys(words))
	case "values":
		return SetCodeList(data, book, key, field, splitList(words))
	}
	return SetCodeField(data, book, key, field, words)
}

// RenameCode returns the code book file with another key for a code. The earlier one is
// remembered in its was field, so that every coding, table and rule that names it still means it.
func RenameCode(data []byte, book *Codebook, key, to string) ([]byte, error) {
	c := book.Code(key)
	was := slices.DeleteFunc(append(slices.Clone(c.Was), c.Key), func(k string) bool { return k == to })
	data, err := SetCodeList(data, book, c.Key, "was", was)
	if err != nil {
		return nil, err
	}
	place := book.place(c.Key)
	above := place[:len(place)-1]
	return plainfile.SetKey(data, to, append(slices.Clone(place), "key"), append(slices.Clone(above), "key="+to))
}

// MoveCode returns the code book file with a code, and all below it, moved: to the end of those
// below another (at the top for ""), or before one of them. Comments inside it move with it.
func MoveCode(data []byte, book *Codebook, key, under, before string) ([]byte, error) {
	rest, item, err := plainfile.TakeItem(data, book.place(key)...)
	if err != nil {
		return nil, err
	}
	if before != "" {
		return plainfile.InsertItem(rest, string(item), book.place(before)...)
	}
	place := []string{"codes"}
	if under != "" {
		place = append(book.place(under), "children")
	}
	return plainfile.AppendItem(rest, string(item), place...)
}

// MergeCodes returns the code book file without a code: its key becomes an earlier key of the other, its
// rules, questions, sources and values are added to the other's, and the codes below it come below the
// other. The other keeps its label and its definition.
func MergeCodes(data []byte, book *Codebook, from, into string) ([]byte, error) {
	a, b := book.Code(from), book.Code(into)
	var err error
	for _, child := range a.Children {
		_, item, err := plainfile.TakeItem(data, book.place(child.Key)...)
		if err != nil {
			return nil, err
		}
		if data, err = plainfile.AppendItem(data, string(item), append(book.place(b.Key), "children")...); err != nil {
			return nil, err
		}
		// Until the merged code is gone its children stand twice; nothing reads the text in between.
	}
	if data, _, err = plainfile.TakeItem(data, book.place(a.Key)...); err != nil {
		return nil, err
	}
	for _, list := range []struct {
		field        string
		mine, theirs []string
	}{{"was", b.Was, append([]string{a.Key}, a.Was...)}, {"questions", b.Questions, a.Questions}, {"sources", b.Sources, a.Sources}, {"values", b.Values, a.Values}} {
		all := slices.Clone(list.mine)
		for _, w := range list.theirs {
			if !slices.Contains(all, w) {
				all = append(all, w)
			}
		}
		if len(all) == len(list.mine) {
			continue
		}
		if data, err = SetCodeList(data, book, b.Key, list.field, all); err != nil {
			return nil, err
		}
	}
	for _, line := range strings.Split(a.Find, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.Contains("\n"+b.Find+"\n", "\n"+line+"\n") {
			continue
		}
		if data, err = plainfile.AppendLine(data, line, append(book.place(b.Key), "find")...); err != nil {
			return nil, catalogue.Errorf("%w\nhint: write the rules of %s below each other, behind find: |", err, b.Key)
		}
	}
	return data, nil
}
