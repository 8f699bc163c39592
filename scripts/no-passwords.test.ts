import { glob, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

/* People sign in at the identity provider of the organization. Nothing here takes a password. */

const root = new URL('../', import.meta.url)
const contract = JSON.parse(
  await readFile(new URL('packages/contract/generated/openapi.json', root), 'utf8'),
) as unknown

interface NamedValue {
  readonly name: string
  readonly value: unknown
}

/** Every property of a document, at any depth. */
const namesIn = (value: unknown): readonly NamedValue[] =>
  value instanceof Object
    ? Object.entries(value).flatMap(([name, each]) => [{ name, value: each as unknown }, ...namesIn(each)])
    : []

const isPassword = (name: string): boolean => /^(?:.*[_.-])?pass(?:word|phrase|code)$/i.test(name)

describe('a password', () => {
  const named = namesIn(contract)

  it('is no property and no parameter of the contract', () => {
    expect(named.length).toBeGreaterThan(10_000)
    const parameters = named.flatMap(({ name, value }) => (name === 'name' && typeof value === 'string' ? [value] : []))
    expect([...named.map(({ name }) => name), ...parameters].filter(isPassword)).toEqual([])
  })

  it('is not among the grants for which a session is given', () => {
    const grants = named.filter(({ name }) => name === 'grant_type')
    expect(grants.map(({ value }) => (value as { enum?: unknown }).enum)).toEqual([
      [
        'urn:ietf:params:oauth:grant-type:token-exchange',
        'urn:visitkit:params:oauth:grant-type:guest',
        'client_credentials',
        'refresh_token',
      ],
    ])
  })

  it('is asked for by no element and no page of the example', async () => {
    const asking: string[] = []
    let count = 0
    for (const folder of ['packages/elements/src', 'examples/portal'])
      for await (const file of glob('**/*.{ts,html}', {
        cwd: new URL(`${folder}/`, root),
        exclude: ['**/node_modules/**', '**/dist/**', '**/*.test.ts'],
      })) {
        count += 1
        const text = await readFile(new URL(`${folder}/${file}`, root), 'utf8')
        if (/type=\\?["']?password|(?:current|new)-password/i.test(text)) asking.push(`${folder}/${file}`)
      }
    expect(count).toBeGreaterThan(500)
    expect(asking).toEqual([])
  })
})
