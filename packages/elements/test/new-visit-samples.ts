import type { VisitType } from '@visitkit/sdk'
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
