import type { NoteTemplateSection, OrderSet } from '@visitkit/sdk'
import { withDiagnosis, withSection, type NoteDraft } from './note-draft.ts'

/** Adds the diagnoses of an order set and its text, below what a section says already. Text that is there is not added again. */
export const applyOrderSet = (draft: NoteDraft, set: OrderSet, sections: readonly NoteTemplateSection[]): NoteDraft => {
  const coded = set.diagnoses.reduce(withDiagnosis, draft)
  return set.sections
    .filter(({ code }) => sections.some((section) => section.code === code))
    .reduce((changed, { code, text }) => {
      const before = changed.sections.get(code)?.trimEnd() ?? ''
      if (before.includes(text)) return changed
      return withSection(changed, code, before === '' ? text : `${before}\n${text}`)
    }, coded)
}

/** Those that clinicians can choose, first those of the template's specialties. */
export const offeredOrderSets = (sets: readonly OrderSet[], specialties: readonly string[]): readonly OrderSet[] => {
  const isOwn = (set: OrderSet): boolean => set.specialties.some((specialty) => specialties.includes(specialty))
  const active = sets.filter((set) => set.active)
  return [
    ...active.filter(isOwn),
    ...active.filter((set) => !isOwn(set) && set.specialties.length === 0),
    ...active.filter((set) => !isOwn(set) && set.specialties.length > 0),
  ]
}
