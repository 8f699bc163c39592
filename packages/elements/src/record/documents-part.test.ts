import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/record.ts'

afterEach(unmount)

const show = async (handlers: TestHandlers = {}, world: SampleWorld = createSampleWorld({ stage: 'prepared' })) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-record></visit-record>`))
  await waitFor(() => section()?.querySelector('li, .muted, [role=alert]'), 'the documents')
  await settled()
  return client
}
const section = () => deepQuery(document.body, 'visit-record')?.shadowRoot?.querySelector('[aria-labelledby=documents]')
const listed = () => [...(section()?.querySelectorAll('li b') ?? [])].map(({ textContent }) => textContent)
const calls = (client: Awaited<ReturnType<typeof show>>, operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId)

test('summaries and agreements are in one list, the newest first', async () => {
  const world = createSampleWorld({ stage: 'prepared' })
  await show({}, world)
  const { items: consents } = await world.client('patient').consents.list('patient-robin').page()
  const names = listed()
  for (const { title } of consents) expect(names).toContain(title)
  const summary = names.findIndex((name) => name?.startsWith('Summary of your visit on'))
  expect(summary).toBeGreaterThan(names.indexOf(consents[0]?.title ?? ''))
})

test('a summary is saved as a file, and that is announced', async () => {
  const client = await show({ getVisitSummaryPdf: () => '%PDF-1.7' } as TestHandlers)
  const said = recordAnnouncements(deepQuery(document.body, 'visit-record'))
  await press(document.body, /Download: Summary of your visit/)
  await waitFor(() => said.includes('The document is in your downloads.'), 'the announcement')
  expect(calls(client, 'getVisitSummaryPdf')).toHaveLength(1)
})

test('an agreement is read in its place, in the version that was agreed to', async () => {
  const world = createSampleWorld({ stage: 'prepared' })
  const client = await show({}, world)
  const consent = world.state.consents[0]
  await pressKeyOn(/^Read\b/)
  expect(focusedName()).toMatch(/^Close\b/)
  await waitFor(() => section()?.querySelector('.text-block'), 'the text')
  expect(calls(client, 'getConsentDocument')[0]).toMatchObject({ query: { version: consent?.documentVersion } })
})

test('a file that cannot be made says so at its line', async () => {
  await show({ getVisitSummaryPdf: () => problem(409, 'not_published') })
  await press(document.body, /Download: Summary of your visit/)
  const alert = await waitFor(() => section()?.querySelector('[role=alert]'), 'the problem')
  expect(alert.closest('li')?.textContent).toContain('Summary of your visit')
  expect(alert.textContent).toContain('This summary is not ready yet')
})

test('a proxy without the right to agreements sees the other documents', async () => {
  await show({ listConsents: () => problem(403, 'outside_proxy_scope') })
  expect(listed().every((name) => !name?.includes('Consent'))).toBe(true)
  expect(pageText()).toContain('Summary of your visit on')
})

test('an empty list says what fills it', async () => {
  const none = { patientId: 'patient-robin', items: [], nextCursor: null }
  await show({ listVisitSummaries: () => none, listConsents: () => none, listEstimates: () => none } as TestHandlers)
  expect(section()?.textContent).toContain('The summary of a visit and what you agree to are listed here.')
})
