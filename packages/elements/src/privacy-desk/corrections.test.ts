import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { asOfficer } from '../../test/sample-officer.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', asOfficer(more))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await press(document.body, /^\s*Corrections\s*$/)
  await waitFor(() => pageText().includes('Exampleville Pharmacy'), 'the list')
  const bodies = (operationId: string) =>
    client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)
  return { world, client, bodies }
}

test('a letter and a record are offered for those that the patient agreed to, and for no one else', async () => {
  const { client } = await show()
  expect(pageText()).toContain('Waits for the patient’s choice')
  expect(pageText()).toContain('The number is out of use.')
  const offered = [...document.querySelectorAll('visit-privacy-desk')].flatMap((desk) =>
    [...(desk.shadowRoot?.querySelectorAll('button[aria-label]') ?? [])].map((one) => one.getAttribute('aria-label')),
  )
  expect(offered).toEqual([
    'Letter to Exampleville Pharmacy',
    'Record what was done for Exampleville Pharmacy',
    'Letter to Dr. Sample',
    'Record what was done for Dr. Sample',
  ])
  await pressKeyOn('Letter to Exampleville Pharmacy')
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getCorrectionLetterPdf'), 'the letter')
  expect(client.calls.find(({ operationId }) => operationId === 'getCorrectionLetterPdf')).toMatchObject({
    path: { requestId: 'request-3', recipientId: 'recipient-1' },
    query: { language: 'en' },
  })
})

test('how a recipient was notified is recorded; what was not possible needs a reason', async () => {
  const { bodies } = await show()
  await pressKeyOn('Record what was done for Exampleville Pharmacy')
  const radio = await waitFor(
    () => deepQuery<HTMLInputElement>(document.body, 'input[value=not-possible]'),
    'the outcomes',
  )
  radio.click()
  await settled()
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('Write why.'), 'what is missing')
  expect(bodies('recordCorrectionNotification')).toEqual([])
  deepQuery<HTMLInputElement>(document.body, 'input[value=notified]')?.click()
  await settled()
  const channel = deepQuery<HTMLSelectElement>(document.body, '#notification-channel')
  if (channel) channel.value = 'fax'
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('Notified'), 'the state')
  expect(bodies('recordCorrectionNotification')).toMatchObject([{ outcome: 'notified', channel: 'fax', version: 4 }])
})

test('a record that is refused keeps what was typed', async () => {
  await show({ recordCorrectionNotification: () => problem(422, 'day_refused') })
  await pressKeyOn('Record what was done for Exampleville Pharmacy')
  const day = await waitFor(() => deepQuery<HTMLInputElement>(document.body, '#notification-on'), 'the day')
  day.value = '2020-01-01'
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('The day does not fit'), 'the problem')
  expect(deepQuery<HTMLInputElement>(document.body, '#notification-on')?.value).toBe('2020-01-01')
})
