import type { components } from '@visitkit/contract'
import { sectionsNotRead, signatureMissing, writtenSignatureRequired } from '../problems.ts'
import type { ConsentForm, ConsentSection } from './consent-pack.ts'

type DecideConsent = components['schemas']['DecideConsent']

/** Who decides: the patient, a proxy, or staff who attest what the patient or proxy said. */
export type DeciderKind = components['schemas']['Consent']['decidedByKind']

/**
 * Throws unless the decision counts. To grant takes a signature and every mandatory section seen; to decline takes neither, because nobody
 * has to read on before they may say no. Nobody but the person types the person's name, and staff attest only where the law of the place
 * takes a spoken consent.
 */
export const requireValidDecision = (
  { decision, signature, sectionsSeen }: DecideConsent,
  sections: readonly ConsentSection[],
  decider: DeciderKind,
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
  const wanted = decider === 'member' ? 'attested' : 'typed'
  if (signature.kind !== wanted) {
    throw signatureMissing('/signature/kind', 'The person types their own name; staff attest what the person said.')
  }
  if (wanted === 'attested' && form === 'written') throw writtenSignatureRequired()
}
