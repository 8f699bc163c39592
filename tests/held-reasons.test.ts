import type { Browser, Locator } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { heldLinesEn } from '../packages/elements/src/claim-desk/held-lines.en.ts'
import { mailboxFilesEn } from '../packages/elements/src/claim-desk/mailbox-files.en.ts'
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
import {
  faultyFiles,
  type RightFiles,
} from '../packages/reference-server/src/tests/hold-reasons/faulty-files.testing.ts'
import {
  heldPayments,
  type HeldPayment,
} from '../packages/reference-server/src/tests/hold-reasons/held-payments.testing.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { bundleElements, openDesk, type DeskPage } from './desk-page.testing.ts'

type Schemas = components['schemas']

/*
 * Each hold reason of the contract, from its arrival over the network to its desk in the browser, with its words and its actions. One action
 * of each kind is carried out. A reason that the contract adds has no message here, and does not compile.
 */

let browser: Browser
let elements = ''
beforeAll(async () => {
  ;[browser, elements] = await Promise.all([launchCallBrowser(), bundleElements()])
})
afterAll(() => browser?.close())

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
    const person = await hospital.as('biller')
    const now = hospital.clock.now()
    desk = await openDesk(browser, { elements, person, element: '<visit-claim-desk></visit-claim-desk>', now })
    await desk.page.getByRole('tab', { name: 'Held', exact: true }).click()
  })
  afterAll(async () => {
    expect(desk?.faults).toEqual([])
    await desk?.close()
    await hospital?.stop()
  })

  const back = async (): Promise<void> => {
    await desk.page.getByRole('button', { name: heldLinesEn.back }).click()
    await desk.page.locator('#held-heading').waitFor()
  }
  const settle = async (row: Locator): Promise<void> => {
    await desk.page.locator('#aside-reason').selectOption('payer-corrected')
    await desk.page.getByRole('button', { name: heldLinesEn.asideYes, exact: true }).click()
    await row.waitFor({ state: 'detached' })
  }

  it('shows each held line with why, and what a person can do', async () => {
    const { page } = desk
    const { items } = (await hospital.biller.get('/v1/held-lines?limit=100')).body as { items: Schemas['HeldLine'][] }
    for (const reason of vocabularies.HoldReason) {
      const number = payments.get(reason)?.paymentNumber
      const line = items.find(({ traceNumber }) => traceNumber === number)
      expect([reason, line?.holdReason]).toEqual([reason, reason])
      const row = page.locator(`[id="held-${line?.id}"]`)
      await row.click()
      const why = page.locator('.banner.warn').filter({ hasText: heldLinesEn[`why_${reason}`] })
      await why.waitFor()
      expect(await why.textContent()).toContain(heldLinesEn[reason])
      await page.locator('#aside-reason').waitFor()
      const isPosted = !['unbalanced', 'usage-differs', 'unreadable'].includes(reason)
      expect([reason, await page.locator('#match-heading').count()]).toEqual([reason, isPosted ? 1 : 0])
      if (reason === 'claim-unknown') await settle(row)
      else if (reason === 'payer-unknown') {
        await page.locator('[name=candidate]').first().check()
        await page.locator('#confirm').check()
        await page.getByRole('button', { name: heldLinesEn.post, exact: true }).click()
        await row.waitFor({ state: 'detached' })
      } else await back()
    }
    const after = (await hospital.biller.get('/v1/held-lines?limit=100')).body as { items: Schemas['HeldLine'][] }
    const left = items.map(({ id }) => id).filter((id) => !after.items.some((each) => each.id === id))
    expect(left).toHaveLength(2)
  })

  it('shows each faulty file with its fault, and what a person can do', async () => {
    const { page } = desk
    const { items } = (await hospital.biller.get('/v1/mailbox-files?limit=100')).body as {
      items: Schemas['MailboxFile'][]
    }
    for (const fault of faults) {
      const file = items.find((each) => each.fault === fault)
      expect([fault, file?.fault]).toEqual([fault, fault])
      const row = page.locator(`[id="file-${file?.id}"]`)
      await row.click()
      await page.locator('#file-heading').waitFor()
      await page
        .getByText(String(mailboxFilesEn[`fault_${fault}`]), { exact: false })
        .first()
        .waitFor()
      await page.locator('#aside-reason').waitFor()
      if (fault === 'count') await settle(row)
      else if (fault === 'amount') {
        await page.locator('#read-again').click()
        await row.waitFor({ state: 'detached' })
      } else {
        expect(await page.locator('#read-again').count()).toBe(1)
        await back()
      }
    }
  })
})
