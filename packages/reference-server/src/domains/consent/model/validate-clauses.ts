import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import type { ConsentPack, ConsentPurpose, ConsentSection } from './consent-pack.ts'

/**
 * The clauses that a text of this purpose must contain to be published. A text may be shown to a patient in any state, so a treatment text
 * contains the clauses of every rule of the pack: the strictest combination.
 */
export const requiredClauses = (pack: ConsentPack, purpose: ConsentPurpose): readonly string[] => [
  ...new Set([
    ...(pack.purposes.get(purpose) ?? []),
    ...(purpose === 'telehealth-treatment' ? pack.jurisdictions.flatMap(({ extraClauses }) => extraClauses) : []),
  ]),
]

/** One fault for each required clause that has no section or only an optional one. The id of a section is the id of its clause. */
export const validateClauses = (
  pack: ConsentPack,
  purpose: ConsentPurpose,
  sections: readonly ConsentSection[],
): FaultyProperty[] =>
  requiredClauses(pack, purpose).flatMap((id) => {
    const index = sections.findIndex((section) => section.id === id)
    const text = pack.clauses.get(id)?.text ?? id
    if (index === -1) {
      return [
        {
          pointer: '/sections',
          code: 'clause_missing',
          message: `Needs a section with the id ${id} that states ${text}.`,
        },
      ]
    }
    if (sections[index]?.mandatory !== true) {
      return [
        {
          pointer: `/sections/${index}/mandatory`,
          code: 'clause_missing',
          message: `The section ${id} must be mandatory.`,
        },
      ]
    }
    return []
  })

/** Faults for empty sections and duplicate ids: neither can be proven to have been read. */
export const validateSections = (sections: readonly ConsentSection[]): FaultyProperty[] =>
  sections.flatMap(({ id, heading, text }, index) => [
    ...(sections.findIndex((section) => section.id === id) < index
      ? [{ pointer: `/sections/${index}/id`, code: 'repeated', message: 'Each section needs an id of its own.' }]
      : []),
    ...(id.trim() === ''
      ? [{ pointer: `/sections/${index}/id`, code: 'too_short', message: 'Must not be empty.' }]
      : []),
    ...(heading.trim() === ''
      ? [{ pointer: `/sections/${index}/heading`, code: 'too_short', message: 'Must not be empty.' }]
      : []),
    ...(text.trim() === ''
      ? [{ pointer: `/sections/${index}/text`, code: 'too_short', message: 'Must not be empty.' }]
      : []),
  ])

/** A translation must have the sections of the original, in the same order and with the same mandatory flags. */
export const validateTranslation = (
  original: readonly ConsentSection[],
  translated: readonly ConsentSection[],
): FaultyProperty[] => {
  const outline = (sections: readonly ConsentSection[]) =>
    JSON.stringify(sections.map(({ id, mandatory }) => [id, mandatory]))
  return outline(original) === outline(translated)
    ? []
    : [
        {
          pointer: '/sections',
          code: 'translation_mismatch',
          message: 'Must have the sections of the original, in their order.',
        },
      ]
}
