import type { DraftField, OwnDraft } from '../../generated/models.ts'
import type { SampleDomain } from './sample-domain.ts'
import { instant } from './sample-state.ts'

type Kept = OwnDraft & { readonly fields: DraftField[] }

/** What people write and have not sent. Nothing at first. */
export const draftsSample: SampleDomain = ({ now }) => {
  const kept = new Map<string, Kept>()
  return (person) => {
    const keyOf = ({ place, about }: Pick<OwnDraft, 'place' | 'about'>): string => `${person} ${place} ${about}`
    return {
      getOwnDraft: ({ path }) => kept.get(keyOf(path)) ?? { ...path, fields: [] },
      putOwnDraft: ({ path, body: { patientId, fields } }) => {
        const draft = { ...path, ...(patientId && { patientId }), savedAt: instant(now()) }
        kept.set(keyOf(path), { ...draft, fields })
        return draft
      },
      removeOwnDraft: ({ path }) => void kept.delete(keyOf(path)),
    }
  }
}
