package rules

import (
	"slices"
	"strings"
)

// onlyHost is the one host that a text names, empty if it names none or several: db-07, web3.
func onlyHost(text string) string {
	only := ""
	if !strings.ContainsAny(text, "0123456789") {
		return ""
	}
	for i := 0; i < len(text); {
		if c := text[i]; !('a' <= c && c <= 'z') {
			i++
			continue
		}
		end := i
		for end < len(text) && ('a' <= text[end] && text[end] <= 'z' || '0' <= text[end] && text[end] <= '9' || text[end] == '-') {
			end++
		}
		name := text[i:end]
		whole := (i == 0 || strings.IndexByte(" (`'\",\n", text[i-1]) >= 0) && (end == len(text) || strings.IndexByte(" )`'\",.;:!?\n", text[end]) >= 0)
		switch {
		case !whole || !isHost(name) || name == only:
		case only != "":
			return ""
		default:
			only = name
		}
		i = end
	}
	return only
}

// isHost reports whether a name is of the kind that hosts have: a word for what they do and a number. A number
// without a zero before it may be a version, and is taken with fewer words.
func isHost(name string) bool {
	stem := strings.TrimRight(name, "0123456789")
	if number := name[len(stem):]; number == "" || len(number) > 4 {
		return false
	} else if parts := strings.Split(strings.TrimRight(stem, "-"), "-"); number[0] == '0' && len(number) > 1 {
		return slices.ContainsFunc(parts, func(s string) bool { return hostRoles()[s] || hostSoftware()[s] })
	} else {
		return hostRoles()[parts[len(parts)-1]]
	}
}

var (
	hostRoles    = lazySet("db web app host server srv vm box worker broker cache proxy lb gw router bastion backup nas mail database webserver appserver dbserver")
	hostSoftware = lazySet("node api pg postgres mysql mongo redis kafka es elastic elasticsearch zk zookeeper etcd rabbit rabbitmq haproxy nginx consul vault master replica primary shard storage runner " +
		"jenkins ci dns ns ldap mx switch sw esx hv gpu cassandra k8s prod stage staging test dev")
)
