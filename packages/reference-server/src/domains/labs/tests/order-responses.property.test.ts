import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { framed, startOrderingHospital, type OrderingHospital, type Placed } from './ordering-hospital.testing.ts'

type Schemas = components['schemas']

/** ORC-1 of HL7 table 0119, and the status of an order about which it says something. `ZZ` is no code of the table. */
const codes = { OC: 'cancelled', UA: 'refused', UC: 'accepted', ZZ: null } as const

/** What is wrong with a response, and why it waits. */
const faults = {
  none: null,
  'another laboratory': 'foreign-laboratory',
  'a number that we never gave': 'unknown-order',
  'the name of another person': 'identity-differs',
} as const satisfies Record<string, Schemas['UnmatchedReason'] | null>

const message = fc.record({
  which: fc.nat({ max: 1 }),
  code: fc.constantFrom(...(Object.keys(codes) as (keyof typeof codes)[])),
  fault: fc.constantFrom(...(Object.keys(faults) as (keyof typeof faults)[])),
  isRepeated: fc.boolean(),
})
type Message = typeof message extends fc.Arbitrary<infer Value> ? Value : never

describe('random responses about orders', () => {
  let kit: OrderingHospital
  let sent = 0
  beforeAll(async () => {
    kit = await startOrderingHospital('postgres', { hasGenetics: true })
  })
  afterAll(() => kit.stop())

  const say = async ({ code, fault }: Message, { received }: Placed, control: string): Promise<void> => {
    const from = fault === 'another laboratory' ? 'GENE|EXAMPLE-GENETICS' : 'LAB|EXAMPLE-LAB'
    const number = fault === 'a number that we never gave' ? `NOBODY-${control}` : received.placerNumber
    const rows = [
      `MSH|^~\\&|${from}|||20261125160000||ORL^O22^ORL_O22|${control}|P|2.5.1`,
      'MSA|AA|X',
      ...(fault === 'the name of another person' ? ['PID|1||X||Other^Robin||19700101|F'] : []),
      `ORC|${code}|${number}`,
    ]
    expect(String(await kit.laboratory.sendBytes(framed(rows)))).toContain('MSA|AA')
  }
  const waiting = async (): Promise<Schemas['UnmatchedResult'][]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items
  const statusOf = async ({ orderId }: Placed): Promise<string> => (await kit.orderNow(orderId)).status

  it('change only the order that they are about, once; the rest waits with a reason, its text and an action', async () => {
    const reasons = new Set<string>()
    const run = async (messages: readonly Message[]): Promise<void> => {
      const orders = [
        await kit.placed(),
        await kit.placed({}, { name: { given: 'Kim', family: 'Specimen' }, birthDate: '1990-01-02' }),
      ]
      const statuses = await Promise.all(orders.map(statusOf))
      for (const one of messages) {
        const { which, code, fault, isRepeated } = one
        const order = orders[which] as Placed
        const before = statuses[which]
        const control = `ORL-RANDOM-${(sent += 1)}`
        for (const _ of isRepeated ? [1, 2] : [1]) await say(one, order, control)

        const target = codes[code]
        const isApplied = fault === 'none' && (target === 'cancelled' || target === 'refused') && before === 'accepted'
        // An order that was cancelled or refused is not performed: either word says so again.
        const isSaidAgain = fault === 'none' && target !== null && (target === 'accepted') === (before === 'accepted')
        if (isApplied) statuses[which] = target
        expect(await Promise.all(orders.map(statusOf))).toEqual(statuses)

        const reason = faults[fault] ?? (target === null ? 'unknown-code' : 'contradictory')
        const held = await waiting()
        expect(held.map((each) => each.reason)).toEqual(isApplied || isSaidAgain ? [] : [reason])
        for (const { id } of held) {
          reasons.add(reason)
          const { items } = (await kit.clinician.get(`/v1/unmatched-results/${id}/messages`)).body
          expect(items.map(({ controlId }: Schemas['LabMessage']) => controlId)).toEqual([control])
          expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
        }
        expect(await Promise.all(orders.map(statusOf)), 'marking settles the message only').toEqual(statuses)
      }
    }
    const each = { which: 0, code: 'OC', fault: 'none', isRepeated: true } as const
    await fc.assert(fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 8 }), run), {
      examples: [
        [(['OC', 'OC', 'UA', 'UC', 'ZZ'] as const).map((code) => ({ ...each, code }))],
        [(Object.keys(faults) as (keyof typeof faults)[]).map((fault) => ({ ...each, which: 1, fault }))],
      ],
      numRuns: 12,
      endOnFailure: true,
    })
    expect(reasons).toEqual(
      new Set(['foreign-laboratory', 'unknown-order', 'identity-differs', 'unknown-code', 'contradictory']),
    )
  })
})
