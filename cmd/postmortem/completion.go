package main

import (
	"github.com/spf13/cobra"

	"github.com/openpostmortem/postmortem/pkg/near"
)

func completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completions for a shell",
		Long: `Print the completions for a shell: bash, zsh, fish or powershell. They complete commands, flags,
and the names of rules and templates.`,
		Example: `  postmortem completion bash > ~/.local/share/bash-completion/completions/postmortem
  postmortem completion zsh > "${fpath[1]}/_postmortem"
  postmortem completion fish > ~/.config/fish/completions/postmortem.fish
  postmortem completion powershell >> $PROFILE`,
		Args:              between(1, 1, "the name of a shell"),
		ValidArgsFunction: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			out := cmd.OutOrStdout()
			switch args[0] {
			case "bash":
				return cmd.Root().GenBashCompletionV2(out, true)
			case "zsh":
				return cmd.Root().GenZshCompletion(out)
			case "fish":
				return cmd.Root().GenFishCompletion(out, true)
			case "powershell":
				return cmd.Root().GenPowerShellCompletionWithDesc(out)
			}
			return misused(cmd, near.Hint(args[0], shells), "there are no completions for %q, only for %s", args[0], near.OneOf(shells))
		},
	}
}
