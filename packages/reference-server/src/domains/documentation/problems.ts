import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of documentation. None contains text of a note. */

export const visitNotStarted = (): Problem =>
  new Problem(409, 'visit_not_started', 'There is nothing to document yet. Try again once the patient has been let in.')

export const noteSigned = (): Problem =>
  new Problem(409, 'note_signed', 'This note is signed and stays as it is. Use an addendum to add to it.')

export const noteNotSigned = (): Problem =>
  new Problem(
    409,
    'note_not_signed',
    'This cannot be done with a note that is not signed yet. Ask its author to sign it.',
  )

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'This was saved on another screen in the meantime. Nothing was lost: that text is in the history, and yours is still on your screen. Read it again, then save.',
  )

export const unknownCode = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'unknown_code', 'A code is not in the code system or not in force. Search for it by its words.', {
    errors,
  })

export const invalid = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(422, 'invalid_request', 'Something in the request cannot be right. See `errors` for what and where.', {
    errors,
  })

/**
 * `pointer` is `note:<section>` or `note:<part>`, because a missing part has no position in the body. `derived`: sections that only the
 * server has written.
 */
export const noteIncomplete = (
  { sections, parts }: { readonly sections: readonly string[]; readonly parts: readonly string[] },
  derived: readonly string[],
): Problem =>
  new Problem(
    422,
    'note_incomplete',
    'Check the parts named below: they need to be written before the note can be signed.',
    {
      errors: [...sections, ...parts].map((part) => ({
        pointer: `note:${part}`,
        code: 'required',
        message: messageOf(part, derived.includes(part)),
      })),
    },
  )

const messageOf = (part: string, isDerived: boolean): string => {
  if (part === 'diagnoses') return 'Name at least one diagnosis.'
  if (part === 'services')
    return 'Each service must point at diagnoses of this note, and say why there was no picture if there was none.'
  if (isDerived)
    return 'Add your own assessment to this section: it contains only facts from before the visit, inserted by the system.'
  return 'Write this section.'
}

export const visitNotEnded = (): Problem =>
  new Problem(409, 'visit_not_ended', 'The visit is still under way. Try again once it has ended.')

export const notTheAuthor = (): Problem =>
  new Problem(403, 'not_the_author', 'Only the practitioner who treated the patient signs this note. Ask them to.')

export const notAwaitingCosign = (): Problem =>
  new Problem(
    409,
    'not_awaiting_cosign',
    'This note does not wait for a second signature. Read it again: it may be signed already.',
  )

export const notTheSupervisor = (): Problem =>
  new Problem(403, 'not_the_supervisor', 'This note waits for the signature of another person. Ask them to co-sign it.')

export const supervisorAvailable = (): Problem =>
  new Problem(
    403,
    'supervisor_available',
    'The author of this note or its supervisor names another. Ask one of them: the supervisor can still sign.',
  )

export const supervisorUnknown = (message: string): Problem =>
  invalid([{ pointer: '/supervisorId', code: 'unknown', message }])

export const tooManyMacros = (most: number): Problem =>
  new Problem(
    409,
    'too_many_macros',
    `There are ${most} already, the most that can be kept. Delete one, then save again.`,
  )

export const tooManyOrderSets = (most: number): Problem =>
  new Problem(409, 'too_many_order_sets', `There are ${most} already, the most that can be kept. Rewrite one of them.`)

export const tooManyReportedMedications = (most: number): Problem =>
  new Problem(
    409,
    'too_many_reported_medications',
    `There are ${most} already, the most that can be kept. Change one that is no longer right.`,
  )

export const hasAllergies = (): Problem =>
  new Problem(409, 'has_allergies', 'Allergies are on record. Correct or end them before saying that there are none.')
