import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

export const liveRules = [
  // The patient reads how far it is; every privacy officer may take it, and an administrator where no officer may answer.
  ...liveRulesFor(
    ['compliance.access-question-changed', 'compliance.access-question-answered'],
    'access-question.changed',
    {
      audience: ({ patientId, forAdministrators }) => ({
        patients: [patientId],
        roles: forAdministrators ? ['privacy-officer', 'administrator'] : ['privacy-officer'],
      }),
      ids: ({ questionId, patientId }) => ({ questionId, patientId }),
    },
  ),
  ...liveRulesFor(['compliance.access-case-changed'], 'access-case.changed', {
    audience: ({ escalated }) => ({ roles: escalated ? ['privacy-officer', 'administrator'] : ['privacy-officer'] }),
    ids: ({ caseId }) => ({ caseId }),
  }),
]
