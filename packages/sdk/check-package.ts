import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import type * as entry from './src/index.ts'
import { routes } from './src/generated/routes.ts'

interface Documented {
  readonly operationId?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, Documented>>
}

const fail = (fault: string): never => {
  throw new Error(`The package is not fit to be published: ${fault}`)
}

/** Removes line breaks and the stars of comments, so that a sentence is found however it is wrapped. */
const plain = (text: string): string =>
  text
    .replace(/^\s*\*(?!\/)/gm, ' ')
    .replaceAll('*\\/', '*/')
    .replace(/\s+/g, ' ')

/** Every comment of the contract that an editor must show for a method or a field. */
const commentsOf = async (contract: string): Promise<string[]> => {
  const document = parse(await readFile(contract, 'utf8')) as {
    paths: Record<string, Record<string, Documented>>
    components: { schemas: Record<string, Documented> }
  }
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item))
  const schemas = Object.values(document.components.schemas)
  return [
    ...operations.filter(({ operationId = '' }) => operationId in routes),
    ...schemas.flatMap((schema) => [schema, ...Object.values(schema.properties ?? {})]),
  ].flatMap(({ description }) => description ?? [])
}

/**
 * Checks the built package as its users load it: both module systems, with documentation, and without packages that are not published.
 * `tests/release.test.ts` checks the tarball.
 *
 * @param dist - The folder that is published.
 * @param contract - The OpenAPI document whose comments must be in the package.
 */
export async function checkPackage(dist: string, contract: string): Promise<void> {
  const files = await readdir(dist)
  const declarations = files.filter((file) => /\.d\.c?ts$/.test(file))
  const texts = await Promise.all(declarations.map(async (file) => readFile(join(dist, file), 'utf8')))
  if (texts.some((text) => text.includes("'@visitkit/contract'"))) fail('its types import the private contract.')

  const comments = await commentsOf(contract)
  for (const extension of ['.d.ts', '.d.cts']) {
    const all = plain(texts.filter((_, index) => declarations[index]?.endsWith(extension)).join('\n'))
    const missing = comments.filter((comment) => !all.includes(plain(comment)))
    if (missing.length > 0) fail(`its *${extension} lost ${missing.length} comments, first: ${missing[0]}`)
    if (!all.includes('@throws {VisitError}') || !all.includes('Aborting rejects the call with the signal'))
      fail(`its *${extension} lost the documentation of methods and options.`)
  }

  const esm = (await import(pathToFileURL(join(dist, 'index.js')).href)) as typeof entry
  const cjs = createRequire(import.meta.url)(join(dist, 'index.cjs')) as typeof entry
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ personId: request.url }))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const expiresAt = new Date(Date.now() + 60_000).toISOString()
  for (const { createClient, isProblem } of [esm, cjs]) {
    const signedIn = createClient({ baseUrl, getSession: async () => ({ accessToken: 'token', expiresAt }) })
    const { personId } = await signedIn.me.get().catch((reason: unknown) => fail(`a call fails: ${String(reason)}`))
    if (personId !== '/v1/me') fail('a call does not arrive.')
    const signedOut = createClient({ baseUrl, getSession: async () => null })
    const error: unknown = await signedOut.me.get().catch((reason: unknown) => reason)
    // Each copy must recognize the other's errors: a portal may load both.
    if (!isProblem(error, 'session_ended') || !esm.isProblem(error)) fail('a call does not fail as it should.')
    signedIn.close()
    signedOut.close()
  }
  server.closeAllConnections()
  server.close()
}
