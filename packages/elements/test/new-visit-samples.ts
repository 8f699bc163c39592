import type { Page, PatientSummary, VisitType } from '@visitkit/sdk'
import type { SampleWorld, TestHandlers } from '@visitkit/sdk/testing'
import { deepQuery, waitFor } from './story.ts'

const typeWith = (
  more: Pick<VisitType, 'id' | 'code'> & Partial<VisitType> & { readonly words: string },
): VisitType => {
  const { words, ...rest } = more
  return {
    ...{ specialty: 'primary-care', minutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
    ...{ name: [{ language: 'en', text: words }], description: [], modality: 'in-person' },
    ...{ requiredConsents: [], questionnaires: [], licenseRequired: true, minimumNoticeMinutes: 60, horizonDays: 60 },
    ...{ cancellationNoticeMinutes: 120, bookingMode: 'instant', active: true, version: 1 },
    ...rest,
  }
}

/** A visit that takes a room and a second clinician. */
export const withRoom = typeWith({
  ...{ id: 'visit-type-room', code: 'procedure', words: 'Procedure' },
  resources: [{ kind: 'room', count: 1 }],
  additionalPractitioners: [{ specialty: 'primary-care', count: 1 }],
})

/** A group with four seats. */
export const group = typeWith({ id: 'visit-type-group', code: 'group', words: 'Group session', capacity: 4 })

/** A visit to which a minor may consent alone, where the law of the state lets them. */
export const sensitive = typeWith({
  ...{ id: 'visit-type-sensitive', code: 'counseling', words: 'Counseling' },
  sensitivity: 'mental-health',
})

/** The third patient of the search is a minor. */
export const withMinor = (world: SampleWorld): TestHandlers => ({
  searchPatients: async (input) => {
    const found = (await world.handlersFor('practitioner').searchPatients!(input)) as Page<PatientSummary>
    return { ...found, items: found.items.map((one) => (one.id === 'patient-kim' ? { ...one, age: 15 } : one)) }
  },
})

/** Every visit is about mental health. */
export const allSensitive = (world: SampleWorld): TestHandlers => ({
  listVisitTypes: async (input) => {
    const found = (await world.handlersFor('practitioner').listVisitTypes!(input)) as Page<VisitType>
    return { ...found, items: found.items.map((one) => ({ ...one, sensitivity: 'mental-health' as const })) }
  },
})

/** For a story, in any language: the first patient, and a kind of visit. */
export const fillForStory = async (
  root: HTMLElement,
  typeId: string,
  places: readonly number[] = [0],
): Promise<void> => {
  for (const [index, place] of places.entries()) {
    const field = await waitFor(() => deepQuery<HTMLInputElement>(root, '#find-patient'), 'the field')
    field.focus()
    field.value = 'Sample'
    field.dispatchEvent(new Event('input'))
    const option = await waitFor(() => deepQuery<HTMLElement>(root, `#find-patient-${place}`), 'a patient')
    option.click()
    await waitFor(() => deepQuery(root, `[part="patients"] li:nth-child(${index + 1})`), 'the patient')
  }
  const select = await waitFor(() => deepQuery<HTMLSelectElement>(root, '#type'), 'the kinds of visits')
  select.value = typeId
  select.dispatchEvent(new Event('change'))
}
