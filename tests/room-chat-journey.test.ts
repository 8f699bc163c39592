import type { Locator, Page } from 'playwright'
import { expect, it, onTestFailed } from 'vitest'
import { filesEn } from '../packages/elements/src/files/files.en.ts'
import { filesEs } from '../packages/elements/src/files/files.es.ts'
import { openPanel } from './aftercare-journey.testing.ts'
import { isKept } from './bad-days.testing.ts'
import { readPromise } from './promises.testing.ts'
import { useDemo } from './use-demo.ts'
import {
  bookFirstTime,
  endVisit,
  expectMovingPicture,
  getReadyAndCheckIn,
  openBrowserFor,
  saveScreenshots,
  signIn,
  signInToQueue,
  storedText,
} from './visit-journey.testing.ts'

/* What is written in the call is read by the other at once, and by both afterward: in the record and in the chart. */

const journey = useDemo()
const phone = { width: 360, height: 740 }

const words = {
  en: {
    messages: /^Messages/,
    field: 'Your message',
    send: 'Send',
    close: 'Close the messages',
    oneNew: 'Messages, 1 new',
    says: 'I cannot hear you.',
    answer: 'I will write to you here. Take one tablet at night.',
    again: 'You wrote this before and did not send it.',
    record: 'Messages of visits',
    read: /^Read: Visit on/,
  },
  es: {
    messages: /^Mensajes/,
    field: 'Su mensaje',
    send: 'Enviar',
    close: 'Cerrar los mensajes',
    oneNew: 'Mensajes, 1 nuevo',
    says: 'No puedo oírle.',
    answer: 'Le escribo aquí. Tome una tableta por la noche.',
    again: 'Escribió esto antes y no lo envió.',
    record: 'Mensajes de las consultas',
    read: /^Leer: Consulta del/,
  },
} as const
const late = 'Una tableta por la noche. Gracias.'

const expectNoSidewaysScroll = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

/** The browser decodes what the server re-encoded. */
const openPicture = async (message: Locator, open: string): Promise<void> => {
  await message.getByRole('button', { name: open }).click()
  const picture = message.locator('img.picture')
  await picture.waitFor()
  await expect
    .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 20_000 })
    .toBe(phone.width)
}

it('each reads it at once and afterward, and what is not sent yet is there after a reload', async () => {
  const { portalUrl } = journey.demo
  const patient = await openBrowserFor(journey.browser)
  const doctor = await openBrowserFor(journey.browser)
  const people = [patient, doctor]
  onTestFailed(() => saveScreenshots('room-chat', people))
  const { page } = patient
  await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
  await signIn(page, portalUrl, /Ana Duarte/)
  await bookFirstTime(page, 'Urgent care')
  await getReadyAndCheckIn(page)
  await doctor.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
  await page.getByRole('button', { name: 'Join the visit' }).click()
  await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))

  await page.setViewportSize(phone)
  const room = page.locator('visit-video-room')
  const desk = doctor.page.locator('visit-video-room')
  for (const language of ['en', 'es'] as const) {
    const t = words[language]
    await speak(page, language)
    await room.getByRole('button', { name: t.messages }).click()
    await room.getByLabel(t.field).fill(t.says)
    await room.getByRole('button', { name: t.send, exact: true }).click()
    await room.getByRole('listitem').filter({ hasText: t.says }).waitFor()
    // The patient does not look at the messages when the answer comes.
    await room.getByRole('button', { name: t.close }).click()

    await desk.getByRole('button', { name: 'Messages, 1 new' }).click()
    await desk.getByRole('listitem').filter({ hasText: t.says }).waitFor()
    await desk.getByLabel('Your message').fill(t.answer)
    await desk.getByRole('button', { name: 'Send', exact: true }).click()
    await desk.getByRole('button', { name: 'Close the messages' }).click()
    await room.getByRole('button', { name: t.oneNew }).click()
    await room.getByRole('listitem').filter({ hasText: t.answer }).waitFor()
    await expectNoSidewaysScroll(page)
    if (language === 'es') await readPromise(page, 'room-chat.kept')
    else await room.getByRole('button', { name: t.close }).click()
  }
  await desk.getByRole('button', { name: 'Messages', exact: true }).click()
  await readPromise(doctor.page, 'room-chat.keptStaff')

  const kept = isKept(page)
  await room.getByLabel(words.es.field).fill(late)
  await kept
  await page.reload()
  await speak(page, 'es')
  await room.getByRole('button', { name: words.es.messages }).click()
  await room.getByText(words.es.again).waitFor()
  expect(await room.getByLabel(words.es.field).inputValue()).toBe(late)
  // A photo goes with it, and both open it in the call.
  await room
    .locator('input[type=file]')
    .setInputFiles({ name: 'arm.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await room.getByText(filesEs.attached.replace('{number}', '1').replace('{kind}', filesEs.kind_image)).waitFor()
  await expectNoSidewaysScroll(page)
  await room.getByRole('button', { name: words.es.send, exact: true }).click()
  await openPicture(desk.getByRole('listitem').filter({ hasText: late }), filesEn.open)
  await endVisit(doctor.page)

  const written = [words.en.says, words.en.answer, words.es.says, words.es.answer, late]
  for (const language of ['en', 'es'] as const) {
    await page.goto(`${portalUrl}/record`)
    await speak(page, language)
    const record = page.locator('visit-record')
    await record.getByRole('heading', { name: words[language].record }).waitFor()
    await record.getByRole('button', { name: words[language].read }).first().click()
    for (const text of written) await record.getByText(text, { exact: true }).waitFor()
    if (language === 'es')
      await openPicture(record.getByRole('listitem').filter({ hasText: late }).last(), filesEs.open)
    await expectNoSidewaysScroll(page)
  }
  await openPanel(doctor.page, 'Chart')
  const chart = doctor.page.locator('visit-chart').filter({ visible: true }).last()
  await chart
    .getByRole('button', { name: /^Read: Visit on/ })
    .first()
    .click()
  for (const text of written) await chart.getByText(text, { exact: true }).waitFor()
  await openPicture(chart.getByRole('listitem').filter({ hasText: late }).last(), filesEn.open)

  for (const { page: each, faults, urls } of people) {
    expect(faults).toEqual([])
    for (const text of written) {
      expect(await storedText(each)).not.toContain(text)
      expect(urls.join('\n')).not.toContain(encodeURIComponent(text))
    }
  }
  for (const { context } of people) await context.close()
})
