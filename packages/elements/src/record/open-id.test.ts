import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focused } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import type { VisitRecord } from './record.ts'
import '../define/provider.ts'
import '../define/record.ts'

/* What a notice leads to: its id, and nothing else, is in the link. */

afterEach(unmount)

const world = createSampleWorld()
const show = async (openId: string, handlers: TestHandlers = {}) => {
  const client = createSampleWorld().client('patient', handlers)
  await mount(withProvider(client, html`<visit-record .openId=${openId}></visit-record>`))
  await settled()
  return client
}
const results = async () => (await world.client('patient').labs.resultsOfPatient('patient-robin').page()).items
const notes = async () => (await world.client('patient').notes.ofPatient('patient-robin').page()).items

test('a result that is not the newest is open and has the focus, and no other is open', async () => {
  const older = (await results()).at(-1)
  await show(older?.id ?? '')
  await waitFor(() => focused()?.id === `item-${older?.id}`, 'the focus')
  const root = deepQuery(document.body, 'visit-record')?.shadowRoot
  const open = [...(root?.querySelectorAll('[aria-expanded=true]') ?? [])]
  expect(open.map((each) => each.closest('li')?.querySelector('[id^=item-]')?.id)).toEqual([`item-${older?.id}`])
})

test('a note is read at once, and has the focus', async () => {
  const [note] = await notes()
  const client = await show(note?.id ?? '')
  await focusComesTo('Visit on')
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getNote'), 'the note')
})

test('something that is not there any more is said, and the focus is not moved', async () => {
  await show('gone')
  await waitFor(() => pageText().includes('What you opened is not shown here.'), 'the words')
  expect(focused()).toBe(document.body)
})

test('the next link on the same page leads to the next thing', async () => {
  const [first, second] = await results()
  await show(first?.id ?? '')
  await waitFor(() => focused()?.id === `item-${first?.id}`, 'the first')
  const record = deepQuery<VisitRecord>(document.body, 'visit-record')
  if (record) record.openId = second?.id
  await waitFor(() => focused()?.id === `item-${second?.id}`, 'the second')
})
