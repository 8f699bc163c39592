import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { captionerEn } from '../packages/elements/src/captioner/captioner.en.ts'
import { captionerEs } from '../packages/elements/src/captioner/captioner.es.ts'
import { captionsEn } from '../packages/elements/src/captions/captions.en.ts'
import { captionsEs } from '../packages/elements/src/captions/captions.es.ts'
import { guestRoomEn } from '../packages/elements/src/guest-room/guest-room.en.ts'
import { guestRoomEs } from '../packages/elements/src/guest-room/guest-room.es.ts'
import { guestsEn } from '../packages/elements/src/guests/guests.en.ts'
import { guestsEs } from '../packages/elements/src/guests/guests.es.ts'
import { needsEn } from '../packages/elements/src/settings/needs.en.ts'
import { needsEs } from '../packages/elements/src/settings/needs.es.ts'
import { settingsEn } from '../packages/elements/src/settings/settings.en.ts'
import { settingsEs } from '../packages/elements/src/settings/settings.es.ts'
import { videoRoomEn } from '../packages/elements/src/video-room/video-room.en.ts'
import { videoRoomEs } from '../packages/elements/src/video-room/video-room.es.ts'
import { readPromise } from './promises.testing.ts'
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
  storedText,
  type WatchedPage,
} from './visit-journey.testing.ts'

/*
 * A patient who does not hear well says so, books, invites a person who types what is said, and reads it in the visit. So does the clinician.
 * What is typed goes from browser to browser, and to no server.
 */

const words = {
  en: {
    ...{ captioner: captionerEn, captions: captionsEn, guests: guestsEn, room: videoRoomEn, settings: settingsEn },
    ...{ needs: needsEn, guestRoom: guestRoomEn, invite: /Invite a guest/ },
    ...{ code: 'Invitation code', yourName: 'Your name', askToJoin: 'Ask to join' },
  },
  es: {
    ...{ captioner: captionerEs, captions: captionsEs, guests: guestsEs, room: videoRoomEs, settings: settingsEs },
    ...{ needs: needsEs, guestRoom: guestRoomEs, invite: /Invitar a alguien/ },
    ...{ code: 'Código de invitación', yourName: 'Su nombre', askToJoin: 'Pedir entrar' },
  },
} as const

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

/** Everything that a page sends to a server. */
const recordSent = (page: Page): string[] => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  return sent
}

describe.each(variants(['en', 'es'] as const))('captions (%s)', (language) => {
  const journey = useDemo()

  it('are asked for, typed by a guest, and read by the patient and the clinician, and reach no server', async () => {
    const t = words[language]
    const { portalUrl } = journey.demo
    const open = () => openBrowserFor(journey.browser)
    const [patient, doctor, maria] = [await open(), await open(), await open()]
    const people: WatchedPage[] = [patient, doctor, maria]
    const sent = people.map(({ page }) => recordSent(page))
    onTestFailed(() => saveScreenshots('captions', people))

    // The patient states the need, once.
    await signIn(patient.page, portalUrl, /Ana Duarte/)
    await patient.page.goto(`${portalUrl}/settings`)
    const settings = patient.page.locator('visit-settings')
    await settings.getByRole('button', { name: settingsEn.needs }).waitFor()
    await speak(patient.page, language)
    await settings.getByRole('button', { name: t.settings.needs }).click()
    await settings.getByLabel(t.needs.captions).check()
    await settings.getByRole('button', { name: t.settings.save, exact: true }).click()
    await settings.getByText(t.settings.saved).filter({ visible: true }).first().waitFor()
    await readPromise(patient.page, 'needs.captionsHint')

    // A visit by video is booked: who types is asked, and a person is invited.
    await patient.page.goto(`${portalUrl}/home`)
    await bookFirstTime(patient.page, 'Urgent care')
    await patient.page.goto(`${portalUrl}/home`)
    const visits = patient.page.locator('visit-appointments')
    await visits.locator('[data-guests-of]').first().waitFor()
    await speak(patient.page, language)
    const question = visits.locator('form.missing-captioner')
    await question.getByText(t.captioner.own).waitFor()
    await visits.getByRole('button', { name: t.invite }).first().click()
    const dialog = visits.locator('dialog.guests')
    await dialog.getByLabel(t.guests.name).fill('Maria Gomez')
    await dialog.getByLabel(t.guests.kind).selectOption({ label: t.guests.who_captioner })
    await dialog.locator('form button').click()
    await dialog.getByText(t.guests.giveNext).waitFor()
    const code = await dialog.locator('output.secret').innerText()
    await dialog.getByRole('button', { name: t.guests.close, exact: true }).click()
    await question.getByRole('combobox').selectOption({ label: t.captioner['own_captioner-invited'] })
    await question.getByRole('button', { name: t.captioner.save }).click()
    await visits.locator('p.missing-captioner').waitFor()

    // The clinician reads it in the schedule.
    await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await doctor.page.getByRole('tab', { name: 'Schedule', exact: true }).click()
    const schedule = doctor.page.locator('visit-schedule')
    const booked = schedule.getByRole('button', { name: /Ana Duarte/ })
    await schedule.getByRole('button', { name: 'Later' }).waitFor()
    // The first time may be in the next week.
    await booked
      .first()
      .waitFor({ timeout: 5000 })
      .catch(() => schedule.getByRole('button', { name: 'Later' }).click())
    await booked.first().click()
    const known = captionerEn.known.replace('{why}', captionerEn['their_captioner-invited'])
    await schedule.getByText(known).first().waitFor()
    await doctor.page.getByRole('tab', { name: 'Queue', exact: true }).click()

    await speak(patient.page, 'en')
    await patient.page.goto(`${portalUrl}/home`)
    await patient.page
      .getByRole('button', { name: /^(Get ready|Check in)/ })
      .first()
      .click()
    await giveConsents(patient.page)
    await answerQuestions(patient.page)
    await checkIn(patient.page)
    await doctor.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await patient.page.getByRole('button', { name: 'Join the visit' }).click()
    await Promise.all([patient.page, doctor.page].map((each) => expectMovingPicture(each)))
    await Promise.all([patient.page, doctor.page].map((each) => speak(each, language)))

    await maria.page.goto(`${portalUrl}/language?to=${language}&back=/join`)
    await maria.page.getByLabel(t.code).fill(code)
    await maria.page.getByLabel(t.yourName).fill('Maria Gomez')
    await maria.page.getByRole('button', { name: t.askToJoin }).click()
    await maria.page.getByText(t.guestRoom.as_captioner.replace('{name}', 'Ana Duarte')).waitFor()
    const [room, desk] = [patient.page, doctor.page].map((page) => page.locator('visit-video-room')) as [
      ReturnType<Page['locator']>,
      ReturnType<Page['locator']>,
    ]
    await desk.locator('.admit-guest').click()
    await maria.page.getByRole('button', { name: t.room.join }).click()
    for (const each of [room, desk]) await each.locator('.captions').getByText('Maria Gomez').waitFor()
    await readPromise(patient.page, 'captions.empty')
    await readPromise(maria.page, 'captions.writeHint')
    await readPromise(maria.page, 'captions.notKept')

    // While it is typed, and when it is complete.
    const field = maria.page.getByLabel(t.captions.text, { exact: true })
    await field.pressSequentially('Where does your')
    for (const each of [room, desk]) await each.locator('.captions').getByText('Where does your').waitFor()
    await field.pressSequentially(' zebrafish hurt?')
    await field.press('Enter')
    await maria.page.getByLabel(t.captions.speaker).selectOption({ label: 'Ana Duarte' })
    await field.fill('Below my knee-cartwheel')
    await field.press('Enter')
    for (const each of [room, desk]) {
      await each.locator('.caption-log').getByText('Where does your zebrafish hurt?').waitFor()
      await each.locator('.caption-log').getByText('Below my knee-cartwheel').waitFor()
    }
    await room.locator('.caption-log').getByText(`${t.captions.you}: Below my knee-cartwheel`).waitFor()
    await desk.locator('.caption-log').getByText('Ana Duarte: Below my knee-cartwheel').waitFor()

    // With the keyboard, for this person only.
    await room.locator('.stage').focus()
    await patient.page.keyboard.press('c')
    await room.locator('.captions').waitFor({ state: 'detached' })
    await desk.locator('.captions').waitFor()
    await patient.page.keyboard.press('c')
    await room.locator('.caption-log').getByText('zebrafish').waitFor()

    for (const [index, { page, faults }] of people.entries()) {
      expect(faults).toEqual([])
      expect(sent[index]?.filter((each) => /zebrafish|cartwheel/.test(each))).toEqual([])
      expect(await storedText(page)).not.toMatch(/zebrafish|cartwheel/)
    }

    // Gone with the call.
    await room.getByRole('button', { name: t.room.leave }).click()
    await room.getByRole('heading', { name: t.room.leftHeading }).waitFor()
    await room.getByText('zebrafish').waitFor({ state: 'detached' })
  })
})
