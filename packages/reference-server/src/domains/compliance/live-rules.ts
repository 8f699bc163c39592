import type { components } from '@visitkit/contract'
import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

type Role = components['schemas']['Role']

/** An officer whom a case is about learns nothing of it. */
const rolesOfCase = (escalated: boolean, forAdministrators: boolean): readonly Role[] => {
  if (forAdministrators) return ['administrator']
  return escalated ? ['privacy-officer', 'administrator'] : ['privacy-officer']
}

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
    audience: ({ escalated, forAdministrators }) => ({ roles: rolesOfCase(escalated, forAdministrators) }),
    ids: ({ caseId }) => ({ caseId }),
  }),
]
