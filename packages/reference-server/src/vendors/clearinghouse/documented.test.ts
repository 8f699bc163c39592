import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  startClearinghouse,
  type SimulatedClearinghouse,
} from '../../../../sandbox/src/clearinghouse/start-clearinghouse.ts'
import { balanceRemittance } from '../../domains/billing/remittances/model/balance-remittance.ts'
import type { Claim } from './claim.ts'
import { exampleAccount, exampleClaim } from './example-claim.testing.ts'
import { createMailboxClearinghouse } from './mailbox/create-mailbox-clearinghouse.ts'
import { readEligibilityResponse } from './read-eligibility-response.ts'
import { readResponse } from './read-response.ts'
import { writeClaimFile } from './write-claim-file.ts'
import { writeEligibilityInquiry } from './write-eligibility-inquiry.ts'
import { readInterchange } from './x12/read-interchange.ts'
import { anyHost } from '../../platform/egress/any-host.testing.ts'

const now = new Date('2026-11-24T12:00:00Z')
const page = await readFile(new URL('../../../../../docs/reference/wire/x12.md', import.meta.url), 'utf8')

/** The message under a heading, joined to one line of X12. */
const example = (heading: string): string => {
  const [, text] = new RegExp(`^## ${heading}\n[^]*?\`\`\`text\n([^\`]+)\`\`\``, 'm').exec(page) ?? []
  if (text === undefined) throw new Error(`docs/reference/wire/x12.md has no example under "${heading}".`)
  return text.replaceAll('\n', '')
}

const claimFile = (number: number, claim: Claim): string =>
  writeClaimFile({
    account: exampleAccount,
    control: { interchange: number, group: number },
    fileReference: `VK-FILE-${number}`,
    createdAt: now,
    claims: [claim],
  })

const correctionOf = (payerClaimNumber: string): Claim => ({
  ...exampleClaim,
  controlNumber: 'VK-000000124',
  frequency: 'replacement',
  payerClaimNumber,
  lines: exampleClaim.lines.map((line) => ({ ...line, chargeCents: 20_000 })),
})

const question = writeEligibilityInquiry({
  account: exampleAccount,
  control: { interchange: 3, group: 3 },
  traceNumber: 'VK-ASK-1',
  createdAt: now,
  request: {
    payer: exampleClaim.payer,
    provider: exampleClaim.billingProvider,
    subscriber: exampleClaim.subscriber,
    dependent: null,
    serviceDay: '2026-11-24',
  },
})

describe('the page of X12 messages', () => {
  let partner: SimulatedClearinghouse
  const answers: string[] = []
  let response = ''

  beforeAll(async () => {
    partner = await startClearinghouse({ port: 0, now: () => now })
    const { apiBase: baseUrl, apiKey } = partner
    const ours = createMailboxClearinghouse({
      outgoing: anyHost,
      baseUrl,
      apiKey,
      account: exampleAccount,
      permit: async () => undefined,
    })
    for (const [index, file] of [claimFile(1, exampleClaim), claimFile(2, correctionOf('SIM000000002'))].entries()) {
      await ours.submitClaims(file, `id-${index}`)
      for (const { id, content } of await ours.fetchMailbox()) {
        answers.push(content.replaceAll('\n', ''))
        await ours.acknowledgeFile(id)
      }
    }
    const asked = await fetch(`${baseUrl}/eligibility`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}` },
      body: question,
    })
    response = (await asked.text()).replaceAll('\n', '')
  })

  afterAll(() => partner.stop())

  it('shows sent messages exactly', () => {
    expect(example('A claim: 837P')).toBe(claimFile(1, exampleClaim))
    expect(example('Eligibility inquiry: 270')).toBe(question)
  })

  it('shows received messages exactly', () => {
    const [syntax, taken, paid, , , corrected] = answers
    expect(example('The syntax was accepted: 999')).toBe(syntax)
    expect(example('The payer has the claim: 277CA')).toBe(taken)
    expect(example('The payer pays: 835')).toBe(paid)
    expect(example('A correction: 835 with a reversal')).toBe(corrected)
    expect(example('Eligibility response: 271')).toBe(response)
  })

  it('shows messages that this server can read, and payments that balance', () => {
    expect(readResponse(example('The syntax was accepted: 999')).parts).toMatchObject([
      { acknowledgment: { outcome: 'accepted' } },
    ])
    expect(readResponse(example('The payer has the claim: 277CA')).parts).toMatchObject([
      { acknowledgments: { claims: [{ controlNumber: exampleClaim.controlNumber, accepted: true }] } },
    ])
    for (const heading of ['The payer pays: 835', 'A correction: 835 with a reversal']) {
      const [part] = readResponse(example(heading)).parts
      if (part?.kind !== 'remittance') throw new Error('not a remittance')
      expect(balanceRemittance(part.remittance)).toEqual([])
    }
    const covered = readEligibilityResponse(readInterchange(example('Eligibility response: 271')), 'VK-ASK-1')
    expect(covered).toMatchObject({ status: 'active', copayCents: 2000 })
  })

  it('lists every field that can be refused, by its fault code', () => {
    for (const code of ['missing', 'too_long', 'too_short', 'malformed', 'characters', 'delimiter', 'inconsistent'])
      expect(page).toContain(`\`${code}\``)
  })
})
