import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson, type CanonicalValue } from '../../platform/audit/canonical-json.ts'
import { keyIdOf } from '../../platform/audit/checkpoint.ts'
import type { Report } from './make-report.ts'

/** A report as JSON: the canonical form of `{ report, keyId, signature }`, and a line break. */
interface SignedReport {
  readonly report: Report
  readonly keyId: string
  /** Ed25519, base64. */
  readonly signature: string
}

/** A signature next to a file of another format: `<file>.signature.json`. */
interface FileSignature {
  readonly sha256: string
  readonly keyId: string
  readonly signature: string
}

export const signaturePath = (file: string): string => `${file}.signature.json`

/** Domain separation: a signature made here is not valid for a checkpoint, a consent or a note. */
const reportContext = 'visitkit report v1\n'
const fileContext = 'visitkit report file v1\n'

const canonical = (value: object): string => canonicalJson(value as CanonicalValue)
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Ed25519 has one signature for each key and text, so the same report has the same bytes. */
export const signReport = (report: Report, key: KeyObject): string => {
  const signature = sign(null, Buffer.from(reportContext + canonical(report)), key).toString('base64')
  return `${canonical({ report, keyId: keyIdOf(key), signature } satisfies SignedReport)}\n`
}

export const signFile = (bytes: string, key: KeyObject): string => {
  const digest = sha256(bytes)
  const signature = sign(null, Buffer.from(fileContext + digest), key).toString('base64')
  return `${canonical({ sha256: digest, keyId: keyIdOf(key), signature } satisfies FileSignature)}\n`
}

/** Why the file is not what the holder of the key signed; null when it is. */
export type Refusal = string | null

/** @param signature - The content of the file next to it; null when there is none. */
export const verifyReport = (bytes: Buffer, signature: string | null, publicKey: KeyObject): Refusal => {
  if (signature !== null) return verifyFile(bytes, signature, publicKey)
  const signed = parseSigned(bytes)
  if (signed === null)
    return 'It is not a signed report, and there is no signature next to it. Keep the file that ends with .signature.json in the same folder.'
  if (typeof signed.signature !== 'string' || typeof signed.keyId !== 'string') return 'It has no signature.'
  if (signed.keyId !== keyIdOf(publicKey)) return wrongKey(signed.keyId, publicKey)
  const text = Buffer.from(reportContext + canonical(signed.report))
  if (!verify(null, text, publicKey, Buffer.from(signed.signature, 'base64')))
    return 'It was changed after it was signed.'
  const written = Buffer.from(
    `${canonical({ report: signed.report, keyId: signed.keyId, signature: signed.signature })}\n`,
  )
  return written.equals(bytes) ? null : 'Something was added to it or reformatted after it was signed.'
}

const verifyFile = (bytes: Buffer, signature: string, publicKey: KeyObject): Refusal => {
  const signed = parse(signature) as Partial<FileSignature> | null
  if (typeof signed?.signature !== 'string' || typeof signed.keyId !== 'string') return 'Its signature cannot be read.'
  if (signed.keyId !== keyIdOf(publicKey)) return wrongKey(signed.keyId, publicKey)
  const text = Buffer.from(fileContext + sha256(bytes))
  return verify(null, text, publicKey, Buffer.from(signed.signature, 'base64'))
    ? null
    : 'It was changed after it was signed.'
}

const wrongKey = (keyId: string, publicKey: KeyObject): string =>
  `It was signed with the key ${keyId}, and the key given is ${keyIdOf(publicKey)}.`

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const parseSigned = (bytes: Buffer): (Partial<SignedReport> & { readonly report: Report }) | null => {
  const value = parse(bytes.toString('utf8'))
  const isReport = typeof value === 'object' && value !== null && 'report' in value && typeof value.report === 'object'
  return isReport && value.report !== null ? (value as Partial<SignedReport> & { readonly report: Report }) : null
}
