import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of consent. None contains a name or a decision. */

export const clauseMissing = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'clause_missing',
    'The text lacks clauses that its purpose requires. Each is named below; nothing was published.',
    { errors },
  )

export const translationUnreviewed = (): Problem =>
  new Problem(
    422,
    'translation_unreviewed',
    'A translation is published once a qualified person has reviewed it. Name that person.',
    {
      errors: [
        { pointer: '/reviewedBy', code: 'required', message: 'Who reviewed the translation (45 CFR 92.201(c)(3)).' },
      ],
    },
  )

export const translationMismatch = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'translation_mismatch',
    'A translation has the sections of the original, in their order. Nothing was published.',
    { errors },
  )

export const documentExists = (): Problem =>
  new Problem(
    409,
    'document_exists',
    'There is a document for this purpose already. Name it in documentId to publish a new version.',
  )

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Another version was published in the meantime. Read the document again and repeat your change.',
  )

export const documentMissing = (purpose: string): Problem =>
  new Problem(
    409,
    'consent_document_missing',
    `No text is published for ${purpose}, so no patient can agree to it. An administrator must publish one first.`,
  )

export const documentChanged = (): Problem =>
  new Problem(
    409,
    'document_changed',
    'The text has changed since it was shown. Nothing was decided; show the current text and ask again.',
  )

export const sectionsNotRead = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'sections_not_read',
    'Every part of the text must be shown before someone can agree to it. The missing sections are listed.',
    {
      errors,
    },
  )

export const signatureMissing = (pointer: string, message: string): Problem =>
  new Problem(
    422,
    'signature_missing',
    'A signature is required: the person types their name, or staff attest a spoken decision.',
    {
      errors: [{ pointer, code: 'required', message }],
    },
  )

export const writtenSignatureRequired = (): Problem =>
  new Problem(
    409,
    'written_signature_required',
    'The law asks for this consent in writing, so a spoken yes is not enough. The patient signs it in the portal. A spoken no can be recorded.',
  )

export const consentElementMissing = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'consent_element_missing',
    'A consent to disclose substance use records states all that 42 CFR 2.31 requires. What is missing is named below; nothing was signed. State it, and sign again.',
    { errors },
  )

export const consentCombined = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    422,
    'consent_combined',
    'Counseling notes and legal proceedings each need a consent of their own (42 CFR 2.31(b), 2.31(d)). Nothing was signed.',
    { errors },
  )

export const alreadyRevoked = (): Problem =>
  new Problem(409, 'already_revoked', 'This consent was revoked before. There is nothing left to revoke.')

export const notGranted = (): Problem =>
  new Problem(409, 'not_granted', 'This decision gave no consent, so there is none to revoke.')

export const consentSuperseded = (): Problem =>
  new Problem(409, 'consent_superseded', 'A later decision has replaced this one. Revoke the latest one instead.')

export const invalid = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'invalid_request', 'Something in the request cannot be right. See `errors` for what and where.', {
    errors,
  })

export const proxyMayNotDecide = (): Problem =>
  invalid([
    { pointer: '/spoken/proxyId', code: 'unknown_value', message: 'This right is not in effect, or not for visits.' },
  ])
