package cases

import (
	"embed"
	"io/fs"
	"path"
	"strings"
	"text/template"

	"crosscase/corpus/plainfile"
)

// Template fills the files of a new study.
type Template struct{ ID, Title, Language, Coder, CoderLabel string } // CoderLabel is "" where the name says it

//go:embed all:template
var templates embed.FS

// Init writes the files of a new study, with comments that explain them. A file that is
// there already is left alone. It returns the files it wrote; crosscase.yaml comes last, so
// that a study is one only when all of it stands.
func Init(dir plainfile.Dir, t Template) ([]string, error) {
	names, err := fs.Glob(templates, "template/*")
	if err != nil {
		return nil, err
	}
	names = append(names[:0:0], names...)
	for i, n := range names {
		if strings.HasSuffix(n, StudyFile+".tmpl") {
			names = append(append(names[:i], names[i+1:]...), n)
			break
		}
	}
	var written []string
	for _, n := range names {
		body, err := fs.ReadFile(templates, n)
		if err != nil {
			return written, err
		}
		tmpl, err := template.New(n).Funcs(template.FuncMap{"yaml": quoteYAML}).Parse(string(body))
		if err != nil {
			return written, err
		}
		var b strings.Builder
		if err := tmpl.Execute(&b, t); err != nil {
			return written, err
		}
		target := strings.ReplaceAll(strings.TrimSuffix(path.Base(n), ".tmpl"), "__", "/")
		target = strings.ReplaceAll(target, "dot-", ".")
		if dir.Exists(target) {
			continue
		}
		if err := dir.Write(target, []byte(b.String())); err != nil {
			return written, err
		}
		written = append(written, target)
	}
	return written, nil
}
