import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', more)
  await mount(withProvider(client, html`<visit-claim-desk></visit-claim-desk>`))
  await settled()
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-claim-desk'))
  const calls = (operation: string) => client.calls.filter(({ operationId }) => operationId === operation)
  await press(document.body, 'Held')
  await waitFor(() => pageText().includes('Files that were not processed'), 'the files')
  await settled()
  return { client, said: announced, calls, other: world.client('practitioner') }
}

test('are below the held lines with their fault, and the text is read only on request', async () => {
  const { calls } = await show()
  expect(pageText()).toMatch(/SAMPLE-835-0042.*Cannot be read.*SAMPLE-277-0043.*Processing fails/)
  await pressKeyOn('SAMPLE-835-0042')
  await focusComesTo('File SAMPLE-835-0042')
  expect(pageText()).toMatch(/Error: wrong count ?, in segment SE/)
  expect(pageText()).not.toContain('EFT0000042')
  expect(calls('getMailboxFile')).toEqual([])
  await pressKeyOn('Show the file')
  await focusComesTo('The file as it came')
  expect(deepQuery(document.body, 'pre')?.textContent).toMatch(/ST\*835\*0001~\nBPR\*I\*86\.4/)
  expect(calls('getMailboxFile')).toHaveLength(1)
})

test('one is processed again with the keyboard alone', async () => {
  const { calls, said: announced } = await show()
  await pressKeyOn('SAMPLE-277-0043')
  await focusComesTo('File SAMPLE-277-0043')
  expect(pageText()).toContain('Tried 12 times')
  await pressKeyOn('Read it again')
  await focusComesTo('Held lines')
  expect(calls('reprocessMailboxFile').map(({ path }) => path)).toEqual([{ fileId: 'file-failing' }])
  expect(announced.at(-1)).toBe('The file will be read again in a moment.')
  expect(pageText()).not.toContain('SAMPLE-277-0043')
  expect(pageText()).toContain('SAMPLE-835-0042')
})

test('one is marked as resolved elsewhere, after a reason is chosen', async () => {
  const { calls, said: announced } = await show()
  await press(document.body, 'SAMPLE-835-0042')
  await pressKeyOn('Mark as resolved')
  await focusComesTo('What was done')
  expect(pageText()).toContain('Choose what was done.')
  const reason = deepQuery<HTMLSelectElement>(document.body, '#aside-reason')
  if (reason) await userEvent.selectOptions(reason, 'payer-corrected')
  await pressKeyOn('Mark as resolved')
  await focusComesTo('Held lines')
  expect(calls('resolveMailboxFile').map(({ body }) => body)).toEqual([{ reason: 'payer-corrected' }])
  expect(announced.at(-1)).toBe('The file was marked as resolved elsewhere.')
  expect(pageText()).not.toContain('SAMPLE-835-0042')
})

test('shows that another person resolved the file first, and keeps it in place', async () => {
  await show({ reprocessMailboxFile: () => problem(409, 'already_resolved') })
  await press(document.body, 'SAMPLE-835-0042')
  await press(document.body, 'Read it again')
  await waitFor(() => pageText().includes('This file was read or worked on meanwhile'), 'the reason')
  expect(pageText()).toContain('File SAMPLE-835-0042')
})

test('a file that another person resolves leaves the list', async () => {
  const { other } = await show()
  await other.mailbox.resolve('file-count', { reason: 'no-money' })
  await waitFor(() => !pageText().includes('SAMPLE-835-0042'), 'the shorter list')
})

test('shows no text about files when there are none', async () => {
  const world = createSampleWorld()
  const client = world.client('practitioner', { listMailboxFiles: () => ({ items: [], nextCursor: null }) })
  await mount(withProvider(client, html`<visit-claim-desk></visit-claim-desk>`))
  await settled()
  await press(document.body, 'Held')
  await waitFor(() => pageText().includes('Oldest first'), 'the held lines')
  await settled()
  expect(pageText()).not.toContain('Files that were not processed')
})

test('the end of the session leaves no data of a file on the page', async () => {
  const { client } = await show()
  await press(document.body, 'SAMPLE-835-0042')
  await press(document.body, 'Show the file')
  await waitFor(() => pageText().includes('EFT0000042'), 'the text')
  client.endSession()
  await waitFor(() => !/EFT0000042|SAMPLE-835/.test(pageText()), 'an empty page')
})
