import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { claimStatusEn } from '../packages/elements/src/claim-desk/claim-status.en.ts'
import { acceptedClaim } from '../packages/reference-server/src/domains/billing/remittances/tests/remittances.testing.ts'
import {
  startBillingHospital,
  type BillingHospital,
} from '../packages/reference-server/src/domains/billing/tests/billing-hospital.testing.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { bundleElements, openDesk, signInMember } from './desk-page.testing.ts'

/* A question about a claim (276) from the desk in the browser to the clearinghouse, and its answer (277) back to the desk. */

let browser: Browser
let elements = ''
let hospital: BillingHospital
beforeAll(async () => {
  ;[browser, elements, hospital] = await Promise.all([
    launchCallBrowser(),
    bundleElements(),
    startBillingHospital('postgres'),
  ])
})
afterAll(async () => {
  await browser?.close()
  await hospital?.stop()
})

it('a person asks the payer where a claim is, and reads the answer', async () => {
  const { claim } = await acceptedClaim(hospital)
  const [person, now] = [await signInMember(hospital, 'biller'), hospital.clock.now()]
  const element = `<visit-claim-desk claim-id="${claim.id}"></visit-claim-desk>`
  const asking = await openDesk(browser, { elements, person, element, now })
  await asking.page.getByText(claimStatusEn.none).waitFor()
  const status = asking.page.getByRole('region', { name: claimStatusEn.heading })
  await status.getByRole('button', { name: claimStatusEn.ask, exact: true }).click()
  await asking.page.getByText(claimStatusEn.state_sending).waitFor()
  await asking.close()

  await hospital.runJob('billing.transmit')
  const { mailbox } = hospital.clearinghouse
  expect(mailbox.list(1_000).some(({ content }) => content.includes('005010X212'))).toBe(true)
  await hospital.exchange()
  const { items } = (await person.get(`/v1/claims/${claim.id}/status-inquiries`)).body
  const [{ meaning, code }] = items[0].statuses
  const reading = await openDesk(browser, { elements, person, element, now })
  await reading.page.getByText(claimStatusEn[`meaning_${meaning}` as 'meaning_pending']).waitFor()
  await reading.page.getByText(code).first().waitFor()
  expect([...asking.faults, ...reading.faults]).toEqual([])
  await reading.close()
})
