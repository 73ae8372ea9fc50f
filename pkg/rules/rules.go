// Package rules is the catalogue: each rule is one .go file with one lint.Rule value and one .md
// page of the same name. The page says why, shows a bad report with the exact findings, and a good
// or a fixed one; it is documentation and test at once, and it is what `explain` prints.
package rules

import (
	"embed"
	"slices"

	"github.com/openpostmortem/postmortem/pkg/lint"
)

// Table lists every rule, sorted by name.
var table = []lint.Rule{
	actionDoneUnproven,
	actionDueBeforeIncident,
	actionDueFar,
	actionDueMissing,
	actionDuePast,
	actionDueUnreadable,
	actionDuplicate,
	actionListEmpty,
	actionManualStep,
	actionMix,
	actionOwnerMany,
	actionOwnerMissing,
	actionOwnerVague,
	actionPriorityFlat,
	actionPriorityLow,
	actionScopeSingle,
	actionTicketMissing,
	actionTrainingOnly,
	actionTypeMissing,
	actionTypeUnknown,
	actionUnverifiable,
	actionVague,
	causeHumanError,
	causePersonNamed,
	causeSingle,
	causeThirdPartyOnly,
	causeTriggerMissing,
	causeUnexplained,
	causeWhysShort,
	claimDurationDiffers,
	claimNumberDiffers,
	claimPercentImpossible,
	claimPercentWrong,
	claimSumWrong,
	claimTimeOutside,
	claimWindowDiffers,
	commsFirstUpdateLate,
	commsMissing,
	commsNextUpdateMissing,
	commsSilenceLong,
	detectionByCustomerUnanswered,
	detectionLate,
	detectionMissing,
	impactDataLossUnstated,
	impactDurationMissing,
	impactOutagePartial,
	impactUnquantified,
	impactVague,
	languageAbsolute,
	languageBlame,
	languageCounterfactual,
	languageExclamation,
	languageHindsight,
	languageJudgement,
	languageMeanOfOne,
	languageWhoQuestion,
	lessonEmpty,
	lessonLuckyMissing,
	metaAlias,
	metaDetectionUnknown,
	metaKeyDuplicate,
	metaKeyUnknown,
	metaNotMapping,
	metaNotYaml,
	metaStatusUnknown,
	metaTemplateUnknown,
	metaTimesDisagree,
	metaTimesOrder,
	metaTimezoneUnknown,
	metaTitleMissing,
	metaValueInvalid,
	reportIDDuplicate,
	reportRecurrenceOpen,
	sectionEmpty,
	sectionMissing,
	sectionPlaceholder,
	suppressionBlanket,
	suppressionExpired,
	suppressionMalformed,
	suppressionReasonMissing,
	suppressionRefused,
	suppressionRuleUnknown,
	suppressionUnused,
	textFenceUnclosed,
	textHiddenCharacter,
	textNotUTF8,
	textTooComplex,
	timelineClockAmbiguous,
	timelineDateAmbiguous,
	timelineDateMissing,
	timelineDstImpossible,
	timelineEntryDuplicate,
	timelineEntryEmpty,
	timelineEvidenceMissing,
	timelineFuture,
	timelineGap,
	timelineLeadupMissing,
	timelineMeridiemNeedless,
	timelineMidnightUnmarked,
	timelineNewestFirst,
	timelineOutOfOrder,
	timelinePhaseDuplicate,
	timelinePhaseMissing,
	timelinePhaseOrder,
	timelineShort,
	timelineTimeMissing,
	timelineTimePlaceholder,
	timelineTimeUnreadable,
	timelineWeekdayWrong,
	timelineZoneAmbiguous,
	timelineZoneMissing,
	timelineZonesDisagree,
}

//go:embed *.md
var pages embed.FS

// All returns the catalogue, sorted by name. The slice is the caller's.
func All() []lint.Rule { return slices.Clone(table) }

// Page returns the page of a rule, in Markdown, or false for an unknown name.
func Page(name string) (string, bool) {
	b, err := pages.ReadFile(name + ".md")
	return string(b), err == nil
}
