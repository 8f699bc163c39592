import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { ClientDisconnected } from '../problems/client-disconnected.ts'
import { Problem } from '../problems/problem.ts'
import { faultyRequest } from './faulty-request.ts'
import type { FaultyProperty } from '../problems/problem.ts'

/** Limits of a request body. */
export interface BodyLimits {
  /** Bytes of the whole body. */
  readonly bytes: number
  /** Maximum nesting of objects and arrays. */
  readonly depth: number
}

export const defaultBodyLimits: BodyLimits = { bytes: 256 * 1024, depth: 32 }

const tooLarge = (limit: number): Problem =>
  new Problem(413, 'body_too_large', `A request may hold at most ${limit} bytes. Send less at a time.`, {
    headers: { connection: 'close' },
  })

/** The bytes of a request, as received. Refuses a body that is too large, by its `Content-Length` or while reading. */
export const readBytes = (request: IncomingMessage, limit: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const encoding = request.headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity') {
      reject(new Problem(415, 'unsupported_media_type', 'Send the body without content encoding.'))
      return
    }
    const announced = request.headers['content-length']
    if (announced !== undefined && Number(announced) > limit) {
      reject(tooLarge(limit))
      return
    }
    const chunks: Buffer[] = []
    let size = 0
    const stop = (): void => {
      request.off('data', take)
      request.off('end', finish)
      request.off('close', abandon)
      request.off('error', abandon)
    }
    const take = (chunk: Buffer): void => {
      size += chunk.length
      if (size > limit) {
        stop()
        request.pause()
        reject(tooLarge(limit))
        return
      }
      chunks.push(chunk)
    }
    const finish = (): void => {
      stop()
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size))
    }
    const abandon = (): void => {
      stop()
      reject(new ClientDisconnected())
    }
    request.on('data', take)
    request.on('end', finish)
    request.on('close', abandon)
    request.on('error', abandon)
  })

/** Checks a `Content-Type` against that of the operation. Refuses a charset other than UTF-8. */
export const requireMediaType = (header: string | undefined, expected: string): void => {
  // The two forms that clients usually send are accepted without parsing.
  if (header === expected || header === `${expected}; charset=utf-8`) return
  const [type, ...parameters] = (header ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  const isExpected = type?.trim() === expected
  const isUtf8Charset = charset === undefined || /^charset="?utf-?8"?$/.test(charset)
  if (!isExpected || !isUtf8Charset)
    throw new Problem(415, 'unsupported_media_type', `Send the body as ${expected} in UTF-8.`)
}

const decode = (bytes: Uint8Array): string => {
  if (!isUtf8(bytes)) throw new Problem(400, 'invalid_encoding', 'The body is not valid UTF-8. Send it in UTF-8.')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
}

/** Measured on the bytes before parsing: a body of ten thousand brackets costs only one pass. */
const requireDepth = (bytes: Uint8Array, limit: number): void => {
  let depth = 0
  let inString = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inString) {
      if (byte === 0x5c) at++
      else if (byte === 0x22) inString = false
    } else if (byte === 0x22) inString = true
    else if (byte === 0x7b || byte === 0x5b) {
      depth++
      if (depth > limit)
        throw new Problem(400, 'body_too_deep', `Objects and lists may be nested ${limit} deep. Send a flatter body.`)
    } else if (byte === 0x7d || byte === 0x5d) depth--
  }
}

/**
 * Values that JSON allows but the server must not accept: a `__proto__` member (prototype pollution), U+0000 and lone surrogates (no
 * database column can store them, so they would fail late as a server error).
 */
const faultsOf = (value: unknown, pointer: string, faults: FaultyProperty[]): void => {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed())
      faults.push({
        pointer,
        code: 'unsupported_character',
        message: 'Must be text without U+0000 and without half characters.',
      })
  } else if (Array.isArray(value)) value.forEach((item, index) => faultsOf(item, `${pointer}/${index}`, faults))
  else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      if (name === '__proto__')
        faults.push({
          pointer: `${pointer}/__proto__`,
          code: 'unknown_property',
          message: 'This property is not known.',
        })
      else faultsOf(item, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, faults)
    }
  }
}

/** Only a body with one of these sequences can have such a fault. All others skip the check. */
const suspicious = /__proto__|\\u(?:0000|005[fF]|[dD][89a-fA-F])/

/** Parses JSON within limits. The problem names the fault and never repeats the body. */
export const parseJson = (bytes: Uint8Array, limits: BodyLimits = defaultBodyLimits): unknown => {
  const text = decode(bytes)
  requireDepth(bytes, limits.depth)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Problem(400, 'invalid_json', 'The body is not valid JSON. Send one JSON value.')
  }
  if (suspicious.test(text)) {
    const errors: FaultyProperty[] = []
    faultsOf(value, '', errors)
    if (errors.length > 0) throw faultyRequest(errors)
  }
  return value
}

/** Parses a form. Refuses a repeated parameter (RFC 6749, section 3.2). */
export const parseForm = (bytes: Uint8Array): Record<string, string> => {
  const form: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(decode(bytes))) {
    if (name in form)
      throw new Problem(400, 'invalid_request', 'A parameter may be given once.', {
        errors: [{ pointer: `/${name.slice(0, 64)}`, code: 'repeated', message: 'Must be given once.' }],
      })
    if (value.includes('\0'))
      throw new Problem(400, 'invalid_request', 'Some properties are not as they should be.', {
        errors: [
          { pointer: `/${name.slice(0, 64)}`, code: 'unsupported_character', message: 'Must be text without U+0000.' },
        ],
      })
    form[name] = value
  }
  return form
}
