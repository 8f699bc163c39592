import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright'
import type { SignedInClient, TestServer } from '../packages/reference-server/src/platform/http/tests/server.testing.ts'

const root = join(import.meta.dirname, '..')

/** The elements as one script, for pages of tests that start their own servers. */
export const bundleElements = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'packages/elements/src/define/all.ts')],
    ...{ bundle: true, format: 'esm', target: 'es2022', write: false },
    external: ['@daily-co/daily-js'],
  })
  return outputFiles[0]?.text ?? ''
}

const read = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Uint8Array.from(Buffer.concat(chunks))
}

const forwarded = ['content-type', 'idempotency-key', 'accept', 'accept-language', 'if-none-match']

/** A member of staff with this role, signed in. */
export const signInMember = async (hospital: Pick<TestServer, 'as'>, role: string): Promise<SignedInClient> => {
  const administrator = await hospital.as('administrator')
  const { status, body } = await administrator.post('/v1/members', { displayName: 'Sample Member', roles: [role] })
  if (status !== 201) throw new Error(`no member was added: ${JSON.stringify(body)}`)
  return hospital.as(role, { personId: body.id })
}

/** An element on a page of a member of staff, whose requests a server of a test answers. */
export interface DeskPage {
  readonly page: Page
  /** What went wrong in the page. */
  readonly faults: readonly string[]
  close(): Promise<void>
}

/**
 * Opens an element on a page of this person. The page has no token: its requests go through a server of the test, which adds the person's
 * own. Live messages are not passed on, so a page is opened after what it shows has arrived.
 */
export const openDesk = async (
  browser: Browser,
  { elements, person, element, now }: { elements: string; person: SignedInClient; element: string; now: Date },
): Promise<DeskPage> => {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (path === '/elements.js') return response.setHeader('content-type', 'text/javascript').end(elements)
    if (path === '/')
      return response.setHeader('content-type', 'text/html').end(`<!doctype html><html lang="en">
<meta charset="utf-8"><title>Desk</title><visit-provider>${element}</visit-provider>
<script type="module">
import '/elements.js'
const provider = document.querySelector('visit-provider')
provider.getSession = async () => ({ access_token: 'of-the-test', expires_in: 36000, refresh_token: 'none', session_id: 'none' })
provider.serverUrl = location.origin
</script></html>`)
    if (!path.startsWith('/v1/') || path.startsWith('/v1/live')) return response.writeHead(404).end()
    const { method = 'GET', headers } = request
    const body = await read(request)
    const answer = await person.fetch(path, {
      method,
      headers: forwarded.flatMap((name): [string, string][] =>
        typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
      ),
      ...(body.length > 0 && { body }),
    })
    const type = answer.headers.get('content-type')
    if (type !== null) response.setHeader('content-type', type)
    return response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.clock.setSystemTime(now)
  const faults: string[] = []
  page.on('pageerror', (error) => void faults.push(String(error)))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  return {
    page,
    faults,
    close: async () => {
      await context.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
