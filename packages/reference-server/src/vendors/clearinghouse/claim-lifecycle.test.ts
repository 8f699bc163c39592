import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  startClearinghouse,
  type SimulatedClearinghouse,
} from '../../../../sandbox/src/clearinghouse/start-clearinghouse.ts'
import { balanceRemittance } from '../../domains/billing/remittances/model/balance-remittance.ts'
import type { Claim } from './claim.ts'
import { exampleAccount, exampleClaim } from './example-claim.testing.ts'
import { createMailboxClearinghouse } from './mailbox/create-mailbox-clearinghouse.ts'
import type { ClearinghouseProvider, ResponsePart } from './provider.ts'
import { readResponse } from './read-response.ts'
import type { Remittance } from './remittance.ts'
import { writeClaimFile } from './write-claim-file.ts'
import { anyHost } from '../../platform/egress/any-host.testing.ts'

let partner: SimulatedClearinghouse
let ours: ClearinghouseProvider
let files = 0

beforeEach(async () => {
  files = 0
  partner = await startClearinghouse({ port: 0, now: () => new Date('2026-11-24T12:00:00Z') })
  ours = createMailboxClearinghouse({
    outgoing: anyHost,
    baseUrl: partner.apiBase,
    apiKey: partner.apiKey,
    account: exampleAccount,
    permit: async () => undefined,
  })
})

afterEach(() => partner.stop())

/** Sends claims as one file and returns every response. */
const send = async (...claims: readonly Claim[]): Promise<readonly ResponsePart[]> => {
  files += 1
  const control = { interchange: files, group: files }
  const createdAt = new Date('2026-11-24T12:00:00Z')
  await ours.submitClaims(
    writeClaimFile({ account: exampleAccount, control, fileReference: `F-${files}`, createdAt, claims }),
    `id-${files}`,
  )
  const parts: ResponsePart[] = []
  for (const { id, content } of await ours.fetchMailbox()) {
    parts.push(...readResponse(content).parts)
    await ours.acknowledgeFile(id)
  }
  return parts
}

const remittances = (parts: readonly ResponsePart[]): readonly Remittance[] =>
  parts.flatMap((part) => (part.kind === 'remittance' ? [part.remittance] : []))

const remittance = (parts: readonly ResponsePart[]): Remittance => {
  const [one, ...more] = remittances(parts)
  if (!one || more.length > 0) throw new Error('not exactly one remittance')
  expect(balanceRemittance(one)).toEqual([])
  return one
}

const acknowledged = (parts: readonly ResponsePart[]) =>
  parts.flatMap((part) => (part.kind === 'claim-acknowledgments' ? part.acknowledgments.claims : []))

const claim = (controlNumber: string, change: Partial<Claim> = {}): Claim => ({
  ...exampleClaim,
  controlNumber,
  ...change,
})
const member = (memberId: string): Partial<Claim> => ({ subscriber: { ...exampleClaim.subscriber, memberId } })
const coded = (serviceCode: string, chargeCents = 10_000): Partial<Claim> => ({
  lines: exampleClaim.lines.map((line) => ({ ...line, serviceCode, chargeCents })),
})
const onDay = (serviceDay: string): Partial<Claim> => ({
  lines: exampleClaim.lines.map((line) => ({ ...line, serviceDay })),
})

describe('a claim at the clearinghouse', () => {
  it('is paid less the contractual adjustment and the patient responsibility, to the cent', async () => {
    const { claims, paidCents } = remittance(await send(claim('C1')))
    // 75 % of 125.50 is allowed, of which 20 dollars are the patient responsibility.
    expect(paidCents).toBe(9413 - 2000)
    expect(claims).toMatchObject([
      { controlNumber: 'C1', patientResponsibilityCents: 2000, status: 'processed-primary' },
    ])
  })

  it.each([
    ['a member that the payer does not know', member('NOBODY9'), { category: 'A7', status: '164', entity: 'IL' }],
    ['a member whose coverage had ended', member('ENDED9'), { category: 'A3', status: '88', entity: 'IL' }],
    [
      'a payer that nobody knows',
      { payer: { ...exampleClaim.payer, id: 'XX999' } },
      { category: 'A7', status: '153', entity: 'PR' },
    ],
    [
      'an NPI with a wrong check digit',
      { renderingProvider: { ...exampleClaim.renderingProvider, npi: '1497758545' } },
      { category: 'A7', status: '562', entity: '82' },
    ],
    ['a service that is too long ago', onDay('2026-01-02'), { category: 'A3', status: '718', entity: null }],
    ['a service that has not been given yet', onDay('2026-12-24'), { category: 'A7', status: '187', entity: null }],
    [
      'a correction of a claim that nobody knows',
      { frequency: 'replacement', payerClaimNumber: 'SIM1' },
      { category: 'A7', status: '464', entity: null },
    ],
  ] as const)('is rejected for %s, without a payment', async (_name, change, status) => {
    const parts = await send(claim('C1', change as Partial<Claim>))
    expect(acknowledged(parts)).toMatchObject([{ controlNumber: 'C1', accepted: false, statuses: [status] }])
    expect(remittances(parts)).toEqual([])
  })

  it('is rejected as a duplicate, and only the valid claim of the file is adjudicated', async () => {
    await send(claim('C1'))
    const parts = await send(claim('C2'), claim('C3', coded('T1015')))
    expect(acknowledged(parts).map(({ controlNumber, accepted }) => [controlNumber, accepted])).toEqual([
      ['C2', false],
      ['C3', true],
    ])
    expect(remittance(parts).claims.map(({ controlNumber }) => controlNumber)).toEqual(['C3'])
  })

  it('is denied in part by a script: reason code numbers, and no payment for that line', async () => {
    partner.script({ match: { serviceCode: 'H0004' }, outcome: { kind: 'deny', group: 'CO', reason: '197' } })
    const [line] = exampleClaim.lines
    if (!line) throw new Error('no line')
    const two = { lines: [line, { ...line, controlNumber: 'L2', serviceCode: 'H0004' }] }
    const [decided] = remittance(await send(claim('C1', two))).claims
    expect(decided?.status).toBe('processed-primary')
    expect(decided?.lines[1]).toMatchObject({
      paidCents: 0,
      adjustments: [{ group: 'CO', reason: '197', amountCents: 12_550 }],
    })
  })

  it('is denied if none of its services is covered', async () => {
    partner.script({
      match: { memberId: 'M77' },
      outcome: { kind: 'deny', group: 'CO', reason: '96', remarks: ['N130'] },
    })
    const response = remittance(await send(claim('C1', member('M77'))))
    expect(response).toMatchObject({ paidCents: 0, method: 'none', claims: [{ status: 'denied' }] })
  })

  it('is denied by the Medicare-like payer for codes that Medicare does not accept, but not for 98016', async () => {
    const medicare = { payer: { id: 'FEDCARE01', name: 'Federal Senior Care', filingIndicator: 'MB' as const } }
    const denied = remittance(await send(claim('C1', { ...medicare, ...coded('98005') })))
    expect(denied.claims[0]).toMatchObject({ status: 'denied', lines: [{ adjustments: [{ reason: '181' }] }] })
    const paid = remittance(await send(claim('C2', { ...medicare, ...coded('98016') })))
    expect(paid.claims[0]?.paidCents).toBeGreaterThan(0)
  })

  it('is reduced by the deductible first, then by the copay on the rest', async () => {
    const { claims } = remittance(await send(claim('C1', member('HIGH1'))))
    expect(claims[0]?.lines[0]?.adjustments).toEqual([
      { group: 'CO', reason: '45', amountCents: 3137, quantity: null },
      { group: 'PR', reason: '1', amountCents: 9413, quantity: null },
    ])
    expect(claims[0]?.paidCents).toBe(0)
  })

  it('that replaces another reverses the first decision in the same file, and the payment is the difference', async () => {
    const first = remittance(await send(claim('C1', coded('T1015', 10_000))))
    const original = first.claims[0]
    if (!original) throw new Error('not decided')
    const correction = claim('C2', {
      ...coded('T1015', 20_000),
      frequency: 'replacement',
      payerClaimNumber: original.payerClaimNumber,
    })
    const second = remittance(await send(correction))
    expect(second.claims.map(({ controlNumber, status, paidCents }) => [controlNumber, status, paidCents])).toEqual([
      ['C1', 'reversal', -5500],
      ['C2', 'processed-primary', 13_000],
    ])
    expect(second.paidCents).toBe(7500)
    expect(balanceRemittance(second, new Map([['C1', original]]))).toEqual([])
  })

  it('that is voided is reversed: an amount that cannot be recouped now is carried to the next payment', async () => {
    const first = remittance(await send(claim('C1', coded('T1015', 10_000))))
    const payerClaimNumber = first.claims[0]?.payerClaimNumber ?? null
    const voided = remittance(
      await send(claim('C2', { ...coded('T1015', 10_000), frequency: 'void', payerClaimNumber })),
    )
    expect(voided).toMatchObject({
      paidCents: 0,
      claims: [{ controlNumber: 'C1', status: 'reversal', paidCents: -5500 }],
      providerAdjustments: [{ reason: 'FB', amountCents: -5500 }],
    })
    const next = remittance(await send(claim('C3', coded('H0031', 20_000))))
    expect(next).toMatchObject({ paidCents: 13_000 - 5500, providerAdjustments: [{ reason: 'FB', amountCents: 5500 }] })
  })

  it('is paid less the recoupment for another claim', async () => {
    partner.recoup('LAKESIDE1', 1_000, 'OLD-CLAIM')
    const response = remittance(await send(claim('C1')))
    expect(response).toMatchObject({
      paidCents: 7413 - 1_000,
      providerAdjustments: [{ providerNpi: '1234567893', reason: 'WO', reference: 'OLD-CLAIM', amountCents: 1_000 }],
    })
  })

  it('may wait forever: silence is no response', async () => {
    partner.script({ match: { control: 'C1' }, outcome: { kind: 'silence' } })
    const parts = await send(claim('C1'))
    expect(acknowledged(parts)).toMatchObject([{ accepted: true }])
    expect(remittances(parts)).toEqual([])
  })
})

describe('a file at the clearinghouse', () => {
  const text = writeClaimFile({
    account: exampleAccount,
    control: { interchange: 77, group: 78 },
    fileReference: 'F-77',
    createdAt: new Date('2026-11-24T12:00:00Z'),
    claims: [exampleClaim],
  })
  const answers = async (content: string): Promise<readonly ResponsePart[]> => {
    await ours.submitClaims(content, 'id-spoilt')
    return (await ours.fetchMailbox()).flatMap((each) => readResponse(each.content).parts)
  }

  it('with an invalid envelope gets a TA1 that names the file', async () => {
    await expect(answers(text.replace('SE*28', 'SE*27'))).resolves.toMatchObject([
      {
        kind: 'interchange-acknowledgment',
        envelope: { receiverId: exampleAccount.submitterId },
        acknowledgment: { interchangeControlNumber: 77, accepted: false, faultCode: '024' },
      },
    ])
  })

  it.each([
    ['a segment that does not belong', 'LX*1~', 'CR1*1~', 'CR1'],
    ['no diagnosis', /HI\*[^~]*~/, 'PWK*1~', 'PWK'],
    ['small letters', 'CLINIC', 'clinic', 'NM1'],
  ])('with %s is rejected by a 999 with the position', async (_name, sound, spoilt, segment) => {
    const parts = await answers(text.replace(sound, spoilt))
    expect(parts).toHaveLength(1)
    expect(parts[0]).toMatchObject({
      kind: 'file-acknowledgment',
      acknowledgment: { groupControlNumber: 78, outcome: 'rejected' },
    })
    const [part] = parts
    const faults = part?.kind === 'file-acknowledgment' ? part.acknowledgment.sets[0]?.faults : []
    expect(faults?.map((fault) => fault.segment)).toContain(segment)
  })
})

describe('the script over HTTP', () => {
  const control = (path: string, body: unknown): Promise<Response> =>
    fetch(`${partner.url}/control/${path}`, { method: 'POST', body: JSON.stringify(body) })

  it('denies, withholds, truncates and repeats as a test in another process requests', async () => {
    await control('rules', { match: {}, outcome: { kind: 'pay', percent: 100 } })
    await control('recoupments', { payerId: 'LAKESIDE1', amountCents: 500, reference: 'X' })
    const response = remittance(await send(claim('C1', coded('T1015', 10_000))))
    expect(response.paidCents).toBe(8000 - 500)
    await control('faults', { fault: { kind: 'status', status: 500 }, times: 2 })
    await expect(ours.fetchMailbox()).rejects.toThrow('http-500')
    await expect(ours.fetchMailbox()).rejects.toThrow('http-500')
    await fetch(`${partner.url}/control/mailbox`, { method: 'POST', body: 'nonsense' })
    await control('mailbox/repeat', {})
    expect((await ours.fetchMailbox()).map(({ content }) => content)).toEqual(['nonsense', 'nonsense'])
    const state = (await (await fetch(`${partner.url}/control/state`)).json()) as { taken: unknown }
    expect(state.taken).toEqual([{ id: 'id-1', reference: 'REC000000001', times: 1 }])
  })
})
