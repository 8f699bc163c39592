import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { UnmatchedResult } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { press, waitFor, withProvider } from '../../test/story.ts'
import { labOrdersEn } from './lab-orders.en.ts'
import '../define/lab-orders.ts'
import '../define/provider.ts'

/* Each reason of the contract, from its arrival in the inbox to the end of the work. */

afterEach(unmount)

/** The inbox of a practitioner in which the one entry is changed. */
const showHeld = async (change: Partial<UnmatchedResult>) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const { listUnmatchedResults } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    listUnmatchedResults: async (input) => {
      const page = (await listUnmatchedResults?.(input)) as { items: UnmatchedResult[]; nextCursor: null }
      for (const item of page.items) Object.assign(item, change)
      return page
    },
  })
  await mount(withProvider(client, html`<visit-lab-orders></visit-lab-orders>`))
  await settled()
  const bodyOf = (operation: string) => client.calls.find(({ operationId }) => operationId === operation)?.body
  const wasCalled = (operation: string) => client.calls.some(({ operationId }) => operationId === operation)
  return { bodyOf, wasCalled }
}
const end = () => waitFor(() => !pageText().includes('Results and answers to decide'), 'the end of it')
const giveTo = async (button: string): Promise<void> => {
  await focusComesTo('Find the patient')
  await waitFor(() => /Our patient\s*: Robin Example/.test(pageText()), 'the patient')
  await press(document.body, /^\s*Basic metabolic panel\s+Ordered/)
  await press(document.body, button)
  await end()
}
const isSettledByTelephone = (reason: UnmatchedResult['reason']): boolean =>
  reason === 'contradictory' || reason === 'unknown-code'
const orderId = 'lab-order-bmp'

test.each(vocabularies.UnmatchedReason)(
  'what is held as %s says why, and a person gives it to an order or settles it',
  async (reason) => {
    const response = { status: 'unknown', text: 'See note (sample)' } as const
    const { bodyOf, wasCalled } = await showHeld({ reason, ...(isSettledByTelephone(reason) && { response }) })
    expect(pageText()).toContain(labOrdersEn[`reason_${reason}`])
    await pressKeyOn('Compare Hemoglobin A1c')
    if (!isSettledByTelephone(reason)) {
      await giveTo('Match to this order')
      return expect(bodyOf('matchResult')).toEqual({ orderId })
    }
    await focusComesTo('Telephone the laboratory. Then mark this as settled.')
    expect(pageText()).toContain('See note (sample)')
    expect(pageText()).not.toContain('Find the patient')
    await pressKeyOn('Show the message')
    await focusComesTo('The message as it came')
    await press(document.body, 'Settled by telephone')
    await end()
    expect([wasCalled('returnResult'), wasCalled('matchResult'), wasCalled('applyResponse')]).toEqual([
      true,
      false,
      false,
    ])
  },
)

test('a measurement in a unit that is not one of its test says so, and is settled by telephone', async () => {
  const { wasCalled } = await showHeld({ reason: 'contradictory' })
  expect(pageText()).toContain(labOrdersEn.reason_unit)
  expect(pageText()).not.toContain(labOrdersEn.reason_contradictory)
  await pressKeyOn('Compare Hemoglobin A1c')
  await focusComesTo('Telephone the laboratory. Then mark this as settled.')
  expect(pageText()).not.toContain('Find the patient')
  await press(document.body, 'Settled by telephone')
  await end()
  expect([wasCalled('returnResult'), wasCalled('matchResult')]).toEqual([true, false])
})

test.each(['Potassium', ''])(
  'a part of a result that cannot be read (%j) says so, and is settled by telephone',
  async (testName) => {
    const { wasCalled } = await showHeld({ reason: 'unknown-code', testName })
    expect(pageText()).toContain(labOrdersEn.reason_faulty)
    expect(pageText()).not.toContain(labOrdersEn['reason_unknown-code'])
    await pressKeyOn(`Compare ${testName || labOrdersEn.unnamedResult}`)
    await focusComesTo('Telephone the laboratory. Then mark this as settled.')
    expect(pageText()).not.toContain('Find the patient')
    await press(document.body, 'Settled by telephone')
    await end()
    expect([wasCalled('returnResult'), wasCalled('matchResult')]).toEqual([true, false])
  },
)

test.each(vocabularies.LabResponseStatus)(
  'a response that says %s is shown as one, without a name that it does not give',
  async (status) => {
    const { bodyOf, wasCalled } = await showHeld({
      reason: 'unknown-order',
      ...{ response: { status }, testName: '', fillerNumber: '', placerNumber: 'NOBODY-1', person: { name: '' } },
    })
    expect(pageText()).toContain(`A response about an order The laboratory says : ${labOrdersEn[`response_${status}`]}`)
    expect(pageText()).toContain('NOBODY-1')
    await pressKeyOn('Compare A response about an order')
    if (status === 'unknown') return
    await giveTo('Apply to this order')
    expect([bodyOf('applyResponse'), wasCalled('matchResult')]).toEqual([{ orderId }, false])
  },
)
