import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { printedText } from '../../../../platform/documents/read-pdf.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { professionalClaims } from '../../../../vendors/clearinghouse/grammar/guides.testing.ts'
import { faultsOfClaims, faultsOfLevels } from '../../../../vendors/clearinghouse/grammar/rules.testing.ts'
import { readStrictly } from '../../../../vendors/clearinghouse/grammar/strict-grammar.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'
import { acceptedClaim, balancesOf, paymentFor, postRemittance, remitted } from './remittances.testing.ts'
import { claimNow, cover, nextAnswer, payment, prairie, sendTo, state } from './third-payer.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('a claim to the third payer, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const waitsFor = async (patientId: string): Promise<string | undefined> => {
    const statement: Schemas['Statement'] = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body
    return statement.visits[0]?.waitsFor
  }
  const holdReason = async (paymentNumber: string): Promise<string | undefined> => {
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    return (items as Schemas['HeldLine'][]).find(({ traceNumber }) => traceNumber === paymentNumber)?.holdReason
  }
  const undo = ({ id }: Claim, coverageId: string) =>
    hospital.biller.post(`/v1/claims/${id}/next-payer-answers/undo`, { coverageId })

  /** The first payer has left twenty dollars; the second and the third say nothing by themselves. */
  const silent = async () => {
    const { claim, patientId } = await acceptedClaim(hospital)
    const [memberOfSecond, memberOfThird] = [patientId.slice(-8), patientId.slice(-8)].map((tail, at) =>
      `MEM${at}${tail}`.toUpperCase(),
    )
    const second = await cover(hospital, patientId, { ...prairie, memberNumber: memberOfSecond ?? '' })
    const third = await cover(hospital, patientId, { ...state, memberNumber: memberOfThird ?? '' })
    for (const memberId of [second.memberNumber, third.memberNumber])
      hospital.clearinghouse.script({ match: { memberId }, outcome: { kind: 'silence' } })
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    const send = async (coverageId: string): Promise<string> => {
      const sent = await sendTo(hospital, claim, coverageId)
      expect(sent.status).toBe(200)
      await hospital.exchange()
      return sent.body.nextPayer.claim.number
    }
    return { claim, patientId, second, third, send }
  }

  it('repeats what both payers before decided, and the patient owes nothing until it has answered', async () => {
    const { patientId, visitId } = await hospital.insuredVisit()
    const second = await cover(hospital, patientId, prairie)
    const third = await cover(hospital, patientId, state)
    await hospital.submit(await hospital.claimOf(visitId))
    expect(await waitsFor(patientId)).toBe('Lakeside Mutual Health')
    await hospital.exchange()
    const claim = await hospital.claimOf(visitId)
    expect(await waitsFor(patientId)).toBe('Prairie Health Partners')
    expect((await sendTo(hospital, claim, third.id)).body.code).toBe('next_payer_not_awaited')
    expect((await sendTo(hospital, claim, second.id)).status).toBe(200)
    await hospital.exchange()
    // Prairie pays 70 percent of the twenty dollars that the first one left.
    expect((await claimNow(hospital, claim)).nextPayer).toMatchObject({
      waitsFor: { coverageId: third.id, amountCents: 600, payer: { name: 'State Family Care' } },
      answers: [{ coverageId: second.id, paidCents: 1_400, patientCents: 600, claimNumber: expect.any(String) }],
    })
    expect((await claimNow(hospital, claim)).nextPayer?.claim).toBeUndefined()
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 600 })
    expect(await waitsFor(patientId)).toBe('State Family Care')

    const sent = await sendTo(hospital, claim, third.id)
    expect(sent.body.nextPayer.claim).toMatchObject({ coverageId: third.id, state: 'sending' })
    const { items } = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body
    const file = (items as Schemas['ClaimMessage'][]).findLast(({ kind }) => kind === '837P')?.text ?? ''
    const reading = readStrictly(file, professionalClaims)
    expect([...faultsOfLevels(reading), ...faultsOfClaims(reading)]).toEqual([])
    const rows = (tag: string, loop: string): readonly (readonly string[])[] =>
      reading.segments.filter((each) => each.tag === tag && each.loop === loop).map(({ elements }) => elements)
    const sumOf = (all: readonly (readonly string[])[], at: number): number =>
      all.reduce((sum, elements) => sum + Math.round(Number(elements[at]) * 100), 0)
    expect(rows('SBR', '2000B').map(([order]) => order)).toEqual(['T'])
    expect(rows('SBR', '2320').map(([order]) => order)).toEqual(['P', 'S'])
    expect(rows('AMT', '2320')).toEqual([
      ['D', String(claim.paidCents / 100)],
      ['D', '14'],
    ])
    expect(rows('NM1', '2330B').map((elements) => elements[8])).toEqual(['LAKESIDE1', 'PRAIRIE02'])
    expect(rows('REF', '2330B')).toHaveLength(2)
    const ofPayer = (id: string) => rows('SVD', '2430').filter(([payer]) => payer === id)
    expect(ofPayer('LAKESIDE1')).toHaveLength(claim.lines.length)
    expect(ofPayer('PRAIRIE02')).toHaveLength(claim.lines.length)
    expect([sumOf(ofPayer('LAKESIDE1'), 1), sumOf(ofPayer('PRAIRIE02'), 1)]).toEqual([claim.paidCents, 1_400])
    // What is left after each of them: twenty dollars, and six.
    expect(sumOf(rows('AMT', '2430'), 1)).toBe(2_600)
    expect(rows('CAS', '2430').filter(([, reason]) => reason === '23')).toHaveLength(claim.lines.length)
    expect((await sendTo(hospital, claim, third.id)).body.code).toBe('next_claim_sent')

    await hospital.exchange()
    // State Family Care pays half of the rest, and takes its payment as payment in full.
    expect((await claimNow(hospital, claim)).nextPayer).toMatchObject({
      claim: { state: 'answered', code: '835-3' },
      answers: [{ paidCents: 1_400 }, { coverageId: third.id, paidCents: 300, discountCents: 300, patientCents: 0 }],
    })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 0 })
    expect(await waitsFor(patientId)).toBeUndefined()
  })

  it('is answered by that payer only, in its turn: every other answer is held with its reason, and moves nothing', async () => {
    const { claim, patientId, second, third, send } = await silent()
    const number = await send(second.id)
    const tried = async (
      line: Parameters<typeof paymentFor>[0][number],
      from: (typeof payment)[keyof typeof payment],
      balance: object,
    ): Promise<string | undefined> => {
      const paid = paymentFor([line], from)
      await postRemittance(hospital, paid)
      expect(await balancesOf(hospital, patientId)).toEqual(balance)
      return holdReason(paid.paymentNumber)
    }
    const [twenty, fifteen] = [2_000, 1_500].map((pendingCents) => ({ balanceCents: 0, pendingCents })) as [
      ...[object, object],
    ]
    const ofSecond = nextAnswer(claim, number, 'second', [2_000, 500, 1_500])
    expect(await tried(ofSecond, payment.state, twenty)).toBe('payer-differs')
    expect(await tried(ofSecond, payment.lakeside, twenty)).toBe('payer-differs')
    const asThird = nextAnswer(claim, number, 'third', [2_000, 500, 1_500])
    expect(await tried(asThird, payment.prairie, twenty)).toBe('next-payer-differs')
    await postRemittance(hospital, paymentFor([ofSecond], payment.prairie))
    expect(await balancesOf(hospital, patientId)).toEqual(fifteen)

    const last = await send(third.id)
    const ofThird = nextAnswer(claim, last, 'third', [1_500, 1_000, 300])
    expect(await tried(ofThird, payment.prairie, fifteen)).toBe('payer-differs')
    expect(await tried(ofThird, payment.lakeside, fifteen)).toBe('payer-differs')
    expect(await tried(ofSecond, payment.prairie, fifteen)).toBe('already-adjudicated')
    const asSecond = nextAnswer(claim, last, 'second', [1_500, 1_000, 300])
    expect(await tried(asSecond, payment.state, fifteen)).toBe('next-payer-differs')
    const tooMuch = nextAnswer(claim, last, 'third', [2_000, 1_600, 400])
    expect(await tried(tooMuch, payment.state, fifteen)).toBe('next-payer-differs')

    await postRemittance(hospital, paymentFor([ofThird], payment.state))
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 300, pendingCents: 0 })
    const [paid] = (await hospital.biller.get(`/v1/patients/${patientId}/statement`)).body.visits
    expect([paid.insurancePaidCents, paid.discountCents]).toEqual([claim.chargeCents - 500, 200])
  })

  it('whose answer comes after that of the second was undone waits for it, and is posted at the desk then', async () => {
    const { claim, patientId, second, third, send } = await silent()
    const number = await send(second.id)
    await postRemittance(
      hospital,
      paymentFor([nextAnswer(claim, number, 'second', [2_000, 500, 1_500])], payment.prairie),
    )
    const last = await send(third.id)
    expect((await undo(claim, second.id)).body.nextPayer).toMatchObject({
      waitsFor: { coverageId: second.id, amountCents: 2_000 },
      claim: { number, state: 'answered' },
    })
    const early = paymentFor([nextAnswer(claim, last, 'third', [1_500, 1_000, 300])], payment.state)
    await postRemittance(hospital, early)
    expect(await holdReason(early.paymentNumber)).toBe('payer-not-awaited')
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })

    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
    const { id } = (items as Schemas['HeldLine'][]).find((line) => line.traceNumber === early.paymentNumber) ?? {}
    const match = () => hospital.biller.post(`/v1/held-lines/${id}/match`, { claimId: claim.id })
    expect((await match()).body).toMatchObject({ errors: [{ code: 'payer-not-awaited' }] })
    const answer = { coverageId: second.id, paidCents: 500, discountCents: 0, patientCents: 1_500 }
    expect((await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, answer)).status).toBe(200)
    expect((await match()).body).toMatchObject({ resolution: 'matched', claimId: claim.id })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 300, pendingCents: 0 })
  })

  it('is not sent from here to Medicare, which takes it on paper only: a person sends it', async () => {
    const { claim, patientId, second, third, send } = await silent()
    await hospital.biller.post(`/v1/coverages/${third.id}/end`, { to: '2026-01-01', version: third.version })
    const medicare = (await hospital.payer('Federal Senior Care')).id
    const reason = { medicareSecondaryReason: 'working-aged', order: 3, from: '2026-01-02' }
    const added = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
      ...{ payerId: medicare, memberNumber: '1EG4TE5MK73', relationship: 'self', ...reason },
    })
    await hospital.settle()
    const number = await send(second.id)
    await postRemittance(
      hospital,
      paymentFor([nextAnswer(claim, number, 'second', [2_000, 500, 1_500])], payment.prairie),
    )
    const blocked = await sendTo(hospital, claim, added.body.id)
    expect(blocked.body).toMatchObject({ code: 'claim_blocked', errors: [{ pointer: '/nextPayer/waitsFor' }] })
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 1_500 })
  })

  it('is awaited when the coverage is added after the second has answered, and released when it ends before the visit', async () => {
    const { claim, patientId } = await acceptedClaim(hospital)
    const second = await cover(hospital, patientId, prairie)
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    const answer = { coverageId: second.id, paidCents: 500, discountCents: 0, patientCents: 1_500 }
    await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, answer)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 1_500, pendingCents: 0 })
    const third = await cover(hospital, patientId, state)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 1_500 })
    expect((await claimNow(hospital, claim)).nextPayer?.waitsFor).toMatchObject({
      ...{ coverageId: third.id, amountCents: 1_500 },
    })
    await hospital.biller.post(`/v1/coverages/${third.id}/end`, { to: '2026-01-01', version: third.version })
    await hospital.settle()
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 1_500, pendingCents: 0 })
    // What each answer left is undone with it.
    await undo(claim, second.id)
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
  })

  it('goes out once when two persons send it at the same time, and its answer counts once', async () => {
    const { claim, patientId, second, third, send } = await silent()
    const number = await send(second.id)
    const answer = paymentFor([nextAnswer(claim, number, 'second', [2_000, 500, 1_500])], payment.prairie)
    const byHand = { coverageId: second.id, paidCents: 500, discountCents: 0, patientCents: 1_500 }
    await Promise.all([
      postRemittance(hospital, answer),
      hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, byHand),
    ])
    expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 1_500 })
    expect((await claimNow(hospital, claim)).nextPayer?.answers).toHaveLength(1)
    // Both persons need the reasons of the second payer: those of its 835.
    if ((await claimNow(hospital, claim)).nextPayer?.answers[0]?.claimNumber === undefined) {
      await undo(claim, second.id)
      expect(await balancesOf(hospital, patientId)).toEqual({ balanceCents: 0, pendingCents: 2_000 })
      const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body
      const held = (items as Schemas['HeldLine'][]).find(({ traceNumber }) => traceNumber === answer.paymentNumber)
      expect((await hospital.biller.post(`/v1/held-lines/${held?.id}/match`, { claimId: claim.id })).status).toBe(200)
    }
    const sent = await Promise.all([sendTo(hospital, claim, third.id), sendTo(hospital, claim, third.id)])
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(sent.find(({ status }) => status === 409)?.body.code).toBe('next_claim_sent')
    await hospital.exchange()
    const { items } = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body
    const files = (items as Schemas['ClaimMessage'][]).filter(({ kind }) => kind === '837P')
    // To the first, the second and the third.
    expect(files).toHaveLength(3)
  })

  it('names the insured person of each payer, and how the patient is related to them', async () => {
    const { claim, patientId } = await acceptedClaim(hospital)
    const subscriber = { name: { given: 'Robin', family: 'Spouse' }, birthDate: '1980-03-04', sex: 'female' }
    const added = await hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
      payerId: (await hospital.payer(prairie.name)).id,
      ...{ memberNumber: 'SPOUSE0001', groupNumber: 'GROUP-2', relationship: 'spouse', subscriber },
      ...{ order: 2, from: '2026-01-01' },
    })
    const third = await cover(hospital, patientId, { ...state, memberNumber: 'OWN0000003' })
    await postRemittance(hospital, paymentFor([remitted(claim)]))
    const { body } = await sendTo(hospital, claim, added.body.id)
    const answer = nextAnswer(claim, body.nextPayer.claim.number, 'second', [2_000, 500, 1_500])
    await postRemittance(hospital, paymentFor([answer], payment.prairie))
    expect((await sendTo(hospital, claim, third.id)).status).toBe(200)
    const { items } = (await hospital.biller.get(`/v1/claims/${claim.id}/messages`)).body
    const file = (items as Schemas['ClaimMessage'][]).findLast(({ kind }) => kind === '837P')?.text ?? ''
    const reading = readStrictly(file, professionalClaims)
    expect([...faultsOfLevels(reading), ...faultsOfClaims(reading)]).toEqual([])
    const rows = (tag: string, loop: string, ...at: readonly number[]) =>
      reading.segments
        .filter((each) => each.tag === tag && each.loop === loop)
        .map(({ elements }) => at.map((one) => elements[one]))
    expect(rows('SBR', '2000B', 0, 1)).toEqual([['T', '18']])
    expect(rows('SBR', '2320', 0, 1, 2)).toEqual([
      ['P', '18', expect.anything()],
      ['S', '01', 'GROUP-2'],
    ])
    expect(rows('NM1', '2330A', 2, 3, 8)).toEqual([
      [expect.any(String), expect.any(String), expect.any(String)],
      ['SPOUSE', 'ROBIN', 'SPOUSE0001'],
    ])
    expect(rows('NM1', '2010BA', 8)).toEqual([['OWN0000003']])
    // Each payer decided about the claim as a whole: its amounts, its reasons and its day are with the payer.
    expect(rows('AMT', '2320', 0, 1)).toEqual([
      ['D', String((claim.chargeCents - 2_000) / 100)],
      ['EAF', '20'],
      ['D', '5'],
      ['EAF', '15'],
    ])
    expect(rows('CAS', '2320', 0, 1, 2)).toEqual([
      ['PR', '3', '20'],
      ['OA', '23', String((claim.chargeCents - 2_000) / 100)],
      ['PR', '2', '15'],
    ])
    expect(rows('DTP', '2330B', 0)).toHaveLength(2)
  })

  it('is of the third coverage: there is no fourth, and no two in one place', async () => {
    const patientId = await hospital.addPatient()
    await cover(hospital, patientId, prairie)
    const add = async (order: number) =>
      hospital.biller.post(`/v1/patients/${patientId}/coverages`, {
        payerId: (await hospital.payer(state.name)).id,
        ...{ memberNumber: 'MEM40000004', relationship: 'self', order, from: '2026-01-01' },
      })
    expect((await add(4)).body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/order' }] })
    expect((await add(0)).body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/order' }] })
    expect((await add(2)).body.code).toBe('coverage_overlaps')
    expect((await add(3)).status).toBe(201)
  })

  it('is named on the printed bill while it is awaited, in the patient’s language', async () => {
    const { claim, patientId, second, third } = await silent()
    const answer = { coverageId: second.id, paidCents: 500, discountCents: 0, patientCents: 1_500 }
    await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, answer)
    expect(await waitsFor(patientId)).toBe('State Family Care')
    const desk = await hospital.as('front-desk')
    const path = `/v1/accounts/${patientId}/statement/pdf`
    const words = { en: 'Waiting for an answer from', es: 'Se espera la respuesta de', ar: 'حساب' }
    for (const [language, text] of Object.entries(words)) {
      const { version } = (await desk.get(`/v1/patients/${patientId}`)).body
      expect((await desk.patch(`/v1/patients/${patientId}`, { version, language })).status).toBe(200)
      const printed = await printedText((await hospital.asPatient(patientId)).fetch(path))
      for (const part of [text, 'State Family Care', '$15.00']) expect(printed).toContain(part)
    }
    const last = { coverageId: third.id, paidCents: 1_500, discountCents: 0, patientCents: 0 }
    await hospital.biller.post(`/v1/claims/${claim.id}/next-payer-answers`, last)
    const settled = await printedText((await hospital.asPatient(patientId)).fetch(path))
    expect(settled).not.toContain('State Family Care')
  })
})
