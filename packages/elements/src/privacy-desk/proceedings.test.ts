import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { asOfficer } from '../../test/sample-officer.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const field = <E extends HTMLElement = HTMLInputElement>(name: string): Promise<E> =>
  waitFor(() => deepQuery<E>(document.body, `#proceeding-${name}`), name)
const fill = async (values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) (await field(name)).value = value
  await settled()
}
const decide = () => press(document.body, /^\s*Write it down and decide\s*$/)
const facts = { receivedOn: '2026-11-01', name: 'Sample County Court', what: 'The dates of two visits.' }

const show = async (more: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', asOfficer(more))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await press(document.body, /^\s*Legal proceedings\s*$/)
  const search = await field('patient')
  search.value = 'Robin'
  search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  ;(await waitFor(() => deepQuery<HTMLElement>(document.body, '[role=option]'), 'the patient')).click()
  await waitFor(() => deepQuery(document.body, '#proceedings-patient'), 'the patient')
  await settled()
  const bodies = () =>
    client.calls.filter(({ operationId }) => operationId === 'decideRecordRequest').map(({ body }) => body)
  return { bodies, said: recordAnnouncements(deepQuery(document.body, 'visit-privacy-desk')) }
}

test('a request that was refused says by whom it was made, what came with it, and that nothing may be given', async () => {
  await show()
  await waitFor(() => pageText().includes('Specimen & Sample, attorneys'), 'the list')
  for (const part of ['Refused', 'Give nothing: the patient has not agreed', 'A subpoena', 'All notes since January.'])
    expect(pageText()).toContain(part)
})

test.each([
  ['subpoena', 'Refused. Give nothing'],
  ['court-order-with-subpoena', 'May be given. A court ordered it'],
])('with %s the person reads and hears what the law says: %s', async (basis, words) => {
  const { bodies, said } = await show()
  await press(document.body, /^\s*Write down a request\s*$/)
  await fill({ ...facts, proceeding: 'criminal', basis })
  await decide()
  await waitFor(() => pageText().includes('Sample County Court'), 'the decision')
  expect(bodies()).toEqual([
    {
      ...{ patientId: 'patient-robin', receivedOn: facts.receivedOn, proceeding: 'criminal', basis },
      ...{ requester: { name: facts.name }, what: facts.what },
    },
  ])
  expect(said.join(' ')).toContain(words)
})

test('a form without something says what is missing, sends nothing and keeps the rest', async () => {
  const { bodies } = await show()
  await press(document.body, /^\s*Write down a request\s*$/)
  await fill({ name: facts.name })
  await decide()
  await waitFor(() => pageText().includes('Choose the day.'), 'what is missing')
  expect((await field('name')).value).toBe(facts.name)
  expect(bodies()).toEqual([])
})

test('what was typed stays when the server refuses the day', async () => {
  await show({ decideRecordRequest: () => problem(422, 'day_refused') })
  await press(document.body, /^\s*Write down a request\s*$/)
  await fill(facts)
  await decide()
  await waitFor(() => pageText().includes('The day is in the future'), 'the problem')
  expect((await field('what')).value).toBe(facts.what)
})
