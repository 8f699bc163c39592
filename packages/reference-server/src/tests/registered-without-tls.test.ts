import { expect, it, onTestFinished } from 'vitest'
import { checkPortalHeaders } from '../cli/check-portal-headers.ts'
import { composeEgress } from '../composition/compose-egress.ts'
import { readConfig } from '../config.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { startTestIssuer } from '../platform/identity/tests/start-test-issuer.testing.ts'
import { createTestHospital } from '../test-kit/test-hospital.ts'

/** Control C18: who could change the keys of an identity provider on their way could sign in as anyone. */
it.each([
  ['production', 0],
  ['development', 1],
] as const)('in %s the keys of an identity provider without TLS are fetched %i times', async (mode, fetches) => {
  const issuer = await startTestIssuer()
  const hospital = await createTestHospital({
    engine: 'pglite',
    mode,
    environment: { VISITKIT_PRIVATE_HOSTS: '127.0.0.1' },
  })
  onTestFinished(async () => {
    await hospital.stop()
    await issuer.stop()
  })
  const { clients } = hospital.identity
  const { secret } = await clients.register({
    organizationId: hospital.organizationId,
    clientId: issuer.registration.clientId,
    name: 'Lakeside Portal',
    origins: ['http://portal.lakeside.example'],
    grants: ['token-exchange'],
  })
  await clients.registerIssuer(hospital.organizationId, issuer.registration)
  const response = await fetch(`${hospital.url}/v1/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${issuer.registration.clientId}:${secret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      subject_token: await issuer.idToken(newId(), hospital.clock.now()),
    }),
  })
  expect(response.status).toBe(400)
  expect(issuer.fetches).toBe(fetches)
  const refused = hospital.logged.filter(({ code }) => code === 'without-tls')
  expect(refused).toHaveLength(1 - fetches)

  const config = { ...readConfig({}), mode }
  const found = await checkPortalHeaders(hospital.platform.database, composeEgress(config))
  const ofPortal = found.filter(({ message }) => message.includes('http://portal.lakeside.example'))
  expect(ofPortal).toMatchObject([{ state: mode === 'production' ? 'fault' : 'warning' }])
})
