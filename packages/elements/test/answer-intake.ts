import { html } from 'lit'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo } from './keyboard.ts'
import { mount, pageText } from './mount.ts'
import { deepQuery, withProvider, press, waitFor } from './story.ts'
import '../src/define/intake.ts'
import '../src/define/provider.ts'

/** Nothing was written at booking. */
export const silentWorld = (): SampleWorld => {
  const world = createSampleWorld()
  for (const appointment of world.state.appointments) delete appointment.reason
  return world
}
export const show = async (handlers: TestHandlers = {}, world: SampleWorld = silentWorld()) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-intake appointment-id="appointment-next"></visit-intake>`))
  return { world, client }
}
/** A world with a mood questionnaire that has an emergency rule. */
export const moodWorld = (): SampleWorld => {
  const world = createSampleWorld()
  for (const appointment of world.state.appointments) appointment.questionnaires = ['mood-check']
  return world
}

export const element = (): Element | null => deepQuery(document.body, 'visit-intake')
export const field = () => deepQuery<HTMLInputElement>(document.body, '#answer')
export const until = (text: string) => waitFor(() => pageText().includes(text), text)
export const headings = (): string[] =>
  [...(element()?.shadowRoot?.querySelectorAll('h2, h3') ?? [])].map(({ textContent }) => textContent.trim())
export const savedAnswers = ({ state }: SampleWorld, code = 'general-intake') =>
  Object.fromEntries(
    (state.intake.get(`appointment-next/${code}`)?.answers ?? []).map(({ linkId, values }) => [linkId, values[0]]),
  )
export const type = async (text: string): Promise<void> => {
  await waitFor(field, 'a field')
  field()?.focus()
  await userEvent.keyboard(text)
}
export const next = () => press(document.body, 'Next')

/** Answers all questions of the general form up to the last one. */
export const goToPainQuestion = async (): Promise<void> => {
  await type('A cough')
  await next()
  await focusComesTo('Do you take any medicines?')
  await press(document.body, 'No')
  await next()
  await focusComesTo('How strong is your pain today?')
}
