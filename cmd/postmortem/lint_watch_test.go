package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWatch drives watching by hand: work is done at once, after a tick with a change, and not after
// one without.
func TestWatch(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	ticks := make(chan time.Time)
	worked := make(chan bool)
	states := []stamps{{"a": {size: 1}}, {"a": {size: 1}}, {"a": {size: 2}}, {"a": {size: 2}, "b": {}}, {"a": {size: 2}}}
	at := 0
	look := func() stamps {
		at++
		return states[at-1]
	}
	done := make(chan error)
	go func() { done <- watch(ctx, ticks, look, func() { worked <- true }) }()
	<-worked
	for i, changed := range []bool{false, true, true, true} {
		ticks <- time.Time{}
		if changed {
			<-worked
		}
		select {
		case <-worked:
			t.Errorf("tick %d: worked without a change", i)
		default:
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestStamps(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.md")
	for i, text := range []string{"one", "longer"} {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if got := stampsOf([]string{dir}); len(got) != 1 || got[filepath.ToSlash(path)].size != int64(len(text)) {
			t.Errorf("%d: %v", i, got)
		}
	}
	if got := stampsOf([]string{filepath.Join(dir, "none")}); len(got) != 0 {
		t.Errorf("nothing is there: %v", got)
	}
}
