import { moveFocus } from '../core/focus.ts'
import type { Shortcut } from '../core/shortcut-list.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { NoteAids } from './note-aids.ts'

/** The single keys of an unsigned note. */
export const noteShortcuts = (host: VisitElement, aids: NoteAids, sign: () => void): readonly Shortcut[] => {
  const t = aids.words
  return [
    { key: 'd', label: t('goDiagnosis'), run: () => void moveFocus(host, '#add-diagnosis') },
    { key: 'o', label: t('goOrderSet'), run: () => aids.focusOrderSets() },
    { key: 'c', label: t('copy'), run: () => aids.copy() },
    { key: 'p', label: t('prescribe'), run: () => aids.orders.begin('prescription') },
    { key: 'l', label: t('orderTest'), run: () => aids.orders.begin('lab') },
    { key: 's', label: t('goSign'), run: sign },
  ]
}
