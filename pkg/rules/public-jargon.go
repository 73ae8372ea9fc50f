package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/openpostmortem/postmortem/pkg/edition"
	"github.com/openpostmortem/postmortem/pkg/lint"
)

var publicJargon = lint.Rule{
	Name:     "public-jargon",
	Summary:  "customers meet a term of the trade that nothing explains to them",
	Severity: lint.Hint,
	Group:    lint.Strict,
	Policy:   true,
	Since:    "0.1.0",
	Check: func(p *lint.Pass) {
		seen := map[string]bool{}
		if !p.Report.EnglishForCustomers() {
			return
		}
		text := forCustomers.Of(p)
		for _, ps := range text.all {
			words := wordsOf(ps.Text)
			for i := 0; i < len(words); i++ {
				n, term := termAt(words[i:])
				if n == 0 {
					continue
				}
				start, end := words[i].start, words[i+n-1].end
				i += n - 1
				if seen[term] || !text.shows(ps.Span(start, end)) {
					continue
				}
				seen[term] = true
				if written := ps.Text[start:end]; !inGlossary(p, written) && !glossed(ps.Text, start, end) {
					p.Diagnose(lint.Diagnostic{Span: ps.Span(start, end), Message: fmt.Sprintf("customers may not know %q", written),
						Hint: "say it in their words, or put it into publish.glossary: an edition then explains it where it first stands"})
				}
			}
		}
	},
}

// inGlossary reports whether an edition explains a term.
func inGlossary(p *lint.Pass, term string) bool {
	for known := range p.Policy.Glossary {
		if edition.SameTerm(term, known) {
			return true
		}
	}
	return false
}

// glossed reports whether a text says what the term in it means: in brackets or a clause behind it, or
// before it, with the term in brackets.
func glossed(text string, start, end int) bool {
	if start > 0 && text[start-1] == '(' {
		return true
	}
	rest := text[end:]
	for _, article := range []string{", a ", ", an ", ", the ", ", our "} {
		if strings.HasSuffix(text[:start], article) && strings.HasPrefix(rest, ",") {
			return true
		}
	}
	for _, then := range []string{" (", ", a ", ", an ", ", the ", ", which ", ", that is", ", where ", ", or ", " - ", " \u2013 ", " \u2014 ", "\u2014", " is a ", " is an ", " is the ", " is how ", " is where ", " is what ", " are the "} {
		if strings.HasPrefix(rest, then) {
			return true
		}
	}
	return false
}

// termAt gives the term of the trade that words begin with, in the singular, and how many they are.
func termAt(words []word) (n int, term string) {
	for n := min(3, len(words)); n > 0; n-- {
		term := ""
		for _, w := range words[:n] {
			term += " " + w.low
		}
		term = term[1:]
		for _, form := range []string{term, strings.TrimSuffix(term, "s"), strings.TrimSuffix(term, "es")} {
			if trade()[form] {
				return n, form
			}
		}
	}
	return 0, ""
}

// trade holds what those who run computers say among themselves, and the names of what they run.
var trade = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, term := range strings.Split(tradeTerms, ",") {
		out[strings.Join(strings.Fields(term), " ")] = true
	}
	return out
})

const tradeTerms = `autoscaler, autoscaling, auto-scaling, backpressure, bare metal, blast radius, cache invalidation, cache miss, cgroup, circuit breaker, cold start,
	config push, connection pool, connection pooling, consumer group, consumer lag, control plane, cron job, cronjob, daemon, data plane, database replication,
	deadlock, dead letter queue, egress, ephemeral storage, etcd, event loop, failover, fail-over, failed over, fail over, failing over, feature flag, file descriptor,
	garbage collection, health check, hot path, hotfix, hypervisor, idempotency, idempotent, ingress, ingress controller, kernel panic, kubernetes, k8s,
	leader election, load balancer, load-balancer, load shedding, lock contention, memory leak, microservice, mutex, network partition, node pool, noisy neighbor,
	noisy neighbour, null pointer, orchestrator, packet loss, pod, primary database, query plan, query planner, quorum, race condition, rate limiter,
	read replica, rebalance, rebalancing, regression test, replica, replica set, replication lag, replication slot, retry storm, reverse proxy, rolled back, rollback,
	runbook, schema migration, segfault, service mesh, shard, sharded, sharding, sidecar, split brain, split-brain, stack trace, stale read, subnet, tail latency,
	thread pool, throughput, throttling, thundering herd, transaction log, vacuum, write-ahead log, write amplification,
	apache, bgp, cassandra, clickhouse, consul, dynamodb, elasticsearch, envoy, haproxy, kafka, memcached, mongodb, mysql, nginx, postgres, postgresql, rabbitmq,
	redis, terraform, zookeeper`
