package guard

import (
	"slices"
	"strings"

	"github.com/openpostmortem/postmortem/pkg/wordlist"
)

// filePath passes over what stands between slashes in a sentence, and addresses of web pages.
func filePath(text []byte, m match) bool {
	s := m.in(text)
	if m.start > 0 && text[m.start-1] == ':' && m.end-m.start > 1 && strings.HasPrefix(s, "//") {
		return false
	}
	s = strings.TrimRight(s, ".")
	if everywhere()[strings.ToLower(s)] || homeOf().MatchString(s) || ofEveryMachine().MatchString(s) || strings.Contains(s, "/path/to/") {
		return false
	}
	if tool := toolInHome().FindStringSubmatch(s); tool != nil && (wordlist.Product(tool[1]) || codeWord()[tool[1]]) {
		return false
	}
	if m.start > 0 && text[m.start-1] == '"' || plainNumber(s) {
		return root()[strings.Split(strings.TrimLeft(s, "~./"), "/")[0]]
	}
	return true
}

// homeOf are the directories in which programs keep what they need in their user's home, and a program's own there.
var homeOf = expression(`^~?/\.(?:config|cache|local/(?:share|state|bin))(?:/[a-z]+)?/?$`)

var (
	// ofEveryMachine are the files and directories that every machine of the kind has.
	ofEveryMachine = expression(`^/(?:usr/)?(?:local/)?s?bin(?:/[a-z]+)?/?$|^/etc/(?:passwd|group|shadow|fstab|crontab|sudoers|hostname|profile|ssh/sshd?_config|os-release|nsswitch\.conf)$|^/dev/(?:sd[a-z]\d*|null|zero|random|urandom|shm|std(?:in|out|err)|tty\d*|fuse|kvm)$|^/proc/(?:meminfo|cpuinfo|loadavg|mounts|self)$|^/\.well-known(?:/[a-z._-]+)*$`)
	// toolInHome is what a program that everybody runs keeps in a user's home: ~/.npm/_logs.
	toolInHome = expression(`^~?/\.([a-z]+)(?:/[a-zA-Z0-9._-]+)*/?$`)
)

// windowsPath passes over what every machine of the kind has, and over escapes for line ends.
func windowsPath(text []byte, m match) bool {
	s := strings.ToLower(m.in(text))
	return !everywhere()[s[strings.LastIndexByte(s, '\\')+1:]] && !strings.HasPrefix(s, `c:\windows\`) && !strings.HasPrefix(s, `\\r\`) && !strings.HasPrefix(s, `\\n\`)
}

// root are the directories at the top of machines.
var root = words("etc var usr home opt tmp srv root mnt data proc sys dev bin sbin lib run users applications library volumes app")

func fileName(text []byte, m match) bool {
	s := m.in(text)
	dir := m.start > 1 && text[m.start-1] == '.' && (blank(text[m.start-2]) || text[m.start-2] == '`') && strings.Contains(s, "/") // .github/workflows/x.yml
	if m.start > 0 && strings.IndexByte(`/"@.-=`, text[m.start-1]) >= 0 && !dir || m.end < len(text) && strings.IndexByte("/@-", text[m.end]) >= 0 {
		return false
	}
	base, ending, _ := strings.Cut(s, ".")
	if (ending == "js" || ending == "sh" || ending == "rs" || ending == "so" || ending == "py") && upper(base[0]) && strings.ToLower(base[1:]) == base[1:] {
		return false // what is called after its ending: Platform.sh, Vue.js
	}
	if last := ending[strings.LastIndexByte(ending, '.')+1:]; publicLabel()[base] && topLevel()[last] || publicLabel()[base] && last == "rs" {
		return false // docs.helm.sh, docs.rs
	}
	return len(base) > 1 && !plainNumber(base) && !everywhere()[strings.ToLower(s)]
}

// everywhere are the files that every machine, or every project of a kind, has.
var everywhere = listed("everywhere")

// alternatives reports whether a text is words with slashes between them: "read/write/delete".
func alternatives(s string) bool {
	return s[0] != '/' && !slices.ContainsFunc(strings.FieldsFunc(s, func(r rune) bool { return r == '/' }), func(w string) bool {
		return !wordlist.AllEnglish(w) && !wordlist.Acronym(strings.ToLower(w)) && !plainNumber(w)
	})
}
