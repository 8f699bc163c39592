import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents } from '../../test/record-announcements.ts'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (world: SampleWorld, handlers: TestHandlers = {}) => {
  const client = world.client('practitioner', handlers)
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  return client
}
const until = (text: string) => waitFor(() => pageText().includes(text), text)
/** The patient answers that they think of hurting themselves. */
const answerHarm = async (world: SampleWorld): Promise<void> => {
  for (const appointment of world.state.appointments) appointment.questionnaires = ['mood-check']
  const questionnaire = await world.client().questionnaires.get('mood-check')
  const [rule] = questionnaire.emergencyRules
  const answers = [{ linkId: rule?.linkId ?? '', values: [rule?.answer ?? {}] }]
  await world.client().intake.save('appointment-next', 'mood-check', { answers, version: 0 })
  const ids = { alertId: 'any', appointmentId: 'appointment-next', patientId: world.state.patient.id }
  world.client('practitioner').emitLive({ type: 'alert.changed', ids })
}
const alertBanner = () => deepQuery(document.body, '[part=alerts]')

describe('an emergency alert', () => {
  test('comes to the top by itself, is announced, and has the telephone, the address and the answer', async () => {
    const world = createSampleWorld()
    await show(world)
    expect(alertBanner()).toBeNull()
    await answerHarm(world)
    await until('Thoughts of self-harm')
    expect(deepQuery(document.body, '[role=alert]')?.textContent).toContain('Thoughts of self-harm')
    expect(alertBanner()?.querySelector('a')?.href).toBe('tel:+15555550123')
    expect(pageText()).toContain('Home address: 1 Sample Street, Exampleville, OH 44101')
    expect(pageText()).toContain('Do you have pain or pressure in the chest?')
  })

  test('is reported to the server once it is on the screen, and not while the page hides it', async () => {
    const world = createSampleWorld()
    await answerHarm(world)
    const client = world.client('practitioner')
    await mount(html`<div hidden>${withProvider(client, html`<visit-inbox></visit-inbox>`)}</div>`)
    await settled()
    const state = async () => (await world.client().alerts.ofAppointment('appointment-next')).items[0]?.status
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'listAlerts'), 'the list')
    await settled()
    expect(await state()).toBe('raised')
    const hidden = deepQuery<HTMLElement>(document.body, '[hidden]')
    if (hidden) hidden.hidden = false
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'reportAlertShown'), 'the report')
    expect(await state()).toBe('shown')
  })

  test('is taken on with one press, and then shows by whom', async () => {
    const world = createSampleWorld()
    await answerHarm(world)
    await show(world)
    await until('Thoughts of self-harm')
    await press(document.body, 'I will act on this')
    await waitFor(() => alertBanner() === null, 'the alert to be taken on')
    await until('Dr. Jo Sample')
  })
})

test('counts what waits, and counts again when it changes', async () => {
  const world = createSampleWorld()
  const counted = recordEvents('visit-inbox-counted')
  await show(world)
  await until('Tasks (2)')
  const before = counted.at(-1) as { tasks: number; total: number }
  expect(before).toMatchObject({ alerts: 0, tasks: 2 })
  await pressKeyOn('Done: Ask about a referral')
  await until('Tasks (1)')
  expect(counted.at(-1)).toMatchObject({ tasks: 1, total: before.total - 1 })
})

test('a task that is taken is the reader’s', async () => {
  const client = await show(createSampleWorld())
  await until('Tasks (2)')
  await pressKeyOn('Take: Ask about a referral')
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'changeTask'), 'the change')
  expect(client.calls.find(({ operationId }) => operationId === 'changeTask')?.body).toMatchObject({
    assigneeId: 'member-jo',
  })
})

test('each line opens its thing', async () => {
  await show(createSampleWorld())
  await until('Tasks (2)')
  const opened = recordEvents('visit-open')
  await pressKeyOn('Open: Ask about a referral')
  expect(opened).toMatchObject([{ what: 'patient', visitId: null }])
})

test('counts what waits beyond the lines that are shown, and shows whose tasks are asked for', async () => {
  const counted = recordEvents('visit-inbox-counted')
  await show(createSampleWorld(), {
    countInbox: () => ({ ownTasks: 3, roleTasks: 120, notes: 0, results: 0, messages: 0, requests: 0, waitlist: 0 }),
  })
  await until('Tasks (123)')
  await waitFor(() => counted.some((detail) => (detail as { tasks: number }).tasks === 123), 'the number for tabs')
  await press(document.body, 'Mine')
  await waitFor(() => !pageText().includes('Tasks (123)'), 'the smaller list')
  expect(counted.at(-1)).toMatchObject({ tasks: 123 })
})

test('the team’s tasks are shown next to the reader’s own, counted, with whose they are, and not in the total', async () => {
  const counted = recordEvents('visit-inbox-counted')
  const colleague = { memberId: 'member-away', displayName: 'Dr. Avery Away' }
  let teamTasks = 1
  const client = await show(createSampleWorld(), {
    countInbox: () => ({
      ...{ ownTasks: 1, roleTasks: 1, teamTasks, notes: 0, results: 0, messages: 0, requests: 0, waitlist: 0 },
    }),
    listTasks: async ({ query }) => {
      const { items } = await createSampleWorld().client('practitioner').tasks.list({}).page()
      const [first] = items
      if (!query.team || !first) return { items, nextCursor: null }
      const { assigneeRole: _, ...rest } = first
      return { items: teamTasks === 0 ? [] : [{ ...rest, assignee: colleague }], nextCursor: null }
    },
  })
  await until('My team’s (1)')
  expect(pageText()).not.toContain('Dr. Avery Away')
  await press(document.body, 'My team’s')
  await until('for Dr. Avery Away')
  expect(counted.at(-1)).toMatchObject({ tasks: 2 })
  teamTasks = 0
  client.emitLive({ type: 'task.changed', ids: { taskId: 'task-referral' } })
  await until('My team’s (0)')
  await until('No task is waiting for a colleague')
})

test.each([
  ['614-555-0142', { phone: '614-555-0142' }],
  ['LH-10001', { recordNumber: 'LH-10001' }],
  ['1968-03-14', { birthDate: '1968-03-14' }],
  ['3/14/1968', { birthDate: '1968-03-14' }],
  ['Duarte', { family: 'Duarte', match: 'start' }],
])('finds a patient by %s', async (typed, criteria) => {
  const client = await show(createSampleWorld(), { searchPatients: () => ({ items: [], nextCursor: null }) })
  const field = deepQuery<HTMLInputElement>(document.body, '#find-patient')
  if (!field) throw new Error('no search')
  field.value = typed
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  const asked = () => client.calls.filter(({ operationId }) => operationId === 'searchPatients')
  await waitFor(() => asked().length > 0, 'the search')
  expect(asked()[0]?.body).toEqual(criteria)
})

test('a list that cannot be read has no number, and can be read again', async () => {
  const world = createSampleWorld()
  let isDown = true
  const none = { items: [], nextCursor: null }
  await show(world, { listTasks: () => (isDown ? problem(503, 'database_unavailable') : none) })
  const heading = () => deepQuery(document.body, '#section-tasks')?.textContent.trim()
  expect(heading()).toBe('Tasks')
  isDown = false
  await press(document.body, 'Try again')
  await waitFor(() => heading() === undefined && pageText().includes('Results to review'), 'the inbox without tasks')
})
