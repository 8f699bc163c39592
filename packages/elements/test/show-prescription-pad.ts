import { html } from 'lit'
import type { FavoritePrescription, Prescription } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { userEvent } from 'vitest/browser'
import { focusComesTo } from './keyboard.ts'
import { mount, settled } from './mount.ts'
import { deepQuery, press, waitFor, withProvider } from './story.ts'
import '../src/define/prescription-pad.ts'
import '../src/define/provider.ts'

/** The prescription pad of the sample's visit. `other` is another screen of the same person. */
export const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const client = world.client('practitioner', more)
  const { patientId, visitId } = world.ids
  await mount(
    withProvider(
      client,
      html`<visit-prescription-pad patient-id=${patientId} visit-id=${visitId ?? ''}></visit-prescription-pad>`,
    ),
  )
  await settled()
  const other = world.client('practitioner')
  const all = (): Promise<Prescription[]> => other.prescriptions.ofPatient(patientId).toArray()
  const listFavorites = async (): Promise<FavoritePrescription[]> => (await other.favorites.list()).items
  const callsOf = (operation: string) => client.calls.filter(({ operationId }) => operationId === operation)
  const bodyOf = (operation: string): unknown => callsOf(operation).at(-1)?.body
  return { world, client, other, all, kept: listFavorites, callsOf, bodyOf, patientId }
}

export const value = (id: string): string | undefined =>
  deepQuery<HTMLInputElement>(document.body, `[id="${id}"]`)?.value

/** The first match, once it has this text. */
export const option = (text = ''): Promise<HTMLElement> =>
  waitFor(() => {
    const first = deepQuery(document.body, '[role=option]')
    return first?.textContent.includes(text) ? first : null
  }, `a match ${text}`)
/** Starts a prescription of a medicine with the keyboard; the check may not have ended. */
export const chooseUnchecked = async (medicine: string): Promise<void> => {
  await press(document.body, 'New prescription')
  await focusComesTo('Medicine')
  await userEvent.keyboard(medicine)
  await waitFor(() => deepQuery(document.body, '[role=option]')?.textContent.includes(medicine), medicine)
  await userEvent.keyboard('{Enter}')
  await focusComesTo('Dose')
}

export const choose = async (medicine: string): Promise<void> => {
  await chooseUnchecked(medicine)
  await settled()
}
