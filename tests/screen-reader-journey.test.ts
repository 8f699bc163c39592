import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
import { consentDialogEn } from '../packages/elements/src/consent-dialog/consent-dialog.en.ts'
import { consentDialogEs } from '../packages/elements/src/consent-dialog/consent-dialog.es.ts'
import { intakeEn } from '../packages/elements/src/intake/intake.en.ts'
import { intakeEs } from '../packages/elements/src/intake/intake.es.ts'
import { timeChoiceEn } from '../packages/elements/src/time-choice/time-choice.en.ts'
import { timeChoiceEs } from '../packages/elements/src/time-choice/time-choice.es.ts'
import { videoRoomEn } from '../packages/elements/src/video-room/video-room.en.ts'
import { videoRoomEs } from '../packages/elements/src/video-room/video-room.es.ts'
import { waitingRoomEn } from '../packages/elements/src/waiting-room/waiting-room.en.ts'
import { waitingRoomEs } from '../packages/elements/src/waiting-room/waiting-room.es.ts'
import { wayToBookedVisit } from './booking-words.testing.ts'
import { openScreenReader, type ScreenReader } from './screen-reader.testing.ts'
import { useDemo } from './use-demo.ts'
import { variants } from './variants.testing.ts'
import {
  answerQuestions,
  answerSafetyQuestions,
  endVisit,
  expectMovingPicture,
  openBrowserFor,
  saveScreenshots,
  signInToQueue,
  type WatchedPage,
} from './visit-journey.testing.ts'

/*
 * A patient who does not see the screen books, agrees, checks in, waits and joins with the keyboard, by what the browser gives to a screen
 * reader: the name, role and state of what has the focus, and the live announcements.
 */

const words = {
  en: {
    ...{ way: wayToBookedVisit.en, time: timeChoiceEn, consent: consentDialogEn, intake: intakeEn },
    ...{ waiting: waitingRoomEn, room: videoRoomEn, ready: 'Get ready for your visit', over: 'Your visit is over' },
  },
  es: {
    ...{ way: wayToBookedVisit.es, time: timeChoiceEs, consent: consentDialogEs, intake: intakeEs },
    ...{
      waiting: waitingRoomEs,
      room: videoRoomEs,
      ready: 'Prepararse para su consulta',
      over: 'Su consulta ha terminado',
    },
  },
} as const
type Words = (typeof words)[keyof typeof words]

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\{}]/g, String.raw`\$&`)
/** A text of an element, with anything in its places for data. */
const pattern = (text: string): string =>
  text
    .split(/\{[^}]+\}/)
    .map(escaped)
    .join('.+')
/** `button "Book this visit"`, and what comes after the name. */
const said = (role: string, name: string, more = ''): RegExp => new RegExp(`^${role} "${pattern(name)}"${more}`)
const heard = (text: string): RegExp => new RegExp(pattern(text))

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

const book = async ({ page, reader, t }: { page: Page; reader: ScreenReader; t: Words }): Promise<void> => {
  const { way } = t
  const press = (): Promise<void> => page.keyboard.press('Enter')
  await reader.tabTo(said('link', way.link))
  await press()
  await page.locator('visit-booking').getByRole('button', { name: way.specialty }).waitFor()
  expect(await reader.headings()).toContainEqual(expect.stringMatching(/^heading ".+" level 1|2/))
  await reader.tabTo(new RegExp(`^button "${way.specialty}`))
  await press()
  // Each step begins at its heading.
  await reader.landsOn(/^heading ".+" level \d/)
  const times = page.getByRole('button', { name: /^\d{1,2}:\d{2}/ }).first()
  const choice = page.locator('visit-booking').getByRole('button', { name: way.choice })
  await choice.first().or(times).waitFor()
  while (!(await times.isVisible())) {
    const heading = await reader.focused()
    await reader.tabTo(new RegExp(`^button ".*${way.choice.source}`))
    await press()
    await expect.poll(reader.focused, { timeout: 20_000 }).not.toBe(heading)
    await reader.landsOn(/^heading ".+" level \d/)
    await choice.first().or(times).waitFor()
  }
  await reader.tabTo(/^button "\d{1,2}:\d{2}/)
  await press()
  await reader.hears(heard(t.time.heldAnnounce))
  await reader.tabTo(said('button', way.next))
  await press()
  await reader.landsOn(/^heading ".+" level \d/)
  await reader.tabTo(said('button', way.book))
  await press()
  await reader.landsOn(said('heading', way.booked, ' level \\d'))
}

/** Reads what it has not shown yet where it says so, and signs. */
const agree = async ({ page, reader, t }: { page: Page; reader: ScreenReader; t: Words }): Promise<void> => {
  const dialog = page.locator('visit-consent-dialog')
  const { consent } = t
  await reader.tabTo(said('textbox', consent.sign))
  expect(await reader.focused()).toContain(consent.signHint)
  await page.keyboard.type('Ana Duarte')
  await reader.tabTo(said('button', consent.agree))
  await page.keyboard.press('Enter')
  const isDone = new RegExp(pattern(consent.granted))
  for (let section = 0; section < 30 && !reader.heard.some((text) => isDone.test(text)); section += 1) {
    if (section === 0) await reader.hears(heard(consent.unseen))
    await reader.landsOn(said('button', consent.unseenGo))
    await page.keyboard.press('Enter')
    await expect.poll(reader.focused, { timeout: 20_000 }).not.toContain(consent.unseenGo)
    await reader.tabTo(said('button', consent.agree))
    await page.keyboard.press('Enter')
    await expect
      .poll(
        async () => (await reader.focused()).includes(consent.unseenGo) || reader.heard.some((one) => isDone.test(one)),
        {
          timeout: 20_000,
        },
      )
      .toBe(true)
  }
  await reader.hears(isDone)
  await dialog.waitFor({ state: 'detached' })
}

const checkIn = async ({ page, reader, t }: { page: Page; reader: ScreenReader; t: Words }): Promise<void> => {
  const { waiting } = t
  await page.getByRole('button', { name: waiting.checkIn, exact: true }).waitFor()
  // A question is said with its choices.
  await reader.tabTo(said('radio', waiting.kind_home, ` (not )?checked.* in .*group "${pattern(waiting.kindLegend)}`))
  await page.keyboard.press('Space')
  await reader.tabTo(said('textbox', waiting.callback))
  expect(await reader.focused()).toContain(waiting.callbackHint)
  await reader.tabTo(
    said(
      'radio',
      waiting['noContact_none-to-name'],
      ` (not )?checked.* in .*group "${pattern(waiting.noContactLegend)}`,
    ),
  )
  await page.keyboard.press('Space')
  expect(await reader.focused()).toContain(' checked')
  await reader.tabTo(said('button', waiting.checkIn))
  await page.keyboard.press('Enter')
  await reader.landsOn(said('heading', waiting.next))
}

describe.each(variants(['en', 'es'] as const))('with a screen reader (%s)', (language) => {
  const journey = useDemo()

  it('a patient books, agrees, checks in, waits and joins, and hears each step', async () => {
    const t = words[language]
    const { portalUrl } = journey.demo
    const patient = await openBrowserFor(journey.browser)
    const doctor = await openBrowserFor(journey.browser)
    const people: WatchedPage[] = [patient, doctor]
    const { page } = patient
    const reader = await openScreenReader(page)
    onTestFailed(async () => {
      console.error(`heard:\n${reader.heard.join('\n')}\nfocus: ${await reader.focused().catch(() => '')}`)
      await saveScreenshots('screen-reader', people)
    })
    await page.goto(`${portalUrl}/language?to=${language}&back=/`)
    await page.locator('header a.button').click()
    await page.getByRole('button', { name: /Ana Duarte/ }).click()
    await page.locator('visit-appointments').waitFor()
    const with_ = { page, reader, t }
    await book(with_)
    await reader.tabTo(said('link', t.ready))
    await page.keyboard.press('Enter')

    // The first question that cannot wait: its choices have names, and the question is their group.
    await page.locator('visit-intake[only=safety]').waitFor()
    await expect
      .poll(() => page.locator('visit-intake').getByRole('group').count(), { timeout: 20_000 })
      .toBeGreaterThan(0)
    await reader.tabTo(/^(radio|checkbox) ".+" not checked.* in group ".+"/)
    await speak(page, 'en')
    await answerSafetyQuestions(page)
    await speak(page, language)
    const dialog = page.locator('visit-consent-dialog')
    const intake = page.locator('visit-intake:not([only])')
    await dialog.or(intake).first().waitFor()
    while (await dialog.isVisible()) {
      await agree(with_)
      await dialog.or(intake).first().waitFor()
    }
    await speak(page, 'en')
    await answerQuestions(page)
    await speak(page, language)
    await checkIn(with_)

    await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await doctor.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await reader.hears(heard(t.waiting.admittedHeading))
    await reader.tabTo(said('button', t.room.join))
    await page.keyboard.press('Enter')
    await reader.landsOn(said('group', t.room.stage))
    await reader.hears(heard(t.room.joinedAnnounce))
    await expectMovingPicture(page)
    await reader.tabTo(said('button', t.room.mute, ' shortcut m'))
    expect(await reader.focused()).toContain(`in group "${t.room.controls}"`)
    await page.keyboard.press('m')
    await reader.landsOn(said('button', t.room.unmute))
    await reader.tabTo(said('button', t.room.cameraTurnOff, ' shortcut v'))
    await reader.tabTo(said('button', t.room.leave))

    await endVisit(doctor.page)
    // The call is gone, and with it what had the focus.
    await reader.landsOn(said('heading', t.over, ' level 1'))
    expect(await reader.headings()).toContainEqual(expect.stringMatching(said('heading', t.over)))
    // Nothing was said in another language.
    const other = words[language === 'en' ? 'es' : 'en']
    for (const text of [other.waiting.next, other.time.held, other.room.mute])
      expect(reader.heard.join()).not.toContain(text)
    for (const { faults } of people) expect(faults).toEqual([])
  })
})
