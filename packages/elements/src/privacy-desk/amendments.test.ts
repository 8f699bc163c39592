import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (handlers: TestHandlers = {}, permissions = ['privacy-request:decide']) => {
  const world: SampleWorld = createSampleWorld({ stage: 'prepared' })
  const client = world.client('practitioner', {
    getMe: async (input) => ({ ...((await world.handlersFor('practitioner').getMe!(input)) as Me), permissions }),
    ...handlers,
  })
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  return client
}
const asked = 'Please do not share my visit with my employer.'
const field = (selector: string) => waitFor(() => deepQuery<HTMLTextAreaElement>(document.body, selector), selector)

test('a request is denied on a ground that fits it, with words for the patient', async () => {
  const client = await show()
  await waitFor(() => pageText().includes(asked), 'the request')
  await pressKeyOn(/^Answer the request of/)
  await press(document.body, 'Deny')
  await pressKeyOn('Send the answer')
  await waitFor(() => pageText().includes('Write what the patient reads.'), 'what is missing')
  ;(await field('#privacy-text')).value = 'We have to share it with your insurance.'
  await pressKeyOn('Send the answer')
  await waitFor(() => pageText().includes('No request waits for an answer.'), 'the empty list')
  expect(client.calls.find(({ operationId }) => operationId === 'decidePrivacyRequest')).toMatchObject({
    body: { decision: 'denied', ground: 'not-agreed', text: 'We have to share it with your insurance.', version: 1 },
  })
})

test('more time is taken once, with a reason', async () => {
  await show()
  await waitFor(() => pageText().includes(asked), 'the request')
  await pressKeyOn(/^Take 30 more days/)
  ;(await field('#privacy-text')).value = 'We ask the laboratory.'
  await pressKeyOn('Extend')
  await waitFor(() => pageText().includes('Extended: We ask the laboratory.'), 'the reason')
  expect(pageText()).not.toContain('Take 30 more days')
})

test('an answer that is refused keeps what was typed', async () => {
  await show({ decidePrivacyRequest: () => problem(409, 'correction_missing') })
  await waitFor(() => pageText().includes(asked), 'the request')
  await pressKeyOn(/^Answer the request of/)
  ;(await field('#privacy-text')).value = 'Corrected.'
  await pressKeyOn('Send the answer')
  await waitFor(() => pageText().includes('The note does not have the correction yet'), 'the problem')
  expect((await field('#privacy-text')).value).toBe('Corrected.')
})

test('it is not shown to those who do not decide', async () => {
  const client = await show({}, ['task:read'])
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'listTasks'), 'the tasks')
  expect(client.calls.filter(({ operationId }) => operationId === 'listWaitingPrivacyRequests')).toEqual([])
})
