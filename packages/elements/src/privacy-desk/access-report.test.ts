import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { asOfficer } from '../../test/sample-officer.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { filteredFields, reportFields } from './report-fields.ts'

afterEach(unmount)

const control = <E extends HTMLElement = HTMLInputElement>(name: string): Promise<E> =>
  waitFor(() => deepQuery<E>(document.body, `#report-${name}`), name)
const set = async (name: string, value: string): Promise<void> => {
  const found = await control(name)
  found.value = value
  found.dispatchEvent(new Event('change', { bubbles: true }))
  await settled()
}

const show = async (more: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', asOfficer(more))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await press(document.body, /^\s*Access report\s*$/)
  await control('field')
  const asked = () => client.calls.filter(({ operationId }) => operationId === 'listAccessReport')
  const query = () => asked().at(-1)?.query as Record<string, string> | undefined
  const read = async (): Promise<void> => {
    await press(document.body, /^\s*Show the report\s*$/)
    await waitFor(() => deepQuery(document.body, '.work details'), 'the rows')
  }
  return { client, asked, query, read }
}

test('nothing is read until the report is asked for, and it is of any period', async () => {
  const { asked, query, read } = await show()
  await set('from', '2026-01-02')
  await set('to', '2026-01-31')
  expect(asked()).toEqual([])
  await press(document.body, /^\s*Show the report\s*$/)
  await waitFor(() => pageText().includes('No row fits'), 'the report')
  const days = (Date.parse(String(query()?.to)) - Date.parse(String(query()?.from))) / 86_400_000
  expect(days).toBe(30)
  await set('from', '')
  await set('to', '')
  await read()
  expect(query()).not.toHaveProperty('from')
})

test('the report is filtered by every recorded field, and a filter can be removed', async () => {
  const { query, read } = await show()
  await read()
  for (const field of reportFields.filter((one) => one !== 'at')) {
    await set('field', field)
    const value = await control<HTMLInputElement | HTMLSelectElement>('value')
    if (field === 'patientId') {
      value.value = 'Robin'
      value.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
      ;(await waitFor(() => deepQuery<HTMLElement>(document.body, '[role=option]'), 'the patient')).click()
    } else {
      if (field === 'actorId')
        await waitFor(() => deepQuery(document.body, '#report-value option[value="member-kim"]'), 'the colleagues')
      const chosen = value instanceof HTMLSelectElement ? String(value.options[1]?.value) : 'as-recorded'
      await set('value', chosen)
      await press(document.body, /^\s*Add this filter\s*$/)
    }
    await waitFor(() => query()?.[field] !== undefined, field)
  }
  expect(Object.keys(query() ?? {})).toEqual(expect.arrayContaining(reportFields.filter((one) => one !== 'at')))
  await press(document.body, /Remove: Patient$/)
  await waitFor(() => query()?.patientId === undefined, 'the report without it')
})

test('the report is sorted by every recorded field, both ways', async () => {
  const { query, read } = await show()
  await read()
  await set('order', 'ascending')
  for (const field of reportFields) {
    await set('sort', field)
    await waitFor(() => query()?.sort === field, field)
  }
  expect(query()?.order).toBe('ascending')
})

test('a row says each of its fields, and shows only the rows that have the same value', async () => {
  const { query, read } = await show()
  await read()
  const row = await waitFor(() => deepQuery<HTMLElement>(document.body, '.work details'), 'a row')
  row.querySelector('summary')?.click()
  expect(row.querySelectorAll('dt').length).toBe(filteredFields.length)
  expect(row.textContent).toContain('203.0.113.')
  const role = [...row.querySelectorAll('button')].find((button) => button.ariaLabel === 'Only these: Role')
  role?.click()
  await waitFor(() => query()?.actorRole !== undefined, 'the filter')
  expect(pageText()).toContain('Role: ')
})

test('a row says what permitted it and what was searched for, and each consent finds its rows', async () => {
  const row = (more: object): object => ({ ...createSampleWorld().state.accesses[0], ...common, ...more })
  const common = {
    ...{ operation: 'listVisits', requestId: 'r', entityId: null, refusal: null, sessionId: 's', clientId: 'c' },
    ...{ origin: 'AbC123', query: 'GET /v1/visits?limit=20' },
  }
  const { query, read } = await show({
    listAccessReport: () => ({
      items: [row({ id: 'one', address: '203.0.113.9', consents: ['consent-a', 'consent-b'] })] as never,
      nextCursor: null,
    }),
  })
  await read()
  deepQuery<HTMLElement>(document.body, '.work details summary')?.click()
  for (const words of ['203.0.113.9', 'AbC123', 'consent-a', 'consent-b', 'GET /v1/visits?limit=20'])
    expect(pageText()).toContain(words)
  const only = (field: string) =>
    [...(deepQuery(document.body, '.work details')?.querySelectorAll('button') ?? [])].filter(
      (button) => button.ariaLabel === `Only these: ${field}`,
    )
  only('Consents that permitted it')[1]?.click()
  await waitFor(() => query()?.consents === 'consent-b', 'the filter')
  ;(await waitFor(() => only('Network')[0], 'the row again')).click()
  await waitFor(() => query()?.origin === 'AbC123', 'the filter')
})

test('a filter without a value says what is missing', async () => {
  const { asked } = await show()
  await set('field', 'requestId')
  await press(document.body, /^\s*Add this filter\s*$/)
  await waitFor(() => pageText().includes('Choose or type a value.'), 'what is missing')
  expect(asked()).toEqual([])
})

test('the same report is saved as a PDF, by the same filters and order', async () => {
  const { client, read } = await show()
  await read()
  await set('field', 'outcome')
  await set('value', 'done')
  await press(document.body, /^\s*Add this filter\s*$/)
  await set('sort', 'entity')
  await press(document.body, /^\s*Save as a PDF\s*$/)
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getAccessReportPdf'), 'the file')
  const printed = client.calls.find(({ operationId }) => operationId === 'getAccessReportPdf')
  expect(printed?.query).toMatchObject({ outcome: 'done', sort: 'entity', order: 'descending', language: 'en' })
})
