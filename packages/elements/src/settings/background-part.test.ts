import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import '../define/chart.ts'
import '../define/provider.ts'
import '../define/settings.ts'

/* What patients say about themselves: asked in their settings, read in the chart. */

afterEach(unmount)

const show = async (handlers: TestHandlers = {}, world = createSampleWorld()) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-settings open="background"></visit-settings>`))
  await waitFor(() => deepQuery(document.body, 'fieldset'), 'the questions')
  await settled()
  return client
}
const input = (name: string, value: string): HTMLInputElement => {
  const found = deepQuery<HTMLInputElement>(document.body, `input[name="${name}"][value="${value}"]`)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const choose = async (name: string, value: string): Promise<void> => {
  input(name, value).click()
  await settled()
}
const sent = (client: Awaited<ReturnType<typeof show>>) =>
  client.calls.filter(({ operationId }) => operationId === 'putPatientBackground').map(({ body }) => body)
const openChart = async (world: SampleWorld) => {
  unmount()
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`))
  const summary = await waitFor(
    () => deepQuery(document.body, 'visit-chart')?.shadowRoot?.querySelector<HTMLElement>('.who summary'),
    'the chart',
  )
  return { client, summary: summary as HTMLElement }
}

test('no question is answered at first, and each of them can be skipped', async () => {
  const client = await show()
  expect(pageText()).toContain('You can skip any question.')
  await choose('birthSex', 'F')
  await pressKeyOn('Save answers')
  await waitFor(() => pageText().includes('Your answers are saved.'), 'the announcement')
  expect(sent(client)).toEqual([{ birthSex: 'F', version: 0 }])
  expect(focusedName()).toBe('About you')
})

test('several races can be chosen, and “Prefer not to say” stands alone', async () => {
  const client = await show()
  await choose('races', '2106-3')
  await choose('races', '2028-9')
  await choose('races', 'ASKU')
  expect(input('races', '2028-9').checked).toBe(false)
  await choose('races', '2054-5')
  expect(input('races', 'ASKU').checked).toBe(false)
  await choose('races', '2028-9')
  await pressKeyOn('Save answers')
  await waitFor(() => sent(client).length === 1, 'the answers')
  expect(sent(client)).toEqual([{ races: ['2028-9', '2054-5'], version: 0 }])
})

test('an answer, and all of them, can be cleared', async () => {
  const client = await show()
  await choose('ethnicity', '2135-2')
  await choose('genderIdentity', '33791000087105')
  await pressKeyOn('Save answers')
  await waitFor(() => pageText().includes('Clear all answers'), 'the saved answers')
  await choose('ethnicity', '')
  await pressKeyOn('Save answers')
  await waitFor(() => sent(client).length === 2, 'the second save')
  await settled()
  await pressKeyOn('Clear all answers')
  await waitFor(() => pageText().includes('All answers are cleared.'), 'the announcement')
  expect(sent(client)).toEqual([
    { ethnicity: '2135-2', genderIdentity: '33791000087105', version: 0 },
    { genderIdentity: '33791000087105', version: 1 },
    { version: 2 },
  ])
  await waitFor(() => !pageText().includes('Clear all answers'), 'no answers')
})

test('what was chosen stays when it was changed somewhere else, and is saved over that', async () => {
  let refusals = 1
  const world = createSampleWorld()
  const handlers = world.handlersFor('patient')
  const client = await show(
    {
      putPatientBackground: (request) =>
        refusals-- > 0 ? problem(409, 'version_conflict') : handlers.putPatientBackground!(request),
    },
    world,
  )
  await choose('birthSex', 'OTH')
  await pressKeyOn('Save answers')
  await waitFor(() => pageText().includes('This was changed somewhere else'), 'the conflict')
  await waitFor(() => input('birthSex', 'OTH').checked, 'the choice')
  await settled()
  await pressKeyOn('Save answers')
  await waitFor(() => pageText().includes('Your answers are saved.'), 'the announcement')
  expect(sent(client)).toHaveLength(2)
})

test('a person who acts for the patient reads that only the patient answers, and no answer is read', async () => {
  const client = createSampleWorld().client('patient', {
    getMe: async (request) => ({
      ...((await createSampleWorld().handlersFor('patient').getMe!(request)) as Me),
      personId: 'proxy-chris',
      kind: 'proxy',
    }),
  })
  await mount(withProvider(client, html`<visit-settings open="background"></visit-settings>`))
  await waitFor(() => pageText().includes('Only the patient can see and answer these questions.'), 'the sentence')
  expect(client.calls.some(({ operationId }) => operationId === 'getPatientBackground')).toBe(false)
})

test('what the patient says is read in the chart, only when the clinician opens it', async () => {
  const world = createSampleWorld()
  const patient = await show({}, world)
  await choose('races', '2028-9')
  await choose('races', '2106-3')
  await choose('genderIdentity', 'asked-declined')
  await pressKeyOn('Save answers')
  await waitFor(() => sent(patient).length === 1, 'the answers')
  const { client, summary } = await openChart(world)
  const reads = () => client.calls.filter(({ operationId }) => operationId === 'getPatientBackground')
  expect(reads()).toEqual([])
  summary.click()
  await waitFor(() => pageText().includes('Asian and White'), 'the races')
  expect(pageText()).toContain('Prefer not to say')
  expect(pageText()).toContain('No answer')
  expect(reads()).toHaveLength(1)
})
