import { html } from 'lit'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, type SampleStage, type TestHandlers } from '@visitkit/sdk/testing'
import '../src/define/provider.ts'
import '../src/define/waiting-room.ts'
import { mount, pageText, settled } from './mount.ts'
import { recordEvents } from './record-announcements.ts'
import { deepQuery, withProvider, waitFor } from './story.ts'

/** The waiting room of a sample patient. */
export const show = async (stage: SampleStage, handlers: TestHandlers = {}) => {
  const world = createSampleWorld({ stage })
  const client = world.client('patient', handlers)
  const checkedIn = recordEvents('visit-checked-in')
  const admitted = recordEvents('visit-admitted')
  const ended = recordEvents('visit-ended')
  const appointmentId = world.ids.appointmentId ?? ''
  await mount(withProvider(client, html`<visit-waiting-room appointment-id=${appointmentId}></visit-waiting-room>`))
  await settled()
  return { world, client, clinician: world.client('practitioner'), checkedIn, admitted, ended }
}
export const waitingRoom = (): Element | null => deepQuery(document.body, 'visit-waiting-room')
export const field = (name: string) => deepQuery<HTMLInputElement>(document.body, `[name="${name}"]`)
export const untilText = (text: string) => waitFor(() => pageText().includes(text), text)
export const faultAt = (name: string): string =>
  deepQuery(document.body, `#${(field(name)?.getAttribute('aria-describedby') ?? '').split(' ').at(-1)}`)
    ?.textContent ?? ''
export const fill = async (name: string, text: string): Promise<void> => {
  const input = field(name)
  if (!input) throw new Error(`There is no field ${name}`)
  await userEvent.fill(input, text)
}
export const calls = (client: { calls: readonly { operationId: string }[] }, id: string) =>
  client.calls.filter(({ operationId }) => operationId === id)
