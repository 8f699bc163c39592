import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { contentHash } from '../store/content-hash.ts'
import { verifyEvidence } from './verify-evidence.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
const statement = '{"decision":"granted","name":"Zoë Sample"}'
const evidence = {
  statement,
  signature: sign(null, Buffer.from(statement), privateKey).toString('base64url'),
  publicKey: raw.toString('base64url'),
}

it('evidence can be verified without the server, and no byte of it can be changed', () => {
  expect(verifyEvidence(evidence)).toBe(true)
  const bytes = Buffer.from(statement)
  for (let place = 0; place < bytes.length; place += 1) {
    const flipped = Buffer.from(bytes)
    flipped[place] = (flipped[place] ?? 0) ^ 1
    expect(verifyEvidence({ ...evidence, statement: flipped.toString('utf8') })).toBe(false)
  }
  const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  expect(verifyEvidence({ ...evidence, publicKey: other.toString('base64url') })).toBe(false)
  expect(verifyEvidence({ ...evidence, publicKey: 'AAAA' })).toBe(false)
})

it('a text has one hash, whatever the order of its properties, and a different hash after any change', () => {
  const section = { id: 'risks', heading: 'Ri"sks', text: 'Línea uno.\n\nLine two.', mandatory: true }
  // RFC 8785, written out: members sorted, no white space, only the escapes that JSON needs.
  const canonical =
    '{"sections":[{"heading":"Ri\\"sks","id":"risks","mandatory":true,"text":"Línea uno.\\n\\nLine two."}],"title":"T"}'
  expect(contentHash('T', [section])).toBe(createHash('sha256').update(canonical).digest('hex'))
  expect(contentHash('T', [{ mandatory: true, text: section.text, heading: section.heading, id: 'risks' }])).toBe(
    contentHash('T', [section]),
  )
  expect(contentHash('T', [{ ...section, mandatory: false }])).not.toBe(contentHash('T', [section]))
  expect(contentHash('T', [{ ...section, text: `${section.text} ` }])).not.toBe(contentHash('T', [section]))
})
