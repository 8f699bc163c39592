import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { potassium, startOrderingHospital, type OrderingHospital, type Placed } from './ordering-hospital.testing.ts'

type Schemas = components['schemas']
type Request = Parameters<OrderingHospital['laboratory']['report']>[0]

/** What is wrong with a report, and what has to become of it. */
interface Fault {
  readonly change: (request: Request, other: Placed) => Request
  readonly becomes: 'applied' | 'extra' | 'refused' | Schemas['UnmatchedReason']
}
const faults = {
  none: { change: (request) => request, becomes: 'applied' },
  'another name': { change: (request) => ({ ...request, person: { family: 'Other' } }), becomes: 'identity-differs' },
  'a twin': { change: (request) => ({ ...request, person: { given: 'Sam' } }), becomes: 'identity-differs' },
  'a son': {
    change: (request) => ({ ...request, person: { birthDate: '20100615' } }),
    becomes: 'identity-differs',
  },
  'no birth date': { change: (request) => ({ ...request, person: { birthDate: '' } }), becomes: 'identity-differs' },
  'the number of another patient': {
    change: (request, { received }) => ({ ...request, writtenPlacerNumber: received.placerNumber }),
    becomes: 'identity-differs',
  },
  'a number that we never gave': {
    change: (request) => ({ ...request, writtenPlacerNumber: 'NOBODY-1', fillerNumber: `N-${request.controlId}` }),
    becomes: 'unknown-order',
  },
  'no number': {
    change: (request) => {
      const { placerNumber, ...others } = request
      return placerNumber === undefined ? request : { ...others, fillerNumber: `E-${request.controlId}` }
    },
    becomes: 'unknown-order',
  },
  'another test': { change: (request) => ({ ...request, test: 'GLU' }), becomes: 'extra' },
  'a mass for a test of moles': {
    change: (request) => ({ ...request, values: (request.values ?? []).map((value) => ({ ...value, unit: 'mg/dL' })) }),
    becomes: 'contradictory',
  },
  'a status that is not known': { change: (request) => ({ ...request, status: 'Q' }), becomes: 'unknown-code' },
  'a status of its value that is not known': {
    change: (request) => ({ ...request, values: (request.values ?? []).map((value) => ({ ...value, status: 'Q' })) }),
    becomes: 'unknown-code',
  },
  'another laboratory': { change: (request) => ({ ...request, facility: 'SOMEBODY' }), becomes: 'refused' },
  'another system': { change: (request) => ({ ...request, application: 'EVIL' }), becomes: 'refused' },
  training: { change: (request) => ({ ...request, processing: 'T' }), becomes: 'refused' },
} as const satisfies Record<string, Fault>
const faultNames = Object.keys(faults) as (keyof typeof faults)[]

const step = fc.record({
  which: fc.nat({ max: 2 }),
  status: fc.constantFrom('P', 'F', 'C'),
  fault: fc.oneof({ weight: 1, arbitrary: fc.constant('none' as const) }, fc.constantFrom(...faultNames)),
  isRepeated: fc.boolean(),
})

describe('random reports of right and wrong identity', () => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital('postgres')
  })
  afterAll(() => kit.stop())

  const resultsOf = async (orderId: string): Promise<Schemas['LabResult'][]> => {
    const { resultIds } = await kit.orderNow(orderId)
    return Promise.all(resultIds.map(async (id: string) => (await kit.clinician.get(`/v1/lab-results/${id}`)).body))
  }
  const waiting = async (): Promise<Schemas['UnmatchedResult'][]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items
  const messagesOf = async (id: string): Promise<Schemas['LabMessage'][]> =>
    (await kit.clinician.get(`/v1/unmatched-results/${id}/messages`)).body.items

  it('reach only the test that they are about, and the rest waits with a reason and an action', async () => {
    // The third order is cancelled: what is right otherwise has its own reason there.
    const orders = [
      await kit.placed(),
      await kit.placed({}, { name: { given: 'Kim', family: 'Specimen' }, birthDate: '1990-01-02' }),
      await kit.placed(),
    ]
    const [, , cancelled] = orders
    await kit.clinician.post(`/v1/lab-orders/${cancelled?.orderId}/cancel`)
    await kit.hospital.transmit()
    expect((await kit.orderNow(cancelled?.orderId ?? '')).status).toBe('cancelled')

    const sent = orders.map(() => ({ ordered: new Set<string>(), extra: new Set<string>(), finals: 0, partials: 0 }))
    const counts: Record<string, number> = {}
    let number = 0
    const check = async ({ which, status, fault, isRepeated }: Step): Promise<void> => {
      const order = orders[which] as Placed
      const other = orders[which === 1 ? 0 : 1] as Placed
      number += 1
      // Each value is sent once, so that it says where it came from.
      const value = `4.${String(number).padStart(4, '0')}`
      const { change, becomes } = faults[fault]
      const request = change(
        {
          placerNumber: order.received.placerNumber,
          controlId: `RANDOM-${number}`,
          status,
          values: [potassium(value)],
        },
        other,
      )
      const expected = which === 2 && (becomes === 'applied' || becomes === 'extra') ? 'order-cancelled' : becomes
      counts[expected] = (counts[expected] ?? 0) + 1
      for (const _ of isRepeated ? [1, 2] : [1])
        expect(await kit.laboratory.report(request)).toMatchObject({ code: expected === 'refused' ? 'AR' : 'AA' })

      const isOfOrder = expected === 'applied' || expected === 'extra'
      if (isOfOrder) sent[which]?.[expected === 'applied' ? 'ordered' : 'extra'].add(value)
      const mark = sent[which]
      if (expected === 'applied' && mark) mark[status === 'P' ? 'partials' : 'finals'] += 1

      const held = await waiting()
      expect(held.map(({ reason }) => reason)).toEqual(isOfOrder || expected === 'refused' ? [] : [expected])
      for (const { id } of held) {
        const texts = (await messagesOf(id)).map(({ text }) => text)
        expect(texts.some((text) => text.includes(value))).toBe(true)
        expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
      }

      for (const [index, { orderId }] of orders.entries()) {
        const { ordered, extra, finals, partials } = sent[index] as (typeof sent)[number]
        const results = await resultsOf(orderId)
        const shown = (isExtra: boolean): Schemas['LabResult'][] => results.filter((result) => result.extra === isExtra)
        for (const [found, allowed] of [
          [shown(false), ordered],
          [shown(true), extra],
        ] as const) {
          expect(found.length).toBeLessThanOrEqual(1)
          expect(found.length > 0).toBe(allowed.size > 0)
          for (const { observations } of found)
            for (const { value: now, replaced } of observations) {
              expect([...allowed]).toContain(now)
              if (replaced) expect([...allowed]).toContain(replaced.value)
            }
        }
        const { status: now } = await kit.orderNow(orderId)
        expect(now).toBe(index === 2 ? 'cancelled' : finals > 0 ? 'final' : partials > 0 ? 'partial' : 'accepted')
      }
    }
    // Each fault once, and an order that was cancelled; then any of them in any order.
    const examples = [
      ...faultNames.map((fault): [Step] => [{ which: 0, status: 'F', fault, isRepeated: true }]),
      [{ which: 2, status: 'F', fault: 'none', isRepeated: false }] as [Step],
    ]
    await fc.assert(fc.asyncProperty(step, check), { examples, numRuns: 60, endOnFailure: true })
    const outcomes = ['applied', 'extra', 'refused', 'identity-differs', 'unknown-order', 'order-cancelled']
    for (const outcome of [...outcomes, 'contradictory', 'unknown-code'])
      expect(counts[outcome], outcome).toBeGreaterThan(0)
  })
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
