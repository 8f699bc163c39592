import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { SentFile } from '@visitkit/sdk'
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
  await mount(withProvider(client, html`<visit-record messages-url="/messages"></visit-record>`))
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

test('a new document appears without a reload, and a picture that is open stays', async () => {
  const world = createSampleWorld({ stage: 'prepared' })
  await show({}, world)
  await pressKeyOn('Show: Picture from “Rash on my arm”')
  await waitFor(() => section()?.querySelector('img'), 'the picture')
  const before = listed().length
  const clinic = world.client('practitioner')
  const [thread] = (await clinic.threads.list().page()).items.filter(({ patientId }) => patientId === 'patient-robin')
  const { id } = await clinic.attachments.add('patient-robin', new File(['x'], 'plan.png', { type: 'image/png' }))
  await clinic.threads.post(thread?.id ?? '', { text: 'Your plan', attachmentIds: [id] })
  await waitFor(() => listed().length === before + 1, 'the new file')
  expect(section()?.querySelector('img')).not.toBeNull()
})

test.each(['listVisitSummaries', 'listConsents', 'listEstimates', 'listAttachments'] as const)(
  'does not end with the first page of %s',
  async (operation) => {
    const world = createSampleWorld({ stage: 'prepared' })
    const first = world.handlersFor('patient')[operation] as (input: unknown) => Promise<object>
    const client = await show(
      {
        [operation]: async (input: { readonly query: { readonly cursor?: string } }) => ({
          ...(await first(input)),
          nextCursor: input.query.cursor ? null : 'next',
        }),
      } as TestHandlers,
      world,
    )
    expect(section()?.textContent).toContain('There are more.')
    await press(document.body, 'Show more: Documents')
    await waitFor(() => !section()?.textContent.includes('There are more.'), 'the end of the list')
    expect(calls(client, operation).at(-1)).toMatchObject({ query: { cursor: 'next' } })
  },
)

test('an empty list says what fills it', async () => {
  const none = { patientId: 'patient-robin', items: [], nextCursor: null }
  await show({
    ...{ listVisitSummaries: () => none, listConsents: () => none },
    ...{ listEstimates: () => none, listAttachments: () => none },
  } as TestHandlers)
  expect(section()?.textContent).toContain(
    'The summary of a visit, what you agree to and the files in your messages are listed here.',
  )
})

describe('a file of a message', () => {
  const line = (text: string) =>
    waitFor(() => [...(section()?.querySelectorAll('li') ?? [])].find((each) => each.textContent.includes(text)), text)
  const sentFile = (id: string, more: Partial<SentFile> = {}): SentFile => ({
    ...{ id, patientId: 'patient-robin', kind: 'pdf', mediaType: 'application/pdf', bytes: 9, mine: false },
    ...{ createdAt: '2026-11-20T15:00:00Z', sentAt: '2026-11-20T15:01:00Z' },
    from: { kind: 'member', id: 'member-jo', displayName: 'Dr. Jo Sample' },
    thread: { id: 'thread-plan', subject: 'Your plan' },
    ...more,
  })
  const listing =
    (items: SentFile[], nextCursor: string | null = null) =>
    () => ({ patientId: 'patient-robin', items, nextCursor })

  test('says who sent it and when, links to its thread, and a picture is shown in its place', async () => {
    const client = await show()
    const said = recordAnnouncements(deepQuery(document.body, 'visit-record'))
    const item = await line('Picture from “Rash on my arm”')
    expect(item.textContent).toMatch(/You sent it on \w+ \d+, \d{4}/)
    const [file] = (await client.attachments.ofPatient('patient-robin').page()).items
    const link = item.querySelector('a')
    expect(link?.getAttribute('href')).toBe(`/messages#${file?.thread.id}`)
    expect(link?.getAttribute('aria-label')).toBe('Read the messages: Rash on my arm')
    await pressKeyOn('Show: Picture from “Rash on my arm”')
    const picture = await waitFor(() => item.querySelector('img'), 'the picture')
    expect([picture.alt, picture.src]).toEqual(['Picture from “Rash on my arm”', expect.stringMatching(/^blob:/)])
    await waitFor(() => said.includes('The picture is shown.'), 'the announcement')
    expect(calls(client, 'getAttachmentContent')[0]).toMatchObject({ path: { attachmentId: file?.id } })
    // The focus stays on the button, which closes the picture and opens it again without another request.
    expect(focusedName()).toBe('Close: Picture from “Rash on my arm”')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => !item.querySelector('img'), 'the picture to close')
    await userEvent.keyboard('{Enter}')
    await waitFor(() => item.querySelector('img'), 'the picture again')
    expect(calls(client, 'getAttachmentContent')).toHaveLength(1)
    client.endSession()
    await waitFor(() => !section()?.querySelector('img'), 'the picture to go')
  })

  test('of the clinic has its sender; several of one message have a number; a PDF is saved', async () => {
    const client = await show({ listAttachments: listing([sentFile('one'), sentFile('two')]) })
    expect((await line('PDF from “Your plan”, 1')).textContent).toContain('Dr. Jo Sample sent it on')
    await press(document.body, 'Download: PDF from “Your plan”, 2')
    await waitFor(() => calls(client, 'getAttachmentContent').length === 1, 'the file')
    expect(calls(client, 'getAttachmentContent')[0]).toMatchObject({ path: { attachmentId: 'two' } })
  })

  test('that is older is loaded on request, and goes to its place in the list', async () => {
    const old = sentFile('old', { sentAt: '2020-01-01T10:00:00Z', thread: { id: 'thread-old', subject: 'Long ago' } })
    const first = listing([sentFile('new')], 'next')
    const client = await show({
      listAttachments: ({ query }) => (query.cursor === 'next' ? listing([old])() : first()),
    })
    await press(document.body, 'Show more: Documents')
    await line('PDF from “Long ago”')
    expect(listed().at(-1)).toBe('PDF from “Long ago”')
    expect(section()?.textContent).not.toContain('Show more')
    expect(calls(client, 'listAttachments').at(-1)?.query).toEqual({ limit: 50, cursor: 'next' })
  })

  test('that cannot be read says so at its line; a page without messages has no link', async () => {
    const client = createSampleWorld({ stage: 'prepared' }).client('patient', {
      ...{ listAttachments: listing([sentFile('one')]), getAttachmentContent: () => problem(404, 'not_found') },
    })
    await mount(withProvider(client, html`<visit-record></visit-record>`))
    const item = await line('PDF from “Your plan”')
    expect(item.querySelector('a')).toBeNull()
    await press(document.body, 'Download: PDF from “Your plan”')
    await waitFor(() => item.querySelector('[role=alert]'), 'the problem')
  })

  test('is left out for a proxy without the right to the record; the other documents are listed', async () => {
    await show({ listAttachments: () => problem(403, 'outside_proxy_scope') })
    expect(pageText()).toContain('Summary of your visit on')
    expect(listed().some((name) => name?.startsWith('Picture'))).toBe(false)
  })
})
