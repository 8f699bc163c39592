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

test('a person chooses what is sent, to whom, what for and until when, and signs that', async () => {
  const client = await show()
  await type('#part-patientName', 'Robin Example')
  await choose('information', 2)
  await choose('recipients', 2)
  await choose('purposes', 1)
  await choose('until', 1)
  await type('#signature', 'Robin Example')
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
  expect(pageText()).toContain('Choose at least one')
  expect(decisions(client)).toEqual([])
})
