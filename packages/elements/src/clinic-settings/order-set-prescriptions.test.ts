import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { OrderSet } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { sent, show, type, until } from '../../test/clinic-settings-page.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(unmount)

const inForm = <E extends HTMLElement = HTMLInputElement>(selector: string) => deepQuery<E>(document.body, selector)
const find = async (typed: string): Promise<void> => {
  await tabTo('Add a prescription')
  await userEvent.keyboard(typed)
  await waitFor(() => inForm('#medicine-0'), 'the medicines')
}
const saved = (client: Awaited<ReturnType<typeof show>>) =>
  (sent(client, 'putOrderSet') as Pick<OrderSet, 'prescriptions'>[]).map(({ prescriptions }) => prescriptions)

test('a prescription is found, given its directions and supply, added and saved, with the keyboard alone', async () => {
  const client = await show('orders')
  await pressKeyOn('Change: Cold')
  await find('ibup')
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
  await userEvent.keyboard('{Control>}a{/Control}2')
  await tabTo('How often')
  await userEvent.keyboard('{Control>}a{/Control}3')
  await tabTo('Days')
  await userEvent.keyboard('5')
  await tabTo('Only when needed for')
  await userEvent.keyboard('pain')
  await until('Take 2 tablets by mouth 3 times a day for 5 days when needed for pain.')
  await tabTo('Refills')
  await userEvent.keyboard('{Control>}a{/Control}1')
  await pressKeyOn('Add to the set')
  await focusComesTo('Prescriptions')
  await until('30 tablets, 1 refill.')
  await pressKeyOn(/^Save/)
  await until('Add an order set')
  expect(saved(client)).toEqual([
    [
      {
        rxcui: '197806',
        directions: {
          ...{ dose: 2, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 3 }, days: 5, asNeededFor: 'pain' },
        },
        ...{ quantity: 30, daysSupply: 5, refills: 1, substitutionAllowed: true },
      },
    ],
  ])
})

test('one that is in the set has its name and directions, and is changed in its place', async () => {
  const client = await show('orders')
  await pressKeyOn('Change: High blood pressure, follow-up')
  await until('lisinopril 10 MG Oral Tablet')
  await until('Take 1 tablet by mouth once a day. 90 tablets, no refills.')
  await pressKeyOn(/^Change: lisinopril/)
  await focusComesTo('Dose')
  await type('#refills', '3')
  await press(document.body, 'Change it in the set')
  await until('90 tablets, 3 refills.')
  await press(document.body, /^\s*Save\s*$/)
  await until('Add an order set')
  expect(saved(client)).toMatchObject([[{ rxcui: '314076', quantity: 90, refills: 3 }]])
})

test('a number that is missing or out of range is refused at its field, and nothing is added', async () => {
  const client = await show('orders')
  await pressKeyOn('Change: Cold')
  await find('ibup')
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
  await type('#refills', '13')
  await userEvent.keyboard('{Enter}')
  await until('Write a whole number from 0 to 12.')
  await focusComesTo('Refills')
  await type('#refills', '0')
  await type('#dose', '')
  await press(document.body, 'Add to the set')
  await until('Write a number above 0')
  await focusComesTo('Dose')
  expect(sent(client, 'putOrderSet')).toEqual([])
})

test('a set is not saved around a prescription that is half written', async () => {
  const client = await show('orders')
  await pressKeyOn('Change: Cold')
  await find('ibup')
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
  await press(document.body, /^\s*Save\s*$/)
  await until('Finish this prescription, or leave it. Then save.')
  await focusComesTo('ibuprofen')
  expect(sent(client, 'putOrderSet')).toEqual([])
  await press(document.body, 'Leave it out')
  await press(document.body, /^\s*Save\s*$/)
  await until('Add an order set')
  expect(saved(client)).toEqual([[]])
})

test('a controlled medicine is shown with its schedule and cannot be chosen', async () => {
  await show('orders')
  await pressKeyOn('Change: Cold')
  await find('zolp')
  await until('Controlled, schedule IV')
  await userEvent.keyboard('{Enter}')
  expect(inForm('#dose')).toBeNull()
})

test('five are all, and a medicine that is not on the list keeps its code and can be taken out', async () => {
  const world = createSampleWorld()
  const { items } = await world.client('practitioner').orderSets.list()
  const [pattern] = items.flatMap(({ prescriptions }) => prescriptions)
  const prescriptions = ['1', '2', '3', '4', '5'].map((rxcui) => ({ ...pattern!, rxcui }))
  const listOrderSets = () => ({ items: items.map((set) => ({ ...set, prescriptions })) })
  await show('orders', { listOrderSets }, world)
  await pressKeyOn('Change: Cold')
  await until('RxNorm 5, quantity 90 for 90 days')
  expect(inForm('#medicine')).toBeNull()
  await press(document.body, /Take out: RxNorm 5,/)
  await waitFor(() => inForm('#medicine'), 'the search')
  expect(pageText()).not.toContain('RxNorm 5,')
})
