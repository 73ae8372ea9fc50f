package archive

import (
	"iter"
	"runtime"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/report"
)

// ahead is how many reports for each processor may be read before the first of them is taken.
const ahead = 4

// Each parses every report, does work on it, on all processors at once, and yields what work gave
// in the order of the archive. A report that cannot be read yields its error, which names the path.
//
// The report itself is let go after work: keep of it what is small.
func Each[T any](a *Archive, work func(*report.Report) T) iter.Seq2[T, error] {
	type done struct {
		value T
		err   error
	}
	return func(yield func(T, error) bool) {
		workers := min(runtime.GOMAXPROCS(0), len(a.entries))
		window := min(workers*ahead, len(a.entries))
		slots := make([]chan done, window)
		for i := range slots {
			slots[i] = make(chan done, 1)
		}
		// The channels never block a worker: at most window reports are under way.
		todo := make(chan int, window)
		var wg sync.WaitGroup
		defer wg.Wait()
		defer close(todo)
		for range workers {
			wg.Go(func() {
				for i := range todo {
					var d done
					if f, err := a.entries[i].read(); err != nil {
						d.err = err
					} else {
						d.value = work(a.Parse(f))
					}
					slots[i%window] <- d
				}
			})
		}
		for i := range window {
			todo <- i
		}
		for i := range a.entries {
			d := <-slots[i%window]
			if next := i + window; next < len(a.entries) {
				todo <- next
			}
			if !yield(d.value, d.err) {
				return
			}
		}
	}
}
