package cases

import (
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Handwork is what one coder's files say of one document at one moment: the codings and the
// verdicts, as they stand on disk.
type Handwork struct {
	files [2]string
	texts [2]string
	there [2]bool
}

// ReadHandwork reads a coder's two files on a document; one that is not there is empty.
func ReadHandwork(dir plainfile.Dir, coder, document string) (Handwork, error) {
	h := Handwork{files: [2]string{coding.LayerFile(coder, document), coding.ReviewFile(coder, document)}}
	for i, f := range h.files {
		data, there, err := dir.ReadIfThere(f)
		if err != nil {
			return h, err
		}
		h.texts[i], h.there[i] = string(data), there
	}
	return h, nil
}

// Return puts the files back as they were in h, which they were until they became after. If one
// of them has changed since, nothing is written and the error names it.
func (h Handwork) Return(dir plainfile.Dir, after Handwork) error {
	for i, f := range h.files {
		data, there, err := dir.ReadIfThere(f)
		if err != nil {
			return err
		}
		if string(data) != after.texts[i] || there != after.there[i] {
			return catalogue.Errorf("%s has been changed since; nothing is taken back\nhint: crosscase coding decline takes an accepted proposal back, crosscase coding accept a declined one", f)
		}
	}
	for i, f := range h.files {
		var err error
		if h.there[i] {
			err = dir.Write(f, []byte(h.texts[i]))
		} else {
			err = dir.Remove(f)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
