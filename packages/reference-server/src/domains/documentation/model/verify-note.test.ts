import { describe, expect, it } from 'vitest'
import { keyOfWords, publicPart } from '../../../platform/audit/key-of-words.testing.ts'
import { attestationHash, type NoteAttestation } from './note-attestation.ts'
import { resigned, signedNote } from './signed-note.testing.ts'
import { verifyNote, wasSigned, type StoredNote } from './verify-note.ts'

const key = keyOfWords('a fictional key that signs all..')
const other = keyOfWords('a fictional key of somebody else')
const isTrusted = (publicKey: string): boolean => publicKey === publicPart(key)
const note = signedNote(key)
const faultsOf = (stored: StoredNote) => verifyNote(stored, isTrusted)

type Signatures = StoredNote['signatures']

/** The same signatures, with one of them over a changed statement, signed by `by`. */
const restated = (at: number, change: Partial<NoteAttestation>, by = key): Signatures =>
  note.signatures.map((signature, index) => {
    if (index !== at || signature.sealed === null) return signature
    const statement = { ...(JSON.parse(signature.sealed.statement) as NoteAttestation), ...change }
    return { ...signature, sealed: { ...resigned(JSON.stringify(statement), by), text: signature.sealed.text } }
  })

const permutations = <T>(items: readonly T[]): T[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))

describe('a signed note', () => {
  it('is intact as written', () => {
    expect(faultsOf(note)).toEqual([])
    expect(wasSigned(note)).toBe(true)
  })

  it('is not intact with its signatures in another order', () => {
    const orders = permutations(note.signatures)
    expect(orders).toHaveLength(120)
    const whole = orders.filter((signatures) => faultsOf({ ...note, signatures }).length === 0)
    expect(whole).toEqual([note.signatures])
  })

  it('is not intact when its versions are renumbered to hide that two addenda were swapped', () => {
    const [author, reassigned, supervisor, first, second] = note.signatures as Required<Signatures>
    const taken = { version: first!.version, signedAt: first!.signedAt }
    const given = { version: second!.version, signedAt: second!.signedAt }
    const numbered = (signature: Signatures[number], as: typeof taken): Signatures[number] => {
      const attestation = JSON.parse(signature.sealed?.statement ?? '') as NoteAttestation
      const renumbered = JSON.stringify({ ...attestation, version: as.version, at: as.signedAt.toISOString() })
      return { ...signature, ...as, sealed: { ...resigned(renumbered, key), text: signature.sealed?.text ?? null } }
    }
    const signatures = [author!, reassigned!, supervisor!, numbered(second!, taken), numbered(first!, given)]
    expect(faultsOf({ ...note, signatures })).toEqual(['signature-invalid'])
  })

  it.each([1, 2, 3, 4])('is not intact when signature %i does not link to the previous one', (at) => {
    expect(faultsOf({ ...note, signatures: restated(at, { previous: 'f'.repeat(64) }) })).toEqual(['signature-invalid'])
    expect(faultsOf({ ...note, signatures: restated(at, { previous: null }) })).toEqual(['signature-invalid'])
  })

  it('is not intact when its first signature links to an earlier one', () => {
    const signatures: Signatures[number][] = []
    // Each later one is signed again, so that it links to the previous one.
    for (const { sealed, ...signature } of note.signatures) {
      const before = signatures.at(-1)?.sealed?.statement
      const previous = before === undefined ? 'f'.repeat(64) : attestationHash(before)
      const statement = JSON.stringify({ ...(JSON.parse(sealed?.statement ?? '') as NoteAttestation), previous })
      signatures.push({ ...signature, sealed: { ...resigned(statement, key), text: sealed?.text ?? null } })
    }
    expect(faultsOf({ ...note, signatures })).toEqual(['signature-invalid'])
  })

  it.each([0, 1, 2, 3, 4])('is not intact without signature %i', (at) => {
    expect(faultsOf({ ...note, signatures: note.signatures.toSpliced(at, 1) })).toContain('signature-invalid')
  })

  it.each([0, 1, 2, 3, 4])('is not intact when a different key signed statement %i', (at) => {
    expect(faultsOf({ ...note, signatures: restated(at, {}, other) })).toContain('signature-invalid')
  })

  it.each([
    ['the signer', { by: { memberId: 'eve', displayName: 'Dr. eve' } }],
    ['the time', { at: '2026-11-26T15:30:00.000Z' }],
    ['the version', { version: 9 }],
    ['the kind of signature', { as: 'addendum' as const }],
  ])('is not intact when its row and its statement differ in %s', (_, change) => {
    expect(faultsOf({ ...note, signatures: restated(0, change) })).toContain('signature-invalid')
  })
})
