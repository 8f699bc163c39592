import { expect, it } from 'vitest'
import type { GivenConsent } from '../../../../platform/contracts/part-two.ts'
import { permitTransmission } from '../../../../platform/partners/permit-transmission.ts'
import { createPartTwoGate } from '../../../../platform/sensitive/part-two-gate.ts'
import { exampleAccount, exampleClaim } from '../../../../vendors/clearinghouse/example-claim.testing.ts'
import { writeClaimFile } from '../../../../vendors/clearinghouse/write-claim-file.ts'
import { sendClaimFile } from './send-claim-file.ts'

const file = writeClaimFile({
  account: exampleAccount,
  control: { interchange: 1, group: 1 },
  fileReference: 'FILE-1',
  createdAt: new Date('2026-11-24T10:15:00Z'),
  claims: [exampleClaim],
})
const consents: GivenConsent[] = [1, 2].map((number) => ({
  consentId: `01a22f1e-3317-7721-a379-b87183ee636${number}`,
  signedAt: new Date('2026-11-25T15:00:00Z'),
  endsAt: null,
  information: ['bills'],
  recipients: ['health-plans'],
  purposes: ['payment'],
}))

it('the stored copy of a claim about substance use is without the notice, and each sending adds it with the consent of then', async () => {
  let current: GivenConsent | null = consents[0] ?? null
  const gate = createPartTwoGate({
    appointmentsOf: async () => ['appointment'],
    visitsOf: async () => ['visit'],
    consentOf: async () => current,
  })
  const stored = { kind: 'claim-file', patientId: 'patient', visitId: 'visit', payload: { file, controlNumber: 1 } }
  const send = () =>
    permitTransmission(gate)(sendClaimFile({} as never), 'organization', stored, new Date('2026-11-26T15:00:00Z'))
  const sent: string[] = []
  for (const consent of consents) {
    current = consent
    const permitted = await send()
    sent.push(permitted.outcome === 'permitted' ? (permitted.payload as { file: string }).file : permitted.code)
    expect(stored.payload).toEqual({ file, controlNumber: 1 })
  }
  expect(file).not.toContain('42 CFR')
  for (const [index, each] of sent.entries()) {
    expect(each.match(/NTE\*ADD\*42 CFR PART 2/g)).toHaveLength(1)
    expect(each.match(/PWK\*OZ\*AA/g)).toHaveLength(1)
    expect(each).toContain(consents[index]?.consentId.toUpperCase())
  }
  current = null
  expect(await send()).toEqual({ outcome: 'refused', code: 'part_two_consent_missing' })
})
