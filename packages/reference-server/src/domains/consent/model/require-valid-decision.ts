import type { components } from '@visitkit/contract'
import { invalid, sectionsNotRead, signatureMissing, writtenSignatureRequired } from '../problems.ts'
import type { ConsentForm, ConsentSection } from './consent-pack.ts'

type DecideConsent = components['schemas']['DecideConsent']

/** Who decides: the patient, a proxy, or a member of staff who attests what the patient or proxy said. */
export type DecidedByKind = components['schemas']['Consent']['decidedByKind']

/**
 * Throws unless the decision is valid. Granting requires a signature and every mandatory section seen. Declining requires neither of the
 * person: they may decline without reading. Only the person may type their name. Staff attest what the person said, also a refusal; a spoken
 * yes only where the law accepts it, and after the whole text was read aloud.
 */
export const requireValidDecision = (
  { decision, signature, sectionsSeen, spoken }: DecideConsent,
  sections: readonly ConsentSection[],
  decidedByKind: DecidedByKind,
  form: ConsentForm,
): void => {
  const isAttested = decidedByKind === 'member'
  if (isAttested && decision === 'granted' && form === 'written') throw writtenSignatureRequired()
  requireSpoken(spoken, isAttested)
  if (decision === 'granted' && spoken?.textRead === false) throw sectionsNotRead([notReadAloud])
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

  if (decision === 'declined' && signature === undefined && !isAttested) return
  if (signature === undefined || signature.name.trim() === '')
    throw signatureMissing('/signature', 'Whose decision it is.')
  if (signature.kind !== (isAttested ? 'attested' : 'typed')) {
    throw signatureMissing('/signature/kind', 'The person types their own name; staff attest a spoken decision.')
  }
}

const notReadAloud = {
  pointer: '/spoken/textRead',
  code: 'required',
  message: 'Read the whole text aloud before the person agrees.',
}

/** Staff say who spoke and how; a person who decides in the portal did not speak. */
const requireSpoken = (spoken: DecideConsent['spoken'], isAttested: boolean): void => {
  if (isAttested && spoken === undefined) throw signatureMissing('/spoken', 'Say who decided, and how they said it.')
  if (!isAttested && spoken !== undefined)
    throw invalid([{ pointer: '/spoken', code: 'unexpected', message: 'Only staff record a spoken decision.' }])
  if (spoken && (spoken.saidBy === 'proxy') !== (spoken.proxyId !== undefined))
    throw invalid([
      { pointer: '/spoken/proxyId', code: 'required', message: 'Name the right of a proxy, and of no one else.' },
    ])
}
