import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { MailReport, WrittenText } from '../provider.ts'
import { readDeliveryStatus } from './read-delivery-status.ts'

const parse = (raw: Uint8Array): Promise<Email> =>
  PostalMime.parse(raw, { attachmentEncoding: 'utf8', forceRfc822Attachments: true, maxNestingDepth: 20 })

const headersOf = ({ headers }: Email, name: string): readonly string[] =>
  headers.filter(({ key }) => key === name).map(({ value }) => value)

/** RFC 3464 and its form for other alphabets, RFC 6533. */
const statusTypes: readonly string[] = ['message/delivery-status', 'message/global-delivery-status']
const originalTypes: readonly string[] = [
  'message/rfc822',
  'text/rfc822-headers',
  'message/global',
  'message/global-headers',
]
const feedbackType = 'message/feedback-report'

const contentsOf = ({ attachments }: Email, types: readonly string[]): readonly string[] =>
  attachments.filter(({ mimeType }) => types.includes(mimeType.toLowerCase())).map(textOf)
const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString()

const ownIds = (texts: readonly string[], domain: string): readonly string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(/<([\w.-]{1,100})@([^<>\s]+)>/g)].flatMap(([, id = '', at = '']) =>
      at.toLowerCase() === domain.toLowerCase() ? [id] : [],
    ),
  )

/** The Message-IDs of the message that came back, as it was sent. */
const idsOfOriginals = async (mail: Email, domain: string): Promise<readonly string[]> => {
  const originals = await Promise.all(contentsOf(mail, originalTypes).map((text) => parse(Buffer.from(text))))
  return originals.flatMap((original) => ownIds(headersOf(original, 'message-id'), domain))
}

const writtenIn = ({ from, text, html, attachments }: Email): WrittenText => ({
  from: from?.address ?? '',
  text: (text ?? html?.replaceAll(/<[^>]*>/g, ' ') ?? '').trim(),
  files: attachments.length,
})

/** A machine answers: nothing that a person wrote (RFC 3834). */
const isAutomatic = (mail: Email): boolean =>
  headersOf(mail, 'auto-submitted').some((value) => !/^no\b/i.test(value)) ||
  headersOf(mail, 'precedence').some((value) => /^(?:bulk|auto_reply|junk)$/i.test(value))

const unreadable: MailReport = { kind: 'held', reason: 'unreadable', about: null }

const isReport = (mail: Email): boolean =>
  headersOf(mail, 'content-type').some((value) => /^multipart\/report\b/i.test(value))

const readReport = async (mail: Email, domain: string): Promise<MailReport> => {
  const statuses = contentsOf(mail, statusTypes)
  const feedback = contentsOf(mail, [feedbackType])
  const status = statuses[0] === undefined ? null : readDeliveryStatus(statuses[0])
  const envelopeId = status?.envelopeId ?? null
  const ids = new Set([...(envelopeId === null ? [] : [envelopeId]), ...(await idsOfOriginals(mail, domain))])
  const [about = null] = ids
  if (ids.size > 1 || statuses.length + feedback.length > 1)
    return { kind: 'held', reason: 'contradictory', about: ids.size > 1 ? null : about }
  if (status !== null) {
    if (status.kind === 'held') return { kind: 'held', reason: status.reason, about }
    return { kind: status.kind, code: status.code, about }
  }
  if (feedback.length === 1) return { kind: 'complaint', about }
  // What a reader's mail program says (RFC 8098) has no effect; any other kind of report is not known.
  const isReceipt = contentsOf(mail, ['message/disposition-notification']).length > 0
  return isReceipt ? { kind: 'progress', code: null, about } : { kind: 'held', reason: 'unreadable', about }
}

/**
 * Reads a message that arrived where undelivered mail returns: a delivery status, a complaint (RFC 5965), a reply of a person, or of a
 * machine. `domain`: of our Message-IDs. What it is about is known by our own id alone.
 */
export const readReturnedMail = async (raw: Uint8Array, domain: string): Promise<MailReport> => {
  try {
    const mail = await parse(raw)
    if (isReport(mail)) return await readReport(mail, domain)
    const answers = ownIds([...headersOf(mail, 'in-reply-to'), ...headersOf(mail, 'references')], domain)
    const about = answers[0] ?? null
    if (isAutomatic(mail)) return { kind: 'progress', code: null, about }
    const written = writtenIn(mail)
    return written.from === '' ? { ...unreadable, about } : { kind: 'written', about, ...written }
  } catch {
    return unreadable
  }
}

/** What a person wrote; null if it cannot be read. */
export const readWrittenMail = async (raw: Uint8Array): Promise<WrittenText | null> => {
  try {
    const written = writtenIn(await parse(raw))
    return written.from === '' ? null : written
  } catch {
    return null
  }
}
