import type { MailFault } from '../provider.ts'

/** What a delivery status says of a message with one recipient. */
export type DeliveryStatusReport =
  | { readonly kind: 'delivered' | 'failed' | 'progress'; readonly code: string; readonly envelopeId: string | null }
  | { readonly kind: 'held'; readonly reason: MailFault; readonly envelopeId: string | null }

type Fields = ReadonlyMap<string, readonly string[]>

/** One group of fields, unfolded, by their lower-case names. */
const fieldsOf = (group: string): Fields => {
  const fields = new Map<string, string[]>()
  for (const line of group.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name = '', value = ''] = /^([\w-]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? []
    if (name !== '') fields.set(name.toLowerCase(), [...(fields.get(name.toLowerCase()) ?? []), value])
  }
  return fields
}

/** RFC 3461, 4: `xtext` of an envelope id. */
const decodeXtext = (text: string): string =>
  text.replaceAll(/\+([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** RFC 3464, 2.3.3: which classes of status an action may have, and what it means for the notice. */
const actions = {
  failed: { classes: '45', kind: 'failed' },
  delayed: { classes: '4', kind: 'progress' },
  delivered: { classes: '2', kind: 'delivered' },
  relayed: { classes: '2', kind: 'progress' },
  expanded: { classes: '2', kind: 'progress' },
} as const
const isAction = (text: string): text is keyof typeof actions => Object.hasOwn(actions, text)

type Outcome = Omit<Extract<DeliveryStatusReport, { readonly code: string }>, 'envelopeId'>

const outcomeOf = (fields: Fields): Outcome | MailFault => {
  const [recipients = [], action = [], status = []] = ['final-recipient', 'action', 'status'].map((name) =>
    fields.get(name),
  )
  if ([recipients, action, status].some(({ length }) => length > 1)) return 'contradictory'
  const [, code = '', statusClass = ''] = /^((\d)\.\d{1,3}\.\d{1,3})(?:$|[ \t(])/.exec(status[0] ?? '') ?? []
  const [named] = action
  if (named === undefined || recipients.length === 0 || code === '') return 'unreadable'
  const does = named.toLowerCase()
  if (!isAction(does)) return 'unknown-code'
  const { classes, kind } = actions[does]
  return classes.includes(statusClass) ? { kind, code: `mail-${code}` } : 'contradictory'
}

/**
 * Reads `message/delivery-status` (RFC 3464). The address that it names is not read: it may be another one than ours, and proves nothing.
 * A message of ours has one recipient, so what is said of several has to be the same.
 */
export const readDeliveryStatus = (content: string): DeliveryStatusReport => {
  const groups = content
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter(({ size }) => size > 0)
  const [message, ...recipients] = groups
  const envelopeIds = message?.get('original-envelope-id') ?? []
  const envelopeId = envelopeIds[0] === undefined ? null : decodeXtext(envelopeIds[0])
  const held = (reason: MailFault): DeliveryStatusReport => ({ kind: 'held', reason, envelopeId })
  if (envelopeIds.length > 1) return held('contradictory')
  const [first, ...others] = recipients.map(outcomeOf)
  if (first === undefined) return held('unreadable')
  const fault = [first, ...others].find((each) => typeof each === 'string')
  if (fault !== undefined) return held(fault)
  const outcomes = [first, ...others].filter((each) => typeof each !== 'string')
  const [outcome] = outcomes
  if (outcome === undefined) return held('unreadable')
  return outcomes.some(({ kind }) => kind !== outcome.kind) ? held('contradictory') : { ...outcome, envelopeId }
}
