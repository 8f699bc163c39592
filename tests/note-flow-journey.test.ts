import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { actsOf } from './count-acts.testing.ts'
import {
  focusComesTo,
  focusedName,
  orderFromNote,
  prescribeFromNote,
  takeFirst,
  waitingPatient,
} from './note-flow.testing.ts'
import { useDemo } from './use-demo.ts'
import { endVisit, saveScreenshots, type WatchedPage } from './visit-journey.testing.ts'

const journey = useDemo()

const tabTo = async (page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    if (name.test(await focusedName(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`No Tab stop ${name}; the focus is on "${await focusedName(page)}".`)
}

describe('from admit to a signed note with a diagnosis, a prescription and a lab order', () => {
  it('takes at most 11 clicks, the end of the visit among them', async () => {
    const people: WatchedPage[] = []
    onTestFailed(() => saveScreenshots('note-flow-clicks', people))
    const page = await waitingPatient(journey, people)
    const note = page.locator('visit-note-editor')

    await page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await note.getByRole('combobox', { name: 'Add a diagnosis' }).click()
    await takeFirst(page, 'sore throat')
    await note.getByText('J02.9').first().waitFor()

    await prescribeFromNote(page, 'amox', 'J02.9')
    await orderFromNote(page, 'CBC', 'J02.9')

    await endVisit(page)
    await page.locator('visit-video-room').waitFor({ state: 'detached' })
    await note.getByLabel('Assessment').click()
    await page.keyboard.type('Acute pharyngitis.')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Home with an antibiotic.')
    await note.getByText('Ready to sign').waitFor()
    await note.getByRole('button', { name: 'Sign', exact: true }).click()
    await note.getByText(/Signed by Dr Grace Oyelaran/).waitFor()

    const { clicks } = await actsOf(page)
    expect(clicks).toBeLessThanOrEqual(11)
    expect(people.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('works with the keyboard alone, from an order set', async () => {
    const people: WatchedPage[] = []
    onTestFailed(() => saveScreenshots('note-flow-keys', people))
    const page = await waitingPatient(journey, people)
    const note = page.locator('visit-note-editor')
    const [pad, labs] = [note.locator('visit-prescription-pad'), note.locator('visit-lab-orders')]

    await page.keyboard.press('n')
    await note.getByRole('combobox', { name: 'Order set' }).waitFor()
    await page.locator('visit-video-room').getByRole('button', { name: 'End visit' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys on this page' }).getByText('Prescribe').waitFor()
    await page.keyboard.press('Escape')

    await page.keyboard.press('o')
    await takeFirst(page, 'strep')
    await expect.poll(() => note.getByLabel('Assessment').inputValue()).toContain('streptococcal pharyngitis')
    await page.keyboard.press('Escape')
    await page.keyboard.press('p')
    await focusComesTo(page, 'Medicine')
    // Another medicine than before: a second course of the same would need a reason.
    await takeFirst(page, 'hay fever')
    await pad.getByText('J02.0').waitFor()
    // It waits while the medicine is checked.
    await pad.locator('button:not([aria-disabled="true"])').getByText('Sign and send', { exact: true }).waitFor()
    await tabTo(page, /^Sign and send$/)
    await page.keyboard.press('Enter')
    await pad.getByRole('button', { name: 'Sign and send now' }).waitFor()
    await tabTo(page, /^Sign and send now$/)
    await page.keyboard.press('Enter')
    await focusComesTo(page, 'Prescribe')

    await page.keyboard.press('l')
    await focusComesTo(page, 'Add a test')
    await takeFirst(page, 'CBC')
    await labs.getByText('J02.0').first().waitFor()
    await tabTo(page, /^Send the order$/)
    await page.keyboard.press('Enter')
    await focusComesTo(page, 'Order a test')

    await page.keyboard.press('e')
    await tabTo(page, /^End visit$/)
    await page.keyboard.press('Enter')
    await page.locator('visit-video-room').waitFor({ state: 'detached' })
    await note.getByText('Ready to sign').waitFor()
    await page.keyboard.press('s')
    await note.getByText(/Signed by Dr Grace Oyelaran/).waitFor()

    expect((await actsOf(page)).clicks).toBe(0)
    expect(people.flatMap(({ faults }) => faults)).toEqual([])
  })
})
