import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { canonicalRow, leafHash, linkHash, merkleRoot } from './chain.ts'
import { numberedRow } from './numbered-row.testing.ts'

describe('hashing', () => {
  test('serializes a row as RFC 8785 does', () => {
    const row = numberedRow(1, { entityId: null, operation: 'é"\\\n' })
    const covering = { ...row, onBehalfOf: 'practitioner-1' }
    expect(canonicalRow(covering)).toBe(canonicalJson({ ...covering, at: row.at.toISOString() }))
    expect(canonicalRow({ ...row, at: row.at.toISOString() })).toBe(canonicalRow(row))
  })

  test('gives a row of the first release, which had no `onBehalfOf`, its original hash', () => {
    const { onBehalfOf: _, ...first } = numberedRow(1, {
      id: '01990000-0000-7000-8000-000000000001',
      organizationId: '01990000-0000-7000-8000-000000000002',
      requestId: 'request-1',
      actorId: 'member-1',
      sessionId: 'session-1',
      // Values of that release that the contract no longer lists.
      entity: 'Thing' as never,
      actorRole: 'clinician' as never,
    })
    expect(canonicalRow(first)).toBe(canonicalJson({ ...first, at: first.at.toISOString() }))
    expect(canonicalRow({ ...first, onBehalfOf: null })).toBe(canonicalRow(first))
    expect(leafHash(first).toString('hex')).toBe('936fb3cbdad684e0e5b40d81161139b4b1b8dc90fd5754fcc6863c4cfe1ac887')
  })

  test('gives rows of before origins, queries and consents were recorded the hash that they had', () => {
    const { onBehalfOf: _, ...row } = numberedRow(1)
    const none = { origin: null, originDetails: null, query: null, consents: null }
    expect(canonicalRow({ ...row, ...none })).toBe(canonicalRow(row))
    const given = { origin: 'abcdef', originDetails: 'token-1 AAA', query: 'GET /v1/a?b', consents: 'c1 c2' }
    for (const [name, value] of Object.entries(given)) {
      const changed = { ...row, [name]: value }
      expect(canonicalRow(changed)).toBe(canonicalJson({ ...changed, at: row.at.toISOString() }))
      expect(leafHash(changed)).not.toEqual(leafHash(row))
    }
  })

  test('sorts members and refuses values that JSON cannot represent', () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: 'x', c: 1e21 } })).toBe(
      '{"a":{"c":1e+21,"d":"x"},"b":[1,null,true]}',
    )
    expect(() => canonicalJson(Number.NaN)).toThrow('no such number')
  })

  test('binds a link to its sequence number, to all links before it and to its row', () => {
    const [previous, other, leaf] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]
    const link = linkHash(7n, previous, leaf).toString('hex')
    const others = [linkHash(8n, previous, leaf), linkHash(7n, other, leaf), linkHash(7n, previous, other)]
    expect(new Set([link, ...others.map((each) => each.toString('hex'))]).size).toBe(4)
  })

  test('builds the tree of RFC 6962', () => {
    // The empty tree, and three leaves: hash(1, hash(1, a, b), c).
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    const [a, b, c] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]
    expect(merkleRoot([a, b, c])).toEqual(merkleRoot([merkleRoot([a, b]), c]))
    expect(merkleRoot([a, b, c])).not.toEqual(merkleRoot([a, merkleRoot([b, c])]))
  })
})
