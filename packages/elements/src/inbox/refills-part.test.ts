import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { signRenewal } from '../../test/sign-renewal.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements, recordEvents } from '../../test/record-announcements.ts'
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
/** The patient asks for more of what they take. */
const ask = async (world: SampleWorld) => {
  const patient = world.client('patient')
  const { items } = await patient.prescriptions.ofPatient('patient-robin', { active: true }).page()
  const { id } = await patient.refills.request(items[0]?.id ?? '')
  return { id, prescriptionId: items[0]?.id, name: items[0]?.medication.name ?? '' }
}
const answerOf = async (world: SampleWorld) =>
  (await world.client('patient').refills.list({ patientId: 'patient-robin' }).page()).items[0]

test('a request comes by itself, and is no section of its own while there is none', async () => {
  const world = createSampleWorld()
  await show(world)
  expect(pageText()).not.toContain('Refills to answer')
  const { name } = await ask(world)
  await until('Refills to answer (1)')
  expect(pageText()).toContain(name)
})

test('it is declined with the keyboard, with words, and the patient has them', async () => {
  const world = createSampleWorld()
  await ask(world)
  await show(world)
  await until('Refills to answer (1)')
  const said = recordAnnouncements(deepQuery(document.body, 'visit-inbox'))
  await pressKeyOn(/^Decline: /)
  expect(focusedName()).toBe('What you write to the patient')
  await userEvent.keyboard('Please book a visit first.')
  await pressKeyOn('Decline and send')
  await waitFor(() => !pageText().includes('Refills to answer'), 'the list without it')
  expect(await answerOf(world)).toMatchObject({ status: 'declined', answer: 'Please book a visit first.' })
  expect(said).toContain('Declined. The patient can read why.')
})

test('without words nothing is sent, and the field says why', async () => {
  const world = createSampleWorld()
  await ask(world)
  const client = await show(world)
  await until('Refills to answer (1)')
  await press(document.body, /Decline: /)
  await press(document.body, 'Decline and send')
  await until('Write why, so that the patient knows what to do.')
  await focusComesTo('What you write to the patient')
  expect(deepQuery(document.body, '#refill-answer')?.getAttribute('aria-describedby')).toBe('refill-answer-fault')
  expect(client.calls.some(({ operationId }) => operationId === 'declineRefill')).toBe(false)
})

test('an answer of a colleague is reported, and what was typed stays until the list has it', async () => {
  const world = createSampleWorld()
  const { id } = await ask(world)
  await show(world, { declineRefill: () => problem(409, 'already_answered') })
  await until('Refills to answer (1)')
  await press(document.body, /Decline: /)
  await userEvent.keyboard('Not now.')
  await press(document.body, 'Decline and send')
  await until('A colleague answered this')
  expect(deepQuery<HTMLTextAreaElement>(document.body, '#refill-answer')?.value).toBe('Not now.')
  await world.client('practitioner').refills.decline(id, { answer: 'Already on its way.' })
  await waitFor(() => !deepQuery(document.body, '#refill-answer'), 'the list without it')
})

test('to approve drafts the same prescription and asks the page to open it; signing it is the answer', async () => {
  const world = createSampleWorld()
  const { prescriptionId } = await ask(world)
  const opened = recordEvents('visit-open')
  await show(world)
  await until('Refills to answer (1)')
  await press(document.body, /Approve: /)
  await waitFor(() => opened.length === 1, 'the event')
  const [{ id }] = opened as [{ id: string }]
  const clinician = world.client('practitioner')
  const draft = await clinician.prescriptions.get(id)
  expect(draft).toMatchObject({ follows: prescriptionId, status: 'draft' })
  expect(await answerOf(world)).toMatchObject({ status: 'open' })
  await signRenewal(clinician, prescriptionId ?? '')
  await waitFor(() => !pageText().includes('Refills to answer'), 'the list without it')
  expect(await answerOf(world)).toMatchObject({ status: 'approved' })
})

test('who may not prescribe can decline, and is not offered to approve', async () => {
  const world = createSampleWorld()
  await ask(world)
  const me = await world.client('practitioner').me.get()
  const permissions = me.permissions.filter((permission) => permission !== 'prescription:write')
  await show(world, { getMe: () => ({ ...me, permissions }) })
  await until('Refills to answer (1)')
  expect(pageText()).toContain('Decline')
  expect(pageText()).not.toContain('Approve')
})
