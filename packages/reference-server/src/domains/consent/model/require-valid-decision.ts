import type { components } from '@visitkit/contract'
import { sectionsNotRead, signatureMissing, writtenSignatureRequired } from '../problems.ts'
import type { ConsentForm, ConsentSection } from './consent-pack.ts'

type DecideConsent = components['schemas']['DecideConsent']

/** Who decides: the patient, a proxy, or a member of staff who attests what the patient or proxy said. */
export type DecidedByKind = components['schemas']['Consent']['decidedByKind']

/**
 * Throws unless the decision is valid. Granting requires a signature and every mandatory section seen. Declining requires neither: a person
 * may decline without reading. Only the person may type their name, and staff may attest only where the law of the state accepts a spoken
 * consent.
 */
export const requireValidDecision = (
  { decision, signature, sectionsSeen }: DecideConsent,
  sections: readonly ConsentSection[],
  decidedByKind: DecidedByKind,
  form: ConsentForm,
): void => {
  const known = new Set(sections.map(({ id }) => id))
  const foreign = sectionsSeen.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ pointer: `/sectionsSeen/${index}`, code: 'unknown_value', message: 'This text has no such section.' }],
  )
  const seen = new Set(sectionsSeen)
  const unseen = sections
    .filter(({ id, mandatory }) => mandatory && decision === 'granted' && !seen.has(id))
    .map(({ id }) => ({
      pointer: '/sectionsSeen',
      code: 'required',
      message: `The section ${id} must have been shown in full.`,
    }))
  if (foreign.length + unseen.length > 0) throw sectionsNotRead([...foreign, ...unseen])

  if (decision === 'declined' && signature === undefined) return
  if (signature === undefined || signature.name.trim() === '') throw signatureMissing('/signature', 'Needed to grant.')
  const wanted = decidedByKind === 'member' ? 'attested' : 'typed'
  if (signature.kind !== wanted) {
    throw signatureMissing('/signature/kind', 'The person types their own name; staff attest a spoken decision.')
  }
  if (wanted === 'attested' && form === 'written') throw writtenSignatureRequired()
}
