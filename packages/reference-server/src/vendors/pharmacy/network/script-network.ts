import type { Outgoing } from '../../../platform/egress/outgoing.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { pharmacyNetworkUnavailable, pharmacySignatureInvalid } from '../problems.ts'
import type { NetworkResponse, Pharmacy, PharmacyNetwork } from '../provider.ts'
import { readScriptMessage } from '../script/read-script-message.ts'
import type { ScriptMessage } from '../script/script-message.ts'
import { writeScriptMessage } from '../script/write-script-message.ts'
import { signatureFault, signatureHeaders } from './message-signature.ts'
import { readPharmacy } from './read-pharmacy.ts'

export interface ScriptNetworkOptions {
  /** E.g. `https://network.example/script`; messages are sent to `/messages`, the directory is at `/directory`. */
  readonly baseUrl: string
  readonly vendor: string
  readonly accountId: string
  /** The connections to it. */
  readonly outgoing: Pick<Outgoing, 'fetch'>
  /** The first one signs; all verify, so that a secret can be replaced without interruption. */
  readonly secrets: readonly [string, ...string[]]
  /** Throws `vendor_not_permitted`, before anything is sent, unless an agreement with the vendor is in force. */
  readonly permit: () => Promise<void>
  readonly clock: () => Date
  /**
   * `structured` (default): directions as text and structured. `text`: as text only, for a network that validates messages against
   * NCPDP's schemas, which require licensed codes in structured directions.
   */
  readonly directions?: 'structured' | 'text'
  /** Timeout of one request. Milliseconds. Default: 10,000. */
  readonly timeout?: number
}

const maxResponseBytes = 512 * 1024
/** Error codes that request a retry: the network could not reach the pharmacy's system, or that system failed. */
const transientCodes: ReadonlySet<string> = new Set(['600', '602'])

/** A network that accepts SCRIPT messages over HTTPS and responds to each with a Status, a Verify or an Error. */
export const createScriptNetwork = (options: ScriptNetworkOptions): PharmacyNetwork => {
  const { accountId, vendor, outgoing, secrets, permit, clock, directions = 'structured', timeout = 10_000 } = options
  const base = options.baseUrl.replace(/\/$/, '')
  const [signingSecret] = secrets

  const request = async (
    path: string,
    body: Uint8Array<ArrayBuffer> | null,
    signal: AbortSignal | undefined,
  ): Promise<{ status: number; bytes: Uint8Array }> => {
    await permit()
    // A directory request has no body: its path is signed.
    const signed = body ?? new TextEncoder().encode(path)
    try {
      const response = await outgoing.fetch(`${base}${path}`, {
        method: body === null ? 'GET' : 'POST',
        headers: {
          ...signatureHeaders(signingSecret, signed, clock()),
          'x-account-id': accountId,
          ...(body !== null && { 'content-type': 'application/xml' }),
        },
        ...(body !== null && { body }),
        signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(timeout)]) : AbortSignal.timeout(timeout),
      })
      const bytes = await readLimited(response)
      const fault = signatureFault(secrets, bytes, Object.fromEntries(response.headers), clock())
      if (response.status >= 500) throw new PartnerUnavailable(`http-${response.status}`)
      if (fault !== null) throw new PartnerUnavailable(`answer-signature-${fault}`)
      return { status: response.status, bytes }
    } catch (error) {
      if (error instanceof PartnerUnavailable) throw error
      throw new PartnerUnavailable('no-answer', { cause: error })
    }
  }

  const directory = async (query: string, signal?: AbortSignal): Promise<unknown> => {
    const { status, bytes } = await request(`/directory/pharmacies${query}`, null, signal).catch(asProblem)
    if (status === 404) return null
    if (status !== 200) throw pharmacyNetworkUnavailable(`directory answered ${status}`)
    try {
      return JSON.parse(new TextDecoder().decode(bytes)) as unknown
    } catch (cause) {
      throw pharmacyNetworkUnavailable('directory answer unreadable', cause)
    }
  }

  return {
    vendor,
    accountId,
    permit,
    searchPharmacies: async ({ search, state, limit }, signal) => {
      const query = new URLSearchParams({ search, limit: String(limit), ...(state !== undefined && { state }) })
      const found = await directory(`?${query}`, signal)
      const items = typeof found === 'object' && found !== null && 'pharmacies' in found ? found.pharmacies : null
      if (!Array.isArray(items)) throw pharmacyNetworkUnavailable('directory answer unreadable')
      return items.slice(0, limit).flatMap((item) => readPharmacy(item) ?? [])
    },
    pharmacy: async (id, signal): Promise<Pharmacy | null> => {
      const found = await directory(`/${encodeURIComponent(id)}`, signal)
      return found === null ? null : (readPharmacy(found) ?? rejectEntry())
    },
    send: async (message, signal) => {
      const bytes = Uint8Array.from(writeScriptMessage(directions === 'text' ? withoutStructuredSig(message) : message))
      const { bytes: answered } = await request('/messages', bytes, signal)
      return responseOf(message, answered)
    },
    verify: ({ rawBody, headers, now }) => {
      const fault = signatureFault(secrets, rawBody, headers, now)
      if (fault !== null) throw pharmacySignatureInvalid(`signature of a pharmacy message: ${fault}`)
    },
    sign: (message, now) => {
      const body = writeScriptMessage(message)
      return { body, headers: signatureHeaders(signingSecret, body, now) }
    },
  }
}

/** For requests that a person waits for: passes on the refusal of the agreement; everything else becomes an unavailable network. */
const asProblem = (error: unknown): never => {
  if (error instanceof Problem) throw error
  throw pharmacyNetworkUnavailable(error instanceof PartnerUnavailable ? error.code : 'no answer', error)
}

const rejectEntry = (): never => {
  throw pharmacyNetworkUnavailable('directory entry unreadable')
}

const readLimited = async (response: Response): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maxResponseBytes) throw new PartnerUnavailable('answer-too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const withoutStructuredSig = ({ header, body }: ScriptMessage): ScriptMessage => {
  if (!('medication' in body)) return { header, body }
  const { sig: _, ...medication } = body.medication
  return { header, body: { ...body, medication } }
}

/** Only a response to this message says anything about it. */
const responseOf = (sent: ScriptMessage, bytes: Uint8Array): NetworkResponse => {
  const { header, body } = readResponse(bytes)
  if (header.relatesToMessageId !== sent.header.messageId) throw new PartnerUnavailable('answer-to-another-message')
  const receipt = { from: header.from, messageId: header.messageId, type: body.type, bytes }
  switch (body.type) {
    case 'Status':
      return { taken: true, delivered: body.code === '010', code: body.code, receipt }
    case 'Verify':
      return { taken: true, delivered: true, code: body.code, receipt }
    case 'Error':
      if (transientCodes.has(body.code)) throw new PartnerUnavailable(`script-${body.code}`)
      return {
        ...{ taken: false, code: body.code, receipt },
        ...(body.description !== undefined && { text: body.description }),
      }
    default:
      throw new PartnerUnavailable('answer-unexpected')
  }
}

const readResponse = (bytes: Uint8Array): ScriptMessage => {
  try {
    return readScriptMessage(bytes)
  } catch (cause) {
    throw new PartnerUnavailable('answer-unreadable', { cause })
  }
}
