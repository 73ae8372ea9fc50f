package main

import (
	"context"
	"maps"
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

// TestStamps: reports count, and so do the configuration and the baseline that hold for them.
func TestStamps(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "docs")
	for _, d := range []string{dir, filepath.Join(top, ".git")} {
		if err := os.Mkdir(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	o := lintOptions{Paths: []string{"."}}
	last := o.stamps()
	if len(last) != 0 {
		t.Errorf("nothing is there: %v", last)
	}
	for _, path := range []string{"a.md", "a.md", "../.postmortem.yaml", "../.postmortem-baseline.json", "b.md"} {
		text, _ := os.ReadFile(path)
		if err := os.WriteFile(path, append(text, 'x'), 0o644); err != nil {
			t.Fatal(err)
		}
		now := o.stamps()
		if maps.Equal(now, last) {
			t.Errorf("%s changed, and nobody noticed: %v", path, now)
		}
		last = now
	}
}
