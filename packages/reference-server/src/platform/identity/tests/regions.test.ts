import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { newId } from '../../database/ids/new-id.ts'
import { platformEngines } from '../../database/tests/platform-engines.testing.ts'

const eu = 'https://eu.visits.example'

describe.each(platformEngines)('an organization of another region (%s)', (engine) => {
  let kit: TestHospital
  const organizationId = newId()
  beforeAll(async () => {
    kit = await createTestHospital({ engine, environment: { VISITKIT_REGIONS: `eu=${eu}` } })
    await kit.identity.clients.registerElsewhere({ organizationId, clientId: 'harbor-portal', region: 'eu' })
    await kit.identity.clients.registerElsewhere({ organizationId: newId(), clientId: 'moved-portal', region: 'ca' })
  })
  afterAll(() => kit.stop())
  const wrongRegion = { status: 421, code: 'wrong_region', baseUrl: eu }
  const readBody = async (response: Response) =>
    ({ httpStatus: response.status, ...((await response.json()) as object) }) as Record<string, unknown>
  const askForToken = (form: Record<string, string>, credentials: string | null) =>
    fetch(`${kit.url}/v1/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(credentials !== null && { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
      },
      body: new URLSearchParams(form),
    }).then(readBody)

  test('its portal gets the address of its region for a token, with and without a secret', async () => {
    const secret = await askForToken({ grant_type: 'client_credentials' }, 'harbor-portal:any-secret')
    expect(secret).toMatchObject({ ...wrongRegion, httpStatus: 421 })
    const refresh = { grant_type: 'refresh_token', refresh_token: 'some-token', client_id: 'harbor-portal' }
    expect(await askForToken(refresh, null)).toMatchObject({ ...wrongRegion, httpStatus: 421 })
  })

  test('an access token of the other deployment gets its address, and one that names any other issuer does not', async () => {
    const tokenOf = (issuer: string) =>
      new SignJWT({ sid: 's', org: organizationId })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(issuer)
        .sign(Buffer.alloc(32, 1))
    const ask = async (issuer: string) =>
      readBody(await fetch(`${kit.url}/v1/me`, { headers: { authorization: `Bearer ${await tokenOf(issuer)}` } }))
    expect(await ask(eu)).toMatchObject({ ...wrongRegion, httpStatus: 421 })
    const other = await ask('https://evil.example')
    expect(other).toMatchObject({ httpStatus: 401, code: 'token_invalid' })
    expect(JSON.stringify(other)).not.toContain('evil')
  })

  test('a message of a partner for it is not taken', async () => {
    const answer = await fetch(`${kit.url}/v1/webhooks/sms/${organizationId}`, { method: 'POST', body: '{}' })
    expect(await readBody(answer)).toMatchObject({ ...wrongRegion, httpStatus: 421 })
  })

  test('without a configured address the answer is the same, without one', async () => {
    const answer = await askForToken({ grant_type: 'client_credentials' }, 'moved-portal:any-secret')
    expect(answer).toMatchObject({ httpStatus: 421, code: 'wrong_region' })
    expect(answer).not.toHaveProperty('baseUrl')
  })

  test('an organization of this region, and a client that no one knows, are answered as before', async () => {
    expect((await (await kit.as('administrator')).get('/v1/organization')).status).toBe(200)
    expect(await askForToken({ grant_type: 'client_credentials' }, 'nobody:secret')).toMatchObject({
      httpStatus: 401,
      code: 'invalid_client',
    })
  })

  test('when an organization moves, its sessions here end with the new address', async () => {
    const administrator = await kit.as('administrator')
    await kit.identity.clients.registerElsewhere({
      organizationId: kit.organizationId,
      clientId: kit.portal.clientId,
      region: 'eu',
    })
    expect((await administrator.get('/v1/organization')).body).toMatchObject(wrongRegion)
    expect((await administrator.patch('/v1/organization', { zone: 'Europe/Berlin', version: 1 })).body).toMatchObject(
      wrongRegion,
    )
  })
})
