import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { asOfficer } from '../../test/sample-officer.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (tab: 'Cases' | 'Monitor', more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', asOfficer(more))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await press(document.body, new RegExp(`^\\s*${tab}\\s*$`))
  await settled()
  const bodies = (operationId: string) =>
    client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)
  return { world, client, bodies }
}
const choose = (value: string) => deepQuery<HTMLInputElement>(document.body, `input[value="${value}"]`)?.click()
const write = async (selector: string, text: string) => {
  deepQuery<HTMLElement>(document.body, selector)?.focus()
  await userEvent.keyboard(text)
}

test('a case says who, when and why in sentences with numbers, and who works on it', async () => {
  await show('Cases')
  await waitFor(() => pageText().includes('Nia Specimen'), 'the case')
  expect(pageText()).toContain('The patient is confidential.')
  expect(pageText()).toMatch(
    /No appointment, order, task or message links them\. Accesses: 3\. Patients: 2\. First at 9:01\sPM\./,
  )
  expect(pageText()).toMatch(/Outside working hours, first at 9:01\sPM\./)
  expect(pageText()).toContain('Nobody yet')
})

test('what is listed for a second look is apart from the cases, says that nothing is suspected, and has no deadline', async () => {
  const { client } = await show('Cases')
  await waitFor(() => pageText().includes('Nia Specimen'), 'the case')
  expect(pageText()).not.toContain('Lee Specimen')
  await pressKeyOn('Second looks')
  await waitFor(() => pageText().includes('Lee Specimen'), 'the second look')
  expect(pageText()).not.toContain('Nia Specimen')
  expect(pageText()).toContain('Nothing is suspected, and nothing is due.')
  expect(pageText()).toContain('Work explains it. The patient is confidential or lives with them. Accesses: 1.')
  expect(pageText()).not.toContain('Close by')
  await pressKeyOn('Decide: Lee Specimen')
  choose('appropriate')
  await write('textarea', 'Booked the next visit.')
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('No access is listed'), 'an empty list')
  expect(client.calls.find(({ operationId }) => operationId === 'closeAccessCase')?.path).toEqual({
    caseId: 'access-case-2',
  })
})

test('the accesses are read only when a person asks for them', async () => {
  const { client } = await show('Cases')
  await waitFor(() => pageText().includes('Nia Specimen'), 'the case')
  const read = () => client.calls.filter(({ operationId }) => operationId === 'getAccessCase')
  expect(read()).toEqual([])
  await pressKeyOn('Show the accesses: Nia Specimen')
  await waitFor(() => pageText().includes('The accesses, in the words that the patient reads'), 'the accesses')
  expect(pageText()).toContain('Robin Example')
  expect(read()).toHaveLength(1)
})

test('a case is taken and decided with the keyboard alone, and leaves the list', async () => {
  const { bodies } = await show('Cases')
  await pressKeyOn('Take it: Nia Specimen')
  await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the assignee')
  await pressKeyOn('Decide: Nia Specimen')
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('Choose what you found.'), 'what is missing')
  await tabTo('Work explains it, and was not recorded')
  await userEvent.keyboard(' ')
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('Write what you found.'), 'what is missing')
  await write('#decide-note', 'A call of the patient.')
  await pressKeyOn('Save')
  await waitFor(() => pageText().includes('No case waits'), 'the list without it')
  expect(bodies('closeAccessCase')).toEqual([{ disposition: 'explained', note: 'A call of the patient.', version: 2 }])
})

test('an incident is reported with what was not allowed, once, also when closing has to be repeated', async () => {
  let refused = 0
  const { bodies } = await show('Cases', {
    reportIncident: () => ({ id: 'incident-1', discoveredOn: '2026-11-30' }),
    closeAccessCase: async (input) =>
      (refused += 1) === 1
        ? problem(503, 'overloaded')
        : ((await createSampleWorld().handlersFor('practitioner').closeAccessCase?.(input)) as never),
  })
  await press(document.body, /Decide: /)
  await settled()
  choose('inappropriate')
  await waitFor(() => pageText().includes('Report an incident with this note'), 'the choice')
  deepQuery<HTMLInputElement>(document.body, 'input[type="checkbox"]')?.click()
  await write('#decide-note', 'She looked at a neighbor.')
  await press(document.body, /^\s*Save\s*$/)
  await waitFor(() => refused === 1, 'the refusal')
  await settled()
  await press(document.body, /^\s*Save\s*$/)
  await waitFor(() => refused === 2, 'the second try')
  expect(bodies('reportIncident')).toEqual([{ description: 'She looked at a neighbor.' }])
  expect(bodies('closeAccessCase').map((body) => (body as { incidentId?: string }).incidentId)).toEqual([
    'incident-1',
    'incident-1',
  ])
})

test('a reason is left out for a person, with a day and a why, and counted again', async () => {
  const { bodies } = await show('Cases')
  await press(document.body, /Do not count a reason: /)
  await settled()
  await press(document.body, /^\s*Save\s*$/)
  await waitFor(() => pageText().includes('Choose a reason.'), 'what is missing')
  await focusComesTo('Reason')
  const select = deepQuery<HTMLSelectElement>(document.body, '#suppress-first')
  if (select) select.value = 'confidential'
  const until = deepQuery<HTMLInputElement>(document.body, '#suppress-until')
  if (until) until.value = '2099-12-31'
  await settled()
  await write('#suppress-reason', 'She cares for him.')
  expect(deepQuery<HTMLTextAreaElement>(document.body, '#suppress-reason')?.value).toBe('She cares for him.')
  await press(document.body, /^\s*Save\s*$/)
  await waitFor(() => bodies('suppressAccessReason').length === 1, 'the request')
  expect(bodies('suppressAccessReason')).toEqual([
    { code: 'confidential', until: '2099-12-31', reason: 'She cares for him.' },
  ])
  await press(document.body, /^\s*Monitor\s*$/)
  await waitFor(() => pageText().includes('until December 31, 2099'), 'the suppression')
  await press(document.body, /Count it again: /)
  await waitFor(() => pageText().includes('Ended'), 'its end')
})

test('a case that another officer changes appears while the desk is open', async () => {
  const { world } = await show('Cases')
  await waitFor(() => pageText().includes('Nobody yet'), 'the case')
  await world.client('practitioner').accessCases.assign('access-case-1', { version: 1 })
  await waitFor(() => pageText().includes('Dr. Jo Sample'), 'the assignee')
})

test('what the monitor knows of the officer is removed by another one, and the desk says so instead of the button', async () => {
  const me = await createSampleWorld().client('practitioner').me.get()
  const patient = (await createSampleWorld().client('patient').me.get()).patients[0]
  const fact = (id: string, memberId: string, displayName: string) => ({
    ...{ id, patientId: 'patient-robin', kind: 'household' as const, createdAt: '2026-11-25T15:00:00Z' },
    ...(patient && { patient }),
    member: { memberId, displayName },
  })
  const items = [fact('fact-own', me.personId, me.displayName), fact('fact-other', 'member-kim', 'Kim Specimen')]
  const { client } = await show('Monitor', { listMonitorFacts: () => ({ items, nextCursor: null }) })
  await waitFor(() => pageText().includes(`Lives with ${me.displayName}`), 'what is known of the officer')
  expect(pageText()).toContain('About you. Another privacy officer removes it.')
  // The only button is that of the colleague.
  await press(document.body, /Remove: /)
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'removeMonitorFact'), 'the request')
  expect(client.calls.find(({ operationId }) => operationId === 'removeMonitorFact')?.path).toEqual({
    factId: 'fact-other',
  })
})

test('what the monitor knows is read, added and removed', async () => {
  const { bodies } = await show('Monitor')
  await waitFor(() => pageText().includes('Confidential'), 'the fact')
  await press(document.body, /Remove: /)
  await waitFor(() => pageText().includes('Add confidential patients'), 'the empty list')
  await press(document.body, /^\s*Add a patient\s*$/)
  await settled()
  await press(document.body, /^\s*Add\s*$/)
  await waitFor(() => pageText().includes('Choose a patient.'), 'what is missing')
  expect(bodies('addMonitorFact')).toEqual([])
})
