import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import {
  foreignAcknowledgments,
  inAnotherEnvelope,
  receive,
  sentClaim,
  withClaimStatus,
} from './acknowledgments.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Sent = Awaited<ReturnType<typeof sentClaim>>

/** What a clearinghouse says about a claim. */
const says = {
  'the file is well-formed': { kind: '999', of: ({ syntax }: Sent) => syntax },
  'the file is refused': {
    kind: '999',
    of: ({ syntax }: Sent) => syntax.replace('IK5*A', 'IK5*R*5').replace('AK9*A*1*1*1', 'AK9*R*1*1*0'),
  },
  'the claim arrived': { kind: '277', of: ({ taken }: Sent) => withClaimStatus(taken, 'A1:20', 'WQ') },
  'the claim is accepted': { kind: '277', of: ({ taken }: Sent) => taken },
  'the claim is refused': { kind: '277', of: ({ taken }: Sent) => withClaimStatus(taken, 'A7:464', 'U') },
} as const
type Says = keyof typeof says
const everySaying = Object.keys(says) as Says[]

const step = fc.record({
  what: fc.constantFrom(...everySaying),
  wrong: fc.option(fc.nat({ max: foreignAcknowledgments.length - 1 }), { nil: null }),
  repeat: fc.constantFrom('none', 'same', 'another envelope'),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

describe('random acknowledgments of right and wrong identity', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  const stateOf = async ({ claim }: Sent): Promise<Schemas['ClaimState']> =>
    (await hospital.biller.get(`/v1/claims/${claim.id}`)).body.state
  const held = async (): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items.filter(
      ({ state }: Schemas['MailboxFile']) => state === 'held',
    )

  /** One claim receives all of them, the other only those that are right. They end in the same state after each. */
  const check = async (steps: readonly Step[]): Promise<void> => {
    const [everything, onlyRight] = [await sentClaim(hospital), await sentClaim(hospital)]
    for (const { what, wrong, repeat } of steps) {
      const { kind, of } = says[what]
      const [, forKind, spoil, fault] = wrong === null ? [] : (foreignAcknowledgments[wrong] ?? [])
      const isWrong = spoil !== undefined && forKind === kind
      const file = inAnotherEnvelope(of(everything))
      const sent = isWrong ? spoil(file) : file
      const copies = repeat === 'none' ? [] : [repeat === 'same' ? sent : inAnotherEnvelope(sent)]
      await receive(hospital, sent, ...copies)
      if (!isWrong) await receive(hospital, inAnotherEnvelope(of(onlyRight)))
      expect(await stateOf(everything)).toBe(await stateOf(onlyRight))
      const waiting = await held()
      expect(new Set(waiting.map((each) => each.fault))).toEqual(new Set(isWrong ? [fault] : []))
      for (const { id } of waiting)
        expect((await hospital.biller.post(`/v1/mailbox-files/${id}/resolve`, { reason: 'not-ours' })).status).toBe(200)
    }
  }

  it('change a claim as the right ones alone do, and the rest waits with its fault and an action', async () => {
    const each = foreignAcknowledgments.map(([, kind], wrong): Step => ({
      what: kind === '999' ? 'the file is refused' : 'the claim is refused',
      wrong,
      repeat: 'same',
    }))
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), check), {
      examples: [[each]],
      numRuns: 10,
      endOnFailure: true,
    })
  })
})
