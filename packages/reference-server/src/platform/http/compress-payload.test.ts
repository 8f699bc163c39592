import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readContract, type Schema } from './contract.ts'
import { compressPayload, mayCompress } from './compress-payload.ts'
import type { Exchange } from './exchange.ts'

const exchangeOf = (method: string, acceptEncoding?: string, contentType = 'application/json'): Exchange =>
  ({ route: { declaration: { method, contentType } }, header: () => acceptEncoding }) as unknown as Exchange
const long = JSON.stringify({ items: Array.from({ length: 100 }, (_, count) => ({ id: `item-${count}` })) })

describe('compression', () => {
  it('makes a long answer shorter, for a client that accepts it', async () => {
    const bytes = await compressPayload(exchangeOf('get', 'br, gzip;q=0.8'), long)
    expect(bytes?.length).toBeLessThan(long.length / 3)
    expect(gunzipSync(bytes ?? Buffer.alloc(0)).toString()).toBe(long)
  })

  it.each([
    ['a short answer', exchangeOf('get', 'gzip'), 'x'.repeat(1_023)],
    ['a client that does not accept it', exchangeOf('get'), long],
    ['a client that refuses it', exchangeOf('get', 'gzip;q=0, br'), long],
    ['an answer to a POST, which may hold a secret', exchangeOf('post', 'gzip'), long],
    ['a document', exchangeOf('get', 'gzip', 'application/pdf'), long],
  ])('leaves %s as it is', async (_what, exchange, payload) => {
    expect(await compressPayload(exchange, payload)).toBeNull()
  })

  it('never applies to an answer with a secret', () => {
    const { operations, document } = readContract()
    const schemas = document.components?.schemas ?? {}
    const secretsIn = (schema: unknown, seen: ReadonlySet<string> = new Set()): string[] => {
      if (typeof schema !== 'object' || schema === null) return []
      const reference = (schema as Schema)['$ref']
      if (typeof reference === 'string') {
        const name = reference.split('/').at(-1) ?? ''
        return seen.has(name) ? [] : secretsIn(schemas[name], new Set([...seen, name]))
      }
      const named = Object.keys((schema as { properties?: object }).properties ?? {})
      return [
        ...named.filter((name) => /token|secret|ticket|password/i.test(name)),
        ...Object.values(schema).flatMap((part) => secretsIn(part, seen)),
      ]
    }
    const withSecrets = Object.entries(operations).flatMap(([id, declaration]) => {
      const { responses } = document.paths[declaration.path]?.[declaration.method] ?? {}
      const schema = responses?.[String(declaration.success)]?.content?.['application/json']?.schema
      return secretsIn(schema).length > 0 ? [id] : []
    })
    expect(withSecrets).toEqual(
      expect.arrayContaining(['exchangeToken', 'createLiveTicket', 'takeSeat', 'addWebhookEndpoint']),
    )
    const compressed = withSecrets.filter((id) => mayCompress({ route: { declaration: operations[id] } } as never))
    expect(compressed).toEqual([])
  })
})
