import { html } from 'lit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSampleWorld, type TestClient } from '@visitkit/sdk/testing'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { clickOn, deepQuery, waitFor, withProvider } from '../../test/story.ts'
import '../define/consent-dialog.ts'
import '../define/provider.ts'

beforeEach(() => page.viewport(390, 1600))
afterEach(unmount)

const show = async (): Promise<TestClient> => {
  const client = createSampleWorld().client('patient')
  await mount(
    withProvider(client, html`<visit-consent-dialog inline purposes="part-two-disclosure"></visit-consent-dialog>`),
  )
  await waitFor(() => deepQuery(document.body, '#part-information'), 'the choices')
  return client
}
const decisions = (client: TestClient) =>
  client.calls.filter(({ operationId }) => operationId === 'decideConsent').map(({ body }) => body)
const choose = (part: string, index: number) =>
  clickOn(document.body, `#part-${part} label:nth-of-type(${index}) input`)
const type = async (selector: string, words: string): Promise<void> => {
  const input = deepQuery<HTMLInputElement>(document.body, selector)
  input?.focus()
  await userEvent.keyboard(words)
}
/** Everything but until when. */
const fill = async (): Promise<void> => {
  await type('#part-patientName', 'Robin Example')
  await choose('information', 2)
  await choose('recipients', 2)
  await choose('purposes', 1)
  await type('#signature', 'Robin Example')
}
const chooseDay = async (day: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(document.body, '#part-on'), 'the day')
  field.value = day
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

test('a person chooses what is sent, to whom, what for and until when, and signs that', async () => {
  const client = await show()
  await fill()
  await choose('until', 1)
  await clickOn(document.body, 'button[type="submit"]')
  await waitFor(() => decisions(client).length > 0, 'the decision')
  expect(decisions(client)).toEqual([
    expect.objectContaining({
      decision: 'granted',
      partTwo: {
        patientName: 'Robin Example',
        discloser: expect.stringMatching(/./),
        information: ['prescriptions'],
        recipients: ['pharmacies'],
        purposes: ['treatment'],
        expiration: { kind: 'none' },
      },
    }),
  ])
})

test('what is not chosen yet is marked, and nothing is sent', async () => {
  const client = await show()
  await type('#part-patientName', 'Robin Example')
  await choose('information', 1)
  await type('#signature', 'Robin Example')
  await clickOn(document.body, 'button[type="submit"]')
  await waitFor(() => deepQuery(document.body, '#missing-recipients'), 'the mark')
  expect(pageText()).toContain('Choose at least one, or write a name.')
  const marked = ['patientName', 'information', 'recipients', 'purposes', 'until', 'on']
  expect(marked.filter((part) => deepQuery(document.body, `#missing-${part}`))).toEqual([
    'recipients',
    'purposes',
    'until',
  ])
  await waitFor(() => deepQuery(document.body, '#part-recipients:focus'), 'the focus at the first')
  expect(decisions(client)).toEqual([])
})

test('a consent until a day ends on the day that the person chooses', async () => {
  const client = await show()
  await fill()
  await choose('until', 2)
  await chooseDay('2031-04-30')
  await clickOn(document.body, 'button[type="submit"]')
  await waitFor(() => decisions(client).length > 0, 'the decision')
  expect(decisions(client)).toEqual([
    expect.objectContaining({
      partTwo: expect.objectContaining({ expiration: { kind: 'date', on: '2031-04-30' } }),
    }),
  ])
})

test.each([
  ['without a day', ''],
  ['with a day in the past', '2020-01-31'],
])('a consent until a day is not signed %s: the field says so', async (_, day) => {
  const client = await show()
  await fill()
  await choose('until', 2)
  await chooseDay(day)
  await clickOn(document.body, 'button[type="submit"]')
  await waitFor(() => deepQuery(document.body, '#missing-on'), 'the mark')
  const field = deepQuery<HTMLInputElement>(document.body, '#part-on')
  expect(deepQuery(document.body, `#${field?.getAttribute('aria-describedby') ?? ''}`)?.textContent).toBe(
    'Choose a day from today on.',
  )
  await waitFor(() => field?.matches(':focus'), 'the focus at the field')
  expect(decisions(client)).toEqual([])
  await chooseDay('2031-04-30')
  await waitFor(() => !deepQuery(document.body, '#missing-on'), 'the mark to go')
})
