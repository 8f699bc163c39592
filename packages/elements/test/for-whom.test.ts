import { html, type TemplateResult } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, type SampleStage, type SampleWorld } from '@visitkit/sdk/testing'
import '../src/define/appointments.ts'
import '../src/define/audit-log.ts'
import '../src/define/booking.ts'
import '../src/define/consent-dialog.ts'
import '../src/define/intake.ts'
import '../src/define/messages.ts'
import '../src/define/provider.ts'
import '../src/define/record.ts'
import '../src/define/settings.ts'
import '../src/define/statement.ts'
import '../src/define/summary.ts'
import '../src/define/video-room.ts'
import '../src/define/waiting-room.ts'
import { mount, pageText, settled, unmount } from './mount.ts'
import { clickOn, deepQuery, waitFor, withProvider } from './story.ts'

/* Who acts for a child reads on each page for whom, so that two children are never mixed up. */

afterEach(unmount)

/** A parent who acts for one child. */
const asParent = async (world: SampleWorld) => {
  const me = await world.client('patient').me.get()
  return world.client('patient', { getMe: () => ({ ...me, kind: 'proxy', personId: 'parent', displayName: 'Chris' }) })
}

type Page = (world: SampleWorld) => TemplateResult
const pages: readonly (readonly [string, SampleStage, Page])[] = [
  ['the record', 'ended', () => html`<visit-record></visit-record>`],
  ['the summaries', 'ended', () => html`<visit-summary></visit-summary>`],
  ['one summary', 'ended', () => html`<visit-summary visit-id="visit-past"></visit-summary>`],
  ['a summary that a notice leads to', 'ended', () => html`<visit-summary open-id="visit-past"></visit-summary>`],
  ['the bills', 'ended', () => html`<visit-statement></visit-statement>`],
  ['the messages', 'ended', () => html`<visit-messages></visit-messages>`],
  ['who saw the record', 'ended', () => html`<visit-audit-log></visit-audit-log>`],
  ['the settings', 'ended', () => html`<visit-settings></visit-settings>`],
  [
    'the questions',
    'booked',
    ({ ids }) => html`<visit-intake appointment-id=${ids.appointmentId ?? ''}></visit-intake>`,
  ],
  [
    'the agreements',
    'booked',
    ({ ids }) =>
      html`<visit-consent-dialog inline patient-id=${ids.patientId} purposes="telehealth-treatment">
      </visit-consent-dialog>`,
  ],
  [
    'the waiting room',
    'waiting',
    ({ ids }) => html`<visit-waiting-room appointment-id=${ids.appointmentId ?? ''}></visit-waiting-room>`,
  ],
  [
    'the video room',
    'admitted',
    ({ ids }) => html`<visit-video-room visit-id=${ids.visitId ?? ''}></visit-video-room>`,
  ],
]

test.each(pages)('%s says for whom, and nothing of it stays after the session', async (_, stage, content) => {
  const world = createSampleWorld({ stage })
  const client = await asParent(world)
  await mount(withProvider(client, content(world)))
  const line = () => deepQuery(document.body, '.for-whom')
  await waitFor(() => line()?.textContent === 'For Robin Example', 'the name')
  expect(line()?.checkVisibility()).toBe(true)
  client.endSession()
  await waitFor(() => !line()?.textContent, 'no name')
})

test('the video room says it in the call too', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const room = html`<visit-video-room visit-id=${world.ids.visitId ?? ''} autojoin></visit-video-room>`
  await mount(withProvider(await asParent(world), room))
  await waitFor(() => deepQuery(document.body, '[part=controls]'), 'the call')
  expect(deepQuery(document.body, '.for-whom')?.textContent).toBe('For Robin Example')
})

test('the visits, and each step of the booking, have the name', async () => {
  const booked = createSampleWorld({ stage: 'booked' })
  await mount(withProvider(await asParent(booked), html`<visit-appointments></visit-appointments>`))
  await waitFor(() => pageText().includes('Robin Example'), 'the name at the visit')
  unmount()
  const world = createSampleWorld({ stage: 'new' })
  await mount(withProvider(await asParent(world), html`<visit-booking></visit-booking>`))
  await settled()
  await waitFor(() => pageText().includes('Robin Example'), 'the name at the first step')
  await clickOn(document.body, '.pick')
  await settled()
  expect(pageText()).toContain('Robin Example')
})

test('patients themselves and members read no such line', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  for (const person of ['patient', 'practitioner'] as const) {
    const room = html`<visit-video-room visit-id=${world.ids.visitId ?? ''}></visit-video-room>`
    await mount(withProvider(world.client(person), room))
    await settled()
    expect(deepQuery(document.body, '.for-whom')).toBeNull()
    unmount()
  }
})
