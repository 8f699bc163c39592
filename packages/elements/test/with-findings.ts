import type { ClaimFinding } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'

const finding = (
  code: ClaimFinding['code'],
  values: ClaimFinding['values'],
  severity: ClaimFinding['severity'] = 'error',
): ClaimFinding => ({
  ...{ code, severity, pointer: '/lines' },
  ...{ message: 'What is wrong, in English.', remedy: 'What to do, in English.' },
  ...(values && { values }),
})

const findings: ClaimFinding[] = [
  finding('modifier-differs', { modifiers: ['93', 'FQ'] }),
  finding('modifier-unwanted', { modifiers: ['95', '93', 'GT', 'GQ', 'FQ'] }),
  finding('filing-too-late', { days: 180 }),
  finding('place-of-service-differs', { placeOfService: '10' }),
  finding('code-not-accepted', {
    codes: [{ from: '98000', to: '98015' }],
    date: '2025-01-01',
    instead: { kind: 'office-visit' },
  }),
  finding('code-retired', {
    codes: [{ from: '99441', to: '99443' }],
    date: '2025-01-01',
    instead: { kind: 'code', code: '98016' },
  }),
  finding('field-missing', { field: 'insured-birth-date' }),
  finding('field-too-long', { field: 'group-number', limit: 50 }),
  finding('filing-soon', { date: '2026-12-24' }, 'warning'),
  finding('name-transliterated', {}, 'warning'),
  finding('duplicate', undefined),
]

/** A claim with each value that the sentences of findings may have, and with a finding that was stored without values. */
export const withFindings: TestHandlers = {
  getClaim: async ({ path }) => ({
    ...(await createSampleWorld().client('practitioner').claims.get(path.claimId)),
    findings,
  }),
}
