import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { clickOn, press, waitFor } from '../../test/story.ts'
import { field, show, textOf } from '../../test/write-note.ts'
import '../define/lab-orders.ts'
import '../define/prescription-pad.ts'
import { expandMacro } from './expand-macro.ts'

afterEach(unmount)

const aids = async (more: Parameters<typeof show>[0] = {}) => {
  const shown = await show(more)
  await waitFor(() => field('#order-set'), 'the order sets')
  return shown
}

test('a macro is replaced by its text, and the person goes on typing behind it', async () => {
  const { stored } = await aids()
  await tabTo('Plan')
  await userEvent.keyboard('Today .rest And sleep.')
  expect(field('#section-plan')?.value).toBe('Today Rest, drink plenty, and call if it gets worse. And sleep.')
  await userEvent.keyboard('{Tab}')
  await waitFor(async () => textOf(await stored(), 'plan')?.includes('drink plenty'), 'the stored text')
})

test('a macro needs its dot at the start of a word; an own one counts before the clinic’s', () => {
  const macros = [
    { name: 'ros', shared: true, text: 'Theirs', version: 1 },
    { name: 'ros', shared: false, text: 'Mine', version: 1 },
  ]
  expect(expandMacro('.ros ', 5, macros)).toEqual({ name: 'ros', text: 'Mine ', caret: 5 })
  expect(expandMacro('a.ros ', 6, macros)).toBeNull()
  expect(expandMacro('.ros', 4, macros)).toBeNull()
  expect(expandMacro('.none ', 6, macros)).toBeNull()
  expect(expandMacro('See .ros\nNext', 9, macros)?.text).toBe('See Mine\nNext')
})

test('an own macro is saved, used and deleted', async () => {
  const { client } = await aids()
  await pressKeyOn('Text macros')
  await focusComesTo('Word')
  await userEvent.keyboard('W{Tab}')
  await press(document.body, 'Save the macro')
  await waitFor(() => pageText().includes('Write a word of 2 to 30'), 'the fault')
  await tabTo('Word', '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('{Control>}a{/Control}water{Tab}Drink water.')
  await press(document.body, 'Save the macro')
  await waitFor(() => pageText().includes('.water'), 'the macro')
  expect((await client.textMacros.list()).items).toContainEqual({
    ...{ name: 'water', shared: false, text: 'Drink water.', version: 1 },
  })
  await press(document.body, 'Delete .water')
  await waitFor(() => !pageText().includes('.water Drink water.'), 'the macro to go')
})

test('a section is copied from the last signed note, and says so', async () => {
  const { stored } = await aids()
  await pressKeyOn('Copy from your last note')
  await waitFor(() => pageText().includes('Copy from'), 'the buttons')
  await clickOn(document.body, '.section:has(#section-plan) .btn')
  await waitFor(() => /Copied from your note of/.test(pageText()), 'the origin')
  expect(field('#section-plan')?.value).toContain('Lisinopril 10 mg once a day.')
  field('#section-plan')?.focus()
  await userEvent.keyboard('{Tab}')
  const storedPlan = async () => (await stored()).sections.find(({ code }) => code === 'plan')
  await expect.poll(async () => (await storedPlan())?.copiedFrom?.noteId, { timeout: 5_000 }).toBe('note-past')
  await tabTo('Plan', '{Shift>}{Tab}{/Shift}')
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
  await waitFor(() => !/Copied from your note of/.test(pageText()), 'the origin to go with the text')
})

test('an order set that is typed before the sets have arrived is found once they have', async () => {
  const ended = Promise.withResolvers<void>()
  const list = createSampleWorld({ stage: 'ended' }).handlersFor('practitioner').listOrderSets!
  await aids({
    listOrderSets: async (input) => {
      await ended.promise
      return list(input)
    },
  })
  await tabTo('Order set')
  await userEvent.keyboard('high')
  // Longer than typing is waited for: the search has begun.
  await new Promise((resolve) => setTimeout(resolve, 600))
  ended.resolve()
  await waitFor(() => field('[role=option]'), 'the set')
})

test('one choice of an order set brings diagnosis, text and orders', async () => {
  const { client } = await aids()
  await tabTo('Order set')
  await userEvent.keyboard('high bl')
  await waitFor(() => field('[role=option]'), 'the set')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => pageText().includes('added to the note'), 'the confirmation')
  expect(field('#section-plan')?.value).toContain('Next visit in three months.')
  expect(pageText()).toContain('I10 Essential (primary) hypertension')
  await press(document.body, 'Order a test: BMP')
  await waitFor(() => pageText().includes('Basic metabolic panel'), 'the test in the form')
  await press(document.body, /^\s*Send the order\s*$/)
  await waitFor(() => pageText().includes('Answer this question'), 'that the laboratory asks something')
  expect(client.calls.map(({ operationId }) => operationId)).not.toContain('placeLabOrder')
})

test('a prescription of an order set opens filled in, is checked, and is not signed by itself', async () => {
  const { client } = await aids()
  await tabTo('Order set')
  await userEvent.keyboard('high bl')
  await waitFor(() => field('[role=option]'), 'the set')
  await userEvent.keyboard('{Enter}')
  await press(document.body, 'Prescribe: lisinopril 10 MG Oral Tablet')
  await waitFor(() => field('#quantity')?.value === '90', 'the supply of the set')
  expect(pageText()).toContain('Take 1 tablet by mouth once a day.')
  const called = () => client.calls.map(({ operationId }) => operationId)
  await waitFor(() => called().includes('checkPrescription'), 'the check')
  expect(called().filter((each) => /^(write|sign)Prescription$/.test(each))).toEqual([])
})

test('a prescription of an order set whose medicine is not on the list any more is not offered', async () => {
  await aids({ searchMedications: () => ({ items: [] }) })
  await tabTo('Order set')
  await userEvent.keyboard('high bl')
  await waitFor(() => field('[role=option]'), 'the set')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => pageText().includes('Order a test: BMP'), 'the orders')
  await waitFor(() => !/From the order set:.*Prescribe/s.test(pageText()), 'the prescription to go')
})

test('the only diagnosis of the note goes into a prescription, with the pharmacy of the last one', async () => {
  const { client, world } = await aids()
  client.setHandlers({ getPatientPharmacy: ({ path }) => ({ patientId: path.patientId, pharmacy: null }) })
  await tabTo('Add a diagnosis')
  await userEvent.keyboard('htn')
  await waitFor(() => field('[role=option]'), 'the diagnosis')
  await userEvent.keyboard('{Enter}{Escape}')
  await focusComesTo('Visit note')
  await userEvent.keyboard('p')
  await focusComesTo('Medicine')
  await userEvent.keyboard('strep')
  await waitFor(() => field('visit-prescription-pad [role=option]') ?? field('[role=option]'), 'the favorite')
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
  await waitFor(() => /Diagnosis, if the label needs one\s+I10/.test(pageText()), 'the diagnosis')
  const { items } = await world
    .client('practitioner')
    .prescriptions.ofPatient(world.ids.patientId ?? '')
    .page()
  const latest = items.find(({ pharmacy }) => pharmacy)?.pharmacy?.name ?? 'no pharmacy'
  await waitFor(() => pageText().includes(latest), 'the pharmacy')
})

test('single keys wait while the person types, are listed, and can be turned off', async () => {
  await aids()
  await tabTo('Plan')
  await userEvent.keyboard('d')
  expect(field('#section-plan')?.value).toBe('d')
  await userEvent.keyboard('{Escape}')
  await focusComesTo('Visit note')
  await userEvent.keyboard('?')
  await waitFor(() => pageText().includes('Keys on this page'), 'the list')
  expect(pageText()).toMatch(/D Go to the diagnosis search/)
  await userEvent.keyboard('d')
  expect(pageText()).toContain('Keys on this page')
  await press(document.body, 'Use single keys')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => !pageText().includes('Keys on this page'), 'the list to close')
  await tabTo('Plan')
  await userEvent.keyboard('{Escape}d')
  await focusComesTo('Visit note')
  const { useShortcuts } = await import('../core/shortcuts.ts')
  useShortcuts(true)
})
