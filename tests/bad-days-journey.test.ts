import { describe, expect, it } from 'vitest'
import {
  asPatient,
  asksBeforeReload,
  bookedCount,
  doubleText,
  expectReflow,
  focusComesTo,
  keyOn,
  toConfirm,
  toNewMessage,
  withoutDevices,
  words,
} from './bad-days.testing.ts'
import { useDemo } from './use-demo.ts'

/* The ten bad days of a patient and a clinician: nothing that was written is lost, and the page says how to go on. */

const journey = useDemo({ ownProcesses: true })

describe('the server is stopped', () => {
  it('while a patient books: the reason stays, and the visit is booked once when it is back', async () => {
    const { page, context } = await asPatient(journey, 'server-booking')
    const booking = await toConfirm(page)
    const before = await bookedCount(page)
    const back = journey.demo.crashServer()
    await booking.getByRole('button', { name: 'Book this visit' }).click()
    const booked = booking.getByRole('heading', { name: 'Your visit is booked' })
    await booked.or(booking.getByRole('alert')).first().waitFor({ timeout: 60_000 })
    if (!(await booked.isVisible())) {
      expect(await booking.getByRole('alert').first().innerText()).toMatch(/try again|connection/i)
      expect(await booking.getByLabel('What would you like to talk about?').inputValue()).toBe(words)
    }
    await back
    if (!(await booked.isVisible())) await booking.getByRole('button', { name: 'Book this visit' }).click()
    await booked.waitFor()
    expect(await bookedCount(page)).toBe(before + 1)
    await context.close()
  })

  it('while a patient writes a message: it stays, with what to do, and is sent once', async () => {
    const { page, context } = await asPatient(journey, 'server-message')
    const messages = await toNewMessage(page)
    await context.route(`${journey.demo.serverUrl}/**`, (route) => route.abort('connectionrefused'))
    await messages.getByRole('button', { name: 'Send' }).click()
    await messages.getByRole('alert').first().waitFor({ timeout: 60_000 })
    expect(await messages.getByRole('alert').first().innerText()).toMatch(/not sent|try again|connection/i)
    expect(await messages.getByLabel('Your message').inputValue()).toBe(words)
    await context.unroute(`${journey.demo.serverUrl}/**`)
    await messages.getByRole('button', { name: 'Send' }).click()
    await messages.getByText(words).waitFor()
    await context.close()
  })
})

describe('the browser is offline', () => {
  it('while a patient writes: the page says so, asks before it is left, and once it is back a reload loses nothing', async () => {
    const { page, context } = await asPatient(journey, 'offline-message')
    const messages = await toNewMessage(page)
    await context.setOffline(true)
    const more = `${words}, and since Monday a fever`
    await messages.getByLabel('Your message').fill(more)
    await messages.getByRole('button', { name: 'Send' }).click()
    await messages.getByRole('alert').first().waitFor({ timeout: 60_000 })
    expect(await messages.getByLabel('Your message').inputValue()).toBe(more)
    expect(await asksBeforeReload(page)).toBe(true)
    expect(await messages.getByLabel('Your message').inputValue()).toBe(more)
    const isKept = page.waitForResponse((response) => /\/own-drafts\//.test(response.url()) && response.ok())
    await context.setOffline(false)
    await isKept
    expect(await asksBeforeReload(page)).toBe(false)
    await messages.getByRole('button', { name: 'Go on with your message' }).click()
    expect(await messages.getByLabel('Your message').inputValue()).toBe(more)
    await messages.getByRole('button', { name: 'Send' }).click()
    await messages.getByText(more).waitFor()
    expect(await asksBeforeReload(page)).toBe(false)
    await context.close()
  })
})

describe.each(['NotAllowedError', 'NotFoundError'] as const)('camera and microphone are missing (%s)', (error) => {
  it('and the patient reads why, and how to go on', async () => {
    const { page, context } = await asPatient(journey, `devices-${error}`, ({ context: one }) =>
      withoutDevices(one, error),
    )
    await page.goto(`${journey.demo.portalUrl}/home`)
    await page.evaluate(() => {
      const check = document.createElement('visit-device-check')
      document.querySelector('visit-appointments')?.replaceWith(check)
    })
    const check = page.locator('visit-device-check')
    await check.getByRole('button').first().click()
    const why = error === 'NotAllowedError' ? 'does not let us use the camera' : 'We found no camera'
    await check.getByText(why).first().waitFor()
    const how = error === 'NotAllowedError' ? 'choose Allow, then check again' : 'or join with sound only'
    await check.getByText(how).first().waitFor()
    await context.close()
  })
})

const patientPages = [
  'home',
  'book',
  'messages',
  'record',
  'summaries',
  'bills',
  'access',
  'settings',
  'preferences',
  'family',
]

describe.each([
  { what: '320 px wide', width: 320, isDouble: false },
  { what: 'a phone with text of twice the size', width: 360, isDouble: true },
])('on $what', ({ what, width, isDouble }) => {
  it('every page of a patient fits, without scrolling sideways', async () => {
    const { page, context } = await asPatient(journey, `narrow-${width}`, (person) =>
      isDouble ? doubleText(person.context) : Promise.resolve(),
    )
    await page.setViewportSize({ width, height: 740 })
    for (const view of patientPages) {
      await page.goto(`${journey.demo.portalUrl}/${view}`)
      await page.waitForLoadState('networkidle')
      await expectReflow(page, `${view}, ${what}`)
    }
    await page.goto(`${journey.demo.portalUrl}/home`)
    await toConfirm(page)
    await expectReflow(page, `the end of the booking, ${what}`)
    await context.close()
  })
})

describe('without a mouse and without a screen', () => {
  it('a visit is booked with the keyboard; each step takes the focus to its heading, and what happens is said', async () => {
    const { page, context } = await asPatient(journey, 'keyboard')
    await page.locator('visit-appointments').waitFor()
    await keyOn(page, /^Book a visit$/)
    const booking = page.locator('visit-booking')
    await booking.getByRole('button', { name: 'Urgent care' }).waitFor()
    await keyOn(page, /^Urgent care/)
    await booking
      .getByRole('button', { name: /(minutes|Anyone who is free|^\d{1,2}:\d{2})/ })
      .first()
      .waitFor()
    while (
      !(await booking
        .getByRole('button', { name: /^\d{1,2}:\d{2}/ })
        .first()
        .isVisible())
    ) {
      await keyOn(page, /(minutes|Anyone who is free)/)
      await page.waitForTimeout(500)
    }
    await focusComesTo(page, /\?$|time/i)
    const said = booking.getByRole('status')
    await keyOn(page, /^\d{1,2}:\d{2}/)
    await expect.poll(async () => (await said.allTextContents()).join(' ')).toMatch(/held|kept/i)
    await keyOn(page, /^Continue/)
    await focusComesTo(page, /Check and book|Check/)
    await keyOn(page, /What would you like to talk about/, 'C')
    await page.keyboard.type(' ough')
    await keyOn(page, /^Book this visit/)
    await focusComesTo(page, /^Your visit is booked/)
    await context.close()
  })
})
