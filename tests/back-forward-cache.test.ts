import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import type { createClient, VisitClient } from '../packages/sdk/src/index.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { launchCallFirefox } from '../scripts/launch-call-firefox.ts'

/*
 * A person goes to another page of the portal and comes back with the browser's button. A page that the browser kept has its
 * connection again, and what it missed. The client runs alone in a page, which receives what a browser sends.
 */

declare global {
  interface Window {
    sdk: { readonly createClient: typeof createClient }
    client: VisitClient
    received: string[]
  }
}

let server: Server
let url = ''
let script = ''
const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'visitkit.v1' })
/** What each connection sent first. */
const begun: unknown[] = []

const page = `<!doctype html><title>Kept</title><script src="/client.js"></script><script>
window.received = []
window.client = window.sdk.createClient({ baseUrl: location.origin, getSession: async () => ({ accessToken: 't', expiresAt: new Date(Date.now() + 600000).toISOString() }) })
window.client.watch({ types: ['visit.changed'] }, ({ cursor }) => window.received.push(cursor))
</script>`

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../packages/sdk/src/index.ts')],
    ...{ bundle: true, format: 'iife', globalName: 'sdk', target: 'es2022', write: false },
  })
  script = outputFiles[0]?.text ?? ''
  const answers: Readonly<Record<string, () => readonly [status: number, type: string, text: string]>> = {
    '/kept': () => [200, 'text/html', page],
    '/client.js': () => [200, 'text/javascript', script],
    '/v1/live/tickets': () => [201, 'application/json', JSON.stringify({ ticket: 'one', path: '/v1/live' })],
  }
  server = createServer((request, response) => {
    const [status, type, text] = answers[request.url ?? '']?.() ?? [404, 'text/plain', '']
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` })
    response.end(text)
  })
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      accepted.once('message', (data: Buffer) => begun.push(JSON.parse(data.toString())))
      accepted.send(JSON.stringify({ type: 'visit.changed', ids: {}, cursor: String(begun.length + 1) }))
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const engines: Readonly<Record<string, () => Promise<Browser>>> = {
  chromium: () => launchCallBrowser(),
  firefox: launchCallFirefox,
}

describe.each(['chromium', 'firefox'])('in %s, a page that the browser kept', (engine) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await (engines[engine] as () => Promise<Browser>)()
    begun.length = 0
  })
  afterAll(() => browser?.close())

  it('has one connection again, and resumes where it was', async () => {
    const tab = await browser.newPage()
    await tab.goto(`${url}/kept`)
    await expect.poll(() => sockets.clients.size).toBe(1)
    await expect.poll(() => tab.evaluate(() => window.received)).toEqual(['1'])

    // As the browser sends it: driven by a test, neither keeps a page.
    const happens = (type: 'pagehide' | 'pageshow'): Promise<unknown> =>
      tab.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type)
    await happens('pagehide')
    await expect.poll(() => sockets.clients.size).toBe(0)
    await happens('pageshow')
    await expect.poll(() => tab.evaluate(() => window.received)).toEqual(['1', '2'])
    expect(sockets.clients.size).toBe(1)
    expect(begun).toEqual([expect.objectContaining({ type: 'resume', cursor: '' }), { type: 'resume', cursor: '1' }])
    await tab.close()
    await expect.poll(() => sockets.clients.size).toBe(0)
  })
})
