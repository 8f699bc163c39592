import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { inAnotherEnvelope, receive, sentClaim } from './acknowledgments.testing.ts'
import { balancesOf } from './remittances.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(domainEngines)('what is not for this clinic, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  const sent = () => sentClaim(hospital)
  const claimNow = async ({ id }: Claim): Promise<Claim> => (await hospital.biller.get(`/v1/claims/${id}`)).body
  const heldLines = async ({ number }: Claim): Promise<Schemas['HeldLine'][]> =>
    (await hospital.biller.get('/v1/held-lines?limit=100')).body.items.filter(
      ({ claimNumber }: Schemas['HeldLine']) => claimNumber === number,
    )
  const files = async (): Promise<Schemas['MailboxFile'][]> =>
    (await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items
  const post = (path: string, body: object) => hospital.biller.post(path, body)

  const spoilt: readonly (readonly [string, (file: string) => string, Schemas['HoldReason']])[] = [
    ['a test that says it is real', (file) => file.replace('*0*T*:', '*0*P*:'), 'usage-differs'],
    ['another receiver', (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE   '), 'receiver-differs'],
    ['another payee by NPI', (file) => file.replace(/(N1\*PE\*[^*]*\*XX\*)\d+/, '$11234567893'), 'payee-differs'],
    ['another payee by tax number', (file) => file.replace(/REF\*TJ\*\d+/, 'REF*TJ*111111111'), 'payee-differs'],
    [
      'another payer by name and id',
      (file) => file.replace('LAKESIDE MUTUAL HEALTH*XV*LAKESIDE1', 'PRAIRIE HEALTH PARTNERS*XV*PRAIRIE02'),
      'payer-differs',
    ],
    ['another payer by its number alone', (file) => file.replaceAll('1900000002', '1900000003'), 'payer-differs'],
    ['a payer that contradicts itself', (file) => file.replace('*XV*LAKESIDE1', '*XV*PRAIRIE02'), 'payer-differs'],
    [
      'a payer that nobody knows',
      (file) =>
        file
          .replace('LAKESIDE MUTUAL HEALTH*XV*LAKESIDE1', 'NOBODYS PLAN*XV*NOBODY99')
          .replaceAll('1900000002', '1777777777'),
      'payer-unknown',
    ],
    ['a status that is not known (CLP02)', (file) => file.replace(/(CLP\*[^*]+\*)\d+/, '$15'), 'unreadable'],
    ['a service of a dentist', (file) => file.replaceAll('SVC*HC:', 'SVC*AD:'), 'unreadable'],
    [
      'another patient',
      (file) => file.replace(/NM1\*QC\*1\*[^~]*~/, 'NM1*QC*1*EXAMPLE*ROBIN****MI*OTHER00001~'),
      'patient-differs',
    ],
    [
      'lines that contradict the claim',
      (file) => file.replace(/(SVC\*[^~]*\*)([\d.]+)(\*\*1~)/, '$11$3'),
      'unbalanced',
    ],
  ]

  it.each(spoilt)('a payment with %s is held for its claim, with a reason and an action', async (_, spoil, reason) => {
    const { claim, paid } = await sent()
    const before = await balancesOf(hospital, claim.patientId)
    expect(spoil(paid)).not.toBe(paid)
    await receive(hospital, spoil(paid))
    const [line] = await heldLines(claim)
    expect(line).toMatchObject({ holdReason: reason, posted: false })
    expect((await claimNow(claim)).paidCents).toBe(0)
    expect(await balancesOf(hospital, claim.patientId)).toEqual(before)
    const refused = await post(`/v1/held-lines/${line?.id}/match`, { claimId: claim.id })
    expect([refused.status, refused.body.code]).toEqual([409, 'line_not_postable'])
    expect((await post(`/v1/held-lines/${line?.id}/resolve`, { reason: 'not-ours' })).status).toBe(200)
    expect(await heldLines(claim)).toEqual([])
  })

  it('a payer is confirmed once by a person, and then known by that name and number', async () => {
    const renamed = (file: string) =>
      file
        .replace('LAKESIDE MUTUAL HEALTH*XV*LAKESIDE1', 'LAKESIDE HEALTH TRUST*XV*LKS77')
        .replaceAll('1900000002', '1888888888')
    const first = await sent()
    await receive(hospital, renamed(first.paid))
    const [line] = await heldLines(first.claim)
    const { body: detail } = await hospital.biller.get(`/v1/held-lines/${line?.id}`)
    expect(detail).toMatchObject({
      holdReason: 'payer-unknown',
      origin: { payerNumber: '1888888888', payerIds: ['LKS77'], payeeNpi: '1999999984', usage: 'test' },
    })
    expect(detail.candidates[0].id).toBe(first.claim.id)
    const matched = await post(`/v1/held-lines/${line?.id}/match`, { claimId: first.claim.id, origin: 'remembered' })
    expect(matched.body).toMatchObject({ posted: true, resolution: 'matched' })
    const second = await sent()
    await receive(hospital, renamed(second.paid))
    expect((await claimNow(second.claim)).state).toBe('paid')
    const other = await sent()
    await receive(hospital, renamed(other.paid).replaceAll('1888888888', '1888888889'))
    expect(await heldLines(other.claim)).toMatchObject([{ holdReason: 'payer-unknown' }])
  })

  it('a payment that comes again in the right envelope is not taken for a repeat', async () => {
    const { claim, paid } = await sent()
    await receive(hospital, paid.replace('*0*T*:', '*0*P*:'), inAnotherEnvelope(paid))
    const lines = await heldLines(claim)
    expect(lines.map(({ holdReason }) => holdReason)).toEqual(['usage-differs', 'payment-number-reused'])
    expect((await post(`/v1/held-lines/${lines[1]?.id}/match`, { claimId: claim.id })).status).toBe(200)
    expect((await claimNow(claim)).state).toBe('paid')
  })

  it('a test payment is never posted, even when a person confirms it', async () => {
    const { claim, paid } = await sent()
    await receive(hospital, paid.replace('*0*T*:', '*0*P*:'))
    const [line] = await heldLines(claim)
    const answer = await post(`/v1/held-lines/${line?.id}/match`, { claimId: claim.id, origin: 'confirmed' })
    expect(answer.body.errors).toMatchObject([{ code: 'usage-differs' }])
  })

  it('a foreign claim and a cut interchange stop nothing else in the same file', async () => {
    const [one, other] = [await sent(), await sent()]
    const foreign =
      'CLP*DENTAL1*1*50*50**12*P9~NM1*QC*1*EXAMPLE*ROBIN~SVC*AD:D0120*50*50~CLP*HOSPITAL1*1*0*0**13*P8~SVC*NU:0360*0*0~'
    const longer = one.paid
      .replace(/(LX\*1~\s*)/, `$1${foreign}`)
      .replace(/BPR\*I\*([\d.]+)/, (_, amount: string) => `BPR*I*${Number(amount) + 50}`)
      .replace(/SE\*(\d+)\*/, (_, count: string) => `SE*${Number(count) + 5}*`)
    await receive(hospital, `${longer}${other.paid.slice(0, 300)}${inAnotherEnvelope(other.taken)}`)
    expect((await claimNow(one.claim)).state).toBe('paid')
    expect((await claimNow(other.claim)).state).toBe('accepted')
    const held: Schemas['HeldLine'][] = (await hospital.biller.get('/v1/held-lines?limit=100')).body.items
    expect(held.filter(({ claimNumber }) => /^(DENTAL|HOSPITAL)1$/.test(claimNumber))).toMatchObject([
      { holdReason: 'claim-unknown' },
      { holdReason: 'claim-unknown' },
    ])
    const cut = (await files()).at(-1)
    expect(cut).toMatchObject({ state: 'unreadable' })
    const { text } = (await hospital.biller.get(`/v1/mailbox-files/${cut?.id}`)).body
    expect(text).not.toContain('DENTAL1')
    expect((await post(`/v1/mailbox-files/${cut?.id}/resolve`, { reason: 'payer-corrected' })).status).toBe(200)
  })
})
