import type { NoteTemplateSection } from '@visitkit/sdk'
import type { NoteDraft } from './note-draft.ts'

/** What stands between a draft and its signature: section codes, `diagnoses`, `services`. */
export const stillMissing = (sections: readonly NoteTemplateSection[], draft: NoteDraft): string[] => [
  ...sections.filter(({ code, required }) => required && !draft.sections.get(code)?.trim()).map(({ code }) => code),
  ...(draft.diagnoses.length === 0 ? ['diagnoses'] : []),
  ...(draft.services.some(({ diagnosisPointers }) => diagnosisPointers.length === 0) ? ['services'] : []),
]
