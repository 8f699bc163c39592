import type { Page } from 'playwright'
import { describe, expect, it, onTestFailed } from 'vitest'
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
    says: 'I cannot hear you.',
    again: 'You wrote this before and did not send it.',
    record: 'Messages of visits',
    read: /^Read: Visit on/,
  },
  es: {
    messages: /^Mensajes/,
    field: 'Su mensaje',
    send: 'Enviar',
    says: 'No puedo oírle.',
    again: 'Escribió esto antes y no lo envió.',
    record: 'Mensajes de las consultas',
    read: /^Leer: Consulta del/,
  },
} as const
const answer = 'I will write to you here. Take one tablet at night.'
const late = 'One tablet, at night. Thank you.'

const speak = (page: Page, language: string): Promise<void> =>
  page.evaluate((lang) => {
    document.documentElement.lang = lang
  }, language)

describe.each(['en', 'es'] as const)('people in a call write to each other (%s)', (language) => {
  it('each reads it at once and afterward, and what is not sent yet is there after a reload', async () => {
    const { portalUrl } = journey.demo
    const t = words[language]
    const patient = await openBrowserFor(journey.browser)
    const doctor = await openBrowserFor(journey.browser)
    const people = [patient, doctor]
    onTestFailed(() => saveScreenshots(`room-chat-${language}`, people))
    const { page } = patient
    await signInToQueue(doctor.page, `${portalUrl}/clinic`, /Dr Grace Oyelaran/)
    await signIn(page, portalUrl, /Ana Duarte/)
    await bookFirstTime(page, 'Urgent care')
    await getReadyAndCheckIn(page)
    await doctor.page.getByRole('button', { name: 'Admit Ana Duarte' }).click()
    await page.getByRole('button', { name: 'Join the visit' }).click()
    await Promise.all([page, doctor.page].map((each) => expectMovingPicture(each)))

    await speak(page, language)
    await page.setViewportSize(phone)
    const room = page.locator('visit-video-room')
    await room.getByRole('button', { name: t.messages }).click()
    await readPromise(page, 'room-chat.kept')
    await room.getByLabel(t.field).fill(t.says)
    await room.getByRole('button', { name: t.send, exact: true }).click()
    await room.getByRole('listitem').filter({ hasText: t.says }).waitFor()

    const desk = doctor.page.locator('visit-video-room')
    await desk.getByRole('button', { name: 'Messages, 1 new' }).click()
    await desk.getByRole('listitem').filter({ hasText: t.says }).waitFor()
    await readPromise(doctor.page, 'room-chat.keptStaff')
    await desk.getByLabel('Your message').fill(answer)
    await desk.getByRole('button', { name: 'Send', exact: true }).click()
    await room.getByRole('listitem').filter({ hasText: answer }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

    const kept = isKept(page)
    await room.getByLabel(t.field).fill(late)
    await kept
    await page.reload()
    await speak(page, language)
    await room.getByRole('button', { name: t.messages }).click()
    await room.getByText(t.again).waitFor()
    expect(await room.getByLabel(t.field).inputValue()).toBe(late)
    await room.getByRole('button', { name: t.send, exact: true }).click()
    await desk.getByRole('listitem').filter({ hasText: late }).waitFor()
    await endVisit(doctor.page)

    await page.goto(`${portalUrl}/record`)
    await speak(page, language)
    const record = page.locator('visit-record')
    await record.getByRole('heading', { name: t.record }).waitFor()
    await record.getByRole('button', { name: t.read }).first().click()
    for (const text of [t.says, answer, late]) await record.getByText(text, { exact: true }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

    await openPanel(doctor.page, 'Chart')
    const chart = doctor.page.locator('visit-chart').filter({ visible: true }).last()
    await chart.getByRole('button', { name: /^Read: Visit on/ }).first().click()
    for (const text of [t.says, answer, late]) await chart.getByText(text, { exact: true }).waitFor()

    for (const { page: each, faults, urls } of people) {
      expect(faults).toEqual([])
      expect(await storedText(each)).not.toContain(t.says)
      expect(urls.join('\n')).not.toContain(encodeURIComponent(t.says))
    }
    for (const { context } of people) await context.close()
  })
})
