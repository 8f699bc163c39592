import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { emptyMailbox, inAnotherEnvelope, receive } from './acknowledgments.testing.ts'
import { balancesOf } from './remittances.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

describe.each(['pglite', 'postgres'] as const)('what arrives for somebody else, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  /** A sent claim, and its answers as the clearinghouse has them. Nothing of them was fetched. */
  const sent = async () => {
    emptyMailbox(hospital)
    const before = await hospital.submit(await hospital.claimOf((await hospital.insuredVisit()).visitId))
    await hospital.runJob('billing.transmit')
    const files = hospital.clearinghouse.mailbox.list(1_000).map(({ content }) => content)
    emptyMailbox(hospital)
    const of = (kind: '999' | '277' | '835'): string => files.find((file) => file.includes(`ST*${kind}`)) ?? ''
    return { claim: before, syntax: of('999'), taken: of('277'), paid: of('835') }
  }
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
    ['another receiver', (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE  '), 'receiver-differs'],
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

  it('a test payment is posted by nobody, even when a person confirms it', async () => {
    const { claim, paid } = await sent()
    await receive(hospital, paid.replace('*0*T*:', '*0*P*:'))
    const [line] = await heldLines(claim)
    const answer = await post(`/v1/held-lines/${line?.id}/match`, { claimId: claim.id, origin: 'confirmed' })
    expect(answer.body.errors).toMatchObject([{ code: 'usage-differs' }])
  })

  it('a foreign claim and a cut interchange stop nothing beside them in the same file', async () => {
    const [one, other] = [await sent(), await sent()]
    const foreign =
      'CLP*DENTAL1*1*50*50**12*P9~NM1*QC*1*EXAMPLE*ROBIN~SVC*AD:D0120*50*50~CLP*HOSPITAL1*1*0*0**13*P8~SVC*NU:0360*0*0~'
    const beside = one.paid
      .replace(/(LX\*1~\s*)/, `$1${foreign}`)
      .replace(/BPR\*I\*([\d.]+)/, (_, amount: string) => `BPR*I*${Number(amount) + 50}`)
      .replace(/SE\*(\d+)\*/, (_, count: string) => `SE*${Number(count) + 5}*`)
    await receive(hospital, `${beside}${other.paid.slice(0, 300)}${inAnotherEnvelope(other.taken)}`)
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

  const acknowledgments: readonly (readonly [
    string,
    '999' | '277',
    (file: string) => string,
    Schemas['MailboxFault'],
  ])[] = [
    ['a real one for a test account', '277', (file) => file.replace('*0*T*:', '*0*P*:'), 'usage_differs'],
    [
      'one for another receiver',
      '999',
      (file) => file.replace('*ZZ*LAKESIDEHLTH   ', '*ZZ*SOMEBODYELSE  '),
      'receiver_differs',
    ],
    [
      'one about another sender’s file',
      '277',
      (file) => file.replace('*46*LAKESIDEHLTH', '*46*SOMEBODYELSE'),
      'submitter_differs',
    ],
    [
      'one about another provider',
      '277',
      (file) => file.replace(/(NM1\*85\*.*\*XX\*)\d+/, '$11234567893'),
      'provider_differs',
    ],
    [
      'one that names somebody else with our number',
      '277',
      (file) => file.replace(/NM1\*QC\*1\*[^~]*~/, 'NM1*QC*1*EXAMPLE*ROBIN****MI*OTHER00001~'),
      'patient_differs',
    ],
    [
      'one about an unknown claim',
      '277',
      (file) => file.replace(/TRN\*2\*C[\dA-Z-]{14}~/, 'TRN*2*C0000-0000-0000~'),
      'claim_unknown',
    ],
    ['one about an inquiry with our number', '999', (file) => file.replace('AK1*HC*', 'AK1*HS*'), 'claim_unknown'],
  ]

  it.each(acknowledgments)(
    'an acknowledgment, %s, changes no claim and waits for a person',
    async (_, kind, spoil, fault) => {
      const { claim, syntax, taken } = await sent()
      const refusing =
        kind === '277'
          ? taken.replace(/STC\*A2:20:PR\*(\d+)\*WQ/, 'STC*A7:464*$1*U')
          : syntax.replace('IK5*A', 'IK5*R*5').replace('AK9*A*1*1*1', 'AK9*R*1*1*0')
      expect(spoil(refusing)).not.toBe(refusing)
      await receive(hospital, spoil(refusing))
      expect((await claimNow(claim)).state).toBe('sending')
      const file = (await files()).at(-1)
      expect(file).toMatchObject({ state: 'held', fault })
      // Read again, it is held again, once.
      await post(`/v1/mailbox-files/${file?.id}/reprocess`, {})
      await hospital.runJob('billing.fetch-mailbox')
      expect((await files()).filter(({ id }) => id === file?.id)).toMatchObject([{ state: 'held', fault }])
      expect((await post(`/v1/mailbox-files/${file?.id}/resolve`, { reason: 'not-ours' })).status).toBe(200)
      // The right one counts.
      await receive(hospital, inAnotherEnvelope(refusing))
      expect((await claimNow(claim)).state).toBe('rejected')
    },
  )

  it('of an acknowledgment about two claims, one is held and the other counts', async () => {
    const [one, other] = [await sent(), await sent()]
    const own = /HL\*4\*3\*PT~[\s\S]*?(?=SE\*)/.exec(other.taken)?.[0] ?? ''
    const both = one.taken
      .replace(
        /SE\*(\d+)\*/,
        (_, count: string) => `${own.replace('HL*4*', 'HL*5*')}SE*${Number(count) + own.split('~').length - 1}*`,
      )
      .replace(/NM1\*QC\*1\*[^~]*~/, 'NM1*QC*1*EXAMPLE*ROBIN****MI*OTHER00001~')
    await receive(hospital, both)
    expect([(await claimNow(one.claim)).state, (await claimNow(other.claim)).state]).toEqual(['sending', 'accepted'])
    const held = (await files()).at(-1)
    expect(held).toMatchObject({ state: 'held', fault: 'patient_differs' })
    const { text } = (await hospital.biller.get(`/v1/mailbox-files/${held?.id}`)).body
    expect([text.includes(one.claim.number), text.includes(other.claim.number)]).toEqual([true, false])
    await post(`/v1/mailbox-files/${held?.id}/reprocess`, {})
    await hospital.runJob('billing.fetch-mailbox')
    expect((await files()).find(({ id }) => id === held?.id)).toMatchObject({ state: 'held', fault: 'patient_differs' })
  })
})
