import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { Remittance } from '../../../../vendors/clearinghouse/remittance.ts'
import { acceptedClaim, balancesOf, paymentFor, postRemittance, remitted } from './remittances.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('partners that are slow, wrong or down, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const sent = () => acceptedClaim(hospital)
  const post = (remittance: Remittance) => postRemittance(hospital, remittance)
  const found = async ({ paymentNumber }: Remittance): Promise<Schemas['Remittance'][]> =>
    (await hospital.biller.get('/v1/remittances?limit=100')).body.items.filter(
      ({ traceNumber }: Schemas['Remittance']) => traceNumber === paymentNumber,
    )
  const balances = (patientId: string) => balancesOf(hospital, patientId)

  it('a line that fits no claim waits for a person, and the rest of the payment is posted', async () => {
    const { claim, patientId } = await sent()
    const stray = remitted({ number: 'UNKNOWN', chargeCents: 5_000 })
    const remittance = paymentFor([remitted(claim), stray])
    await post(remittance)
    const [stored] = await found(remittance)
    expect(stored).toMatchObject({
      status: 'needs-work',
      unmatched: 1,
      claims: 2,
      postedCents: claim.chargeCents - 2_000,
    })
    const { lines } = (await hospital.biller.get(`/v1/remittances/${stored?.id}`)).body
    expect(lines).toMatchObject([
      { claimId: claim.id, posted: true },
      { claimNumber: 'UNKNOWN', posted: false },
    ])
    expect(await balances(patientId)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
    expect(
      (await hospital.biller.get('/v1/remittances?status=needs-work')).body.items.map(({ id }: { id: string }) => id),
    ).toContain(stored?.id)
  })

  it('a payment whose cents do not add up is kept and not posted', async () => {
    const { claim, patientId } = await sent()
    const before = await balances(patientId)
    const remittance = paymentFor([remitted(claim)], { paidCents: 1 })
    await post(remittance)
    expect(await found(remittance)).toMatchObject([{ status: 'needs-work', postedCents: 0 }])
    expect(await balances(patientId)).toEqual(before)
    expect((await hospital.biller.get(`/v1/claims/${claim.id}`)).body.state).toBe('accepted')
  })

  it('the same payment is posted once; another payment with its number is kept unposted', async () => {
    const { claim, patientId } = await sent()
    const remittance = paymentFor([remitted(claim)])
    await post(remittance)
    await post(structuredClone(remittance))
    expect(await found(remittance)).toHaveLength(1)
    await post({ ...remittance, paidOn: '2026-11-25' })
    expect((await found(remittance)).map(({ status }) => status).toSorted()).toEqual(['needs-work', 'posted'])
    expect(await balances(patientId)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
  })

  it('an amount that a payer withholds is shown with the claims that it paid', async () => {
    const { claim } = await sent()
    const stored = {
      providerNpi: '1999999984',
      fiscalPeriodEnd: '2026-12-31',
      reason: 'WO',
      reference: 'P1',
      amountCents: 1_500,
    }
    const remittance = paymentFor([remitted(claim)], {
      providerAdjustments: [stored],
      paidCents: claim.chargeCents - 2_000 - 1_500,
    })
    await post(remittance)
    expect(await found(remittance)).toMatchObject([{ status: 'posted', adjustmentCents: 1_500 }])
  })

  it('a reversal and a new decision in one file leave the amounts of the new decision', async () => {
    const { claim, patientId } = await sent()
    await post(paymentFor([remitted(claim)]))
    const back = remitted(claim, {
      status: 'reversal',
      statusCode: '22',
      chargeCents: -claim.chargeCents,
      paidCents: -(claim.chargeCents - 2_000),
      patientResponsibilityCents: 0,
      adjustments: [{ group: 'PR', reason: '3', amountCents: -2_000, quantity: null }],
    })
    const decidedAgain = remitted(claim, {
      paidCents: claim.chargeCents - 500,
      patientResponsibilityCents: 500,
      adjustments: [{ group: 'PR', reason: '3', amountCents: 500, quantity: null }],
    })
    await post(paymentFor([back, decidedAgain]))
    expect(await balances(patientId)).toEqual({ balanceCents: 500, pendingCents: 0 })
    expect((await hospital.biller.get(`/v1/claims/${claim.id}`)).body).toMatchObject({
      state: 'paid',
      paidCents: claim.chargeCents - 500,
      patientCents: 500,
    })
  })

  it('a payment that crosses with our void is held for a person', async () => {
    const { claim, patientId } = await sent()
    await post(paymentFor([remitted(claim)]))
    const taken = await hospital.biller.post(`/v1/claims/${claim.id}/void`)
    expect(taken.status).toBe(201)
    const again = paymentFor([remitted(claim)])
    await post(again)
    expect(await found(again)).toMatchObject([{ status: 'needs-work', unmatched: 1 }])
    expect(await balances(patientId)).toEqual({ balanceCents: 2_000, pendingCents: 0 })
  })

  it('a file that is not X12 is kept for a person and acknowledged, and later files are processed', async () => {
    hospital.clearinghouse.post('<html>Gateway timeout</html>')
    const { visitId } = await sent()
    expect((await hospital.claimOf(visitId)).state).toBe('accepted')
    expect(hospital.clearinghouse.mailbox.waiting).toBe(0)
  })

  it.each([
    ['down', { kind: 'drop' as const }],
    ['out of order', { kind: 'status' as const, status: 500 }],
    ['answering with something else', { kind: 'nonsense' as const }],
  ])('a clearinghouse that is %s loses and doubles nothing', async (_, fault) => {
    const { visitId } = await hospital.insuredVisit()
    await hospital.exchange()
    await hospital.submit(await hospital.claimOf(visitId))
    hospital.clearinghouse.fail({ fault }, 2)
    await hospital.runJob('billing.transmit')
    await hospital.runJob('billing.fetch-mailbox')
    hospital.clock.advance({ seconds: 30 })
    await hospital.exchange()
    hospital.clock.advance({ seconds: 30 })
    await hospital.exchange()
    expect((await hospital.claimOf(visitId)).state).toBe('paid')
    const { number } = await hospital.claimOf(visitId)
    const files = [...hospital.clearinghouse.received.values()].filter(({ content }) => content.includes(number))
    expect(files).toHaveLength(1)
  })

  describe('eligibility', () => {
    const asked = async (memberNumber: string) => {
      const patientId = await hospital.addPatient()
      const coverage = await hospital.insure(patientId, { memberNumber })
      expect(coverage.eligibility?.status).toBe('pending')
      return { patientId, coverage }
    }
    const latest = async (patientId: string) =>
      (await hospital.biller.get(`/v1/patients/${patientId}/coverages`)).body.items[0].eligibility

    it.each([
      // The copay is for providers in the network. The payer does not say whether this one is.
      ['MEM0000001', { status: 'active', copayCents: 2_000, network: 'unknown' }],
      ['BOTH000001', { status: 'active', copayCents: 2_000, deductibleRemainingCents: 0, network: 'unknown' }],
      ['ENDED00001', { status: 'inactive' }],
      ['NOBODY0001', { status: 'unknown-member' }],
    ])('of member %s is what the payer says', async (memberNumber, expected) => {
      const { patientId } = await asked(memberNumber)
      await hospital.exchange()
      expect(await latest(patientId)).toMatchObject(expected)
    })

    const giveUp = async () => {
      await hospital.runJob('billing.transmit')
      const now = hospital.clock.now()
      hospital.clock.advance({ minutes: 31 })
      await hospital.runJob('billing.transmit')
      // The sessions would have ended by then.
      hospital.clock.set(now)
    }

    it('without an answer in time is shown as no answer', async () => {
      const { patientId } = await asked('MEM0000002')
      hospital.clearinghouse.fail({ fault: { kind: 'drop' }, route: 'eligibility' }, 100)
      await giveUp()
      const eligibility = await latest(patientId)
      expect(eligibility).toMatchObject({ status: 'no-response' })
      expect(eligibility).not.toHaveProperty('refusals')
      await fetch(`${hospital.clearinghouse.url}/control/reset`, { method: 'POST' })
    })

    it('is requested again only when it is due, even while another answer is slow', async () => {
      const asking = [await asked('MEM0000003'), await asked('MEM0000004')]
      hospital.clearinghouse.fail({ fault: { kind: 'drop' }, route: 'eligibility' })
      hospital.clearinghouse.fail({ fault: { kind: 'slow', delayMs: 2_100 }, route: 'eligibility' })
      await hospital.runJob('billing.transmit')
      const answers = await Promise.all(asking.map(({ patientId }) => latest(patientId)))
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['active', 'pending'])
    })

    it.each([
      ['NOBODY0002', 'unknown-member', { code: '75', about: 'member-number' }],
      ['REFUSED72A', 'unknown-member', { code: '72', about: 'member-number' }],
      ['REFUSED71A', 'unknown-member', { code: '71', about: 'birth-date' }],
      ['REFUSED79A', 'no-response', { code: '79', about: 'payer' }],
      ['REFUSEDQ9A', 'no-response', { code: 'Q9', about: 'other' }],
      ['REFUSED42S', 'no-response', { code: '42', about: 'later', followUp: 'inquiry-initiated' }],
      ['REFUSED72W', 'unknown-member', { code: '72', about: 'member-number', followUp: 'resubmit-in-30-days' }],
    ])(
      'of member %s is refused with the payer’s code and what to do about it',
      async (memberNumber, status, refusal) => {
        const { patientId } = await asked(memberNumber)
        await hospital.exchange()
        expect(await latest(patientId)).toMatchObject({
          status,
          refusals: [{ ...refusal, remedy: expect.stringMatching(/\.$/) }],
        })
      },
    )

    it('of a payer that stays too busy to answer says so', async () => {
      const { patientId } = await asked('REFUSED42A')
      await giveUp()
      expect(await latest(patientId)).toMatchObject({
        status: 'no-response',
        refusals: [
          { code: '42', about: 'later', followUp: 'resubmit', remedy: expect.stringContaining('Ask again later') },
        ],
      })
    })
  })

  describe('who pays', () => {
    it('is one payer at a time for each position in the order', async () => {
      const patientId = await hospital.addPatient()
      const first = await hospital.insure(patientId)
      const payerId = first.payer.id
      const add = (more: object) =>
        hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
          payerId,
          memberNumber: 'MEM1',
          relationship: 'self',
          order: 1,
          from: '2026-06-01',
          ...more,
        })
      expect((await add({})).body.code).toBe('coverage_overlaps')
      expect((await add({ order: 2, relationship: 'child' })).body.code).toBe('subscriber_missing')
      expect((await add({ payerId: newId() })).body.code).toBe('unknown_payer')
      await hospital.biller.post(`/v1/coverages/${first.id}/end`, { to: '2026-05-31', version: first.version })
      expect((await add({})).status).toBe(201)
    })
  })
})
