package guard

import "testing"

// TestPrinted holds that what a program printed is refused once, from its first line, in prose, in code and in a
// block of it, and that times, commands and messages that customers see are not.
func TestPrinted(t *testing.T) {
	block := func(s string) string { return "It said:\n\n```\n" + s + "\n```\n" }
	for _, c := range []struct {
		says, want string
		n          int
	}{
		{block("00:46:54,810 WARNING Retrying the connection\n00:46:55,102 WARNING Retrying the connection"), "00:46:54,810 WARNING Retrying the connection", 1},
		{block("[E 2026-02-03 00:46:54.814 Hub reflector:113] Watching failed"), "[E 2026-02-03 00:46:54.814 Hub reflector:113] Watching failed", 1},
		{block("Feb 3 19:48:39 gannet.novalocal run_prod.sh[7302]: reached nothing at 10.4"), "Feb 3 19:48:39 gannet.novalocal run_prod.sh[7302]: reached nothing at 10.4", 1},
		{block("2026/02/03 10:00:00 [error] 123#0: *1 connect() failed"), "2026/02/03 10:00:00 [error] 123#0: *1 connect() failed", 1},
		{block(`{"ts":"2026-02-03T10:00:00Z","level":"ERROR","msg":"no"}`), `{"ts":"2026-02-03T10:00:00Z","level":"ERROR","msg":"no"}`, 1},
		{block("ts=1770112 level=warn msg=slow"), "level=warn msg=slow", 1},
		{block("I0203 10:00:00.814012 1 reflector.go:113] it stopped"), "I0203 10:00:00.814012 1 reflector.go:113] it stopped", 1},
		{block("400 DELETE /hub/api/users/gannet (1.2.3.4): in progress"), "400 DELETE /hub/api/users/gannet (1.2.3.4): in progress", 1},
		{block(`x.x.x.x - - [03/Feb/2026:03:28:53 +0000] "GET /.env HTTP/1.1" 200`), `[03/Feb/2026:03:28:53 +0000] "GET /.env HTTP/1.1" 200`, 1},
		{block("root@gannet:~# reboot\nroot@gannet:~# exit"), "root@gannet:~# reboot", 1},
		{block("[root@gannet ~]# reboot"), "[root@gannet ~]# reboot", 1},
		{block("gannet=> select 1;"), "gannet=> select 1;", 1},
		{block(`pq: invalid input syntax for type bigint` + "\npq: operator does not exist"), `pq: invalid input syntax for type bigint`, 1},
		{block("NAME           READY   STATUS\ngannet         1/1     Running"), "NAME           READY   STATUS", 1},
		{block(" gannet_id | hue\n-----------+-----\n 1         | red"), "gannet_id | hue", 1},
		{"The script stopped with `tar: Cannot open: Permission denied` at once.", "tar: Cannot open: Permission denied", 1},
		{"We saw 2026-02-03 00:46:54,810 ERROR Retrying failed in the log.", "2026-02-03 00:46:54,810 ERROR Retrying failed in the log.", 1},
		{"- 10:00:03 UTC error rates rose, and 500 GET requests failed\n- 10:01:00 All is well: nothing failed", "", 0},
		{"You saw `Error: could not load your orders`, or `timeout: 30`.", "", 0},
		{block("retries: 3\nendpoint: https://api.lumenia.example/\ndescription: how often we try it"), "", 0},
		{block("$ npm install\n$ curl -X POST https://api.lumenia.example/"), "", 0},
		{"Write to us by mail: support@lumenia.example. It rose by 5 % => all is well.", "", 0},
	} {
		e, g := guarded(t, "## Customer summary\n\n"+c.says+"\n", Options{})
		var got []Leak
		for _, l := range g.Check("page.md", e.Markdown) {
			if l.Class != Email {
				got = append(got, l)
			}
		}
		found := ""
		if len(got) > 0 {
			found = got[0].Found
		}
		if found != c.want || len(got) != c.n {
			t.Errorf("%s:\nrefused is %q of %d, want %q", c.says, found, len(got), c.want)
		}
	}
}

// TestPrintedInEveryFormat holds that a line of a log is told with its place and by one hash whatever the format puts
// over it.
func TestPrintedInEveryFormat(t *testing.T) {
	line := `10:00:00.123 ERROR <gannet> said "no" & stopped`
	e, g := guarded(t, "## Customer summary\n\nIt said:\n\n```\n"+line+"\nbye\n```\n", Options{})
	hash := ""
	for _, out := range []string{
		string(e.Markdown),
		"<pre><code>10:00:00.123 ERROR &lt;gannet&gt; said &quot;no&quot; &amp; stopped\nbye</code></pre>",
		`{"text":"It said:\n10:00:00.123 ERROR \u003cgannet> said \"no\" & stopped\nbye"}`,
	} {
		leaks := g.Check("page", []byte(out))
		if len(leaks) != 1 || leaks[0].Class != Trace || len(leaks[0].Places) != 1 || hash != "" && leaks[0].Hash != hash {
			t.Fatalf("%s: %+v", out, leaks)
		}
		hash = leaks[0].Hash
	}
}
