package edition

import (
	"strings"
	"testing"
)

func TestGlossary(t *testing.T) {
	o := Options{Glossary: map[string]string{
		"message queue": "where work waits its turn", "queue": "a line of work", "replica": "a second copy",
		"proxy": "a go-between", "failovers": "switches to the second copy", "index": "a list of places", "Kafka": "our post office",
	}}
	for _, c := range []struct{ in, want string }{
		{"The message queue stood still. A queue did too.", "The message queue (where work waits its turn) stood still. A queue (a line of work) did too."},
		{"Two replicas and one replica's twin.", "Two replicas (replica: a second copy) and one replica's twin."},
		{"The replica's twin.", "The replica's (a second copy) twin."},
		{"PROXIES and proxy-wars, indexes.", "PROXIES (proxy: a go-between) and proxy-wars, indexes (index: a list of places)."},
		{"The **failover** and a `queue`.", "The **failover** (switches to the second copy) and a `queue`."},
		{"**During the failover we waited.**", "**During the failover (switches to the second copy) we waited.**"},
		{"### The queue broke\n\nOur queue broke.", "### The queue broke\n\nOur queue (a line of work) broke."},
		{"### The queue broke\n\nIt broke.", "### The queue (a line of work) broke\n\nIt broke."},
		{"| What |\n|---|\n| queue |", "| What |\n|---|\n| queue (a line of work) |"},
		{"Our post office (Kafka) stopped. Kafka was restarted.", "Our post office (Kafka) stopped. Kafka was restarted."},
	} {
		got, _ := cut(t, "## Customer summary\n\n"+c.in+"\n", o)
		_, got, _ = strings.Cut(got, "## Summary\n\n")
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, strings.TrimSpace(got), c.want)
		}
	}
}
