import type { Locator, Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { guestRoomEn } from '../packages/elements/src/guest-room/guest-room.en.ts'
import { guestRoomEs } from '../packages/elements/src/guest-room/guest-room.es.ts'
import { guestsEn } from '../packages/elements/src/guests/guests.en.ts'
import { guestsEs } from '../packages/elements/src/guests/guests.es.ts'
import { useDemo } from './use-demo.ts'
import { variants } from './variants.testing.ts'
import {
  answerQuestions,
  bookFirstTime,
  checkIn,
  expectMovingPicture,
  giveConsents,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
  type WatchedPage,
} from './visit-journey.testing.ts'

/* Guests are invited before a visit begins, where it is shown: by the front desk in the schedule, by the patient in their visits. */

const words = {
  en: {
    ...guestsEn,
    invite: /Invite a guest/,
    notBegun: guestRoomEn.notBegunHeading,
    withdrawn: /The invitation was withdrawn/,
    codeLabel: 'Invitation code',
    yourName: 'Your name',
    askToJoin: 'Ask to join',
    join: 'Join the visit',
  },
  es: {
    ...guestsEs,
    invite: /Invitar a alguien/,
    notBegun: guestRoomEs.notBegunHeading,
    withdrawn: /Se retiró la invitación/,
    codeLabel: 'Código de invitación',
    yourName: 'Su nombre',
    askToJoin: 'Pedir entrar',
    join: 'Entrar a la consulta',
  },
} as const
type Words = (typeof words)[keyof typeof words]

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

/** In the open dialog. Returns what is given to the guest. */
const invite = async (
  dialog: Locator,
  t: Words,
  name: string,
  kind: string,
): Promise<{ page: string; code: string }> => {
  await dialog.getByLabel(t.name).fill(name)
  await dialog.getByLabel(t.kind).selectOption({ label: kind })
  await dialog.locator('form button').click()
  await dialog.getByText(t.giveNext).waitFor()
  return {
    page: await dialog.locator('.given output').first().innerText(),
    code: await dialog.locator('output.secret').innerText(),
  }
}

const typeCode = async (page: Page, t: Words, code: string, name: string): Promise<void> => {
  await page.getByLabel(t.codeLabel).fill(code)
  await page.getByLabel(t.yourName).fill(name)
  await page.getByRole('button', { name: t.askToJoin }).click()
}

describe.each(variants(['en', 'es'] as const))('guests (%s)', (language) => {
  const journey = useDemo()

  it('are invited before the visit by the front desk and the patient, wait for the clinician, and a code that was withdrawn is refused', async () => {
    const t = words[language]
    const { portalUrl } = journey.demo
    const open = () => openBrowserFor(journey.browser)
    const [patient, doctor, desk, maria, luis] = [await open(), await open(), await open(), await open(), await open()]
    const people: WatchedPage[] = [patient, doctor, desk, maria, luis]
    onTestFailed(() => saveScreenshots('invite', people))
    await signIn(patient.page, portalUrl, /Ana Duarte/)
    await bookFirstTime(patient.page, 'Urgent care')

    // The front desk sees the visit in the schedule of its clinician.
    await signIn(desk.page, `${portalUrl}/desk`, /Jo Marsh/)
    const schedule = desk.page.locator('visit-schedule')
    await schedule.getByRole('combobox').first().selectOption({ label: 'Dr Grace Oyelaran' })
    await schedule.getByText('Ana Duarte').first().waitFor()
    await speak(desk.page, language)
    await schedule.getByRole('button', { name: new RegExp(`^${t.open}, Ana Duarte`) }).click()
    const atDesk = schedule.locator('dialog.guests')
    await atDesk.getByText(t.none).waitFor()
    const given = await invite(atDesk, t, 'Maria Gomez', t.who_interpreter)
    expect(given.page).toBe(`${portalUrl}/join`)
    await atDesk.getByText(t.status_invited).waitFor()

    // The patient sees who is invited, and invites and excludes another one.
    await patient.page.goto(`${portalUrl}/home`)
    const visits = patient.page.locator('visit-appointments')
    await visits.locator('[data-guests-of]').first().waitFor()
    await speak(patient.page, language)
    await visits.getByRole('button', { name: t.invite }).first().click()
    const atHome = visits.locator('dialog.guests')
    await atHome.locator('li').filter({ hasText: 'Maria Gomez' }).getByText(t.status_invited).waitFor()
    const ofLuis = await invite(atHome, t, 'Luis Gomez', t.who_family)
    await atHome.getByRole('button', { name: t.withdrawNamed.replace('{name}', 'Luis Gomez') }).click()
    // Matches the name with its kind.
    await atHome.locator('li').filter({ hasText: 'Luis Gomez' }).getByText(t.status_withdrawn).waitFor()
    await atDesk.locator('li').filter({ hasText: 'Luis Gomez' }).getByText(t.status_withdrawn).waitFor()

    await luis.page.goto(`${portalUrl}/language?to=${language}&back=/join`)
    await typeCode(luis.page, t, ofLuis.code, 'Luis Gomez')
    await luis.page.getByText(t.withdrawn).waitFor()

    // The code works, and waits for the clinician: before the visit, and in it.
    await maria.page.goto(`${portalUrl}/language?to=${language}&back=/join`)
    await typeCode(maria.page, t, given.code, 'Maria Gomez')
    await maria.page.getByText(t.notBegun).waitFor()
    for (const dialog of [atDesk, atHome])
      await dialog.locator('li').filter({ hasText: 'Maria Gomez' }).getByText(t.status_waiting).waitFor()

    await speak(patient.page, 'en')
    await patient.page.goto(`${portalUrl}/home`)
    await patient.page
      .getByRole('button', { name: /^(Get ready|Check in)/ })
      .first()
      .click()
    await giveConsents(patient.page)
    await answerQuestions(patient.page)
    await checkIn(patient.page)
    await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    const queue = doctor.page.locator('visit-queue[guest-url]')
    await queue.getByRole('button', { name: 'Guests of the visit of Ana Duarte' }).click()
    const inQueue = queue.locator('dialog.guests')
    await inQueue.getByText(guestsEn.status_waiting).waitFor()
    await inQueue.getByRole('button', { name: 'Close', exact: true }).click()
    await doctor.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await patient.page.getByRole('button', { name: 'Join the visit' }).click()
    await Promise.all([patient.page, doctor.page].map((each) => expectMovingPicture(each)))
    expect(await maria.page.getByRole('button', { name: t.join }).count()).toBe(0)
    await doctor.page.locator('visit-video-room .admit-guest').click()
    await maria.page.getByRole('button', { name: t.join }).click()
    for (const each of [patient.page, doctor.page])
      await each.locator('.nameplate').filter({ hasText: 'Maria Gomez' }).waitFor()

    for (const { faults, urls } of people) {
      expect(faults).toEqual([])
      for (const secret of [given.code, ofLuis.code, 'Maria', 'Luis'])
        expect(urls.filter((url) => url.includes(secret))).toEqual([])
    }
  })
})
