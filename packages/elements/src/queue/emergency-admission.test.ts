import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/queue.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', more)
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  await waitFor(() => deepQuery(document.body, '.emergency'), 'the button')
  const sent = () => client.calls.filter(({ operationId }) => operationId === 'admitInEmergency')
  return { world, client, sent }
}
const choose = (id: string, value: string): void => {
  const select = deepQuery<HTMLSelectElement>(document.body, `#emergency-${id}`)!
  select.value = value
  select.dispatchEvent(new Event('change'))
}
const write = (id: string, value: string): void => {
  const input = deepQuery<HTMLInputElement>(document.body, `#emergency-${id}`)!
  input.value = value
  input.dispatchEvent(new Event('input'))
}
const fill = (): void => {
  choose('reason', 'cannot-decide')
  write('text', 'Confused and short of breath.')
  choose('kind', 'home')
  write('line1', '1 Sample Street')
  write('city', 'Exampleville')
  choose('state', 'OH')
  write('callbackPhone', '614-555-0142')
}

test('a patient who has not checked in is admitted in an emergency, with a reason, a text and a place', async () => {
  const { world, sent } = await show()
  const admitted = recordEvents('visit-admitted')
  await pressKeyOn(/^Emergency without the consent: Robin Example/)
  await focusComesTo(/Admit Robin Example in an emergency/)
  expect(pageText()).toContain('A privacy officer reads what you write')
  fill()
  await tabTo('Admit now')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => admitted.length === 1, 'the admission')
  expect(sent()[0]).toMatchObject({
    path: { appointmentId: world.ids.appointmentId },
    body: {
      reason: 'cannot-decide',
      text: 'Confused and short of breath.',
      checkIn: { location: { kind: 'home', line1: '1 Sample Street', state: 'OH' }, callbackPhone: '614-555-0142' },
    },
  })
  expect(world.state.visits[0]).toMatchObject({ status: 'admitted', emergencyAdmission: { reason: 'cannot-decide' } })
})

test('what is missing is said at its field, and nothing is sent', async () => {
  const { sent } = await show()
  await press(document.body, 'Emergency without the consent: Robin Example')
  await press(document.body, 'Admit now')
  await waitFor(() => pageText().includes('Choose the reason.'), 'the reason')
  expect(pageText()).toContain('Write in a few words what happened.')
  choose('reason', 'delay-would-endanger')
  write('text', 'Cannot breathe well.')
  await press(document.body, 'Admit now')
  await focusComesTo(/^Place/)
  expect(pageText()).toContain('Fill this in.')
  expect(sent()).toEqual([])
})

test('a refusal of the patient stays, with what to do, and what was written is kept', async () => {
  const { world, sent } = await show()
  const [document_] = (
    await world.client('patient').consents.requirements('patient-robin', {
      purposes: ['telehealth-treatment'],
    })
  ).items
  const { id: documentId, version, language, contentHash, sections } = document_!.document
  await world.client('patient').consents.decide('patient-robin', {
    ...{ documentId, version, language, contentHash, decision: 'declined', zone: 'America/New_York' },
    sectionsSeen: sections.map(({ id }) => id),
  })
  await press(document.body, 'Emergency without the consent: Robin Example')
  fill()
  choose('reason', 'delay-would-endanger')
  await press(document.body, 'Admit now')
  await waitFor(() => pageText().includes('The patient has refused, and can decide'), 'the refusal')
  expect(pageText()).toContain('Call the patient, or see them in person.')
  expect(deepQuery<HTMLTextAreaElement>(document.body, '#emergency-text')?.value).toBe('Confused and short of breath.')
  expect(sent()).toHaveLength(1)
})

test('is not offered to those who may not, nor for a patient who has agreed', async () => {
  const { getMe } = createSampleWorld().handlersFor('practitioner')
  const world = createSampleWorld({ stage: 'waiting' })
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  await waitFor(() => pageText().includes('Robin Example'), 'the patient')
  expect(deepQuery(document.body, 'table .emergency')).toBeNull()
  unmount()
  const other = createSampleWorld().client('practitioner', {
    getMe: async (input) => {
      const me = (await getMe?.(input)) as { permissions: string[] }
      return { ...me, permissions: me.permissions.filter((each) => each !== 'visit:admit-in-emergency') } as never
    },
  })
  await mount(withProvider(other, html`<visit-queue></visit-queue>`))
  await settled()
  await waitFor(() => pageText().includes('Expected today'), 'the list')
  expect(deepQuery(document.body, '.emergency')).toBeNull()
})
