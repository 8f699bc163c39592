import type { components } from '@visitkit/contract'
import { notFound } from '../../../platform/problems/problem.ts'
import { dayRefused, nothingToNotify, reasonMissing, versionConflict } from '../problems.ts'
import type { CorrectionRecipient } from './correction-recipient.ts'
import type { PrivacyRequest } from './privacy-request.ts'

type Schemas = components['schemas']
type Kind = Schemas['CorrectionRecipientKind']

/** Something that was sent, to whom. */
export interface SentTo {
  readonly kind: Kind
  readonly name: string
  readonly address?: string | undefined
  readonly content?: Schemas['DisclosedContent']
  /** Of the record that was sent; null of what staff recorded. */
  readonly recordId: string | null
  readonly on: string
}

/** Whether the correction, or the statement of the patient, belongs to the record now. */
export const isToPassOn = ({ kind, status, disagreedAt }: PrivacyRequest): boolean =>
  kind === 'correction' && (status === 'accepted' || disagreedAt !== null)

/** One for each recipient, the one that was sent something last first. The patient has not been asked about any. */
const recipientsOf = (sent: readonly SentTo[], newId: () => string): CorrectionRecipient[] => {
  const alike = new Map<string, Omit<CorrectionRecipient, 'id' | 'state'>>()
  for (const { kind, name, address, content, recordId, on } of sent.toSorted((a, b) => (a.on < b.on ? 1 : -1))) {
    const key = JSON.stringify([kind, name, address])
    const latest = alike.get(key) ?? {
      ...{ kind, name, lastSentOn: on, recordIds: [] },
      ...(address !== undefined && { address }),
      ...(content !== undefined && { content }),
    }
    alike.set(key, { ...latest, recordIds: [...latest.recordIds, ...(recordId === null ? [] : [recordId])] })
  }
  return [...alike.values()].map((one) => ({ ...one, id: newId(), state: 'asking' }))
}

/** With those to whom it was sent, once the correction or the statement belongs to the record. */
export const withRecipients = (
  request: PrivacyRequest,
  sent: readonly SentTo[],
  newId: () => string,
): PrivacyRequest => (isToPassOn(request) ? { ...request, recipients: recipientsOf(sent, newId) } : request)

interface Choice {
  readonly notify: readonly string[]
  readonly others: readonly { readonly name: string; readonly address?: string | undefined }[]
  readonly version: number
}

/** A recipient that was only sent what is withheld from a reader does not exist for them. */
export const isShown = ({ recordIds }: CorrectionRecipient, withheld: ReadonlySet<string>): boolean =>
  recordIds.length === 0 || recordIds.some((id) => !withheld.has(id))

const isOver = ({ state }: CorrectionRecipient): boolean => state === 'notified' || state === 'not-possible'

/** The patient says who may know. Throws `nothing_to_notify`, and `not_found` for an id that is no recipient. */
export const chooseRecipients = (
  before: PrivacyRequest,
  { notify, others, version }: Choice,
  {
    withheld,
    newId,
    now,
  }: { readonly withheld: ReadonlySet<string>; readonly newId: () => string; readonly now: Date },
): PrivacyRequest => {
  if (before.version !== version) throw versionConflict()
  if (!isToPassOn(before)) throw nothingToNotify()
  const shown = before.recipients.filter((one) => isShown(one, withheld))
  if (notify.some((id) => shown.every((one) => one.id !== id))) throw notFound('recipient unknown')
  const chosenAt = now.toISOString()
  const chosen = before.recipients.map((one): CorrectionRecipient =>
    isOver(one) || !shown.includes(one)
      ? one
      : { ...one, state: notify.includes(one.id) ? 'to-notify' : 'declined', chosenAt },
  )
  const named = others.map(({ name, address }): CorrectionRecipient => ({
    ...{ id: newId(), kind: 'named', name, recordIds: [], state: 'to-notify', chosenAt },
    ...(address !== undefined && address !== '' && { address }),
  }))
  return { ...before, recipients: [...chosen, ...named], version: version + 1 }
}

/** Throws `not_found`, and `nothing_to_notify` without the patient's agreement. */
export const requireAgreed = ({ recipients }: PrivacyRequest, recipientId: string): CorrectionRecipient => {
  const found = recipients.find(({ id }) => id === recipientId)
  if (found === undefined) throw notFound('recipient unknown')
  if (found.state === 'asking' || found.state === 'declined') throw nothingToNotify()
  return found
}

interface Attempt {
  readonly outcome: 'notified' | 'not-possible'
  readonly on: string
  readonly channel: Schemas['CorrectionNotificationChannel']
  readonly note?: string | undefined
  readonly version: number
}

/** What a privacy officer did. Days are on the clock of the organization: `from` is that of the answer to the request. */
export const recordNotification = (
  before: PrivacyRequest,
  recipientId: string,
  { outcome, on, channel, note, version }: Attempt,
  { byId, from, today }: { readonly byId: string; readonly from: string; readonly today: string },
): PrivacyRequest => {
  if (before.version !== version) throw versionConflict()
  if (requireAgreed(before, recipientId).state === 'notified') throw nothingToNotify()
  if (on < from || on > today) throw dayRefused(from, today)
  if (outcome === 'not-possible' && (note === undefined || note.trim() === '')) throw reasonMissing()
  const notification = { on, channel, byId, ...(note !== undefined && note !== '' && { note }) }
  return {
    ...before,
    recipients: before.recipients.map((one) =>
      one.id === recipientId ? { ...one, state: outcome, notification } : one,
    ),
    version: version + 1,
  }
}
