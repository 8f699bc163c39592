import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { framed, startOrderingHospital, type OrderingHospital, type Placed } from './ordering-hospital.testing.ts'

type Schemas = components['schemas']

/** ORC-1 of HL7 table 0119, and the status of an order about which it says something. `ZZ` is no code of the table. */
const codes = { OC: 'cancelled', UA: 'refused', UC: 'accepted', PR: 'nothing', ZZ: null } as const
type Code = keyof typeof codes
const codeNames = Object.keys(codes) as Code[]

/** What is wrong with a response, and why it waits. */
const faults = {
  none: null,
  'another laboratory': 'foreign-laboratory',
  'a number that we never gave': 'unknown-order',
  'the name of another person': 'identity-differs',
} as const satisfies Record<string, Schemas['UnmatchedReason'] | null>

const line = fc.record({ which: fc.nat({ max: 1 }), code: fc.constantFrom(...codeNames) })
const message = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
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

  const say = async ({ lines, fault }: Message, orders: readonly Placed[], control: string): Promise<void> => {
    const from = fault === 'another laboratory' ? 'GENE|EXAMPLE-GENETICS' : 'LAB|EXAMPLE-LAB'
    const numberOf = (which: number): string | undefined =>
      fault === 'a number that we never gave' ? `NOBODY-${control}-${which}` : orders[which]?.received.placerNumber
    const rows = [
      `MSH|^~\\&|${from}|||20261125160000||ORL^O22^ORL_O22|${control}|P|2.5.1`,
      'MSA|AA|X',
      ...(fault === 'the name of another person' ? ['PID|1||X||Other^Robin||19700101|F'] : []),
      ...lines.map(({ which, code }) => `ORC|${code}|${numberOf(which)}`),
    ]
    expect(String(await kit.laboratory.sendBytes(framed(rows)))).toContain('MSA|AA')
  }
  const waiting = async (): Promise<Schemas['UnmatchedResult'][]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items
  const statusOf = async ({ orderId }: Placed): Promise<string> => (await kit.orderNow(orderId)).status

  /** What one message does to an order: its status after it, and why each different word about it waits. */
  const expected = (before: string, said: readonly Code[], fault: keyof typeof faults) => {
    const words = [...new Set(said)]
    const reason = faults[fault]
    if (reason !== null) return { after: before, held: words.map(() => reason) }
    const unknown = words.filter((code) => codes[code] === null).map(() => 'unknown-code' as const)
    const targets = words.flatMap((code) => (codes[code] === null || codes[code] === 'nothing' ? [] : codes[code]))
    if (targets.length > 1) return { after: before, held: [...unknown, ...targets.map(() => 'contradictory' as const)] }
    const [target] = targets
    if (target === undefined) return { after: before, held: unknown }
    if (before === 'accepted') return { after: target, held: unknown }
    // An order that was cancelled or refused is not performed: either word says so again.
    return { after: before, held: target === 'accepted' ? [...unknown, 'contradictory' as const] : unknown }
  }

  it('change only the order that they are about, once; the rest waits with a reason, its text and an action', async () => {
    const reasons = new Set<string>()
    let contradictions = 0
    const run = async (messages: readonly Message[]): Promise<void> => {
      const orders = [
        await kit.placed(),
        await kit.placed({}, { name: { given: 'Kim', family: 'Specimen' }, birthDate: '1990-01-02' }),
      ]
      const statuses = await Promise.all(orders.map(statusOf))
      for (const one of messages) {
        const { lines, fault, isRepeated } = one
        const control = `ORL-RANDOM-${(sent += 1)}`
        for (const _ of isRepeated ? [1, 2] : [1]) await say(one, orders, control)

        const held: string[] = []
        for (const which of orders.keys()) {
          const said = lines.filter((each) => each.which === which).map(({ code }) => code)
          const { after, held: own } = expected(statuses[which] ?? '', said, fault)
          statuses[which] = after
          held.push(...own)
          if (own.filter((reason) => reason === 'contradictory').length > 1) contradictions += 1
        }
        expect(await Promise.all(orders.map(statusOf))).toEqual(statuses)

        const entries = await waiting()
        expect(entries.map(({ reason }) => reason as string).toSorted()).toEqual(held.toSorted())
        for (const { id, reason } of entries) {
          reasons.add(reason)
          const { items } = (await kit.clinician.get(`/v1/unmatched-results/${id}/messages`)).body
          expect(items.map(({ controlId }: Schemas['LabMessage']) => controlId)).toEqual([control])
          expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
        }
        expect(await Promise.all(orders.map(statusOf)), 'marking settles the message only').toEqual(statuses)
      }
    }
    const of = (which: number, said: readonly Code[], fault: keyof typeof faults = 'none'): Message => ({
      ...{ fault, isRepeated: true },
      lines: said.map((code) => ({ which, code })),
    })
    await fc.assert(fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 8 }), run), {
      examples: [
        [(['OC', 'OC', 'UA', 'UC', 'ZZ', 'PR'] as const).map((code) => of(0, [code]))],
        [(Object.keys(faults) as (keyof typeof faults)[]).map((fault) => of(1, ['OC', 'UA'], fault))],
        [[of(0, ['OC', 'UC']), of(0, ['UC', 'OC']), of(0, ['UA', 'OC', 'ZZ']), of(0, ['PR', 'OC', 'OC'])]],
      ],
      numRuns: 12,
      endOnFailure: true,
    })
    expect(reasons).toEqual(
      new Set(['foreign-laboratory', 'unknown-order', 'identity-differs', 'unknown-code', 'contradictory']),
    )
    expect(contradictions).toBeGreaterThan(0)
  })
})
