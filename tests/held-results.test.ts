import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { labOrdersEn } from '../packages/elements/src/lab-orders/lab-orders.en.ts'
import {
  potassium,
  startOrderingHospital,
  type OrderingHospital,
} from '../packages/reference-server/src/domains/labs/tests/ordering-hospital.testing.ts'
import {
  heldResults,
  type MakeResult,
} from '../packages/reference-server/src/tests/hold-reasons/held-results.testing.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { bundleElements, openDesk } from './desk-page.testing.ts'

type Schemas = components['schemas']

/*
 * Each hold reason of laboratories: from its arrival over MLLP to its desk in the browser, with its words, until a person has settled it
 * there. A reason that the contract adds does not compile without a message.
 */

let browser: Browser
let elements = ''
beforeAll(async () => {
  ;[browser, elements] = await Promise.all([launchCallBrowser(), bundleElements()])
})
afterAll(() => browser?.close())

describe('results that fit no order', () => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital('postgres', { hasGenetics: true })
  })
  afterAll(() => kit.stop())
  const { messages, responses } = heldResults(() => kit)
  /** Each in the name of its own patient. */
  const arrive = async (kind: string, reason: Schemas['UnmatchedReason'], make: MakeResult) => {
    const family = `${kind}${reason.replaceAll('-', '')}`
    const order = await kit.placed({}, { name: { given: 'Pat', family } })
    const { orderId } = order
    const number = `${kind}-${reason}`.slice(0, 22)
    const send = await make(order)
    const before = await kit.orderNow(orderId)
    expect(await send(number)).toBe('AA')
    return { reason, number, family, orderId, before }
  }
  const isSettled = ({ reason }: { readonly reason: string }): boolean =>
    reason === 'contradictory' || reason === 'unknown-code'
  const open = async () => {
    const [person, now] = [kit.clinician, kit.hospital.clock.now()]
    const element = '<visit-lab-orders></visit-lab-orders>'
    return { person, desk: await openDesk(browser, { elements, person, element, now }) }
  }
  /** Gives it to the order of its patient, or marks it as settled by telephone. */
  const decide = async (
    page: Page,
    held: Awaited<ReturnType<typeof arrive>>,
    { says, apply }: { readonly says: string; readonly apply: string },
  ): Promise<void> => {
    const waiting = page.locator('section').filter({ has: page.locator('#unmatched') })
    const line = waiting.getByRole('listitem').filter({ hasText: held.number })
    await line.getByText(says).first().waitFor()
    await line.getByRole('button', { name: /^Compare/ }).click()
    if (isSettled(held)) await line.getByRole('button', { name: labOrdersEn.settle, exact: true }).click()
    else {
      if (held.reason === 'unknown-order') {
        await line.locator('#find-patient').fill(held.family)
        await page.getByRole('option').filter({ hasText: held.family }).click()
      }
      await line.getByText(`Pat ${held.family}`).first().waitFor()
      await line.getByRole('radio').check()
      await line.getByRole('button', { name: apply, exact: true }).click()
    }
    await line.waitFor({ state: 'detached' })
  }

  it('say why they wait, and each is matched to its order, or settled if no one can match it', async () => {
    const all: Awaited<ReturnType<typeof arrive>>[] = []
    for (const reason of vocabularies.UnmatchedReason) all.push(await arrive('ORU', reason, messages[reason]))
    const { person, desk } = await open()
    for (const held of all) {
      // A part of a result has no code of ORC-1.
      const says = held.reason === 'unknown-code' ? labOrdersEn.reason_faulty : labOrdersEn[`reason_${held.reason}`]
      await decide(desk.page, held, { says, apply: labOrdersEn.match })
      const after = await kit.orderNow(held.orderId)
      const added = after.resultIds.length - held.before.resultIds.length
      expect([held.reason, added]).toEqual([held.reason, isSettled(held) ? 0 : 1])
    }
    expect((await person.get('/v1/unmatched-results')).body.items).toEqual([])
    expect(desk.faults).toEqual([])
    await desk.close()
  })

  it('responses about an order say why they wait, and each is applied to its order, or settled if no one can apply it', async () => {
    const all: Awaited<ReturnType<typeof arrive>>[] = []
    for (const reason of vocabularies.UnmatchedReason)
      // A response about an order that was cancelled confirms it, or contradicts it.
      if (reason !== 'order-cancelled') all.push(await arrive('ORL', reason, responses[reason]))
    const { person, desk } = await open()
    for (const held of all) {
      await decide(desk.page, held, { says: labOrdersEn[`reason_${held.reason}`], apply: labOrdersEn.apply })
      const { status } = await kit.orderNow(held.orderId)
      expect([held.reason, status]).toEqual([held.reason, isSettled(held) ? held.before.status : 'cancelled'])
    }
    expect((await person.get('/v1/unmatched-results')).body.items).toEqual([])
    expect(desk.faults).toEqual([])
    await desk.close()
  })

  it('a measurement in a unit that is not one of its test says so, and is settled by telephone', async () => {
    const held = await arrive('UNIT', 'contradictory', ({ received: { placerNumber } }) => async (fillerNumber) => {
      const values = [{ ...potassium('5.1'), unit: 'mg/dL' }]
      return (await kit.laboratory.report({ placerNumber, fillerNumber, values }))?.code
    })
    const { person, desk } = await open()
    await decide(desk.page, held, { says: labOrdersEn.reason_unit, apply: labOrdersEn.match })
    expect(await kit.orderNow(held.orderId)).toMatchObject({ status: 'accepted', resultIds: [] })
    expect((await person.get('/v1/unmatched-results')).body.items).toEqual([])
    await desk.close()
  })
})
