import { liveRulesFor } from '../../platform/contracts/live-rule.ts'

const desk = { roles: ['biller'] } as const
const patientAndDesk = ({ patientId }: { readonly patientId: string }) => ({
  patients: [patientId],
  roles: ['biller'] as const,
})

/** Claims go to the desk. Balances and payments go to the patient and the desk. */
export const liveRules = [
  ...liveRulesFor(['billing.claim-changed'], 'claim.changed', {
    audience: () => desk,
    ids: ({ claimId, visitId, patientId }) => ({ claimId, visitId, patientId }),
  }),
  ...liveRulesFor(['billing.remittance-posted', 'billing.mailbox-file-changed'], 'claim.changed', {
    audience: () => desk,
    ids: () => ({}),
  }),
  ...liveRulesFor(['billing.claim-work-changed'], 'claim.changed', {
    audience: () => desk,
    ids: ({ claimId, visitId, patientId }) => ({ claimId, visitId, patientId }),
  }),
  ...liveRulesFor(['billing.write-off-changed'], 'write-off.changed', {
    audience: () => ({ roles: ['biller', 'administrator'] as const }),
    ids: ({ writeOffId, patientId }) => ({ writeOffId, patientId }),
  }),
  ...liveRulesFor(['billing.account-changed'], 'account.changed', {
    audience: patientAndDesk,
    ids: ({ patientId }) => ({ patientId }),
  }),
  ...liveRulesFor(['billing.coverage-changed', 'billing.eligibility-received'], 'coverage.changed', {
    audience: ({ patientId }) => ({ patients: [patientId], roles: ['biller', 'front-desk'] }),
    ids: ({ coverageId, patientId }) => ({ coverageId, patientId }),
  }),
  ...liveRulesFor(
    ['billing.estimate-due', 'billing.estimate-issued', 'billing.estimate-replaced'],
    'estimate.changed',
    {
      audience: patientAndDesk,
      ids: ({ estimateId, patientId }) => ({ estimateId, patientId }),
    },
  ),
]
