package cases

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
	"crosscase/testdata/scale"
)

// made returns the folder of a study that is large enough for things to be kept, its files
// written a minute ago.
func made(t testing.TB) plainfile.Dir {
	t.Helper()
	dir := plainfile.Dir{Root: t.TempDir()}
	if _, err := scale.Small.Make(dir.Root); err != nil {
		t.Fatal(err)
	}
	settle(t, dir)
	return dir
}

// settle gives every file of a study the time of a minute ago.
func settle(t testing.TB, dir plainfile.Dir) {
	t.Helper()
	then := time.Now().Add(-time.Minute)
	err := filepath.WalkDir(dir.Root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(path, ".crosscase") {
			return err
		}
		return os.Chtimes(path, then, then)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// sameStudy opens a study with and without what is kept of it and fails unless both are the same.
func sameStudy(t *testing.T, dir plainfile.Dir, when string) *Study {
	t.Helper()
	want, wrong := Open(dir.FS())
	got, told := OpenIn(dir, "test")
	if wrong.Error() != told.Error() {
		t.Fatalf("%s: told\n%s\nwant\n%s", when, told.Error(), wrong.Error())
	}
	for _, part := range []struct {
		name      string
		got, want any
	}{
		{"documents", got.Documents, want.Documents}, {"cases", got.Cases, want.Cases}, {"layers", got.Layers(), want.Layers()},
		{"reviews", got.Reviews, want.Reviews}, {"codings", got.Codings.All(), want.Codings.All()}, {"inputs", got.Inputs(""), want.Inputs("")},
		{"ids", got.Taken(), want.Taken()},
	} {
		if !reflect.DeepEqual(part.got, part.want) {
			t.Fatalf("%s: the %s differ:\n%+v\n%+v", when, part.name, part.got, part.want)
		}
	}
	for _, d := range want.Documents {
		a, err1 := got.Structure(d.Key)
		b, err2 := want.Text(d.Key)
		if err1 != nil || err2 != nil || !reflect.DeepEqual(a, b.Structure) {
			t.Fatalf("%s: the structure of %s differs (%v, %v)", when, d.Key, err1, err2)
		}
	}
	return got
}

// known returns how many files of an opened study were not read.
func knownFiles(s *Study) int { return s.kept.have - s.kept.fresh }

func TestWhatIsKeptIsTheStudy(t *testing.T) {
	dir := made(t)
	sameStudy(t, dir, "at first")
	s := sameStudy(t, dir, "again")
	if knownFiles(s) < 90 || s.kept.fresh != 0 {
		t.Fatalf("%d files are known, %d were read", knownFiles(s), s.kept.fresh)
	}
	write := func(name, content string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir.Root, filepath.FromSlash(name)), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) string {
		t.Helper()
		data, err := dir.Read(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	layer := "codings/ann/t00003.jsonl"
	other := "codings/bo/t00004.jsonl"
	id := strings.Split(read(layer), `"id": "`)[1][:6]
	for _, step := range []struct {
		name string
		do   func()
	}{
		{"a coding is gone", func() {
			lines := strings.SplitAfter(read(layer), "\n")
			write(layer, strings.Join(append(lines[:3:3], lines[4:]...), ""))
		}},
		{"a coding says something else in as many letters", func() { write(layer, strings.Replace(read(layer), `"code": "kode-0`, `"code": "kode-1`, 1)) }},
		{"a line cannot be read", func() { write(other, read(other)+"{\n") }},
		{"a text was corrected", func() { write("documents/t00003.txt", "I: Ja. "+read("documents/t00003.txt")[3:]) }},
		{"a text is gone", func() { os.Remove(filepath.Join(dir.Root, "documents", "t00005.txt")) }},
		{"a sidecar names another speaker", func() {
			write("documents/t00006.yaml", strings.Replace(read("documents/t00006.yaml"), "label: R", "label: Q", 1))
		}},
		{"a sidecar cannot be read", func() { write("documents/t00007.yaml", read("documents/t00007.yaml")+"\nnew: field\n") }},
		{"a sidecar is gone", func() { os.Remove(filepath.Join(dir.Root, "documents", "t00008.yaml")) }},
		{"a case has another member", func() { write("cases/k01.yaml", read("cases/k01.yaml")+"  - document: nowhere.txt\n") }},
		{"a code has another key", func() {
			write("codebook.yaml", strings.Replace(read("codebook.yaml"), "key: kode-02", "key: annet\n    was: [kode-02]", 1))
		}},
		{"a code is gone", func() {
			write("codebook.yaml", strings.Replace(read("codebook.yaml"), "key: kode-03", "key: tredje", 1))
		}},
		{"two codings have one id", func() {
			lines := strings.Split(read("codings/ann/t00001.jsonl"), "\n")
			lines[2] = strings.Replace(lines[2], strings.Split(strings.Split(lines[2], `"id": "`)[1], `"`)[0], id, 1)
			write("codings/ann/t00001.jsonl", strings.Join(lines, "\n"))
		}},
		{"a coding has no id", func() {
			write(other, strings.Replace(read(other), `"id": `, `"note": `, 1))
		}},
		{"a verdict was given", func() {
			parts := strings.Split(read("codings/ann/t00002.jsonl"), "\n")
			at := strings.Split(strings.Split(parts[2], `"at": "`)[1], `"`)[0]
			quote := strings.Split(strings.Split(parts[2], `"quote": "`)[1], `"`)[0]
			os.MkdirAll(filepath.Join(dir.Root, "reviews", "ann"), 0o777)
			write("reviews/ann/t00002.jsonl", fmt.Sprintf("{\"document\": \"t00002.txt\"}\n{\"at\": %q, \"code\": \"kode-01\", \"verdict\": \"declined\", \"of\": \"rules\", \"quote\": %q}\n", at, quote))
		}},
		{"nothing", func() {}},
	} {
		step.do()
		sameStudy(t, dir, step.name+", just now")
		sameStudy(t, dir, step.name+", once more")
		settle(t, dir)
		sameStudy(t, dir, step.name+", settled")
	}
}

// A file that was changed within the grain of the clock has the size and time that are kept.
func TestAChangeThatTheClockDoesNotShowIsSeen(t *testing.T) {
	dir := made(t)
	file := filepath.Join(dir.Root, "codings", "ann", "t00003.jsonl")
	now := time.Now()
	if err := os.Chtimes(file, now, now); err != nil {
		t.Fatal(err)
	}
	sameStudy(t, dir, "before")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(data), `"on": "2026-03-02"}`, `"on": "2026-03-03"}`, 3)
	if err := os.WriteFile(file, []byte(changed), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, now, now); err != nil {
		t.Fatal(err)
	}
	sameStudy(t, dir, "after")
}

func TestWhatIsDamagedIsReadAnew(t *testing.T) {
	dir := made(t)
	sameStudy(t, dir, "at first")
	path := filepath.Join(dir.Root, filepath.FromSlash(keptFile))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 3))
	for round := range 60 {
		damaged := append([]byte(nil), whole...)
		switch round % 4 {
		case 0:
			damaged = damaged[:r.IntN(len(damaged))]
		case 1:
			damaged[r.IntN(len(damaged))] ^= 1 << r.IntN(8)
		case 2:
			damaged = append(damaged, "more"...)
		case 3:
			at := r.IntN(len(damaged) - 8)
			copy(damaged[at:], "damaged!")
		}
		if err := os.WriteFile(path, damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		sameStudy(t, dir, fmt.Sprintf("damage %d", round))
	}
}

func TestAnotherProgramReadsAnew(t *testing.T) {
	dir := made(t)
	OpenIn(dir, "one")
	s, _ := OpenIn(dir, "another")
	if n := knownFiles(s); n != 0 {
		t.Errorf("%d files are taken as another program read them", n)
	}
	s, _ = OpenIn(dir, "another")
	if n := knownFiles(s); n < 90 {
		t.Errorf("only %d files are known", n)
	}
}

func TestAStudyThatCannotBeWrittenIsRead(t *testing.T) {
	dir := made(t)
	if err := os.WriteFile(filepath.Join(dir.Root, ".crosscase"), []byte("in the way"), 0o644); err != nil {
		t.Fatal(err)
	}
	sameStudy(t, dir, "no folder for it")
}

// Whatever fields a record has or gets, all of them come back.
func TestPacksHoldEveryField(t *testing.T) {
	document := filled[corpus.Document](t)
	got, ok := unpackDocument(document.Key, string(packDocument(&document)))
	if !ok || !reflect.DeepEqual(*got, document) {
		t.Errorf("document:\n%+v\n%+v", got, document)
	}
	c := filled[Case](t)
	gotCase, ok := unpackCase(string(packCase(&c)))
	if !ok || !reflect.DeepEqual(*gotCase, c) {
		t.Errorf("case:\n%+v\n%+v", gotCase, c)
	}
	layer := filled[coding.Layer](t)
	layer.File, layer.Coder, layer.Document = "codings/ann/a.jsonl", "ann", "a.txt"
	for i := range layer.Codings {
		layer.Codings[i].Coder, layer.Codings[i].Document = "ann", "a.txt"
	}
	layer.Unplaced, layer.Followed = nil, nil // a whole layer has none
	var p plainfile.Pack
	coding.PackLayer(&p, &layer)
	u := plainfile.NewUnpack(string(p.Bytes()))
	if l := coding.UnpackLayer(u, layer.File); !u.Done() || !reflect.DeepEqual(*l, layer) {
		t.Errorf("layer:\n%+v\n%+v", *l, layer)
	}
	review := filled[coding.Review](t)
	review.Coder, review.Document, review.Followed = "ann", "a.txt", nil
	p = plainfile.Pack{}
	coding.PackReviews(&p, []coding.Review{review})
	u = plainfile.NewUnpack(string(p.Bytes()))
	if r := coding.UnpackReviews(u, "reviews/ann/a.jsonl"); !u.Done() || !reflect.DeepEqual(r, []coding.Review{review}) {
		t.Errorf("review:\n%+v\n%+v", r, review)
	}
	structure := filled[corpus.Structure](t)
	p = plainfile.Pack{}
	corpus.PackStructure(&p, &structure)
	u = plainfile.NewUnpack(string(p.Bytes()))
	if s := corpus.UnpackStructure(u); !u.Done() || !reflect.DeepEqual(s, structure) {
		t.Errorf("structure:\n%+v\n%+v", s, structure)
	}
}

// filled returns a value in which every exported field holds something of its own.
func filled[T any](t *testing.T) T {
	t.Helper()
	var out T
	n := 0
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		n++
		switch v.Kind() {
		case reflect.String:
			v.SetString(fmt.Sprint("s", n))
		case reflect.Int:
			v.SetInt(int64(n))
		case reflect.Float64:
			v.SetFloat(float64(n) / 8)
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Slice:
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.Map:
			v.Set(reflect.MakeMap(v.Type()))
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key)
			fill(value)
			v.SetMapIndex(key, value)
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem())
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() || v.Type().Field(i).Anonymous {
					fill(v.Field(i))
				}
			}
		default:
			t.Fatalf("%s is of a kind that this test cannot fill", v.Type())
		}
	}
	fill(reflect.ValueOf(&out).Elem())
	return out
}
