import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { IntakeForm } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/queue.ts'

afterEach(unmount)

/** The next patient has written a reason at booking and given an emergency answer. */
const emergency = (): SampleWorld => {
  const world = createSampleWorld()
  const appointment = world.state.appointments.find(({ status }) => status === 'booked')
  if (!appointment) throw new Error('nobody is expected')
  appointment.reason = 'It hurts when I climb stairs'
  const form: IntakeForm = {
    appointmentId: appointment.id,
    patientId: appointment.patientId,
    questionnaireCode: 'mood-check',
    questionnaireVersion: 1,
    title: [{ language: 'en', text: 'Mood' }],
    status: 'draft',
    answers: [],
    scores: [],
    emergencies: ['chest-pain'],
    version: 1,
  }
  world.state.intake.set(`${appointment.id}/mood-check`, form)
  return world
}

test('an expected patient has the alert and the reason, and the alert is on top until someone acts on it', async () => {
  await mount(withProvider(emergency().client('practitioner'), html`<visit-queue></visit-queue>`))
  await settled()
  const expected = await waitFor(() => deepQuery(document.body, '[aria-labelledby=expected]'), 'who is expected')
  expect(expected.textContent).toContain('Safety: chest pain')
  expect(expected.textContent).toContain('It hurts when I climb stairs')
  const alerts = () => deepQuery(document.body, '[part=alerts]')
  await waitFor(alerts, 'the alert')
  await press(document.body, 'I will act on this')
  await waitFor(() => alerts() === null, 'the alert to be taken on')
  expect(pageText()).toContain('Safety: chest pain')
})
