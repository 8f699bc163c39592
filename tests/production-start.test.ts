import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { registerOrganizationCommand } from '../packages/reference-server/src/cli/register-organization.ts'
import { lakesideHealth } from '../packages/reference-server/src/tests/compose-server.testing.ts'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { productionSettings } from './hospital/start-production.ts'
import { startServer } from './hospital/start-server.ts'
import { printedBy } from './production/spawn-production.ts'

describe('in production the server generates nothing that an operator has to supply', () => {
  it('without the key that signs tokens the server does not start', async () => {
    const { environment, remove } = await productionSettings('')
    await rm(join(environment['VISITKIT_KEY_FOLDER'] ?? '', 'token-keys.json'))
    await expect(startServer({ databaseUrl: null, environment })).rejects.toMatchObject({ code: 'ENOENT' })
    await remove()
  })
})

it.each([
  ['whose identity provider gives its keys', { jwksUri: 'http://login.lakeside.example/jwks' }, {}],
  ['whose portal is', {}, { origins: ['https://portal.lakeside.example', 'http://desk.lakeside.example'] }],
])('in production an organization %s without TLS is not registered', async (_what, ofIssuer, ofClient) => {
  const { environment, remove } = await productionSettings('')
  onTestFinished(remove)
  const folder = environment['VISITKIT_KEY_FOLDER'] ?? ''
  const file = join(folder, 'organization.json')
  const issuer = 'https://login.lakeside.example'
  const { clients, ...given } = lakesideHealth(newId(), { clientId: 'lakeside-portal' })
  const registered = { issuer, jwksUri: `${issuer}/jwks`, audience: 'lakeside-portal', clientId: 'lakeside-portal' }
  await writeFile(
    file,
    JSON.stringify({
      ...given,
      clients: clients.map((each) => ({ ...each, ...ofClient })),
      issuers: [{ ...registered, ...ofIssuer }],
    }),
  )
  await expect(
    registerOrganizationCommand(file, { ...environment, VISITKIT_DATA_FOLDER: join(folder, 'data') }),
  ).rejects.toThrow(
    /^In production, jwksUri and origins must begin with https:\/\/\. Correct http:\/\/[a-z.]+(\/jwks)?\.$/,
  )
})

describe.each(['as a program', 'inside another program'] as const)('in production, started %s', (way) => {
  it('the server prints only what the log level allows, in known fields and without a word of a request', async () => {
    const lines = await printedBy(way, { VISITKIT_LOG_LEVEL: 'warn', VISITKIT_LOG_REQUESTS: 'all' })
    // The embedded engine says that it does not survive a power cut.
    expect(lines.length).toBeGreaterThan(0)
    const levels = lines.map((line) => (JSON.parse(line) as { level: string }).level)
    expect(new Set(levels)).toEqual(new Set(['warn']))
    expect(lines.join()).not.toContain('Fictional')
  })

  it('prints more at a lower log level', async () => {
    const lines = await printedBy(way, { VISITKIT_LOG_LEVEL: 'info', VISITKIT_LOG_REQUESTS: 'all' })
    expect(lines.some((line) => line.includes('"level":"info"'))).toBe(true)
    expect(lines.join()).not.toContain('Fictional')
  })
})
