import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { emptyMailbox, inAnotherEnvelope, receive } from './acknowledgments.testing.ts'
import { acceptedClaim } from './remittances.testing.ts'
import { answers, neighbors, wrongAnswers } from './status-answers.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

const step = fc.record({
  says: fc.nat({ max: answers.length - 1 }),
  wrong: fc.option(fc.nat({ max: wrongAnswers.length - 1 }), { nil: null }),
  neighbor: fc.option(fc.nat({ max: neighbors.length - 1 }), { nil: null, freq: 2 }),
  repeat: fc.constantFrom('none', 'same', 'another envelope'),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never
const plain: Step = { says: 0, wrong: null, neighbor: null, repeat: 'none' }

describe('random answers to questions about claims', () => {
  let hospital: BillingHospital
  let claims: readonly [Claim, Claim]
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    claims = [(await acceptedClaim(hospital)).claim, (await acceptedClaim(hospital)).claim]
  })
  afterAll(() => hospital.stop())

  const get = async (path: string) => (await (await hospital.as('biller')).get(path)).body
  const latest = async ({ id }: Claim): Promise<Schemas['StatusInquiry']> =>
    (await get(`/v1/claims/${id}/status-inquiries`)).items[0]
  const waiting = async (): Promise<Schemas['MailboxFile'][]> =>
    (await get('/v1/mailbox-files?limit=100')).items.filter(
      ({ state }: Schemas['MailboxFile']) => state === 'held' || state === 'unreadable',
    )
  const answersKept = async ({ id }: Claim): Promise<string[]> => {
    const { items } = await get(`/v1/claims/${id}/messages`)
    return items
      .filter(({ kind }: Schemas['ClaimMessage']) => kind === '277')
      .map(({ text }: Schemas['ClaimMessage']) => text)
  }

  /** Asks about both claims. The answer about the first one, before it is fetched. */
  const asked = async (): Promise<string> => {
    hospital.clock.advance({ hours: 30 })
    const biller = await hospital.as('biller')
    for (const { id } of claims) expect((await biller.post(`/v1/claims/${id}/status-inquiries`)).status).toBe(200)
    await hospital.runJob('billing.transmit')
    const files = hospital.clearinghouse.mailbox.list(1_000).map(({ content }) => content)
    emptyMailbox(hospital)
    return files.find((file) => file.includes(claims[0].number)) ?? ''
  }

  const check = async (steps: readonly Step[]): Promise<void> => {
    const right = await asked()
    const [claim, other] = claims
    const before = await Promise.all([
      latest(other),
      get(`/v1/claims/${claim.id}`),
      get(`/v1/patients/${claim.patientId}/statement`),
    ])
    const kept = await answersKept(claim)
    let said: readonly string[] | null = null
    for (const { says, wrong, neighbor, repeat } of steps) {
      const [, say = String, meanings = []] = answers[says] ?? []
      const [, spoil = String, fault = null] = (wrong !== null && wrongAnswers[wrong]) || []
      const [, join = String, foreign = null] = (wrong === null && neighbor !== null && neighbors[neighbor]) || []
      const sent = spoil(join(say(inAnotherEnvelope(right))))
      if (fault !== null || foreign !== null) expect(sent).not.toBe(say(right))
      await receive(hospital, sent, ...(repeat === 'none' ? [] : [repeat === 'same' ? sent : inAnotherEnvelope(sent)]))
      const differs = fault === null && said !== null && String(said) !== String(meanings)
      if (fault === null) said ??= meanings
      const { state, statuses } = await latest(claim)
      expect([state, statuses.map(({ meaning }) => meaning)]).toEqual(
        said === null ? [state === 'sending' ? state : 'delivered', []] : ['answered', said],
      )
      const held = await waiting()
      const expected = [fault, foreign, differs ? ('answer_differs' as const) : null].filter((each) => each !== null)
      expect(new Set(held.map((each) => each.fault))).toEqual(new Set(expected))
      const biller = await hospital.as('biller')
      for (const { id } of held)
        expect((await biller.post(`/v1/mailbox-files/${id}/resolve`, { reason: 'not-ours' })).status).toBe(200)
      const own = (await answersKept(claim)).slice(kept.length)
      expect(own).toHaveLength(said === null ? 0 : 1)
      for (const foreignText of ['EXAMPLE', 'ROBIN', 'PRAIRIE02', other.number])
        for (const text of own) expect(text).not.toContain(foreignText)
      expect(
        await Promise.all([
          latest(other),
          get(`/v1/claims/${claim.id}`),
          get(`/v1/patients/${claim.patientId}/statement`),
        ]),
      ).toEqual(before)
    }
  }

  it('are kept once, for their own claim, and the rest waits with its fault and an action', async () => {
    const wrong = wrongAnswers.map((_, index): Step => ({ ...plain, wrong: index, repeat: 'another envelope' }))
    const next = neighbors.map((_, index): Step => ({ ...plain, neighbor: index }))
    const all = answers.map((_, says): Step => ({ ...plain, says, repeat: 'same' }))
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), check), {
      examples: [[[...wrong, plain, ...wrong]], ...next.map((one): [Step[]] => [[one, one]]), [all]],
      numRuns: 16,
      endOnFailure: true,
    })
  })
})
