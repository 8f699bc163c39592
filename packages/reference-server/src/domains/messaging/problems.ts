import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'

/** The problems of messaging. None contains what was sent. */

export const versionConflict = (): Problem =>
  new Problem(
    409,
    'version_conflict',
    'Someone else has changed this since you read it. Read it again and repeat your change.',
  )

export const alreadyResolved = (): Problem =>
  new Problem(409, 'already_resolved', 'Someone has dealt with this already. Read the list again.')

const faulty = (pointer: string, code: string, message: string): { readonly errors: readonly FaultyProperty[] } => ({
  errors: [{ pointer, code, message }],
})

export const unknownMember = (): Problem =>
  new Problem(
    422,
    'unknown_member',
    'This person does not work here, so they cannot be given the thread. Choose another one.',
    faulty('/assigneeId', 'unknown', 'Must be the id of a member of this organization.'),
  )

export const roleNotAssignable = (): Problem =>
  new Problem(
    422,
    'role_not_assignable',
    'A thread is answered by the people who work here. Choose one of their roles.',
    faulty('/assigneeRole', 'not_assignable', 'Must be a role of members.'),
  )

export const unknownAttachment = (): Problem =>
  new Problem(
    422,
    'unknown_attachment',
    'A file is not there, belongs to someone else, or was sent already. Add it again; your text is still on your screen.',
    faulty('/attachmentIds', 'unknown', 'Each must be a file that you added for this patient and have not sent yet.'),
  )

export const unsupportedAttachmentType = (found: string | null): Problem =>
  new Problem(
    422,
    'unsupported_attachment_type',
    found === null
      ? 'Only pictures (JPEG, PNG, WebP) and PDF files can be sent. This file is neither, whatever its name says.'
      : `Only pictures (JPEG, PNG, WebP) and PDF files can be sent. This file is ${found}. Save it as one of those and add it again.`,
    faulty('/', 'wrong_kind', 'Must be a JPEG, PNG or WebP picture, or a PDF.'),
  )

export const attachmentUnreadable = (): Problem =>
  new Problem(
    422,
    'attachment_unreadable',
    'This file is damaged, protected or too large to show. Take the picture again, or save the file again.',
    faulty('/', 'unreadable', 'Must be a whole picture or PDF without a password.'),
  )

export const attachmentTooLarge = (bytes: number): Problem =>
  new Problem(413, 'body_too_large', `A file may hold at most ${bytes} bytes. Send a smaller one.`)

export const patientDecides = (): Problem =>
  new Problem(
    403,
    'patient_decides',
    'Only the patient, or someone who may see the record for them, chooses whether they are told who opens it. Leave the choice out and save again.',
    faulty('/tellFirstAccess', 'patient_decides', 'Must be absent: the patient chooses it.'),
  )

export const addressMissing = (property: 'email' | 'phone'): Problem =>
  new Problem(
    422,
    'address_missing',
    property === 'email'
      ? 'There is no e-mail address to write to. Give one, or choose another way.'
      : 'There is no telephone number that can get text messages. Give one with its area code, or choose another way.',
    faulty(`/${property}`, 'missing', 'Is needed for the channel that was chosen.'),
  )

const whyNot: Readonly<Record<string, string>> = {
  malformed: 'Must be a whole address, such as https://hooks.example.org/visitkit.',
  'https-only': 'Must begin with https://.',
  credentials: 'Must hold no user name and no password.',
  'not-public': 'Must be reachable from the internet: not this machine, and no private network.',
  'not-permitted':
    'Must be at a host that this deployment permits. Ask its operator to add it to VISITKIT_WEBHOOK_HOSTS.',
  'not-found': 'Must be a name that resolves to an address.',
}

export const addressNotAllowed = (reason: string): Problem =>
  new Problem(
    422,
    'address_not_allowed',
    'Nothing can be delivered to this address. See `errors` for what is wrong with it.',
    faulty('/url', reason.replaceAll('-', '_'), whyNot[reason] ?? 'Must be a public https address.'),
  )

export const unknownEvent = (): Problem =>
  new Problem(
    422,
    'unknown_event',
    'One of the events is not available to webhooks. The guide to webhooks lists those that are.',
    faulty('/events', 'unknown', 'Each must be an event that webhooks carry, or `*`.'),
  )

export const eventNotPermitted = (): Problem =>
  new Problem(
    422,
    'event_not_permitted',
    'The permission policy does not let webhooks carry one of these events. Leave it out, or have the policy changed.',
    faulty('/events', 'not_permitted', 'Each must be an event whose reading the policy grants to webhooks.'),
  )

export const tooManyEndpoints = (most: number): Problem =>
  new Problem(
    409,
    'too_many_endpoints',
    `An organization has at most ${most} endpoints that are on. Turn one off, or change one that there is.`,
  )
