package plainfile

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"crosscase/corpus/catalogue"
)

// holder says who holds a lock. It stands in a second file because Windows lets
// nobody read a locked one.
type holder struct {
	Process int    `json:"process"`
	Host    string `json:"host"`
	Command string `json:"command"`
}

// Held is the error of a lock that somebody else did not give back in time.
type Held struct{ Who string }

func (h Held) message() catalogue.Message {
	return catalogue.Text("the study is being written by %s\nhint: wait until it has finished, then try again", h.Who)
}

func (h Held) Error() string { return h.message().String() }

// Told returns the error in a language.
func (h Held) Told(l catalogue.Language) (string, bool) { return h.message().Told(l) }

const (
	lockFile   = ".crosscase/lock"
	holderFile = ".crosscase/lock.holder"
)

// Lock waits for the right to write the study, at most as long as given, and
// returns the function that gives it back. Readers never wait. The holder's name
// stands in a second file, for the message to those who wait.
func (d Dir) Lock(ctx context.Context, command string, wait time.Duration) (unlock func(), err error) {
	release, err := d.lockFile(ctx, lockFile, command, wait)
	if err != nil {
		var held Held
		if errors.As(err, &held) && held.Who == "" {
			return nil, Held{d.lockHolder()}
		}
		return nil, err
	}
	target := filepath.Join(d.Root, filepath.FromSlash(holderFile))
	_ = os.WriteFile(target, me(command), 0o644)
	return func() {
		_ = os.Remove(target)
		release()
	}, nil
}

// LockFile is Lock for one file of .crosscase, without a holder's name. A wait of 0
// tries once.
func (d Dir) LockFile(ctx context.Context, name string, wait time.Duration) (unlock func(), err error) {
	return d.lockFile(ctx, name, "", wait)
}

func me(command string) []byte {
	host, _ := os.Hostname()
	data, _ := json.Marshal(holder{os.Getpid(), host, command})
	return data
}

// lockFile locks a file. Where the file system knows no locks, a file that only one
// can create stands in; it names its process.
func (d Dir) lockFile(ctx context.Context, name, command string, wait time.Duration) (func(), error) {
	path, err := d.Path(name)
	if err != nil {
		return nil, err
	}
	if err := d.MakeMachineFolder(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	l := flock.New(path)
	ok, err := l.TryLock()
	if err != nil {
		return d.exclusive(ctx, path+".exclusive", me(command), wait)
	}
	for until := time.Now().Add(wait); !ok; ok, err = l.TryLock() {
		if err != nil || ctx.Err() != nil {
			return nil, errors.Join(err, ctx.Err())
		}
		if !time.Now().Before(until) {
			return nil, Held{}
		}
		time.Sleep(10 * time.Millisecond)
	}
	return func() { _ = l.Unlock() }, nil
}

func (d Dir) exclusive(ctx context.Context, path string, me []byte, wait time.Duration) (func(), error) {
	for until := time.Now().Add(wait); ; time.Sleep(10 * time.Millisecond) {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			_, err = f.Write(me)
			f.Close()
			return func() { os.Remove(path) }, err
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !time.Now().Before(until) {
			who, _ := os.ReadFile(path)
			return nil, Held{describe(who) + "; if that program is gone, remove " + path}
		}
	}
}

func (d Dir) lockHolder() string {
	data, _ := d.Read(holderFile)
	return describe(data)
}

func describe(data []byte) string {
	var h holder
	if json.Unmarshal(data, &h) != nil || h.Process == 0 {
		return "another program"
	}
	return fmt.Sprintf("%q (process %d on %s)", h.Command, h.Process, h.Host)
}

// MakeMachineFolder makes .crosscase, which belongs to this machine alone and
// hides itself from git.
func (d Dir) MakeMachineFolder() error {
	if d.Exists(".crosscase/.gitignore") {
		return nil
	}
	if err := os.MkdirAll(filepath.Join(d.Root, ".crosscase"), 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(d.Root, ".crosscase", ".gitignore"), []byte("*\n"), 0o644)
}
