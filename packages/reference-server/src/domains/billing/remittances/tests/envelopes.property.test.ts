import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { receive } from './acknowledgments.testing.ts'
import { writePaymentFile } from './payment-files.testing.ts'
import { acceptedClaim, paymentFor, remitted } from './remittances.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

/** What is wrong with one 835 of a file, and the fault that it waits with. `unbalanced`: its lines are held. */
const faults: Readonly<
  Record<string, readonly [(set: string) => string, Schemas['MailboxFault'] | 'unbalanced' | null]>
> = {
  nothing: [(set) => set, null],
  'a wrong count': [(set) => set.replace(/SE\*\d+/, 'SE*999'), 'count'],
  'the number of another set at its end': [(set) => set.replace(/(SE\*\d+\*)\d+/, '$19999'), 'control_number'],
  'no end': [(set) => set.replace(/SE\*[^~]*~\s*/, ''), 'unclosed'],
  'a segment that is none': [(set) => set.replace('TRN*', 'trn*'), 'segment_tag'],
  'an amount that is none': [(set) => set.replace(/BPR\*I\*[\d.]+/, 'BPR*I*LOTS'), 'amount'],
  'a debit': [(set) => set.replace(/(BPR\*I\*[\d.]+\*)C/, '$1D'), 'debit'],
  'a method that is none': [(set) => set.replace(/(BPR\*I\*[\d.]+\*C\*)\w+/, '$1XXX'), 'code'],
  'no payment number': [(set) => set.replace(/TRN\*1\*[^*]+/, 'TRN*1*'), 'element_missing'],
  'no payer': [(set) => set.replace(/N1\*PR/, 'N1*ZZ'), 'unexpected_segment'],
  'an amount that is not the sum of its claims': [
    (set) => set.replace(/BPR\*I\*([\d.]+)/, (_, amount: string) => `BPR*I*${(Number(amount) + 1).toFixed(2)}`),
    'unbalanced',
  ],
}
const names = Object.keys(faults)
const group = fc.record({
  sets: fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }),
  announced: fc.constantFrom(0, 0, 1),
})

describe('payments of one file with faulty envelopes', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const unpaid: Claim[] = []
  const next = async (): Promise<Claim> => unpaid.pop() ?? (await acceptedClaim(hospital)).claim
  const waiting = async (): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items
  const settle = async (path: string, id: string): Promise<void> => {
    const answer = await hospital.biller.post(`/v1/${path}/${id}/resolve`, { reason: 'payer-corrected' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }

  it('are each posted or held by their own envelope, whatever is next to them, and every balance holds', async () => {
    const seen = new Set<string>()
    const check = async (groups: readonly { readonly sets: readonly string[]; readonly announced: number }[]) => {
      const placed = []
      const inGroups = []
      for (const { sets, announced } of groups) {
        const own = []
        for (const name of sets) {
          const [change, fault] = faults[name] ?? [(set: string) => set, null]
          const claim = await next()
          own.push({ claim, fault, change, payment: paymentFor([remitted(claim)]) })
          seen.add(name)
        }
        placed.push(...own)
        inGroups.push({ payments: own, announced })
      }
      // One is always right, and is the last: nothing before it holds it up.
      const claim = await next()
      const right = { claim, fault: null, change: (set: string) => set, payment: paymentFor([remitted(claim)]) }
      const all = [...placed, right]
      await receive(hospital, writePaymentFile([...inGroups, { payments: [right], announced: 0 }]))

      const files = await waiting()
      expect(files.map(({ fault }) => fault).toSorted()).toEqual(
        [
          ...all.flatMap(({ fault }) => (fault === null || fault === 'unbalanced' ? [] : [fault])),
          ...groups.flatMap(({ announced }) => (announced > 0 ? ['count'] : [])),
        ].toSorted(),
      )
      const lines: Schemas['HeldLine'][] = (await hospital.biller.get('/v1/held-lines?limit=100')).body.items
      expect(lines.map(({ claimNumber, holdReason }) => [claimNumber, holdReason]).toSorted()).toEqual(
        all
          .flatMap(({ fault, claim: { number } }) => (fault === 'unbalanced' ? [[number, 'unbalanced']] : []))
          .toSorted(),
      )
      for (const { fault, claim: sent } of all) {
        const { body } = await hospital.biller.get(`/v1/claims/${sent.id}`)
        expect([body.state, body.paidCents ?? 0]).toEqual(
          fault === null ? ['paid', sent.chargeCents - 2_000] : ['accepted', 0],
        )
        const statement: Schemas['Statement'] = (await hospital.biller.get(`/v1/patients/${sent.patientId}/statement`))
          .body
        const [visit] = statement.visits
        expect(visit?.chargeCents).toBe(
          (visit?.insurancePaidCents ?? 0) +
            (visit?.discountCents ?? 0) +
            statement.balanceCents +
            statement.pendingCents,
        )
        expect(visit?.insurancePaidCents).toBe(fault === null ? sent.chargeCents - 2_000 : 0)
        if (fault !== null) unpaid.push(sent)
      }
      for (const { id } of files) await settle('mailbox-files', id)
      for (const { id } of lines) await settle('held-lines', id)
    }
    await fc.assert(fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 2 }), check), {
      examples: [[[{ sets: names, announced: 1 }]]],
      numRuns: 8,
      endOnFailure: true,
    })
    expect(seen.size).toBe(names.length)
  })
})
