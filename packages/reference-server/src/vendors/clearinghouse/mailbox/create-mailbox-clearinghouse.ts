import { createHash } from 'node:crypto'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { ClearinghouseAccount, ClearinghouseProvider, MailboxFile, SubmissionReceipt } from '../provider.ts'
import { UnusableResponse } from '../eligibility.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import { readEligibilityResponse } from '../read-eligibility-response.ts'
import { writeEligibilityInquiry } from '../write-eligibility-inquiry.ts'
import { readInterchange } from '../x12/read-interchange.ts'
import { X12Unreadable } from '../x12/x12-unreadable.ts'
import { createMailboxClient, type MailboxResponse, type MailboxClientOptions } from './mailbox-client.ts'

export interface MailboxClearinghouseOptions extends MailboxClientOptions {
  readonly account: ClearinghouseAccount
}

/**
 * Number of files of one mailbox that are fetched concurrently: the clearinghouse responds to each separately, and a batch has thousands.
 */
const together = 8

/** Statuses with which a clearinghouse refuses a file permanently. */
const refusals = [400, 409, 413, 415, 422]

/**
 * A clearinghouse with a mailbox: `POST interchanges` with an id, `GET mailbox`, `GET mailbox/{id}`, `DELETE mailbox/{id}`, and `POST
 * eligibility` for real-time inquiries. All content is X12; only ids and statuses are not.
 */
export const createMailboxClearinghouse = ({
  account,
  ...client
}: MailboxClearinghouseOptions): ClearinghouseProvider => {
  const call = createMailboxClient(client)
  return {
    vendor: 'clearinghouse',
    submitClaims: async (interchange, id, signal) => {
      const response = await call(
        { method: 'POST', path: ['interchanges'], body: interchange, id, acceptedStatuses: refusals },
        signal,
      )
      return receiptOf(response)
    },
    fetchMailbox: async (limit = 20, signal) => {
      const list = await call({ method: 'GET', path: ['mailbox'], query: { limit: String(limit) } }, signal)
      const fetched = await mapConcurrently(readList(list.text).slice(0, limit), together, async ({ id, postedAt }) => {
        const file = await call({ method: 'GET', path: ['mailbox', id], acceptedStatuses: [404] }, signal)
        // 404: another process has taken it.
        return file.status === 404 ? [] : [{ id, postedAt, content: file.text }]
      })
      // One file that cannot be fetched must not block the others.
      const files = fetched.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
      const failed = fetched.find((each) => each.status === 'rejected')
      if (files.length === 0 && failed) throw failed.reason
      return files
    },
    acknowledgeFile: async (id, signal) => {
      await call({ method: 'DELETE', path: ['mailbox', id], acceptedStatuses: [404] }, signal)
    },
    checkEligibility: async (request, id, now, signal) => {
      const traceNumber = id.toUpperCase()
      const control = controlNumberOf(id)
      const inquiry = {
        account,
        control: { interchange: control, group: control },
        traceNumber,
        createdAt: now,
        request,
      }
      const body = writeEligibilityInquiry(inquiry)
      const { text } = await call({ method: 'POST', path: ['eligibility'], body, id }, signal)
      const original = { reader: 'x12-271/1', text } as const
      try {
        return { ...readEligibilityResponse(readInterchange(text), traceNumber), original }
      } catch (error) {
        if (error instanceof X12Unreadable)
          throw new UnusableResponse(
            error.code === 'trace_number_mismatch' ? 'foreign:271' : 'nonsense:271',
            original,
            error,
          )
        throw error
      }
    },
  }
}

const receiptOf = ({ status, text }: MailboxResponse): SubmissionReceipt => {
  if (refusals.includes(status)) return { received: false, code: `http-${status}` }
  const { reference } = readObject(text)
  if (typeof reference !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(reference)) throw malformedResponse()
  return { received: true, clearinghouseReference: reference }
}

const readList = (text: string): readonly Omit<MailboxFile, 'content'>[] => {
  const { files } = readObject(text)
  if (!Array.isArray(files)) throw malformedResponse()
  return files.map((file: unknown) => {
    if (typeof file !== 'object' || file === null || !('id' in file) || !('postedAt' in file)) throw malformedResponse()
    const { id, postedAt } = file
    const at = new Date(String(postedAt))
    if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id) || Number.isNaN(at.getTime()))
      throw malformedResponse()
    return { id, postedAt: at }
  })
}

const readObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    throw new PartnerUnavailable('nonsense:json', { cause: error })
  }
  throw malformedResponse()
}

const malformedResponse = (): PartnerUnavailable => new PartnerUnavailable('nonsense:json')

/** Real-time inquiries are sent alone. The control number must only be the same when an inquiry is repeated. */
const controlNumberOf = (id: string): number =>
  (createHash('sha256').update(id).digest().readUInt32BE() % 999_999_999) + 1
