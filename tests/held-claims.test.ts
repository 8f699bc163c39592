import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aMinutePasses, runEveryJobOnce } from '../packages/reference-server/src/tests/hold-reasons/a-minute.testing.ts'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { claimDeskEn } from '../packages/elements/src/claim-desk/claim-desk.en.ts'
import { coverageEn } from '../packages/elements/src/claim-desk/coverage.en.ts'
import { heldLinesEn } from '../packages/elements/src/claim-desk/held-lines.en.ts'
import { mailboxFilesEn } from '../packages/elements/src/claim-desk/mailbox-files.en.ts'
import { nextPayerEn } from '../packages/elements/src/claim-desk/next-payer.en.ts'
import {
  unusableResponses,
  wrongResponses,
} from '../packages/reference-server/src/domains/billing/coverages/tests/eligibility-responses.testing.ts'
import {
  inAnotherEnvelope,
  emptyMailbox,
  sentClaim,
} from '../packages/reference-server/src/domains/billing/remittances/tests/acknowledgments.testing.ts'
import { acceptedClaim } from '../packages/reference-server/src/domains/billing/remittances/tests/remittances.testing.ts'
import {
  startBillingHospital,
  type BillingHospital,
} from '../packages/reference-server/src/domains/billing/tests/billing-hospital.testing.ts'
import { reportFaults } from '../packages/reference-server/src/domains/billing/remittances/model/fault-of-file.ts'
import { insure } from '../packages/reference-server/src/domains/billing/tests/held-visits.testing.ts'
import {
  faultyFiles,
  type RightFiles,
} from '../packages/reference-server/src/tests/hold-reasons/faulty-files.testing.ts'
import { heldPayments } from '../packages/reference-server/src/tests/hold-reasons/held-payments.testing.ts'
import { heldReports } from '../packages/reference-server/src/tests/hold-reasons/held-reports.testing.ts'
import type { HeldPayment } from '../packages/reference-server/src/tests/hold-reasons/posted-by-hand.testing.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { bundleElements, openDesk, signInMember, type DeskPage } from './desk-page.testing.ts'

type Schemas = components['schemas']

/*
 * Each hold reason of payments, files and answers of payers: from its arrival over the network to its desk in the
 * browser, with its words, until a person has settled it there. A reason that the contract adds does not compile without a message.
 */

let browser: Browser
let elements = ''
beforeAll(async () => {
  ;[browser, elements] = await Promise.all([launchCallBrowser(), bundleElements()])
})
afterAll(() => browser?.close())

it('every vocabulary of reasons is walked here, or with the prescription that it is about', () => {
  const named = /HoldReason$|UnmatchedReason$|MailboxFault$|Attention$/u
  expect(
    Object.keys(vocabularies)
      .filter((name) => named.test(name))
      .toSorted(),
  ).toEqual([
    ...['EligibilityHoldReason', 'HoldReason', 'MailboxFault', 'PartnerHoldReason', 'PharmacyHoldReason'],
    // packages/elements/src/prescription-pad/every-attention.test.ts
    'PrescriptionAttention',
    'UnmatchedReason',
  ])
})

describe('the claim desk', () => {
  let hospital: BillingHospital
  let desk: DeskPage
  const payments = new Map<Schemas['HoldReason'], HeldPayment>()
  const faults = vocabularies.MailboxFault.filter((fault) => 'from' in faultyFiles[fault])

  /** Puts everything into one mailbox. */
  const arrive = async (): Promise<void> => {
    for (const reason of vocabularies.HoldReason) payments.set(reason, await heldPayments[reason](hospital))
    const { claim: asked } = await acceptedClaim(hospital)
    const sent = await sentClaim(hospital)
    await hospital.biller.post(`/v1/claims/${asked.id}/status-inquiries`, {})
    await hospital.runJob('billing.transmit')
    const { mailbox } = hospital.clearinghouse
    const answer = mailbox.list(1_000).find(({ content }) => content.includes('005010X212'))?.content ?? ''
    const right: RightFiles = { ...sent, answer }
    emptyMailbox(hospital)
    const post = (file: string): unknown => mailbox.post(file, hospital.clock.now())
    const late: string[] = []
    for (const { first = [] } of payments.values()) first.forEach(post)
    for (const fault of faults) {
      const made = faultyFiles[fault]
      if (!('from' in made)) continue
      const spoilt = made.change(inAnotherEnvelope(right[made.from]))
      if (made.afterAnswer) late.push(spoilt)
      else post(spoilt)
    }
    for (const file of [right.syntax, right.taken, right.answer]) post(file)
    await hospital.exchange()
    for (const { file } of payments.values()) post(file)
    late.forEach(post)
    await hospital.exchange()
  }
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    await arrive()
    const person = await signInMember(hospital, 'biller')
    const now = hospital.clock.now()
    desk = await openDesk(browser, { elements, person, element: '<visit-claim-desk></visit-claim-desk>', now })
    await desk.page.getByRole('tab', { name: 'Held', exact: true }).click()
  })
  afterAll(async () => {
    expect(desk?.faults).toEqual([])
    await desk?.close()
    await hospital?.stop()
  })

  /** Back in the list, and without it. */
  const gone = async (row: Locator): Promise<void> => {
    await desk.page.locator('#held-heading').waitFor()
    await row.waitFor({ state: 'detached' })
  }
  const settle = async (row: Locator): Promise<void> => {
    await desk.page.locator('#aside-reason').selectOption('payer-corrected')
    await desk.page.getByRole('button', { name: heldLinesEn.asideYes, exact: true }).click()
    await gone(row)
  }

  /** Finds the claim by its number, says whose payment it is if that is asked, and posts the line to it. */
  const postTo = async (claimNumber: string, row: Locator): Promise<void> => {
    const { page } = desk
    await page.locator('#number').fill(claimNumber)
    await page.getByRole('button', { name: heldLinesEn.find, exact: true }).click()
    const found = page.locator('.candidate')
    await expect.poll(() => found.count()).toBe(1)
    await found.getByText(claimNumber, { exact: true }).first().waitFor()
    await found.getByRole('radio').check()
    const confirm = page.locator('#confirm')
    if (await confirm.count()) await confirm.check()
    await page.getByRole('button', { name: heldLinesEn.post, exact: true }).click()
    await gone(row)
  }
  /** Posts the answer of a payer on the claim, comes back to the line and resolves it. */
  const answerOn = async (row: Locator, amounts: Readonly<Record<'paid' | 'discount' | 'patient', string>>) => {
    const { page } = desk
    await page
      .getByRole('button', { name: new RegExp(`^${heldLinesEn.openClaim}`, 'u') })
      .first()
      .click()
    for (const part of ['paid', 'discount', 'patient'] as const) await page.locator(`#next-${part}`).fill(amounts[part])
    await page.getByRole('button', { name: nextPayerEn.post, exact: true }).click()
    await page.getByText(nextPayerEn.answerByHand).waitFor()
    await page.getByRole('button', { name: claimDeskEn.backToHeld, exact: true }).click()
    await settle(row)
  }
  const linesHeld = async (): Promise<Schemas['HeldLine'][]> =>
    (await hospital.biller.get('/v1/held-lines?limit=100')).body.items

  it('shows each held line with why, and a person posts it by hand, unless no one can', async () => {
    const { page } = desk
    const items = await linesHeld()
    for (const reason of vocabularies.HoldReason) {
      const { paymentNumber, byHand } = payments.get(reason) as HeldPayment
      const line = items.find(({ traceNumber }) => traceNumber === paymentNumber)
      expect([reason, line?.holdReason]).toEqual([reason, reason])
      if (byHand.kind === 'line') await byHand.before?.()
      const row = page.locator(`[id="held-${line?.id}"]`)
      await row.click()
      const why = page.locator('.banner.warn').filter({ hasText: heldLinesEn[`why_${reason}`] })
      await why.waitFor()
      expect(await why.textContent()).toContain(heldLinesEn[reason])
      await page.locator('#aside-reason').waitFor()
      const canBePosted = byHand.kind === 'line' || reason === 'next-payer-differs'
      expect([reason, await page.locator('#match-heading').count()]).toEqual([reason, canBePosted ? 1 : 0])
      if (byHand.kind === 'never') await settle(row)
      else if (byHand.kind === 'answer') await answerOn(row, byHand)
      else await postTo(byHand.claimNumber, row)
      const { body: after } = await hospital.biller.get(`/v1/held-lines/${line?.id}`)
      expect([reason, after.resolution]).toEqual([reason, byHand.kind === 'line' ? 'matched' : 'external'])
      if (byHand.kind === 'never') continue
      const claim: Schemas['Claim'] = (await hospital.biller.get(`/v1/claims/${byHand.claimId}`)).body
      if (byHand.kind === 'answer') expect([reason, claim.nextPayer?.answers.length]).toEqual([reason, 1])
      else expect([reason, after.claimId]).toEqual([reason, claim.id])
    }
    expect(await linesHeld()).toEqual([])
  })

  it('every fault is walked here, or shown elsewhere as a reason of its own', () => {
    const others = vocabularies.MailboxFault.filter((fault) => 'shownAs' in faultyFiles[fault])
    expect(others.toSorted()).toEqual(
      [...reportFaults, 'percent', 'server', 'service', 'trace_number_mismatch'].toSorted(),
    )
  })

  it('shows each faulty file with its fault, and what a person can do', async () => {
    const { page } = desk
    const { items } = (await hospital.biller.get('/v1/mailbox-files?limit=100')).body as {
      items: Schemas['MailboxFile'][]
    }
    const more = page.getByRole('button', { name: mailboxFilesEn.more })
    const rows = page.locator('[id^="file-"]')
    for (let shown = await rows.count(); shown < items.length; shown = await rows.count()) {
      await more.click()
      await expect.poll(() => rows.count()).toBeGreaterThan(shown)
    }
    for (const fault of faults) {
      const file = items.find((each) => each.fault === fault)
      expect([fault, file?.fault]).toEqual([fault, fault])
      const row = page.locator(`[id="file-${file?.id}"]`)
      await row.click()
      await page.locator('#file-heading').waitFor()
      await page.getByText(mailboxFilesEn[`fault_${fault}`], { exact: false }).first().waitFor()
      await page.locator('#aside-reason').waitFor()
      if (fault === 'amount') {
        await page.locator('#read-again').click()
        await gone(row)
      } else {
        expect(await page.locator('#read-again').count()).toBe(1)
        await settle(row)
      }
    }
    expect((await hospital.biller.get('/v1/mailbox-files?limit=100')).body.items).toEqual([])
  })
})

describe('reports of the payment processor', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())
  const { reports } = heldReports(() => hospital)

  it('are at the claim desk with what they say, and are resolved there', async () => {
    for (const fault of reportFaults) await reports[fault]()
    await hospital.processor.webhooks.settled()
    await hospital.settle()
    const [person, now] = [await signInMember(hospital, 'biller'), hospital.clock.now()]
    const desk = await openDesk(browser, {
      ...{ elements, person, now },
      element: '<visit-claim-desk></visit-claim-desk>',
    })
    const { page } = desk
    await page.getByRole('tab', { name: 'Held', exact: true }).click()
    const files = async (): Promise<Schemas['MailboxFile'][]> =>
      (await person.get('/v1/mailbox-files?limit=100')).body.items
    const items = await files()
    for (const fault of reportFaults) {
      const report = items.find((each) => each.fault === fault)
      expect([fault, report?.fault]).toEqual([fault, fault])
      const row = page.locator(`[id="file-${report?.id}"]`)
      await row.click()
      await page.getByText(mailboxFilesEn[`fault_${fault}`], { exact: false }).first().waitFor()
      expect([fault, await page.locator('#read-again').count()]).toEqual([fault, 0])
      await page.locator('#aside-reason').selectOption('not-ours')
      await page.getByRole('button', { name: heldLinesEn.asideYes, exact: true }).click()
      // Back in the list, and without it: while a report is open, no row is there.
      await page.locator('#held-heading').waitFor()
      await row.waitFor({ state: 'detached' })
    }
    expect(await files()).toEqual([])
    expect(desk.faults).toEqual([])
    await desk.close()
  })
})

describe('the coverage of a patient', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
  })
  afterAll(() => hospital.stop())

  it('shows each answer of a payer that is held, and the payer is asked again', async () => {
    const families = new Map<string, string>()
    await runEveryJobOnce(hospital)
    for (const [at, reason] of vocabularies.EligibilityHoldReason.entries()) {
      const [, alter] = [...wrongResponses, ...unusableResponses].find(([, , each]) => each === reason) ?? []
      if (alter === undefined) throw new Error(`no answer is held for ${reason}`)
      const family = `Held${'abcdefghijklmnop'.charAt(at)}son`
      const patientId = await hospital.addPatient({ name: { given: 'Robin', family } })
      const { id } = await insure(await hospital.as('biller'), patientId, 'Lakeside Mutual Health')
      await aMinutePasses(hospital)
      for (let attempt = 0; attempt < 60; attempt += 1)
        hospital.clearinghouse.fail({ route: 'eligibility', fault: { kind: 'altered', alter } })
      const biller = await hospital.as('biller')
      expect((await biller.post(`/v1/coverages/${id}/eligibility-checks`)).status).toBe(201)
      await aMinutePasses(hospital)
      families.set(reason, family)
      await fetch(`${hospital.clearinghouse.url}/control/reset`, { method: 'POST' })
    }
    const [person, now] = [await signInMember(hospital, 'biller'), hospital.clock.now()]
    const desk = await openDesk(browser, { elements, person, element: '<visit-inbox></visit-inbox>', now })
    const { page } = desk
    for (const [reason, family] of families) {
      await page.locator('#find-insured').fill(family)
      await page.getByRole('option').filter({ hasText: family }).click()
      await page
        .getByText(coverageEn[`held_${reason}` as keyof typeof coverageEn])
        .first()
        .waitFor()
      await page.getByRole('button', { name: new RegExp(`^${coverageEn.askAgain}`) }).click()
      await page.getByText(coverageEn[`held_${reason}` as keyof typeof coverageEn]).waitFor({ state: 'detached' })
    }
    expect(desk.faults).toEqual([])
    await desk.close()
  })
})
