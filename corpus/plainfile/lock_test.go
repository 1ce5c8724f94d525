package plainfile

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestTheSecondWhoLocksIsToldWhoWasFirst(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	unlock, err := d.Lock(context.Background(), "crosscase coding apply", 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.Lock(context.Background(), "crosscase build", 20*time.Millisecond)
	var held Held
	if !errors.As(err, &held) || !strings.Contains(held.Error(), `"crosscase coding apply" (process `) || !strings.Contains(held.Error(), "hint: ") {
		t.Errorf("the second got %v", err)
	}
	if strings.Contains(held.Who, "build") {
		t.Errorf("the second is told of itself: %s", held.Who)
	}
	unlock()
	again, err := d.Lock(context.Background(), "crosscase build", 0)
	if err != nil {
		t.Fatalf("a lock that was given back: %v", err)
	}
	if who := d.lockHolder(); !strings.Contains(who, "build") {
		t.Errorf("the holder is %s", who)
	}
	again()
	if d.Exists(holderFile) {
		t.Error("the holder's name outlives the lock")
	}
}

func TestWhoWaitsGetsTheLockWhenItIsGivenBack(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	var mu sync.Mutex
	inside, most, turns := 0, 0, 0
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			unlock, err := d.Lock(context.Background(), "test", time.Minute)
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			inside, turns = inside+1, turns+1
			most = max(most, inside)
			mu.Unlock()
			mu.Lock()
			inside--
			mu.Unlock()
			unlock()
		})
	}
	wg.Wait()
	if most != 1 || turns != 8 {
		t.Errorf("%d held the lock at once, %d had their turn", most, turns)
	}
}

func TestWhoNoLongerWantsTheLockStopsWaiting(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	unlock, err := d.Lock(context.Background(), "first", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := d.Lock(ctx, "second", time.Hour); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestALockOfOneFileDoesNotHoldAnother(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	unlock, err := d.LockFile(context.Background(), ".crosscase/index/lock", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	var held Held
	if _, err := d.LockFile(context.Background(), ".crosscase/index/lock", 0); !errors.As(err, &held) {
		t.Errorf("the same file: %v", err)
	}
	other, err := d.Lock(context.Background(), "test", 0)
	if err != nil {
		t.Fatalf("another file: %v", err)
	}
	other()
	if _, err := d.LockFile(context.Background(), "../lock", 0); err == nil {
		t.Error("a lock outside the study")
	}
}

func TestWhereLocksDoNotWorkAFileStandsIn(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	path := filepath.Join(d.Root, "lock.exclusive")
	release, err := d.exclusive(context.Background(), path, me("first"), 0)
	if err != nil {
		t.Fatal(err)
	}
	var held Held
	if _, err := d.exclusive(context.Background(), path, me("second"), 0); !errors.As(err, &held) || !strings.Contains(held.Who, `"first"`) || !strings.Contains(held.Who, "remove "+path) {
		t.Errorf("the second got %v", err)
	}
	release()
	release, err = d.exclusive(context.Background(), path, me("second"), 0)
	if err != nil {
		t.Fatal(err)
	}
	release()
}

func TestTheMachineFolderHidesItselfFromGit(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	if err := d.MakeMachineFolder(); err != nil {
		t.Fatal(err)
	}
	if got, _ := d.Read(".crosscase/.gitignore"); string(got) != "*\n" {
		t.Errorf("%q", got)
	}
}

// TestMain lets the test binary be the other process of the test below.
func TestMain(m *testing.M) {
	if root := os.Getenv("PLAINFILE_TEST_HOLD"); root != "" {
		if _, err := (Dir{Root: root}).Lock(context.Background(), "killed command", 0); err != nil {
			os.Exit(1)
		}
		os.Exit(0) // without giving it back
	}
	os.Exit(m.Run())
}

func TestALockOfAProgramThatIsGoneCanBeTaken(t *testing.T) {
	d := Dir{Root: t.TempDir()}
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "PLAINFILE_TEST_HOLD="+d.Root)
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if !strings.Contains(d.lockHolder(), "killed command") {
		t.Fatal("the other program left no trace")
	}
	unlock, err := d.Lock(context.Background(), "test", 0)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}
