package convert

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// FuzzTurns changes the layouts of transcripts: the text stays in our form, is the
// same when it is converted once more, and all letters and digits have a line.
func FuzzTurns(f *testing.F) {
	for _, pattern := range []string{"*.txt", "negative/*.txt"} {
		files, err := filepath.Glob(filepath.Join("..", "..", "testdata", "convert", "layouts", pattern))
		if err != nil || len(files) == 0 {
			f.Fatal(pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data[:min(len(data), 900)])
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := Convert(context.Background(), "x.txt", data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		accounted(t, res.Report)
	})
}
