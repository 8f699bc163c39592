import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { listLatestEligibilities } from '../store/eligibilities.ts'
import { rightResponses, unusableResponses, wrongResponses } from './eligibility-responses.testing.ts'

type Coverage = components['schemas']['Coverage']
type Eligibility = components['schemas']['Eligibility']

const indexOf = (list: readonly unknown[]) => fc.nat({ max: list.length - 1 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('right' as const), which: indexOf(rightResponses), person: fc.nat({ max: 1 }) }),
  fc.record({ kind: fc.constant('wrong' as const), which: indexOf(wrongResponses), person: fc.nat({ max: 1 }) }),
  fc.record({ kind: fc.constant('unusable' as const), which: indexOf(unusableResponses), person: fc.nat({ max: 1 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
const every = (kind: Step['kind'], list: readonly unknown[]): Step[] =>
  list.map((_, which) => ({ kind, which, person: which % 2 }))

describe('random responses to eligibility inquiries', () => {
  let hospital: BillingHospital
  let covered: readonly Coverage[]
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    const patients = [await hospital.addPatient(), await hospital.addPatient()]
    covered = await Promise.all(patients.map((patientId) => hospital.insure(patientId)))
    await hospital.exchange()
  })
  afterAll(() => hospital.stop())

  const latest = async ({ id, patientId }: Coverage): Promise<Eligibility> => {
    const { items } = (await (await hospital.as('biller')).get(`/v1/patients/${patientId}/coverages`)).body
    return items.find((each: Coverage) => each.id === id).eligibility
  }
  const ask = async ({ id }: Coverage): Promise<Eligibility> => {
    const asked = await (await hospital.as('biller')).post(`/v1/coverages/${id}/eligibility-checks`)
    expect(asked.status).toBe(201)
    return asked.body
  }
  const alter = (change: (file: string) => string): void =>
    hospital.clearinghouse.fail({
      route: 'eligibility',
      fault: {
        kind: 'altered',
        alter: (file) => {
          const altered = change(file)
          if (change !== rightResponses[0]?.[1]) expect(altered).not.toBe(file)
          sent.push(altered)
          return altered
        },
      },
    })
  /** Each response as it was sent, in the order of sending. */
  const sent: string[] = []
  /** The last response is kept, with the version of its reader. */
  const isKept = async ({ id }: Coverage): Promise<void> => {
    const stored = await hospital.keep('billing', async (context) =>
      (await listLatestEligibilities(context.tx, context, [id])).get(id),
    )
    expect(stored?.original).toEqual({ reader: 'x12-271/1', text: sent.at(-1) })
  }
  const isActive = { status: 'active', copayCents: 2_000 }
  /** Nothing of a response is shown but that it is not used, and why. */
  const shown = ['id', 'coverageId', 'patientId', 'status', 'heldFor', 'requestedAt', 'respondedAt']

  const check = async (steps: readonly Step[]): Promise<void> => {
    for (const { kind, which, person } of steps) {
      const [asked, other] = person === 0 ? covered : covered.toReversed()
      if (!asked || !other) throw new Error('two are covered')
      const before = await latest(other)
      const { id } = await ask(asked)
      if (kind === 'right') {
        alter(rightResponses[which]?.[1] ?? String)
        await hospital.exchange()
        expect(await latest(asked)).toMatchObject({ id, ...isActive })
        await isKept(asked)
      } else if (kind === 'wrong') {
        const [, change, heldFor] = wrongResponses[which] ?? []
        alter(change ?? String)
        await hospital.exchange()
        const held = await latest(asked)
        expect(held).toMatchObject({ id, status: 'held', heldFor })
        expect(shown).toEqual(expect.arrayContaining(Object.keys(held)))
        await isKept(asked)
        // What the desk can do about it: ask again.
        const again = await ask(asked)
        await hospital.exchange()
        expect(await latest(asked)).toMatchObject({ id: again.id, ...isActive })
      } else {
        alter(unusableResponses[which]?.[1] ?? String)
        await hospital.exchange()
        expect(await latest(asked)).toMatchObject({ id, status: 'pending' })
        // The right one is still taken.
        hospital.clock.advance({ seconds: 40 })
        await hospital.exchange()
        expect(await latest(asked)).toMatchObject({ id, ...isActive })
      }
      expect(await latest(other)).toEqual(before)
    }
  }

  it('show nothing of another person, and what is not used has a reason, and is asked again', async () => {
    const all = [
      ...every('right', rightResponses),
      ...every('wrong', wrongResponses),
      ...every('unusable', unusableResponses),
    ]
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), check), {
      examples: [[all]],
      numRuns: 12,
      endOnFailure: true,
    })
  })

  it.each(unusableResponses)(
    'a response %s has a reason within a minute, when the second one is no better',
    async (_, change, heldFor) => {
      const [asked] = covered as [Coverage]
      const { id } = await ask(asked)
      for (let attempt = 0; attempt < 2; attempt += 1) alter(change)
      await hospital.exchange()
      expect(await latest(asked)).toMatchObject({ id, status: 'pending' })
      hospital.clock.advance({ seconds: 40 })
      await hospital.exchange()
      expect(await latest(asked)).toMatchObject({ id, status: 'held', heldFor })
      await isKept(asked)
    },
  )
})
